import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrate } from '../migrate.js';
import { migration as federations } from './0001-federations.js';
import { migration as helpRequests } from './0002-help-requests.js';
import { migration as attachments } from './0003-attachments.js';
import { migration as submit } from './0004-submit.js';
import { migration as attachmentGuards } from './0005-attachment-guards.js';
import { migration as servicePoints } from './0006-service-points.js';

const before = {
  '0001-federations': federations,
  '0002-help-requests': helpRequests,
  '0003-attachments': attachments,
  '0004-submit': submit,
  '0005-attachment-guards': attachmentGuards,
  '0006-service-points': servicePoints,
};
const name = `owned_${randomBytes(6).toString('hex')}`;
const id = '3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413';
let admin: Client;
let ownerUrl: string;

/** A database as an operator sets it up: its owner is a plain role, which row-level security binds, too. */
beforeAll(async () => {
  const url = new URL(inject('serverUrl'));
  const server = new Client({ connectionString: url.href });
  await server.connect();
  await server.query(`do $$ begin create role fulian_app nologin; exception when duplicate_object then null; end $$`);
  await server.query(`create role ${name} login password 'owner' nosuperuser`);
  await server.query(`grant fulian_app to ${name}`);
  await server.query(`create database ${name} owner ${name}`);
  await server.end();
  url.pathname = `/${name}`;
  admin = new Client({ connectionString: url.href });
  await admin.connect();
  url.username = name;
  url.password = 'owner';
  ownerUrl = url.href;
});
afterAll(async () => {
  await admin.end();
  const server = new Client({ connectionString: inject('serverUrl') });
  await server.connect();
  await server.query(`drop database ${name} with (force)`);
  await server.query(`drop role ${name}`);
  await server.end();
});

describe('the migration to cases', () => {
  it('keeps every request that was there, whoever owns the tables', async () => {
    const db = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new Pool({ connectionString: ownerUrl, max: 1 }) }),
    });
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(before) },
    }).migrateToLatest();
    expect(error).toBeUndefined();
    await db.destroy();
    await admin.query(
      `insert into help_requests (federation, id, portal, category, grade, submitted_at, first_contact_by, asker, contact, risk, consents)
       values ('990101000000', $1, '990101000000', 'land-rights', 'none', '2026-10-01', '2026-10-08', '', '', '', '')`,
      [id],
    );
    await admin.query(`insert into receipts values ('604817392255', '990101000000', $1, '', '')`, [id]);
    await migrate(ownerUrl);
    const { rows } = await admin.query('select * from help_requests');
    expect(rows).toMatchObject([
      {
        id,
        number: '604817392255',
        owner: '990101000000',
        county: '990101000000',
        access_units: ['990101000000'],
        next_limit: 'first-contact',
        revision: 1,
        state: 'submitted',
      },
    ]);
    const events = await admin.query('select seq, kind from case_events');
    expect(events.rows).toEqual([{ seq: 1, kind: 'submitted' }]);
    // The owner is bound again.
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    expect((await owner.query('select 1 from help_requests')).rowCount).toBe(0);
    await owner.end();
  });
});
