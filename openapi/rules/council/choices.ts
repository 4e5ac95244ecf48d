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

/** The options of a ballot with the method `yes-no`. */
export const yesNoOptions: readonly string[] = ['yes', 'no'];
/** Most and fewest options of a ballot; with `yes-no` they are always the two. */
export const optionLimits = { fewest: 2, most: 20 } as const;

/** Which rules belong to which method. */
interface MethodRules {
  /** Whether a choice has picks, scores or a ranking. */
  readonly says: 'picks' | 'scores' | 'ranking';
  /** Whether a winner must reach a share of the base. */
  readonly threshold: 'needed' | 'possible' | 'none';
  /** Whether more than one can be elected. */
  readonly seats: boolean;
  /** Whether a tie is between who could win, so that a chair can choose among them. */
  readonly chair: boolean;
}

const plain = { says: 'picks', threshold: 'possible', seats: false, chair: true } as const;
const methods: Record<BallotMethod, MethodRules> = {
  'yes-no': { ...plain, threshold: 'needed' },
  single: plain,
  approval: { ...plain, seats: true },
  score: { says: 'scores', threshold: 'none', seats: true, chair: true },
  // A tie of these two is about who goes out, and not about who wins.
  'instant-runoff': { ...plain, says: 'ranking', chair: false },
  stv: { says: 'ranking', threshold: 'none', seats: true, chair: false },
  schulze: { says: 'ranking', threshold: 'none', seats: false, chair: true },
};

/** With which property of a choice a method is voted: `picks`, `scores` or `ranking`. */
export function voteFieldOf(method: BallotMethod): 'picks' | 'scores' | 'ranking' {
  return methods[method].says;
}

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

function listFaults(
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
