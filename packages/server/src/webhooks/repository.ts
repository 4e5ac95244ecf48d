import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';

/** An address as it is stored. */
export interface StoredWebhook {
  readonly federation: string;
  readonly id: string;
  readonly url: Buffer;
  readonly secret: Buffer;
  readonly kinds: string[];
  readonly created_at: Date;
}

/** A message as it is stored. */
export interface StoredDelivery {
  readonly id: string;
  readonly webhook: string;
  readonly kind: string;
  readonly at: Date;
  readonly attempts: number;
  readonly last_status: number | null;
  readonly state: string;
}

/** A message that is being tried, and where it goes. */
export interface ClaimedDelivery extends Pick<StoredWebhook, 'federation' | 'url' | 'secret'> {
  readonly id: string;
  readonly webhook: string;
  readonly payload: string;
  /** This try included. */
  readonly attempts: number;
}

/** Addresses of one federation. */
export const mostWebhooks = 50;
/** A try that has not ended by then is taken over, in milliseconds. */
const leaseMs = 120_000;
const deliveryColumns = ['id', 'webhook', 'kind', 'at', 'attempts', 'last_status', 'state'] as const;

/** Where a sealed column belongs. */
export function sealPlace(column: 'url' | 'secret', federation: string, id: string): string[] {
  return ['webhooks', column, federation, id];
}

/** Stores webhooks and what is sent to them. */
export class WebhookRepository {
  constructor(private readonly database: Database) {}

  /** All of a federation, the oldest first. */
  async list(staff: string, federation: string): Promise<StoredWebhook[]> {
    return this.database.scoped(staffScope(staff), (db) =>
      db
        .selectFrom('webhooks')
        .selectAll()
        .where('federation', '=', federation)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
  }

  /** The outcome is `stored`, `full`, or one of the idempotency key. */
  async create(staff: string, one: StoredWebhook, key: IdempotentRequest, answer: Buffer): Promise<KeyOutcome> {
    return this.#once(key, one.created_at, answer, staff, async (db) => {
      const { count } = await db
        .selectFrom('webhooks')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('federation', '=', one.federation)
        .executeTakeFirstOrThrow();
      if (count >= mostWebhooks) return 'full';
      await db.insertInto('webhooks').values(one).execute();
      return 'stored';
    });
  }

  /** False where there is none. Its messages go with it. */
  async remove(staff: string, federation: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.database.scoped(staffScope(staff), (db) =>
      db.deleteFrom('webhooks').where('federation', '=', federation).where('id', '=', id).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  }

  /** Messages, the newest first. */
  async deliveries(
    staff: string,
    federation: string,
    state: string | undefined,
    before: { readonly at: string; readonly id: string } | undefined,
    limit: number,
  ): Promise<StoredDelivery[]> {
    return this.database.scoped(staffScope(staff), (db) => {
      let query = db.selectFrom('webhook_deliveries').select(deliveryColumns).where('federation', '=', federation);
      if (state !== undefined) query = query.where('state', '=', state);
      if (before) query = query.where(sql<boolean>`(at, id) < (${before.at}::timestamptz, ${before.id})`);
      return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    });
  }

  /** One message; undefined where there is none. */
  async delivery(staff: string, federation: string, id: string): Promise<StoredDelivery | undefined> {
    return this.database.scoped(staffScope(staff), (db) =>
      db
        .selectFrom('webhook_deliveries')
        .select(deliveryColumns)
        .where('federation', '=', federation)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
  }

  /** Lets a message be tried once more, now. The outcome is `stored`, `gone`, or one of the idempotency key. */
  async repeat(staff: string, id: string, now: Date, key: IdempotentRequest, answer: Buffer): Promise<KeyOutcome> {
    return this.#once(key, now, answer, staff, async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('webhook_deliveries')
        .set({ state: 'waiting', next_at: now, settled_at: null })
        .where('federation', '=', key.federation)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n ? 'stored' : 'gone';
    });
  }

  /** Takes messages that are due, so that nobody else tries them for two minutes. */
  async claim(now: Date, atOnce: { readonly all: number; readonly ofOne: number }): Promise<ClaimedDelivery[]> {
    const until = new Date(now.getTime() + leaseMs);
    return this.database.scoped({ scope: 'courier' }, async (db) => {
      const { rows } = await sql<ClaimedDelivery>`
        update webhook_deliveries d set next_at = ${until}, attempts = d.attempts + 1
        from webhooks w, (
          select federation, id from (
            select federation, id, next_at, row_number() over (partition by federation, webhook order by next_at) as place
            from webhook_deliveries where state = 'waiting' and next_at <= ${now}) due
          where place <= ${atOnce.ofOne} order by next_at limit ${atOnce.all}) chosen
        where d.federation = chosen.federation and d.id = chosen.id and d.state = 'waiting' and d.next_at <= ${now}
          and w.federation = d.federation and w.id = d.webhook
        returning d.federation, d.id, d.webhook, d.payload, d.attempts, w.url, w.secret`.execute(db);
      return rows;
    });
  }

  /** Keeps how a try went, unless somebody else has taken it over. */
  async settle(
    one: ClaimedDelivery,
    result: {
      readonly state: 'delivered' | 'waiting' | 'dead';
      readonly status: number;
      readonly at: Date;
      readonly next: Date | undefined;
    },
  ): Promise<void> {
    const { state, status, at, next = at } = result;
    await this.database.scoped({ scope: 'courier' }, (db) =>
      db
        .updateTable('webhook_deliveries')
        .set({ state, last_status: status, next_at: next, settled_at: state === 'waiting' ? null : at })
        .where('federation', '=', one.federation)
        .where('id', '=', one.id)
        .where('attempts', '=', one.attempts)
        .execute(),
    );
  }

  /** Does something once for an idempotency key, all in one transaction; what is not `stored` keeps no answer. */
  async #once(
    key: IdempotentRequest,
    now: Date,
    answer: Buffer,
    staff: string,
    work: (db: Kysely<Tables>) => Promise<string>,
  ): Promise<KeyOutcome> {
    const { federation } = key;
    return this.database.scoped({ scope: 'visitor', federation }, async (db) => {
      const { rows } = await sql<KeyOutcome>`select outcome, answer
        from claim_key(${federation}, ${key.keyMac}, ${key.bodyMac}, ${key.lock}, ${key.freshSince})`.execute(db);
      const [claimed] = rows;
      if (claimed!.outcome !== 'new') return claimed!;
      await enter(db, 'staff', staff);
      const outcome = await work(db);
      if (outcome === 'stored') {
        await enter(db, 'visitor', federation);
        await sql`select keep_answer(${federation}, ${key.keyMac}, ${key.bodyMac}, ${answer}, ${now})`.execute(db);
      }
      return { outcome, answer: null };
    });
  }
}

function staffScope(federation: string) {
  return { scope: 'staff', federation } as const;
}

async function enter(db: Kysely<Tables>, scope: string, federation: string): Promise<void> {
  await sql`select set_config('fulian.scope', ${scope}, true), set_config('fulian.federation', ${federation}, true)`.execute(
    db,
  );
}
