import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import { Pool } from 'pg';
import { StartError } from '../start-error.js';
import { survive } from './database.js';
import { migration as federations } from './migrations/0001-federations.js';
import { migration as helpRequests } from './migrations/0002-help-requests.js';
import { migration as attachments } from './migrations/0003-attachments.js';
import { migration as submit } from './migrations/0004-submit.js';
import { migration as attachmentGuards } from './migrations/0005-attachment-guards.js';
import { migration as servicePoints } from './migrations/0006-service-points.js';
import { migration as servicePointPhotos } from './migrations/0007-service-point-photos.js';
import { migration as servicePointAnswers } from './migrations/0008-service-point-answers.js';
import { migration as cases } from './migrations/0010-cases.js';
import { migration as staff } from './migrations/0011-staff.js';
import { migration as webhooks } from './migrations/0012-webhooks.js';
import { migration as councils } from './migrations/0013-councils.js';
import { migration as ballots } from './migrations/0014-ballots.js';
import { migration as memberSessions } from './migrations/0015-member-sessions.js';
import { migration as caseHints } from './migrations/0016-case-hints.js';
import { migration as caseCounts } from './migrations/0017-case-counts.js';

/** Forward only; a migration that was released is never changed. The names are what the database remembers. */
const migrations: Record<string, Migration> = {
  '0001-federations': federations,
  '0002-help-requests': helpRequests,
  '0003-attachments': attachments,
  '0004-submit': submit,
  '0005-attachment-guards': attachmentGuards,
  '0006-service-points': servicePoints,
  '0007-service-point-photos': servicePointPhotos,
  '0008-service-point-answers': servicePointAnswers,
  '0010-cases': cases,
  '0011-staff': staff,
  '0012-webhooks': webhooks,
  '0013-councils': councils,
  '0014-ballots': ballots,
  '0015-member-sessions': memberSessions,
  '0016-case-hints': caseHints,
  '0017-case-counts': caseCounts,
};

const oldestVersion = 150_000;

/**
 * Brings a database to the newest shape, as the owner of its tables. Safe to be called by many at once: the others wait.
 * Throws `StartError` where the database cannot be reached, is too old or may not be changed.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 1, connectionTimeoutMillis: 5_000 });
  // Its queries report their own errors; without a listener a lost idle connection would end the process.
  pool.on('error', () => undefined);
  survive(pool);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await assertVersion(db, ownerUrl);
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const step = results?.find((one) => one.status === 'Error')?.migrationName ?? 'the list of migrations';
      throw new StartError(
        'migration-failed',
        codeOf(error) === '42501'
          ? `The role in DATABASE_URL may not do what ${step} needs: let an administrator run CREATE ROLE fulian_app; GRANT fulian_app TO that role; and make it the database's owner.`
          : `The database could not be migrated: ${step} failed (${codeOf(error)}).`,
        { cause: error },
      );
    }
  } finally {
    await db.destroy();
  }
}

async function assertVersion(db: Kysely<unknown>, url: string): Promise<void> {
  const asked = sql<{ version: number }>`select current_setting('server_version_num')::int as version`;
  const version = await asked.execute(db).then(
    ({ rows }) => rows[0]!.version,
    (error: unknown) => {
      throw new StartError(
        'database-unreachable',
        `The database ${placeOf(url)} cannot be used (${codeOf(error)}): start it or correct DATABASE_URL.`,
      );
    },
  );
  if (version < oldestVersion)
    throw new StartError('database-too-old', `The database ${placeOf(url)} is older than PostgreSQL 15: upgrade it.`);
}

/** Host, port and name without user and password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'in DATABASE_URL';
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message?.split('\n')[0] ?? 'unknown';
}
