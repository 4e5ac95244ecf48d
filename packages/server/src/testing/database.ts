import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migrate } from '../database/migrate.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the superuser of the run's one PostgreSQL, provided by global-setup. */
    serverUrl: string;
  }
}

/** A database for one test or one file of tests. */
export interface TestDatabase {
  /** To hand to the service as its database. */
  readonly url: string;
  /** Of the superuser: sees every row, past row-level security. */
  readonly adminUrl: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

const template = 'fulian_template';
/** Of the advisory lock under which the template is made; any number that nothing else uses. */
const templateLock = 7_015_001;

/**
 * Makes a fresh, migrated and otherwise empty database in the run's PostgreSQL, from a template that the first caller
 * makes. Takes some 30 ms. Belongs in a `beforeAll` or `beforeEach` with `drop` in the matching `after…`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(async (client) => {
    await ensureTemplate(client);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const url = urlOf(name);
  return {
    url,
    adminUrl: url,
    drop: () => asAdmin(async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

async function ensureTemplate(client: Client): Promise<void> {
  const made = async () =>
    (await client.query('select 1 from pg_database where datname = $1', [template])).rowCount === 1;
  if (await made()) return;
  await client.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    if (await made()) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${unfinished}`);
    await client.query(`create database ${unfinished}`);
    await migrate(urlOf(unfinished));
    await client.query(`alter database ${unfinished} rename to ${template}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock]);
  }
}

async function asAdmin(use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${database}`;
  return url.href;
}
