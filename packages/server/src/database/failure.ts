import { DatabaseError } from 'pg';

/**
 * The database refused a statement. Carries the SQLSTATE only: PostgreSQL's own message and detail may repeat what
 * somebody wrote (S3).
 */
export class DatabaseFailure extends Error {
  override readonly name: string = 'DatabaseFailure';

  constructor(readonly sqlState: string) {
    super(`The database refused a statement (${sqlState})`);
  }
}

/** The database is gone, too slow or full: nothing is wrong with the request, asking again later helps. */
export class DatabaseUnavailable extends DatabaseFailure {
  override readonly name = 'DatabaseUnavailable';
}

/**
 * SQLSTATE classes and codes after which asking again helps: connection (08), resources (53: disk full, too many
 * connections), operator intervention (57: shutdown, statement timeout), system (58), rollback (40), lock timeout,
 * read-only (a standby) and 'prepared statement does not exist' of a pooler.
 */
const passing = /^(08|53|57|58|40)|^(55P03|25006|26000)$/;

/** What a repository throws for anything that `pg` threw. Errors without an SQLSTATE come from the connection. */
export function failureOf(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  if (!(error instanceof DatabaseError) || error.code === undefined)
    return new DatabaseUnavailable((error as { code?: string } | undefined)?.code ?? 'connection');
  return passing.test(error.code) ? new DatabaseUnavailable(error.code) : new DatabaseFailure(error.code);
}
