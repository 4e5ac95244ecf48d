import type { components } from '@fulian/contract/types';
import { macOf } from '../keys/keyring.js';

type Schemas = components['schemas'];

/** What a case is found by, as the database knows it. */
export interface CaseMark {
  readonly kind: 'phone' | 'name';
  readonly mark: Buffer;
}

/**
 * The MACs that a case is found by: the number or address at which she is reached, and her name. Under a key that is not in the
 * database; who holds the database alone cannot try numbers.
 */
export function marksOf(
  key: Uint8Array,
  submission: Pick<Schemas['HelpRequestSubmission'], 'identity' | 'safeContact'>,
): CaseMark[] {
  const marks: CaseMark[] = [];
  const { identity, safeContact } = submission;
  const contact = safeContact.channel === 'none' ? '' : normalContact(safeContact.value ?? '');
  if (contact !== '') marks.push({ kind: 'phone', mark: macOf(key, 'phone', contact) });
  const name = identity.kind === 'named' ? normalName(identity.name ?? '') : '';
  if (name !== '') marks.push({ kind: 'name', mark: macOf(key, 'name', name) });
  return marks;
}

/** The marks of a text that somebody searches for: it may be a number or a name. */
export function searchMarks(key: Uint8Array, text: string): Buffer[] {
  const [contact, name] = [normalContact(text), normalName(text)];
  return [
    ...(contact === '' ? [] : [macOf(key, 'phone', contact)]),
    ...(name === '' ? [] : [macOf(key, 'name', name)]),
  ];
}

/** A number is the same with and without spaces, hyphens, brackets and China's country code; other contacts whatever their case. */
function normalContact(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const digits = plain.replaceAll(/[\s()\-.·]/g, '');
  if (/^\+?\d{5,20}$/.test(digits)) return digits.replace(/^(?:\+|00)86(?=\d{5})/, '').replace(/^\+/, '');
  return plain.toLowerCase();
}

function normalName(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}
