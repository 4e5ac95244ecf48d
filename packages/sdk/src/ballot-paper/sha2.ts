/**
 * SHA-512 and SHA-256 (FIPS 180-4), small enough to be loaded with a ballot: the platform's own is missing on pages without TLS, and would
 * make every step asynchronous. Tested against the platform's.
 */

/** What differs: bits of a word, steps a block, and the turns of Σ0, Σ1, σ0 and σ1, the last of these two being shifts. */
interface Kind {
  readonly bits: 32 | 64;
  readonly steps: 64 | 80;
  readonly turns: readonly number[];
}

/** 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  return sha2(message, { bits: 64, steps: 80, turns: [28, 34, 39, 14, 18, 41, 1, 8, 7, 19, 61, 6] });
}

/** 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  return sha2(message, { bits: 32, steps: 64, turns: [2, 13, 22, 6, 11, 25, 7, 18, 3, 17, 19, 10] });
}

/** The first 64 bits of the fractional parts of the square roots of the first 8 primes, and of the cube roots of the first 80. */
const starts: bigint[] = [];
const constants: bigint[] = [];
for (let prime = 2; constants.length < 80; prime += 1) {
  let divisor = 2;
  while (prime % divisor) divisor += 1;
  if (divisor < prime) continue;
  if (starts.length < 8) starts.push(fractionOfRoot(prime, 2));
  constants.push(fractionOfRoot(prime, 3));
}

/** The integer root of prime · 2^(64 · degree), without what stands before the point: by bits, from the highest. */
function fractionOfRoot(prime: number, degree: number): bigint {
  const wanted = BigInt(prime) << BigInt(64 * degree);
  let root = BigInt(0);
  for (let bit = BigInt(1) << BigInt(68); bit; bit >>= BigInt(1)) {
    const next = root + bit;
    if ((degree === 2 ? next * next : next * next * next) <= wanted) root = next;
  }
  return BigInt.asUintN(64, root);
}

function sha2(message: Uint8Array, { bits, steps, turns }: Kind): Uint8Array {
  const word = bits / 8;
  // The message, a bit, zeros, and its length in bits, of which the last four bytes are enough.
  const padded = new Uint8Array(Math.ceil((message.length + 1 + 2 * word) / (16 * word)) * 16 * word);
  padded.set(message);
  padded[message.length] = 128;
  new DataView(padded.buffer).setUint32(padded.length - 4, message.length * 8);

  const cut = (value: bigint) => BigInt.asUintN(bits, value);
  const ofSize = (value: bigint) => value >> BigInt(64 - bits);
  const turned = (value: bigint, turn: number) =>
    (value >> BigInt(turns[turn]!)) | (value << BigInt(bits - turns[turn]!));
  const sigma = (value: bigint, at: number) => cut(turned(value, at) ^ turned(value, at + 1) ^ turned(value, at + 2));
  const smallSigma = (value: bigint, at: number) =>
    cut(turned(value, at) ^ turned(value, at + 1)) ^ (value >> BigInt(turns[at + 2]!));

  const state = starts.map(ofSize);
  for (let block = 0; block < padded.length; block += 16 * word) {
    const words: bigint[] = [];
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let at = 0; at < steps; at += 1) {
      if (at < 16) {
        let value = BigInt(0);
        for (let byte = 0; byte < word; byte += 1)
          value = (value << BigInt(8)) | BigInt(padded[block + at * word + byte]!);
        words.push(value);
      } else
        words.push(
          cut(words[at - 16]! + words[at - 7]! + smallSigma(words[at - 15]!, 6) + smallSigma(words[at - 2]!, 9)),
        );
      const first = h + sigma(e, 3) + ((e & f) ^ (~e & g)) + ofSize(constants[at]!) + words[at]!;
      const second = sigma(a, 0) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = cut(d + first);
      d = c;
      c = b;
      b = a;
      a = cut(first + second);
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => (state[at] = cut(state[at]! + value)));
  }

  const hash = new Uint8Array(8 * word);
  state.forEach((value, at) => {
    for (let byte = word - 1, left = value; byte >= 0; byte -= 1, left >>= BigInt(8))
      hash[at * word + byte] = Number(left & BigInt(255));
  });
  return hash;
}
