/** The desk of who organises councils. */
export { createCouncilDeskStore, type CouncilDeskStoreOptions } from './store.js';
export { rulePresets } from './rule-presets.js';
// The rules that a desk asks for what can be done now; elements do not know the contract.
export {
  executionStepsAllowed,
  mayMergeInto,
  mayRunAgain,
  quorumNeeded,
  topicDecisionsAllowed,
  votesNeeded,
} from '@fulian/contract/rules/council';
export type { NetworkLike } from '../network.js';
export type * from './types.js';
