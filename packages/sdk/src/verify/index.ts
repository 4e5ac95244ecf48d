/** Checks the public log of a council without the service that wrote it; what `npx fulian-verify` is made of. */
export type { BallotRecord } from './ballots.js';
export type { IsSigned, KnownHead } from './chain.js';
export { logFindingCodes, type LogFinding, type LogFindingCode } from './findings.js';
export { joinPages, nextAfter } from './pages.js';
export { isHead, type LogHead } from './shapes.js';
export { verifyLog, type Verification, type VerifyOptions } from './verify-log.js';
