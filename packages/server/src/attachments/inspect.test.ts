import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import * as sample from '../testing/sample-files.js';
import { AttachmentRefused, inspect } from './inspect.js';

const text = (content: string) => Buffer.from(content, 'latin1');
const joined = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((one) => Buffer.from(one)));
const cut = (file: Buffer) => file.subarray(0, Math.floor(file.length * 0.6));
const jpeg = () => sample.pictureOf().jpeg().toBuffer();
const png = () => sample.pictureOf().png().toBuffer();
const gif = () => sample.pictureOf().gif().toBuffer();

/** A PNG of one colour with these sides, a few kilobytes for any size. */
function pngBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = joined(type, data);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    out.set(body, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return joined(
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  );
}

/** What a bomb is made of: packed to a thousandth. */
const zeros = () => Buffer.alloc(30_000_000);

describe('inspect takes', () => {
  const taken: [string, () => Buffer | Promise<Buffer>, string, 'working copy' | 'original'][] = [
    ['a JPEG', jpeg, 'image/jpeg', 'working copy'],
    [
      'a progressive JPEG',
      () => sample.pictureOf().jpeg({ progressive: true }).toBuffer(),
      'image/jpeg',
      'working copy',
    ],
    ['a PNG', png, 'image/png', 'working copy'],
    ['a WebP', () => sample.pictureOf().webp().toBuffer(), 'image/jpeg', 'working copy'],
    [
      'a WebP with transparency',
      () => sample.pictureOf().ensureAlpha(0.5).webp().toBuffer(),
      'image/png',
      'working copy',
    ],
    ['a GIF', gif, 'image/png', 'working copy'],
    ['an AVIF', () => sample.pictureOf().avif({ effort: 0 }).toBuffer(), 'image/jpeg', 'working copy'],
    ['a TIFF', () => sample.pictureOf().tiff().toBuffer(), 'image/png', 'working copy'],
    ['a PDF', () => sample.pdfOf(), 'application/pdf', 'original'],
    ['an MP3', () => sample.mp3Of(), 'audio/mpeg', 'original'],
    ['an M4A', () => sample.filmOf('M4A ', 'soun'), 'audio/mp4', 'original'],
    ['a recording in an MP4', () => sample.filmOf('mp42', 'soun'), 'audio/mp4', 'original'],
    ['a WAV', () => sample.wavOf(), 'audio/wav', 'original'],
    ['an Ogg', () => sample.oggOf(), 'audio/ogg', 'original'],
    ['an AAC', () => sample.aacOf(), 'audio/aac', 'original'],
    ['a FLAC', () => sample.flacOf(), 'audio/flac', 'original'],
    ['an AMR', () => sample.amrOf(), 'audio/amr', 'original'],
    ['a voice message of WeChat', () => sample.silkOf(), 'audio/silk', 'original'],
    ['an MP4', () => sample.filmOf(), 'video/mp4', 'original'],
    ['an MP4 padded with zeros', () => joined(sample.filmOf(), Buffer.alloc(512)), 'video/mp4', 'original'],
    ['a QuickTime film', () => sample.filmOf('qt  '), 'video/quicktime', 'original'],
    ['a 3GP', () => sample.filmOf('3gp5'), 'video/3gpp', 'original'],
    ['a WebM', () => sample.webmOf(), 'video/webm', 'original'],
    ['a WebM of unknown length', () => sample.webmOf('webm', true), 'video/webm', 'original'],
    [
      'a DOCX',
      () => sample.openXmlOf('docx'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'original',
    ],
    [
      'an XLSX',
      () => sample.openXmlOf('xlsx'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'original',
    ],
    [
      'a PPTX',
      () => sample.openXmlOf('pptx'),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'original',
    ],
    ['an ODT', () => sample.openDocumentOf('text'), 'application/vnd.oasis.opendocument.text', 'original'],
    [
      'an ODS',
      () => sample.openDocumentOf('spreadsheet'),
      'application/vnd.oasis.opendocument.spreadsheet',
      'original',
    ],
    [
      'an ODP',
      () => sample.openDocumentOf('presentation'),
      'application/vnd.oasis.opendocument.presentation',
      'original',
    ],
    ['a DOC', () => sample.compoundOf(['WordDocument', '1Table']), 'application/msword', 'original'],
    ['an XLS', () => sample.compoundOf(['Workbook']), 'application/vnd.ms-excel', 'original'],
    ['a PPT', () => sample.compoundOf(['PowerPoint Document']), 'application/vnd.ms-powerpoint', 'original'],
  ];
  it.each(taken)('%s', async (_title, make, mediaType, kept) => {
    const result = await inspect(await make());
    expect(result.mediaType).toBe(mediaType);
    expect(result.working !== undefined).toBe(kept === 'working copy');
    if (result.working) expect(await sharp(result.working).metadata()).toMatchObject({ width: 64, height: 48 });
  });
});

describe('inspect refuses', () => {
  const type = 'attachment-type-refused';
  const damaged = 'attachment-damaged';
  const refused: [string, () => Buffer | Promise<Buffer>, AttachmentRefused['code']][] = [
    ['an empty file', () => Buffer.alloc(0), type],
    ['random bytes', () => joined('\x01', randomBytes(5_000)), type],
    ['an SVG', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), type],
    ['an SVG with an XML declaration', () => text('<?xml version="1.0"?><svg/>'), type],
    ['HTML', () => text('<!DOCTYPE html><script>alert(1)</script>'), type],
    ['JavaScript', () => text('alert(document.cookie)'), type],
    ['a shell script', () => text('#!/bin/sh\nrm -rf /'), type],
    ['plain text', () => text('hello'), type],
    ['a Windows program', () => joined('MZ', Buffer.alloc(200), 'This program cannot be run in DOS mode'), type],
    ['a Linux program', () => joined('\x7fELF\x02\x01\x01', Buffer.alloc(200)), type],
    ['a HEIC, which cannot be decoded here', () => sample.boxOf('ftyp', 'heic\0\0\0\0mif1heic'), type],
    ['a BMP, which cannot be decoded here', () => joined('BM', Buffer.alloc(200)), type],
    ['a Matroska that is no WebM', () => sample.webmOf('matroska'), type],
    ['a bare ZIP', () => sample.zipOf([{ name: 'a.txt', data: 'a' }]), type],
    ['an Android package', () => sample.zipOf([{ name: 'AndroidManifest.xml', data: 'a' }]), type],
    ['a RAR', () => joined('Rar!\x1a\x07\x01\0', randomBytes(100)), type],
    ['a 7z', () => joined(Buffer.from('377abcaf271c', 'hex'), randomBytes(100)), type],
    ['a gzip', () => joined(Buffer.from('1f8b08', 'hex'), randomBytes(100)), type],
    ['a TIFF of two pages', twoPages, type],

    ['a JPEG that is cut off', async () => cut(await sample.pictureOf(400, 400).jpeg().toBuffer()), damaged],
    ['a PNG that is cut off', async () => cut(await sample.pictureOf(400, 400).png().toBuffer()), damaged],
    ['a WebP that is cut off', async () => cut(await sample.pictureOf(400, 400).webp().toBuffer()), damaged],
    ['a GIF that is cut off', async () => cut(await sample.pictureOf(400, 400).gif().toBuffer()), damaged],
    ['a JPEG that is only a beginning', () => text('\xff\xd8\xff\xe0'), damaged],
    ['a PDF that is cut off', () => cut(sample.pdfOf()), damaged],
    ['a DOCX that is cut off', () => cut(sample.openXmlOf('docx')), damaged],
    ['a DOC that is cut off', () => cut(sample.compoundOf(['WordDocument'])), damaged],
    ['an MP4 that is cut off', () => cut(sample.filmOf()), damaged],
    ['an MP4 without an index', () => joined(sample.boxOf('ftyp', 'isom\0\0\0\0'), sample.boxOf('mdat', 'x')), damaged],
    ['a WebM that is cut off', () => cut(sample.webmOf()), damaged],
    ['a WAV that is cut off', () => cut(sample.wavOf()), damaged],
    ['an Ogg that is cut off', () => cut(sample.oggOf()), damaged],
    ['an AMR that is cut off', () => sample.amrOf().subarray(0, 101), damaged],
    ['a FLAC that is cut off', () => sample.flacOf().subarray(0, 20), damaged],
    ['a voice message that is cut off', () => cut(sample.silkOf()), damaged],
    ['an MP3 that is a tag and noise', () => joined(sample.mp3Of(0), randomBytes(5_000)), damaged],

    ['a ZIP bomb of one entry', () => sample.openXmlOf('docx', [{ name: 'word/big.xml', data: zeros() }]), damaged],
    [
      'a ZIP bomb that lies about its size',
      () => sample.openXmlOf('docx', [{ name: 'word/big.xml', data: zeros(), claimedSize: 10 }]),
      damaged,
    ],
    ['a ZIP bomb of overlapping entries', overlapping, damaged],
    [
      '10,000 tiny files in one document',
      () =>
        sample.openXmlOf(
          'docx',
          Array.from({ length: 10_000 }, (_, at) => ({ name: `word/${at}.xml`, data: '' })),
        ),
      damaged,
    ],
    ['a document whose entry does not match its checksum', corrupted, damaged],
    [
      'a document with a path that leads out',
      () => sample.openXmlOf('docx', [{ name: '../../etc/passwd', data: 'x' }]),
      damaged,
    ],
    [
      'a document with two entries of one name',
      () => sample.openXmlOf('docx', [{ name: 'word/document.xml', data: 'x' }]),
      damaged,
    ],
    [
      'a document with a page behind the archive',
      () =>
        sample.zipOf(
          [
            { name: '[Content_Types].xml', data: '' },
            { name: 'word/document.xml', data: '' },
          ],
          '<script>alert(1)</script>',
        ),
      damaged,
    ],
    ['a document with macros', () => sample.openXmlOf('docx', [{ name: 'word/vbaProject.bin', data: 'x' }]), type],
    [
      'an ODT with macros',
      () => sample.openDocumentOf('text', [{ name: 'Basic/Standard/Module1.xml', data: 'x' }]),
      type,
    ],
    [
      'a document with a program inside',
      () => sample.openXmlOf('docx', [{ name: 'word/embeddings/a.pdf.exe', data: 'x' }]),
      type,
    ],
    [
      'an encrypted document',
      () => sample.openXmlOf('docx', [{ name: 'word/secret.xml', data: 'x', encrypted: true }]),
      type,
    ],
    ['a DOC with macros', () => sample.compoundOf(['WordDocument', 'Macros', 'VBA']), type],
    ['an installer in a compound file', () => sample.compoundOf(['Property', 'File']), type],

    ['a picture bomb of 2.5 billion pixels', () => pngBomb(50_000, 50_000), damaged],
    ['a picture that has fewer rows than it says', () => pngBomb(5_000, 5_000), damaged],
    [
      'a GIF bomb',
      () => joined('GIF89a', Buffer.from('ffffffff000000', 'hex'), '\x2c\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x4c\x01\0;'),
      damaged,
    ],

    [
      'a JPEG with a page behind it',
      async () => joined(await jpeg(), '<html><script>alert(1)</script></html>'),
      damaged,
    ],
    ['a JPEG with a page in its comment', async () => withComment(await jpeg(), '<script>alert(1)</script>'), damaged],
    ['a JPEG that is a script', async () => withComment(await jpeg(), '*/=alert(1)/*', 0x2f2a), damaged],
    ['a GIF that is a script', () => text('GIF89a/*\x01\x01\0\0\0\0*/=1;alert(1)'), damaged],
    ['a GIF with PHP in it', async () => joined(await gif(), '<?php system($_GET[0]); ?>'), damaged],
    [
      'a PNG with an archive behind it',
      async () => joined(await png(), sample.zipOf([{ name: 'a', data: 'a' }])),
      damaged,
    ],
    ['a JPEG with a RAR behind it', async () => joined(await jpeg(), text('Rar!\x1a\x07\x01\0')), damaged],
    [
      'a JPEG with a program behind it',
      async () => joined(await jpeg(), 'MZ', 'This program cannot be run in DOS mode'),
      damaged,
    ],
    ['a GIF that is a PDF as well', () => joined('GIF89a', Buffer.alloc(20), sample.pdfOf()), damaged],
    [
      'a PDF that is an archive as well',
      () => joined(sample.pdfOf(), sample.zipOf([{ name: 'a', data: 'a' }])),
      damaged,
    ],
    ['a PDF with a page inside', () => sample.pdfOf('% <script>alert(1)</script>\n'), damaged],
    ['a PDF with JavaScript', () => sample.pdfOf('3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n'), type],
    ['an MP4 with a page behind it', () => joined(sample.filmOf(), '<!doctype html>'), damaged],
    [
      'an MP3 with an archive behind it',
      () => joined(sample.mp3Of(), sample.zipOf([{ name: 'a', data: 'a' }])),
      damaged,
    ],
    ['a WAV with something behind it', () => joined(sample.wavOf(), 'more than it says'), damaged],
  ];
  it.each(refused)('%s', async (_title, make, code) => {
    const file = await make();
    const outcome = await inspect(file).then(
      ({ mediaType }) => mediaType,
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(AttachmentRefused);
    expect((outcome as AttachmentRefused).code).toBe(code);
  });

  async function twoPages(): Promise<Buffer> {
    return sharp([await png(), await png()], { join: { animated: true } })
      .tiff()
      .toBuffer();
  }

  /** Two directory entries over the same bytes. */
  function overlapping(): Buffer {
    const data = randomBytes(1_000);
    return sample.openXmlOf('docx', [
      { name: 'word/a', data },
      { name: 'word/b', data, claimedStart: 0 },
    ]);
  }

  function corrupted(): Buffer {
    const file = sample.zipOf([
      { name: '[Content_Types].xml', data: 'aaaa', stored: true },
      { name: 'word/document.xml', data: 'bbbb', stored: true },
    ]);
    file[file.indexOf('bbbb')] = 0x63;
    return file;
  }

  /** A segment right after the picture's first marker. */
  function withComment(file: Buffer, comment: string, length = comment.length + 2): Buffer {
    const segment = Buffer.alloc(length + 2, 0x20);
    segment.writeUInt16BE(0xfffe);
    segment.writeUInt16BE(length, 2);
    segment.write(comment, 4, 'latin1');
    return joined(file.subarray(0, 2), segment, file.subarray(2));
  }
});

describe('a working copy', () => {
  /** Of one colour, which is quick to make. */
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#864' } });

  it('has no position, no owner, no device and no thumbnail, and stands upright', async () => {
    const file = await sample.photoWithPosition();
    expect(file.includes('PlantedOwner'), 'the original has them').toBe(true);
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { working } = await inspect(file);
    const after = await sharp(working).metadata();
    expect(after).toMatchObject({ width: 48, height: 64 });
    for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const)
      expect(after[kind]).toBeUndefined();
    expect(Buffer.from(working!).includes('Planted')).toBe(false);
  });

  it('does not have what a camera put behind the picture', async () => {
    const { working } = await inspect(joined(await jpeg(), 'MotionPhoto planted'));
    expect(Buffer.from(working!).includes('planted')).toBe(false);
  });

  it('of a screenshot of a long conversation keeps every pixel', async () => {
    const { working } = await inspect(await plain(1_080, 12_000).jpeg().toBuffer());
    expect(await sharp(working).metadata()).toMatchObject({ width: 1_080, height: 12_000 });
  });

  it('of a huge photo is smaller and has the same proportions, turned the right way', async () => {
    const { working } = await inspect(await plain(6_000, 4_500).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    const { width, height } = await sharp(working).metadata();
    expect(width / height).toBeCloseTo(4_500 / 6_000, 2);
    expect(width * height).toBeLessThan(24_100_000);
    expect(width * height).toBeGreaterThan(23_000_000);
  });

  it('takes less than 256 MiB above idle, of the largest pictures that are taken', async () => {
    const kinds = ['baseline JPEG of 108 MP, turned', 'WebP of 28 MP', 'AVIF of 12 MP'];
    const program = new URL('../testing/worst-files.ts', import.meta.url).pathname;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...kinds]);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; megabytes: number; outcome: string });
    expect(
      rows.map(({ file }) => file),
      stderr,
    ).toEqual(kinds);
    for (const { file, megabytes, outcome } of rows) {
      expect(outcome, file).not.toContain('refused');
      expect(megabytes, file).toBeLessThan(256);
    }
  }, 120_000);
});
