import type { CasePlace } from '../cases/case-rows.js';
import type { Clock } from '../clock.js';
import { open, seal } from '../keys/seal.js';
import { ProblemError } from '../problem.js';

/** Minutes for which a token opens its case. */
export const tokenMinutes = 30;

/** A case that a token opens, and until when. */
export interface OpenedToken extends CasePlace {
  readonly expiresAt: Date;
}

const place = ['own-case', 'token'];
const timeBytes = 6;
const idBytes = 16;
const homeBytes = 12;

/**
 * The tokens that open one case for who showed its receipt. All that a token says is sealed in it and nothing of it is stored: no table
 * tells who looks at her case, and any process of the service reads it. It cannot be taken back; it ends by itself.
 */
export class CaseTokens {
  constructor(
    private readonly key: Uint8Array,
    private readonly clock: Clock,
  ) {}

  /** A new token of a case. */
  make({ home, id }: CasePlace): { token: string; expiresAt: Date } {
    const expiresAt = new Date(this.clock.now().getTime() + tokenMinutes * 60_000);
    const time = Buffer.alloc(timeBytes);
    time.writeUIntBE(expiresAt.getTime(), 0, timeBytes);
    const plain = Buffer.concat([time, Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.from(home, 'latin1')]);
    return { token: seal(this.key, place, plain).toString('base64url'), expiresAt };
  }

  /** Throws `case-token-refused`, the same whatever is wrong. */
  open(token: string): OpenedToken {
    const plain = this.#read(token);
    const expiresAt = plain && new Date(plain.readUIntBE(0, timeBytes));
    if (!plain || !expiresAt || expiresAt <= this.clock.now()) throw new ProblemError('case-token-refused');
    const hex = plain.toString('hex', timeBytes, timeBytes + idBytes);
    return {
      home: plain.toString('latin1', timeBytes + idBytes),
      id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
      expiresAt,
    };
  }

  #read(token: string): Buffer | undefined {
    const sealed = Buffer.from(token, 'base64url');
    // Other spellings of the same bytes are refused, too.
    if (sealed.toString('base64url') !== token) return undefined;
    try {
      const plain = open(this.key, place, sealed);
      return plain.length === timeBytes + idBytes + homeBytes ? plain : undefined;
    } catch {
      return undefined;
    }
  }
}
