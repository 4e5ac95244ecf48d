import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kind } from './inspect-kinds.js';
import { refuseDamage } from './inspect-refusal.js';

/** Pages and scripts. Long enough that random bytes of a 20 MiB file hold none (in one of ten thousand files). */
const pages =
  /<script[\s>/]|<!doctype\s+html|<html[\s>]|<iframe[\s>]|<\?php\s|http:\/\/www\.w3\.org\/2000\/svg|this program cannot be run in dos mode/i;
/** Archives (RAR, 7z) and programs (ELF of 64 and 32 bits). */
const signatures = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '\x7fELF\x02\x01\x01', '\x7fELF\x01\x01\x01'];
/** Bytes looked at in one turn: the service must go on answering. */
const piece = 1_048_576;
/** No pattern is longer. */
const overlap = 64;

/**
 * Refuses a file that is a second thing as well: a page, a script, a program or an archive hidden in a picture, sound,
 * film or PDF, to be opened under another name or served as another type.
 *
 * Not for office files: they are archives, and every entry of theirs is accounted for by their own inspection. What a
 * camera appends to its pictures (motion, depth, gain maps) is let pass; the working copy does not have it.
 */
export async function refuseForeignContent(file: Buffer, kind: Kind): Promise<void> {
  if (kind !== 'pdf' && file.subarray(0, 1_024).includes('%PDF-')) refuseDamage('also a PDF');
  if (isScriptHeader(file, kind)) refuseDamage('also a script');
  if (hasZipDirectory(file)) refuseDamage('also a ZIP archive');
  for (let start = 0; start < file.length; start += piece) {
    const part = file.subarray(start, start + piece + overlap);
    if (signatures.some((one) => part.includes(one, 0, 'latin1'))) refuseDamage('holds an archive or a program');
    if (pages.test(part.toString('latin1'))) refuseDamage('holds a page or a program');
    await nextTurn();
  }
}

/** `GIF89a/*` and its kin: the size of a picture that reads as the start of a JavaScript comment or assignment. */
function isScriptHeader(file: Buffer, kind: Kind): boolean {
  const at = kind === 'gif' ? 6 : kind === 'jpeg' ? 4 : undefined;
  if (at === undefined) return false;
  const size = file.toString('latin1', at, at + 2);
  return size === '/*' || size === '//' || (kind === 'gif' && /^=[\s\d"'`/[({]/.test(size));
}

/** Readers of ZIP begin at the end of a file and ignore what stands before. */
function hasZipDirectory(file: Buffer): boolean {
  const tail = file.subarray(Math.max(0, file.length - 65_557));
  for (let at = tail.indexOf('PK\x05\x06', 0, 'latin1'); at >= 0; at = tail.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    if (at + 22 > tail.length) return false;
    const size = tail.readUInt32LE(at + 12);
    const comment = tail.readUInt16LE(at + 20);
    if (size <= file.length && at + 22 + comment <= tail.length) return true;
  }
  return false;
}
