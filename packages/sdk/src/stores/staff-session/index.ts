/** Signing in and out, for all stores of who works for a federation. */
export { createStaffSession, type StaffSessionOptions } from './store.js';
export type * from './types.js';
