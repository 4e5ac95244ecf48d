import type { Ballot, Explanation } from './types.js';

/** How a result came about, step by step, from what the service published; anybody can recompute it. */
export function explanationOf({ rules, result }: Ballot): readonly Explanation[] {
  if (!result) return [];
  const { turnout, quorum, threshold, tie, outcome, winners, counts } = result;
  const { eligible, cast, abstained, present, papers } = turnout;
  const told: Explanation[] = [
    { kind: 'turnout', eligible, cast, abstained, ...(present !== undefined && { present }) },
  ];
  if (papers !== undefined) told.push({ kind: 'papers', papers, cast, eligible });
  if (quorum.needed > 0) told.push({ kind: 'quorum', ...quorum, counts: rules.quorum.counts });
  if (threshold && rules.threshold) told.push({ kind: 'threshold', of: rules.base, ...threshold, ...rules.threshold });
  if (tie) told.push({ kind: 'tie', ...tie });
  const decided = cast - abstained;
  const all = counts.filter(({ votes }) => votes === String(decided));
  if (decided > 1 && all.length === 1 && (rules.method === 'yes-no' || rules.method === 'single'))
    told.push({ kind: 'unanimous', option: all[0]!.option });
  return [...told, { kind: 'outcome', outcome, winners }];
}
