import { describe, expect, test } from 'vitest';
import { friday, loadedMap, newMap, settle } from '../../testing/map-fixture.js';

const sumOf = (markers: readonly { count: number }[]) => markers.reduce((sum, { count }) => sum + count, 0);

describe('loading', () => {
  test('nothing is sent before, and one table and its names then', async () => {
    const { server, store } = newMap();
    expect(store.state).toMatchObject({ load: 'initial', markers: [], list: [] });
    expect(server.requests).toEqual([]);
    const loading = store.load();
    expect(store.state.load).toBe('pending');
    await loading;
    await settle();
    expect(server.requests.map(({ operation }) => operation)).toEqual([
      'getServicePointTable',
      'listServicePointNames',
    ]);
    expect(store.state).toMatchObject({ load: 'complete', mode: 'table', total: 64, matching: 64 });
    expect(store.state.totals).toEqual([36, 12, 9, 3, 3, 1]);
    await store.load();
    expect(server.requests).toHaveLength(2);
  });

  test('two calls load once; an error is told, and the next call tries again', async () => {
    const { server, store, asked } = newMap();
    server.fail('getServicePointTable', 'unavailable');
    await Promise.all([store.load(), store.load()]);
    expect(asked('getServicePointTable')).toHaveLength(1);
    expect(store.state).toMatchObject({ load: 'error', loadError: { code: 'unavailable' } });
    await store.load();
    expect(store.state.load).toBe('complete');
    expect(store.state.loadError).toBeUndefined();
  });

  test('what is no table is an error and not a crash', async () => {
    const { server, store } = newMap();
    server.fail('getServicePointTable', { status: 200, body: 'oops' });
    await store.load();
    expect(store.state).toMatchObject({ load: 'error', loadError: { name: 'ContractError' } });
  });

  test('an empty area is complete and shows nothing', async () => {
    const { server, store } = newMap();
    server.state.servicePoints = [];
    await store.load();
    store.setViewport({ width: 800, height: 600 });
    await settle();
    expect(store.state).toMatchObject({
      load: 'complete',
      total: 0,
      matching: 0,
      markers: [],
      list: [],
      hasMore: false,
    });
    expect(store.state.extent).toBeUndefined();
    store.setFilters({ text: 'muying' });
    await settle();
    expect(store.state.search).toBe('idle');
  });

  test('without names the places are shown all the same, and a later look asks again', async () => {
    const { server, store } = newMap();
    server.fail('listServicePointNames', 'unavailable');
    await store.load();
    await settle();
    store.setViewport({ width: 800, height: 600 });
    expect(store.state.list).toHaveLength(20);
    expect(store.state.list[0]!.name).toBeUndefined();
    await settle();
    expect(store.state.list[0]!.name).toBeDefined();
  });

  test('while a newer table is fetched the older one is shown, and kept where none comes', async () => {
    const { server, store } = newMap();
    const loads: string[] = [];
    await store.load();
    server.state.servicePoints = server.state.servicePoints.slice(1);
    server.fail('getServicePointTable', 'unavailable');
    store.subscribe(() => void loads.push(store.state.load));
    store.setViewport({ width: 800, height: 600 });
    await settle();
    await settle();
    expect(new Set(loads)).toEqual(new Set(['complete']));
    expect(store.state.total).toBe(64);
  });

  test('a table that is outdated when its names are asked for is loaded again, once a minute', async () => {
    const { server, store, asked, time } = newMap();
    server.fail('listServicePointNames', 'table-outdated', Infinity);
    await store.load();
    await settle();
    await settle();
    expect(asked('getServicePointTable')).toHaveLength(2);
    store.setViewport({ width: 800, height: 600 });
    await settle();
    expect(asked('getServicePointTable')).toHaveLength(2);
    time.now += 61_000;
    store.setViewport({ zoom: 10 });
    await settle();
    expect(asked('getServicePointTable')).toHaveLength(3);
  });
});

describe('the view', () => {
  test('begins with all points, whether its size or the points come first', async () => {
    const { store } = await loadedMap();
    expect(sumOf(store.state.markers)).toBe(64);
    const other = newMap();
    other.store.setViewport({ width: 800, height: 600 });
    expect(other.store.state.markers).toEqual([]);
    await other.store.load();
    expect(other.store.state.viewport).toEqual(store.state.viewport);
    expect(sumOf(other.store.state.markers)).toBe(64);
  });

  test('a place that the page chose is kept when the points come', async () => {
    const { store } = newMap();
    store.setViewport({ width: 800, height: 600, lng: 118.412, lat: 27.905, zoom: 15 });
    await store.load();
    expect(store.state.viewport).toEqual({ width: 800, height: 600, lng: 118.412, lat: 27.905, zoom: 15 });
  });

  test('without a size there are no markers, but there is a list', async () => {
    const { store } = newMap();
    await store.load();
    store.setViewport({ zoom: 9 });
    expect(store.state.viewport).toBeUndefined();
    expect(store.state.list).toHaveLength(20);
  });

  test.each([8, 10, 11.5, 13])('at zoom %f the markers over a wide view add up to what fits', async (zoom) => {
    const { store } = await loadedMap();
    store.setViewport({ zoom, width: 20_000, height: 20_000 });
    expect(sumOf(store.state.markers)).toBe(64);
    store.setFilters({ categories: ['nursing-room', 'mediation'] });
    expect(sumOf(store.state.markers)).toBe(store.state.matching);
    for (const { count, counts } of store.state.markers) expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
  });

  test('the keys of markers are unique, and a single point keeps its own while it is zoomed', async () => {
    const { store } = await loadedMap();
    store.setViewport({ zoom: 14, lng: 118.412, lat: 27.905 });
    const keys = store.state.markers.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const single = store.state.markers.find(({ item }) => item)!;
    store.setViewport({ zoom: 15, lng: single.lng, lat: single.lat });
    const again = store.state.markers.find(({ key }) => key === single.key)!;
    expect(again.item!.id).toBe(single.item!.id);
  });

  test('fitting a marker goes closer until its points are told apart', async () => {
    const { store } = await loadedMap();
    for (let step = 0; step < 12; step += 1) {
      const cluster = store.state.markers.find(({ count, lng }) => count > 2 && Number.isFinite(lng));
      if (!cluster) break;
      const { zoom } = store.state.viewport!;
      const rows = store.itemsOf(cluster).map(({ row }) => row);
      expect(rows).toHaveLength(cluster.count);
      if (!store.fit(cluster)) break;
      expect(store.state.viewport!.zoom).toBeGreaterThan(zoom);
    }
    expect(store.state.markers.every(({ count }) => count <= 2)).toBe(true);
  });

  test('two points on one spot cannot be fitted, but listed', async () => {
    const { store } = await loadedMap();
    store.setFilters({ text: 'donghujiedao', categories: ['nursing-room'] });
    store.fit();
    store.setViewport({ zoom: 19 });
    const [near] = store.state.list;
    store.setViewport({ lng: near!.lng, lat: near!.lat, zoom: 20 });
    const twins = store.state.list.filter(({ lng, lat }) =>
      store.state.list.some((other) => other.row !== -1 && other.lng === lng && other.lat === lat && other !== near),
    );
    const twin = twins.find(
      (one) => store.state.list.filter(({ lng, lat }) => lng === one.lng && lat === one.lat).length === 2,
    )!;
    store.setViewport({ lng: twin.lng, lat: twin.lat, zoom: 18 });
    const marker = store.state.markers.find(({ count }) => count === 2)!;
    expect(store.fit(marker)).toBe(false);
    expect(store.itemsOf(marker).map(({ name }) => name)).toHaveLength(2);
  });

  test('a view is kept within the world and its zooms', async () => {
    const { store } = await loadedMap();
    store.setViewport({ lng: 999, lat: -999, zoom: 99 });
    expect(store.state.viewport).toMatchObject({ lng: 180, lat: -85, zoom: 20 });
    store.setViewport({ zoom: -5 });
    expect(store.state.viewport!.zoom).toBe(3);
  });
});

describe('filters', () => {
  test('every filter must fit; the counts are those of one look at every point', async () => {
    const { store, server } = await loadedMap();
    const points = server.state.servicePoints.map(({ point }) => point);
    store.setFilters({ categories: ['nursing-room'], facilities: ['lock', 'hot-water'] });
    const fitting = points.filter(
      ({ category, facilities }) =>
        category === 'nursing-room' && facilities.includes('lock') && facilities.includes('hot-water'),
    );
    expect(fitting.length).toBeGreaterThan(3);
    expect(store.state.matching).toBe(fitting.length);
    while (store.state.hasMore) store.showMore();
    expect(new Set(store.state.list.map(({ id }) => id))).toEqual(new Set(fitting.map(({ id }) => id)));
    expect(store.state.list).toHaveLength(fitting.length);
    expect(store.state.total).toBe(64);
  });

  test('open now leaves out what is closed, paused or unknown, and follows the clock', async () => {
    const { store, time } = await loadedMap();
    store.setFilters({ openNow: true });
    const atTen = store.state.matching;
    expect(atTen).toBeGreaterThan(30);
    while (store.state.hasMore) store.showMore();
    for (const { hours, paused } of store.state.list) expect([hours, paused]).toEqual(['open', false]);
    time.now = friday + 3 * 3_600_000;
    store.refresh();
    // 13:00: the nursing rooms have their lunch break.
    const atOne = store.state.matching;
    expect(atOne).toBeLessThan(atTen);
    time.now = Date.parse('2026-10-02T02:00:00Z');
    store.refresh();
    expect(store.state.matching).toBeLessThan(atOne);
  });

  test('a text is found in characters and in pinyin, whatever its spaces and capitals', async () => {
    const { store } = await loadedMap();
    store.setFilters({ text: '柳桥镇 家庭' });
    const { matching } = store.state;
    expect(matching).toBe(3);
    store.setFilters({ text: 'LiuQiao zhen' });
    expect(store.state.matching).toBe(21);
    store.setFilters({ text: 'nobody' });
    expect(store.state).toMatchObject({ matching: 0, markers: [], list: [], hasMore: false });
    store.setFilters({ text: '  ' });
    expect(store.state.matching).toBe(64);
  });

  test('a text that is typed before the names are here is found when they have come', async () => {
    const { store } = newMap();
    store.setFilters({ text: 'muying' });
    await store.load();
    expect(store.state).toMatchObject({ search: 'pending', matching: 64 });
    await settle();
    expect(store.state).toMatchObject({ search: 'idle', matching: 36 });
  });

  test('names that do not come are told where a text waits for them, and typing asks again', async () => {
    const { store, server } = newMap();
    const mend = server.fail('listServicePointNames', 'unavailable', Infinity);
    await store.load();
    store.setFilters({ text: 'muying' });
    await settle();
    expect(store.state.search).toBe('error');
    mend();
    store.setFilters({ text: 'muyingshi' });
    await settle();
    expect(store.state).toMatchObject({ search: 'idle', matching: 36 });
  });
});
