import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import type { AuditFacts } from './audit-chain.js';
import { AuditLog } from './audit.js';

const home = '990101000000';
const key = randomBytes(32);
const clock = { time: Date.parse('2026-11-20T03:15:00Z'), now: () => new Date(clock.time) };
const read: AuditFacts = {
  actor: { kind: 'staff', id: 'A'.repeat(22), name: '示例干部', unit: home },
  operation: 'getCase',
  request: '3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413',
};

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

describe('the audit log', () => {
  it('S7 numbers the entries of a federation from 1 without a gap, however many are written at once', async () => {
    const [one, two] = [logOf(), logOf()];
    await Promise.all(Array.from({ length: 60 }, (_, at) => (at % 2 ? one : two).add(home, read)));
    expect((await entries()).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  });

  it('S7 belongs to the change that it tells: without the one there is not the other', async () => {
    const log = logOf();
    const change = (fail: boolean) =>
      log.write(home, { ...read, operation: 'takeCaseStep', step: 'accept' }, async (audit) => {
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
});
