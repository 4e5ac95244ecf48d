import { Kysely, PostgresDialect, sql, type PostgresPoolClient } from 'kysely';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { StartError } from '../start-error.js';
import type { DiskSpace } from './disk-space.js';
import { DatabaseUnavailable, failureOf } from './failure.js';
import { listen, type Listening } from './listener.js';
import type { Tables } from './tables.js';

/** For whom a transaction runs. Row-level security shows it the rows of that scope and no others (S6). */
export interface Scope {
  /**
   * `visitor` submits and uploads, `receipt` reads its own request, `staff` a subtree, `sweep` what has expired, `watch` cases
   * with open limits, `feed` what changed, `courier` what is to be sent to webhooks, `council` everything of one council, `report`
   * what is public of all councils, `ballot` everything of one ballot.
   */
  readonly scope:
    | 'visitor'
    | 'receipt'
    | 'staff'
    | 'sweep'
    | 'watch'
    | 'feed'
    | 'courier'
    | 'council'
    | 'report'
    | 'ballot';
  readonly federation?: string;
  /** The one request that a visitor or a receipt may touch; a UUID. */
  readonly request?: string;
  /** The one council of the scopes `council` and `ballot`; a UUID. */
  readonly council?: string;
  /** The one ballot of the scope `ballot`; a UUID. */
  readonly ballot?: string;
  /** The case number that was asked for. */
  readonly number?: string;
  /** The draft's MAC in hex. */
  readonly draft?: string;
  /** The staff token's MAC in hex. */
  readonly token?: string;
}

/**
 * How a transaction's statements are planned. `in-order`: for the first rows in the order of an index. Postgres takes the conditions
 * of row-level security for rarer than they are, would gather all rows and sort them, and is kept from it.
 */
export type Plan = 'in-order';

/** The service's connections, as the role `fulian_app` that owns no table. */
export interface Database {
  /** Without a scope: sees only what everybody may see. Repositories only. */
  readonly kysely: Kysely<Tables>;
  /** One prepared statement in one round trip; it is its own transaction. */
  call<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** A transaction with `SET LOCAL` settings; they end with it. */
  scoped<T>(scope: Scope, work: (db: Kysely<Tables>) => Promise<T>, plan?: Plan): Promise<T>;
  /** Resolves where the database can be written to, else rejects. */
  ping(): Promise<void>;
  /** Resolves when there is room to write, else rejects with `DatabaseUnavailable`. Asked before anything is changed. */
  assertSpace(): Promise<void>;
  /** Hears of a channel (LISTEN) on a connection of its own, until that is closed; see `listen`. */
  listen(channel: string, heard: () => void): Listening;
  close(): Promise<void>;
}

/** How long the service waits for the database, in milliseconds, and how many connections it takes. */
export interface DatabaseOptions {
  readonly connections: number;
  /** For a free or new connection. */
  readonly connectMs: number;
  /** For one statement. */
  readonly statementMs: number;
  /** Called with the code of an error on an idle connection. */
  readonly onIdleError?: (code: string) => void;
  /** Of the disk of a database that runs beside us. Default: not watched. */
  readonly space?: DiskSpace;
}

/** What the service uses unless it is told otherwise. */
export const databaseDefaults: DatabaseOptions = { connections: 16, connectMs: 3_000, statementMs: 5_000 };

/** Opens a pool on a migrated database. Connects when first asked. Every method rejects with a `DatabaseFailure`. */
export function openDatabase(url: string, options: Partial<DatabaseOptions> = {}): Database {
  const { connections, connectMs, statementMs, onIdleError, space } = { ...databaseDefaults, ...options };
  const settings: Record<string, string | number> = {
    role: 'fulian_app',
    statement_timeout: statementMs,
    lock_timeout: Math.min(2_000, statementMs),
    idle_in_transaction_session_timeout: 10_000,
    synchronous_commit: 'on',
    timezone: 'UTC',
  };
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    // A database that hangs does not keep its own time-outs.
    query_timeout: statementMs + 1_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'fulian',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  pool.on('error', (error) => onIdleError?.(failureOf(error).sqlState));
  survive(pool);

  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: () => checkOut(pool), end: () => pool.end() } }),
  });
  return {
    kysely,
    async call(name, text, values) {
      const client = await checkOut(pool);
      try {
        return await client.named(name, text, values);
      } finally {
        client.release();
      }
    },
    scoped: (scope, work, plan) =>
      kysely.connection().execute(async (db) => {
        await sql.raw(beginWith(scope, plan)).execute(db);
        try {
          const result = await work(db);
          await sql`commit`.execute(db);
          return result;
        } catch (error) {
          await sql`rollback`.execute(db).catch(() => undefined);
          throw error;
        }
      }),
    assertSpace: async () => space?.assertFree(),
    async ping() {
      await space?.assertFree();
      const { rows } = await sql<{ standby: boolean }>`select pg_is_in_recovery() as standby`.execute(kysely);
      if (rows[0]?.standby !== false) throw new DatabaseUnavailable('25006');
    },
    listen: (channel, heard) => listen(url, channel, heard),
    close: () => kysely.destroy(),
  };
}

/**
 * Hears the errors of every connection of a pool from its beginning to its end. A pool stops listening when it lends one, and who borrows it
 * begins a moment later: where a dying server says its last word right behind 'ready', it comes in between, and would end the process.
 */
export function survive(pool: Pool): void {
  pool.on('connect', (client) => client.on('error', () => undefined));
}

interface Lent extends PostgresPoolClient {
  named<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

/**
 * A connection whose errors are `DatabaseFailure`s, and which is thrown away on its return where it broke: after a
 * time-out its answer may still be on the way, and must not reach the next one who asks.
 */
async function checkOut(pool: Pool): Promise<Lent> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw new DatabaseUnavailable(failureOf(error).sqlState);
  }
  let broken = false;
  // Between two queries of a transaction nobody else listens, and an error that nobody hears ends the process.
  const breaks = () => {
    broken = true;
  };
  client.on('error', breaks);
  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      broken ||= failure instanceof DatabaseUnavailable;
      throw failure;
    }
  };
  return {
    // Kysely asks for cursors by the same method; nobody here streams.
    query: ((text: string, values: readonly unknown[]) =>
      watched(() => client.query(text, [...values]))) as unknown as PostgresPoolClient['query'],
    named: (name, text, values) =>
      watched(async () => (await client.query({ name, text, values: [...values] })).rows as never),
    release: () => {
      client.removeListener('error', breaks);
      client.release(broken);
    },
  };
}

function beginWith(scope: Scope, plan: Plan | undefined): string {
  const settings = Object.entries(scope).map(([name, value]) => {
    if (typeof value !== 'string' || !/^[A-Za-z0-9-]*$/.test(value)) throw new TypeError(`Bad scope ${name}`);
    return `set_config('fulian.${name}', '${value}', true)`;
  });
  if (plan === 'in-order') settings.push(`set_config('enable_bitmapscan', 'off', true)`);
  return `begin; select ${settings.join(', ')}`;
}

/**
 * Refuses a database on which row-level security would not hold: the service must not be a superuser, bypass it or own
 * a table. Throws `StartError`.
 */
export async function assertRole(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string; unbound: boolean; owns: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as unbound,
      exists (select from pg_class where relowner = pg_roles.oid and relname = 'help_requests') as owns
    from pg_roles where rolname = current_user`.execute(database.kysely);
  const role = rows[0];
  if (role?.name !== 'fulian_app' || role.unbound || role.owns)
    throw new StartError(
      'role-unbound',
      `The service would run as the database role ${role?.name ?? '?'}, which row-level security does not bind: let fulian_app be a plain role.`,
    );
}
