/** The log of a council: G1 text and hash of an entry, G2 what it says, G3 text of the head. Hashing and signing come from outside. */
export type * from './bodies.js';
export { canonicalJson, isCanonicalJson } from './canonical-json.js';
export { entryText, firstHash, sealEntry, type LogEntry, type LogRecord, type Sha256 } from './entry.js';
export { headText, type HeadFacts } from './head.js';
export { paperInput } from './paper-input.js';
export { receiptOfPaper, receiptOfVote } from './receipts.js';
