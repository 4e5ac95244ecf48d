import { sql } from 'kysely';
import type { Clock } from '../clock.js';
import { keptHours } from '../idempotency.js';
import type { Database } from './database.js';

const draftHours = 24;
/** Streams that were away for longer read everything anew. */
const feedHours = 24;
const messageHours = 30 * 24;
/** Rows a statement, so that no sweep holds locks for long. */
const batch = 500;
const everyMs = 10 * 60_000;

/** What a sweep removed. */
export interface Swept {
  readonly answers: number;
  readonly files: number;
  readonly told: number;
  readonly messages: number;
  readonly sessions: number;
  readonly vouchers: number;
}

/**
 * Removes answers after 72 hours, files that nobody submitted after 24, what changed after 24, messages to webhooks 30 days after
 * they were delivered or given up, and sessions of members and words of portals that have expired. Several services may sweep at once.
 */
export async function sweep(database: Database, clock: Clock): Promise<Swept> {
  // Even deleting writes: a full disk waits for space.
  await database.assertSpace();
  const before = (hours: number) => new Date(clock.now().getTime() - hours * 3_600_000);
  const removeAll = async (remove: (limit: number) => Promise<number>) => {
    let all = 0;
    for (;;) {
      const removed = await remove(batch);
      all += removed;
      if (removed < batch) return all;
    }
  };
  const answers = await removeAll((limit) =>
    database.scoped({ scope: 'sweep' }, async (db) => {
      const { numAffectedRows } = await sql`delete from idempotency_keys where (federation, key_mac) in (
        select federation, key_mac from idempotency_keys where created_at <= ${before(keptHours)}
        order by created_at limit ${limit} for update skip locked)`.execute(db);
      return Number(numAffectedRows ?? 0);
    }),
  );
  const files = await removeAll((limit) =>
    database.scoped({ scope: 'sweep' }, async (db) => {
      const { numAffectedRows } = await sql`delete from attachments where (federation, id) in (
        select federation, id from attachments where request_id is null and started_at <= ${before(draftHours)}
        order by started_at limit ${limit} for update skip locked)`.execute(db);
      return Number(numAffectedRows ?? 0);
    }),
  );
  const told = await removeAll((limit) =>
    database.scoped({ scope: 'sweep' }, async (db) => {
      const { numAffectedRows } = await sql`delete from case_feed where (id, federation) in (
        select id, federation from case_feed where at <= ${before(feedHours)}
        order by id limit ${limit} for update skip locked)`.execute(db);
      return Number(numAffectedRows ?? 0);
    }),
  );
  const messages = await removeAll((limit) =>
    database.scoped({ scope: 'sweep' }, async (db) => {
      const { numAffectedRows } = await sql`delete from webhook_deliveries where (federation, id) in (
        select federation, id from webhook_deliveries where settled_at <= ${before(messageHours)}
        order by settled_at limit ${limit} for update skip locked)`.execute(db);
      return Number(numAffectedRows ?? 0);
    }),
  );
  const expired = (table: 'council_sessions' | 'council_vouchers') =>
    removeAll((limit) =>
      database.scoped({ scope: 'sweep' }, async (db) => {
        const { numAffectedRows } = await sql`delete from ${sql.table(table)} where (mac, federation) in (
          select mac, federation from ${sql.table(table)} where expires_at <= ${clock.now()}
          order by expires_at limit ${limit} for update skip locked)`.execute(db);
        return Number(numAffectedRows ?? 0);
      }),
    );
  const [sessions, vouchers] = [await expired('council_sessions'), await expired('council_vouchers')];
  return { answers, files, told, messages, sessions, vouchers };
}

/** Sweeps now and every ten minutes until the signal; a sweep that fails is told and tried again. */
export function sweepRegularly(
  work: () => Promise<unknown>,
  told: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const run = () => void work().catch(told);
  const timer = setInterval(run, everyMs);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  run();
}
