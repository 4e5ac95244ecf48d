import type { Database } from '../database/database.js';

/** Where streams hear that the feed has something new. */
export const casesChannel = 'fulian_cases';
const waitMs = 25;

/**
 * Rings for the streams of all processes after a change was stored, once for all that is stored within a few milliseconds. Not within
 * the transaction: commits of transactions that notify wait for each other. Where the bell is lost, because the process was killed or
 * the database went away, readers look by themselves every few seconds.
 */
export class CaseBell {
  #waiting = false;

  constructor(private readonly database: Pick<Database, 'call'>) {}

  /** Says that something is in the feed. */
  ring(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.database.call('ring-cases', 'select pg_notify($1, $2)', [casesChannel, '']).catch(() => undefined);
    }, waitMs).unref();
  }
}
