import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { FederationKeys } from '../keys/federation-keys.js';
import { newKey, open, seal } from '../keys/seal.js';
import type { BallotPlace } from './box.js';
import { newPaperKeys, type PaperKeys } from './paper-keys.js';

/** The keys of a secret ballot while it is open. */
export interface BallotKeyPair {
  readonly paper: PaperKeys;
  /** Seals what lies in the box. */
  readonly box: Uint8Array;
}

const scalarBytes = 32;
const remembered = 500;
/** They are not needed for long after their ballot was closed by another process. */
const rememberedMs = 60_000;

function placeOf({ federation, council, id }: BallotPlace): string[] {
  return ['ballot_keys', 'sealed', federation, council, id];
}

/** Makes, keeps and opens the keys of secret ballots: stored under the federation's key, and gone with the closing. */
export class BallotKeys {
  readonly #open: BoundedCache<Promise<BallotKeyPair | undefined>>;

  constructor(
    private readonly database: Database,
    private readonly federationKeys: FederationKeys,
    clock: Clock,
  ) {
    this.#open = new BoundedCache(clock, remembered, rememberedMs);
  }

  /** New ones for a ballot that opens, with what is stored of them. */
  async make(place: BallotPlace): Promise<BallotKeyPair & { readonly sealed: Buffer }> {
    const keys = { paper: newPaperKeys(), box: newKey() };
    const wrapping = await this.federationKeys.of(place.federation);
    const plain = Buffer.concat([keys.paper.secret, keys.paper.public, keys.box]);
    return { ...keys, sealed: seal(wrapping, placeOf(place), plain) };
  }

  /** Makes sure that `open` needs no connection of its own: within a transaction there may be none left. */
  async ready({ federation }: BallotPlace): Promise<void> {
    await this.federationKeys.of(federation);
  }

  /** Those of a ballot; undefined where it is not open, or not secret. */
  async of(place: BallotPlace): Promise<BallotKeyPair | undefined> {
    const keys = await BoundedCache.through(this.#open, place.id, async () => {
      const sealed = await this.#read(place);
      return sealed && this.open(place, sealed);
    });
    if (!keys) this.#open.delete(place.id);
    return keys;
  }

  /** Opens what is stored. Throws `SealBroken`. */
  async open(place: BallotPlace, sealed: Uint8Array): Promise<BallotKeyPair> {
    const plain = open(await this.federationKeys.of(place.federation), placeOf(place), sealed);
    return {
      paper: { secret: plain.subarray(0, scalarBytes), public: plain.subarray(scalarBytes, 2 * scalarBytes) },
      box: plain.subarray(2 * scalarBytes),
    };
  }

  /** Forgets those of a ballot that was closed. */
  forget({ id }: BallotPlace): void {
    this.#open.delete(id);
  }

  async #read({ federation, council, id }: BallotPlace): Promise<Buffer | undefined> {
    return this.database.scoped({ scope: 'ballot', federation, council, ballot: id }, async (db) => {
      const row = await db.selectFrom('ballot_keys').select('sealed').where('ballot', '=', id).executeTakeFirst();
      return row?.sealed;
    });
  }
}
