import { refuseDamage } from './inspect-refusal.js';

/** The share of a sound file that its frames must account for; the rest is tags. */
const mostlyFrames = 0.9;

/** A RIFF file whose chunks end where it ends. Recorders that were never told to stop write 0 or the largest length. */
export function inspectWav(file: Buffer): string {
  const claimed = file.readUInt32LE(4);
  const open = claimed === 0 || claimed === 0xffff_ffff;
  const rest = file.length - 8 - claimed;
  if (!open && rest !== 0 && rest !== 1) refuseDamage('a sound that is cut off or goes on');
  const found = new Set<string>();
  for (let at = 12; at + 8 <= file.length;) {
    const type = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    found.add(type);
    if (type === 'data' && open) break;
    if (at + 8 + size > file.length) refuseDamage('a chunk that is cut off');
    at += 8 + size + (size & 1);
  }
  if (!found.has('fmt ') || !found.has('data')) refuseDamage('a sound without format or content');
  return 'audio/wav';
}

/** Ogg pages from the first byte to the last. */
export function inspectOgg(file: Buffer): string {
  for (let at = 0; at < file.length;) {
    if (file.toString('latin1', at, at + 4) !== 'OggS' || at + 27 > file.length) refuseDamage('a page that is cut off');
    const segments = file.subarray(at + 27, at + 27 + file[at + 26]!);
    at += 27 + file[at + 26]! + segments.reduce((sum, one) => sum + one, 0);
    if (at > file.length) refuseDamage('a page that is cut off');
  }
  return file.subarray(0, 512).includes('theora', 0, 'latin1') ? 'video/ogg' : 'audio/ogg';
}

/** MPEG audio, layers I to III. A recording may end in the middle of a frame. */
export function inspectMp3(file: Buffer): string {
  let start = 0;
  if (file.toString('latin1', 0, 3) === 'ID3') {
    const [a, b, c, d] = file.subarray(6, 10);
    start = 10 + (((a! & 127) << 21) | ((b! & 127) << 14) | ((c! & 127) << 7) | (d! & 127));
  }
  while (file[start] === 0) start++;
  checkFrames(file, start, mpegFrameLength);
  return 'audio/mpeg';
}

/** AAC in ADTS frames. */
export function inspectAac(file: Buffer): string {
  checkFrames(file, 0, (at) => {
    if (file[at] !== 0xff || (file[at + 1]! & 0xf6) !== 0xf0) return undefined;
    return ((file[at + 3]! & 3) << 11) | (file[at + 4]! << 3) | (file[at + 5]! >> 5);
  });
  return 'audio/aac';
}

/** FLAC: its blocks of metadata, then the first frame. */
export function inspectFlac(file: Buffer): string {
  let at = 4;
  for (let last = false; !last;) {
    if (at + 4 > file.length) refuseDamage('a sound that is cut off');
    last = (file[at]! & 128) !== 0;
    at += 4 + file.readUIntBE(at + 1, 3);
  }
  if (file[at] !== 0xff || (file[at + 1]! & 0xfe) !== 0xf8) refuseDamage('a sound without content');
  return 'audio/flac';
}

/** AMR, narrow or wide: what phones record and old WeChat exports hold. Frames to the last byte. */
export function inspectAmr(file: Buffer): string {
  const wide = file.toString('latin1', 5, 8) === '-WB';
  const lengths = wide ? [18, 24, 33, 37, 41, 47, 51, 59, 61, 6] : [13, 14, 16, 18, 20, 21, 27, 32, 6];
  const header = wide ? 9 : 6;
  let at = header;
  while (at < file.length) {
    const type = (file[at]! >> 3) & 15;
    // 14 and 15 say that a frame was lost or silent.
    const length = lengths[type] ?? (type >= 14 ? 1 : 0);
    if (length === 0) refuseDamage('a frame of an unknown kind');
    at += length;
  }
  if (at !== file.length || at === header) refuseDamage('a sound that is cut off');
  return wide ? 'audio/amr-wb' : 'audio/amr';
}

/** SILK, WeChat's voice messages. Packets to the last byte or to the end mark. */
export function inspectSilk(file: Buffer): string {
  let at = file[0] === 2 ? 10 : 9;
  let packets = 0;
  while (at + 2 <= file.length) {
    const length = file.readUInt16LE(at);
    at += 2;
    if (length === 0xffff) break;
    at += length;
    packets++;
  }
  if (at !== file.length || packets === 0) refuseDamage('a sound that is cut off or goes on');
  return 'audio/silk';
}

/** Follows frames; the first three must stand one after the other, and all together must be nearly all of the file. */
function checkFrames(file: Buffer, start: number, lengthAt: (at: number, file: Buffer) => number | undefined): void {
  let at = start;
  let frames = 0;
  while (at + 7 < file.length) {
    const length = lengthAt(at, file);
    if (length === undefined || length < 7) break;
    at += length;
    frames++;
  }
  if (frames < 3 || Math.min(at, file.length) - start < (file.length - start) * mostlyFrames)
    refuseDamage('no sound, or more than that');
}

/** Kilobits a second by version (1, then 2 and 2.5) and layer (I, II, III), from ISO 11172-3 and 13818-3. */
const bitRates = {
  first: [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  later: [
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
} as const;

function mpegFrameLength(at: number, file: Buffer): number | undefined {
  const [sync, head, rates] = file.subarray(at, at + 3);
  if (sync !== 0xff || (head! & 0xe0) !== 0xe0) return undefined;
  const version = (head! >> 3) & 3;
  const layer = 4 - ((head! >> 1) & 3);
  const hertz = [44_100, 48_000, 32_000][(rates! >> 2) & 3];
  const kilobits = bitRates[version === 3 ? 'first' : 'later'][layer - 1]?.[(rates! >> 4) - 1];
  if (version === 1 || layer === 4 || hertz === undefined || kilobits === undefined) return undefined;
  const rate = hertz / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (rates! >> 1) & 1;
  if (layer === 1) return (Math.floor((12_000 * kilobits) / rate) + padding) * 4;
  const samples = layer === 3 && version !== 3 ? 72_000 : 144_000;
  return Math.floor((samples * kilobits) / rate) + padding;
}
