/** One case as its requester sees it. */
export { createCaseTrackerStore, type CaseTrackerStoreOptions } from './store.js';
export type * from './types.js';
