import {
  afterStep,
  executionStepsAllowed,
  findExecutionFaults,
  mayAccept,
  type ExecutionStepKind,
} from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Tables } from '../database/tables.js';
import { storable } from '../http/storable.js';
import { ProblemError } from '../problem.js';
import { chinaDay } from './china-day.js';
import { assertCouncil, assertMatches, openDesk, scopeOf } from './council-desk.js';
import { appendCouncilLog } from './council-log.js';
import { inCouncil, placeOf, type CouncilPlace } from './council-place.js';
import type { KeptAnswer } from './council-writes.js';
import { tagOf } from './councils.js';
import { pageOf, type PageQuery } from './listing.js';
import { assertDraftFits, type DecidedBy } from './resolution-drafts.js';
import {
  acceptorOf,
  findResolution,
  findResolutions,
  resolutionOf,
  type ResolutionRow,
  type ResolutionViewer,
} from './resolution-rows.js';
import type { TopicParts } from './topics.js';

type Schemas = components['schemas'];
type Resolution = Schemas['Resolution'];
type Draft = Schemas['ResolutionDraft'];
type Db = Kysely<Tables>;

/** Which resolution is meant. */
export interface ResolutionPath {
  readonly councilId: string;
  readonly resolutionId: string;
}

/** A resolution that is written, and its tag. */
export type TaggedAnswer = KeptAnswer & { readonly etag: string };

/** What was decided, and whether it was carried out (X1, X2). */
export class Resolutions {
  constructor(private readonly parts: TopicParts) {}

  /** For everybody, the latest first. Throws `council-unknown` and `cursor-invalid`. */
  async list(councilId: string, query: PageQuery): Promise<Schemas['ResolutionPage']> {
    const place = placeOf(councilId);
    return inCouncil(this.parts.database, place, async (db) => {
      await assertCouncil(db, place, { evenEnded: true });
      return this.#page(db, place, ['listResolutions', councilId], query);
    });
  }

  /** For a member, with what waits for her. Throws `member-refused`, `council-unknown` and `cursor-invalid`. */
  async listForMember(token: string, councilId: string, query: PageQuery): Promise<Schemas['ResolutionPage']> {
    const opened = await this.parts.members.openFor(token, councilId);
    return inCouncil(this.parts.database, opened, (db) =>
      this.#page(db, opened, ['listOwnResolutions', councilId], query, { member: opened.member.id }),
    );
  }

  /** For the organiser, with what waits for him. Throws `staff-refused`, `role-refused`, `council-unknown` and `cursor-invalid`. */
  async listForDesk(token: string, councilId: string, query: PageQuery): Promise<Schemas['ResolutionPage']> {
    const desk = await openDesk(this.parts.staff, token, 'listAllResolutions', councilId);
    return this.parts.database.scoped(scopeOf(desk), async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      return this.#page(db, desk.place, ['listAllResolutions', councilId], query, 'organiser');
    });
  }

  /** One with its tag. Throws `staff-refused`, `role-refused`, `council-unknown` and `resolution-unknown`. */
  async read(token: string, { councilId, resolutionId }: ResolutionPath): Promise<{ body: Resolution; etag: string }> {
    const desk = await openDesk(this.parts.staff, token, 'getResolution', councilId);
    return this.parts.database.scoped(scopeOf(desk), async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      return this.#tagged(await found(db, desk.place, resolutionId));
    });
  }

  /** Records what was decided. Throws the problems that the contract names. */
  async record(token: string, councilId: string, key: string, sent: Draft): Promise<TaggedAnswer> {
    const { staff, writes, clock } = this.parts;
    const desk = await openDesk(staff, token, 'recordResolution', councilId);
    const { federation, council } = desk.place;
    const draft = storable(sent);
    const answer = await writes.byStaffOnce(
      desk,
      { operation: 'recordResolution', key, body: [councilId, sent] },
      async (db) => {
        await assertCouncil(db, desk.place);
        const decided = await assertDraftFits(db, desk.place, draft);
        const [id, state] = [randomUUID(), 'assigned'] as const;
        const columns = columnsOf(draft, decided);
        const decided_at = decided.at ?? clock.now();
        await db
          .insertInto('council_resolutions')
          .values({ federation, council, id, state, decided_at, accepted_at: null, acceptance: null, ...columns })
          .execute();
        const row = await found(db, desk.place, id);
        await log(db, desk.place, row, 'resolution-made');
        return JSON.stringify(this.#wire(row, 'organiser'));
      },
    );
    return { ...answer, etag: tagOf(1, answer.text) };
  }

  /** Changes what is written about a resolution. Throws the problems that the contract names. */
  async change(
    token: string,
    { councilId, resolutionId }: ResolutionPath,
    ifMatch: string | undefined,
    sent: Draft,
  ): Promise<{ body: Resolution; etag: string }> {
    const desk = await openDesk(this.parts.staff, token, 'changeResolution', councilId);
    const draft = storable(sent);
    return this.parts.writes.byStaff(desk, async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      const before = await found(db, desk.place, resolutionId, true);
      assertMatches(ifMatch, before.revision);
      const columns = columnsOf(draft, await assertDraftFits(db, desk.place, draft));
      await update(db, desk.place, before, columns);
      const row = await found(db, desk.place, resolutionId);
      if (row.due !== before.due || row.ballot !== before.ballot) await log(db, desk.place, row, 'resolution-changed');
      return this.#tagged(row);
    });
  }

  /** Says what was done. Throws the problems that the contract names. */
  async takeStep(
    token: string,
    { councilId, resolutionId }: ResolutionPath,
    key: string,
    sent: Schemas['ExecutionStep'],
  ): Promise<TaggedAnswer> {
    const desk = await openDesk(this.parts.staff, token, 'takeExecutionStep', councilId);
    const step = storable(sent);
    const once = { operation: 'takeExecutionStep', key, body: [councilId, resolutionId, sent] };
    let revision = 1;
    const answer = await this.parts.writes.byStaffOnce(desk, once, async (db) => {
      await assertCouncil(db, desk.place, { evenEnded: true });
      const before = await found(db, desk.place, resolutionId, true);
      const findings = findExecutionFaults(step);
      if (findings.length > 0) throw new ProblemError('invalid-request', { findings });
      if (!executionStepsAllowed(before.state, acceptorOf(before)).includes(step.kind))
        throw new ProblemError('execution-refused');
      await this.#take(db, desk.place, before, step.kind, step.words);
      const row = await found(db, desk.place, resolutionId);
      ({ revision } = row);
      return JSON.stringify(this.#wire(row, 'organiser'));
    });
    if (!answer.replayed) return { ...answer, etag: tagOf(revision, answer.text) };
    // The tag of an answer from before would match nothing any more.
    const { etag } = await this.parts.database.scoped(scopeOf(desk), async (db) =>
      this.#tagged(await found(db, desk.place, resolutionId)),
    );
    return { ...answer, etag };
  }

  /** What the proposer says of it. Throws the problems that the contract names. */
  async answer(
    token: string,
    { councilId, resolutionId }: ResolutionPath,
    sent: Schemas['Acceptance'],
  ): Promise<Resolution> {
    const opened = await this.parts.members.openFor(token, councilId);
    const viewer = opened.member.id;
    const answer = storable(sent);
    return inCouncil(this.parts.database, opened, async (db) => {
      const before = await found(db, opened, resolutionId, true);
      const findings = findExecutionFaults(answer);
      if (findings.length > 0) throw new ProblemError('invalid-request', { findings });
      if (before.proposer !== viewer || !mayAccept(before.state, acceptorOf(before)))
        throw new ProblemError('execution-refused');
      await this.#take(db, opened, before, answer.accepted ? 'accept' : 'return', answer.words);
      return this.#wire(await found(db, opened, resolutionId, false, viewer), { member: viewer });
    });
  }

  /** How satisfied a member is, once it was reported done. Throws the problems that the contract names. */
  async rate(
    token: string,
    { councilId, resolutionId }: ResolutionPath,
    { points }: Schemas['resolution_Rating'],
  ): Promise<Resolution> {
    const opened = await this.parts.members.openFor(token, councilId);
    const { federation, council, member } = opened;
    return inCouncil(this.parts.database, opened, async (db) => {
      const { state } = await found(db, opened, resolutionId, true);
      if (state !== 'reported' && state !== 'accepted') throw new ProblemError('execution-refused');
      await db
        .insertInto('council_ratings')
        .values({ federation, council, resolution: resolutionId, member: member.id, points })
        .onConflict((conflict) =>
          conflict.columns(['federation', 'council', 'resolution', 'member']).doUpdateSet({ points }),
        )
        .execute();
      return this.#wire(await found(db, opened, resolutionId, false, member.id), { member: member.id });
    });
  }

  async #take(
    db: Db,
    place: CouncilPlace,
    before: ResolutionRow,
    kind: ExecutionStepKind,
    words: string | undefined,
  ): Promise<void> {
    const now = this.parts.clock.now();
    const state = afterStep(before.state, kind);
    const said = kind === 'accept' || kind === 'return' ? { acceptance: words ?? null } : {};
    await update(db, place, before, { state, ...said, ...(kind === 'accept' && { accepted_at: now }) });
    // Why something was dropped is the last that is said of what was done.
    if (words !== undefined && !('acceptance' in said)) await addEvidence(db, place, before.id, now, words);
    if (state !== before.state) await log(db, place, { ...before, state }, 'resolution-changed');
  }

  #wire(row: ResolutionRow, viewer: ResolutionViewer): Resolution {
    return resolutionOf(row, chinaDay(this.parts.clock.now()), viewer);
  }

  #tagged(row: ResolutionRow): { body: Resolution; etag: string } {
    const body = this.#wire(row, 'organiser');
    return { body, etag: tagOf(row.revision, JSON.stringify(body)) };
  }

  #page(
    db: Db,
    place: CouncilPlace,
    listing: readonly string[],
    query: PageQuery,
    viewer: ResolutionViewer = 'anybody',
  ): Promise<Schemas['ResolutionPage']> {
    const member = typeof viewer === 'object' ? viewer.member : undefined;
    return pageOf(
      this.parts.cursorKey,
      {
        name: listing,
        find: (before, limit) => findResolutions(db, place, { before, limit }, member),
        timeOf: (row) => row.decided_at,
        itemOf: (row) => this.#wire(row, viewer),
      },
      query,
    );
  }
}

/** Throws `resolution-unknown`. `locked`: nobody else changes it until the transaction ends. */
async function found(db: Db, place: CouncilPlace, id: string, locked = false, viewer?: string): Promise<ResolutionRow> {
  if (locked)
    await db
      .selectFrom('council_resolutions')
      .select('id')
      .where('federation', '=', place.federation)
      .where('council', '=', place.council)
      .where('id', '=', id)
      .forUpdate()
      .execute();
  const row = await findResolution(db, place, id, viewer);
  if (!row) throw new ProblemError('resolution-unknown');
  return row;
}

async function update(
  db: Db,
  { federation, council }: CouncilPlace,
  before: ResolutionRow,
  change: Partial<ReturnType<typeof columnsOf> & Pick<ResolutionRow, 'state' | 'accepted_at' | 'acceptance'>>,
): Promise<void> {
  await db
    .updateTable('council_resolutions')
    .set({ ...change, revision: before.revision + 1 })
    .where('federation', '=', federation)
    .where('council', '=', council)
    .where('id', '=', before.id)
    .execute();
}

function columnsOf({ title, words, ballot, topic, responsible, due, notice }: Draft, decided: DecidedBy) {
  return {
    title,
    words,
    ballot: ballot ?? null,
    topic: topic ?? decided.topic ?? null,
    responsible,
    due,
    notice_from: notice?.from ?? null,
    notice_until: notice?.until ?? null,
  };
}

async function addEvidence(
  db: Db,
  { federation, council }: CouncilPlace,
  resolution: string,
  at: Date,
  words: string,
): Promise<void> {
  await sql`insert into council_evidence (federation, council, resolution, seq, at, words)
    select ${federation}, ${council}::uuid, ${resolution}::uuid, coalesce(max(e.seq), 0) + 1, ${at}, ${words}
    from council_evidence e
    where e.federation = ${federation} and e.council = ${council}::uuid and e.resolution = ${resolution}::uuid`.execute(
    db,
  );
}

async function log(
  db: Db,
  place: CouncilPlace,
  { id, state, due, ballot }: Pick<ResolutionRow, 'id' | 'state' | 'due' | 'ballot'>,
  kind: 'resolution-made' | 'resolution-changed',
): Promise<void> {
  await appendCouncilLog(db, place, kind, { resolution: id, state, due, ...(ballot !== null && { ballot }) });
}
