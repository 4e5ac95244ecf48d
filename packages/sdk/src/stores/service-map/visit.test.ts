import { examples } from '@fulian/contract/examples';
import { distance } from '@fulian/contract/rules/map';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../client.js';
import { federation, loadedMap, newMap, settle } from '../../testing/map-fixture.js';
import { createServiceMapStore } from './index.js';

const shelterId = 'Zk7wJm2yRrS9dFhC0bTqUA';

describe('near me', () => {
  test('the list is the nearest first, and lengthens by twenty', async () => {
    const { store } = await loadedMap();
    void store.setMe({ lng: 118.412, lat: 27.905, crs: 'GCJ-02' });
    const distances = store.state.list.map((item) => item.distance!);
    expect(distances).toHaveLength(20);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    store.showMore();
    expect(store.state.list).toHaveLength(40);
    store.showMore();
    store.showMore();
    expect(store.state.list).toHaveLength(64);
    expect(store.state.hasMore).toBe(false);
    for (const item of store.state.list)
      expect(item.distance).toBe(Math.round(distance({ lng: 118.412, lat: 27.905 }, item)));
  });

  test('who changes her mind while her position is converted stays unknown', async () => {
    const { store } = await loadedMap();
    const told = store.setMe({ lng: 118.412, lat: 27.905, crs: 'WGS-84' });
    void store.setMe(undefined);
    await told;
    expect(store.state.me).toBeUndefined();
  });

  test('S3 the exact position is kept nowhere, and nothing of it is sent', async () => {
    const { store, server } = await loadedMap();
    const before = server.requests.length;
    await store.setMe({ lng: 118.407213456, lat: 27.908123456, crs: 'WGS-84' });
    const { lng, lat, source } = store.state.me!;
    expect(`${lng},${lat}`).toMatch(/^118\.\d{1,3},27\.\d{1,3}$/);
    // Converted, and not only rounded.
    expect(lng).not.toBe(118.407);
    expect(source).toBe('position');
    expect(JSON.stringify(store.state)).not.toMatch(/118\.407213|27\.908123|118\.41232789|27\.905057/);
    await settle();
    expect(server.requests).toHaveLength(before);
    void store.setMe(undefined);
    expect(store.state.me).toBeUndefined();
    expect(store.state.list[0]!.distance).toBeUndefined();
  });

  test('a township that was chosen stands in for a position', async () => {
    const { store } = await loadedMap();
    const townships = await store.placesBelow();
    expect(townships.map(({ name }) => name)).toEqual(['柳桥镇', '东湖街道', '桃源镇']);
    expect(await store.chooseTownship(townships[1]!)).toBe(true);
    expect(store.state.me).toMatchObject({ source: 'township', name: '东湖街道' });
    expect(distance(store.state.me!, { lng: 118.412, lat: 27.905 })).toBeLessThan(1500);
  });

  test('a township without a public place stands for nothing', async () => {
    const { store, server } = await loadedMap();
    const [township] = await store.placesBelow();
    server.state.servicePoints = [];
    expect(await store.chooseTownship(township!)).toBe(false);
    expect(store.state.me).toBeUndefined();
  });
});

describe('one point', () => {
  test('has its photos, and knows where a page finds them; lists have none', async () => {
    const { store, server } = await loadedMap();
    const [photo] = examples.changeServicePointPhoto.answers.room.items;
    const room = server.state.servicePoints.find(({ point }) => point.category === 'nursing-room')!;
    Object.assign(room.point, { photos: [photo] });
    await store.select(room.point.id);
    const [shown] = store.state.selected!.point!.photos!;
    expect(shown).toEqual(photo);
    const client = createClient({ baseUrl: 'https://service.example/api/', fetch: server.fetch });
    const elsewhere = createServiceMapStore({ client, federation });
    expect(elsewhere.addressOf(shown!.paths.small)).toBe(`https://service.example/api${photo.paths.small}`);
    expect(JSON.stringify(store.state.list)).not.toContain(photo.id);
  });

  test('opens with what is known and loads the rest: hours, what changes next, a week', async () => {
    const { store } = await loadedMap();
    store.setFilters({ categories: ['nursing-room'], openNow: true });
    const { row } = store.state.list[0]!;
    const selecting = store.select(row);
    expect(store.state.selected).toMatchObject({ load: 'pending', item: { row } });
    await selecting;
    const { selected } = store.state;
    expect(selected).toMatchObject({ load: 'complete', hours: 'open', point: { category: 'nursing-room' } });
    expect(selected!.point!.id).toBe(selected!.item!.id);
    expect(new Date(selected!.change!.at).toISOString()).toBe('2026-11-20T04:00:00.000Z');
    expect(selected!.week).toHaveLength(7);
    await store.select(undefined);
    expect(store.state.selected).toBeUndefined();
  });

  test('S5 a confidential place has an area everywhere, and no address, township or distance from itself', async () => {
    const { store } = await loadedMap();
    store.setFilters({ categories: ['shelter'] });
    void store.setMe({ lng: 118.412, lat: 27.905, crs: 'GCJ-02' });
    const [item] = store.state.list;
    expect(item).toMatchObject({ lng: 118.39, lat: 27.96, areaRadius: 10_000, category: 'shelter' });
    await store.select(item!.row);
    expect(store.state.selected!.point).toMatchObject({ id: shelterId, area: { radius: 10_000 } });
    expect(Object.keys(store.state.selected!.point!)).not.toContain('position');
    expect(store.state.markers[0]!.item!.areaRadius).toBe(10_000);
  });

  test('by its id, before anything is loaded', async () => {
    const { store } = newMap();
    await store.select(shelterId);
    expect(store.state.selected).toMatchObject({ load: 'complete', point: { id: shelterId }, hours: 'unknown' });
  });

  test('the one that was chosen last is shown, whatever answers first', async () => {
    const { store, server } = await loadedMap();
    const [first, second] = store.state.list;
    const gate = server.hold('getServicePoint');
    const slow = store.select(first!.row);
    await gate.arrived();
    const quick = store.select(second!.row);
    await gate.arrived(2);
    gate.open();
    await Promise.all([slow, quick]);
    expect(store.state.selected!.point!.id).toBe(second!.id);
  });

  test('an error is told with the point', async () => {
    const { store, server } = await loadedMap();
    server.fail('getServicePoint', 'service-point-unknown');
    await store.select(3);
    expect(store.state.selected).toMatchObject({ load: 'error', error: { code: 'service-point-unknown' } });
    await store.select(3);
    expect(store.state.selected!.load).toBe('complete');
  });
});

describe('feedback', () => {
  test('S10 the same words are counted once, however often they are sent', async () => {
    const { store, server } = await loadedMap();
    await store.select(3);
    server.fail('sendServicePointFeedback', 'drop-response');
    await store.sendFeedback({ kind: 'closed', note: '门锁着' });
    expect(store.state).toMatchObject({ feedback: 'error', feedbackError: { name: 'NetworkError' } });
    await store.sendFeedback({ kind: 'closed', note: '门锁着' });
    expect(store.state).toMatchObject({ feedback: 'sent' });
    expect(server.state.feedback).toEqual([
      { kind: 'closed', note: '门锁着', pointId: store.state.selected!.point!.id },
    ]);
    await store.sendFeedback({ kind: 'rating', stars: 5 });
    expect(server.state.feedback).toHaveLength(2);
  });

  test('closing the panel forgets what was said of it', async () => {
    const { store } = await loadedMap();
    await store.select(3);
    await store.sendFeedback({ kind: 'rating', stars: 4 });
    await store.select(5);
    expect(store.state.feedback).toBe('idle');
    await store.select(undefined);
    await store.sendFeedback({ kind: 'closed' });
    expect(store.state.feedback).toBe('idle');
  });
});

describe('the state', () => {
  test('is replaced and never changed, and listeners are told until they undo it', async () => {
    const { store } = newMap();
    const seen = new Set([store.state]);
    const undo = store.subscribe(() => void seen.add(store.state));
    await store.load();
    const { size } = seen;
    expect(size).toBeGreaterThan(2);
    undo();
    store.setFilters({ openNow: true });
    expect(seen.size).toBe(size);
  });

  test('a store that was stopped tells nothing more and has forgotten where she was', async () => {
    const { store, server } = await loadedMap();
    void store.setMe({ lng: 118.4, lat: 27.9, crs: 'GCJ-02' });
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const gate = server.hold('getServicePoint');
    const selecting = store.select(3);
    await gate.arrived();
    told = 0;
    store.stop();
    gate.open();
    await selecting;
    store.setFilters({ openNow: true });
    expect(told).toBe(0);
    expect(store.state.me).toBeUndefined();
    expect(store.state.markers).toEqual([]);
  });

  test('everything is asked of its own federation', async () => {
    const { server, store } = await loadedMap();
    await store.select(2);
    await store.sendFeedback({ kind: 'closed' });
    for (const { url } of server.requests) expect(url).toContain(`/v1/federations/${federation}/`);
  });
});
