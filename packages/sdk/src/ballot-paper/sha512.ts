/**
 * SHA-512 (FIPS 180-4), small enough to be loaded with a ballot: the platform's own is missing on pages without TLS and would make every
 * step asynchronous. Tested against the platform's.
 */

const mask = (BigInt(1) << BigInt(64)) - BigInt(1);

/** The first 64 bits of the fractional parts of the square roots of the first 8 primes, and of the cube roots of the first 80. */
const starts: bigint[] = [];
const steps: bigint[] = [];
for (let prime = 2; steps.length < 80; prime += 1) {
  let divisor = 2;
  while (prime % divisor) divisor += 1;
  if (divisor < prime) continue;
  if (starts.length < 8) starts.push(fractionOfRoot(prime, 2));
  steps.push(fractionOfRoot(prime, 3));
}

/** The integer root of prime · 2^(64 · degree), without what stands before the point: by bits, from the highest. */
function fractionOfRoot(prime: number, degree: number): bigint {
  const wanted = BigInt(prime) << BigInt(64 * degree);
  let root = BigInt(0);
  for (let bit = BigInt(1) << BigInt(68); bit; bit >>= BigInt(1)) {
    const next = root + bit;
    if ((degree === 2 ? next * next : next * next * next) <= wanted) root = next;
  }
  return root & mask;
}

/** The 64 bytes of the hash. */
export function sha512(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 17) / 128);
  const padded = new Uint8Array(blocks * 128);
  padded.set(message);
  padded[message.length] = 128;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, message.length * 8);

  const state = starts.slice();
  const words: bigint[] = [];
  for (let block = 0; block < blocks; block += 1) {
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let at = 0; at < 80; at += 1) {
      if (at < 16) {
        const offset = block * 128 + at * 8;
        words[at] = (BigInt(view.getUint32(offset)) << thirtyTwo) | BigInt(view.getUint32(offset + 4));
      } else {
        const x = words[at - 15]!;
        const y = words[at - 2]!;
        words[at] =
          (words[at - 16]! +
            words[at - 7]! +
            (turn(x, 1) ^ turn(x, 8) ^ (x >> BigInt(7))) +
            (turn(y, 19) ^ turn(y, 61) ^ (y >> BigInt(6)))) &
          mask;
      }
      const first = h + (turn(e, 14) ^ turn(e, 18) ^ turn(e, 41)) + ((e & f) ^ (~e & g)) + steps[at]! + words[at]!;
      const second = (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + first) & mask;
      d = c;
      c = b;
      b = a;
      a = (first + second) & mask;
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at]! + word) & mask));
  }

  const hash = new DataView(new ArrayBuffer(64));
  state.forEach((word, at) => {
    hash.setUint32(at * 8, Number(word >> thirtyTwo));
    hash.setUint32(at * 8 + 4, Number(word & BigInt(0xffffffff)));
  });
  return new Uint8Array(hash.buffer);
}

const thirtyTwo = BigInt(32);

function turn(word: bigint, by: number): bigint {
  return ((word >> BigInt(by)) | (word << BigInt(64 - by))) & mask;
}
