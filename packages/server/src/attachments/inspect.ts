import {
  inspectAac,
  inspectAmr,
  inspectFlac,
  inspectMp3,
  inspectOgg,
  inspectSilk,
  inspectWav,
} from './inspect-audio.js';
import { inspectCompound } from './inspect-compound.js';
import { refuseForeignContent } from './inspect-foreign.js';
import { reencodeImage } from './inspect-image.js';
import { kindOf, type Kind } from './inspect-kinds.js';
import { inspectOffice } from './inspect-office.js';
import { inspectPdf } from './inspect-pdf.js';
import { AttachmentRefused, refuseDamage, refuseType } from './inspect-refusal.js';
import { inspectIsoMedia, inspectWebm } from './inspect-video.js';

export { AttachmentRefused } from './inspect-refusal.js';

/** What a file turned out to be. */
export interface Inspected {
  /** By content; of the working copy where there is one. */
  mediaType: string;
  /** A picture written anew without any metadata. Undefined for other kinds: the original is what there is. */
  working: Uint8Array | undefined;
}

/** How each kind that is no picture is checked. */
const inspections: Partial<Record<Kind, (file: Buffer) => string | Promise<string>>> = {
  pdf: inspectPdf,
  zip: inspectOffice,
  compound: inspectCompound,
  'iso-media': inspectIsoMedia,
  webm: inspectWebm,
  wav: inspectWav,
  ogg: inspectOgg,
  mp3: inspectMp3,
  aac: inspectAac,
  flac: inspectFlac,
  amr: inspectAmr,
  silk: inspectSilk,
};

/**
 * Decides by its content alone whether a file is taken: pictures, PDF, sound, film and office documents, complete and
 * nothing besides. Name and announced type play no part.
 *
 * The worst file of 20 MiB takes less than 256 MiB: whoever calls sees to it that there is one at a time. Throws
 * `AttachmentRefused`.
 */
export async function inspect(bytes: Uint8Array): Promise<Inspected> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(file) ?? refuseType('no kind that is taken');
  if (kind !== 'zip' && kind !== 'compound') await refuseForeignContent(file, kind);
  const check = inspections[kind];
  if (!check) {
    const { mediaType, bytes } = await reencodeImage(file, kind);
    return { mediaType, working: bytes };
  }
  try {
    return { mediaType: await check(file), working: undefined };
  } catch (error) {
    if (error instanceof AttachmentRefused) throw error;
    // Reading past the end of a file that is cut off.
    if (error instanceof RangeError) return refuseDamage('the file is cut off', error);
    throw error;
  }
}
