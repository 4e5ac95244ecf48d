import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { FederationKeys } from '../keys/federation-keys.js';
import { open, seal } from '../keys/seal.js';
import type { AccountKey } from './repository.js';

const period = 30;
const issuer = 'Fulian';
/** Bytes of a secret, as RFC 4226 recommends. */
const secretBytes = 20;

/** One-time codes of RFC 6238: six digits, 30 seconds, SHA-1, one step of tolerance to either side. */
export class OneTimeCodes {
  constructor(private readonly federationKeys: FederationKeys) {}

  /** A new secret: sealed to be stored, and as the device takes it. */
  async make(account: AccountKey & { readonly account: string }) {
    const bytes = randomBytes(secretBytes);
    const totp = totpOf(bytes, account.account);
    return {
      sealed: seal(await this.federationKeys.of(account.federation), placeOf(account), bytes),
      secret: totp.secret.base32,
      uri: totp.toString(),
    };
  }

  /** The step that a code belongs to; undefined where it is none of now. Whether it was used the caller knows. */
  async stepOf(account: AccountKey, sealed: Buffer, code: string, now: Date): Promise<number | undefined> {
    const secret = open(await this.federationKeys.of(account.federation), placeOf(account), sealed);
    return stepOfCode(secret, code, now);
  }
}

/** The number of the 30 seconds whose code this is, at most one from now; undefined where there is none. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / period) + delta;
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  const { buffer, byteOffset, byteLength } = secret;
  const copy = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period, secret: new Secret({ buffer: copy }) });
}

function placeOf({ federation, id }: AccountKey): string[] {
  return ['staff_accounts', 'totp', federation, id];
}
