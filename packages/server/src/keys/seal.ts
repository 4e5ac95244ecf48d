import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Bytes that sealing adds. */
export const sealOverhead = 1 + nonceBytes + tagBytes;

/** Nonces are public: they are drawn many at once, because a draw costs as much as sealing a short text. */
const drawn = Buffer.alloc(nonceBytes * 512);
let next = drawn.length;

function newNonce(): Buffer {
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  next += nonceBytes;
  return Buffer.from(drawn.subarray(next - nonceBytes, next));
}

/** A new random key of 32 bytes. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** Something sealed could not be opened: another key, another place, or changed bytes. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly code = 'seal-broken';

  constructor() {
    super('Sealed bytes do not belong to this key and place, or were changed');
  }
}

/**
 * Encrypts with AES-256-GCM (S8). `place` (table, column, federation, id …) is bound to the result: sealed bytes that
 * are moved to another row or column do not open. Layout: version, nonce, ciphertext, tag.
 */
export function seal(key: Uint8Array, place: readonly string[], plain: string | Uint8Array): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(placeBytes(place));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  return Buffer.concat([Buffer.of(version), nonce, body, cipher.getAuthTag()]);
}

/** Opens what `seal` made for the same key and place. Throws `SealBroken`. */
export function open(key: Uint8Array, place: readonly string[], sealed: Uint8Array): Buffer {
  if (sealed.length < sealOverhead || sealed[0] !== version) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(1 + nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch {
    throw new SealBroken();
  }
  return plain;
}

function placeBytes(place: readonly string[]): Buffer {
  return Buffer.from(place.join('\u0000'), 'utf8');
}
