import { hexOf } from '../../ballot-paper/hex.js';
import { sha256 } from '../../ballot-paper/sha2.js';

/** SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits. */
export function sha256Text(text: string): string {
  const escaped = latin1Of(encodeURIComponent(text));
  const bytes = new Uint8Array(escaped.length);
  for (let at = 0; at < escaped.length; at += 1) bytes[at] = escaped.charCodeAt(at);
  return hexOf(sha256(bytes));
}

/** The characters of a text's UTF-8 bytes from its percent codes. */
function latin1Of(text: string): string {
  return text.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
