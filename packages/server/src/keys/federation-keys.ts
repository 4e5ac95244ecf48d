import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { newKey, open, seal } from './seal.js';

const remembered = 5_000;
const rememberedMs = 3_600_000;

/**
 * The keys of federations: each made when it is first needed, stored wrapped by the master key, and kept open in memory
 * for the busiest ones (S8).
 */
export class FederationKeys {
  readonly #open: BoundedCache<Promise<Buffer>>;

  constructor(
    private readonly database: Database,
    private readonly wrapping: Uint8Array,
    clock: Clock,
  ) {
    this.#open = new BoundedCache(clock, remembered, rememberedMs);
  }

  /** The key of a federation, which must exist. The first of two processes that make it at once wins. */
  async of(federation: string): Promise<Buffer> {
    return BoundedCache.through(this.#open, federation, async () => {
      const place = ['federation_keys', 'wrapped', federation];
      const wrapped =
        (await this.#read(federation)) ?? (await this.#make(federation, seal(this.wrapping, place, newKey())));
      return open(this.wrapping, place, wrapped);
    });
  }

  async #read(federation: string): Promise<Buffer | undefined> {
    return this.database.scoped({ scope: 'visitor', federation }, async (db) => {
      const row = await db
        .selectFrom('federation_keys')
        .select('wrapped')
        .where('federation', '=', federation)
        .executeTakeFirst();
      return row?.wrapped;
    });
  }

  async #make(federation: string, wrapped: Buffer): Promise<Buffer> {
    await this.database.scoped({ scope: 'visitor', federation }, (db) =>
      db
        .insertInto('federation_keys')
        .values({ federation, wrapped })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    return (await this.#read(federation))!;
  }
}

/** Where the wrapped key of a case belongs. */
export function caseKeyPlace(federation: string, request: string): string[] {
  return ['case_keys', 'wrapped', federation, request];
}
