import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];
type Report = Schemas['ServicePointImport'];

let service: TestService;
let staff: { authorization: string };
beforeAll(async () => {
  service = await createTestService();
  staff = await staffHeader(service);
});
afterAll(() => service.close());
beforeEach(async () => {
  await service.admin.query(
    'truncate service_points, service_point_photos, confidential_places, service_point_feedback',
  );
});

const send = (text: string | Buffer, format = 'csv', code = county, key = newToken()) =>
  service.call('importServicePoints', {
    path: { code },
    query: { format },
    headers: { ...staff, 'idempotency-key': key },
    body: Buffer.from(text as string),
  });
const taken = async (text: string, format = 'csv', code = county) => {
  const answer = await send(text, format, code);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Report>();
};
const findingsOf = async (text: string | Buffer, format = 'csv') => {
  const answer = (await send(text, format)).json<Schemas['Problem']>();
  expect(answer.code).toBe('import-refused');
  return answer.findings!.map(({ where, code }) => `${where} ${code}`);
};
const exported = async (format = 'csv', code = county) =>
  (await service.call('exportServicePoints', { path: { code }, query: { format }, headers: staff })).payload;
const points = async (code = county) =>
  (await service.call('searchServicePoints', { path: { code } })).json<Schemas['ServicePointPage']>().items;

const header = 'category,name,lng,lat,crs,hours,facilities,address';
const good = 'nursing-room,东湖母婴室,118.41,27.9,GCJ-02,Mo-Fr 09:00-17:00,lock;cot,湖滨路 18 号';

describe('an import', () => {
  it('takes all rows of a CSV file, with or without a byte order mark, however its lines end', async () => {
    expect(await taken(`${header}\r\n${good}\r\n`)).toEqual({ created: 1, changed: 0, unchanged: 0 });
    expect(await taken(`\uFEFF${header}\n${good}`)).toEqual({ created: 1, changed: 0, unchanged: 0 });
    expect((await points())[0]).toMatchObject({
      federation: county,
      name: '东湖母婴室',
      position: { lng: 118.41, lat: 27.9 },
      facilities: ['cot', 'lock'],
    });
  });

  it('takes a FeatureCollection, in the system that it names', async () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [118.41, 27.9] },
      properties: { category: 'mediation', name: '调解室', facilities: ['step-free'] },
    };
    expect(await taken(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'geojson')).toEqual({
      created: 1,
      changed: 0,
      unchanged: 0,
    });
    const wgs = { type: 'FeatureCollection', crs: 'WGS-84', features: [feature] };
    await taken(JSON.stringify(wgs), 'geojson');
    const systems = (await points()).map((one) => [one.sourceCrs, one.position!.lng === 118.41]);
    expect(systems).toContainEqual(['GCJ-02', true]);
    expect(systems).toContainEqual(['WGS-84', false]);
  });

  it('is all or nothing, and says of each row what is wrong', async () => {
    const rows = [
      good,
      'no-such-category,x,118.41,27.9,GCJ-02,,,',
      'nursing-room,,118.41,27.9,GCJ-02,,,',
      'nursing-room,x,200,27.9,GCJ-02,,,',
      'nursing-room,x,abc,27.9,GCJ-02,,,',
      'nursing-room,x,,,GCJ-02,,,',
      'nursing-room,x,118,27,GCJ-02,Mo-Xx 9,,',
      'nursing-room,x,118,27,WGS84,,lock;pool,',
      'shelter,x,118,27,GCJ-02,,,湖滨路',
    ];
    expect(await findingsOf([header, ...rows].join('\n'))).toEqual([
      'row/2/category not-a-choice',
      'row/3/name missing',
      'row/4/lng too-big',
      'row/5/lng wrong-type',
      'row/8/crs not-a-choice',
      'row/8/facilities not-a-choice',
    ]);
    const second = [header, good, rows[5], rows[6], rows[8]].join('\n');
    expect(await findingsOf(second)).toEqual([
      'row/2/lng missing',
      'row/3/hours hours-missing',
      'row/4/address gives-place-away',
    ]);
    expect(await points()).toEqual([]);
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x63, 0xff, 0xfe]), 'csv', ['body malformed']],
    ['a column that nobody knows', 'category,name,colour\nx,y,z', 'csv', ['body unknown-field']],
    ['a column twice', 'category,category\nx,y', 'csv', ['body not-unique']],
    ['a quote that stays open', `${header}\n${good}\nnursing-room,"x`, 'csv', ['row/2 malformed']],
    ['a quote inside a cell', `${header}\nnursing-room,a"b,1,2,,,,`, 'csv', ['row/1 malformed']],
    ['something behind a quote', `${header}\r\n${good}\r\n\r\nnursing-room,"a"b,1,2,,,,`, 'csv', ['row/2 malformed']],
    ['a quote that stays open in its first line', '"category,name', 'csv', ['body malformed']],
    ['a cell too many', `${header}\n${good},x`, 'csv', ['row/1 malformed']],
    ['no rows', header, 'csv', ['body too-short']],
    ['nothing that is JSON', '{', 'geojson', ['body malformed']],
    ['a list', '[]', 'geojson', ['body malformed']],
    [
      'a line',
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[]},"properties":{}}]}',
      'geojson',
      ['row/1 malformed'],
    ],
    [
      'a property that nobody knows',
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"colour":1}}]}',
      'geojson',
      ['row/1 unknown-field'],
    ],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'geojson', ['body too-short']],
  ])('refuses %s', async (_, text, format, findings) => {
    expect(await findingsOf(text, format)).toEqual(findings);
  });

  it('changes rows with an id, leaves alone what is the same, and knows no id of another federation', async () => {
    await taken(`${header}\n${good}\n${good}`);
    const [first, second] = await points();
    const other = 'nursing-room,新名字,118.41,27.9,GCJ-02,Mo-Fr 09:00-17:00,lock;cot,湖滨路 18 号';
    const text = [`id,${header}`, `${first!.id},${other}`, `${second!.id},${good}`, `,${good}`].join('\n');
    expect(await taken(text)).toEqual({ created: 1, changed: 1, unchanged: 1 });
    expect((await points()).map((one) => one.name).sort()).toEqual(['东湖母婴室', '东湖母婴室', '新名字']);
    const foreign = await staffHeader(service, '990102000000');
    expect(await findingsOf(`id,${header}\n${first!.id},${good}\n${first!.id},${good}`)).toEqual([
      'row/2/id not-unique',
    ]);
    const answer = await service.call('importServicePoints', {
      path: { code: '990102000000' },
      query: { format: 'csv' },
      headers: { ...foreign, 'idempotency-key': newToken() },
      body: Buffer.from(`id,${header}\n${first!.id},${good}`),
    });
    expect(answer.json<Schemas['Problem']>().findings).toEqual([{ where: 'row/1/id', code: 'unknown' }]);
    expect(await findingsOf(`id,${header}\n${'A'.repeat(22)},${good}`)).toEqual(['row/1/id unknown']);
  });

  it('puts a row to the federation that it names, where that is within reach', async () => {
    const text = [`federation,${header}`, `990101001000,${good}`].join('\n');
    expect(await taken(text)).toMatchObject({ created: 1 });
    expect((await points())[0]!.federation).toBe('990101001000');
    expect(await findingsOf(text.replace('990101001000', '990102000000'))).toEqual(['row/1/federation unknown']);
    const id = (await points())[0]!.id;
    expect(await findingsOf(`id,federation,${header}\n${id},${county},${good}`)).toEqual([
      'row/1/federation other-federation',
    ]);
  });

  it('is made once, however often it is sent', async () => {
    const key = newToken();
    const first = await send(`${header}\n${good}`, 'csv', county, key);
    const again = await send(`${header}\n${good}`, 'csv', county, key);
    expect([again.json(), again.headers['idempotent-replayed']]).toEqual([first.json(), 'true']);
    expect(await points()).toHaveLength(1);
  });
});

describe('an export', () => {
  it.each(['csv', 'geojson'])('comes back as %s without changing anything', async (format) => {
    const wgs = good.replace('GCJ-02', 'WGS-84');
    await taken(`${header}\n${good}\n${wgs}`);
    await taken(`federation,${header}\n990101001000,${good}`);
    const before = await points();
    expect(await taken(await exported(format), format)).toEqual({ created: 0, changed: 0, unchanged: 3 });
    expect(await points()).toEqual(before);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-x', "'-x"],
    ['@sum', "'@sum"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['a,"b"', '"a,""b"""'],
  ])('guards the cell %s as %s, and an import takes the guard away', async (name, cell) => {
    await service.call('createServicePoint', {
      headers: { ...staff, 'idempotency-key': newToken() },
      body: { category: 'mediation', name, position: { lng: -73.9, lat: 40.7, crs: 'GCJ-02' } },
    });
    const text = await exported();
    expect(text).toContain(`mediation,${cell},`);
    for (const line of text.slice(1).split('\r\n')) {
      const cells = line.split(',');
      for (const one of cells) expect(one).not.toMatch(/^"?[=+\-@\t\r＝＋－＠]/);
    }
    expect(await taken(text)).toEqual({ created: 0, changed: 0, unchanged: 1 });
    expect((await points())[0]!.name).toBe(name);
  });

  it.each(['csv', 'geojson'])(
    'S5 says the area of a shelter in %s, and leaves it where it is when it comes back',
    async (format) => {
      const shelter = `${header}\nshelter,避救中心,118.3,27.9,GCJ-02,,,`;
      await taken(shelter);
      const sealed = async () => (await service.admin.query('select * from confidential_places')).rows;
      const [before, places] = [await points(), await sealed()];
      const text = await exported(format);
      expect(text).not.toContain('118.3,');
      expect(text).toContain(String(before[0]!.area!.lng));
      expect(await taken(text, format)).toEqual({ created: 0, changed: 0, unchanged: 1 });
      expect(await taken(text.replaceAll('避救中心', '新名字'), format)).toEqual({
        created: 0,
        changed: 1,
        unchanged: 0,
      });
      expect(await points()).toEqual([{ ...before[0], name: '新名字' }]);
      expect(await sealed()).toEqual(places);
    },
  );

  it('S5 does not say whether a guess at the place of a shelter is right', async () => {
    await taken(`${header}\nshelter,避救中心,118.3,27.9,GCJ-02,,,`);
    const [{ id }] = (await points()) as [Schemas['ServicePoint']];
    const guess = (lng: string) => taken(`id,${header}\n${id},shelter,避救中心,${lng},27.9,GCJ-02,,,`);
    expect(await guess('118.3')).toEqual(await guess('118.3005'));
  });
});
