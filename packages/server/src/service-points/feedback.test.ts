import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, staffHeader, type TestService } from '../service-fixture.js';

type Schemas = components['schemas'];
type Page = Schemas['FeedbackPage'];

let service: TestService;
let staff: { authorization: string };
let pointId: string;
beforeAll(async () => {
  service = await createTestService();
  staff = await staffHeader(service);
  pointId = await newPoint();
});
afterAll(() => service.close());

async function newPoint(): Promise<string> {
  const answer = await service.call('createServicePoint', {
    path: { code: '990101001000' },
    headers: { ...staff, 'idempotency-key': newToken() },
    body: { category: 'nursing-room', name: '母婴室', position: { lng: 118, lat: 27, crs: 'GCJ-02' } },
  });
  return answer.json<{ id: string }>().id;
}
const say = (body: Schemas['ServicePointFeedback'], id = pointId, key = newToken()) =>
  service.call('sendServicePointFeedback', { path: { pointId: id }, headers: { 'idempotency-key': key }, body });
const list = async (query: Record<string, string> = {}) =>
  (await service.call('listServicePointFeedback', { query, headers: staff })).json<Page>();
const settle = (feedbackId: string, state: string) =>
  service.call('settleServicePointFeedback', { path: { feedbackId }, headers: staff, body: { state } });
const point = () => service.call('getServicePoint', { path: { pointId } });

describe('what a visitor says', () => {
  it('is received once, sealed, and seen by staff alone, the oldest first', async () => {
    const key = newToken();
    expect((await say({ kind: 'closed', note: '上午十点门锁着' }, pointId, key)).json()).toEqual({
      status: 'received',
    });
    expect((await say({ kind: 'closed', note: '上午十点门锁着' }, pointId, key)).headers['idempotent-replayed']).toBe(
      'true',
    );
    service.clock.time += 1_000;
    await say({ kind: 'wrong-phone' });
    const { items } = await list();
    expect(items.map((one) => [one.kind, one.note, one.state, one.receivedOn])).toEqual([
      ['closed', '上午十点门锁着', 'new', '2026-11-20'],
      ['wrong-phone', undefined, 'new', '2026-11-20'],
    ]);
    const { rows } = await service.admin.query<{ dump: string }>(
      `select string_agg(to_jsonb(f)::text, '') dump from service_point_feedback f`,
    );
    expect(rows[0]!.dump).not.toContain('上午');
    expect(rows[0]!.dump).not.toContain(Buffer.from('上午').toString('hex'));
  });

  it('has stars with a rating, and only there', async () => {
    for (const body of [{ kind: 'rating' as const }, { kind: 'closed' as const, stars: 3 }])
      expect((await say(body)).json()).toMatchObject({ code: 'service-point-refused' });
    expect((await say({ kind: 'rating', stars: 5 }, 'A'.repeat(22))).json()).toMatchObject({
      code: 'service-point-unknown',
    });
  });

  it('comes in pages', async () => {
    const all = (await list()).items;
    const first = await list({ limit: '1' });
    const second = await list({ limit: '1', cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 2));
    expect(await list({ state: 'new', cursor: first.nextCursor! })).toMatchObject({ code: 'cursor-invalid' });
  });

  it('counts from five accepted ratings on, whatever is settled otherwise later', async () => {
    const before = (await point()).headers.etag;
    for (const stars of [5, 5, 4, 4, 1, 1]) await say({ kind: 'rating', stars });
    const ratings = (await list({ state: 'new' })).items.filter((one) => one.kind === 'rating');
    const accepted = ratings.slice(0, 5);
    for (const one of accepted.slice(0, 4)) expect((await settle(one.id, 'accepted')).statusCode).toBe(200);
    expect((await point()).json()).not.toHaveProperty('rating');
    expect((await settle(accepted[4]!.id, 'accepted')).json()).toMatchObject({ state: 'accepted', kind: 'rating' });
    const rated = await point();
    const sum = accepted.reduce((total, one) => total + one.stars!, 0);
    expect(rated.json()).toMatchObject({ rating: { count: 5, average: Math.round(sum * 2) / 10 } });
    expect(rated.headers.etag).not.toBe(before);
    await settle(ratings[5]!.id, 'accepted');
    await settle(accepted[0]!.id, 'refused');
    expect((await point()).json<Schemas['ServicePoint']>().rating!.count).toBe(5);
    expect((await list({ state: 'refused' })).items.map((one) => one.id)).toEqual([accepted[0]!.id]);
  });

  it('S6 is not there for staff of another federation', async () => {
    const [{ id }] = (await list()).items as [Schemas['FeedbackItem']];
    const other = await staffHeader(service, '990102000000');
    const path = { code: '990102000000', feedbackId: id };
    const known = await service.call('settleServicePointFeedback', {
      path,
      headers: other,
      body: { state: 'refused' },
    });
    const above = { code: county, feedbackId: id };
    const beyond = await service.call('settleServicePointFeedback', {
      path: above,
      headers: other,
      body: { state: 'refused' },
    });
    for (const answer of [known, beyond]) expect(answer.json()).toMatchObject({ code: 'feedback-unknown' });
    const listed = await service.call('listServicePointFeedback', { headers: other });
    expect(listed.json()).toMatchObject({ code: 'federation-unknown' });
  });

  it('goes with its point, and is still acknowledged to who sent it before', async () => {
    const id = await newPoint();
    const key = newToken();
    await say({ kind: 'other', note: 'x' }, id, key);
    await service.call('retireServicePoint', { path: { pointId: id }, headers: { ...staff, 'if-match': '"1"' } });
    expect((await list()).items.filter((one) => one.pointId === id)).toEqual([]);
    expect((await say({ kind: 'other', note: 'x' }, id, key)).statusCode).toBe(201);
    expect((await say({ kind: 'other' }, id)).json()).toMatchObject({ code: 'service-point-unknown' });
  });
});
