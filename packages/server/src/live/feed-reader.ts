import type { CaseFeed, FeedRow } from './case-feed.js';

/** How far back a start looks for rows that are still on their way. */
const lookBack = 256;
/** Rows that may be on their way at once; more than the service has connections. */
const mostHoles = 2_000;
/** No transaction runs so long, in milliseconds: what is missing then was undone. */
const givenUpMs = 30_000;

/**
 * Reads the feed on and on without missing a row. Ids are given when a transaction begins to write and seen when it ends, so that a
 * smaller one may come up after a greater one: numbers that are missing are asked for again until they come or cannot come any more.
 */
export class FeedReader {
  #last = 0;
  readonly #missing = new Map<number, number>();

  constructor(
    private readonly feed: CaseFeed,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** All rows up to here were read, or will never come: who goes on from here misses nothing. */
  get settled(): number {
    let settled = this.#last;
    for (const id of this.#missing.keys()) settled = Math.min(settled, id - 1);
    return settled;
  }

  /** Begins behind the newest row. */
  async start(): Promise<void> {
    const ids = await this.feed.newest(lookBack);
    const newest = ids[0] ?? 0;
    const seen = new Set(ids);
    for (let id = Math.max(1, newest - lookBack + 1); id < newest; id += 1) if (!seen.has(id)) this.#miss(id);
    this.#last = newest;
  }

  /** What has come since, in order; empty where nothing has. */
  async next(): Promise<FeedRow[]> {
    const rows = await this.feed.after(this.#last, [...this.#missing.keys()]);
    for (const { id } of rows) {
      if (id <= this.#last) this.#missing.delete(id);
      for (let open = this.#last + 1; open < id; open += 1) this.#miss(open);
      this.#last = Math.max(this.#last, id);
    }
    const old = this.now() - givenUpMs;
    for (const [id, since] of this.#missing) if (since <= old) this.#missing.delete(id);
    return rows;
  }

  #miss(id: number): void {
    if (this.#missing.size < mostHoles) this.#missing.set(id, this.now());
  }
}
