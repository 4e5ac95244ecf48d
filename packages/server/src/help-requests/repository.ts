import { outlookOf, type CaseLimitFacts, type CaseStaff } from '@fulian/contract/rules/case';
import type { components } from '@fulian/contract/types';
import type { CaseMark } from '../cases/marks.js';
import type { Database } from '../database/database.js';
import { DatabaseFailure } from '../database/failure.js';
import { GroupCommit } from '../database/group-commit.js';
import type { IdempotentRequest, KeyOutcome } from '../idempotency.js';
import { CaseBell } from '../live/bell.js';
import type { StoredReceipt } from '../security/receipts.js';
import type { SealedContents } from './contents.js';

type Schemas = components['schemas'];

/** A request as it is stored. */
export interface NewHelpRequest {
  /** Through whose form it came. */
  readonly portal: string;
  /** Who handles it. */
  readonly owner: string;
  readonly id: string;
  readonly number: string;
  readonly receipt: StoredReceipt;
  readonly wrappedCaseKey: Buffer;
  readonly category: string;
  readonly division: string | undefined;
  readonly grade: Schemas['Grade'];
  readonly submittedAt: Date;
  readonly firstContactBy: Date;
  readonly excludedUnits: readonly string[];
  readonly contents: SealedContents;
  /** The draft's MAC and the files of it, with their keys wrapped for the case. */
  readonly draftMac: Buffer | undefined;
  readonly files: readonly { readonly id: string; readonly wrappedKey: Buffer }[];
  readonly channel: Schemas['CaseChannel'];
  readonly limits: readonly CaseLimitFacts[];
  /** What it is found by. */
  readonly marks: readonly CaseMark[];
  /** Who of staff took it down; undefined where the requester submitted it herself. */
  readonly registrar: CaseStaff | undefined;
}

/** What its requester may see of a request. */
export interface OwnHelpRequest {
  readonly portal: string;
  readonly state: Schemas['CaseState'];
  readonly category: string;
  readonly submittedAt: Date;
  readonly firstContactBy: Date;
  /** Undefined where the case was deleted. */
  readonly wrappedCaseKey: Buffer | undefined;
}

/** Raised by the database where a file is not there any more. */
const fileGone = 'FL404';

const submitCall = { name: 'submit_help_request', arity: 38, columns: ['outcome', 'answer'] };

/** Stores and reads requests. */
export class HelpRequestRepository {
  readonly #submits: GroupCommit<KeyOutcome>;
  readonly #bell: CaseBell;

  constructor(private readonly database: Database) {
    this.#submits = new GroupCommit(database, submitCall);
    this.#bell = new CaseBell(database);
  }

  /**
   * Stores a request with all that belongs to it, in one round trip and all or nothing. The outcome is `stored`,
   * `number-taken` (draw another), `file-gone`, or one of the idempotency key.
   *
   * @param audit entries for `append_audit`; of staff only
   */
  async submit(
    one: NewHelpRequest,
    key: IdempotentRequest,
    sealedAnswer: Buffer,
    audit: string | null = null,
  ): Promise<KeyOutcome> {
    const { contents, receipt } = one;
    const { next, due, due2, due3 } = outlookOf(one.limits);
    try {
      const result = await this.#submits.run([
        one.portal,
        key.keyMac,
        key.bodyMac,
        key.lock,
        one.submittedAt,
        key.freshSince,
        sealedAnswer,
        one.owner,
        one.id,
        one.number,
        receipt.salt,
        receipt.mac,
        one.wrappedCaseKey,
        one.category,
        one.division ?? null,
        one.grade,
        one.firstContactBy,
        one.excludedUnits,
        contents.narrative,
        contents.asker,
        contents.contact,
        contents.risk,
        contents.needs,
        contents.exclusionNote,
        contents.consents,
        one.draftMac ?? null,
        one.files.map((file) => file.id),
        one.files.map((file) => file.wrappedKey),
        one.channel,
        JSON.stringify(one.limits),
        next?.kind ?? null,
        due ?? 'infinity',
        due2 ?? 'infinity',
        due3 ?? 'infinity',
        one.marks.map(({ kind }) => kind),
        one.marks.map(({ mark }) => mark),
        one.registrar ? JSON.stringify(one.registrar) : null,
        audit,
      ]);
      if (result.outcome === 'stored') this.#bell.ring();
      return result;
    } catch (error) {
      if (error instanceof DatabaseFailure && error.sqlState === fileGone)
        return { outcome: 'file-gone', answer: null };
      throw error;
    }
  }

  /** The request of a receipt; undefined where it is gone. */
  async own(federation: string, request: string): Promise<OwnHelpRequest | undefined> {
    const row = await this.database.scoped({ scope: 'receipt', federation, request }, (db) =>
      db
        .selectFrom('help_requests')
        .leftJoin('case_keys', (join) =>
          join
            .onRef('case_keys.federation', '=', 'help_requests.federation')
            .onRef('case_keys.request_id', '=', 'help_requests.id'),
        )
        .select(['portal', 'state', 'category', 'submitted_at', 'first_contact_by', 'wrapped'])
        .where('help_requests.federation', '=', federation)
        .where('help_requests.id', '=', request)
        .executeTakeFirst(),
    );
    return (
      row && {
        portal: row.portal,
        state: row.state as Schemas['CaseState'],
        category: row.category,
        submittedAt: row.submitted_at,
        firstContactBy: row.first_contact_by,
        wrappedCaseKey: row.wrapped ?? undefined,
      }
    );
  }
}
