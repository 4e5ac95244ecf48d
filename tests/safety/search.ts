/** Looks for words in folders, whatever their files are: text, databases, caches, packed sessions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { needlesOf, type Needle } from './needles.js';

/** Where a word was found: `Sessions/Tabs_1: osmanthus as UTF-16 LE`. */
export type Find = string;

/** Finds in every file below a folder. Files that vanish meanwhile do not count; unreadable ones do. */
export function searchFolder(folder: string, words: readonly string[]): Find[] {
  const needles = words.map((word) => [word, needlesOf(word)] as const);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readIfThere(path);
      const found = bytes ? layersOf(bytes).flatMap((layer) => findIn(layer, needles)) : [];
      const named = words.filter((word) => entry.name.includes(word)).map((word) => `${word} in its name`);
      return [...new Set([...found, ...named])].map((what) => `${relative(folder, path)}: ${what}`);
    });
}

/** Finds in a text, such as a log. */
export function searchText(where: string, text: string, words: readonly string[]): Find[] {
  const needles = words.map((word) => [word, needlesOf(word)] as const);
  return findIn(Buffer.from(text, 'utf8'), needles).map((what) => `${where}: ${what}`);
}

function findIn(bytes: Buffer, needles: readonly (readonly [string, Needle[]])[]): string[] {
  return needles.flatMap(([word, forms]) =>
    forms.filter((form) => bytes.includes(form.bytes)).map(({ as }) => `${word} as ${as}`),
  );
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The bytes as they are, and what they unpack to. */
function layersOf(bytes: Buffer): Buffer[] {
  const layers = [bytes];
  if (bytes.subarray(0, 8).toString('latin1') === 'mozLz40\0')
    layers.push(unpackLz4(bytes.subarray(12), bytes.readUInt32LE(8)));
  for (const unpack of [gunzipSync, inflateSync, brotliDecompressSync]) {
    try {
      layers.push(unpack(bytes));
    } catch {
      // Not of this kind.
    }
  }
  return layers;
}

/** An LZ4 block, as Firefox writes its sessions. */
export function unpackLz4(packed: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const lengthFrom = (nibble: number) => {
    let length = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; length += byte) byte = packed[from++]!;
    return length;
  };
  while (from < packed.length) {
    const token = packed[from++]!;
    const literals = lengthFrom(token >> 4);
    packed.copy(out, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= packed.length) break;
    const back = packed.readUInt16LE(from);
    from += 2;
    // Byte by byte: what is copied may begin in what is being written.
    for (let left = lengthFrom(token & 15) + 4; left > 0; left--, to++) out[to] = out[to - back]!;
  }
  return out;
}
