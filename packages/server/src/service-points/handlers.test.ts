import { cellsOfTile, categoryCounts, decodePointTable, distance, worldX, worldY } from '@fulian/contract/rules/map';
import { examples } from '@fulian/contract/examples';
import type { components } from '@fulian/contract/types';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];
type Point = Schemas['ServicePoint'];
type Draft = Schemas['ServicePointDraft'];

const township = '990101001000';
const roomDraft: Draft = structuredClone(examples.createServicePoint.requests.room as unknown as Draft);
const draftOf = (change: Partial<Draft> = {}): Draft => ({ ...roomDraft, ...change });
const at = (lng: number, lat: number): Pick<Draft, 'position'> => ({ position: { lng, lat, crs: 'GCJ-02' } });

let service: TestService;
let staff: { authorization: string };
beforeAll(async () => {
  service = await createTestService({ config: { tablePoints: 50 } });
  staff = await staffHeader(service);
});
afterAll(() => service.close());

const keyed = (headers: Record<string, string> = staff) => ({ ...headers, 'idempotency-key': newToken() });
const create = (draft: unknown, code = county, headers = keyed()) =>
  service.call('createServicePoint', { path: { code }, headers, body: draft });
const made = async (draft: Draft = roomDraft, code = county) => {
  const answer = await create(draft, code);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Point>();
};
const search = async (query: Record<string, string> = {}, code = county) =>
  (await service.call('searchServicePoints', { path: { code }, query })).json<Schemas['ServicePointPage']>();
const tableOf = async (code = county) => {
  const answer = await service.call('getServicePointTable', { path: { code } });
  return decodePointTable(answer.rawPayload);
};
const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code;
const idsOf = (page: Schemas['ServicePointPage']) => page.items.map((one) => one.id);

describe('a point that staff adds', () => {
  it('is converted to GCJ-02 once and answered as everybody sees it', async () => {
    const answer = await create(roomDraft);
    const point = answer.json<Point>();
    expect(point).toMatchObject({ federation: county, sourceCrs: 'WGS-84', confidential: false, status: 'in-service' });
    const { lng, lat } = roomDraft.position;
    const moved = distance(point.position!, { lng, lat });
    expect(moved).toBeGreaterThan(300);
    expect(moved).toBeLessThan(700);
    const read = await service.call('getServicePoint', { path: { pointId: point.id } });
    expect(read.json()).toEqual(point);
    expect(read.headers.etag).toBe(answer.headers.etag);
    expect(
      (await service.call('getServicePoint', { path: { code: '990100000000', pointId: point.id } })).json(),
    ).toEqual(point);
  });

  it('is added once, however often it is sent', async () => {
    const headers = keyed();
    const first = await create(roomDraft, county, headers);
    const again = await create(roomDraft, county, headers);
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(codeOf(await create(draftOf({ name: '另一间' }), county, headers))).toBe('idempotency-key-reused');
  });

  it.each([
    ['hours that nobody can read', { hours: 'Mo-Xx 09:00' }, 'body/hours', 'bad-days'],
    ['a day that is none', { checkedOn: '2026-02-30' }, 'body/checkedOn', 'bad-format'],
    ['a shelter with an address', { category: 'shelter' as const }, 'body/address', 'gives-place-away'],
  ])('is refused with %s', async (_, change, where, code) => {
    const answer = await create(draftOf(change));
    expect(answer.json()).toMatchObject({ code: 'service-point-refused', findings: [{ where, code }] });
  });

  it('S5 is refused as confidential below the county', async () => {
    const { address: _, ...draft } = draftOf({ confidential: true });
    const answer = await create(draft, township);
    expect(answer.json()).toMatchObject({ findings: [{ where: 'body/confidential', code: 'county-or-above' }] });
  });

  it('keeps text that is hard to write', async () => {
    const point = await made(draftOf({ name: '\uD800室😀', address: "'; drop table x --" }));
    expect(point).toMatchObject({ name: '\uFFFD室😀', address: "'; drop table x --" });
  });
});

describe('S6 who is not staff of the federation', () => {
  it('is refused the same way without a token, with a wrong one, an old one and a revoked one', async () => {
    const path = { code: county };
    const problems = [];
    const old = await staffHeader(service);
    await service.admin.query(`update staff_tokens set expires_at = $1`, [service.clock.now()]);
    const revoked = await staffHeader(service);
    await service.admin.query(`update staff_tokens set revoked_at = $1 where expires_at > $1`, [service.clock.now()]);
    for (const headers of [{}, { authorization: `Bearer ${'A'.repeat(43)}` }, old, revoked, { authorization: 'x' }]) {
      const answer = await service.call('createServicePoint', {
        path,
        headers: keyed({ ...headers }),
        body: roomDraft,
      });
      const { requestId: _, ...problem } = answer.json<{ requestId: string; status: number; code: string }>();
      problems.push(problem);
    }
    expect(problems[0]).toMatchObject({ status: 401, code: 'staff-refused' });
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    staff = await staffHeader(service);
  });

  it('finds nothing beyond her reach, as if it had never been', async () => {
    const below = await staffHeader(service, township);
    const point = await made();
    expect(codeOf(await create(roomDraft, county, keyed(below)))).toBe('federation-unknown');
    const path = { pointId: point.id };
    const headers = { ...below, 'if-match': '"1"' };
    const change = await service.call('changeServicePoint', { path, headers, body: roomDraft });
    const never = await service.call('changeServicePoint', {
      path: { pointId: 'A'.repeat(22) },
      headers,
      body: roomDraft,
    });
    expect([codeOf(change), codeOf(never)]).toEqual(['service-point-unknown', 'service-point-unknown']);
    expect(codeOf(await service.call('retireServicePoint', { path, headers }))).toBe('service-point-unknown');
    expect(codeOf(await service.call('exportServicePoints', { headers: below, query: { format: 'csv' } }))).toBe(
      'federation-unknown',
    );
    expect((await create(roomDraft, township, keyed(below))).statusCode).toBe(201);
  });
});

describe('a point that is changed', () => {
  const change = (id: string, ifMatch: string | undefined, draft: Draft) =>
    service.call('changeServicePoint', {
      path: { pointId: id },
      headers: { ...staff, ...(ifMatch !== undefined && { 'if-match': ifMatch }) },
      body: draft,
    });

  it('asks for what was read: 428 without it, 412 where somebody was faster', async () => {
    const { id } = await made();
    expect((await change(id, undefined, roomDraft)).statusCode).toBe(428);
    const changed = await change(id, '"1"', draftOf({ name: '新名字' }));
    expect(changed.json()).toMatchObject({ id, name: '新名字' });
    expect(changed.headers.etag).toBe('"2"');
    expect((await change(id, '"1"', roomDraft)).statusCode).toBe(412);
    const both = await Promise.all([change(id, '"2"', roomDraft), change(id, '"2"', roomDraft)]);
    expect(both.map((one) => one.statusCode).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  it('is fresh in every answer at once, and gone from all of them when it is retired', async () => {
    const { id } = await made(draftOf({ name: '旧室', ...at(118.9, 28.3) }));
    const bbox = '118.85,28.25,118.95,28.35';
    const seen = async () => ({
      found: (await search({ bbox })).items.map((one) => one.name),
      named: (await search({ q: '室', bbox })).items.map((one) => one.name),
      near: (
        await service.call('findNearestServicePoints', {
          headers: { 'fulian-position': '118.9,28.3' },
          query: { limit: '1' },
        })
      ).json<Schemas['NearServicePoints']>().items[0]?.point.name,
      cells: (await service.call('getServicePointCells', { path: { z: '12', x: tile('x'), y: tile('y') } })).json<
        Schemas['ServicePointCells']
      >().cells.length,
      names: await namesOf(),
    });
    const tile = (axis: 'x' | 'y') => String(Math.floor((axis === 'x' ? worldX(118.9) : worldY(28.3)) * 4096));
    const namesOf = async () => {
      const { version } = await tableOf();
      const answer = await service.call('listServicePointNames', {
        path: { tableVersion: version },
        query: { rows: '50' },
      });
      return answer
        .json<Schemas['ServicePointNames']>()
        .names.filter((name) => name.endsWith('旧室') || name === '新室');
    };
    expect(await seen()).toEqual({ found: ['旧室'], named: ['旧室'], near: '旧室', cells: 1, names: ['旧室'] });
    const before = await tableOf();
    await change(id, '"1"', draftOf({ name: '新室', ...at(118.9, 28.3) }));
    expect(await seen()).toEqual({ found: ['新室'], named: ['新室'], near: '新室', cells: 1, names: ['新室'] });
    const outdated = await service.call('listServicePointNames', { path: { tableVersion: before.version } });
    expect(codeOf(outdated)).toBe('table-outdated');
    const retired = await service.call('retireServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': '"2"' },
    });
    expect(retired.statusCode).toBe(204);
    expect(await seen()).toMatchObject({ found: [], named: [], cells: 0, names: [] });
    expect((await service.call('getServicePoint', { path: { pointId: id } })).statusCode).toBe(404);
  });
});

describe('what visitors read', () => {
  const other = '990102000000';
  beforeAll(async () => {
    staff = await staffHeader(service, '990100000000');
    for (let step = 0; step < 12; step += 1) {
      const category = (['nursing-room', 'mediation', 'womens-home'] as const)[step % 3]!;
      const facilities = step % 2 === 0 ? ['lock' as const, 'cot' as const] : ['lock' as const];
      await made(draftOf({ name: `石门${step}号站`, category, facilities, ...at(110 + step * 0.01, 25) }), other);
    }
  });
  const of = (query: Record<string, string>) => search(query, other);

  it('is filtered by box, category, facilities, and name in characters and pinyin', async () => {
    expect((await of({})).items).toHaveLength(12);
    expect((await of({ bbox: '110,24,110.03,26' })).items).toHaveLength(4);
    expect((await of({ bbox: '170,24,-170,26' })).items).toHaveLength(0);
    expect((await of({ bbox: '110.1,24,110.02,26' })).items).toHaveLength(12 - 7);
    expect((await of({ categories: 'mediation,womens-home' })).items).toHaveLength(8);
    expect((await of({ facilities: 'cot,lock' })).items).toHaveLength(6);
    expect((await of({ facilities: 'no-such-thing' })).items).toHaveLength(0);
    expect((await of({ q: '门7号' })).items.map((one) => one.name)).toEqual(['石门7号站']);
    expect((await of({ q: 'ShiMen' })).items).toHaveLength(12);
    expect((await of({ q: '%' })).items).toHaveLength(0);
  });

  it('comes in pages by id, and a cursor belongs to its own search', async () => {
    const all = idsOf(await of({}));
    expect(all).toEqual([...all].sort());
    const first = await of({ limit: '5' });
    const second = await of({ limit: '5', cursor: first.nextCursor! });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(all.slice(0, 10));
    expect(await of({ limit: '5', q: '石', cursor: first.nextCursor! })).toMatchObject({ code: 'cursor-invalid' });
  });

  it('is the nearest first, with the distance as the crow flies', async () => {
    const answer = await service.call('findNearestServicePoints', {
      path: { code: '990100000000' },
      headers: { 'fulian-position': '110.052,25.001' },
      query: { limit: '3' },
    });
    const { items } = answer.json<Schemas['NearServicePoints']>();
    expect(items.map(({ point }) => point.name)).toEqual(['石门5号站', '石门6号站', '石门4号站']);
    expect(items[0]!.distance).toBe(Math.round(distance({ lng: 110.052, lat: 25.001 }, { lng: 110.05, lat: 25 })));
  });

  it('is counted into the same cells as a client counts its table', async () => {
    const table = await tableOf(other);
    expect(table.count).toBe(12);
    for (const z of [0, 5, 9, 11, 14]) {
      const [x, y] = [Math.floor(worldX(110.05) * 2 ** z), Math.floor(worldY(25) * 2 ** z)];
      const answer = await service.call('getServicePointCells', {
        path: { code: other, z: String(z), x: String(x), y: String(y) },
      });
      const expected = cellsOfTile(table, undefined, { z, x, y }).map((cell) => ({
        x: cell.x,
        y: cell.y,
        count: cell.count,
        counts: categoryCounts(cell.counts),
        lng: cell.lng,
        lat: cell.lat,
      }));
      expect(answer.json()).toEqual({ cells: expected });
      expect(expected.length).toBeGreaterThan(0);
    }
    const outside = { code: other, z: '3', x: '8', y: '0' };
    expect((await service.call('getServicePointCells', { path: outside })).json()).toEqual({ cells: [] });
  });

  it('is packed where the client takes it, under a tag of its own, and not sent again', async () => {
    const plain = await service.call('getServicePointTable', { path: { code: other } });
    const packed = await service.app.inject({
      url: `/v1/federations/${other}/service-point-table`,
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload)).toEqual(plain.rawPayload);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    const again = await service.app.inject({
      url: `/v1/federations/${other}/service-point-table`,
      headers: { 'accept-encoding': 'br', 'if-none-match': String(packed.headers.etag) },
    });
    expect([again.statusCode, again.headers['content-encoding'], again.rawPayload.length]).toEqual([304, undefined, 0]);
  });

  it('names the rows of the table in its order', async () => {
    const table = await tableOf(other);
    const answer = await service.call('listServicePointNames', {
      path: { code: other, tableVersion: table.version },
      query: { from: '2', rows: '3' },
    });
    const names = answer.json<Schemas['ServicePointNames']>();
    expect(names).toMatchObject({ from: 2 });
    const all = new Map((await of({})).items.map((one) => [one.id, one]));
    names.ids.forEach((id, row) => {
      const point = all.get(id)!;
      expect(point.name).toBe(names.names[row]);
      expect(Math.round(point.position!.lng * 1e5)).toBe(table.lng[row + 2]);
    });
    expect(names.initials[0]).toMatch(/^shimen\d+haozhan$/);
  });

  it('is not downloaded where it is too much, and is unknown where there is no federation', async () => {
    for (let more = 0; more < 40; more += 1) await made(draftOf({ name: '多' }), '990102000000');
    expect(codeOf(await service.call('getServicePointTable', { path: { code: '990100000000' } }))).toBe(
      'table-too-large',
    );
    const path = { code: '123456789012' };
    expect(await search({}, path.code)).toMatchObject({ code: 'federation-unknown' });
    expect(codeOf(await service.call('getServicePointTable', { path }))).toBe('federation-unknown');
    expect(codeOf(await service.call('getServicePointCells', { path: { ...path, z: '1', x: '0', y: '0' } }))).toBe(
      'federation-unknown',
    );
    const headers = { 'fulian-position': '0,0' };
    expect(codeOf(await service.call('findNearestServicePoints', { path, headers }))).toBe('federation-unknown');
  });
});

it('S3 no position and no search stands in the log', async () => {
  await service.call('findNearestServicePoints', { headers: { 'fulian-position': '118.412,27.905' } });
  await search({ q: '东湖街道', bbox: '118.41,27.90,118.42,27.91' });
  // A time may hold any digits.
  const log = service.lines.join('').replaceAll(/"time":"[^"]*"/g, '');
  expect(log).toContain('findNearestServicePoints');
  for (const word of ['118.41', '27.90', '东湖', '%E4%B8%9C']) expect(log).not.toContain(word);
});
