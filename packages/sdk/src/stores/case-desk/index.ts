/** A case worker's day: the queue, one case, its steps; accounts and the audit log beside it. */
export { type AdministrationOptions, createAuditLogStore, createStaffAccountsStore } from './administration.js';
export { callWindow, clockOf } from './clock.js';
export { type CaseDeskStoreOptions, createCaseDeskStore } from './store.js';
export { filesWith } from './writing.js';
export type * from './types.js';
