import { distance } from '@fulian/contract/rules/map';
import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];
type Point = Schemas['ServicePoint'];

let service: TestService;
let staff: { authorization: string };
beforeAll(async () => {
  service = await createTestService();
  staff = await staffHeader(service);
});
afterAll(() => service.close());

const shelterAt = (lng: number, lat: number): Schemas['ServicePointDraft'] => ({
  category: 'shelter',
  name: '清溪县妇女避救中心',
  position: { lng, lat, crs: 'GCJ-02' },
  phone: '0990-1212338',
});
const create = async (draft: Schemas['ServicePointDraft'], code = county) =>
  (
    await service.call('createServicePoint', {
      path: { code },
      headers: { ...staff, 'idempotency-key': newToken() },
      body: draft,
    })
  ).json<Point>();
const change = async (id: string, revision: number, draft: Schemas['ServicePointDraft']) =>
  (
    await service.call('changeServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': `"${revision}"` },
      body: draft,
    })
  ).json<Point>();

describe('S5 a shelter', () => {
  it('is confidential whatever its draft says, and answers an area of 10 km and no position', async () => {
    const point = await create({ ...shelterAt(118.3, 27.9), confidential: false });
    expect(point).toMatchObject({ confidential: true, area: { radius: 10_000 } });
    expect(point).not.toHaveProperty('position');
    const metres = distance(point.area!, { lng: 118.3, lat: 27.9 });
    expect(metres).toBeGreaterThan(3_000);
    expect(metres).toBeLessThan(10_000);
  });

  it('keeps its area when it is changed, moved within the house, or retired and added again', async () => {
    const first = await create(shelterAt(118.5, 27.5));
    const renamed = await change(first.id, 1, { ...shelterAt(118.5, 27.5), name: '新名' });
    expect(renamed.area).toEqual(first.area);
    const remeasured = await change(first.id, 2, shelterAt(118.5008, 27.5005));
    expect(remeasured.area).toEqual(first.area);
    const headers = { ...staff, 'if-match': '"3"' };
    expect((await service.call('retireServicePoint', { path: { pointId: first.id }, headers })).statusCode).toBe(204);
    const again = await create(shelterAt(118.5008, 27.5006));
    expect(again.id).not.toBe(first.id);
    expect(again.area).toEqual(first.area);
  });

  it('gets another area where it really moves, and one that says nothing of the first', async () => {
    const first = await create(shelterAt(118.7, 27.7));
    const moved = await change(first.id, 1, shelterAt(118.9, 27.7));
    expect(moved.area).not.toEqual(first.area);
    expect(distance(moved.area!, { lng: 118.9, lat: 27.7 })).toBeLessThan(10_000);
    const back = await change(first.id, 2, shelterAt(118.7, 27.7));
    expect(back.area).not.toEqual(first.area);
  });

  it('cannot be found by adding others: those nearby have areas of their own', async () => {
    const target = await create(shelterAt(118.1, 27.1));
    const same: Point[] = [];
    for (let step = 1; step <= 8; step += 1) {
      const probe = await create(shelterAt(118.1 + step * 0.003, 27.1));
      if (JSON.stringify(probe.area) === JSON.stringify(target.area)) same.push(probe);
    }
    expect(same).toEqual([]);
  });

  it('cannot be found by moving one that was added, or by making it public again and again: tries are counted', async () => {
    const tried = async () =>
      (
        await service.admin.query<{ drawn: number }>('select drawn from confidential_draws where federation = $1', [
          county,
        ])
      ).rows[0]!.drawn;
    const before = await tried();
    const probe = await create({ ...shelterAt(112, 27), category: 'counselling', confidential: true });
    await change(probe.id, 1, { ...shelterAt(112.1, 27), category: 'counselling', confidential: true });
    await change(probe.id, 2, { ...shelterAt(112.1, 27), category: 'counselling', confidential: false });
    await change(probe.id, 3, { ...shelterAt(112.2, 27), category: 'counselling', confidential: true });
    expect(await tried()).toBe(before + 3);
    for (let more = await tried(); more < 100; more += 1) await create(shelterAt(113 + more * 0.1, 26));
    const refused = { code: 'service-point-refused', findings: [{ where: 'body/confidential', code: 'too-many' }] };
    expect(await create(shelterAt(109, 27))).toMatchObject(refused);
    expect(await change(probe.id, 4, shelterAt(109, 27))).toMatchObject(refused);
    const answer = await service.call('importServicePoints', {
      query: { format: 'csv' },
      headers: { ...staff, 'idempotency-key': newToken() },
      body: Buffer.from('category,name,lng,lat\nshelter,x,109,27\n'),
    });
    expect(answer.json()).toMatchObject({ code: 'import-refused', findings: [{ where: 'body', code: 'too-many' }] });
    // What keeps its area needs no draw.
    expect(
      await change(probe.id, 4, { ...shelterAt(112.2, 27), category: 'counselling', confidential: true }),
    ).toMatchObject({
      confidential: true,
    });
  });

  it('S8 lies sealed in the database, whatever was sent', async () => {
    // Of the middle of its area, which everybody may know, any digits may stand there.
    const { rows } = await service.admin.query<{ dump: string }>(
      `select string_agg(to_jsonb(t)::text, '') as dump from (
         select to_jsonb(p) - 'shown' || jsonb_build_object('shown', p.shown::jsonb - 'area') from service_points p
         union all
         select to_jsonb(c) from confidential_places c union all
         select to_jsonb(k) from idempotency_keys k) t`,
    );
    for (const place of ['118.3,', '118.5', '118.7', '118.9', '11830000', '11850000']) {
      expect(rows[0]!.dump).not.toContain(place);
      expect(rows[0]!.dump).not.toContain(Buffer.from(place).toString('hex'));
    }
  });

  it('becomes public where staff says so, with the place that staff then gives, and nothing is left sealed', async () => {
    const station = (confidential: boolean): Schemas['ServicePointDraft'] => ({
      ...shelterAt(120, 30),
      category: 'counselling',
      confidential,
    });
    const city = '990100000000';
    staff = await staffHeader(service, city);
    const hidden = await create(station(true), city);
    expect(hidden).not.toHaveProperty('position');
    const answer = await service.call('changeServicePoint', {
      path: { code: city, pointId: hidden.id },
      headers: { ...staff, 'if-match': '"1"' },
      body: station(false),
    });
    expect(answer.json()).toMatchObject({ confidential: false, position: { lng: 120, lat: 30 } });
    expect(answer.json()).not.toHaveProperty('area');
    const left = await service.admin.query('select from confidential_places where id = $1', [hidden.id]);
    expect(left.rowCount).toBe(0);
  });
});
