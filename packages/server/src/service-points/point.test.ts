import { examples } from '@fulian/contract/examples';
import type { components } from '@fulian/contract/types';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPoints } from '../demo/service-points.js';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';
import { rowOf } from './draft.js';
import { pointOf, pointText, shownOf } from './point.js';
import { writeShownTexts } from './shown-texts.js';

type Schemas = components['schemas'];

const place = { lng_e5: 11842000, lat_e5: 2790001, source_crs: 'WGS-84' };
const rowNamed = (name: string) => rowOf({ category: 'mediation', name }, county, 'A'.repeat(22), place);

describe('the text that is stored of a point', () => {
  it('is pinned: what is stored already says the same, or a migration writes it anew', () => {
    const room = rowOf(
      {
        category: 'nursing-room',
        name: '室',
        address: '路1号',
        hours: 'WD 09:00-17:00',
        phone: '12338',
        dutyRole: '值班',
        facilities: ['cot'],
        checkedOn: '2026-11-01',
      },
      county,
      'A'.repeat(22),
      place,
    );
    expect(room.shown).toBe(
      `{"id":"${'A'.repeat(22)}","federation":"${county}","category":"nursing-room","name":"室","confidential":false,` +
        '"position":{"lng":118.42,"lat":27.90001},"sourceCrs":"WGS-84","address":"路1号","hours":"WD 09:00-17:00",' +
        '"phone":"12338","dutyRole":"值班","facilities":["cot"],"status":"in-service","checkedOn":"2026-11-01"}',
    );
  });

  it.each([
    [0, 0],
    [20, 4],
    [21, 5],
    [33, 7],
  ])('is what everybody reads, with its rating where %i stars of %i visitors make one', (rating_sum, rating_count) => {
    const rows = [...demoPoints().map(({ draft, federation, id }) => rowOf(draft, federation, id, place))];
    for (const row of [...rows, rowNamed('"\\\u2028</script>'), rowNamed('}{,"rating":')]) {
      const rated = { ...row, rating_sum, rating_count };
      expect(pointText(rated)).toBe(JSON.stringify(pointOf(rated)));
      expect(JSON.parse(row.shown)).not.toHaveProperty('rating');
    }
  });
});

describe('a list', () => {
  let service: TestService;
  let staff: { authorization: string };
  beforeAll(async () => {
    service = await createTestService();
    staff = await staffHeader(service);
  });
  afterAll(() => service.close());

  const listed = async () => {
    const path = { code: county };
    const found = await service.call('searchServicePoints', { path });
    const headers = { 'fulian-position': '118.3,27.9' };
    const near = await service.call('findNearestServicePoints', { path, headers });
    return [
      ...found.json<Schemas['ServicePointPage']>().items,
      ...near.json<Schemas['NearServicePoints']>().items.map((one) => one.point),
    ];
  };

  it('says of each point what the point says itself, before and after it is changed, rated and written anew', async () => {
    const requests = examples.createServicePoint.requests as unknown as Record<
      'room' | 'shelter',
      Schemas['ServicePointDraft']
    >;
    const ids: string[] = [];
    for (const body of [requests.room, requests.shelter, { ...requests.room, name: '另一间 "引号"' }]) {
      const headers = { ...staff, 'idempotency-key': newToken() };
      const answer = await service.call('createServicePoint', { path: { code: county }, headers, body });
      ids.push(answer.json<Schemas['ServicePoint']>().id);
    }
    const same = async () => {
      const lists = await listed();
      expect(lists).toHaveLength(6);
      for (const one of lists)
        expect(one).toEqual((await service.call('getServicePoint', { path: { pointId: one.id } })).json());
    };
    await same();
    await service.call('changeServicePoint', {
      path: { pointId: ids[0]! },
      headers: { ...staff, 'if-match': '"1"' },
      body: { ...requests.room, name: '新名', status: 'paused' },
    });
    await service.admin.query('update service_points set rating_sum = 24, rating_count = 5 where id = $1', [ids[0]]);
    await same();
    expect((await listed()).find((one) => one.id === ids[0])).toMatchObject({
      name: '新名',
      rating: { average: 4.8, count: 5 },
    });
    const texts = () => service.admin.query('select id, shown from service_points order by id');
    const before = await texts();
    await service.admin.query(`update service_points set shown = '{}'`);
    const owner = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new Pool({ connectionString: service.url }) }),
    });
    await owner.transaction().execute(writeShownTexts);
    await owner.destroy();
    expect((await texts()).rows).toEqual(before.rows);
  });
});

it('stores nothing of a row but what everybody may know', () => {
  const { initials: _, world_x: __, world_y: ___, shown: ____, ...facts } = rowNamed('x');
  expect(shownOf({ ...facts, secret: 'sealed' } as typeof facts)).not.toContain('sealed');
});
