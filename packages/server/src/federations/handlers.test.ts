import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, type TestService } from '../service-fixture.js';

type Page = components['schemas']['FederationPage'];

let service: TestService;
beforeAll(async () => {
  service = await createTestService();
});
afterAll(() => service.close());

const codes = (page: Page) => page.items.map((one) => one.code);
const search = async (query: Record<string, string>) =>
  (await service.call('searchFederations', { query })).json<Page>();
const children = async (query: Record<string, string> = {}, code = county) =>
  (await service.call('listChildFederations', { path: { code }, query })).json<Page>();

describe('getFederation', () => {
  it('answers a federation with those above it', async () => {
    const response = await service.call('getFederation', { path: { code: '990101001001' } });
    expect(response.json()).toEqual({
      code: '990101001001',
      level: 'village',
      name: '荷塘村',
      hasChildren: false,
      parents: [
        { code: '990000000000', level: 'province', name: '云岭省', hasChildren: true },
        { code: '990100000000', level: 'city', name: '云溪市', hasChildren: true },
        { code: county, level: 'county', name: '清溪县', hasChildren: true },
        { code: '990101001000', level: 'township', name: '柳桥镇', hasChildren: true },
      ],
    });
  });

  it('answers 304 to who has it, by any of several tags', async () => {
    const tag = String((await service.call('getFederation')).headers.etag);
    for (const header of [tag, `W/${tag}`, `"other", ${tag}`, '*'])
      expect((await service.call('getFederation', { headers: { 'if-none-match': header } })).statusCode).toBe(304);
    expect((await service.call('getFederation', { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
  });
});

describe('searchFederations', () => {
  it('finds part of a name, the higher levels first', async () => {
    expect(codes(await search({ q: '溪' }))).toEqual(['990100000000', county, '990101002001']);
    expect(codes(await search({ q: '清溪' }))).toEqual([county, '990101002001']);
    expect(codes(await search({ q: '溪清' }))).toEqual([]);
    expect(codes(await search({ q: '溪', level: 'village' }))).toEqual(['990101002001']);
  });

  it.each(['%', '_', '\\', "'", '"', '{', '{}', 'NULL', '云%'])('takes %s as it is', async (q) => {
    expect(codes(await search({ q }))).toEqual([]);
  });

  it('goes on where the page before ended', async () => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ q: '县', limit: '1', ...(cursor && { cursor }) });
      found.push(...codes(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual([county, '990102000000']);
  });
});

describe('listChildFederations', () => {
  it('answers in pages, ordered by code', async () => {
    const first = await children({ limit: '1' });
    expect(codes(first)).toEqual(['990101001000']);
    const second = await children({ limit: '1', cursor: first.nextCursor! });
    expect([codes(second), second.nextCursor]).toEqual([['990101002000'], undefined]);
  });

  it('answers an empty page for a village, 404 for what does not exist', async () => {
    expect(await children({}, '990101001001')).toEqual({ items: [] });
    const unknown = await service.call('listChildFederations', { path: { code: '123456789012' } });
    expect(unknown.json()).toMatchObject({ status: 404, code: 'federation-unknown' });
  });

  it('takes a cursor for its own listing only, and none that was changed', async () => {
    const { nextCursor = '' } = await children({ limit: '1' });
    const refused = async (call: Promise<Page>) =>
      expect(await call).toMatchObject({ status: 400, code: 'cursor-invalid' });
    await refused(children({ cursor: nextCursor }, '990100000000'));
    await refused(search({ q: '县', cursor: nextCursor }));
    await refused(children({ cursor: `${nextCursor}A` }));
    await refused(children({ cursor: `${nextCursor}=` }));
    await refused(children({ cursor: 'nonsense' }));
    await refused(children({ cursor: (nextCursor.startsWith('A') ? 'B' : 'A') + nextCursor.slice(1) }));
  });
});
