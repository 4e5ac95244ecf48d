/** Service points, feedback and a token of staff, made by calls of the service, for requests that refer to them. */
import { pictureOf } from '../../packages/server/src/testing/sample-files.js';
import { newToken, staffHeader, type TestService } from '../../packages/server/src/service-fixture.js';
import type { Operation } from './document.js';

/** What requests about the map refer to. */
export interface MapThings {
  /** The value of the Authorization header of the federation's staff. */
  readonly staff: string;
  /** A public point, its tag as it is now, and a shelter. */
  readonly point: string;
  tag: string;
  readonly shelter: string;
  /** Points at revision 1 that may be taken off the map. */
  readonly spare: string[];
  /** A point with a photo, its tag as it is now, and the photo's id; and a point to which any may be added. */
  readonly pictured: string;
  photoTag: string;
  readonly photo: string;
  readonly album: string;
  /** A picture that can be added. */
  readonly picture: Buffer;
  readonly feedback: string;
  /** Of the township below, in which nothing is changed. */
  readonly quiet: string;
  readonly tableVersion: string;
  /** Of the listing of feedback, one a page. */
  readonly feedbackCursor: string;
  /** Of the listing of points, one a page. */
  readonly pointCursor: string;
}

const header = 'category,name,lng,lat';
const row = (name: string) => `nursing-room,${name},118.41,27.9`;
/** A file of one row that can be imported. */
export const oneRow: Buffer = Buffer.from(`${header}\n${row('母婴室')}\n`);

/** Makes the things of a federation. */
export async function makeMapThings(service: TestService, federation: string, spares: number): Promise<MapThings> {
  const path = { code: federation };
  const staff = (await staffHeader(service, federation)).authorization;
  const headers = () => ({ authorization: staff, 'idempotency-key': newToken() });
  const quiet = federation === '990101000000' ? '990101002000' : federation;
  const create = async (body: object, code = federation) =>
    (await service.call('createServicePoint', { path: { code }, headers: headers(), body })).json<{ id: string }>().id;
  const place = { lng: 118.3, lat: 27.9, crs: 'GCJ-02' };
  const point = await create({ category: 'mediation', name: '调解室', position: place });
  const shelter = await create({ category: 'shelter', name: '避救中心', position: place });
  const pictured = await create({ category: 'mediation', name: '有照片', position: place });
  const album = await create({ category: 'mediation', name: '相册', position: place });
  // Full of noise, so that it is like no other one.
  const picture = await pictureOf().jpeg().toBuffer();
  const added = await service.call('addServicePointPhoto', {
    path: { ...path, pointId: pictured },
    query: { alt: '门口' },
    headers: headers(),
    body: picture,
  });
  if (quiet !== federation) await create({ category: 'mediation', name: '安静', position: place }, quiet);
  const rows = Array.from({ length: spares }, (_, at) => row(`备用${at}`));
  if (spares > 0)
    await service.call('importServicePoints', {
      path,
      query: { format: 'csv' },
      headers: headers(),
      body: Buffer.from([header, ...rows].join('\n')),
    });
  for (const note of ['门锁着', '电话不对'])
    await service.call('sendServicePointFeedback', {
      path: { ...path, pointId: point },
      headers: { 'idempotency-key': newToken() },
      body: { kind: 'closed', note },
    });
  const listed = await service.call('listServicePointFeedback', {
    path,
    query: { limit: '1' },
    headers: { authorization: staff },
  });
  const feedback = listed.json<{ items: { id: string }[]; nextCursor: string }>();
  const { rows: stored } = await service.admin.query<{ id: string }>(
    `select id from service_points where federation = $1 and name like '备用%'`,
    [federation],
  );
  const page = await service.call('searchServicePoints', { path, query: { limit: '1' } });
  const table = await service.call('getServicePointTable', { path: { code: quiet } });
  return {
    staff,
    point,
    tag: '"1"',
    shelter,
    pictured,
    photoTag: '"2"',
    photo: added.json<{ id: string }>().id,
    album,
    picture,
    spare: stored.map((one) => one.id),
    feedback: feedback.items[0]!.id,
    quiet,
    tableVersion: String(table.headers.etag).slice(1, 17),
    feedbackCursor: feedback.nextCursor,
    pointCursor: page.json<{ nextCursor: string }>().nextCursor,
  };
}

/** What a right request to an operation holds of these things; a point that is taken away is another one each time. */
export function mapRight({ id }: Operation, things: MapThings, federation: string) {
  const retired = id === 'retireServicePoint' ? (things.spare.shift() ?? things.point) : undefined;
  return {
    path: {
      code: id === 'listServicePointNames' ? things.quiet : federation,
      pointId: retired ?? photoPoint(id, things) ?? things.point,
      photoId: things.photo,
      feedbackId: things.feedback,
      z: '12',
      x: '3395',
      y: '1727',
      tableVersion: things.tableVersion,
    },
    parameters: {
      'If-Match': retired ? '"1"' : id === 'changeServicePointPhoto' ? things.photoTag : things.tag,
      'Fulian-Position': '118.41,27.9',
      bbox: '118,27,119,28',
      categories: 'nursing-room,mediation',
      facilities: 'lock',
      format: 'csv',
      from: '0',
      rows: '10',
      state: 'new',
      alt: '门口',
      altEn: 'The door',
      size: 'small',
    },
    credentials: { staff: things.staff },
    body: id === 'importServicePoints' ? oneRow : id === 'addServicePointPhoto' ? things.picture : undefined,
  };
}

/** The point of what is asked about photos: what is added and removed is at another one than what is looked at. */
function photoPoint(id: string, { album, pictured }: MapThings): string | undefined {
  if (id === 'addServicePointPhoto' || id === 'removeServicePointPhoto') return album;
  return id.endsWith('ServicePointPhoto') ? pictured : undefined;
}
