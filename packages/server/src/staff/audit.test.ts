import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '../database/database.js';
import { DatabaseFailure, DatabaseUnavailable } from '../database/failure.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import type { AuditFacts } from './audit-chain.js';
import { AuditLog } from './audit.js';
import { verifyAudit, type AuditFinding, type KnownHead } from './verify-audit.js';

const home = '990101000000';
const other = '990102000000';
const key = randomBytes(32);
const clock = { time: Date.parse('2026-11-20T03:15:00Z'), now: () => new Date(clock.time) };
const read: AuditFacts = {
  actor: { kind: 'staff', id: 'A'.repeat(22), name: '示例干部', unit: home },
  operation: 'getCase',
  request: '3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413',
};
const step: AuditFacts = { ...read, operation: 'takeCaseStep', step: 'accept' };

let made: TestDatabase;
let database: Database;
let admin: Client;
beforeEach(async () => {
  made = await createTestDatabase();
  database = openDatabase(made.url);
  admin = new Client({ connectionString: made.adminUrl });
  await admin.connect();
});
afterEach(async () => {
  await database.close();
  await admin.end();
  await made.drop();
});

const logOf = (from: Database = database) => new AuditLog(from, key, clock);
const entries = async () =>
  (await admin.query<{ seq: number; operation: string }>('select seq::int, operation from audit_entries order by seq'))
    .rows;
const verify = (known?: readonly KnownHead[]) => verifyAudit(made.url, key, undefined, known);
const faultOf = async (known?: readonly KnownHead[]) =>
  (await verify(known)).map(({ fault }: AuditFinding) => fault).find((fault) => fault !== undefined);
/** As somebody who owns the whole database, its triggers included. */
const tamper = async (text: string, values: readonly unknown[] = []) => {
  await admin.query('set session_replication_role = replica');
  await admin.query(text, [...values]);
  await admin.query('set session_replication_role = origin');
};
/** Six entries of one federation and two of another. */
async function someEntries(): Promise<void> {
  const log = logOf();
  for (const facts of [read, step, { ...read, rows: 3 }, { ...step, account: 'B'.repeat(22) }, read, step]) {
    clock.time += 1_000;
    await log.add(home, facts);
  }
  await log.add(other, read, step);
}

describe('the audit log', () => {
  it('S7 numbers the entries of a federation from 1 without a gap, however many are written at once', async () => {
    const [one, two] = [logOf(), logOf()];
    await Promise.all(Array.from({ length: 60 }, (_, at) => (at % 2 ? one : two).add(home, read)));
    expect((await entries()).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(await faultOf()).toBeUndefined();
  });

  it('S7 belongs to the change that it tells: without the one there is not the other', async () => {
    const log = logOf();
    const change = (fail: boolean) =>
      log.write(home, step, async (audit) => {
        await database.scoped({ scope: 'staff', federation: home }, async (db) => {
          await db.insertInto('service_point_versions').values({ federation: home, version: '1' }).execute();
          await sql`select append_audit(${audit}::jsonb)`.execute(db);
          if (fail) throw new Error('no');
        });
        return 'done';
      });
    await expect(change(true)).rejects.toThrow('no');
    expect(await entries()).toEqual([]);
    expect(await change(false)).toBe('done');
    expect(await entries()).toEqual([{ seq: 1, operation: 'takeCaseStep' }]);
  });

  it('does a change again whose entry came later than that of another process, and goes on after one that was none', async () => {
    const [one, two] = [logOf(), logOf()];
    await one.add(home, read);
    await two.add(home, read);
    let tries = 0;
    await one.write(home, step, async (audit) => {
      tries += 1;
      await database.call('append-audit', 'select append_audit($1::jsonb)', [audit]);
    });
    expect(tries).toBe(2);
    expect(await one.write(home, step, () => Promise.resolve('replayed'))).toBe('replayed');
    await one.add(home, read);
    expect((await entries()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(await faultOf()).toBeUndefined();
  });

  it('leaves the scope of a transaction as it was', async () => {
    const scope = await logOf().write(home, step, (audit) =>
      database.scoped({ scope: 'staff', federation: other }, async (db) => {
        await sql`select append_audit(${audit}::jsonb)`.execute(db);
        const { rows } = await sql<{ scope: string; federation: string }>`
          select fulian_setting('scope') scope, fulian_setting('federation') federation`.execute(db);
        return rows[0];
      }),
    );
    expect(scope).toEqual({ scope: 'staff', federation: other });
  });

  it.each([
    ['behind one for which it was not there', new DatabaseUnavailable('57014'), 1_500],
    ['where too many wait', undefined, 16_000],
  ])('tells who waits that the database is not there, %s', async (_, error, waited) => {
    const log = logOf();
    let end: (() => void) | undefined;
    const first = log.write(
      home,
      step,
      () => new Promise<void>((go, fail) => (end = () => (error ? fail(error) : go()))),
    );
    const outcome = first.catch((failure: unknown) => failure);
    const behind = log.add(home, read).catch((failure: unknown) => failure);
    await expect.poll(() => end).toBeDefined();
    const now = performance.now();
    const later = vi.spyOn(performance, 'now').mockReturnValue(now + waited);
    end!();
    expect(await outcome).toBe(error);
    expect(await behind).toMatchObject({ sqlState: 'waited' });
    later.mockRestore();
    await log.add(home, read);
    expect(await entries()).toHaveLength(1);
  });

  it('lets who waits go on where only the one before was refused', async () => {
    const log = logOf();
    const refused = log.write(home, step, () => Promise.reject(new DatabaseFailure('23505')));
    const behind = log.add(home, read);
    await expect(refused).rejects.toMatchObject({ sqlState: '23505' });
    await behind;
    expect(await entries()).toEqual([{ seq: 1, operation: 'getCase' }]);
  });
});

describe('the audit log only grows', () => {
  const states = async (statements: readonly string[], run: (text: string) => Promise<unknown>) => {
    const codes: string[] = [];
    for (const text of statements)
      await run(text).catch((error: { code?: string; sqlState?: string }) => codes.push(error.sqlState ?? error.code!));
    return codes;
  };
  const attempts = [
    `update audit_entries set operation = 'x'`,
    'delete from audit_entries',
    'truncate audit_entries',
    'delete from audit_heads',
  ];

  it('S7 for the service: its role may not change or delete an entry', async () => {
    await someEntries();
    const codes = await states(attempts, (text) =>
      database.scoped({ scope: 'staff', federation: home }, (db) => sql.raw(text).execute(db)),
    );
    expect(codes).toEqual(['42501', '42501', '42501', '42501']);
    expect(await entries()).toHaveLength(8);
  });

  it('S7 for who owns the tables, and its head never goes back', async () => {
    await someEntries();
    const back = 'update audit_heads set seq = seq - 1';
    expect(await states([...attempts, back], (text) => admin.query(text))).toEqual(Array(5).fill('FL405'));
    expect(await faultOf()).toBeUndefined();
  });

  it('S7 for the service in another scope: it reads none of another federation', async () => {
    await someEntries();
    const seen = (federation: string) =>
      database.scoped({ scope: 'staff', federation }, (db) =>
        db.selectFrom('audit_entries').select('seq').where('federation', '=', home).execute(),
      );
    expect(await seen(home)).toHaveLength(6);
    expect(await seen(other)).toEqual([]);
    await expect(
      database.scoped({ scope: 'staff', federation: home }, (db) =>
        sql`insert into audit_entries (federation, seq, at, actor_kind, operation, hash)
          values (${home}, 9, now(), 'staff', 'x', '')`.execute(db),
      ),
    ).rejects.toBeInstanceOf(DatabaseFailure);
  });
});

describe('verify-audit', () => {
  it('S7 finds all as it was written, with the number of entries and the end of each log', async () => {
    await someEntries();
    const found = await verify();
    const { rows } = await admin.query<{ hash: Buffer }>('select hash from audit_heads order by federation');
    expect(found).toEqual([
      { federation: home, entries: 6, hash: rows[0]!.hash.toString('hex') },
      { federation: other, entries: 2, hash: rows[1]!.hash.toString('hex') },
    ]);
    expect(await verifyAudit(made.url, key, other)).toHaveLength(1);
  });

  it.each([
    [`at = at + interval '1 millisecond'`],
    [`actor_kind = 'service'`],
    [`actor_id = 'C'`],
    ['actor_id = null'],
    [`actor_name = 'somebody else'`],
    [`actor_unit = '${other}'`],
    [`operation = 'listCases'`],
    [`step = 'close'`],
    [`step = ''`],
    ['request_id = gen_random_uuid()'],
    [`account_id = 'D'`],
    ['row_count = 1'],
    [`hash = sha256('x')`],
  ])('S7 finds an entry where %s', async (change) => {
    await someEntries();
    await tamper(`update audit_entries set ${change} where federation = $1 and seq = 3`, [home]);
    expect(await faultOf()).toEqual({ seq: 3, kind: 'changed' });
  });

  it('S7 finds an entry that is gone, from the middle, the beginning and the end', async () => {
    await someEntries();
    for (const seq of [6, 4, 1]) {
      await tamper('delete from audit_entries where federation = $1 and seq = $2', [home, seq]);
      expect(await faultOf()).toEqual({ seq, kind: 'missing' });
    }
  });

  it('S7 finds entries that were moved up after one that was removed', async () => {
    await someEntries();
    await tamper('delete from audit_entries where federation = $1 and seq = 4', [home]);
    await tamper('update audit_entries set seq = seq - 1 where federation = $1 and seq > 4', [home]);
    expect(await faultOf()).toEqual({ seq: 4, kind: 'changed' });
  });

  it('S7 finds two entries that changed places, and one that was put in between', async () => {
    await someEntries();
    await tamper(
      `update audit_entries set seq = case seq when 2 then 103 else 102 end where federation = $1 and seq in (2, 3)`,
      [home],
    );
    await tamper('update audit_entries set seq = seq - 100 where federation = $1 and seq > 100', [home]);
    expect(await faultOf()).toEqual({ seq: 2, kind: 'changed' });
    await tamper('update audit_entries set seq = seq + 101 where federation = $1 and seq > 2', [home]);
    await tamper('update audit_entries set seq = seq - 100 where federation = $1 and seq > 100', [home]);
    await tamper(
      `insert into audit_entries select federation, 3, at, actor_kind, actor_id, actor_name, actor_unit, operation, step,
         request_id, account_id, row_count, hash from audit_entries where federation = $1 and seq = 1`,
      [home],
    );
    expect(await faultOf()).toEqual({ seq: 2, kind: 'changed' });
  });

  it('S7 finds an entry that came from the log of another federation, and one that was added without the key', async () => {
    await someEntries();
    await tamper(`update audit_entries set federation = $1, seq = 7 where federation = $2 and seq = 1`, [home, other]);
    expect((await verify())[0]!.fault).toEqual({ seq: 7, kind: 'changed' });
    await tamper('delete from audit_entries where seq = 7');
    await new AuditLog(database, randomBytes(32), clock).add(home, read);
    expect((await verify())[0]!.fault).toEqual({ seq: 7, kind: 'changed' });
  });

  it('S7 finds an entry that once was written at the same place, in a past that was undone by a backup', async () => {
    const log = logOf();
    await log.add(home, read, read);
    const keep = (table: string) => `create table kept_${table} as select * from ${table} where federation = '${home}'`;
    await admin.query(keep('audit_heads'));
    await log.add(home, step);
    await admin.query(keep('audit_entries'));
    await tamper('delete from audit_entries where seq = 3');
    await tamper('delete from audit_heads');
    await tamper('insert into audit_heads select * from kept_audit_heads');
    await logOf().add(home, read, read);
    expect(await faultOf()).toBeUndefined();
    await tamper('delete from audit_entries where seq = 3');
    await tamper('insert into audit_entries select * from kept_audit_entries where seq = 3');
    expect(await faultOf()).toEqual({ seq: 4, kind: 'changed' });
  });

  it('S7 finds a log that was cut, whatever was done with its head', async () => {
    await someEntries();
    await tamper('delete from audit_entries where federation = $1 and seq > 4', [home]);
    expect(await faultOf()).toEqual({ seq: 5, kind: 'missing' });
    await tamper(
      `update audit_heads h set seq = 4, hash = e.hash from audit_entries e
       where e.federation = h.federation and h.federation = $1 and e.seq = 4`,
      [home],
    );
    expect(await faultOf()).toEqual({ seq: 5, kind: 'head' });
    await tamper('delete from audit_heads where federation = $1', [home]);
    expect(await faultOf()).toEqual({ seq: 5, kind: 'head' });
  });

  it('S7 finds a log that was put back to what it was before, or taken away whole, by what was known of it', async () => {
    await someEntries();
    const known = (await verify()).map(({ federation, entries: seq, hash }) => ({ federation, seq, hash }));
    const { rows } = await admin.query<{ seq: string; hash: Buffer; mac: Buffer }>(
      'select * from audit_heads where federation = $1',
      [home],
    );
    await logOf().add(home, read);
    expect(await faultOf(known)).toBeUndefined();
    const later = (await verify()).map(({ federation, entries: seq, hash }) => ({ federation, seq, hash }));
    await tamper('delete from audit_entries where federation = $1 and seq = 7', [home]);
    await tamper('update audit_heads set seq = $2, hash = $3, mac = $4 where federation = $1', [
      home,
      rows[0]!.seq,
      rows[0]!.hash,
      rows[0]!.mac,
    ]);
    expect(await faultOf()).toBeUndefined();
    expect(await faultOf(later)).toEqual({ seq: 7, kind: 'shorter' });
    await logOf().add(home, step);
    expect(await faultOf(later)).toEqual({ seq: 7, kind: 'shorter' });
    await tamper('delete from audit_entries where federation = $1', [other]);
    await tamper('delete from audit_heads where federation = $1', [other]);
    expect((await verify(known)).find((one) => one.federation === other)!.fault).toEqual({ seq: 1, kind: 'shorter' });
  });
});
