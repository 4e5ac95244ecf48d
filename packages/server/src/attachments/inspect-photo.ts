import sharp from 'sharp';
import { refuseForeignContent } from './inspect-foreign.js';
import { reencodeImage } from './inspect-image.js';
import { kindOf } from './inspect-kinds.js';
import { refuseType } from './inspect-refusal.js';

/** A picture that everybody may see, in two sizes, both JPEG without any metadata. */
export interface Photo {
  /** Of the large one, in px. */
  readonly width: number;
  readonly height: number;
  readonly small: Buffer;
  readonly large: Buffer;
}

/** The longer side of each size, in px. */
const [smallSide, largeSide] = [320, 1_280];
const kinds = new Set(['jpeg', 'png', 'webp']);

/**
 * Checks a JPEG, PNG or WebP by its content, as `inspect` does, and writes it anew. What is transparent becomes white.
 *
 * Takes as much memory as an inspection, and counts as one: whoever calls sees to it that there is one at a time. Throws
 * `AttachmentRefused`.
 */
export async function makePhoto(bytes: Uint8Array): Promise<Photo> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(file);
  if (kind === undefined || !kinds.has(kind)) return refuseType('no JPEG, PNG or WebP');
  await refuseForeignContent(file, kind);
  return resizePhoto((await reencodeImage(file, kind)).bytes);
}

/** The two sizes of a picture that is known to be sound. */
export async function resizePhoto(picture: Buffer): Promise<Photo> {
  const { data: large, info } = await within(picture, largeSide).toBuffer({ resolveWithObject: true });
  const small = await within(large, smallSide).toBuffer();
  return { width: info.width, height: info.height, small, large };
}

function within(picture: Buffer, side: number) {
  return sharp(picture)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 });
}
