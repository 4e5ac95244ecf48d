import type { CaseChange, CaseEventFacts, CaseEventKind } from '@fulian/contract/rules/case';
import { sql } from 'kysely';
import type { Database, Scope } from '../database/database.js';
import { DatabaseFailure } from '../database/failure.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';
import { factColumns, rowOf, type CaseFactsRow, type CasePlace } from './case-rows.js';
import { sealedColumns, type CaseSeals, type SealedColumns } from './case-seals.js';

/** Who reads or writes: staff of a federation, the holder of a case's receipt, or the service's own watcher. */
export type CaseScope = Scope & { readonly scope: 'staff' | 'receipt' | 'watch' };

/** A case with its sealed columns and its wrapped key. */
export interface CaseRecord extends CaseFactsRow, SealedColumns {
  readonly portal: string;
  readonly first_contact_by: Date;
  readonly helpers: Buffer | null;
  readonly plan: Buffer | null;
  readonly wrapped: Buffer;
  readonly marks: Buffer[];
}

/** An event as it is stored. */
export interface CaseEventRow {
  readonly seq: number;
  readonly at: Date;
  readonly kind: CaseEventKind;
  readonly actor_kind: 'staff' | 'requester' | 'service';
  readonly actor_name: string | null;
  readonly actor_unit: string | null;
  readonly internal: boolean;
  readonly facts: CaseEventFacts;
  readonly words: Buffer | null;
}

/** Files of a draft with their keys wrapped for the case. */
export interface BoundFiles {
  readonly at: string;
  readonly draftMac: Buffer;
  readonly files: readonly { readonly id: string; readonly wrappedKey: Buffer }[];
}

/** A change to be written. */
export interface CaseWrite {
  readonly place: CasePlace;
  /** `staff` with the federation that she works for, `receipt`, or `watch`. */
  readonly scope: CaseScope['scope'];
  readonly unit: string;
  readonly actor: {
    readonly kind: 'staff' | 'requester' | 'service';
    readonly id?: string;
    readonly name?: string;
    readonly unit?: string;
  };
  readonly now: Date;
  /** What the change was made from; no revision where any will do. */
  readonly before: { readonly revision?: number; readonly lastSeq: number };
  readonly change: CaseChange;
  /** Absent where nothing is sealed. */
  readonly seals?: CaseSeals;
  readonly files?: BoundFiles | undefined;
  readonly idempotent?: { readonly request: IdempotentRequest; readonly sealed: Buffer };
}

/** Raised by the database where a file is not there any more. */
const fileGone = 'FL404';
const stepText = `select outcome, answer from take_case_step(${Array.from({ length: 24 }, (_, at) => `$${at + 1}`).join(', ')})`;

/** Reads and writes cases. Whatever row-level security does not show is not there. */
export class CaseRepository {
  constructor(private readonly database: Database) {}

  /** A case for who may see it; undefined where there is none, or where it was erased. */
  async find(scope: CaseScope, { home, id }: CasePlace): Promise<CaseRecord | undefined> {
    const row = await this.database.scoped(scope, (db) =>
      db
        .selectFrom('help_requests')
        .innerJoin('case_keys', (join) =>
          join
            .onRef('case_keys.federation', '=', 'help_requests.federation')
            .onRef('request_id', '=', 'help_requests.id'),
        )
        .select(factColumns)
        .select(sealedColumns)
        .select(['portal', 'first_contact_by', 'helpers', 'plan', 'wrapped', 'marks'])
        .where('help_requests.federation', '=', home)
        .where('help_requests.id', '=', id)
        .where('erased_at', 'is', null)
        .executeTakeFirst(),
    );
    return row;
  }

  /** Events, the newest first, before a sequence; of the kinds alone where some are named. */
  async events(
    scope: CaseScope,
    { home, id }: CasePlace,
    page: { readonly before?: number; readonly limit: number; readonly kinds?: readonly CaseEventKind[] },
  ): Promise<CaseEventRow[]> {
    const rows = await this.database.scoped(scope, (db) =>
      db
        .selectFrom('case_events')
        .select(['seq', 'at', 'kind', 'actor_kind', 'actor_name', 'actor_unit', 'internal', 'facts', 'words'])
        .where('federation', '=', home)
        .where('request_id', '=', id)
        .$if(page.before !== undefined, (query) => query.where('seq', '<', page.before!))
        .$if(page.kinds !== undefined, (query) => query.where('kind', 'in', page.kinds!))
        .orderBy('seq', 'desc')
        .limit(page.limit)
        .execute(),
    );
    return rows as CaseEventRow[];
  }

  /**
   * Writes a change: all of it or nothing. The outcome is `stored`; `gone` where the scope does not show the case; `moved`
   * where somebody else changed it; `again` where only the service did; `file-gone`; or one of the idempotency key.
   *
   * @param audit entries for `append_audit`
   */
  async write(one: CaseWrite, audit: string | null): Promise<KeyOutcome> {
    const { place, change, seals, files, idempotent } = one;
    const key = idempotent?.request;
    const words = change.events.map((event) =>
      event.words === undefined ? null : seals!.sealWords(event.seq, event.words),
    );
    try {
      const [row] = await this.database.call<KeyOutcome & { outcome: string }>('take-case-step', stepText, [
        one.scope,
        one.unit,
        place.home,
        place.id,
        one.before.revision ?? null,
        one.before.lastSeq,
        one.now,
        key?.federation ?? null,
        key?.keyMac ?? null,
        key?.bodyMac ?? null,
        key?.lock ?? null,
        key?.freshSince ?? null,
        idempotent?.sealed ?? null,
        JSON.stringify(rowOf(change.facts)),
        JSON.stringify(change.events.map(({ seq, kind, internal, facts }) => ({ seq, kind, internal, facts }))),
        words,
        JSON.stringify(one.actor),
        change.helpers ? seals!.sealColumn('helpers', change.helpers) : null,
        change.plan ? seals!.sealColumn('plan', change.plan) : null,
        files?.at ?? null,
        files?.draftMac ?? null,
        files?.files.map((file) => file.id) ?? [],
        files?.files.map((file) => file.wrappedKey) ?? [],
        audit,
      ]);
      return row!;
    } catch (error) {
      if (error instanceof DatabaseFailure && error.sqlState === fileGone)
        return { outcome: 'file-gone', answer: null };
      throw error;
    }
  }

  /** Cases of which an overdue level is to be told, at most so many. */
  async alarms(now: Date, limit: number): Promise<CaseFactsRow[]> {
    return this.database.scoped({ scope: 'watch' }, (db) =>
      db
        .selectFrom('help_requests')
        .select(factColumns)
        .where('alarm_at', '<=', now)
        .where('ended_at', 'is', null)
        .orderBy('alarm_at')
        .limit(limit)
        .execute(),
    );
  }

  /**
   * Other cases of the same phone or person (the same name in the same place) that the scope shows, with what is the same; those
   * that ended come last.
   */
  async repeats(
    scope: CaseScope,
    of: Pick<CaseRecord, 'id' | 'federation' | 'division' | 'marks'>,
    limit: number,
  ): Promise<(CaseFactsRow & { readonly same: ('phone' | 'person')[] })[]> {
    if (of.marks.length === 0) return [];
    const place = of.division ?? of.federation;
    return this.database.scoped(scope, (db) =>
      db
        .selectFrom('case_marks')
        .innerJoin('help_requests', (join) =>
          join
            .onRef('help_requests.federation', '=', 'case_marks.federation')
            .onRef('help_requests.id', '=', 'case_marks.request_id'),
        )
        .select(factColumns)
        .select(
          sql<('phone' | 'person')[]>`array_agg(distinct case kind when 'phone' then 'phone' else 'person' end)`.as(
            'same',
          ),
        )
        .where('case_marks.mark', '=', sql<Buffer>`any(${of.marks}::bytea[])`)
        .where('help_requests.id', '<>', of.id)
        .where(sql<boolean>`(kind = 'phone' or coalesce(division, help_requests.federation) = ${place})`)
        .where('erased_at', 'is', null)
        .groupBy(['help_requests.federation', 'help_requests.id'])
        .orderBy(sql`ended_at is not null`)
        .orderBy('submitted_at', 'desc')
        .limit(limit)
        .execute(),
    );
  }

  /** Whether somebody may work on cases of a federation: an active account of it, or of one that it belongs to or reaches. */
  async worker(staff: string, id: string): Promise<{ name: string; federation: string } | undefined> {
    return this.database.scoped({ scope: 'staff', federation: staff }, (db) =>
      db
        .selectFrom('staff_accounts')
        .select(['name', 'federation'])
        .where('id', '=', id)
        .where('disabled', '=', false)
        .where('role', 'in', ['intake', 'worker', 'supervisor'])
        .executeTakeFirst(),
    );
  }

  /** Active intake staff, workers and supervisors of a federation by id. */
  async workers(staff: string, federation: string, after: string, limit: number) {
    return this.database.scoped({ scope: 'staff', federation: staff }, (db) =>
      db
        .selectFrom('staff_accounts')
        .select(['id', 'account', 'name', 'role', 'totp_confirmed'])
        .where('federation', '=', federation)
        .where('disabled', '=', false)
        .where('role', 'in', ['intake', 'worker', 'supervisor'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
  }
}
