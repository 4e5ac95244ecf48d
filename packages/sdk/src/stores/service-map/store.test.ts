import { describe, expect, test } from 'vitest';
import { createClient } from '../../client.js';
import { createTestServer } from '../../testing/index.js';
import { createServiceMapStore } from './index.js';

const federation = '990101000000';
/** A Friday, 10:00 in China, and no holiday. */
const friday = Date.parse('2026-11-20T02:00:00Z');

function newMap(now = friday) {
  const server = createTestServer({ now: () => now });
  const client = createClient({ baseUrl: '', fetch: server.fetch, retry: { attempts: 1 } });
  const time = { now };
  const store = createServiceMapStore({ client, federation, clock: () => time.now });
  return { server, client, store, time };
}

/** Until nothing more is on its way. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  await new Promise<void>((resolve) => setImmediate(resolve));
}

async function loadedMap(now?: number) {
  const parts = newMap(now);
  await parts.store.load();
  parts.store.setViewport({ width: 800, height: 600 });
  await settle();
  return parts;
}

describe('the service map’s store', () => {
  test('sends nothing before it is loaded, and one table and its names then', async () => {
    const { server, store } = newMap();
    expect(server.requests).toEqual([]);
    await store.load();
    await settle();
    expect(server.requests.map(({ operation }) => operation)).toEqual([
      'getServicePointTable',
      'listServicePointNames',
    ]);
    expect(store.state).toMatchObject({ load: 'complete', mode: 'table', total: 64, matching: 64 });
  });

  test('begins with a view of all points, and the markers add up to them', async () => {
    const { store } = await loadedMap();
    const { markers, viewport, totals } = store.state;
    expect(markers.reduce((sum, { count }) => sum + count, 0)).toBe(64);
    expect(totals).toEqual([36, 12, 9, 3, 3, 1]);
    expect(viewport!.zoom).toBeGreaterThan(8);
  });
});
