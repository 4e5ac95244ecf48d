/**
 * S5: nobody can find a shelter. An attacker asks a thousand questions about it, also with the token of its county's own
 * staff, and is never nearer than 3 km; and the answers to all of them are the same bytes wherever in its square of 4 km the
 * shelter stands, so that no attacker can do better, whatever is asked.
 */
import { distance, type LngLat } from '@fulian/contract/rules/map';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveKeys } from '../../packages/server/src/keys/keyring.js';
import {
  createTestService,
  newToken,
  staffHeader,
  type TestService,
} from '../../packages/server/src/service-fixture.js';
import { photoWithPosition } from '../../packages/server/src/testing/sample-files.js';
import { areaOf, cellOf } from '../../packages/server/src/service-points/area.js';
import { estimates, hear, questionsAbout, randomFrom, type Target } from './shelter-attack.js';

const county = '990101000000';
const keys = deriveKeys(Buffer.alloc(32, 5));
/** What a service draws: the same for each that begins anew. */
const drawing = (purpose: string, length: number) => {
  let drawn = 0;
  return () =>
    createHash('sha256')
      .update(`${purpose} ${(drawn += 1)}`)
      .digest()
      .subarray(0, length);
};

/** A service of which everything that is drawn is the same each time. */
function fixedService(): Promise<TestService> {
  const draw = drawing('id', 16);
  return createTestService({
    keys,
    drawPointId: () => draw().toString('base64url'),
    drawAreaSeed: drawing('seed', 16),
    config: { logLevel: 'silent' },
  });
}

async function add(service: TestService, authorization: string, body: object): Promise<{ id: string }> {
  const answer = await service.call('createServicePoint', {
    headers: { authorization, 'idempotency-key': newToken() },
    body,
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

const shelter = ({ lng, lat }: LngLat, name = '避救中心') => ({
  category: 'shelter',
  name,
  position: { lng, lat, crs: 'GCJ-02' },
  phone: '0990-1212338',
});
const room = ({ lng, lat }: LngLat, name: string) => ({
  category: 'nursing-room',
  name,
  position: { lng, lat, crs: 'GCJ-02' },
});

describe('S5 an attacker with a thousand questions', () => {
  let service: TestService;
  let authorization: string;
  const random = randomFrom(20_261_122);
  const somewhere = (): LngLat => ({ lng: 118 + random() * 0.8, lat: 27.5 + random() * 0.8 });
  beforeAll(async () => {
    service = await createTestService({ config: { logLevel: 'silent' } });
    ({ authorization } = await staffHeader(service));
    for (let at = 0; at < 20; at += 1) await add(service, authorization, room(somewhere(), `母婴室${at}`));
  });
  afterAll(() => service.close());

  it('finds a place that is public within 60 m by each way, so that this proof can fail', async () => {
    const place = somewhere();
    const { id } = await add(service, authorization, room(place, '公开'));
    const target: Target = { code: county, name: '公开', id, authorization, around: offset(place, 6_000, 1) };
    for (const [way, estimate] of await estimates(service, target, 1))
      if (way !== 'table' && way !== 'mean of all')
        expect({ way, near: distance(estimate, place) < 60 }).toEqual({ way, near: true });
  });

  it('is never nearer to a shelter than 3 km, by no way of estimating, for many shelters', async () => {
    const errors: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      const place = somewhere();
      const { id } = await add(service, authorization, shelter(place, `避救中心${at}`));
      // Knows the right part of the county already.
      const target: Target = { code: county, name: '避救', id, authorization, around: offset(place, 7_000, at) };
      const found = await estimates(service, target, at);
      expect([...found.keys()]).toEqual(expect.arrayContaining(['detail', 'distances', 'boxes', 'cells', 'table']));
      for (const way of ['detail', 'distances', 'boxes', 'cells']) errors.push(distance(found.get(way)!, place));
    }
    expect(Math.min(...errors)).toBeGreaterThan(3_000);
    expect(Math.max(...errors)).toBeLessThan(10_000);
  });

  it('is never nearer for 20,000 shelters, by the middle of the area, which is all that there is', () => {
    let least = Infinity;
    for (let at = 0; at < 20_000; at += 1) {
      const place = somewhere();
      const seed = createHash('sha256').update(String(at)).digest().subarray(0, 16);
      least = Math.min(least, distance(areaOf(keys.area, seed, place), place));
    }
    expect(least).toBeGreaterThan(3_100);
  });
});

describe('S5 photos of a place that becomes confidential', () => {
  let service: TestService;
  let staff: { authorization: string };
  beforeAll(async () => {
    service = await createTestService({ config: { logLevel: 'silent' } });
    staff = await staffHeader(service);
  });
  afterAll(() => service.close());

  const photograph = async (pointId: string) =>
    service.call('addServicePointPhoto', {
      path: { pointId },
      query: { alt: '门口' },
      headers: { ...staff, 'idempotency-key': newToken() },
      body: await photoWithPosition(),
    });
  /** What somebody hears who kept the addresses, without what differs between any two answers. */
  const heard = async (url: string) => {
    const { statusCode, headers, body } = await service.app.inject({ method: 'GET', url });
    const { 'fulian-request-id': id, date: _, ...rest } = headers;
    return { statusCode, headers: rest, body: body.replaceAll(String(id), 'request-id') };
  };

  it('S5 are refused for a shelter, whoever asks', async () => {
    const { id } = await add(service, staff.authorization, shelter({ lng: 118.4, lat: 27.9 }));
    const refused = await photograph(id);
    expect(refused.json()).toMatchObject({
      code: 'service-point-refused',
      findings: [{ where: 'path/pointId', code: 'confidential' }],
    });
  });

  it('S5 answer in both sizes as a photo that never was, of a place that never was', async () => {
    const place = { lng: 118.41, lat: 27.91 };
    const { id } = await add(service, staff.authorization, { ...room(place, '家'), category: 'womens-home' });
    const { paths } = (await photograph(id)).json<{ paths: Record<'small' | 'large', string> }>();
    for (const path of [paths.small, paths.large]) expect((await heard(path)).statusCode).toBe(200);
    const hidden = await service.call('changeServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': '"2"' },
      body: { ...room(place, '家'), category: 'womens-home', confidential: true },
    });
    expect(hidden.statusCode).toBe(200);
    for (const path of [paths.small, paths.large]) {
      const gone = await heard(path);
      expect(gone.statusCode).toBe(404);
      expect(gone).toEqual(await heard(path.replace(id, 'A'.repeat(22))));
      expect(gone).toEqual(await heard(path.replace(/photos\/.{22}/, `photos/${'B'.repeat(22)}`)));
    }
    expect((await heard(`/v1/federations/${county}/service-points/${id}`)).body).not.toContain('photo');
  });
});

describe('S5 two services whose shelters stand at two places of the same square', () => {
  const seed = drawing('seed', 16)();
  const [here, there] = twoPlaces(seed);
  let services: TestService[];
  let tokens: string[];
  let id: string;

  beforeAll(async () => {
    const elsewhere = { lng: here.lng + 0.09, lat: here.lat };
    services = [];
    tokens = [];
    for (const place of [here, there, elsewhere]) {
      const service = await fixedService();
      const { authorization } = await staffHeader(service);
      services.push(service);
      tokens.push(authorization);
      ({ id } = await add(service, authorization, shelter(place)));
      const random = randomFrom(7);
      for (let at = 0; at < 30; at += 1) {
        const near = { lng: here.lng + (random() - 0.5) * 0.2, lat: here.lat + (random() - 0.5) * 0.2 };
        await add(service, authorization, room(near, `母婴室${at}`));
      }
      await service.call('sendServicePointFeedback', {
        path: { pointId: id },
        headers: { 'idempotency-key': newToken() },
        body: { kind: 'other' },
      });
    }
  });
  afterAll(() => Promise.all(services.map((service) => service.close())));

  /** The answers of a service to everything. Ids of feedback are drawn at random and say nothing of a place. */
  async function everything(at: number) {
    const target: Target = { code: county, name: '避救', id, authorization: tokens[at]!, around: here };
    const answers = [];
    for (const question of questionsAbout(target, 99)) {
      const heard = await hear(services[at]!, question);
      const text = question.url.endsWith('feedback') ? heard.body.toString().replace(/"id":"[^"]+"/, '') : undefined;
      answers.push({ url: question.url, ...heard, body: text ?? heard.body.toString('latin1') });
    }
    return answers;
  }

  it('are more than 1.5 km apart', () => {
    expect(distance(here, there)).toBeGreaterThan(1_500);
  });

  it('answer the same bytes to a thousand questions: bodies, order, distances, tags and exports', async () => {
    const [first, second] = [await everything(0), await everything(1)];
    expect(first).toHaveLength(1_000);
    expect(first.filter((one) => one.status !== 200)).toEqual([]);
    expect(second).toEqual(first);
  });

  it('answer others where the shelter stands in another square, so that this proof can fail', async () => {
    const [first, third] = [await everything(0), await everything(2)];
    expect(third.filter((one, at) => one.body !== first[at]!.body).length).toBeGreaterThan(100);
  });

  it('report the same of staff’s changes and imports, with and without the place', async () => {
    const done = [];
    for (const at of [0, 1]) {
      const [service, authorization] = [services[at]!, tokens[at]!];
      const place = at === 0 ? here : there;
      const path = { pointId: id };
      const headers = { authorization, 'if-match': '"1"' };
      const changed = await service.call('changeServicePoint', { path, headers, body: shelter(place, '新名字') });
      const exported = await hear(service, {
        url: `/v1/federations/${county}/service-point-export?format=csv`,
        headers: { authorization },
      });
      const send = async (body: Buffer) =>
        service.call('importServicePoints', {
          query: { format: 'csv' },
          headers: { authorization, 'idempotency-key': newToken() },
          body,
        });
      const returned = await send(exported.body);
      // A guess at the first service's place: right for one of them only.
      const guess = await send(
        Buffer.from(`id,category,name,lng,lat\n${id},shelter,猜,${here.lng.toFixed(5)},${here.lat.toFixed(5)}\n`),
      );
      done.push([changed, returned, guess].map((one) => [one.statusCode, one.body, one.headers.etag]));
    }
    expect(done[1]).toEqual(done[0]);
    expect(await everything(1)).toEqual(await everything(0));
  });
});

/** A place so many metres away, in a direction that a number chooses. */
function offset({ lng, lat }: LngLat, metres: number, turn: number): LngLat {
  const angle = turn * 2.4;
  return {
    lng: lng + (metres * Math.cos(angle)) / (111_195 * Math.cos((lat * Math.PI) / 180)),
    lat: lat + (metres * Math.sin(angle)) / 111_195,
  };
}

/** Two places of one square that are far from each other. */
function twoPlaces(seed: Uint8Array): [LngLat, LngLat] {
  const random = randomFrom(3);
  const start = { lng: 118.3, lat: 27.9 };
  const inCell = JSON.stringify(cellOf(keys.area, seed, start));
  for (;;) {
    const other = { lng: start.lng + (random() - 0.5) * 0.08, lat: start.lat + (random() - 0.5) * 0.07 };
    const place = { lng: Math.round(other.lng * 1e5) / 1e5, lat: Math.round(other.lat * 1e5) / 1e5 };
    if (JSON.stringify(cellOf(keys.area, seed, place)) === inCell && distance(start, place) > 1_500)
      return [start, place];
  }
}
