/** How a word may look in a file: every way in which browsers, databases and logs write text. */
export interface Needle {
  /** For the report, for example `UTF-16 LE`. */
  as: string;
  bytes: Buffer;
}

/** The word in every encoding in which it is looked for. Needs at least 5 bytes in UTF-8, or chance would find it. */
export function needlesOf(word: string): Needle[] {
  const utf8 = Buffer.from(word, 'utf8');
  if (utf8.length < 5) throw new Error(`“${word}” is too short to be told from chance`);
  const wide = Buffer.from(word, 'utf16le');
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const escaped = [...word].map((one) => escapeOf(one)).join('');
  const texts: [as: string, text: string][] = [
    ['percent-encoded', percent],
    ['percent-encoded', percent.toUpperCase()],
    ['percent-encoded', encodeURIComponent(word)],
    ['escaped in JSON', escaped],
    ['hex', utf8.toString('hex')],
    ['hex', utf8.toString('hex').toUpperCase()],
    ['hex of UTF-16', wide.toString('hex')],
    ...[0, 1, 2].map((shift): [string, string] => ['base64', base64Inside(utf8, shift)]),
  ];
  return [
    { as: 'UTF-8', bytes: utf8 },
    { as: 'UTF-16 LE', bytes: wide },
    { as: 'UTF-16 BE', bytes: Buffer.from(wide).swap16() },
    { as: 'GB 18030', bytes: gbOf(word) },
    ...texts.map(([as, text]) => ({ as, bytes: Buffer.from(text, 'latin1') })),
  ].filter(({ bytes }, at, all) => bytes.length > 0 && all.findIndex((one) => one.bytes.equals(bytes)) === at);
}

const escapeOf = (character: string) =>
  [...character.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** The part of the base64 text that is the same whatever stands around the word; `shift` is its place modulo 3. */
function base64Inside(bytes: Buffer, shift: number): string {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const skip = Math.ceil((shift * 8) / 6);
  // The last character may hold bits of what follows.
  return padded.slice(skip, (bytes.length + shift) % 3 === 0 ? undefined : -1);
}

let gbTable: Map<string, number[]> | undefined;

/** Node writes no GB 18030: the table is made by reading every pair of bytes once. */
function makeGbTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const text = decoder.decode(Uint8Array.of(first, second));
      if (text.length === 1 && !table.has(text)) table.set(text, [first, second]);
    }
  return table;
}

/** The word as old Chinese systems write it; empty where they cannot. */
function gbOf(word: string): Buffer {
  gbTable ??= makeGbTable();
  const bytes = [...word].map((one) => (one < '\u0080' ? [one.charCodeAt(0)] : gbTable!.get(one)));
  return bytes.includes(undefined) ? Buffer.alloc(0) : Buffer.from((bytes as number[][]).flat());
}
