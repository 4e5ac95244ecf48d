import { createHash, randomBytes } from 'node:crypto';
import { paperInput } from '@fulian/contract/rules/council';
import { ristretto255, ristretto255_hasher, ristretto255_oprf } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blindPaper, newPaper, PaperRefusedError, receiptOf, sealPaper } from './ballot-paper.js';
import { elementOf, elementOfHash, generator } from './ballot-paper/ristretto.js';
import { evaluateBlindly, newPaperKeys, paperKeyOf, sealOf } from './ballot-paper/service.js';
import { sha256, sha512 } from './ballot-paper/sha2.js';
import { blind, finalize } from './ballot-paper/voprf.js';

/** `evaluate` of RFC 9497, 3.3.1, is there, but not among the types. */
const voprf = ristretto255_oprf.voprf as typeof ristretto255_oprf.voprf & {
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array;
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const fill = (digits: string, length: number) => digits.padEnd(length * 2, '0');

const ballot = '9b2d4f60-718a-4c3e-95d7-0e1f2a3b4c5d';
const keys = voprf.generateKeyPair();
const paperKey = hex(keys.publicKey);
const answerTo = (blinded: string, pair = keys) => {
  const { evaluated, proof } = voprf.blindEvaluate(pair.secretKey, pair.publicKey, bytes(blinded));
  return { evaluated: hex(evaluated), proof: hex(proof) };
};

describe('RFC 9497, A.1.2', () => {
  const secretKey = bytes('e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909');
  const publicKey = bytes('c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e');
  const first = {
    input: '00',
    blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
    blinded: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
    evaluated: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
    output:
      'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
  };
  const second = {
    input: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
    blind: first.blind,
    blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
    evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
    output:
      '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
  };
  // The third has both inputs at once, the second of them blinded by another scalar.
  const batched = {
    ...second,
    blind: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
    blinded: '90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654',
    evaluated: 'cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a',
  };
  const batchProof =
    'cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08';

  test('the client blinds and finalizes vectors 1 and 2, and each element of vector 3', () => {
    for (const one of [first, second, batched]) {
      const made = blind(bytes(one.input), bytes(fill(one.blind, 64)));
      expect({ blind: hex(made.blind), blinded: hex(made.blinded) }).toEqual({
        blind: one.blind,
        blinded: one.blinded,
      });
    }
    const finalized = (one: typeof first, proof: Uint8Array) => {
      const mine = { blind: bytes(one.blind), blinded: bytes(one.blinded) };
      return hex(finalize(bytes(one.input), mine, publicKey, { evaluated: bytes(one.evaluated), proof }));
    };
    for (const one of [first, second]) expect(finalized(one, bytes(one.proof))).toBe(one.output);
    // The proof of the third is for both at once, which no voter needs.
    const { proof } = voprf.blindEvaluate(secretKey, publicKey, bytes(batched.blinded));
    expect(finalized(batched, proof)).toBe(batched.output);
  });

  test('the library of the service and of the verifier gives all three, their keys and their proofs', () => {
    expect(voprf.deriveKeyPair(bytes('a3'.repeat(32)), bytes('74657374206b6579'))).toEqual({ secretKey, publicKey });
    // The library makes a scalar of 48 bytes as (number mod (order - 1)) + 1.
    const scalar = (text: string) => () => {
      const number = BigInt(`0x${hex(bytes(text).reverse())}`) - 1n;
      return bytes(fill(hex(bytes(number.toString(16).padStart(64, '0')).reverse()), 48));
    };
    for (const one of [first, second]) {
      const made = voprf.blind(bytes(one.input), scalar(one.blind));
      expect(hex(made.blinded)).toBe(one.blinded);
      const random = scalar('222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e');
      const { evaluated, proof } = voprf.blindEvaluate(secretKey, publicKey, made.blinded, random);
      expect([hex(evaluated), hex(proof)]).toEqual([one.evaluated, one.proof]);
      expect(hex(voprf.evaluate(secretKey, bytes(one.input)))).toBe(one.output);
    }
    const random = scalar('419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c');
    const both = [first, batched].map(({ blinded }) => bytes(blinded));
    const { evaluated, proof } = voprf.blindEvaluateBatch(secretKey, publicKey, both, random);
    expect([...evaluated.map(hex), hex(proof)]).toEqual([first.evaluated, batched.evaluated, batchProof]);
  });
});

test('a paper is 32 random bytes, and each blinding of it is another one', () => {
  const papers = [newPaper(), newPaper()];
  for (const paper of papers) expect(paper).toMatch(/^[0-9a-f]{64}$/);
  expect(papers[0]).not.toBe(papers[1]);
  expect(newPaper((count) => new Uint8Array(count).fill(171))).toBe('ab'.repeat(32));
  const [one, other] = [blindPaper(papers[0]!, ballot), blindPaper(papers[0]!, ballot)];
  expect(one.blinded).not.toBe(other.blinded);
  expect(sealPaper(one, ballot, paperKey, answerTo(one.blinded))).toBe(
    sealPaper(other, ballot, paperKey, answerTo(other.blinded)),
  );
});

test('the seal of a paper is what the service computes without the voter, for each ballot another one', () => {
  for (let round = 0; round < 10; round += 1) {
    const mine = blindPaper(newPaper(), ballot);
    const seal = sealPaper(mine, ballot, paperKey, answerTo(mine.blinded));
    expect(seal).toBe(hex(voprf.evaluate(keys.secretKey, paperInput(mine.paper, ballot))));
    expect(seal).not.toBe(hex(voprf.evaluate(keys.secretKey, paperInput(mine.paper, ballot.replace('9b', '9c')))));
  }
});

test('a proof under another key, a changed one, and an answer that is none, are refused', () => {
  const other = voprf.generateKeyPair();
  const mine = blindPaper(newPaper(), ballot);
  const right = answerTo(mine.blinded);
  const refused = (answer: unknown, key = paperKey, paper = mine) =>
    expect(() => sealPaper(paper, ballot, key, answer as typeof right)).toThrow(PaperRefusedError);

  refused(answerTo(mine.blinded, other));
  refused(right, hex(other.publicKey));
  refused(answerTo(blindPaper(newPaper(), ballot).blinded));
  refused(right, paperKey, { ...mine, blinded: blindPaper(mine.paper, ballot).blinded });
  for (let bit = 0; bit < 512; bit += 37) {
    const proof = bytes(right.proof);
    proof[bit >> 3]! ^= 1 << (bit & 7);
    refused({ ...right, proof: hex(proof) });
  }
  // A scalar that is the same modulo the order, but not the one way to write it.
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const response = BigInt(`0x${hex(bytes(right.proof.slice(64)).reverse())}`) + order;
  refused({
    ...right,
    proof: right.proof.slice(0, 64) + hex(bytes(response.toString(16).padStart(64, '0')).reverse()),
  });
  for (const evaluated of ['', '00'.repeat(32), 'ff'.repeat(32), `${right.evaluated}00`, 'zz'.repeat(32), undefined])
    refused({ ...right, evaluated });
  for (const proof of ['', right.proof.slice(2), `${right.proof}00`, null]) refused({ ...right, proof });
  refused(right, '00'.repeat(32));
  expect(sealPaper(mine, ballot, paperKey, right)).toMatch(/^[0-9a-f]{128}$/);
});

test('the small service makes what the library verifies, and seals as it does', () => {
  const made = newPaperKeys((count) => randomBytes(count));
  expect(made.paperKey).toBe(hex(ristretto255.Point.fromHex(made.paperKey).toBytes()));
  expect(paperKeyOf(hex(keys.secretKey))).toBe(paperKey);
  const input = paperInput(newPaper(), ballot);
  const mine = voprf.blind(input);
  const answer = evaluateBlindly(made, hex(mine.blinded), (count) => randomBytes(count));
  const seal = voprf.finalize(
    input,
    mine.blind,
    bytes(answer.evaluated),
    mine.blinded,
    bytes(made.paperKey),
    bytes(answer.proof),
  );
  expect(hex(seal)).toBe(sealOf(made.secret, hex(input.subarray(0, 32)), ballot));
  expect(() => evaluateBlindly(made, 'ff'.repeat(32), (count) => randomBytes(count))).toThrow('no element');
});

describe('the group', () => {
  const { Point } = ristretto255;

  test('decodes what the library decodes, and nothing else', () => {
    const prime = 2n ** 255n - 19n;
    const odd = [0n, 1n, prime - 1n, prime, prime + 1n, prime + 2n, 2n ** 255n - 1n, 2n ** 256n - 1n].map((number) =>
      bytes(number.toString(16).padStart(64, '0')).reverse(),
    );
    const even = () => {
      const drawn = randomBytes(32);
      drawn[0]! &= 254;
      drawn[31]! &= 127;
      return drawn;
    };
    let decoded = 0;
    for (const encoded of [...odd, ...Array.from({ length: 200 }, even)]) {
      const decode = (): Uint8Array | undefined => {
        try {
          const point = Point.fromBytes(new Uint8Array(encoded));
          return point.equals(Point.ZERO) ? undefined : point.toBytes();
        } catch {
          return undefined;
        }
      };
      const known = decode();
      if (known) {
        decoded += 1;
        expect(elementOf(encoded).toBytes()).toEqual(known);
      } else expect(() => elementOf(encoded)).toThrow('no element');
    }
    expect(decoded).toBeGreaterThan(10);
    expect(() => elementOf(generator.toBytes().subarray(1))).toThrow('no element');
  });

  test('adds, multiplies and maps as the library does', () => {
    const order = Point.Fn.ORDER;
    const hashed = ristretto255_hasher.deriveToCurve!;
    fc.assert(
      fc.property(
        fc.bigInt(1n, order - 1n),
        fc.bigInt(1n, order - 1n),
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        (one, other, uniform) => {
          const [mine, known] = [generator.multiply(one), Point.BASE.multiply(one)];
          expect(mine.toBytes()).toEqual(known.toBytes());
          expect(mine.add(generator.multiply(other)).toBytes()).toEqual(
            known.add(Point.BASE.multiply(other)).toBytes(),
          );
          const drawn = elementOfHash(uniform);
          expect(drawn.toBytes()).toEqual(hashed(uniform).toBytes());
          expect(drawn.multiply(one).toBytes()).toEqual(hashed(uniform).multiply(one).toBytes());
        },
      ),
      { numRuns: 25 },
    );

    expect(generator.multiply(0n).toBytes()).toEqual(new Uint8Array(32));
    expect(generator.multiply(order).toBytes()).toEqual(new Uint8Array(32));
  });
});

test('SHA-512 and SHA-256 are the platform’s, for each length up to two blocks and more', () => {
  for (let length = 0; length <= 300; length += 1) {
    const message = randomBytes(length);
    expect(hex(sha512(message)), String(length)).toBe(createHash('sha512').update(message).digest('hex'));
    expect(hex(sha256(message)), String(length)).toBe(createHash('sha256').update(message).digest('hex'));
  }
});

test('the receipt of a paper is SHA-256 of its digits', () => {
  const paper = newPaper();
  expect(receiptOf(paper)).toBe(createHash('sha256').update(paper).digest('hex'));
});
