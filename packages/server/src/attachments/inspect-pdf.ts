import { refuseDamage, refuseType } from './inspect-refusal.js';

/**
 * Whether a PDF is complete: a version in front, a cross-reference and `%%EOF` at the very end. Refuses those that say
 * openly that they run scripts or programs; a reader that has scripts switched off is still the better protection, as
 * they may stand in compressed objects. PDFs are kept as they are and leave the service as downloads only.
 */
export function inspectPdf(file: Buffer): string {
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) refuseDamage('a PDF without a version');
  const tail = file.toString('latin1', Math.max(0, file.length - 2_048));
  if (!/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(tail)) refuseDamage('a PDF that is cut off or goes on');
  for (const name of ['/JavaScript', '/Launch', '/RichMedia'])
    if (file.includes(name, 0, 'latin1')) refuseType('a PDF that runs something');
  return 'application/pdf';
}
