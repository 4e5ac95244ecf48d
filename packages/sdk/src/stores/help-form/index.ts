/** The headless state of one request for help, from the first question to the receipt. */
export { createHelpFormStore, type HelpFormStoreOptions } from './store.js';
export type * from './types.js';
