declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array } | undefined;

// Taken when the module loads: a page that replaces `crypto` later does not choose her secret.
const source = typeof crypto === 'object' ? crypto : undefined;

function randomBytes(count: number): Uint8Array {
  if (!source) throw new Error('no crypto.getRandomValues here');
  return source.getRandomValues(new Uint8Array(count));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const keyLength = 22;
/** Bytes for the next keys: asking the system for each costs more than the rest of a call. */
let pool: Uint8Array = new Uint8Array(0);
let used = 0;

/** 132 random bits as 22 characters of base64url: an idempotency key or a draft key. */
export function randomKey(): string {
  if (used === pool.length) {
    pool = randomBytes(keyLength * 32);
    used = 0;
  }
  let key = '';
  for (const end = used + keyLength; used < end; used += 1) key += alphabet[pool[used]! & 63];
  return key;
}

/** Uniform random digits. Bytes of 250 and above are thrown away: with them, 0 to 5 would come up more often. */
export function randomDigits(count: number): string {
  let digits = '';
  while (digits.length < count)
    for (const byte of randomBytes(count)) if (byte < 250 && digits.length < count) digits += byte % 10;
  return digits;
}
