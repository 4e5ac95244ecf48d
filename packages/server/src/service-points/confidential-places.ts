import { distance } from '@fulian/contract/rules/map';
import { randomBytes } from 'node:crypto';
import type { FederationKeys } from '../keys/federation-keys.js';
import { open, seal } from '../keys/seal.js';
import { areaOf, areaRadius, cellOf, type Place } from './area.js';
import type { ServicePointRepository } from './repository.js';

/** What is sealed of a confidential place: where it is, the area that is published, and what that was drawn from. */
interface Sealed {
  readonly place: Place;
  readonly area: Place;
  /** In base64url. */
  readonly seed: string;
}

/** A place that was given an area; `sealed` is to be stored beside its point. */
export interface HiddenPlace {
  readonly area: Place;
  readonly sealed: Buffer;
  /** Whether the area was drawn for it; a federation has a bounded number of draws. */
  readonly drawn: boolean;
}

/** Nearer than this it is the same house, measured by another receiver. In metres. */
const sameMetres = 150;
/** A place is never nearer to the middle of its area, in metres (S5). */
const leastMetres = 3_000;

/** What hiding needs. */
export interface ConfidentialParts {
  readonly points: ServicePointRepository;
  readonly federationKeys: FederationKeys;
  /** Of the keyring's purpose `area`. */
  readonly areaKey: Uint8Array;
  /** Draws 16 random bytes; replaced by tests only. */
  readonly drawSeed?: () => Buffer;
}

/**
 * Gives confidential places their areas and seals where they are (S5). Two areas around one place would give it away where
 * they overlap, so a place keeps the area that it has: while it stays in its square, while it is moved by less than
 * 150 m, and where it is taken off the map and added again.
 */
export class ConfidentialPlaces {
  constructor(private readonly parts: ConfidentialParts) {}

  /**
   * Hides places of a federation, each of a point that may have been hidden before. `staff`: the federation of who asks.
   */
  async hide(
    staff: string,
    federation: string,
    points: readonly { readonly id: string; readonly place: Place }[],
  ): Promise<HiddenPlace[]> {
    const key = await this.parts.federationKeys.of(federation);
    const rows = await this.parts.points.sealedPlaces(staff, federation);
    const known = new Map(
      rows.map(({ id, sealed }) => [
        id,
        JSON.parse(open(key, placeOf(federation, id), sealed).toString('utf8')) as Sealed,
      ]),
    );
    return points.map(({ id, place }) => {
      const kept = this.#kept(known, id, place);
      const hidden = kept ? { ...kept, place } : this.#draw(place);
      known.set(id, hidden);
      const { area, seed } = hidden;
      const sealed: Sealed = { place, area, seed };
      return { area, sealed: seal(key, placeOf(federation, id), JSON.stringify(sealed)), drawn: !kept };
    });
  }

  /** What is known already of a place that keeps its area. */
  #kept(known: ReadonlyMap<string, Sealed>, id: string, place: Place): Sealed | undefined {
    const own = known.get(id);
    if (own && inSameCell(this.parts.areaKey, own, place)) return own;
    return [...(own ? [own] : []), ...known.values()].find((one) => isSameHouse(one, place));
  }

  #draw(place: Place): Sealed {
    const { areaKey, drawSeed = () => randomBytes(16) } = this.parts;
    const seed = drawSeed();
    return { place, area: areaOf(areaKey, seed, place), seed: seed.toString('base64url') };
  }
}

function inSameCell(areaKey: Uint8Array, known: Sealed, place: Place): boolean {
  const seed = Buffer.from(known.seed, 'base64url');
  const [a, b] = [cellOf(areaKey, seed, known.place), cellOf(areaKey, seed, place)];
  return a.x === b.x && a.y === b.y && keepsGuarantee(known, place);
}

function isSameHouse(known: Sealed, place: Place): boolean {
  return distance(known.place, place) < sameMetres && keepsGuarantee(known, place);
}

function keepsGuarantee({ area }: Sealed, place: Place): boolean {
  const metres = distance(area, place);
  return metres >= leastMetres && metres <= areaRadius;
}

function placeOf(federation: string, id: string): string[] {
  return ['confidential_places', 'sealed', federation, id];
}
