/** Files that people add to a request, with words in them that must not stay where they do not belong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Stands in the photo's metadata, which the working copy must not have. */
export const metadataWord = 'osmanthus-lane-7';
/** Stands in the text of the document. */
export const documentWord = 'osmanthus-diagnosis';

export interface Files {
  /** A photo of a phone: JPEG with a position and a name in its metadata. */
  photo: string;
  /** A page of PDF. */
  document: string;
  remove(): void;
}

/** Writes them into a folder of their own. */
export async function makeFiles(): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), 'fulian-e2e-files-'));
  const photo = join(folder, '桂花巷的照片.jpg');
  const document = join(folder, '桂花医院诊断.pdf');
  writeFileSync(photo, await photoBytes());
  writeFileSync(document, documentBytes());
  return { photo, document, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function photoBytes(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width: 1200, height: 900, channels: 3, background: '#b08968', noise } })
    .withExif({
      IFD0: { Artist: metadataWord, Make: 'Example' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 52/1 10/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 33/1 20/1',
      },
    })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A page with one line, its cross-reference table right to the byte. */
function documentBytes(): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${documentWord}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
