import { decodeJwt, importJWK, jwtVerify, type CryptoKey, type JWTPayload, type KeyObject } from 'jose';
import type { Clock } from '../clock.js';
import type { CouncilPortal } from '../config.js';

/** What a portal says of its signed-in member. */
export interface Vouched {
  readonly issuer: string;
  /** The member's `sub` there. */
  readonly subject: string;
  /** The `jti`: it counts once. */
  readonly id: string;
  /** From then on the word is refused for its age alone. */
  readonly forgettableAt: Date;
  /** The portal speaks for councils of this federation and those below it; absent: for all. */
  readonly federation?: string;
}

const algorithms = ['EdDSA', 'ES256'];
/** The longest that a word may be valid, and how far the clocks of portals may be off, in seconds. */
const mostSeconds = 300;
const tolerance = 30;
const mostLength = 255;

/** Reads the words of portals that the operator knows: signed JWTs. Whoever is not known vouches for nobody. */
export class Vouchers {
  readonly #keys = new Map<CouncilPortal, Promise<readonly (CryptoKey | KeyObject | Uint8Array)[]>>();

  constructor(
    private readonly portals: readonly CouncilPortal[],
    private readonly clock: Clock,
  ) {}

  /** Undefined where anything is wrong with it. */
  async read(voucher: string): Promise<Vouched | undefined> {
    const issuer = issuerOf(voucher);
    for (const portal of this.portals.filter((one) => one.issuer === issuer)) {
      for (const key of await this.#keysOf(portal)) {
        const payload = await this.#verify(voucher, portal, key);
        if (payload) return vouchedOf(payload, portal, this.clock.now());
      }
    }
    return undefined;
  }

  async #verify(
    voucher: string,
    { issuer, audience }: CouncilPortal,
    key: CryptoKey | KeyObject | Uint8Array,
  ): Promise<JWTPayload | undefined> {
    const checks = {
      issuer,
      audience,
      algorithms,
      requiredClaims: ['iss', 'aud', 'sub', 'jti', 'exp'],
      clockTolerance: tolerance,
      currentDate: this.clock.now(),
    };
    return jwtVerify(voucher, key, checks).then(
      ({ payload }) => payload,
      () => undefined,
    );
  }

  #keysOf(portal: CouncilPortal): Promise<readonly (CryptoKey | KeyObject | Uint8Array)[]> {
    const known = this.#keys.get(portal) ?? Promise.all(portal.keys.map((key) => importJWK(key, algorithmOf(key))));
    this.#keys.set(portal, known);
    return known;
  }
}

/** The algorithm that a key is for. */
export function algorithmOf({ kty }: { readonly kty?: string | undefined }): string {
  return kty === 'OKP' ? 'EdDSA' : 'ES256';
}

function issuerOf(voucher: string): unknown {
  try {
    return decodeJwt(voucher).iss;
  } catch {
    return undefined;
  }
}

function vouchedOf(
  { sub, jti, exp }: JWTPayload,
  { issuer, federation }: CouncilPortal,
  now: Date,
): Vouched | undefined {
  const fits = (text: unknown): text is string =>
    typeof text === 'string' && text.length > 0 && text.length <= mostLength && !text.includes('\u0000');
  if (!fits(sub) || !fits(jti) || exp === undefined) return undefined;
  if (exp * 1_000 > now.getTime() + (mostSeconds + tolerance) * 1_000) return undefined;
  const forgettableAt = new Date((exp + tolerance + 1) * 1_000);
  return { issuer, subject: sub, id: jti, forgettableAt, ...(federation !== undefined && { federation }) };
}
