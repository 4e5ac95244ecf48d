import type { components } from '@fulian/contract/types';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';
import { photoWithPosition, pictureOf, pdfOf } from '../testing/sample-files.js';

type Schemas = components['schemas'];
type Photo = Schemas['ServicePointPhoto'];
type Point = Schemas['ServicePoint'];

const village = '990101001001';
let service: TestService;
let staff: { authorization: string };
beforeAll(async () => {
  service = await createTestService();
  staff = await staffHeader(service);
});
afterAll(() => service.close());

const draft = { category: 'nursing-room', name: '母婴室', position: { lng: 118.4, lat: 27.9, crs: 'GCJ-02' } };

async function newPoint(body: object = draft, code = village): Promise<string> {
  const headers = { ...staff, 'idempotency-key': newToken() };
  return (await service.call('createServicePoint', { path: { code }, headers, body })).json<{ id: string }>().id;
}
/** A picture that is like no other one. */
const picture = (colour: string, width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
const add = (pointId: string, body: Buffer, query: Record<string, string> = { alt: '婴儿台' }, key = newToken()) =>
  service.call('addServicePointPhoto', {
    path: { pointId },
    query,
    headers: { ...staff, 'idempotency-key': key },
    body,
  });
const added = async (pointId: string, colour: string, alt = colour) =>
  (await add(pointId, await picture(colour), { alt })).json<Photo>();
const seen = (pointId: string) => service.call('getServicePoint', { path: { pointId } });
const altsOf = async (pointId: string) => (await seen(pointId)).json<Point>().photos?.map(({ alt }) => alt['zh-CN']);
const get = (url: string) => service.app.inject({ method: 'GET', url });
const change = (pointId: string, photoId: string, body: Schemas['ServicePointPhotoDraft'], tag: unknown) =>
  service.call('changeServicePointPhoto', {
    path: { pointId, photoId },
    headers: { ...staff, ...(tag !== undefined && { 'if-match': String(tag) }) },
    body,
  });
const remove = (pointId: string, photoId: string) =>
  service.call('removeServicePointPhoto', { path: { pointId, photoId }, headers: staff });
const stored = async () => (await service.admin.query('select from service_point_photos')).rowCount;
const findingsOf = (answer: { json(): { findings: unknown } }) => answer.json().findings;

describe('a photo of a service point', () => {
  it('is seen in two sizes where one point is asked for, and in no list', async () => {
    const id = await newPoint();
    const body = await sharp(await picture('#a0b0c0', 2_000, 1_500))
      .webp()
      .toBuffer();
    const answer = await add(id, body, { alt: '婴儿台和洗手池', altEn: 'A changing table and a basin' });
    expect(answer.statusCode).toBe(201);
    const photo = answer.json<Photo>();
    expect(photo).toMatchObject({
      alt: { 'zh-CN': '婴儿台和洗手池', en: 'A changing table and a basin' },
      width: 1280,
      height: 960,
    });
    expect((await seen(id)).json<Point>().photos).toEqual([photo]);
    const listed = await service.call('searchServicePoints', { path: { code: village } });
    expect(listed.body).not.toContain('photos');
    for (const [path, width, height] of [
      [photo.paths.small, 320, 240],
      [photo.paths.large, 1280, 960],
    ] as const)
      expect(await sharp((await get(path)).rawPayload).metadata()).toMatchObject({ format: 'jpeg', width, height });
  });

  it('is served so that caches keep it for a day and nobody takes it for anything else', async () => {
    const { paths } = await added(await newPoint(), '#123456');
    const answer = await get(paths.large);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const etag = String(answer.headers.etag);
    expect((await get(paths.small)).headers.etag).not.toBe(etag);
    const again = await service.app.inject({ method: 'GET', url: paths.large, headers: { 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(await service.app.inject({ method: 'HEAD', url: paths.large })).toMatchObject({ statusCode: 200, body: '' });
  });

  it('loses its position and everything else that a camera wrote, in both sizes', async () => {
    const file = await photoWithPosition();
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { paths } = (await add(await newPoint(), file)).json<Photo>();
    for (const path of [paths.small, paths.large]) {
      const metadata = await sharp((await get(path)).rawPayload).metadata();
      for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const)
        expect({ kind, value: metadata[kind] }).toEqual({ kind, value: undefined });
    }
  });

  it('is added once for a key, also when its point has gone meanwhile', async () => {
    const id = await newPoint();
    const [key, body] = [newToken(), await picture('#010203')];
    const first = await add(id, body, { alt: '一' }, key);
    const again = await add(id, body, { alt: '一' }, key);
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([first.body, 'true']);
    expect((await add(id, body, { alt: '二' }, key)).json()).toMatchObject({ code: 'idempotency-key-reused' });
    const { etag } = (await seen(id)).headers;
    await service.call('retireServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': String(etag) },
    });
    expect((await add(id, body, { alt: '一' }, key)).body).toBe(first.body);
    expect((await add(id, body, { alt: '一' })).json()).toMatchObject({ code: 'service-point-unknown' });
  });

  it('gets other words where the same picture is sent again', async () => {
    const id = await newPoint();
    await added(id, '#0a0b0c', '一');
    await added(id, '#0a0b0c', '二');
    expect(await altsOf(id)).toEqual(['二']);
  });

  it('changes the tag of its point, each time it is added, changed or removed', async () => {
    const id = await newPoint();
    const photo = await added(id, '#111111');
    expect((await seen(id)).headers.etag).toBe('"2"');
    expect((await change(id, photo.id, { alt: photo.alt, place: 1 }, '"2"')).headers.etag).toBe('"3"');
    await remove(id, photo.id);
    expect((await seen(id)).headers.etag).toBe('"4"');
    await remove(id, photo.id);
    expect((await seen(id)).headers.etag).toBe('"4"');
  });

  it('goes to any place among the others', async () => {
    const id = await newPoint();
    const photos: Photo[] = [];
    for (const colour of ['#100000', '#200000', '#300000', '#400000']) photos.push(await added(id, colour));
    const move = async (at: number, place: number, word: string) => {
      const tag = (await seen(id)).headers.etag;
      const answer = await change(id, photos[at]!.id, { alt: { 'zh-CN': word }, place }, tag);
      return answer.json<Schemas['ServicePointPhotos']>().items.map(({ alt }) => alt['zh-CN']);
    };
    expect(await move(3, 1, 'd')).toEqual(['d', '#100000', '#200000', '#300000']);
    expect(await move(0, 3, 'a')).toEqual(['d', '#200000', 'a', '#300000']);
    expect(await move(1, 6, 'b')).toEqual(['d', 'a', '#300000', 'b']);
    await remove(id, photos[0]!.id);
    expect(await altsOf(id)).toEqual(['d', '#300000', 'b']);
    await added(id, '#500000');
    expect(await altsOf(id)).toEqual(['d', '#300000', 'b', '#500000']);
  });

  it('is changed by who has seen what there is now', async () => {
    const id = await newPoint();
    const photo = await added(id, '#222222');
    const draft = { alt: photo.alt, place: 1 };
    expect((await change(id, photo.id, draft, undefined)).json()).toMatchObject({ code: 'precondition-missing' });
    expect((await change(id, photo.id, draft, '"1"')).json()).toMatchObject({ code: 'precondition-failed' });
    expect((await change(id, 'A'.repeat(22), draft, '"2"')).json()).toMatchObject({ code: 'photo-unknown' });
  });

  it('stays where staff changes the rest of its point', async () => {
    const id = await newPoint();
    const photo = await added(id, '#232323');
    const changed = await service.call('changeServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': '"2"' },
      body: { ...draft, name: '新名字' },
    });
    expect(changed.json<Point>()).toEqual((await seen(id)).json());
    expect(changed.json<Point>().photos).toEqual([photo]);
  });
});

describe('what is refused as a photo', () => {
  it.each([
    ['a PDF', async () => pdfOf(), 'not-a-photo'],
    ['a GIF', async () => pictureOf().gif().toBuffer(), 'not-a-photo'],
    ['a drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-photo'],
    ['half a picture', async () => (await picture('#333333')).subarray(0, 900), 'damaged'],
    [
      'a picture that is a page as well',
      async () => Buffer.concat([await picture('#333333'), Buffer.from('<script>alert(1)</script>')]),
      'damaged',
    ],
    ['a bomb', async () => bomb(), 'damaged'],
  ])('%s', async (_, make, code) => {
    const before = await stored();
    const answer = await add(await newPoint(), await make());
    expect([answer.statusCode, findingsOf(answer)]).toEqual([422, [{ where: 'body', code }]]);
    expect(await stored()).toBe(before);
  });

  it('more than 8 MiB, and more than six at a point', async () => {
    const id = await newPoint();
    expect((await add(id, Buffer.alloc(8_388_609))).json()).toMatchObject({ code: 'body-too-large' });
    for (let at = 1; at <= 6; at += 1) await added(id, `#${at}00000`);
    const seventh = await add(id, await picture('#444447'));
    expect(findingsOf(seventh)).toEqual([{ where: 'body', code: 'too-many' }]);
    expect(await altsOf(id)).toHaveLength(6);
  });

  it('one of somebody whose token is wrong, before a byte of it is read', async () => {
    const headers = { authorization: `Bearer ${'A'.repeat(43)}`, 'idempotency-key': newToken() };
    const path = { pointId: await newPoint() };
    const answer = await service.call('addServicePointPhoto', {
      path,
      query: { alt: '一' },
      headers,
      body: Buffer.alloc(9_000_000),
    });
    expect(answer.json()).toMatchObject({ code: 'staff-refused' });
  });

  it('S6 one of a point that belongs to others, as if there were none', async () => {
    const id = await newPoint(draft, county);
    const photo = await added(id, '#555555');
    const other = await staffHeader(service, '990102000000');
    const answers = [];
    for (const pointId of [id, 'A'.repeat(22)])
      for (const [operation, path, body, query] of [
        ['addServicePointPhoto', { pointId }, await picture('#666666'), { alt: '一' }],
        ['changeServicePointPhoto', { pointId, photoId: photo.id }, { alt: photo.alt, place: 1 }, undefined],
        ['removeServicePointPhoto', { pointId, photoId: photo.id }, undefined, undefined],
      ] as const) {
        const headers = { ...other, 'idempotency-key': newToken(), 'if-match': '"2"' };
        const call = { path, headers, ...(body && { body }), ...(query && { query }) };
        const answer = await service.call(operation, call);
        answers.push([operation, answer.statusCode, answer.json<{ code: string }>().code]);
      }
    expect(answers.slice(0, 3)).toEqual(answers.slice(3));
    expect(answers.map(([, , code]) => code)).toEqual(Array.from({ length: 6 }, () => 'service-point-unknown'));
    expect(await altsOf(id)).toEqual(['#555555']);
  });
});

describe('S5 a photo and a confidential place', () => {
  const hidden = { category: 'womens-home', name: '家', confidential: true, position: draft.position };

  it('S5 do not go together: the place itself and what was sent say so', async () => {
    const id = await newPoint(hidden, county);
    const answer = await add(id, await picture('#777777'));
    expect([answer.statusCode, findingsOf(answer)]).toEqual([422, [{ where: 'path/pointId', code: 'confidential' }]]);
    expect((await seen(id)).json()).not.toHaveProperty('photos');
  });

  it('S5 part as soon as a place becomes confidential: every path answers as one that never was', async () => {
    const id = await newPoint({ ...hidden, confidential: false }, county);
    const photo = await added(id, '#888888');
    const changed = await service.call('changeServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': '"2"' },
      body: hidden,
    });
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).not.toHaveProperty('photos');
    for (const path of [photo.paths.small, photo.paths.large]) {
      const [gone, never] = [await get(path), await get(path.replace(photo.id, 'A'.repeat(22)))];
      expect(gone.statusCode).toBe(404);
      expect(plain(gone)).toEqual(plain(never));
    }
    const { rowCount } = await service.admin.query('select from service_point_photos where point_id = $1', [id]);
    expect(rowCount).toBe(0);
    // Nor does it come back with the place.
    await service.call('changeServicePoint', {
      path: { pointId: id },
      headers: { ...staff, 'if-match': '"3"' },
      body: { ...hidden, confidential: false },
    });
    expect((await seen(id)).json()).not.toHaveProperty('photos');
  });

  it('S5 part where an import makes the place confidential', async () => {
    const id = await newPoint({ ...hidden, confidential: false }, county);
    const photo = await added(id, '#999999');
    const row = `${id},womens-home,家,118.4,27.9,true`;
    const imported = await service.call('importServicePoints', {
      query: { format: 'csv' },
      headers: { ...staff, 'idempotency-key': newToken() },
      body: Buffer.from(`id,category,name,lng,lat,confidential\n${row}\n`),
    });
    expect(imported.json()).toMatchObject({ changed: 1 });
    expect((await get(photo.paths.large)).statusCode).toBe(404);
  });

  it('S5 never meet, whoever is faster', async () => {
    const id = await newPoint({ ...hidden, confidential: false }, county);
    const [body, headers] = [await picture('#abcabc'), { ...staff, 'if-match': '"1"' }];
    await Promise.all([
      add(id, body),
      service.call('changeServicePoint', { path: { pointId: id }, headers, body: hidden }),
    ]);
    const { rows } = await service.admin.query(
      'select p.confidential, f.id from service_points p join service_point_photos f on f.point_id = p.id where p.confidential',
    );
    expect(rows).toEqual([]);
  });

  it('S8 go from the database with their point, and lie in it sealed', async () => {
    const id = await newPoint();
    const photo = await added(id, '#bbbbbb');
    const bytes = (await get(photo.paths.small)).rawPayload;
    const { rows } = await service.admin.query<{ small: Buffer }>(
      'select small from service_point_photos where point_id = $1',
      [id],
    );
    expect(rows[0]!.small.includes(bytes.subarray(0, 64))).toBe(false);
    await service.call('retireServicePoint', { path: { pointId: id }, headers: { ...staff, 'if-match': '"2"' } });
    expect((await get(photo.paths.large)).statusCode).toBe(404);
    const left = await service.admin.query('select from service_point_photos where point_id = $1', [id]);
    expect(left.rowCount).toBe(0);
  });
});

/** An answer without what differs between any two. */
function plain({ statusCode, headers, body }: Awaited<ReturnType<typeof get>>) {
  const { 'fulian-request-id': id, date: _, ...rest } = headers;
  return { statusCode, headers: rest, body: body.replaceAll(String(id), 'request-id') };
}

/** A PNG that says of itself that it has 20,000 by 20,000 pixels. */
async function bomb(): Promise<Buffer> {
  const file = await pictureOf().png().toBuffer();
  file.writeUInt32BE(20_000, 16);
  file.writeUInt32BE(20_000, 20);
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29);
  return file;
}
