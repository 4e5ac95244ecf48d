import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Files for tests, made when they are asked for, so that none of unknown origin lies in the repository. */

/** An entry of an archive; the optional parts lie about it. */
export interface ZipEntry {
  name: string;
  data: Buffer | string;
  /** Kept as it is instead of packed. */
  stored?: boolean;
  /** What the directory says instead of the true size. */
  claimedSize?: number;
  /** What the directory says instead of the true start. */
  claimedStart?: number;
  encrypted?: boolean;
}

/** A ZIP archive of these entries. */
export function zipOf(entries: readonly ZipEntry[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let start = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const packed = entry.stored ? data : deflateRawSync(data);
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), 2);
    common.writeUInt16LE(entry.stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.claimedSize ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(entry.claimedStart ?? start, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, name]));
    parts.push(local);
    start += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(start, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, index, end, Buffer.from(comment)]);
}

const parts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };

/** A minimal DOCX, XLSX or PPTX with further entries. */
export function openXmlOf(kind: keyof typeof parts, more: readonly ZipEntry[] = []): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: parts[kind], data: '<document/>' },
    ...more,
  ]);
}

/** A minimal ODT, ODS or ODP with further entries. */
export function openDocumentOf(kind: 'text' | 'spreadsheet' | 'presentation', more: readonly ZipEntry[] = []): Buffer {
  const mimetype = `application/vnd.oasis.opendocument.${kind}`;
  return zipOf([
    { name: 'mimetype', data: mimetype, stored: true },
    { name: 'content.xml', data: '<office/>' },
    ...more,
  ]);
}

/** A compound file (DOC, XLS, PPT) whose directory has these names. */
export function compoundOf(names: readonly string[]): Buffer {
  const header = Buffer.alloc(512, 0xff);
  header.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  header.fill(0, 8, 76);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xffff_fffe, 68);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xffff_fffd, 0);
  const sectors = Math.ceil((names.length + 1) / 4);
  for (let at = 1; at <= sectors; at++) table.writeUInt32LE(at === sectors ? 0xffff_fffe : at + 1, at * 4);
  const directory = Buffer.alloc(sectors * 512);
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    directory.write(name, at * 128, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at * 128 + 64);
    directory[at * 128 + 66] = at === 0 ? 5 : 2;
  }
  return Buffer.concat([header, table, directory]);
}

/** A one-page PDF with further objects. */
export function pdfOf(more = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n${more}` +
      'trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
    'latin1',
  );
}

/** A box of an ISO media file. */
export function boxOf(type: string, content: Buffer | string = ''): Buffer {
  const head = Buffer.alloc(8);
  const data = Buffer.from(content);
  head.writeUInt32BE(8 + data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

/** An MP4 (or QuickTime, 3GP, M4A by its brand) with some content. */
export function filmOf(brand = 'isom', handler = 'vide'): Buffer {
  return Buffer.concat([
    boxOf('ftyp', `${brand}\0\0\0\0${brand}`),
    boxOf('moov', boxOf('hdlr', `\0\0\0\0\0\0\0\0${handler}`)),
    boxOf('mdat', randomBytes(5_000)),
  ]);
}

/** A WebM, with its length said or left open. */
export function webmOf(type = 'webm', open = false): Buffer {
  const element = (id: string, content: Buffer) => {
    const size = Buffer.alloc(8);
    size.writeBigUInt64BE(BigInt(content.length));
    size[0] = 1;
    return Buffer.concat([Buffer.from(id, 'hex'), size, content]);
  };
  const header = element('1a45dfa3', element('4282', Buffer.from(type)));
  const content = randomBytes(3_000);
  if (open) return Buffer.concat([header, Buffer.from('1853806701ffffffffffffff', 'hex'), content]);
  return Buffer.concat([header, element('18538067', content)]);
}

/** A WAV of some noise. */
export function wavOf(): Buffer {
  const sound = randomBytes(4_000);
  const head = Buffer.alloc(44);
  head.write('RIFF    WAVEfmt ', 'latin1');
  head.writeUInt32LE(36 + sound.length, 4);
  head.writeUInt32LE(16, 16);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}

/** An Ogg stream of two pages. */
export function oggOf(): Buffer {
  const page = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(22), Buffer.from([2, 255, 45]), randomBytes(300)]);
  return Buffer.concat([page, page]);
}

/** Frames of MPEG audio, layer III, 128 kbit/s, behind a tag. */
export function mp3Of(frames = 20): Buffer {
  const frame = Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413, 0x55)]);
  return Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x05tag!!'), ...Array.from({ length: frames }, () => frame)]);
}

/** AAC frames. */
export function aacOf(): Buffer {
  const frame = Buffer.concat([
    Buffer.from('fff15080', 'hex'),
    Buffer.from([0x0c, 0x9f, 0xfc]),
    Buffer.alloc(93, 0x55),
  ]);
  return Buffer.concat(Array.from({ length: 20 }, () => frame));
}

/** A FLAC of one block of metadata and the start of a frame. */
export function flacOf(): Buffer {
  const head = Buffer.from([0x66, 0x4c, 0x61, 0x43, 0x80, 0, 0, 34]);
  return Buffer.concat([head, Buffer.alloc(34), Buffer.from('fff8c918', 'hex'), randomBytes(1_000)]);
}

/** AMR frames of 12.2 kbit/s. */
export function amrOf(): Buffer {
  const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 0x55)]);
  return Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 50 }, () => frame)]);
}

/** A voice message as WeChat writes it. */
export function silkOf(): Buffer {
  const packet = Buffer.concat([Buffer.from([20, 0]), Buffer.alloc(20, 0x55)]);
  return Buffer.concat([Buffer.from('\x02#!SILK_V3'), ...Array.from({ length: 50 }, () => packet)]);
}

/** A picture with some structure in it. */
export function pictureOf(width = 64, height = 48): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } });
}

/** A photo that says where and with what it was taken, turned by 90 degrees. */
export function photoWithPosition(): Promise<Buffer> {
  return pictureOf()
    .withExif({
      IFD0: { Make: 'PlantedMake', Model: 'PlantedModel', Artist: 'PlantedOwner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 36/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
