/** Statistics over cases: charts that are also tables. */
export { type CaseReportStoreOptions, createCaseReportStore } from './store.js';
export type * from './types.js';
