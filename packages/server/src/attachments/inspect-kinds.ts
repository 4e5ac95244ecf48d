/** What a file's first bytes say that it is. Whether that is true, the inspection of its kind finds out. */
export type Kind =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'tiff'
  | 'pdf'
  | 'zip'
  | 'compound'
  | 'iso-media'
  | 'webm'
  | 'wav'
  | 'ogg'
  | 'mp3'
  | 'aac'
  | 'flac'
  | 'amr'
  | 'silk';

/**
 * The kind by its magic bytes; undefined for everything that is not taken: SVG, HTML, scripts, programs, HEIC (which no
 * free decoder of ours opens, so that its position could not be removed), archives of any other kind.
 *
 * An own table and no library: what is taken is a short list, and parsers of formats that are not on it are attack
 * surface without use (the one of a well-known library hung on a crafted ASF file).
 */
export function kindOf(file: Buffer): Kind | undefined {
  const at = (offset: number, magic: string) => file.toString('latin1', offset, offset + magic.length) === magic;
  if (at(0, '\xff\xd8\xff')) return 'jpeg';
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'gif';
  if (at(0, 'RIFF')) return at(8, 'WEBP') ? 'webp' : at(8, 'WAVE') ? 'wav' : undefined;
  if (at(0, 'II*\0') || at(0, 'MM\0*')) return 'tiff';
  if (at(0, '%PDF-')) return 'pdf';
  if (at(0, 'PK\x03\x04')) return 'zip';
  if (at(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'compound';
  if (at(4, 'ftyp')) return isoKind(file);
  // QuickTime before 2004 has no `ftyp`.
  if (at(4, 'moov') || at(4, 'mdat') || at(4, 'wide')) return 'iso-media';
  if (at(0, '\x1a\x45\xdf\xa3')) return 'webm';
  if (at(0, 'OggS')) return 'ogg';
  if (at(0, 'fLaC')) return 'flac';
  if (at(0, '#!AMR\n') || at(0, '#!AMR-WB\n')) return 'amr';
  // WeChat's voice messages put a byte before it.
  if (at(0, '#!SILK_V3') || at(0, '\x02#!SILK_V3')) return 'silk';
  if (at(0, 'ID3')) return 'mp3';
  if (file[0] === 0xff && (file[1]! & 0xf6) === 0xf0) return 'aac';
  if (file[0] === 0xff && (file[1]! & 0xe0) === 0xe0) return 'mp3';
  return undefined;
}

/** Brands of still pictures, in an ISO file's first box. */
function isoKind(file: Buffer): Kind | undefined {
  const length = Math.min(file.readUInt32BE(0), 256, file.length);
  const brands: string[] = file.toString('latin1', 8, length).match(/.{4}/gs) ?? [];
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  if (brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1|jp2 |jpx |crx )$/.test(brand))) return undefined;
  return 'iso-media';
}
