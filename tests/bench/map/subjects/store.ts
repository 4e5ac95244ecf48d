import { createClient } from '@fulian/sdk';
import { createServiceMapStore } from '@fulian/sdk/stores/service-map';
import { decodePointTable, worldX, worldY } from '@fulian/contract/rules/map';
import { nearestRows } from '../../../../packages/sdk/src/stores/service-map/nearest.js';
import type { View } from '../points.js';

/** Our store alone, in the page and without an element: ms each of what it is asked for again and again. */
export async function timeStore(view: View): Promise<{ nearest: number; filter: number; zoom: number }> {
  const client = createClient({ baseUrl: `/${view.count}` });
  const store = createServiceMapStore({ client, federation: '990000000000' });
  await store.load();
  const { lng, lat, zoom, width, height } = view;
  store.setViewport({ lng, lat, zoom, width, height });
  const bytes = await client.getServicePointTable({ path: { code: '990000000000' } });
  const table = decodePointTable(new Uint8Array(bytes));
  const mask = new Uint8Array(table.count).fill(1);
  const times = {
    nearest: middle(200, (turn) => nearestRows(table, mask, placeOf(view, turn), 20)),
    filter: middle(20, (turn) => store.setFilters({ categories: turn % 2 ? [] : ['nursing-room'] })),
    zoom: middle(20, (turn) => store.setViewport({ ...view.anchor, zoom: zoom + (turn % 5) })),
  };
  store.stop();
  return times;
}

/** The limit of it: each row looked at once, the nearest one kept. */
export async function timeScan(view: View): Promise<{ nearest: number }> {
  const bytes = await (await fetch(`/${view.count}/columns`)).arrayBuffer();
  const x = new Float32Array(bytes, 0, view.count);
  const y = new Float32Array(bytes, 4 * view.count, view.count);
  let nearest = 0;
  const scan = (turn: number) => {
    const from = placeOf(view, turn);
    const [fromX, fromY] = [worldX(from.lng), worldY(from.lat)];
    let least = Infinity;
    for (let row = 0; row < view.count; row++) {
      const square = (x[row]! - fromX) ** 2 + (y[row]! - fromY) ** 2;
      if (square < least) {
        least = square;
        nearest = row;
      }
    }
  };
  const times = { nearest: middle(200, scan) };
  // What was found is used, so that the loop cannot be optimised away.
  if (nearest < 0) throw new Error('the scan is broken');
  return times;
}

/** Another place in the middle of the points each time. */
function placeOf({ lng, lat }: View, turn: number) {
  return { lng: lng + ((turn * 37) % 100) / 50 - 1, lat: lat + ((turn * 61) % 100) / 50 - 1 };
}

/** Median ms of an action, over so many turns in groups of ten (a page's clock is coarse), after as many to warm up. */
function middle(turns: number, action: (turn: number) => void): number {
  for (let turn = 0; turn < turns; turn++) action(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 10) {
    const start = performance.now();
    for (let at = turn; at < turn + 10; at++) action(at);
    times.push((performance.now() - start) / 10);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}
