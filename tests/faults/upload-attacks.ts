/** Files that were made to harm: who takes them in, who looks at them, or who opens them later. */
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import * as sample from '../../packages/server/src/testing/sample-files.js';

/** One file and what the service must say to it. */
export interface Attack {
  title: string;
  /** As the attacker's device names it. */
  name: string;
  make: () => Buffer | Promise<Buffer>;
  /** Codes of the problems of which one must answer; none where the file is taken and made harmless. */
  refused: readonly string[];
}

const megabyte = 1_048_576;

/** Makes a file when it is first asked for, and once. */
function once(make: Attack['make']): Attack['make'] {
  let made: Buffer | Promise<Buffer> | undefined;
  return () => (made ??= make());
}

const text = (content: string) => () => Buffer.from(content);
const jpeg = () => sample.pictureOf().jpeg().toBuffer();
const type = ['attachment-type-refused'];
const damaged = ['attachment-damaged'];
const either = ['attachment-type-refused', 'attachment-damaged'];
const script = '<script>alert(document.domain)</script>';
const page = `<!doctype html><html><body>${script}</body></html>`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;

/** A PNG of one bit a pixel, all black: some 100 kB for 900 million pixels. */
function hugePng(side: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A small JPEG that claims 65,500 by 65,500 pixels. */
async function lyingJpeg(): Promise<Buffer> {
  const file = await jpeg();
  const frame = file.indexOf(Buffer.from('ffc0', 'hex'));
  file.writeUInt16BE(65_500, frame + 5);
  file.writeUInt16BE(65_500, frame + 7);
  return file;
}

/** A GIF of one frame that claims 65,535 by 65,535 pixels. */
async function lyingGif(): Promise<Buffer> {
  const file = await sample.pictureOf().gif().toBuffer();
  // The screen and the frame: of the two the frame is believed.
  const frame = file.indexOf(Buffer.from('2c00000000', 'hex'));
  for (const at of [6, 8, frame + 5, frame + 7]) file.writeUInt16LE(65_535, at);
  return file;
}

const refusedFiles: readonly Attack[] = [
  {
    title: 'a zip bomb as DOCX',
    name: '情况说明.docx',
    make: () => sample.openXmlOf('docx', [{ name: 'word/a.xml', data: Buffer.alloc(100 * megabyte) }]),
    refused: damaged,
  },
  {
    title: 'a zip bomb of many parts',
    name: 'a.xlsx',
    make: () =>
      sample.openXmlOf(
        'xlsx',
        Array.from({ length: 40 }, (_, at) => ({ name: `xl/${at}.xml`, data: Buffer.alloc(4 * megabyte) })),
      ),
    refused: damaged,
  },
  {
    title: 'a zip bomb that lies about its size',
    name: 'a.docx',
    make: () => sample.openXmlOf('docx', [{ name: 'word/a.xml', data: Buffer.alloc(50 * megabyte), claimedSize: 10 }]),
    refused: damaged,
  },
  {
    title: 'an archive in a document',
    name: 'a.docx',
    make: () => sample.openXmlOf('docx', [{ name: 'word/a.zip', data: sample.zipOf([{ name: 'a', data: 'a' }]) }]),
    refused: either,
  },
  {
    title: 'a document of 10,000 tiny files',
    name: 'a.docx',
    make: () =>
      sample.openXmlOf(
        'docx',
        Array.from({ length: 10_000 }, (_, at) => ({ name: `word/${at}.xml`, data: 'a', stored: true })),
      ),
    refused: damaged,
  },
  { title: 'an image bomb of 900 MP', name: 'a.png', make: () => hugePng(30_000), refused: damaged },
  { title: 'a JPEG that claims 4,290 MP', name: 'a.jpg', make: lyingJpeg, refused: damaged },
  { title: 'a GIF that claims 4,295 MP', name: 'a.gif', make: lyingGif, refused: damaged },
  {
    title: 'a JPEG that is a page as well',
    name: 'a.jpg',
    make: async () => Buffer.concat([await jpeg(), Buffer.from(page)]),
    refused: damaged,
  },
  {
    title: 'a PDF that is an archive as well',
    name: 'a.pdf',
    make: () => Buffer.concat([sample.pdfOf(), sample.zipOf([{ name: 'a', data: 'a' }])]),
    refused: damaged,
  },
  { title: 'a PDF with a page in it', name: 'a.pdf', make: () => sample.pdfOf(`% ${script}\n`), refused: damaged },
  {
    title: 'a PDF that runs a script',
    name: 'a.pdf',
    make: () => sample.pdfOf('3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n'),
    refused: type,
  },
  { title: 'SVG', name: 'a.svg', make: text(drawing), refused: type },
  {
    title: 'SVG that is called a photo',
    name: 'photo.jpg',
    make: text(`<?xml version="1.0"?>${drawing}`),
    refused: type,
  },
  { title: 'HTML', name: 'a.html', make: text(page), refused: type },
  { title: 'HTML that is called a PDF', name: 'a.html.pdf', make: text(page), refused: type },
  { title: 'HTML behind a byte order mark', name: 'a.jpg', make: text(`\uFEFF  ${page}`), refused: type },
  {
    title: 'a program with a double extension',
    name: 'photo.jpg.exe',
    make: text(`MZ${'\0'.repeat(500)}`),
    refused: type,
  },
  {
    title: 'a script with a double extension',
    name: 'photo.php.jpg',
    make: text('<?php system($_GET[0]); ?>'),
    refused: type,
  },
  {
    title: 'a macro document',
    name: 'a.docx',
    make: () => sample.openXmlOf('docx', [{ name: 'word/vbaProject.bin', data: 'x' }]),
    refused: type,
  },
  { title: 'nothing but zeros', name: 'a.jpg', make: () => Buffer.alloc(5 * megabyte), refused: type },
];

const takenFiles: readonly (Attack & { extension: string; mediaType: string })[] = [
  {
    title: 'a photo that says where it was taken',
    name: 'IMG_0042 家门口.jpg',
    make: sample.photoWithPosition,
    refused: [],
    extension: 'jpg',
    mediaType: 'image/jpeg',
  },
  {
    title: 'a photo with the name of a script and a path',
    name: '../../etc/x.php.html%00"\r\nX-Evil: 1;.exe',
    make: jpeg,
    refused: [],
    extension: 'jpg',
    mediaType: 'image/jpeg',
  },
  {
    title: 'a picture that is called a page',
    name: 'a.svg',
    make: () => sample.pictureOf().png().toBuffer(),
    refused: [],
    extension: 'png',
    mediaType: 'image/png',
  },
  {
    title: 'a picture that takes as much memory as any that is taken',
    name: 'a.jpg',
    make: () =>
      sharp({ create: { width: 4_250, height: 4_250, channels: 3, background: '#864' } })
        .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
        .toBuffer(),
    refused: [],
    extension: 'jpg',
    mediaType: 'image/jpeg',
  },
  {
    title: 'a document that is called a picture',
    name: 'a.jpg',
    make: () => sample.openXmlOf('docx'),
    refused: [],
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
];

/** The attacks of the issue, several of each kind. */
export const attacks = refusedFiles.map((one) => ({ ...one, make: once(one.make) }));

/** Files that are taken, and what must be left of them. */
export const harmless = takenFiles.map((one) => ({ ...one, make: once(one.make) }));
