import { createHash } from 'node:crypto';

/** A strong ETag of a text, or of its bytes. */
export function entityTagOf(text: string | Uint8Array): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether `If-None-Match` names this tag (RFC 9110, weak comparison). */
export function noneMatches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return true;
  if (header.trim() === '*') return false;
  return !header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
