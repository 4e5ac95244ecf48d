import {
  ballotStepsAllowed,
  canonicalJson,
  findRuleFaults,
  mayRunAgain,
  yesNoOptions,
  type Finding,
} from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import { placeOf, type CouncilPlace } from '../councils/council-place.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { storable } from '../http/storable.js';
import type { Idempotency, IdempotentRequest, KeyOutcome } from '../idempotency.js';
import { ProblemError } from '../problem.js';
import { actorOf } from '../staff/audit-chain.js';
import type { AuditLog } from '../staff/audit.js';
import type { StaffOperation } from '../staff/roles.js';
import type { OpenedSession, Staff } from '../staff/staff.js';
import type { BallotKeys } from './ballot-keys.js';
import { rows, type BallotRepository } from './ballot-repository.js';
import { ballotOf, ballotTag, resultOf, type BallotRow } from './ballot-rows.js';
import { lockedRow, refusal, type BallotTurns } from './ballot-turns.js';
import type { BallotPlace } from './box.js';
import { ballotPlace, type BallotPath } from './voting.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** What the organiser's ballots need. */
export interface BallotDeskParts {
  readonly database: Database;
  readonly ballots: BallotRepository;
  readonly turns: BallotTurns;
  readonly keys: BallotKeys;
  readonly staff: Staff;
  readonly audit: AuditLog;
  readonly idempotency: Idempotency;
  readonly clock: Clock;
  readonly cursorKey: Uint8Array;
}

/** A ballot with its tag, as the organiser gets it. */
export interface DeskBallot {
  readonly body: Schemas['Ballot'];
  readonly etag: string;
  readonly replayed?: boolean;
}

/** How she names a ballot and what she has read of it. */
export interface DeskCall {
  readonly token: string;
  readonly path: BallotPath;
  readonly ifMatch?: string | undefined;
  readonly key?: string | undefined;
}

const defaultLimit = 50;
const yesNoTitles: Readonly<Record<string, string>> = { yes: '同意', no: '不同意' };

/** What the organiser does with ballots: prepares, opens and closes them, and looks at what stands against it. */
export class BallotDesk {
  constructor(private readonly parts: BallotDeskParts) {}

  /** A page with drafts, the latest first. */
  async list(
    token: string,
    councilId: string,
    { cursor, limit = defaultLimit }: { readonly cursor?: string; readonly limit?: number },
  ): Promise<Schemas['BallotPage']> {
    const member = await this.#member(token, 'listAllBallots', councilId);
    return pageOf(this.parts, { scope: 'staff', federation: member.federation }, councilId, cursor, limit);
  }

  /** One ballot, also as a draft. */
  async read(token: string, path: BallotPath): Promise<DeskBallot> {
    const member = await this.#member(token, 'getBallotDraft', path.councilId);
    return this.#shown(member, ballotPlace(path));
  }

  /** What stands against the next step. */
  async check(token: string, path: BallotPath): Promise<Schemas['BallotCheck']> {
    const member = await this.#member(token, 'checkBallot', path.councilId);
    const { row } = await this.#found(member, ballotPlace(path));
    return this.parts.turns.check(row);
  }

  /** A new draft. The same key again answers the draft as it is now. */
  async prepare(token: string, councilId: string, key: string, draft: Schemas['BallotDraft']): Promise<DeskBallot> {
    const member = await this.#member(token, 'prepareBallot', councilId);
    const place: BallotPlace = { ...placeOf(councilId), id: randomUUID() };
    const request = await this.#request('prepareBallot', member, key, [councilId, draft]);
    const written = await this.#write(member, 'prepareBallot', place, async (db, audit) => {
      const kept = await this.#claim(db, request);
      if (kept !== undefined) return kept;
      const council = await councilOf(db, place);
      if (!council) throw new ProblemError('council-unknown');
      if (council.ended) throw new ProblemError('council-ended');
      const values = await columnsOf(db, place, draft);
      const now = this.parts.clock.now();
      await db
        .insertInto('ballots')
        .values({ ...place, ...values, listed_at: sql<Date>`date_trunc('milliseconds', clock_timestamp())` })
        .execute();
      await this.#keep(db, request, place.id, now);
      await sql`select append_audit(${audit}::jsonb)`.execute(db);
      return undefined;
    });
    const shown = await this.#shown(member, { ...place, id: written ?? place.id });
    return { ...shown, replayed: written !== undefined };
  }

  /** Changes a draft. */
  async change({ token, path, ifMatch }: DeskCall, draft: Schemas['BallotDraft']): Promise<DeskBallot> {
    const member = await this.#member(token, 'changeBallot', path.councilId);
    const place = ballotPlace(path);
    await this.#write(member, 'changeBallot', place, async (db, audit) => {
      const row = await this.#held(db, place, ifMatch);
      if (!ballotStepsAllowed(row.state).includes('change')) throw refusal(row.state);
      const values = await columnsOf(db, place, draft);
      await db
        .updateTable('ballots')
        .set({ ...values, revision: row.revision + 1 })
        .where('federation', '=', place.federation)
        .where('council', '=', place.council)
        .where('id', '=', place.id)
        .execute();
      await sql`select append_audit(${audit}::jsonb)`.execute(db);
    });
    return this.#shown(member, place);
  }

  /** Drops a draft, or ends an open ballot uncounted. */
  async cancel({ token, path, ifMatch }: DeskCall): Promise<void> {
    const member = await this.#member(token, 'cancelBallot', path.councilId);
    const place = ballotPlace(path);
    const wasOpen = await this.#write(member, 'cancelBallot', place, async (db, audit) => {
      const row = await this.#held(db, place, ifMatch);
      if (!ballotStepsAllowed(row.state).includes('cancel')) throw refusal(row.state);
      await sql`select cancel_ballot(${place.federation}, ${place.council}, ${place.id}, ${row.revision},
        ${audit}::jsonb)`.execute(db);
      return row.state === 'open';
    });
    if (wasOpen) await this.parts.turns.tidy(place).catch(() => undefined);
  }

  /** Opens a draft. The same key again answers the ballot as it is now. */
  async open({ token, path, ifMatch, key }: DeskCall): Promise<DeskBallot> {
    const member = await this.#member(token, 'openBallot', path.councilId);
    const place = ballotPlace(path);
    const request = await this.#request('openBallot', member, key!, [path.councilId, path.ballotId]);
    const made = await this.parts.keys.make(place);
    const kept = await this.#write(member, 'openBallot', place, async (db, audit) => {
      const answer = await this.#claim(db, request);
      if (answer !== undefined) return answer;
      const row = await this.#held(db, place, ifMatch);
      if ((await councilOf(db, place))?.ended) throw refusal('council-ended');
      await this.#keep(db, request, place.id, this.parts.clock.now());
      await this.parts.turns.open(db, row, made, audit);
      return undefined;
    });
    return { ...(await this.#shown(member, place)), replayed: kept !== undefined };
  }

  /** Closes and counts. The same key again, and a ballot that is closed already, answer the ballot as it is now. */
  async close({ token, path, key }: DeskCall): Promise<DeskBallot> {
    const member = await this.#member(token, 'closeBallot', path.councilId);
    const place = ballotPlace(path);
    const request = await this.#request('closeBallot', member, key!, [path.councilId, path.ballotId]);
    await this.parts.keys.ready(place);
    const kept = await this.#write(member, 'closeBallot', place, async (db, audit) => {
      const answer = await this.#claim(db, request);
      if (answer !== undefined) return answer;
      const row = await this.#held(db, place);
      await this.#keep(db, request, place.id, this.parts.clock.now());
      // The watcher may have been sooner: it is what she wants.
      if (row.result === null) await this.parts.turns.close(db, row, audit);
      return undefined;
    });
    if (kept === undefined) await this.parts.turns.tidy(place).catch(() => undefined);
    return { ...(await this.#shown(member, place)), replayed: kept !== undefined };
  }

  /** Who asks; another federation's council is to her as if it had never been (S6). */
  async #member(token: string, operation: StaffOperation, councilId: string): Promise<OpenedSession> {
    return this.parts.staff.openFor(token, operation, placeOf(councilId).federation, 'council-unknown');
  }

  async #found({ federation }: OpenedSession, place: BallotPlace) {
    const found = await this.parts.ballots.find({ scope: 'staff', federation }, place);
    if (typeof found === 'string') throw new ProblemError(found);
    return found;
  }

  async #shown(member: OpenedSession, place: BallotPlace): Promise<DeskBallot> {
    const { row, votes } = await this.#found(member, place);
    return { body: ballotOf(row, votes), etag: ballotTag(row) };
  }

  /** Runs a change under her scope, with its entry in the audit log. */
  async #write<T>(
    member: OpenedSession,
    operation: StaffOperation,
    place: BallotPlace,
    work: (db: Db, audit: string) => Promise<T>,
  ): Promise<T> {
    const { audit, database } = this.parts;
    return audit.write(place.federation, { actor: actorOf(member), operation, request: place.council }, (entries) =>
      database.scoped({ scope: 'staff', federation: member.federation }, (db) => work(db, entries)),
    );
  }

  /** The ballot, held until the transaction ends. A tag that is asked for must be given and be that of the ballot. */
  async #held(db: Db, place: BallotPlace, ...tags: readonly (string | undefined)[]): Promise<BallotRow> {
    const row = await lockedRow(db, place);
    if (!row) throw new ProblemError((await councilOf(db, place)) ? 'ballot-unknown' : 'council-unknown');
    if (tags.length === 0) return row;
    if (tags[0] === undefined) throw new ProblemError('precondition-missing');
    if (tags[0].trim() !== ballotTag(row)) throw new ProblemError('precondition-failed');
    return row;
  }

  async #request(operation: string, { federation, id }: OpenedSession, key: string, body: readonly unknown[]) {
    const request = this.parts.idempotency.request(operation, federation, key, [...body, id]);
    // The federation's key is read by a transaction of its own: before the one that needs it holds a connection.
    await this.parts.idempotency.sealAnswer(request, '');
    return request;
  }

  /** What was kept for a key that was used before. */
  async #claim(db: Db, request: IdempotentRequest): Promise<string | undefined> {
    const { rows: claimed } = await sql<KeyOutcome>`select outcome, answer from claim_ballot_key(${request.federation},
      ${request.keyMac}, ${request.bodyMac}, ${request.lock}::bigint, ${request.freshSince}::timestamptz)`.execute(db);
    return this.parts.idempotency.resolve(request, claimed[0]!);
  }

  async #keep(db: Db, request: IdempotentRequest, text: string, now: Date): Promise<void> {
    const sealed = await this.parts.idempotency.sealAnswer(request, text);
    await sql`select keep_ballot_answer(${request.federation}, ${request.keyMac}, ${request.bodyMac}, ${sealed},
      ${now}::timestamptz)`.execute(db);
  }
}

/** A page of ballots, as whoever asks sees them. */
export async function pageOf(
  { ballots, cursorKey }: Pick<BallotDeskParts, 'ballots' | 'cursorKey'>,
  scope: Parameters<BallotRepository['list']>[0],
  councilId: string,
  cursor: string | undefined,
  limit = defaultLimit,
): Promise<Schemas['BallotPage']> {
  const listing = [scope.scope === 'staff' ? 'listAllBallots' : 'listBallots', councilId];
  const [listedAt, id] = readCursor(cursorKey, listing, cursor, 2) ?? [];
  const after = listedAt === undefined || id === undefined ? undefined : { listedAt, id };
  const found = await ballots.list(scope, placeOf(councilId), after, limit + 1);
  if (!found) throw new ProblemError('council-unknown');
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ballotOf(row)),
    ...(found.length > limit &&
      last && { nextCursor: writeCursor(cursorKey, listing, [last.listed_at.toISOString(), last.id]) }),
  };
}

async function councilOf(db: Db, { federation, council }: CouncilPlace) {
  return db
    .selectFrom('councils')
    .select('ended')
    .where('federation', '=', federation)
    .where('id', '=', council)
    .executeTakeFirst();
}

/** What is stored of a draft. Throws `ballot-refused` where its rules do not fit, or what it names is not there. */
async function columnsOf(db: Db, place: BallotPlace, draft: Schemas['BallotDraft']) {
  const { motion, rules, again, options: given } = storable(draft);
  const options =
    rules.method === 'yes-no' && given.length === 0
      ? yesNoOptions.map((id) => ({ id, title: yesNoTitles[id]! }))
      : given;
  const findings: Finding[] = findRuleFaults(rules, options);
  const missing = (where: string) => findings.push({ where: `body/${where}`, code: 'unknown' });
  if (motion.topic !== undefined && !(await isIn(db, 'council_topics', place, motion.topic))) missing('motion/topic');
  if (motion.meeting !== undefined && !(await isIn(db, 'council_meetings', place, motion.meeting)))
    missing('motion/meeting');
  if (again !== undefined && !(await isOver(db, place, again))) missing('again');
  if (findings.length > 0) throw new ProblemError('ballot-refused', { findings });
  return {
    motion: canonicalJson(motion),
    options: canonicalJson(options),
    rules: canonicalJson(rules),
    secret: rules.secrecy === 'secret',
    revote: rules.revote,
    meeting: motion.meeting ?? null,
    // No finer than what the wire and the log say.
    closes_at: new Date(draft.closesAt),
    again: again ?? null,
  };
}

async function isIn(db: Db, table: 'council_topics' | 'council_meetings', place: BallotPlace, id: string) {
  const found = await db
    .selectFrom(table)
    .select('id')
    .where('federation', '=', place.federation)
    .where('council', '=', place.council)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a ballot ended in a tie that asks for another one, which is not there yet. */
async function isOver(db: Db, place: BallotPlace, id: string): Promise<boolean> {
  const row = await rows(db, place).where('ballots.id', '=', id).executeTakeFirst();
  if (!row || (row.rerun !== null && row.rerun !== place.id)) return false;
  return mayRunAgain(row.state, resultOf(row));
}
