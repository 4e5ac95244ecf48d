/** One ballot, for who votes. */
export { createBallotStore, type BallotStoreOptions } from './store.js';
export type { NetworkLike } from '../network.js';
export type { SessionKeeper } from '../member-session/types.js';
export type * from './types.js';
