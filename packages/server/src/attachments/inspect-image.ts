import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Kind } from './inspect-kinds.js';
import { refuseDamage, refuseType } from './inspect-refusal.js';

// A cache would keep one woman's picture in memory after her request; one thread a picture bounds what it takes.
sharp.cache(false);
sharp.concurrency(1);

/** Pixels that are decoded at all, as a stream of rows; beyond it is a bomb and no photo. */
const mostPixels = 250_000_000;
/** Pixels of a working copy. Larger pictures are scaled down; the original is kept as evidence. */
const mostWorkingPixels = 24_000_000;
/** Bytes of a picture that has to be in memory as a whole, decoded. */
const mostMemory = 144 * 1_048_576;
/** The same for the coefficients of a progressive JPEG, whose decoder holds more beside them: 36 MP as phones write it. */
const mostCoefficients = 104 * 1_048_576;
/** Seconds of decoding, on a machine that has much else to do. */
const mostTime = 60;

/** A picture as case workers see it. */
export interface WorkingImage {
  /** Of the working copy: JPEG for photos, PNG where there is transparency or few colours. */
  mediaType: 'image/jpeg' | 'image/png';
  bytes: Buffer;
}

/**
 * Decodes a picture to its last row and writes it anew: upright, in sRGB, without any metadata (position, device, owner,
 * thumbnail) and without anything that hides between or behind the pixels. Of an animation the first picture is kept.
 *
 * Refuses what cannot be decoded completely, what would take more than some 200 MiB or a minute, and TIFFs of several pages,
 * of which a single picture would lose the rest.
 */
export async function reencodeImage(file: Buffer, kind: Kind): Promise<WorkingImage> {
  try {
    return await reencode(file, kind);
  } catch (error) {
    if (error instanceof Error && error.name === 'AttachmentRefused') throw error;
    return refuseDamage('the picture cannot be decoded', error);
  }
}

async function reencode(file: Buffer, kind: Kind): Promise<WorkingImage> {
  const found = await sharp(file, { limitInputPixels: mostPixels }).metadata();
  const { width, height, channels, isProgressive, pages = 1 } = found;
  if (kind === 'tiff' && pages > 1) refuseType('a TIFF of several pages');
  const pixels = width * height;
  const sample = found.depth === 'uchar' ? 1 : found.depth === 'ushort' ? 2 : 4;
  // What has to be held whole, as measured: progressive JPEGs as coefficients of two bytes, animations with the picture
  // before, AVIF in several colour spaces.
  const memory: Partial<Record<Kind, number>> = {
    jpeg: isProgressive ? pixels * samplesOf(found) * 2 : 0,
    png: isProgressive ? pixels * channels * sample : 0,
    gif: pixels * 8,
    webp: pixels * 5,
    avif: pixels * 12 * sample,
    tiff: pixels * channels * sample * 1.5,
  };
  const held = memory[kind] ?? 0;
  if (pixels > mostPixels || held > (kind === 'jpeg' ? mostCoefficients : mostMemory))
    refuseDamage('the picture is too large to be decoded');
  return rewrite(file, kind, found);
}

/** Samples a pixel of a JPEG: phones keep colours at half the resolution both ways. */
function samplesOf({ channels, chromaSubsampling }: Metadata): number {
  return channels === 3 && chromaSubsampling === '4:2:0' ? 1.5 : channels;
}

async function rewrite(file: Buffer, kind: Kind, found: Metadata): Promise<WorkingImage> {
  const { width, height, orientation = 1, hasAlpha } = found;
  const pixels = width * height;
  // A share of both sides: a screenshot of a long conversation stays as legible as a photo.
  const scale = Math.min(1, Math.sqrt(mostWorkingPixels / pixels));
  const shrink = (picture: Sharp) =>
    scale === 1 ? picture : picture.resize(Math.ceil(width * scale), Math.ceil(height * scale), { fit: 'fill' });
  const mediaType = kind === 'jpeg' || (!hasAlpha && (kind === 'webp' || kind === 'avif')) ? 'image/jpeg' : 'image/png';
  const write = (picture: Sharp) =>
    (mediaType === 'image/jpeg' ? picture.jpeg({ quality: 88, optimiseCoding: false }) : picture.png()).toBuffer();

  if (scale === 1 || orientation === 1) return { mediaType, bytes: await write(shrink(open(file).autoOrient())) };
  // Turning needs the whole picture in memory, so make it small first, row by row, and turn it then.
  const small = await write(shrink(open(file).keepExif()));
  return { mediaType, bytes: await write(open(small).autoOrient()) };
}

function open(file: Buffer): Sharp {
  const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const;
  return sharp(file, options).timeout({ seconds: mostTime });
}
