import { sql, type Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Idempotency, IdempotentRequest, KeyOutcome } from '../idempotency.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { StaffOperation } from '../staff/roles.js';
import type { StaffMember } from '../staff/staff.js';
import { pinned, type CouncilPlace } from './council-place.js';

/** An answer's text; `replayed` where it was given before. */
export interface KeptAnswer {
  readonly text: string;
  readonly replayed: boolean;
}

/** Something done once for an idempotency key. */
export interface OnceOnly {
  readonly operation: string;
  readonly key: string;
  /** What besides federation and operation makes it this request: council, body, and which member sends it. */
  readonly body: readonly unknown[];
}

/** A change that staff makes. */
export interface StaffChange {
  readonly member: StaffMember;
  readonly operation: StaffOperation;
  /** The council; where there is none yet, the one that is being made. */
  readonly place: CouncilPlace;
}

type Work<T> = (db: Kysely<Tables>) => Promise<T>;

/** Transactions that change something of a council: under the right scope, once for a key, and audited where staff does it. */
export class CouncilWrites {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** A change by staff. Whatever `work` throws undoes all of it. */
  async byStaff<T>(change: StaffChange, work: Work<T>): Promise<T> {
    const { member, place, operation } = change;
    const facts = { actor: actorOf(member), operation, request: place.council };
    return this.audit.write(place.federation, facts, (audit) =>
      this.database.scoped({ scope: 'staff', federation: member.federation }, async (db) => {
        const result = await work(db);
        await appendAudit(db, audit);
        return result;
      }),
    );
  }

  /**
   * The same once for an idempotency key. `work` answers the JSON text that is given again; `instead` is what is kept in its place,
   * where the answer must not be.
   */
  async byStaffOnce(change: StaffChange, once: OnceOnly, work: Work<string>, instead?: string): Promise<KeptAnswer> {
    const { member, place, operation } = change;
    const request = await this.#request(place, { ...once, body: [...once.body, member.federation] });
    const facts = { actor: actorOf(member), operation, request: place.council };
    return this.#answer(request, (told) =>
      this.audit.write(place.federation, facts, (audit) =>
        this.#once(request, { scope: 'staff', federation: member.federation }, instead, told, async (db) => {
          const text = await work(db);
          return { text, finish: () => appendAudit(db, audit) };
        }),
      ),
    );
  }

  /** A change by a member or a visitor, who see this one council, once for an idempotency key. `instead`: as above. */
  async once(place: CouncilPlace, once: OnceOnly, work: Work<string>, instead?: string): Promise<KeptAnswer> {
    const request = await this.#request(place, once);
    return this.#answer(request, (told) =>
      this.#once(request, pinned(place), instead, told, async (db) => ({
        text: await work(db),
        finish: async () => undefined,
      })),
    );
  }

  async #request(place: CouncilPlace, { operation, key, body }: OnceOnly): Promise<IdempotentRequest> {
    const request = this.idempotency.request(operation, place.federation, key, body);
    // The federation's key is read by a transaction of its own: before the one that needs it holds a connection.
    await this.idempotency.sealAnswer(request, '');
    return request;
  }

  async #answer(
    request: IdempotentRequest,
    run: (told: (text: string) => void) => Promise<KeyOutcome>,
  ): Promise<KeptAnswer> {
    let made: string | undefined;
    const outcome = await run((text) => (made = text));
    const before = await this.idempotency.resolve(request, outcome);
    return before === undefined ? { text: made!, replayed: false } : { text: before, replayed: true };
  }

  #once(
    request: IdempotentRequest,
    scope: Settings,
    instead: string | undefined,
    told: (text: string) => void,
    work: Work<{ readonly text: string; readonly finish: () => Promise<void> }>,
  ): Promise<KeyOutcome> {
    const { federation, keyMac, bodyMac, lock, freshSince } = request;
    const visitor = { scope: 'visitor', federation } as const;
    return this.database.scoped(visitor, async (db) => {
      const { rows } = await sql<KeyOutcome>`select outcome, answer
        from claim_key(${federation}, ${keyMac}, ${bodyMac}, ${lock}, ${freshSince})`.execute(db);
      if (rows[0]!.outcome !== 'new') return rows[0]!;
      await enter(db, scope);
      const { text, finish } = await work(db);
      told(text);
      const answer = await this.idempotency.sealAnswer(request, instead ?? text);
      await enter(db, visitor);
      await sql`select keep_answer(${federation}, ${keyMac}, ${bodyMac}, ${answer}, ${this.clock.now()})`.execute(db);
      await finish();
      return { outcome: 'stored', answer: null };
    });
  }
}

interface Settings {
  readonly scope: string;
  readonly federation: string;
  readonly council?: string;
}

async function enter(db: Kysely<Tables>, { scope, federation, council = '' }: Settings): Promise<void> {
  await sql`select set_config('fulian.scope', ${scope}, true), set_config('fulian.federation', ${federation}, true),
    set_config('fulian.council', ${council}, true)`.execute(db);
}

async function appendAudit(db: Kysely<Tables>, audit: string): Promise<void> {
  await sql`select append_audit(${audit}::jsonb)`.execute(db);
}
