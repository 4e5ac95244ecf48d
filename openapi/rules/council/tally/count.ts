import type { BallotFacts, BallotMethod, BallotResult } from '../ballot-facts.js';
import { findChoiceFaults } from '../choices.js';
import { asksForAttendance, baseOf, fewestSecretVotes, quorumNeeded, votesNeeded } from '../majority.js';
import { countApproval } from './approval.js';
import { countInstantRunoff } from './instant-runoff.js';
import type { MethodCount, MethodInput } from './method.js';
import { countPlurality } from './plurality.js';
import { countSchulze } from './schulze.js';
import { countScore } from './score.js';
import { countStv } from './stv.js';
import { countYesNo } from './yes-no.js';

const methods: Record<BallotMethod, (input: MethodInput) => MethodCount> = {
  'yes-no': countYesNo,
  single: countPlurality,
  approval: countApproval,
  score: countScore,
  'instant-runoff': countInstantRunoff,
  schulze: countSchulze,
  stv: countStv,
};

/**
 * **V2** Counts a ballot after its rules (V3 to V6). Pure: the order of the choices never matters, nothing is decided by the options' ids
 * or their order, and anybody who counts the published choices gets the same.
 *
 * A secret ballot with fewer than five votes is not counted: `tooFew`. Without the quorum, or where the rules ask for attendance and
 * nobody took it, the outcome is `no-quorum`, and the counts stand there all the same. An option that no ballot names is never elected.
 * @throws RangeError where a choice does not fit the rules (V1).
 */
export function countBallots(facts: BallotFacts): BallotResult {
  const { rules, options, choices } = facts;
  if (rules.secrecy === 'secret' && choices.length < fewestSecretVotes) return tooFew(facts, choices.length);
  if (choices.some((choice) => findChoiceFaults(choice, rules, options).length > 0))
    throw new RangeError('a choice does not fit the rules');

  const decided = choices.filter(({ abstain }) => !abstain);
  const abstained = choices.length - decided.length;
  const { turnout, quorum } = takingPart(facts, choices.length, abstained);
  const base = baseOf(facts, turnout);
  const needed = rules.threshold && base !== undefined ? votesNeeded(rules.threshold, base) : undefined;
  const { counts, reached, winners, tie, open, ...how } = methods[rules.method]({
    options: options.map(({ id }) => id),
    choices: decided,
    seats: rules.seats ?? 1,
    leastPoints: rules.scale?.min ?? 0,
    ...(needed !== undefined && { needed }),
    ...(rules.tie === 'lot' && rules.lot && { lot: rules.lot }),
  });

  const elected = rules.method === 'yes-no' ? 'passed' : 'elected';
  const result: BallotResult = {
    outcome: open ? 'tied' : winners.length > 0 ? elected : 'failed',
    winners,
    turnout,
    quorum,
    ...(base !== undefined && needed !== undefined && { threshold: { base, reached, needed, met: reached >= needed } }),
    counts,
    ...how,
    ...(tie && { tie: { ...tie, between: [...tie.between], rule: rules.tie } }),
  };
  if (quorum.met) return result;
  const { tie: _, ...counted } = result;
  return { ...counted, outcome: 'no-quorum', winners: [] };
}

/**
 * The result of a secret ballot with fewer than five votes: how many they were, and nothing of what they say – not even how many abstained,
 * which stands there as 0. For who closes a ballot and does not open so small a box.
 */
export function tooFew(facts: Omit<BallotFacts, 'options' | 'choices'>, cast: number): BallotResult {
  return { outcome: 'too-few', winners: [], ...takingPart(facts, cast, 0), counts: [] };
}

/** **V4** Who took part, and whether they were enough. */
function takingPart(
  { rules, eligible, present, papers }: Omit<BallotFacts, 'options' | 'choices'>,
  cast: number,
  abstained: number,
): Pick<BallotResult, 'turnout' | 'quorum'> {
  const asked = asksForAttendance(rules);
  const needed = quorumNeeded(rules, eligible);
  const counted = rules.quorum.counts === 'present' ? (present ?? 0) : cast;
  return {
    turnout: {
      eligible,
      ...(asked && present !== undefined && { present }),
      cast,
      abstained,
      ...(papers !== undefined && { papers }),
    },
    quorum: { counted, needed, met: counted >= needed && (!asked || present !== undefined) },
  };
}
