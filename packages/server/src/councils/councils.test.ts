import { executionCounts, type ResolutionFacts } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, type TestService } from '../service-fixture.js';
import { signedIn, type TestPerson } from '../staff/staff-fixture.js';
import { makeCouncil, village } from './council-fixture.js';

type Schemas = components['schemas'];

let service: TestService;
let founder: TestPerson;
beforeAll(async () => {
  service = await createTestService();
  founder = await signedIn(service, 'administrator', county, '示例管理员');
});
afterAll(() => service.close());

const found = (body: Schemas['CouncilDraft'], key = newToken(), code = village) =>
  service.call('createCouncil', { path: { code }, headers: { ...founder.headers, 'idempotency-key': key }, body });
const change = (councilId: string, ifMatch: string | undefined, body: Schemas['CouncilDraft']) =>
  service.call('changeCouncil', {
    path: { councilId },
    headers: { ...founder.headers, ...(ifMatch !== undefined && { 'if-match': ifMatch }) },
    body,
  });
const read = (councilId: string, headers = {}) => service.call('getCouncil', { path: { councilId }, headers });

describe('createCouncil and changeCouncil', () => {
  it('found a council that everybody sees, once for a key, and begin its log', async () => {
    const key = newToken();
    const draft = { name: '荷塘村妇女议事会', words: '每月第一个星期六。' };
    const first = await found(draft, key);
    const again = await found(draft, key);
    expect([again.body, again.headers['idempotent-replayed'], again.headers.etag]).toEqual([
      first.body,
      'true',
      first.headers.etag,
    ]);
    const council = first.json<Schemas['Council']>();
    expect(council).toMatchObject({
      ...draft,
      federation: { code: village, name: '荷塘村', level: 'village' },
      state: 'active',
      members: 0,
      counts: { resolutions: 0, due: 0, accepted: 0, late: 0 },
    });
    expect((await read(council.id)).json()).toEqual(council);
    const log = await service.call('getCouncilLog', { path: { councilId: council.id } });
    expect(log.json<Schemas['CouncilLog']>().entries).toMatchObject([
      { seq: 1, kind: 'council-created', body: { name: draft.name } },
    ]);
    expect((await found({ name: '别的' }, key)).json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('change it for who has seen the last of it, whatever was decided and counted meanwhile', async () => {
    const made = await found({ name: '示例议事会' });
    const { id } = made.json<Schemas['Council']>();
    const tag = String(made.headers.etag);
    expect((await change(id, undefined, { name: '甲' })).json()).toMatchObject({ code: 'precondition-missing' });
    expect((await change(id, '"9.x"', { name: '甲' })).json()).toMatchObject({ code: 'precondition-failed' });
    const changed = await change(id, tag, { name: '甲', ended: true });
    expect(changed.json()).toMatchObject({ name: '甲', state: 'ended' });
    expect((await change(id, tag, { name: '乙' })).json()).toMatchObject({ code: 'precondition-failed' });
    const now = String(changed.headers.etag);
    expect((await read(id, { 'if-none-match': now })).statusCode).toBe(304);
    await service.admin.query(
      `insert into council_members (federation, council, id, name, role, joined_at)
       values ($1, $2, $3, '示例', 'member', now())`,
      [village, id.slice(13), 'A'.repeat(22)],
    );
    expect((await read(id, { 'if-none-match': now })).json()).toMatchObject({ members: 1 });
    expect((await change(id, now, { name: '乙' })).json()).toMatchObject({ name: '乙', state: 'active' });
  });

  it('are in the audit log of the federation', async () => {
    const { id } = (await found({ name: '留痕' })).json<Schemas['Council']>();
    const auditor = await signedIn(service, 'auditor', county);
    const entries = await service.call('listAuditEntries', { path: { code: village }, headers: auditor.headers });
    const [latest] = entries.json<Schemas['AuditPage']>().items;
    expect(latest).toMatchObject({ operation: 'createCouncil', council: id, actor: { name: '示例管理员' } });
  });

  it('refuse who is no founder there, and a federation that is not there', async () => {
    const intake = await signedIn(service, 'intake', county);
    const headers = { ...intake.headers, 'idempotency-key': newToken() };
    const call = (code: string, more = {}) =>
      service.call('createCouncil', { path: { code }, headers: { ...headers, ...more }, body: { name: '甲' } });
    expect((await call(village)).json()).toMatchObject({ code: 'role-refused' });
    for (const code of ['990102000000', '990101009009'])
      expect((await call(code, founder.headers)).json()).toMatchObject({ code: 'federation-unknown' });
  });

  it('keep what no database takes out of names', async () => {
    const made = await found({ name: '甲\u0000乙\uD800', words: '\u0000' });
    expect(made.json()).toMatchObject({ name: '甲\uFFFD乙\uFFFD', words: '\uFFFD' });
  });
});

describe('listCouncils', () => {
  it('answers those of a federation and below it in pages, and finds part of a name', async () => {
    const city = '990102000000';
    const organiser = await signedIn(service, 'worker', city);
    for (const name of ['石门一会', '石门二会', '山下会'])
      await service.call('createCouncil', {
        path: { code: city },
        headers: { ...organiser.headers, 'idempotency-key': newToken() },
        body: { name },
      });
    const list = async (code: string, query: Record<string, string> = {}) =>
      (await service.call('listCouncils', { path: { code }, query })).json<Schemas['CouncilPage']>();
    const names = (page: Schemas['CouncilPage']) => page.items.map((one) => one.name);
    const all = names(await list(city));
    expect([...all].sort()).toEqual(['山下会', '石门一会', '石门二会'].sort());
    const [first, second] = [await list(city, { limit: '2' }), await list(city, { limit: '2' })];
    expect(second).toEqual(first);
    const rest = await list(city, { limit: '2', cursor: first.nextCursor! });
    expect([...names(first), ...names(rest)]).toEqual(all);
    expect(rest.nextCursor).toBeUndefined();
    expect(names(await list('990100000000', { q: '石门' })).length).toBe(2);
    expect(names(await list('990101002001'))).toEqual([]);
    const unknown = await service.call('listCouncils', { path: { code: '123456789012' } });
    expect(unknown.json()).toMatchObject({ code: 'federation-unknown' });
  });
});

describe('getExecutionReport', () => {
  it('X1 counts as the rules do, each federation with everything below it', async () => {
    const own = await createTestService();
    const today = '2026-11-20';
    const states = ['assigned', 'working', 'reported', 'accepted', 'dropped'] as const;
    // 1,000 councils of 40 villages, 20 resolutions each, drawn by a fixed sequence.
    const villages = Array.from(
      { length: 40 },
      (_, index) =>
        `99010${1 + (index % 2)}${String(3 + (index % 5)).padStart(3, '0')}${String(index + 1).padStart(3, '0')}`,
    );
    const townships = [...new Set(villages.map((code) => `${code.slice(0, 9)}000`))];
    const codes = [...townships, ...villages];
    await own.admin.query('insert into federations (code, name) select c, c from unnest($1::text[]) c', [codes]);
    await own.admin.query(
      `insert into councils (federation, id, name, created_at)
       select ($1::text[])[n % 40 + 1], gen_random_uuid(), 'c' || n, now() from generate_series(0, 999) n`,
      [villages],
    );
    await own.admin.query(
      `insert into council_resolutions (federation, council, id, title, words, decided_at, state, responsible, due)
       select federation, id, gen_random_uuid(), 't', 'w', now(), ($1::text[])[(hashtext(id::text || n) & 65535) % 5 + 1], 'r',
         to_char(date '2026-11-01' + (hashtext(n || id::text) & 65535) % 40, 'YYYY-MM-DD')
       from councils, generate_series(1, 20) n`,
      [states],
    );
    await own.admin.query('analyze');
    const { rows } = await own.admin.query<ResolutionFacts & { federation: string }>(
      'select federation, state, due from council_resolutions',
    );
    const report = async (code: string) =>
      (await own.call('getExecutionReport', { path: { code } })).json<Schemas['ExecutionReport']>();
    const expected = (prefix: string) =>
      executionCounts(
        rows.filter((one) => one.federation.startsWith(prefix)),
        today,
      );
    for (const [code, prefix] of [
      ['990000000000', '99'],
      ['990100000000', '9901'],
      [county, '990101'],
      [townships[0]!, townships[0]!.slice(0, 9)],
      [villages[7]!, villages[7]!],
    ] as const) {
      const { federation, councils, counts, children } = await report(code);
      expect(federation.code).toBe(code);
      expect(counts).toEqual(expected(prefix));
      expect(councils).toBe(new Set(villages.filter((one) => one.startsWith(prefix))).size * 25);
      for (const child of children) {
        const digits = [2, 4, 6, 9, 12][
          ['province', 'city', 'county', 'township', 'village'].indexOf(child.federation.level)
        ];
        expect(child.counts).toEqual(expected(child.federation.code.slice(0, digits)));
      }
    }
    expect((await report('990100000000')).counts.resolutions).toBe(20_000);
    await own.close();
  });

  it('answers what is not there as federation-unknown', async () => {
    const unknown = await service.call('getExecutionReport', { path: { code: '123456789012' } });
    expect(unknown.json()).toMatchObject({ code: 'federation-unknown' });
  });

  it('counts what a council of a middle level decides in that level, and in no child', async () => {
    const { council } = await makeCouncil(service, 1, '990101002000');
    await service.admin.query(
      `insert into council_resolutions (federation, council, id, title, words, decided_at, state, responsible, due)
       values ('990101002000', $1, gen_random_uuid(), 't', 'w', now(), 'accepted', 'r', '2027-01-01')`,
      [council],
    );
    const answer = await service.call('getExecutionReport', { path: { code: '990101002000' } });
    const { counts, children } = answer.json<Schemas['ExecutionReport']>();
    expect(counts).toEqual({ resolutions: 1, due: 1, accepted: 1, late: 0 });
    expect(children.map((one) => [one.federation.code, one.counts.resolutions])).toEqual([['990101002001', 0]]);
  });
});
