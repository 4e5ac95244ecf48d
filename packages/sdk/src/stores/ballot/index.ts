/** One ballot, for who votes. */
export { createBallotStore } from './store.js';
export type * from './types.js';
