import { sql } from 'kysely';
import type { Database } from '../database/database.js';

/** Something changed about a case; by codes and ids only. */
export interface FeedRow {
  /** Grows with time, but for transactions that overtake each other. */
  readonly id: number;
  /** The federation that the case came to first, and its UUID. */
  readonly federation: string;
  readonly request: string;
  readonly revision: number;
  readonly kind: string;
  /** All that see it, or saw it before. */
  readonly units: readonly string[];
  /** Who must not learn of it. */
  readonly excluded: readonly string[];
  /** Nothing of it is for the requester. */
  readonly internal: boolean;
}

/** Rows that are read at once. */
const batch = 1_000;

/** Reads the feed of changes that the database keeps for a day. */
export class CaseFeed {
  constructor(private readonly database: Database) {}

  /** The ids of the newest rows, at most so many. */
  async newest(limit: number): Promise<number[]> {
    const rows = await this.database.scoped({ scope: 'feed' }, (db) =>
      db.selectFrom('case_feed').select('id').orderBy('id', 'desc').limit(limit).execute(),
    );
    return rows.map((row) => Number(row.id));
  }

  /** What comes after an id, and those of the earlier ones that are named; in order, at most a thousand. */
  async after(id: number, also: readonly number[] = []): Promise<FeedRow[]> {
    return this.#read((query) =>
      query.where((one) =>
        also.length === 0
          ? one('id', '>', String(id))
          : one.or([one('id', '>', String(id)), sql<boolean>`id = any(${also.map(String)}::bigint[])`]),
      ),
    );
  }

  /** Rows of one case after an id. */
  async ofCase(federation: string, request: string, id: number): Promise<FeedRow[]> {
    return this.#read((query) =>
      query.where('id', '>', String(id)).where('federation', '=', federation).where('request_id', '=', request),
    );
  }

  async #read(narrow: (query: ReturnType<typeof select>) => ReturnType<typeof select>): Promise<FeedRow[]> {
    const rows = await this.database.scoped({ scope: 'feed' }, (db) =>
      narrow(select(db)).orderBy('id').limit(batch).execute(),
    );
    return rows.map(({ id, request_id, ...row }) => ({ ...row, id: Number(id), request: request_id }));
  }
}

function select(db: Database['kysely']) {
  const columns = ['id', 'federation', 'request_id', 'revision', 'kind', 'units', 'excluded', 'internal'] as const;
  return db.selectFrom('case_feed').select(columns);
}
