/**
 * The service's side of papers, small: for the in-memory service of tests and for who recomputes a ballot. The real service uses
 * `@noble/curves`.
 */
import { paperInput } from '@fulian/contract/rules/council';
import type { RandomBytes, SealedBlindly } from '../ballot-paper.js';
import { bytesOf, hexOf } from './hex.js';
import { bytesOfNumber, elementOf, generator, numberOfBytes, order } from './ristretto.js';
import { challengeOf, elementOfInput, output, weightOf } from './voprf.js';

/** The pair of a ballot, each 64 hex digits. */
export interface PaperKeys {
  readonly secret: string;
  readonly paperKey: string;
}

/** A new pair. */
export function newPaperKeys(random: RandomBytes): PaperKeys {
  const secret = hexOf(bytesOfNumber(numberOfBytes(random(64)) % order));
  return { secret, paperKey: paperKeyOf(secret) };
}

/** The public key that belongs to a secret one. */
export function paperKeyOf(secret: string): string {
  return hexOf(generator.multiply(numberOfBytes(bytesOf(secret))).toBytes());
}

/** BlindEvaluate of RFC 9497, 3.3.2, with its proof. Throws where `blinded` is no element. */
export function evaluateBlindly({ secret, paperKey }: PaperKeys, blinded: string, random: RandomBytes): SealedBlindly {
  const scalar = numberOfBytes(bytesOf(secret));
  const element = elementOf(bytesOf(blinded));
  const evaluated = element.multiply(scalar).toBytes();
  const key = bytesOf(paperKey);
  const m = element.multiply(weightOf(key, bytesOf(blinded), evaluated));
  const once = numberOfBytes(random(64)) % order;
  const challenge = challengeOf(key, [m, m.multiply(scalar), generator.multiply(once), m.multiply(once)]);
  const response = (once + order * order - challenge * scalar) % order;
  const proof = [challenge, response].map((number) => hexOf(bytesOfNumber(number))).join('');
  return { evaluated: hexOf(evaluated), proof };
}

/** The seal that belongs to a paper of a ballot, 128 hex digits. */
export function sealOf(secret: string, paper: string, ballot: string): string {
  const input = paperInput(paper, ballot);
  return hexOf(output(input, elementOfInput(input).multiply(numberOfBytes(bytesOf(secret)))));
}
