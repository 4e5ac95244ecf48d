import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { AttachmentRefused, refuseDamage, refuseType } from './inspect-refusal.js';

const mostEntries = 3_000;
/** Unpacked bytes, counted while they are unpacked: what the directory claims is not believed. */
const mostUnpacked = 200 * 1_048_576;
/** Unpacked to packed. Tables of equal rows reach 100, a bomb 1,000. */
const mostRatio = 200;
/** Bytes that may be unpacked before the ratio counts. */
const ratioFrom = 4 * 1_048_576;

const openXml = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';
/** By the part without which it is no such document. */
const openXmlKinds: Record<string, string> = {
  'word/document.xml': `${openXml}wordprocessingml.document`,
  'xl/workbook.xml': `${openXml}spreadsheetml.sheet`,
  'ppt/presentation.xml': `${openXml}presentationml.presentation`,
};
const openDocumentKinds = ['text', 'spreadsheet', 'presentation'].map((kind) => openDocument + kind);

const macros = /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/|basic\/|scripts\/)/i;
const programs = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|lnk|html?|zip|rar|7z)$/i;

/**
 * The media type of a DOCX, XLSX, PPTX, ODT, ODS or ODP, after every entry was unpacked (to nowhere) and its checksum
 * compared. Refuses other archives, bombs, broken or overlapping entries, encrypted ones, paths that lead out, bytes that
 * belong to no entry, and documents with macros, programs, pages or archives inside.
 */
export async function inspectOffice(file: Buffer): Promise<string> {
  const zip = await open(file);
  try {
    const seen = new Set<string>();
    let unpacked = 0;
    let packed = 0;
    let mimetype = '';
    const ranges: [number, number][] = [];
    for (let entry = await next(zip); entry; entry = await next(zip)) {
      checkEntry(entry, seen);
      seen.add(entry.fileName);
      packed += entry.compressedSize;
      // Entries that share bytes unpack the same bytes again and again.
      if (packed > file.length) refuseDamage('entries overlap');
      const start = entry.relativeOffsetOfLocalHeader;
      ranges.push([start, start + 30 + entry.compressedSize]);
      const { size, head } = await unpack(zip, entry, mostUnpacked - unpacked);
      unpacked += size;
      if (unpacked > ratioFrom && unpacked > mostRatio * packed) refuseDamage('unpacks to far too much');
      if (entry.fileName === 'mimetype') mimetype = head;
    }
    checkRanges(ranges);
    return typeOf(seen, mimetype);
  } catch (error) {
    if (error instanceof AttachmentRefused) throw error;
    return refuseDamage('the archive is broken', error);
  }
}

function open(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new AttachmentRefused('attachment-damaged', 'the archive is broken', { cause: error }));
      else if (zip.entryCount > mostEntries) reject(new AttachmentRefused('attachment-damaged', 'too many entries'));
      else if (zip.comment.length > 0) reject(new AttachmentRefused('attachment-damaged', 'text behind the archive'));
      else resolve(zip);
    });
  });
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      zip.removeAllListeners();
      done();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (error: Error) => settle(() => reject(error)));
    zip.readEntry();
  });
}

function checkEntry(entry: Entry, seen: ReadonlySet<string>): void {
  const name = entry.fileName;
  if (entry.isEncrypted()) refuseType('encrypted entries');
  if (seen.has(name)) refuseDamage('two entries of one name');
  // yauzl has refused absolute paths, `..` and backslashes already.
  if (name.includes('\0') || name.length > 260) refuseDamage('an entry with an impossible name');
  if (macros.test(name)) refuseType('a document with macros');
  if (programs.test(name)) refuseType('a document with a program inside');
}

/** Unpacks one entry to nowhere; resolves to its size and its first bytes. */
function unpack(zip: ZipFile, entry: Entry, most: number): Promise<{ size: number; head: string }> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (failure, stream) => {
      if (failure) return reject(failure);
      let size = 0;
      let sum = 0;
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (size === 0) head = chunk.toString('latin1', 0, 100);
        size += chunk.length;
        sum = crc32(chunk, sum);
        if (size > most || (size > ratioFrom && size > mostRatio * entry.compressedSize))
          stream.destroy(new AttachmentRefused('attachment-damaged', 'unpacks to far too much'));
      });
      stream.on('error', reject);
      stream.on('end', () => {
        if (sum === entry.crc32) resolve({ size, head });
        else reject(new Error('checksum'));
      });
    });
  });
}

/** The first entry begins with the file and none lies inside another. */
function checkRanges(ranges: [number, number][]): void {
  let end = 0;
  for (const [at, [start, after]] of ranges.sort((one, other) => one[0] - other[0]).entries()) {
    if (at === 0 ? start !== 0 : start < end) refuseDamage('entries overlap');
    end = after;
  }
}

function typeOf(names: ReadonlySet<string>, mimetype: string): string {
  if (names.has('[Content_Types].xml')) {
    const kinds = Object.entries(openXmlKinds).filter(([part]) => names.has(part));
    if (kinds.length === 1) return kinds[0]![1];
  }
  if (names.has('content.xml') && openDocumentKinds.includes(mimetype)) return mimetype;
  return refuseType('an archive that is no document');
}
