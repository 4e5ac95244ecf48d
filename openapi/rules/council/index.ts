/**
 * Pure rules of a council, shared by the service, the SDK, its verifier and tests: V1 to V6 say how a ballot is counted, B1 and B2 what may
 * be done with it, T1 what becomes of a topic, X1 and X2 of a resolution, G1 to G3 what the public log is. Nothing is read from the machine.
 */
export type * from './ballot-facts.js';
export {
  ballotChecks,
  ballotStepsAllowed,
  checksPass,
  mayRunAgain,
  stateAfterCount,
  type BallotStep,
  type CheckFacts,
} from './ballot-steps.js';
export { canonicalChoice, findChoiceFaults, picksOf, voteFieldOf, type BallotFaultCode } from './choices.js';
export {
  acceptedBy,
  addCounts,
  afterStep,
  executionCounts,
  executionStepsAllowed,
  findExecutionFaults,
  isLate,
  mayAccept,
  type Acceptor,
  type ExecutionCounts,
  type ExecutionStepKind,
  type ResolutionFacts,
  type ResolutionState,
} from './execution.js';
export * from './log/index.js';
export { asksForAttendance, baseOf, decideTie, fewestSecretVotes, quorumNeeded, votesNeeded } from './majority.js';
export { findRuleFaults, optionLimits, yesNoOptions } from './rule-faults.js';
export { countBallots, tooFew } from './tally/count.js';
export {
  afterDecision,
  findScreeningFaults,
  firstTopicState,
  isTopicShown,
  mayComment,
  mayMergeInto,
  maySecond,
  topicDecisionsAllowed,
  type TopicDecision,
  type TopicState,
} from './topics.js';
