/** What a secret ballot needs besides the store: the curve, and a hash. Loaded when one is on the screen, and then only. */
import { receiptOfPaper } from '@fulian/contract/rules/council';
import { sha256 } from '@noble/hashes/sha2.js';

export { blindPaper, newPaper, PaperRefusedError, sealPaper } from '../../ballot-paper.js';

/** The receipt of a paper, which stands among those that were counted: 64 hex digits. */
export function receiptOf(paper: string): string {
  return receiptOfPaper((text) => {
    // Hex digits: one byte a character.
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    let hex = '';
    for (const byte of sha256(bytes)) hex += (256 + byte).toString(16).slice(1);
    return hex;
  }, paper);
}
