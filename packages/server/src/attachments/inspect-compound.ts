import { refuseDamage, refuseType } from './inspect-refusal.js';

const endOfChain = 0xffff_fffe;
const mostSectors = 65_536;

/** Streams without which it is no such document. WPS writes the same. */
const kinds: Record<string, string> = {
  WordDocument: 'application/msword',
  Workbook: 'application/vnd.ms-excel',
  Book: 'application/vnd.ms-excel',
  'PowerPoint Document': 'application/vnd.ms-powerpoint',
};
const macros = /^(macros|vba|_vba_project|_vba_project_cur|vba project)$/i;
/** `Ole10Native` has a control character before it. */
const hidden = /^(encryptedpackage|.?ole10native|package)$/i;

/**
 * The media type of an old DOC, XLS or PPT (Compound File Binary, [MS-CFB]). They are taken because offices and the WPS
 * of many a village still write them. Reads the directory only: refuses what is no such document, has macros, embeds a
 * packaged file, is encrypted as a whole, or ends before its sectors do.
 */
export function inspectCompound(file: Buffer): string {
  try {
    return typeOf(directoryNames(file));
  } catch (error) {
    if (error instanceof RangeError) return refuseDamage('the compound file is cut off', error);
    throw error;
  }
}

function typeOf(names: string[]): string {
  if (names.some((name) => macros.test(name))) refuseType('a document with macros');
  if (names.some((name) => hidden.test(name))) refuseType('a document with a hidden file');
  const found = names.map((name) => kinds[name]).filter((kind) => kind !== undefined);
  if (new Set(found).size !== 1) refuseType('a compound file that is no document');
  return found[0]!;
}

/** Names of all storages and streams. Throws a RangeError past the end of the file. */
function directoryNames(file: Buffer): string[] {
  const shift = file.readUInt16LE(30);
  if (file.readUInt16LE(28) !== 0xfffe || (shift !== 9 && shift !== 12)) refuseDamage('not a compound file');
  const size = 1 << shift;
  const sector = (at: number) => {
    const start = (at + 1) * size;
    if (start + size > file.length) throw new RangeError('sector');
    return file.subarray(start, start + size);
  };
  const table = allocationTable(file, size, sector);
  const names: string[] = [];
  let steps = 0;
  for (let at = file.readUInt32LE(48); at < endOfChain; at = table[at] ?? endOfChain) {
    if (++steps > mostSectors) refuseDamage('a directory without end');
    const entries = sector(at);
    for (let start = 0; start < size; start += 128) {
      const length = entries.readUInt16LE(start + 64);
      if (entries[start + 66] !== 0 && length >= 2 && length <= 64)
        names.push(entries.toString('utf16le', start, start + length - 2));
    }
  }
  return names;
}

/** Which sector follows which. */
function allocationTable(file: Buffer, size: number, sector: (at: number) => Buffer): number[] {
  const sectors: number[] = [];
  for (let at = 0; at < 109; at++) sectors.push(file.readUInt32LE(76 + at * 4));
  let more = file.readUInt32LE(68);
  for (let steps = 0; more < endOfChain; steps++) {
    if (steps > mostSectors) refuseDamage('an allocation table without end');
    const list = sector(more);
    for (let at = 0; at < size - 4; at += 4) sectors.push(list.readUInt32LE(at));
    more = list.readUInt32LE(size - 4);
  }
  const table: number[] = [];
  for (const one of sectors.slice(0, file.readUInt32LE(44))) {
    const part = sector(one);
    for (let at = 0; at < size; at += 4) table.push(part.readUInt32LE(at));
  }
  // A file that was cut off has fewer sectors than its table gives out.
  let used = table.length - 1;
  while (used >= 0 && table[used] === 0xffff_ffff) used--;
  if ((used + 1) * size >= file.length) throw new RangeError('sector');
  return table;
}
