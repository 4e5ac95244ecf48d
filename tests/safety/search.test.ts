import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { needlesOf } from './needles.js';
import { searchFolder, searchText, unpackLz4 } from './search.js';

const word = '桂花巷七号';
const folder = mkdtempSync(join(tmpdir(), 'fulian-search-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands before and after the word in each file. */
const inside = (text: string) => `before ${text} after`;
const gb = Buffer.from([0xb9, 0xf0, 0xbb, 0xa8, 0xcf, 0xef, 0xc6, 0xdf, 0xba, 0xc5]);

describe('The search for traces', () => {
  it.each<[as: string, bytes: Buffer]>([
    ['UTF-8', Buffer.from(inside(word))],
    ['UTF-16 LE', Buffer.from(inside(word), 'utf16le')],
    ['UTF-16 BE', Buffer.from(inside(word), 'utf16le').swap16()],
    ['GB 18030', Buffer.concat([Buffer.from('x'), gb, Buffer.from('x')])],
    ['percent-encoded', Buffer.from(encodeURIComponent(inside(word)))],
    ['escaped in JSON', Buffer.from(inside('\\u6842\\u82b1\\u5df7\\u4e03\\u53f7'))],
    ['hex', Buffer.from(Buffer.from(inside(word)).toString('hex'))],
    ['base64', Buffer.from(Buffer.from(`x${word}`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`xx${word}y`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`xxx${word}yy`).toString('base64'))],
    ['UTF-8', gzipSync(inside(word))],
    ['UTF-8', brotliCompressSync(inside(word))],
  ])('finds a word written as %s', (as, bytes) => {
    const place = mkdtempSync(join(folder, 'case-'));
    mkdirSync(join(place, 'deep'));
    writeFileSync(join(place, 'deep', 'file'), bytes);
    expect(searchFolder(place, [word])).toContain(`deep/file: ${word} as ${as}`);
  });

  it('finds a word in a name, and in a text', () => {
    writeFileSync(join(mkdtempSync(join(folder, 'named-')), `${word}.jpg`), '');
    expect(searchFolder(folder, [word]).some((one) => one.endsWith(`${word} in its name`))).toBe(true);
    expect(searchText('the log', inside(word), [word])).toEqual([`the log: ${word} as UTF-8`]);
  });

  it('finds nothing where nothing is', () => {
    expect(searchText('the log', inside('桂花'), [word])).toEqual([]);
  });

  it('unpacks LZ4: literals, repetitions, and a repetition that overlaps itself', () => {
    // 'abc', then 9 bytes from 3 back, then 'X'.
    const packed = Buffer.from([0x35, 0x61, 0x62, 0x63, 0x03, 0x00, 0x10, 0x58]);
    expect(unpackLz4(packed, 13).toString()).toBe('abcabcabcabcX');
  });

  it('refuses a word that chance would find', () => {
    expect(() => needlesOf('abc')).toThrow('too short');
  });
});
