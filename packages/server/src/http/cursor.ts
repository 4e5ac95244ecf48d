import { timingSafeEqual } from 'node:crypto';
import { macOf } from '../keys/keyring.js';
import { ProblemError } from '../problem.js';

const macBytes = 16;

/**
 * An opaque cursor: where a listing goes on, signed together with the listing that it belongs to (operation, parent,
 * search …), so that it is good for nothing else.
 */
export function writeCursor(key: Uint8Array, listing: readonly string[], position: readonly string[]): string {
  const text = Buffer.from(JSON.stringify(position), 'utf8');
  return Buffer.concat([signature(key, listing, text), text]).toString('base64url');
}

/** Reads a cursor of `parts` strings back. Throws `cursor-invalid` where it was not made for this listing. */
export function readCursor(
  key: Uint8Array,
  listing: readonly string[],
  cursor: string | undefined,
  parts: number,
): string[] | undefined {
  if (cursor === undefined) return undefined;
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(macBytes);
  const mac = signature(key, listing, text);
  // Other spellings of the same bytes are refused, too: a cursor is used as it was given.
  if (
    bytes.length <= macBytes ||
    bytes.toString('base64url') !== cursor ||
    !timingSafeEqual(mac, bytes.subarray(0, macBytes))
  )
    throw new ProblemError('cursor-invalid');
  const position = JSON.parse(text.toString('utf8')) as string[];
  if (position.length !== parts) throw new ProblemError('cursor-invalid');
  return position;
}

function signature(key: Uint8Array, listing: readonly string[], text: Uint8Array): Buffer {
  return macOf(key, ...listing, text).subarray(0, macBytes);
}
