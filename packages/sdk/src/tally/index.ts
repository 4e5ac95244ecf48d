/**
 * Counts ballots: pure functions of the rules, the options and the choices, for who wants to recompute a published result. The service
 * counts with the same ones, and `fulian-verify` recounts with them.
 */
export {
  asksForAttendance,
  baseOf,
  canonicalChoice,
  countBallots,
  decideTie,
  fewestSecretVotes,
  findChoiceFaults,
  findRuleFaults,
  picksOf,
  quorumNeeded,
  tooFew,
  voteFieldOf,
  votesNeeded,
  type BallotFacts,
  type BallotFaultCode,
  type BallotMethod,
  type BallotResult,
  type BallotRules,
  type Choice,
  type Option,
} from '@fulian/contract/rules/council';
