import type { components } from '@fulian/contract/types';
import type { OperationId } from '@fulian/contract/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, testTree, type TestCall, type TestService } from '../service-fixture.js';
import { subtreeOf } from '../federations/tree.js';
import { signedIn, type TestPerson } from './staff-fixture.js';

type Schemas = components['schemas'];
type Member = Schemas['StaffMember'];

const [city, otherCounty, township, village] = [
  '990100000000',
  '990102000000',
  '990101001000',
  '990101001001',
] as const;
const password = 'wiese-9-regen-salz';
let service: TestService;
let administrator: TestPerson;
let auditor: TestPerson;
beforeAll(async () => {
  service = await createTestService();
  administrator = await signedIn(service, 'administrator', county);
  auditor = await signedIn(service, 'auditor', county);
});
afterAll(() => service.close());

let made = 0;
const draftOf = (change: Partial<Schemas['StaffDraft']> = {}): Schemas['StaffDraft'] => {
  made += 1;
  return { account: `clerk-${made}`, name: '示例干部', role: 'worker', federation: village, password, ...change };
};
const add = (draft: unknown, { headers }: TestPerson = administrator, key = newToken(), code = county) =>
  service.call('createStaffAccount', { path: { code }, headers: { ...headers, 'idempotency-key': key }, body: draft });
const read = (id: string, { headers }: TestPerson = administrator, code = county) =>
  service.call('getStaffAccount', { path: { code, staffId: id }, headers });
const change = (id: string, body: Schemas['StaffChange'], tag = '"1"', { headers }: TestPerson = administrator) =>
  service.call('changeStaffAccount', {
    path: { code: county, staffId: id },
    headers: { ...headers, ...(tag && { 'if-match': tag }) },
    body,
  });
const signIn = (account: string, secret = password) =>
  service.call('signInStaff', { body: { account, password: secret } });
const auditOf = async (id: string) =>
  (
    await service.admin.query<{ operation: string; actor_id: string }>(
      'select operation, actor_id from audit_entries where account_id = $1 order by federation, seq',
      [id],
    )
  ).rows;

describe('createStaffAccount', () => {
  it('adds an account that can sign in at once, and writes it down', async () => {
    const answer = await add(draftOf({ account: 'new.clerk' }));
    const member = answer.json<Member>();
    expect(answer.headers.etag).toBe('"1"');
    expect(member).toMatchObject({
      account: 'new.clerk',
      federation: { code: village, name: '荷塘村' },
      disabled: false,
    });
    expect((await signIn('new.clerk')).statusCode).toBe(201);
    expect(await auditOf(member.id)).toEqual([{ operation: 'createStaffAccount', actor_id: administrator.id }]);
  });

  it('answers the same again for the same key, and adds nothing twice', async () => {
    const [draft, key] = [draftOf(), newToken()];
    const answers = await Promise.all([add(draft, administrator, key), add(draft, administrator, key)]);
    const done = answers.filter((one) => one.statusCode === 201);
    const again = await add(draft, administrator, key);
    expect(again.headers['idempotent-replayed']).toBe('true');
    for (const one of done) expect(one.json()).toEqual(again.json());
    expect((await add({ ...draft, name: '别人' }, administrator, key)).json()).toMatchObject({
      code: 'idempotency-key-reused',
    });
    expect(await auditOf(again.json<Member>().id)).toHaveLength(1);
  });

  it('refuses a name that anybody has, in whatever federation, and leaves nothing behind', async () => {
    const draft = draftOf();
    expect((await add(draft)).statusCode).toBe(201);
    const elsewhere = await signedIn(service, 'administrator', otherCounty);
    const again = await add({ ...draft, federation: otherCounty }, elsewhere, newToken(), otherCounty);
    expect(again.json()).toMatchObject({ status: 409, code: 'account-taken' });
    const { rows } = await service.admin.query('select federation from staff_accounts where account = $1', [
      draft.account,
    ]);
    expect(rows).toEqual([{ federation: village }]);
  });

  it.each([
    [{ federation: otherCounty }, { where: 'body/federation', code: 'unknown' }],
    [{ federation: city }, { where: 'body/federation', code: 'unknown' }],
    [{ federation: '990101009000' }, { where: 'body/federation', code: 'unknown' }],
    [{ password: 'password1234' }, { where: 'body/password', code: 'too-common' }],
    [{ subject: 'somebody' }, { where: 'body/subject', code: 'unavailable' }],
  ])('refuses %j', async (bad, finding) => {
    expect((await add(draftOf(bad))).json()).toMatchObject({
      status: 422,
      code: 'staff-incomplete',
      findings: [finding],
    });
  });
});

describe('changeStaffAccount', () => {
  it('changes what it was given, and signs out whoever gets another role', async () => {
    const { id, account } = (await add(draftOf())).json<Member>();
    const { token } = (await signIn(account)).json<Schemas['StaffSession']>();
    const who = () => service.call('getStaffSession', { headers: { authorization: `Bearer ${token}` } });
    const named = await change(id, { name: '新名字' });
    expect([named.headers.etag, named.json<Member>().name]).toEqual(['"2"', '新名字']);
    expect((await who()).json<Member>().name).toBe('新名字');
    expect((await change(id, { role: 'supervisor' }, '"2"')).json<Member>().role).toBe('supervisor');
    expect((await who()).statusCode).toBe(401);
    expect((await read(id)).json()).toMatchObject({ name: '新名字', role: 'supervisor' });
    expect((await auditOf(id)).map((one) => one.operation)).toEqual([
      'createStaffAccount',
      'changeStaffAccount',
      'changeStaffAccount',
    ]);
  });

  it('of a disabled account ends its sessions and its signing in, until it is enabled again', async () => {
    const { id, account } = (await add(draftOf())).json<Member>();
    const { token } = (await signIn(account)).json<Schemas['StaffSession']>();
    await change(id, { disabled: true });
    expect((await service.call('getStaffSession', { headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(
      401,
    );
    expect((await signIn(account)).json()).toMatchObject({ code: 'sign-in-refused' });
    await change(id, { disabled: false }, '"2"');
    expect((await signIn(account)).statusCode).toBe(201);
  });

  it('with a new password drops the second factor', async () => {
    const { id, account } = (await add(draftOf())).json<Member>();
    await service.admin.query(`update staff_accounts set totp = 'x', totp_confirmed = true where id = $1`, [id]);
    expect((await read(id)).json<Member>().secondFactor).toBe(true);
    expect((await change(id, { password: 'wolke-7-brot-kiesel' })).json<Member>().secondFactor).toBe(false);
    expect((await signIn(account, 'wolke-7-brot-kiesel')).statusCode).toBe(201);
  });

  it('is refused without If-Match, with an old one, and to whoever was not first', async () => {
    const { id } = (await add(draftOf())).json<Member>();
    expect((await change(id, { name: 'x' }, '')).json()).toMatchObject({ code: 'precondition-missing' });
    expect((await change(id, { name: 'x' }, '"7"')).json()).toMatchObject({ code: 'precondition-failed' });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => change(id, { name })));
    expect(answers.map((one) => one.statusCode).sort((a, b) => a - b)).toEqual([200, 412, 412, 412]);
  });

  it('of her own account changes the name only: nobody locks herself out', async () => {
    for (const bad of [
      { disabled: true },
      { role: 'worker' as const },
      { password: 'wolke-7-brot-kiesel' },
      { dropSecondFactor: true },
    ])
      expect((await change(administrator.id, bad)).json()).toMatchObject({
        code: 'staff-incomplete',
        findings: [{ where: `body/${Object.keys(bad)[0]}`, code: 'own-account' }],
      });
    expect((await change(administrator.id, { name: '示例主任' })).statusCode).toBe(200);
  });
});

describe('listStaffAccounts', () => {
  it('answers pages by name, of the federation and those below it', async () => {
    const seen: Member[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.call('listStaffAccounts', {
        headers: administrator.headers,
        query: { limit: '3', ...(cursor && { cursor }) },
      });
      const { items, nextCursor } = page.json<Schemas['StaffPage']>();
      seen.push(...items);
      cursor = nextCursor;
    } while (cursor);
    const { low, high } = subtreeOf(county);
    const { rows } = await service.admin.query<{ id: string }>(
      'select id from staff_accounts where federation between $1 and $2 order by account',
      [low, high],
    );
    expect(seen.map((one) => one.id)).toEqual(rows.map((one) => one.id));
    expect(seen.length).toBeGreaterThan(3);
  });

  it('is empty where nobody is, and unknown where there is no federation', async () => {
    const list = (code: string) =>
      service.call('listStaffAccounts', { path: { code }, headers: administrator.headers });
    expect((await list('990101002001')).json()).toEqual({ items: [] });
    expect((await list('990101009000')).json()).toMatchObject({ code: 'federation-unknown' });
  });
});

describe('listAuditEntries', () => {
  it('answers the newest first, in pages, and that somebody looked is the next entry', async () => {
    const list = (query: Record<string, string> = {}) =>
      service.call('listAuditEntries', { path: { code: village }, headers: auditor.headers, query });
    const first = (await list({ limit: '2' })).json<Schemas['AuditPage']>();
    const second = (await list({ limit: '200', cursor: first.nextCursor! })).json<Schemas['AuditPage']>();
    const numbers = [...first.items, ...second.items].map((one) => one.seq);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => numbers.length - at));
    const [latest] = (await list({ limit: '1' })).json<Schemas['AuditPage']>().items;
    expect(latest).toMatchObject({
      operation: 'listAuditEntries',
      rows: second.items.length,
      actor: { kind: 'staff', name: auditor.name, unit: { code: county, name: '清溪县' } },
    });
    const { rows } = await service.admin.query<{ hash: string }>(
      `select encode(hash, 'hex') hash from audit_entries where federation = $1 and seq = $2`,
      [village, latest!.seq],
    );
    expect(latest!.hash).toBe(rows[0]!.hash);
  });
});

/** The answer without what differs from one request to the next. */
async function bytesOf(id: OperationId, call: TestCall) {
  const { statusCode, body, headers } = await service.call(id, call);
  return { statusCode, body: body.replaceAll(String(headers['fulian-request-id']), '') };
}

describe('isolation', () => {
  it('S6 answers for every federation that she does not reach as for one that never was, in every role', async () => {
    const target = (await add(draftOf({ federation: county }))).json<Member>();
    const unknown = '880101000000';
    const nobody = 'A'.repeat(22);
    for (const [code] of testTree)
      for (const role of ['administrator', 'auditor', 'worker'] as const) {
        const person = await signedIn(service, role, code);
        const reaches = (federation: string) => federation >= subtreeOf(code).low && federation <= subtreeOf(code).high;
        const headers = person.headers;
        for (const [about] of testTree.filter(([one]) => !reaches(one))) {
          const call = (id: OperationId, path: Record<string, string>, more: TestCall = {}) =>
            bytesOf(id, { ...more, path, headers: { ...headers, ...more.headers } });
          const body = { body: { name: 'x' }, headers: { 'if-match': '"1"' } };
          expect(await call('listStaffAccounts', { code: about })).toEqual(
            await call('listStaffAccounts', { code: unknown }),
          );
          expect(await call('listAuditEntries', { code: about })).toEqual(
            await call('listAuditEntries', { code: unknown }),
          );
          const [there, never] = [
            { code: about, staffId: target.id },
            { code: unknown, staffId: nobody },
          ];
          expect(await call('getStaffAccount', there)).toEqual(await call('getStaffAccount', never));
          expect(await call('changeStaffAccount', there, body)).toEqual(await call('changeStaffAccount', never, body));
          // By way of her own federation neither.
          if (!reaches(county))
            expect(await call('getStaffAccount', { code, staffId: target.id })).toEqual(
              await call('getStaffAccount', { code, staffId: nobody }),
            );
        }
      }
    expect((await read(target.id)).headers.etag).toBe('"1"');
  });

  it('S6 holds in the database, too: another federation sees and changes no row', async () => {
    const { rows } = await service.admin.query<{ all: number }>(
      'select count(*)::int as all from staff_accounts where federation between $1 and $2',
      Object.values(subtreeOf(county)),
    );
    expect(rows[0]!.all).toBeGreaterThan(0);
    for (const federation of [otherCounty, '990101002000'])
      for (const scope of ['staff', 'visitor', 'receipt', 'sweep'] as const)
        await service.database.scoped({ scope, federation }, async (db) => {
          const within = subtreeOf(scope === 'staff' ? federation : '000000000000');
          const accounts = await db.selectFrom('staff_accounts').select('federation').execute();
          expect(accounts.filter((one) => one.federation < within.low || one.federation > within.high)).toEqual([]);
          const { numUpdatedRows } = await db
            .updateTable('staff_accounts')
            .set({ role: 'administrator' })
            .where('federation', '=', county)
            .executeTakeFirst();
          expect(Number(numUpdatedRows)).toBe(0);
          for (const table of ['staff_sessions', 'staff_logins'] as const)
            expect(await db.selectFrom(table).select('federation').where('federation', '=', county).execute()).toEqual(
              [],
            );
        });
    expect(await service.database.kysely.selectFrom('staff_accounts').select('id').execute()).toEqual([]);
    expect(await service.database.kysely.selectFrom('staff_logins').select('login').execute()).toEqual([]);
    expect(await service.database.kysely.selectFrom('staff_sessions').select('mac').execute()).toEqual([]);
    expect(await service.database.kysely.selectFrom('audit_entries').select('seq').execute()).toEqual([]);
  });

  it('S6 lets an account of a township reach its villages and nothing above', async () => {
    const person = await signedIn(service, 'administrator', township);
    const list = (code: string) => service.call('listStaffAccounts', { path: { code }, headers: person.headers });
    expect((await list(village)).statusCode).toBe(200);
    expect((await list(township)).statusCode).toBe(200);
    expect((await list(county)).statusCode).toBe(404);
  });
});
