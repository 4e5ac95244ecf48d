/**
 * The voter's side of a secret ballot: a paper that she alone knows, blinded before the service seals it, so that the sealed paper in the
 * box cannot be told from any other (RFC 9497, VOPRF on ristretto255). A file of its own, which is loaded when a secret ballot is on the
 * screen.
 */
import { paperInput, receiptOfPaper } from '@fulian/contract/rules/council';
import { bytesOf, hexOf } from './ballot-paper/hex.js';
import { sha256 } from './ballot-paper/sha2.js';
import { blind, finalize } from './ballot-paper/voprf.js';

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array } | undefined;

// Taken when the module loads: a script that replaces `crypto` later does not choose her paper.
const source = typeof crypto === 'object' ? crypto : undefined;

/** Gives that many random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

const platformBytes: RandomBytes = (count) => {
  if (!source) throw new Error('no crypto.getRandomValues here');
  return source.getRandomValues(new Uint8Array(count));
};

/** A paper on its way to be sealed. All of it is hers alone: with `blind`, the service could recognise the paper. */
export interface BlindedPaper {
  /** 64 hex digits; goes into the box, with the seal. */
  readonly paper: string;
  /** 64 hex digits; never leaves the device. */
  readonly blind: string;
  /** 64 hex digits; all that the service sees when it hands out the paper. */
  readonly blinded: string;
}

/** What the service answers to a blinded paper, `PaperAnswer` of the contract. */
export interface SealedBlindly {
  readonly evaluated: string;
  readonly proof: string;
}

/** The service did not seal a paper with the ballot's published key, or answered nonsense: the paper must not be used. */
export class PaperRefusedError extends Error {
  override readonly name = 'PaperRefusedError';
}

/** A new paper: 32 random bytes as 64 hex digits. */
export function newPaper(random: RandomBytes = platformBytes): string {
  return hexOf(random(32));
}

/** Blinds a paper for one ballot. Each call blinds it anew, and the service seals only the first: keep the answer. */
export function blindPaper(paper: string, ballot: string, random: RandomBytes = platformBytes): BlindedPaper {
  const made = blind(paperInput(paper, ballot), random(64));
  return { paper, blind: hexOf(made.blind), blinded: hexOf(made.blinded) };
}

/**
 * Checks the service's proof against the ballot's published key, and makes the seal, 128 hex digits. So a service that wants to recognise
 * a voter by a key of her own is found out before she votes.
 * @throws PaperRefusedError where the proof does not fit.
 */
export function sealPaper(mine: BlindedPaper, ballot: string, paperKey: string, answer: SealedBlindly): string {
  try {
    const made = { blind: bytesOf(mine.blind), blinded: bytesOf(mine.blinded) };
    const answered = { evaluated: bytesOf(answer.evaluated), proof: bytesOf(answer.proof) };
    return hexOf(finalize(paperInput(mine.paper, ballot), made, bytesOf(paperKey), answered));
  } catch {
    throw new PaperRefusedError('the paper was not sealed with the published key of the ballot');
  }
}

/** The receipt of a paper, which stands among those that were counted: 64 hex digits. */
export function receiptOf(paper: string): string {
  // Digits, of which each is one byte.
  return receiptOfPaper((text) => hexOf(sha256(new Uint8Array([...text].map((digit) => digit.charCodeAt(0))))), paper);
}
