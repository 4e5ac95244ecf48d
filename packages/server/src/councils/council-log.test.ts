import { entryText, firstHash, headText, isCanonicalJson, type LogEntry } from '@fulian/contract/rules/council';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, type TestService } from '../service-fixture.js';
import { makeCouncil, type TestCouncil } from './council-fixture.js';
import { appendCouncilLog, CouncilLogs, type LogHead } from './council-log.js';
import { inCouncil } from './council-place.js';

let service: TestService;
let logs: CouncilLogs;
beforeAll(async () => {
  service = await createTestService();
  logs = new CouncilLogs(service.database, service.keys.councilLog, service.clock);
});
afterAll(() => service.close());

interface Log {
  readonly council: string;
  readonly entries: readonly LogEntry[];
  readonly head: LogHead;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const read = async (place: TestCouncil, after?: number) => JSON.parse((await logs.read(place, after))!) as Log;

function expectChained(entries: readonly LogEntry[], before = firstHash): void {
  let previous = before;
  for (const { hash, ...record } of entries) {
    expect(hash).toBe(sha256(entryText(previous, record)));
    previous = hash;
  }
}

describe('the log of a council', () => {
  it('G1 chains entries as the rules say, whatever their words hold', async () => {
    const council = await makeCouncil(service, 2);
    const name = ',"kind":"x","seq":1} 引号"、反斜线\\、换行\n、制表\t、%s、{}、\u2028和\u0001';
    await inCouncil(service.database, council, (db) => appendCouncilLog(db, council, 'council-created', { name }));
    const text = (await logs.read(council))!;
    expect(isCanonicalJson(text)).toBe(true);
    const { entries, head } = JSON.parse(text) as Log;
    expect(entries.map((one) => [one.seq, one.kind])).toEqual([
      [1, 'council-created'],
      [2, 'member-joined'],
      [3, 'member-joined'],
      [4, 'council-created'],
    ]);
    expect(entries[3]!.body).toEqual({ name });
    expectChained(entries);
    expect([head.seq, head.hash]).toEqual([4, entries[3]!.hash]);
    const { rows } = await service.admin.query('select entry from council_log where council = $1', [council.council]);
    for (const row of rows) expect(isCanonicalJson(row.entry), row.entry).toBe(true);
  });

  it('answers what comes after an entry, with the same head', async () => {
    const council = await makeCouncil(service, 3);
    const [whole, rest] = [await read(council), await read(council, 2)];
    expect(rest.entries).toEqual(whole.entries.slice(2));
    expect(rest.head.hash).toBe(whole.head.hash);
    expectChained(rest.entries, whole.entries[1]!.hash);
    expect((await read(council, 99)).entries).toEqual([]);
  });

  it('G3 signs its head, with the key of this service', async () => {
    const council = await makeCouncil(service, 1);
    const { key, signature, ...facts } = (await logs.head(council))!;
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'hex').toString('base64url') };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const holds = (text: string) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
    expect(holds(headText(facts))).toBe(true);
    expect(holds(headText({ ...facts, seq: facts.seq + 1 }))).toBe(false);
    expect(new CouncilLogs(service.database, service.keys.area, service.clock).publicKey).not.toBe(key);
  });

  it('is one chain although many write to it at once, and what is rolled back is not in it', async () => {
    const council = await makeCouncil(service, 1);
    const member = council.members[0]!.id;
    const write = (fails: boolean) =>
      inCouncil(service.database, council, async (db) => {
        await appendCouncilLog(db, council, 'member-left', { member });
        if (fails) throw new Error('rolled back');
      }).catch(() => undefined);
    await Promise.all(Array.from({ length: 40 }, (_, index) => write(index % 4 === 0)));
    const { entries } = await read(council);
    expect(entries.map((one) => one.seq)).toEqual(Array.from({ length: 2 + 30 }, (_, index) => index + 1));
    expectChained(entries);
    const times = entries.map((one) => one.at);
    expect([...times].sort()).toEqual(times);
  });

  it('leaves the scope of its transaction as it was', async () => {
    const council = await makeCouncil(service, 1);
    const scope = { scope: 'staff', federation: '990101000000' } as const;
    const settings = await service.database.scoped(scope, async (db) => {
      await appendCouncilLog(db, council, 'member-left', { member: council.members[0]!.id });
      return sql`select fulian_setting('scope') as scope, fulian_setting('federation') as federation,
        fulian_setting('council') as council`.execute(db);
    });
    expect(settings.rows).toEqual([{ ...scope, council: null }]);
  });

  it('only grows, for whoever owns the tables, too', async () => {
    const { council, federation } = await makeCouncil(service, 1);
    const changes = [
      'update council_log set entry = entry',
      'delete from council_log',
      'truncate council_log',
      'update council_log_heads set seq = seq',
      'update council_log_heads set seq = seq - 1',
      'delete from council_log_heads',
      'truncate council_log_heads',
    ];
    for (const change of changes)
      await expect(service.admin.query(change), change).rejects.toMatchObject({ code: 'FL405' });
    const scope = { scope: 'council', federation, council } as const;
    const denied = service.database.scoped(scope, (db) => sql`delete from council_log`.execute(db));
    await expect(denied).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('S6 is written and read for the council that a transaction pins, and for no other', async () => {
    const [own, other] = [await makeCouncil(service, 1), await makeCouncil(service, 1)];
    const seen = (table: 'council_log' | 'council_members' | 'council_sessions' | 'councils') =>
      inCouncil(service.database, own, async (db) =>
        Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n),
      );
    expect(await seen('council_log')).toBe(2);
    expect(await seen('council_members')).toBe(1);
    expect(await seen('council_sessions')).toBe(1);
    expect(await seen('councils')).toBe(1);
    const write = inCouncil(service.database, own, (db) =>
      db
        .insertInto('council_log')
        .values({ federation: other.federation, council: other.council, seq: 9, entry: '{}', hash: Buffer.alloc(32) })
        .execute(),
    );
    await expect(write).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('is undefined for a council that never was', async () => {
    const never = { federation: '990101001001', council: '00000000-0000-4000-8000-000000000000' };
    expect([await logs.read(never), await logs.head(never)]).toEqual([undefined, undefined]);
  });
});
