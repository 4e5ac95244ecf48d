import { categories, type PointTable } from '@fulian/contract/rules/map';
import type { Schemas } from '../../operation-types.js';
import type { SignalLike } from '../../wire.js';
import type { Names } from './names.js';
import type { SourceHost } from './source.js';

/** Results that are read; who finds more than these has to say more. */
const mostResults = 1000;

/** What is looked for, and with what. */
export interface Wanted {
  readonly text: string;
  readonly host: SourceHost;
  readonly signal: SignalLike;
}

/** 1 for each row of a table whose name has a text, as the service finds it. Rejects with a `FulianError`. */
export async function rowsNamed(table: PointTable, names: Names, wanted: Wanted): Promise<Uint8Array> {
  return rowsOf(table, names, await results(wanted));
}

async function results({ text, host, signal }: Wanted): Promise<Schemas['ServicePoint'][]> {
  const input = { path: { code: host.federation }, query: { q: text, limit: 500 } };
  const found: Schemas['ServicePoint'][] = [];
  for await (const { items } of host.client.pages('searchServicePoints', input, { signal })) {
    found.push(...items);
    if (found.length >= mostResults) break;
  }
  return found;
}

/** The rows of these points: by place and category, and by id where several share those. */
async function rowsOf(
  table: PointTable,
  names: Names,
  points: readonly Schemas['ServicePoint'][],
): Promise<Uint8Array> {
  const wanted = new Map<number, string[]>();
  for (const { id, position, area, category } of points) {
    const { lng, lat } = position ?? area!;
    const key = keyOf(Math.round(lng * 1e5), Math.round(lat * 1e5), categories.indexOf(category));
    const ids = wanted.get(key);
    if (ids) ids.push(id);
    else wanted.set(key, [id]);
  }
  const rows = new Map<number, number[]>();
  for (let row = 0; row < table.count; row += 1) {
    const key = keyOf(table.lng[row]!, table.lat[row]!, table.category[row]!);
    if (!wanted.has(key)) continue;
    const others = rows.get(key);
    if (others) others.push(row);
    else rows.set(key, [row]);
  }
  const doubtful = [...rows.values()].filter((same) => same.length > 1);
  await names.ensure(doubtful.flat());
  const found = new Uint8Array(table.count);
  rows.forEach((same, key) => {
    for (const row of same) if (same.length === 1 || wanted.get(key)!.includes(names.ids[row] ?? '')) found[row] = 1;
  });
  return found;
}

/** One number for a place and a category. */
function keyOf(lng: number, lat: number, category: number): number {
  return ((lng + 18_000_000) * 17_000_001 + lat + 8_500_000) * 8 + category;
}
