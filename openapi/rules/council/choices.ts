import type { BallotMethod, BallotRules, Choice, Finding, Option } from './ballot-facts.js';

/** What is wrong with rules or with a choice; stable, because catalogues have words for each. */
export type BallotFaultCode =
  | 'missing'
  | 'unexpected'
  | 'not-offered'
  | 'not-allowed'
  | 'repeated'
  | 'too-few'
  | 'too-many'
  | 'out-of-range'
  | 'open-only'
  | 'one-seat-only';

/** With which property of a choice each method is voted. */
const fields: Record<BallotMethod, 'picks' | 'scores' | 'ranking'> = {
  'yes-no': 'picks',
  single: 'picks',
  approval: 'picks',
  score: 'scores',
  'instant-runoff': 'ranking',
  schulze: 'ranking',
  stv: 'ranking',
};

/** With which property of a choice a method is voted: `picks`, `scores` or `ranking`. */
export function voteFieldOf(method: BallotMethod): 'picks' | 'scores' | 'ranking' {
  return fields[method];
}

/** What is wrong with a list of options: those that are not offered or repeated, too few or too many. */
export function listFaults(
  where: string,
  list: readonly string[],
  offered: readonly string[],
  { min, max }: { readonly min: number; readonly max: number },
): Finding[] {
  const faults: { where: string; code: BallotFaultCode }[] = [];
  list.forEach((id, at) => {
    if (!offered.includes(id)) faults.push({ where: `body/${where}/${at}`, code: 'not-offered' });
    else if (list.indexOf(id) !== at) faults.push({ where: `body/${where}/${at}`, code: 'repeated' });
  });
  if (list.length < min) faults.push({ where: `body/${where}`, code: 'too-few' });
  if (list.length > max) faults.push({ where: `body/${where}`, code: 'too-many' });
  return faults;
}

/** How many options may be picked. */
export function picksOf(
  rules: BallotRules,
  options: readonly Option[],
): { readonly min: number; readonly max: number } {
  if (rules.method !== 'approval') return { min: 1, max: 1 };
  return rules.picks ?? { min: 1, max: options.length };
}

/**
 * V1: whether a choice fits the rules. Each finding names the place as in a vote, `body/choice/…`, and a `BallotFaultCode`; an empty
 * list where all is well. The rules themselves must fit (see `findRuleFaults`).
 *
 * - It says exactly one thing: that she abstains, where that is an answer, or what its method asks for
 * - Each option once, and only those that are offered
 * - As many picks as the rules allow, points within the scale, at least one option in an order of preference
 */
export function findChoiceFaults(choice: Choice, rules: BallotRules, options: readonly Option[]): Finding[] {
  const field = voteFieldOf(rules.method);
  const said = (['abstain', 'picks', 'scores', 'ranking'] as const).filter((name) => choice[name] !== undefined);
  if (said.length === 0) return [{ where: `body/choice/${field}`, code: 'missing' }];
  const [first] = said;
  if (said.length === 1 && first === 'abstain')
    return rules.abstain && choice.abstain ? [] : [{ where: 'body/choice/abstain', code: 'not-allowed' }];
  const stray = said.filter((name) => name !== field);
  if (stray.length > 0) return stray.map((name) => ({ where: `body/choice/${name}`, code: 'unexpected' }));

  const ids = options.map(({ id }) => id);
  if (choice.ranking) return listFaults('choice/ranking', choice.ranking, ids, { min: 1, max: ids.length });
  if (choice.picks) return listFaults('choice/picks', choice.picks, ids, picksOf(rules, options));
  const scores = choice.scores ?? [];
  const named = scores.map(({ option }) => option);
  const faults = listFaults('choice/scores', named, ids, { min: 0, max: ids.length });
  const { min, max } = rules.scale ?? { min: 0, max: 0 };
  scores.forEach(({ points }, at) => {
    if (!Number.isInteger(points) || points < min || points > max)
      faults.push({ where: `body/choice/scores/${at}/points`, code: 'out-of-range' });
  });
  return faults;
}

/**
 * V1: the same choice in the one form that its meaning has: picks and points sorted by the options' ids, points without the options that
 * got the fewest possible (who is left out got those). A ranking stays as it is, since one that names everybody and one that leaves out the
 * last are counted differently where votes move on.
 */
export function canonicalChoice(choice: Choice, rules: BallotRules): Choice {
  if (choice.picks) return { picks: [...choice.picks].sort() };
  if (choice.scores) {
    const least = rules.scale?.min ?? 0;
    const scores = choice.scores
      .filter(({ points }) => points > least)
      .map(({ option, points }) => ({ option, points }))
      .sort((one, other) => (one.option < other.option ? -1 : 1));
    return { scores };
  }
  return choice.ranking ? { ranking: [...choice.ranking] } : { abstain: true };
}
