/** A member's session with a council. */
export { createMemberSession, type MemberSessionOptions } from './store.js';
export type * from './types.js';
