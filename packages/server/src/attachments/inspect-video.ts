import { refuseDamage, refuseType } from './inspect-refusal.js';

/**
 * The media type of an MP4, QuickTime, 3GP or M4A, after its boxes were followed to the end of the file. Refuses one that
 * is cut off, has no index, or goes on behind its last box. Sound without a picture is `audio/…`.
 */
export function inspectIsoMedia(file: Buffer): string {
  const found = new Set<string>();
  let pictures = false;
  for (let at = 0; at < file.length;) {
    // Cameras pad with zeros up to a block of their card.
    if (isZero(file.subarray(at))) break;
    if (at + 8 > file.length) refuseDamage('a box that is cut off');
    const type = file.toString('latin1', at + 4, at + 8);
    if (!/^[\w \xa9-]{4}$/.test(type)) refuseDamage('bytes behind the last box');
    let size = file.readUInt32BE(at);
    if (size === 1 && at + 16 <= file.length) size = Number(file.readBigUInt64BE(at + 8));
    else if (size === 0) size = file.length - at;
    if (size < 8 || at + size > file.length) refuseDamage('a box that is cut off');
    found.add(type);
    if (type === 'moov') pictures = file.subarray(at, at + size).includes('vide', 0, 'latin1');
    at += size;
  }
  if (!found.has('moov') || !(found.has('mdat') || found.has('moof'))) refuseDamage('a film without index or content');
  const brand = found.has('ftyp') ? file.toString('latin1', 8, 12) : 'qt  ';
  if (brand === 'qt  ') return 'video/quicktime';
  return `${pictures ? 'video' : 'audio'}/${brand.startsWith('3g') ? '3gpp' : 'mp4'}`;
}

/** The media type of a WebM; other Matroska is refused. One that says its length must have exactly that. */
export function inspectWebm(file: Buffer): string {
  const header = element(file, 0);
  if (!header || header.size === undefined) return refuseDamage('a film without a header');
  if (documentType(file.subarray(header.start, header.start + header.size)) !== 'webm') refuseType('not a WebM');
  const segment = element(file, header.start + header.size);
  if (segment?.id !== 0x18538067) return refuseDamage('a film without content');
  // Recorders in browsers write while they record and leave the length open.
  if (segment.size !== undefined && segment.start + segment.size !== file.length)
    refuseDamage('a film that is cut off or goes on');
  return 'video/webm';
}

function documentType(header: Buffer): string {
  for (let at = 0; at < header.length;) {
    const part = element(header, at);
    if (!part || part.size === undefined) break;
    if (part.id === 0x4282) return header.toString('latin1', part.start, part.start + part.size).replace(/\0+$/, '');
    at = part.start + part.size;
  }
  return '';
}

/** An EBML element: its id with the marker bit, where its content starts, and its size; undefined where that is open. */
function element(file: Buffer, at: number): { id: number; start: number; size: number | undefined } | undefined {
  const idLength = Math.clz32(file[at] ?? 0) - 23;
  const sizeLength = Math.clz32(file[at + idLength] ?? 0) - 23;
  const start = at + idLength + sizeLength;
  if (idLength > 4 || sizeLength > 8 || start > file.length) return undefined;
  let id = 0;
  for (let index = 0; index < idLength; index++) id = id * 256 + file[at + index]!;
  let size = file[at + idLength]! - 2 ** (8 - sizeLength);
  for (let index = 1; index < sizeLength; index++) size = size * 256 + file[at + idLength + index]!;
  return { id, start, size: size === 2 ** (7 * sizeLength) - 1 ? undefined : size };
}

function isZero(bytes: Buffer): boolean {
  return bytes[0] === 0 && bytes.every((byte) => byte === 0);
}
