import type { components } from '@fulian/contract/types';
import type { Clock } from '../clock.js';
import type { FederationNames } from '../federations/names.js';
import type { FederationRepository } from '../federations/repository.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { canonicalJson } from '../idempotency.js';
import { ProblemError } from '../problem.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { StaffMember } from '../staff/staff.js';
import type { CaseRepository } from './case-repository.js';
import { placeOfId, summaryOf, type CaseSummaryRow } from './case-rows.js';
import { searchMarks } from './marks.js';
import { sortOf, type QueueQuery, type QueueRepository, type QueueSort, type QueueView } from './queue-repository.js';

type Schemas = components['schemas'];

/** What queues need. */
export interface QueueParts {
  readonly queues: QueueRepository;
  readonly cases: CaseRepository;
  readonly federations: FederationRepository;
  readonly names: FederationNames;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
  readonly marksKey: Uint8Array;
}

/** The query of `listCases`, checked by the contract. */
export interface ListQuery {
  readonly view?: QueueView | undefined;
  readonly sort?: QueueSort | undefined;
  readonly states?: string | undefined;
  readonly grades?: string | undefined;
  readonly categories?: string | undefined;
  readonly channels?: string | undefined;
  readonly worker?: string | undefined;
  readonly division?: string | undefined;
  readonly ids?: string | undefined;
  readonly skip?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 50;
/** Cases are counted up to here: a queue that is longer is not read to its end for a number. */
export const countedUpTo = 1000;
/** The same for the counts of a desk, which are asked for less often. More than a county has open. */
export const countsUpTo = 20_000;
/** Counted among all that are open, as far as these were. */
const isAmongAll: { readonly [count: string]: boolean } = { unassigned: true, overdue: true, red: true };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Answers queues, their counts, and who can work on them. */
export class Queue {
  constructor(private readonly parts: QueueParts) {}

  /** A page; one entry in the audit log says how many rows it showed. Throws `federation-unknown` and `cursor-invalid`. */
  async list(
    member: StaffMember,
    code: string,
    asked: ListQuery,
    find: string | undefined,
  ): Promise<Schemas['CasePage']> {
    const { queues, names, audit, clock, cursorKey } = this.parts;
    await this.#assertThere(code);
    const { cursor, limit = defaultLimit, skip = 0, ...filters } = asked;
    const { view = 'open', sort = 'due' } = filters;
    const now = clock.now();
    const query: QueueQuery = { code, member, now, view, sort, ...this.#filters(filters, find) };
    const listing = ['listCases', code, canonicalJson(filters), find ?? ''];
    const [at, id] = readCursor(cursorKey, listing, cursor, 2) ?? [];
    const after = at === undefined || id === undefined ? undefined : { at, id };
    const [rows, total] = await Promise.all([
      queues.page(query, { after, skip: after ? 0 : skip, limit: limit + 1 }),
      after ? undefined : queues.total(query, countedUpTo + 1),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nameOf = await names.of(shown.map((row) => row.owner));
    await audit.add(code, { actor: actorOf(member), operation: 'listCases', rows: shown.length });
    return {
      items: shown.map((row) => summaryOf(row, now, nameOf)),
      ...(rows.length > limit &&
        last && { nextCursor: writeCursor(cursorKey, listing, positionOf(last, sortOf(query))) }),
      ...(total !== undefined && { total: Math.min(total, countedUpTo) }),
      ...(total !== undefined && total > countedUpTo && { totalIsLower: true }),
    };
  }

  /** Throws `federation-unknown`. */
  async counts(member: StaffMember, code: string): Promise<Schemas['CaseCounts']> {
    await this.#assertThere(code);
    const found = await this.parts.queues.counts(code, member, this.parts.clock.now(), countsUpTo + 1);
    const names = Object.keys(found) as (keyof typeof found)[];
    const counts = Object.fromEntries(names.map((name) => [name, Math.min(found[name], countsUpTo)])) as typeof found;
    const lower = names.filter((name) => found[name] > countsUpTo || (isAmongAll[name] && found.all > countsUpTo));
    return { ...counts, ...(lower.length > 0 && { lower }) };
  }

  /** Who can be assigned. Throws `federation-unknown` and `cursor-invalid`. */
  async workers(
    member: StaffMember,
    code: string,
    { cursor, limit = defaultLimit }: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Schemas['StaffPage']> {
    const { cases, names, cursorKey } = this.parts;
    await this.#assertThere(code);
    const listing = ['listCaseWorkers', code];
    const [after = ''] = readCursor(cursorKey, listing, cursor, 1) ?? [];
    const rows = await cases.workers(member.federation, code, after, limit + 1);
    const nameOf = await names.of([code]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id,
        account: row.account,
        name: row.name,
        role: row.role,
        federation: { code, name: nameOf(code) },
        secondFactor: row.totp_confirmed,
        disabled: false,
      })),
      ...(rows.length > limit && last && { nextCursor: writeCursor(cursorKey, listing, [last.id]) }),
    };
  }

  #filters(asked: ListQuery, find: string | undefined): Partial<QueueQuery> {
    const list = (text: string | undefined) => text?.split(',');
    return {
      states: list(asked.states),
      grades: list(asked.grades),
      categories: list(asked.categories),
      channels: list(asked.channels),
      worker: asked.worker,
      division: asked.division,
      // What is no UUID is nobody's.
      ids: list(asked.ids)
        ?.map(placeOfId)
        .filter(({ id }) => uuid.test(id)),
      find: find === undefined ? undefined : this.#findOf(find),
    };
  }

  /** What is no UTF-8 was not written by anybody, and finds nothing. */
  #findOf(find: string): NonNullable<QueueQuery['find']> {
    const text = Buffer.from(find, 'base64url').toString('utf8');
    const digits = text.replaceAll(/[\s-]/g, '');
    return {
      number: /^\d{12}$/.test(digits) ? digits : undefined,
      marks: searchMarks(this.parts.marksKey, text),
    };
  }

  async #assertThere(code: string): Promise<void> {
    if (!(await this.parts.federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
  }
}

function positionOf(row: CaseSummaryRow, sort: QueueSort): string[] {
  const at = sort === 'due' ? row.next_due : sort === 'newest' ? row.submitted_at : row.changed_at;
  return [typeof at === 'number' ? 'infinity' : at.toISOString(), row.id];
}
