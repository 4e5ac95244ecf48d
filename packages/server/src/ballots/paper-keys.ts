import { paperInput } from '@fulian/contract/rules/council';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { timingSafeEqual } from 'node:crypto';

const { voprf } = ristretto255_oprf;

/** The key pair that papers of one ballot are made with (VOPRF after RFC 9497, ristretto255-SHA512). */
export interface PaperKeys {
  /** The scalar; published when the ballot is closed. */
  readonly secret: Uint8Array;
  /** What papers are proven against; public from the opening on. */
  readonly public: Uint8Array;
}

/** What answers a blinded element. */
export interface Evaluation {
  readonly evaluated: Uint8Array;
  /** That the published key was used. */
  readonly proof: Uint8Array;
}

/** A new pair. */
export function newPaperKeys(): PaperKeys {
  const { secretKey, publicKey } = voprf.generateKeyPair();
  return { secret: secretKey, public: publicKey };
}

/** Whether 64 hex digits are an element of the group that can be evaluated. */
export function isElement(blinded: string): boolean {
  try {
    // With 1 as the key: whether it decodes, and is not the identity.
    ristretto255_oprf.oprf.blindEvaluate(one, Buffer.from(blinded, 'hex'));
    return true;
  } catch {
    return false;
  }
}

const one = Uint8Array.of(1, ...new Uint8Array(31));

/** Evaluates a blinded element, of which `isElement` holds. Costs some 8 ms of CPU. */
export function evaluatePaper(keys: PaperKeys, blinded: string): Evaluation {
  return voprf.blindEvaluate(keys.secret, keys.public, Buffer.from(blinded, 'hex'));
}

/** `evaluate` of RFC 9497, 3.3.1; noble has it and leaves it out of its types. */
interface Evaluating {
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array;
}

/** The seal that belongs to a paper of a ballot: 64 bytes. `paper` is 64 hex digits. Costs some 3 ms of CPU. */
export function sealOfPaper(secret: Uint8Array, paper: string, ballot: string): Uint8Array {
  return (voprf as typeof voprf & Evaluating).evaluate(secret, paperInput(paper, ballot));
}

/** Whether a seal (128 hex digits) belongs to a paper of this ballot; costs the same whatever is wrong. */
export function isSealed(secret: Uint8Array, paper: string, seal: string, ballot: string): boolean {
  return timingSafeEqual(sealOfPaper(secret, paper, ballot), Buffer.from(seal, 'hex'));
}
