/** One council, for visitors and its members. */
export { createCouncilStore, type CouncilStoreOptions } from './store.js';
export type { NetworkLike } from '../network.js';
export type { SessionKeeper } from '../member-session/types.js';
export type * from './types.js';
