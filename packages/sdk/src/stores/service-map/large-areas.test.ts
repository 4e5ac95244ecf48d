import { encodePointTable, type TableRow } from '@fulian/contract/rules/map';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../client.js';
import type { Schemas } from '../../operation-types.js';
import { federation, friday, newMap } from '../../testing/map-fixture.js';
import { createServiceMapStore } from './store.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Time passes, and what waits for it goes on. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('an area with too many names to have them all', () => {
  const count = 6000;
  const rows = Array.from({ length: count }, (_, row): TableRow => {
    // Two points of each place: their names alone tell them apart.
    const at = row >> 1;
    return {
      lng: 118 + (at % 60) * 0.01,
      lat: 27 + Math.floor(at / 60) * 0.01,
      category: 'mediation',
      facilities: [],
      confidential: false,
      paused: false,
    };
  });
  const { bytes, order } = encodePointTable(rows, { version: 'AAAAbbbbCCCCdddd', calendar: {}, areaRadius: 10_000 });
  const idOf = (from: number) => `Row${String(from).padStart(18, '0')}A`;

  /** A service with just this table. */
  function newService() {
    const asked: string[] = [];
    const answers: Record<string, (url: URL) => unknown> = {
      'service-point-names': (url) => {
        const from = Number(url.searchParams.get('from'));
        const some = [...order].slice(from, from + Number(url.searchParams.get('rows')));
        return {
          from,
          ids: some.map(idOf),
          names: some.map((row) => `调解室${row}`),
          initials: some.map(() => 'tiaojie'),
        };
      },
      'service-points': (url) => {
        const wanted = Number(/\d+/.exec(url.searchParams.get('q')!)![0]);
        const { lng, lat } = rows[wanted]!;
        const point: Schemas['ServicePoint'] = {
          id: idOf(wanted),
          federation,
          category: 'mediation',
          name: `调解室${wanted}`,
          confidential: false,
          position: { lng, lat },
          sourceCrs: 'GCJ-02',
          facilities: [],
          status: 'in-service',
        };
        return { items: [point] };
      },
    };
    const fetch = async (address: string) => {
      const url = new URL(address);
      const name = url.pathname.split('/')[4]!;
      asked.push(name + url.search);
      return {
        status: 200,
        headers: { get: () => null },
        json: async () => answers[name]!(url),
        arrayBuffer: async () => bytes.slice().buffer,
      };
    };
    const client = createClient({ baseUrl: 'http://127.0.0.1', fetch, retry: { attempts: 1 } });
    return { asked, store: createServiceMapStore({ client, federation, clock: () => friday }) };
  }

  test('only the names that are shown are fetched, in blocks', async () => {
    const { asked, store } = newService();
    await store.load();
    await pass(1);
    store.setViewport({ width: 800, height: 600, lng: 118.3, lat: 27.3, zoom: 13 });
    await pass(1);
    expect(store.state.list.every(({ name }) => name?.startsWith('调解室'))).toBe(true);
    const blocks = asked.filter((one) => one.startsWith('service-point-names'));
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.length).toBeLessThan(12);
    expect(new Set(blocks).size).toBe(blocks.length);
    for (const block of blocks) expect(block).toContain('rows=256');
  });

  test('a text is looked for on the service, once when the typing has stopped', async () => {
    const { asked, store } = newService();
    await store.load();
    store.setViewport({ width: 800, height: 600 });
    for (const text of ['调', '调解室4', '调解室42', '调解室421']) {
      store.setFilters({ text });
      await pass(100);
      expect(store.state).toMatchObject({ search: 'pending', matching: count });
    }
    await vi.waitFor(() => expect(store.state).toMatchObject({ search: 'idle', matching: 1 }));
    // Two rows share its place and its category; the names tell which it is.
    expect(store.state.list.map(({ id }) => id)).toEqual([idOf(421)]);
    expect(asked.filter((one) => one.startsWith('service-points?'))).toEqual([
      `service-points?q=${encodeURIComponent('调解室421')}&limit=500`,
    ]);
    store.setFilters({ text: '' });
    expect(store.state).toMatchObject({ search: 'idle', matching: count });
  });

  test('S3 the list asks nobody where she is', async () => {
    const { asked, store } = newService();
    await store.load();
    void store.setMe({ lng: 118.31, lat: 27.32, crs: 'GCJ-02' });
    await pass(300);
    expect(asked.filter((one) => !/^service-point-(table|names)/.test(one))).toEqual([]);
    expect(store.state.list[0]!.distance).toBeLessThan(1000);
  });
});

describe('an area that is too large for a table', () => {
  async function largeMap() {
    const parts = newMap();
    parts.server.fail('getServicePointTable', 'table-too-large', Infinity);
    await parts.store.load();
    return parts;
  }

  test('the service is asked for what the map shows, when it has come to rest', async () => {
    const { store, server, asked } = await largeMap();
    expect(store.state).toMatchObject({ load: 'complete', mode: 'service', total: 0 });
    const before = server.requests.length;
    for (let zoom = 8; zoom < 12; zoom += 1) {
      store.setViewport({ width: 800, height: 600, lng: 118.41, lat: 27.89, zoom });
      await pass(50);
    }
    expect(store.state.search).toBe('pending');
    expect(server.requests).toHaveLength(before);
    await pass(300);
    expect(store.state).toMatchObject({ search: 'idle', matching: 64 });
    expect(store.state.markers.reduce((sum, { count }) => sum + count, 0)).toBe(64);
    expect(store.state.list).toHaveLength(20);
    expect(asked('getServicePointCells').every(({ url }) => url.includes('-cells/11/'))).toBe(true);
  });

  test('its markers are those that a table makes', async () => {
    const { store } = await largeMap();
    const other = newMap();
    await other.store.load();
    for (const zoom of [10, 12, 14]) {
      const view = { width: 800, height: 600, lng: 118.41, lat: 27.89, zoom };
      store.setViewport(view);
      other.store.setViewport(view);
      await pass(300);
      const shapes = (state: typeof store.state) =>
        state.markers
          .filter(({ count }) => count > 1)
          .map(({ lng, lat, count }) => `${lng},${lat},${count}`)
          .sort();
      const whole = new Set(shapes(other.store.state));
      // At the edge of the view the table knows of more.
      expect(shapes(store.state).filter((one) => !whole.has(one)).length).toBeLessThanOrEqual(2);
    }
  });

  test('a point of the list is opened by its row; filters and open now hold', async () => {
    const { store } = await largeMap();
    store.setViewport({ width: 800, height: 600, lng: 118.41, lat: 27.89, zoom: 11 });
    store.setFilters({ categories: ['counselling'] });
    await pass(300);
    expect(store.state.list.map(({ category }) => category)).toEqual(['counselling', 'counselling', 'counselling']);
    await store.select(store.state.list[0]!.row);
    expect(store.state.selected!.point!.id).toBe(store.state.list[0]!.id);
    store.setFilters({ openNow: true });
    await pass(300);
    // At ten in the morning the counsellors are not there yet.
    expect(store.state.list).toEqual([]);
    expect(store.state.markers).toEqual([]);
  });

  test('S3 her position travels in a header, with three decimals', async () => {
    const { store, asked } = await largeMap();
    void store.setMe({ lng: 118.4123456, lat: 27.9056789, crs: 'GCJ-02' });
    await pass(300);
    const [request] = asked('findNearestServicePoints');
    expect(request!.headers['fulian-position']).toBe('118.412,27.906');
    expect(request!.url).not.toMatch(/118|27\.9/);
    expect(store.state.list[0]!.distance).toBeLessThan(2000);
  });

  test('a fault is told, and the next movement asks again', async () => {
    const { store, server } = await largeMap();
    server.fail('findNearestServicePoints', 'unavailable');
    store.setViewport({ width: 800, height: 600, lng: 118.41, lat: 27.89, zoom: 11 });
    await pass(300);
    expect(store.state.search).toBe('error');
    store.setViewport({ zoom: 12 });
    await pass(300);
    expect(store.state.search).toBe('idle');
    expect(store.state.list.length).toBeGreaterThan(0);
  });

  test('a text is looked for in names', async () => {
    const { store } = await largeMap();
    store.setViewport({ width: 800, height: 600, lng: 118.41, lat: 27.89, zoom: 10 });
    store.setFilters({ text: 'liuqiaozhen' });
    await pass(300);
    expect(store.state.matching).toBe(21);
    expect(store.state.list).toHaveLength(20);
  });
});
