import { readCursor, writeCursor } from '../http/cursor.js';
import type { TimePosition } from './topic-rows.js';

/** A page that is asked for. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

const mostAtOnce = 100;

/** A list that is ordered by a time and an id. */
export interface Listing<Row, Item> {
  /** What tells it from all others: operation, council … */
  readonly name: readonly string[];
  readonly find: (position: TimePosition | undefined, limit: number) => Promise<readonly Row[]>;
  readonly timeOf: (row: Row) => Date;
  readonly itemOf: (row: Row) => Item;
}

/** A page of a list. Throws `cursor-invalid`. */
export async function pageOf<Row extends { readonly id: string }, Item>(
  cursorKey: Uint8Array,
  { name, find, timeOf, itemOf }: Listing<Row, Item>,
  { cursor, limit = mostAtOnce }: PageQuery,
): Promise<{ items: Item[]; nextCursor?: string }> {
  const [at, id] = readCursor(cursorKey, name, cursor, 2) ?? [];
  const most = Math.min(limit, mostAtOnce);
  const found = await find(at === undefined || id === undefined ? undefined : { at, id }, most + 1);
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    ...(found.length > most &&
      last && { nextCursor: writeCursor(cursorKey, name, [timeOf(last).toISOString(), last.id]) }),
  };
}
