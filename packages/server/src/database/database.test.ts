import { sql } from 'kysely';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, createTestService, newToken, submissionOf, type TestService } from '../service-fixture.js';
import { assertRole, openDatabase, type Scope } from './database.js';
import { DatabaseFailure, DatabaseUnavailable } from './failure.js';
import { migrate } from './migrate.js';

let service: TestService;
let request = '';
let number = '';
beforeAll(async () => {
  service = await createTestService();
  const submit = async (units: string[]) => {
    const answer = await service.call('submitHelpRequest', {
      headers: { 'idempotency-key': newToken() },
      body: submissionOf('anonymous', { exclusion: { units } }),
    });
    return answer.json<{ number: string }>().number;
  };
  number = await submit(['990101001000']);
  request = (await service.admin.query('select request_id as id from receipts where number = $1', [number])).rows[0].id;
  await submit([county]);
});
afterAll(() => service.close());

const seen = async (
  scope: Scope,
  table: 'help_requests' | 'case_keys' | 'receipts' | 'idempotency_keys' = 'help_requests',
) =>
  service.database.scoped(scope, async (db) =>
    Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n),
  );

describe('row-level security', () => {
  it('S6 is forced on every table that belongs to a federation', async () => {
    const { rows } = await service.admin.query(`select relname as name, relrowsecurity and relforcerowsecurity as forced
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`);
    const open = rows.filter((row) => !row.forced).map((row) => row.name);
    expect(open).toEqual(['federations', 'kysely_migration', 'kysely_migration_lock', 'service_state']);
  });

  it('S6 keeps the federation first in the primary key of all of them but what is looked up by what somebody shows', async () => {
    const { rows } = await service.admin.query(`select c.relname as name from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relforcerowsecurity and a.attname <> 'federation'`);
    const shown = ['council_vouchers', 'receipts', 'staff_logins', 'staff_sessions', 'staff_tokens'];
    // Read across federations: by what a case is found by, by who sees it besides its owner, and in the order of what changed.
    const across = ['case_feed', 'case_guests', 'case_marks'];
    expect(rows.map(({ name }) => name as string).sort()).toEqual([...shown, ...across].sort());
  });

  it.each<[string, Scope, number]>([
    ['nobody', { scope: 'visitor' }, 0],
    ['a visitor of the county', { scope: 'visitor', federation: county }, 0],
    ['a receipt without its request', { scope: 'receipt', federation: county }, 0],
    ['staff of the province', { scope: 'staff', federation: '990000000000' }, 2],
    ['staff of the city', { scope: 'staff', federation: '990100000000' }, 2],
    ['staff of the county', { scope: 'staff', federation: county }, 1],
    ['staff of another county', { scope: 'staff', federation: '990102000000' }, 0],
    ['staff of a township', { scope: 'staff', federation: '990101002000' }, 0],
    ['the sweep', { scope: 'sweep' }, 0],
  ])('S6 shows %s no more than they may see', async (_, scope, expected) => {
    expect(await seen(scope)).toBe(expected);
    expect(await seen(scope, 'case_keys')).toBe(expected);
    expect(await seen(scope, 'receipts')).toBe(0);
  });

  it('S6 hides a request from a unit above it that its requester excludes', async () => {
    const ask = {
      headers: { 'idempotency-key': newToken() },
      body: submissionOf('anonymous', { exclusion: { units: ['990100000000'] } }),
    };
    const before = await seen({ scope: 'staff', federation: '990100000000' });
    expect((await service.call('submitHelpRequest', ask)).statusCode).toBe(201);
    expect(await seen({ scope: 'staff', federation: '990100000000' })).toBe(before);
    expect(await seen({ scope: 'staff', federation: county })).toBe(2);
  });

  it('shows a receipt its request, and the receipt to who names its number', async () => {
    expect(await seen({ scope: 'receipt', federation: county, request })).toBe(1);
    expect(await seen({ scope: 'receipt', federation: '990102000000', request })).toBe(0);
    expect(await seen({ scope: 'receipt', number }, 'receipts')).toBe(1);
  });

  it('S6 ends with its transaction', async () => {
    const one = openDatabase(service.url, { connections: 1 });
    await one.scoped({ scope: 'staff', federation: county }, async () => undefined);
    const { rows } = await sql<{ n: string }>`select count(*) as n from help_requests`.execute(one.kysely);
    expect(rows).toEqual([{ n: '0' }]);
    await one.close();
  });

  it('a way to plan ends with its transaction', async () => {
    const one = openDatabase(service.url, { connections: 1 });
    const shown = async (db: typeof one.kysely) =>
      (await sql<{ enable_bitmapscan: string }>`show enable_bitmapscan`.execute(db)).rows[0]!.enable_bitmapscan;
    const scope = { scope: 'staff', federation: county } as const;
    expect(await one.scoped(scope, shown, 'in-order')).toBe('off');
    expect(await one.scoped(scope, shown)).toBe('on');
    await one.close();
  });

  it('S6 lets nobody write for another federation', async () => {
    const write = service.database.scoped({ scope: 'visitor', federation: county }, (db) =>
      db
        .insertInto('federation_keys')
        .values({ federation: '990102000000', wrapped: Buffer.alloc(1) })
        .execute(),
    );
    await expect(write).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('S6 lets nobody add a piece to a file by reading it, and shows a receipt no file of another federation', async () => {
    const file = { federation: county, id: 'A'.repeat(22) };
    await service.admin.query(
      `insert into attachments (federation, id, request_federation, request_id, size, received, stored, wrapped_key, name,
        facts, started_at) values ($1, $2, $1, $3, 1, 1, true, '', '', '', now())`,
      [file.federation, file.id, request],
    );
    const files = (scope: Scope) =>
      service.database.scoped(scope, (db) => db.selectFrom('attachments').select('id').execute());
    expect(await files({ scope: 'receipt', federation: county, request })).toEqual([{ id: file.id }]);
    expect(await files({ scope: 'receipt', federation: '990102000000', request })).toEqual([]);
    for (const scope of ['receipt', 'staff', 'visitor'] as const) {
      const add = service.database.scoped({ scope, federation: county, request }, (db) =>
        db
          .insertInto('attachment_pieces')
          .values({ federation: county, attachment_id: file.id, part: 0, position: 0, sealed: Buffer.alloc(1) })
          .execute(),
      );
      await expect(add, scope).rejects.toMatchObject({ sqlState: '42501' });
    }
  });

  it('binds the service, which owns nothing and cannot become somebody else', async () => {
    await assertRole(service.database);
    const reset = sql<{ name: string }>`reset role`.execute(service.database.kysely);
    await reset;
    expect((await sql<{ name: string }>`select current_user as name`.execute(service.database.kysely)).rows).toEqual([
      { name: 'fulian_app' },
    ]);
  });
});

describe('a database that fails', () => {
  it('is told by its SQLSTATE, never by its words', async () => {
    const failing = sql`select 'planted word'::int`.execute(service.database.kysely);
    const error = await failing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseFailure);
    expect(error).not.toBeInstanceOf(DatabaseUnavailable);
    expect(String(error)).toBe('DatabaseFailure: The database refused a statement (22P02)');
  });

  it.each([
    ['refuses connections', (port: number) => `postgres://nobody@127.0.0.1:${port}/x`, false],
    ['never answers', (port: number) => `postgres://nobody@127.0.0.1:${port}/x`, true],
  ])('that %s is unavailable, and soon', async (_, urlOf, listening) => {
    const server: Server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    if (!listening) await new Promise((resolve) => server.close(resolve));
    const database = openDatabase(urlOf(port), { connectMs: 200 });
    await expect(database.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(database.call('x', 'select 1', [])).rejects.toBeInstanceOf(DatabaseUnavailable);
    await database.close();
    server.close();
  });

  it('that says its last word right behind its first is unavailable, and nothing of ours ends', async () => {
    const message = (kind: string, body: string) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length + 4);
      return Buffer.concat([Buffer.from(kind), length, Buffer.from(body)]);
    };
    const lastWords = message('E', 'SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0');
    const answer = Buffer.concat([message('R', '\0\0\0\0'), message('Z', 'I'), lastWords]);
    // One packet: 'ready' and the end are read before anybody has borrowed the connection.
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const url = `postgres://nobody@127.0.0.1:${port}/x`;
    const database = openDatabase(url);
    await expect(database.ping()).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(database.call('x', 'select 1', [])).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(migrate(url)).rejects.toMatchObject({ name: 'StartError' });
    await database.close();
    server.close();
  });

  it('that is slow is cut off, and its late answer reaches nobody', async () => {
    const database = openDatabase(service.url, { connections: 1, statementMs: 100 });
    await expect(sql`select pg_sleep(5)`.execute(database.kysely)).rejects.toMatchObject({ sqlState: '57014' });
    expect((await sql<{ one: number }>`select 1 as one`.execute(database.kysely)).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('answers 503 with Retry-After on every operation that needs it, and works again when it is back', async () => {
    const down = await createTestService();
    down.admin.on('error', () => undefined);
    const url = new URL(down.url).pathname.slice(1);
    const ask = async () => [
      await down.call('getHelpForm'),
      await down.call('getFederation'),
      await down.call('searchFederations', { query: { q: '县' } }),
      await down.call('listChildFederations'),
      await down.call('getReadiness'),
      await down.call('readOwnHelpRequest', { headers: { 'fulian-receipt': `${number}.${'1'.repeat(24)}` } }),
      await down.call('submitHelpRequest', {
        headers: { 'idempotency-key': newToken() },
        body: submissionOf('anonymous'),
      }),
      await down.call('startAttachment', {
        headers: { 'idempotency-key': newToken(), 'fulian-draft': newToken() },
        body: { name: 'a', size: 1 },
      }),
      await down.call('getAttachment', {
        path: { code: county, attachmentId: 'A'.repeat(22) },
        headers: { 'fulian-draft': newToken() },
      }),
    ];
    await service.admin.query(`alter database ${url} allow_connections false`);
    await service.admin
      .query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename is not null and pid <> pg_backend_pid()',
        [url],
      )
      .catch(() => undefined);
    for (const response of await ask()) {
      expect(response.json()).toMatchObject({ status: 503, code: 'unavailable', retryAfter: 5 });
      expect(response.headers['retry-after']).toBe('5');
    }
    expect((await down.call('getHealth')).statusCode).toBe(200);
    await service.admin.query(`alter database ${url} allow_connections true`);
    expect(
      (
        await down.call('submitHelpRequest', {
          headers: { 'idempotency-key': newToken() },
          body: submissionOf('anonymous'),
        })
      ).statusCode,
    ).toBe(201);
    await down.app.close();
    await down.database.close();
    await service.admin.query(`drop database ${url} with (force)`);
  });
});

describe('migrate', () => {
  it('may be called again and by many at once', async () => {
    await Promise.all([migrate(service.url), migrate(service.url), migrate(service.url)]);
    const { rows } = await service.admin.query('select count(*)::int as n from kysely_migration');
    expect(rows).toEqual([
      { n: readdirSync(join(import.meta.dirname, 'migrations')).filter((name) => !name.endsWith('.test.ts')).length },
    ]);
  });

  it('says in one line where the database cannot be reached, without its password', async () => {
    const error = await migrate('postgres://somebody:s3cret@127.0.0.1:1/cases').catch((thrown: unknown) => thrown);
    expect(String(error)).toBe(
      'StartError: The database 127.0.0.1:1/cases cannot be used (ECONNREFUSED): start it or correct DATABASE_URL.',
    );
  });
});
