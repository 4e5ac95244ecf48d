import type { BallotFacts, BallotResult, BallotRules, Fraction } from './ballot-facts.js';

/** Secret ballots with fewer votes are destroyed uncounted: a count would tell who voted what. */
export const fewestSecretVotes = 5;

/** Whether the rules ask how many attended the meeting. */
export function asksForAttendance({ quorum, base }: BallotRules): boolean {
  return quorum.counts === 'present' || base === 'present';
}

/**
 * **V3** Of how many the threshold is a share: all on the roll, who attended, all ballots, or ballots that are no abstentions.
 * Undefined where attendance is asked for and nobody took it.
 */
export function baseOf(
  { rules, eligible, present }: Pick<BallotFacts, 'rules' | 'eligible' | 'present'>,
  turnout: { readonly cast: number; readonly abstained: number },
): number | undefined {
  switch (rules.base) {
    case 'eligible':
      return eligible;
    case 'present':
      return present;
    case 'cast':
      return turnout.cast;
    case 'decided':
      return turnout.cast - turnout.abstained;
  }
}

/** The smallest integer that is at least a share of a whole; exact, since both are integers below 2⁵³. */
function shareOf({ numerator, denominator }: Fraction, whole: number): number {
  return Math.ceil((numerator * whole) / denominator);
}

/** **V4** How many of the roll must take part: the smallest number that is at least the share. 0 where the share is. */
export function quorumNeeded(rules: BallotRules, eligible: number): number {
  return shareOf(rules.quorum.share, eligible);
}

/**
 * **V5** The smallest number of votes that meets a threshold: more than the share of the base, or at least that; never less than one,
 * since nobody wins without a vote.
 */
export function votesNeeded(threshold: NonNullable<BallotRules['threshold']>, base: number): number {
  const { share, relation } = threshold;
  if (relation === 'at-least') return Math.max(1, shareOf(share, base));
  return Math.floor((share.numerator * base) / share.denominator) + 1;
}

/**
 * **V6** The result after the chair chose one of those between whom the count did not decide; `tie.chosen` says whom. Her vote settles
 * the tie and changes no count.
 * @throws RangeError where there is no tie, the rules do not leave it to the chair, or she chose something else.
 */
export function decideTie(result: BallotResult, rules: BallotRules, chosen: string): BallotResult {
  const { outcome, tie } = result;
  if (outcome !== 'tied' || tie === undefined || rules.tie !== 'chair') throw new RangeError('no tie for the chair');
  if (!tie.between.includes(chosen)) throw new RangeError('not one of those that are tied');
  return settled({ ...result, tie: { ...tie, chosen } }, rules, [chosen]);
}

/** The result with those winners that a tie left open. */
export function settled(result: BallotResult, rules: BallotRules, chosen: readonly string[]): BallotResult {
  if (rules.method === 'yes-no') {
    const passed = chosen[0] === 'yes';
    return { ...result, outcome: passed ? 'passed' : 'failed', winners: passed ? ['yes'] : [] };
  }
  return { ...result, outcome: 'elected', winners: [...result.winners, ...chosen] };
}
