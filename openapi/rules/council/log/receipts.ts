import type { LoggedChoice } from './bodies.js';
import { canonicalJson } from './canonical-json.js';
import type { Sha256 } from './entry.js';

/**
 * The receipt of a vote in an open ballot: it binds the member to her choice, and tells neither before the closing publishes the salt.
 * `salt`: 32 random bytes as hex digits, new for each vote. `choice`: canonical after V1.
 */
export function receiptOfVote(sha256: Sha256, salt: string, member: string, choice: LoggedChoice): string {
  return sha256(`${salt}\n${member}\n${canonicalJson(choice)}`);
}

/** The receipt of a secret vote: SHA-256 of the paper as it is sent, 64 hex digits. Proves that it was counted, never what it says. */
export function receiptOfPaper(sha256: Sha256, paper: string): string {
  return sha256(paper);
}
