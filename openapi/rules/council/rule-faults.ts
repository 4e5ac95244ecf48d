import type { BallotMethod, BallotRules, Finding, Option } from './ballot-facts.js';
import { type BallotFaultCode, listFaults } from './choices.js';

/** The options of a ballot with the method `yes-no`. */
export const yesNoOptions: readonly string[] = ['yes', 'no'];
/** Most and fewest options of a ballot; with `yes-no` they are always the two. */
export const optionLimits = { fewest: 2, most: 20 } as const;

/** Which rules belong to which method. */
interface MethodRules {
  /** Whether a winner must reach a share of the base. */
  readonly threshold: 'needed' | 'possible' | 'none';
  /** Whether more than one can be elected. */
  readonly seats: boolean;
  /** Whether a tie is between who could win, so that a chair can choose among them. */
  readonly chair: boolean;
}

const plain = { threshold: 'possible', seats: false, chair: true } as const;
const methods: Record<BallotMethod, MethodRules> = {
  'yes-no': { ...plain, threshold: 'needed' },
  single: plain,
  approval: { ...plain, seats: true },
  score: { threshold: 'none', seats: true, chair: true },
  // A tie of these two is about who goes out, and not about who wins.
  'instant-runoff': { ...plain, chair: false },
  stv: { threshold: 'none', seats: true, chair: false },
  schulze: { threshold: 'none', seats: false, chair: true },
};

/**
 * V1: whether the rules of a ballot fit its method and its options. Each finding names the place as in a draft, `body/rules/…` or
 * `body/options/…`, and a `BallotFaultCode`; an empty list where all is well. The options may be left out with `yes-no`.
 *
 * - The options are two to twenty, each once; with `yes-no` exactly `yes` and `no`
 * - Several seats with approval, score and stv only, and no more seats than options
 * - `picks` with approval only, `scale` with score and only there, both from less to more
 * - A threshold with `yes-no`, never with score, schulze and stv; its share can be reached, and is more than nothing
 * - The quorum is not more than the roll
 * - A chair decides ties in open ballots for one seat only, and not with instant-runoff and stv, where a tie is about who goes out
 * - The lot names each option once, where ties are decided by it and only there
 */
export function findRuleFaults(rules: BallotRules, options: readonly Option[]): Finding[] {
  const faults: Finding[] = [];
  const fault = (where: string, code: BallotFaultCode) => faults.push({ where: `body/${where}`, code });
  const of = methods[rules.method];
  const ids = rules.method === 'yes-no' && options.length === 0 ? yesNoOptions : options.map(({ id }) => id);

  if (ids.length < optionLimits.fewest) fault('options', 'too-few');
  if (ids.length > optionLimits.most) fault('options', 'too-many');
  ids.forEach((id, at) => {
    if (ids.indexOf(id) !== at) fault(`options/${at}/id`, 'repeated');
    else if (rules.method === 'yes-no' && !yesNoOptions.includes(id)) fault(`options/${at}/id`, 'not-offered');
  });

  const seats = rules.seats ?? 1;
  if (seats > 1 && !of.seats) fault('rules/seats', 'unexpected');
  else if (seats > Math.max(1, ids.length)) fault('rules/seats', 'too-many');

  const { picks, scale, threshold, quorum } = rules;
  if (picks && rules.method !== 'approval') fault('rules/picks', 'unexpected');
  else if (picks && (picks.min > picks.max || picks.max > ids.length)) fault('rules/picks', 'out-of-range');
  if (scale && rules.method !== 'score') fault('rules/scale', 'unexpected');
  else if (scale && scale.min >= scale.max) fault('rules/scale', 'out-of-range');
  else if (!scale && rules.method === 'score') fault('rules/scale', 'missing');

  if (threshold && of.threshold === 'none') fault('rules/threshold', 'unexpected');
  else if (!threshold && of.threshold === 'needed') fault('rules/threshold', 'missing');
  else if (threshold && !isReachable(threshold)) fault('rules/threshold/share', 'out-of-range');
  if (quorum.share.numerator > quorum.share.denominator) fault('rules/quorum/share', 'out-of-range');

  if (rules.tie === 'chair') {
    if (rules.secrecy === 'secret') fault('rules/tie', 'open-only');
    else if (seats > 1) fault('rules/tie', 'one-seat-only');
    else if (!of.chair) fault('rules/tie', 'not-offered');
  }
  if (rules.tie !== 'lot') {
    if (rules.lot) fault('rules/lot', 'unexpected');
  } else if (!rules.lot) fault('rules/lot', 'missing');
  else faults.push(...listFaults('rules/lot', rules.lot, ids, { min: ids.length, max: ids.length }));
  return faults;
}

function isReachable({ share, relation }: NonNullable<BallotRules['threshold']>): boolean {
  const { numerator, denominator } = share;
  return relation === 'more-than' ? numerator < denominator : numerator > 0 && numerator <= denominator;
}
