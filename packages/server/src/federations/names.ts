import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';

const rememberedMs = 60_000;
const remembered = 20_000;

/** Names of federations by their codes. They hardly ever change: each is remembered for a minute. */
export class FederationNames {
  readonly #known: BoundedCache<string>;

  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    this.#known = new BoundedCache(clock, remembered, rememberedMs);
  }

  /** Looks the names of many up at once; who is not there any more is called by the code. */
  async of(codes: Iterable<string>): Promise<(code: string) => string> {
    const names = new Map<string, string>();
    const open: string[] = [];
    for (const code of new Set(codes)) {
      const known = this.#known.get(code);
      if (known === undefined) open.push(code);
      else names.set(code, known);
    }
    if (open.length > 0) {
      const rows = await this.database.kysely
        .selectFrom('federations')
        .select(['code', 'name'])
        .where('code', 'in', open)
        .execute();
      for (const { code, name } of rows) {
        this.#known.set(code, name);
        names.set(code, name);
      }
    }
    return (code) => names.get(code) ?? code;
  }
}
