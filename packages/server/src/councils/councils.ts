import type { components } from '@fulian/contract/types';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { FederationRepository } from '../federations/repository.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { entityTagOf } from '../http/entity-tag.js';
import { storable } from '../http/storable.js';
import { ProblemError } from '../problem.js';
import type { Staff } from '../staff/staff.js';
import { chinaDay } from './china-day.js';
import { assertCouncil, assertMatches, openDesk } from './council-desk.js';
import { appendCouncilLog } from './council-log.js';
import { placeOf } from './council-place.js';
import { councilOf, findCouncil, reportOf, type CouncilRepository, type CouncilRow } from './council-repository.js';
import type { CouncilWrites, KeptAnswer } from './council-writes.js';

type Schemas = components['schemas'];

/** What councils themselves need. */
export interface CouncilParts {
  readonly councils: CouncilRepository;
  readonly writes: CouncilWrites;
  readonly federations: FederationRepository;
  readonly staff: Staff;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
}

/** A page that anybody asks for. */
export interface CouncilQuery {
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const defaultLimit = 100;
const mostAtOnce = 200;

/** What is said of councils as such: lists, one, the execution report; and what founders write. */
export class Councils {
  constructor(private readonly parts: CouncilParts) {}

  /** A page, by federation and name. Throws `federation-unknown` and `cursor-invalid`. */
  async list(code: string, { q, cursor, limit = defaultLimit }: CouncilQuery): Promise<Schemas['CouncilPage']> {
    const { councils, federations, clock, cursorKey } = this.parts;
    const listing = ['listCouncils', code, q ?? ''];
    const [federation, name, id] = readCursor(cursorKey, listing, cursor, 3) ?? [];
    const most = Math.min(limit, mostAtOnce);
    const found = await councils.list(code, chinaDay(clock.now()), {
      q,
      limit: most + 1,
      ...(federation !== undefined && { after: { federation, name: name!, id: id! } }),
    });
    if (found.length === 0 && !(await federations.existing([code])).has(code))
      throw new ProblemError('federation-unknown');
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    return {
      items: shown.map(councilOf),
      ...(found.length > most &&
        last && { nextCursor: writeCursor(cursorKey, listing, [last.federation, last.name, last.id]) }),
    };
  }

  /** One council and its tag. Throws `council-unknown`. */
  async read(councilId: string): Promise<{ body: Schemas['Council']; etag: string }> {
    const { councils, clock } = this.parts;
    const row = await councils.find(placeOf(councilId), chinaDay(clock.now()));
    if (!row) throw new ProblemError('council-unknown');
    return tagged(row);
  }

  /** The execution rate, rolled up. Throws `federation-unknown`. */
  async report(code: string): Promise<Schemas['ExecutionReport']> {
    const rows = await this.parts.councils.report(code, chinaDay(this.parts.clock.now()));
    if (rows.length === 0) throw new ProblemError('federation-unknown');
    return reportOf(rows);
  }

  /** Founds a council. Throws the problems that the contract names. */
  async create(
    token: string,
    code: string,
    key: string,
    draft: Schemas['CouncilDraft'],
  ): Promise<KeptAnswer & { readonly etag: string }> {
    const { writes, federations, staff, clock } = this.parts;
    const member = await staff.openFor(token, 'createCouncil', code, 'federation-unknown');
    if (!(await federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    const place = { federation: code, council: randomUUID() };
    const change = { member, operation: 'createCouncil', place } as const;
    const answer = await writes.byStaffOnce(change, { operation: 'createCouncil', key, body: [draft] }, async (db) => {
      const { name, words = null, ended = false } = storable(draft);
      const now = clock.now();
      await db
        .insertInto('councils')
        .values({ federation: code, id: place.council, name, words, ended, created_at: now })
        .execute();
      await appendCouncilLog(db, place, 'council-created', { name });
      return JSON.stringify(councilOf((await findCouncil(db, place, chinaDay(now)))!));
    });
    return { ...answer, etag: tagOf(1, answer.text) };
  }

  /** Changes what is written about a council. Throws the problems that the contract names. */
  async change(
    token: string,
    councilId: string,
    ifMatch: string | undefined,
    draft: Schemas['CouncilDraft'],
  ): Promise<{ body: Schemas['Council']; etag: string }> {
    const { writes, staff, clock } = this.parts;
    const desk = await openDesk(staff, token, 'changeCouncil', councilId);
    const { federation, council } = desk.place;
    const { name, words, ended = false } = storable(draft);
    const row = await writes.byStaff(desk, async (db) => {
      const { revision } = await assertCouncil(db, desk.place, { locked: true, evenEnded: true });
      assertMatches(ifMatch, revision);
      await db
        .updateTable('councils')
        .set({ name, words: words ?? null, ended, revision: revision + 1 })
        .where('federation', '=', federation)
        .where('id', '=', council)
        .execute();
      return findCouncil(db, desk.place, chinaDay(clock.now()));
    });
    return tagged(row!);
  }
}

function tagged(row: CouncilRow): { body: Schemas['Council']; etag: string } {
  const body = councilOf(row);
  return { body, etag: tagOf(row.revision, JSON.stringify(body)) };
}

/** Tells by its revision whether somebody wrote meanwhile, and by its hash whether anything that is shown is another. */
export function tagOf(revision: number, text: string): string {
  return `"${revision}.${entityTagOf(text).slice(1)}`;
}
