import { sql, type SqlBool } from 'kysely';
import type { Database } from '../database/database.js';
import { DatabaseFailure } from '../database/failure.js';
import { GroupCommit } from '../database/group-commit.js';
import { subtreeOf } from '../federations/tree.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';

/** What a visitor said, as it is stored. */
export interface StoredFeedback {
  readonly federation: string;
  readonly id: string;
  readonly point_id: string;
  readonly kind: string;
  readonly stars: number | null;
  readonly note: Buffer | null;
  readonly state: string;
  readonly received_at: Date;
}

/** What is new of it. */
export type NewFeedback = Omit<StoredFeedback, 'state'>;

const sendCall = { name: 'send_service_point_feedback', arity: 13, columns: ['outcome', 'answer'] };
/** There is no such row to refer to: the point was retired meanwhile. */
const pointGone = '23503';

/** Stores and reads what visitors say. */
export class FeedbackRepository {
  readonly #sends: GroupCommit<KeyOutcome>;

  constructor(private readonly database: Database) {
    this.#sends = new GroupCommit(database, sendCall);
  }

  /** Stores one, once. The outcome is `stored`, `gone`, or one of the idempotency key. `code`: whom the request named. */
  async send(code: string, one: NewFeedback, key: IdempotentRequest, sealedAnswer: Buffer): Promise<KeyOutcome> {
    try {
      return await this.#sends.run([
        code,
        key.keyMac,
        key.bodyMac,
        key.lock,
        one.received_at,
        key.freshSince,
        sealedAnswer,
        one.federation,
        one.point_id,
        one.id,
        one.kind,
        one.stars,
        one.note,
      ]);
    } catch (error) {
      if (error instanceof DatabaseFailure && error.sqlState === pointGone) return { outcome: 'gone', answer: null };
      throw error;
    }
  }

  /** At most `limit` of a federation and those below it, the oldest first. */
  async list(
    staff: string,
    code: string,
    state: string | undefined,
    after: { readonly at: string; readonly id: string } | undefined,
    limit: number,
  ): Promise<StoredFeedback[]> {
    const { low, high } = subtreeOf(code);
    return this.database.scoped({ scope: 'staff', federation: staff }, (db) => {
      let query = db
        .selectFrom('service_point_feedback')
        .selectAll()
        .where('federation', '>=', low)
        .where('federation', '<=', high);
      if (state !== undefined) query = query.where('state', '=', state);
      if (after) query = query.where(sql<SqlBool>`(received_at, id) > (${after.at}::timestamptz, ${after.id})`);
      return query.orderBy('received_at').orderBy('id').limit(limit).execute();
    });
  }

  /** Settles one; undefined where it is not there. */
  async settle(staff: string, code: string, id: string, state: string): Promise<StoredFeedback | undefined> {
    const { low, high } = subtreeOf(code);
    const [row] = await this.database.call<StoredFeedback & Record<string, unknown>>(
      'settle-service-point-feedback',
      `select federation, id, point_id, kind, stars, note, state, received_at
       from settle_service_point_feedback($1, $2, $3, $4, $5)`,
      [staff, low, high, id, state],
    );
    return row;
  }
}
