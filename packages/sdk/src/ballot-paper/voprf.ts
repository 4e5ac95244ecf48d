/**
 * The client of a verifiable oblivious pseudorandom function: RFC 9497, mode 1, ristretto255-SHA512. Names and steps are the RFC's; tested
 * with all its vectors, and against `@noble/curves`, which the service uses.
 */
import {
  bytesOfNumber,
  type Element,
  elementOf,
  elementOfHash,
  generator,
  numberOfBytes,
  order,
  power,
} from './ristretto.js';
import { sha512 } from './sha2.js';

const context = 'OPRFV1-\x01-ristretto255-SHA512';

/** A piece of what is hashed: bytes, or ASCII. */
type Piece = Uint8Array | string;

function join(...pieces: Piece[]): Uint8Array {
  const joined: number[] = [];
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += 1)
      joined.push(typeof piece === 'string' ? piece.charCodeAt(at) : piece[at]!);
  return new Uint8Array(joined);
}

/** A number in two bytes. */
const two = (number: number): Uint8Array => new Uint8Array([number >> 8, number & 255]);

/** Each piece after its length in two bytes. */
const measured = (...pieces: Piece[]): Uint8Array => join(...pieces.flatMap((piece) => [two(piece.length), piece]));

/** expand_message_xmd of RFC 9380, 5.3.1, for 64 bytes, which are one block of SHA-512. */
function expand(message: Uint8Array, purpose: string): Uint8Array {
  const tag = join(purpose, context, new Uint8Array([purpose.length + context.length]));
  const first = sha512(join(new Uint8Array(128), message, two(64), new Uint8Array(1), tag));
  return sha512(join(first, new Uint8Array([1]), tag));
}

const scalarOfHash = (message: Uint8Array): bigint => numberOfBytes(expand(message, 'HashToScalar-')) % order;

function scalarOf(bytes: Uint8Array): bigint {
  const scalar = numberOfBytes(bytes);
  if (bytes.length !== 32 || scalar >= order) throw new Error('no scalar of ristretto255');
  return scalar;
}

/** What `blind` makes: `blind` stays with who blinded, `blinded` is sent. */
export interface Blinding {
  readonly blind: Uint8Array;
  readonly blinded: Uint8Array;
}

/** What is answered to `blinded`. */
export interface Evaluation {
  readonly evaluated: Uint8Array;
  readonly proof: Uint8Array;
}

/** HashToGroup (4.1). */
export function elementOfInput(input: Uint8Array): Element {
  return elementOfHash(expand(input, 'HashToGroup-'));
}

/** Blind (3.3.1). `uniform`: 64 random bytes, of which the blind is made. */
export function blind(input: Uint8Array, uniform: Uint8Array): Blinding {
  const scalar = numberOfBytes(uniform) % order;
  // A hash that maps to the identity, or 64 bytes that are a multiple of the order: neither ever happens.
  const element = elementOf(elementOfInput(input).toBytes());
  return { blind: bytesOfNumber(scalar), blinded: elementOf(element.multiply(scalar).toBytes()).toBytes() };
}

/** Finalize (3.3.2), after VerifyProof (2.2.2). Throws where the proof does not verify, or something is not what it should be. */
export function finalize(
  input: Uint8Array,
  mine: Blinding,
  publicKey: Uint8Array,
  { evaluated, proof }: Evaluation,
): Uint8Array {
  const evaluatedElement = elementOf(evaluated);
  const challenge = scalarOf(proof.subarray(0, 32));
  const response = scalarOf(proof.subarray(32));
  const weight = weightOf(publicKey, mine.blinded, evaluated);
  const m = elementOf(mine.blinded).multiply(weight);
  const z = evaluatedElement.multiply(weight);
  const sum = (one: Element, other: Element) => one.multiply(response).add(other.multiply(challenge));
  if (challengeOf(publicKey, [m, z, sum(generator, elementOf(publicKey)), sum(m, z)]) !== challenge)
    throw new Error('the proof does not verify');
  const inverse = power(scalarOf(mine.blind), order - BigInt(2), order);
  return output(input, evaluatedElement.multiply(inverse));
}

/** The weight in ComputeComposites (2.2.1) where there is one element. */
export function weightOf(publicKey: Uint8Array, blinded: Uint8Array, evaluated: Uint8Array): bigint {
  const seed = sha512(measured(publicKey, `Seed-${context}`));
  return scalarOfHash(join(measured(seed), two(0), measured(blinded, evaluated), 'Composite'));
}

/** The challenge of a proof (2.2.1): of the key, M, Z, t2 and t3. */
export function challengeOf(publicKey: Uint8Array, elements: readonly Element[]): bigint {
  return scalarOfHash(join(measured(publicKey, ...elements.map((element) => element.toBytes())), 'Challenge'));
}

/** What an input and its unblinded element are hashed to. */
export function output(input: Uint8Array, unblinded: Element): Uint8Array {
  return sha512(join(measured(input, unblinded.toBytes()), 'Finalize'));
}
