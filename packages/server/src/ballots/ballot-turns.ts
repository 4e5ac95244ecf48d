import {
  ballotChecks,
  ballotStepsAllowed,
  canonicalJson,
  checksPass,
  decideTie,
  type BallotOpenedBody,
  type CheckFacts,
  type Choice,
} from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Members } from '../membership/members.js';
import { ProblemError } from '../problem.js';
import { countOpen, countSecret, resultText, type Counted } from './ballot-count.js';
import type { BallotKeys } from './ballot-keys.js';
import { rows, type BallotRepository } from './ballot-repository.js';
import { partsOf, placeOfRow, resultOf, type BallotRow } from './ballot-rows.js';
import type { BallotPlace } from './box.js';
import { ballotPlace, type BallotPath } from './voting.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** What opening, closing and deciding need. */
export interface BallotTurnParts {
  readonly database: Database;
  readonly ballots: BallotRepository;
  readonly keys: BallotKeys;
  readonly members: Members;
}

/** Ballots that are closed in one go. */
const batch = 100;

/** The turns of a ballot that the log tells: opened, closed, decided by the chair. */
export class BallotTurns {
  constructor(private readonly parts: BallotTurnParts) {}

  /** What stands against the next step. */
  async check(row: BallotRow): Promise<Schemas['BallotCheck']> {
    return this.parts.database.scoped(scopeOf(placeOfRow(row)), async (db) => ({
      checks: ballotChecks(await checkFacts(db, row)),
    }));
  }

  /**
   * Opens a draft, within a transaction that holds it. The roll is that of the log at this entry: nobody joins or leaves between the
   * two. Throws `ballot-refused`. `made`: the keys, which were drawn before.
   */
  async open(db: Db, row: BallotRow, made: Awaited<ReturnType<BallotKeys['make']>>, audit: string): Promise<void> {
    const place = placeOfRow(row);
    await pin(db, place);
    await sql`select from council_log_heads where federation = ${place.federation} and council = ${place.council}
      for update`.execute(db);
    refuseUnlessReady(row, await checkFacts(db, row), 'open');
    const members = await rollOf(db, place);
    const { motion, options, rules } = partsOf(row);
    const secret = rules.secrecy === 'secret';
    const ids = members.map(({ id }) => id);
    const body: BallotOpenedBody = {
      ballot: row.id,
      motion,
      options: [...options],
      rules,
      members: ids,
      closesAt: row.closes_at.toISOString(),
      ...(secret && { paperKey: Buffer.from(made.paper.public).toString('hex') }),
      ...(row.again !== null && { again: row.again }),
    };
    await sql`select open_ballot(${place.federation}, ${place.council}, ${place.id}, ${ids},
      ${secret ? Buffer.from(made.paper.public) : null}::bytea, ${secret ? made.sealed : null}::bytea,
      ${canonicalJson(body)}, ${audit}::jsonb)`.execute(db);
  }

  /**
   * Closes and counts an open ballot, within a transaction that holds it: who casts at this moment has come before, or comes too late.
   * Throws `ballot-refused` while time is left and somebody has not voted.
   */
  async close(db: Db, row: BallotRow, audit: string | null): Promise<void> {
    const place = placeOfRow(row);
    await pin(db, place);
    const facts = await checkFacts(db, row);
    refuseUnlessReady(row, facts, 'close');
    const { state, result, receipts, body } = await this.#count(db, row, facts);
    await sql`select close_ballot(${place.federation}, ${place.council}, ${place.id}, ${state}, ${resultText(result)},
      ${receipts}::bytea[], ${canonicalJson(body)}, ${audit}::jsonb)`.execute(db);
  }

  /** After a closing was committed: keys are forgotten, and the database gives up what was deleted, where it lets us. */
  async tidy(place: BallotPlace): Promise<void> {
    this.parts.keys.forget(place);
    await sql`vacuum (skip_locked) ballot_boxes, ballot_keys, ballot_rolls`.execute(this.parts.database.kysely);
  }

  /**
   * Closes every ballot whose time is over. Several services may do so at once: who comes second finds it closed. Resolves to the ballots that were
   * closed here.
   */
  async closeDue(failed: (error: unknown) => void): Promise<BallotPlace[]> {
    const { database, ballots } = this.parts;
    const closed: BallotPlace[] = [];
    for (const place of await ballots.due(batch)) {
      try {
        await this.parts.keys.ready(place);
        const done = await database.scoped(scopeOf(place), async (db) => {
          const row = await lockedRow(db, place);
          if (row?.state !== 'open') return false;
          await this.close(db, row, null);
          return true;
        });
        if (!done) continue;
        closed.push(place);
        await this.tidy(place);
      } catch (error) {
        // One that cannot be closed now does not keep the others open.
        failed(error);
      }
    }
    return closed;
  }

  /**
   * The chair's casting vote. The same one again is answered the same. Throws `member-refused`, `council-unknown`, `ballot-unknown`,
   * `ballot-refused` and `vote-invalid`.
   */
  async decide(token: string, path: BallotPath, choice: Choice): Promise<void> {
    const { member } = await this.parts.members.openFor(token, path.councilId);
    const place = ballotPlace(path);
    await this.parts.database.scoped(scopeOf(place), async (db) => {
      const row = await lockedRow(db, place);
      if (!row || row.state === 'draft') throw new ProblemError('ballot-unknown');
      // Who is chair changes with an entry of the log only.
      await sql`select from council_log_heads where federation = ${place.federation} and council = ${place.council}
        for update`.execute(db);
      const chair = (await rollOf(db, place)).find(({ role }) => role === 'chair');
      if (chair?.id !== member.id) throw refusal('not-chair');
      const result = resultOf(row);
      const [chosen, ...more] = choice.picks ?? [];
      if (row.state === 'closed' && result?.tie?.chosen !== undefined && result.tie.chosen === chosen) return;
      if (!result || !ballotStepsAllowed(row.state).includes('decide')) throw refusal('not-tied');
      if (chosen === undefined || more.length > 0 || !result.tie?.between.includes(chosen))
        throw new ProblemError('vote-invalid', { findings: [{ where: 'body/choice/picks', code: 'not-offered' }] });
      const decided = decideTie(result, partsOf(row).rules, chosen);
      const body = { ballot: row.id, member: member.id, choice: { picks: [chosen] }, result: decided };
      await sql`select decide_ballot(${place.federation}, ${place.council}, ${place.id}, ${resultText(decided)},
        ${canonicalJson(body)})`.execute(db);
    });
  }

  async #count(db: Db, row: BallotRow, { present }: CheckFacts): Promise<Counted> {
    const place = placeOfRow(row);
    const { rules, options } = partsOf(row);
    const facts = { place, rules, options, eligible: row.voters, present };
    if (rules.secrecy === 'open') {
      const votes = await db
        .selectFrom('ballot_open_votes')
        .select(['member', 'choice', 'salt', 'receipt'])
        .where('ballot', '=', place.id)
        .orderBy('member')
        .execute();
      return countOpen(facts, votes);
    }
    const box = await db
      .selectFrom('ballot_boxes')
      .innerJoin('ballot_keys', 'ballot_keys.ballot', 'ballot_boxes.ballot')
      .select(['ballot_boxes.receipts', 'ballot_boxes.sealed', 'ballot_keys.sealed as keys'])
      .where('ballot_boxes.ballot', '=', place.id)
      .executeTakeFirstOrThrow();
    const { papers } = await progressOf(db, place);
    return countSecret(facts, { ...box, papers }, await this.parts.keys.open(place, box.keys));
  }
}

/** Closes what is due now and every two seconds until the signal; a round that fails is told, and what it left is closed by the next. */
export function watchBallots(turns: BallotTurns, failed: (error: unknown) => void, signal: AbortSignal): void {
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    await turns.closeDue(failed).catch(failed);
    running = false;
  };
  const timer = setInterval(() => void run(), 2_000);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  void run();
}

/** The scope of one ballot. */
function scopeOf({ federation, council, id }: BallotPlace) {
  return { scope: 'ballot', federation, council, ballot: id } as const;
}

/** A ballot that this transaction holds until it ends, read after it has waited for those that cast. */
export async function lockedRow(db: Db, place: BallotPlace): Promise<BallotRow | undefined> {
  await sql`select from ballots where federation = ${place.federation} and council = ${place.council}
    and id = ${place.id} for update`.execute(db);
  return rows(db, place).where('ballots.id', '=', place.id).executeTakeFirst();
}

/** A step that cannot be taken; `code` says why. */
export function refusal(...codes: readonly string[]): ProblemError {
  return new ProblemError('ballot-refused', { findings: codes.map((code) => ({ where: 'checks', code })) });
}

function refuseUnlessReady(row: BallotRow, facts: CheckFacts, step: 'open' | 'close'): void {
  if (!ballotStepsAllowed(row.state).includes(step)) throw refusal(row.state);
  const checks = ballotChecks(facts);
  if (!checksPass(checks)) throw refusal(...checks.filter(({ ok, blocks }) => !ok && blocks).map(({ id }) => id));
}

async function pin(db: Db, { federation, council, id }: BallotPlace): Promise<void> {
  await sql`select pin_ballot(${federation}, ${council}, ${id})`.execute(db);
}

/** Who is on the roll now, by id as in the log. */
async function rollOf(db: Db, { federation, council }: BallotPlace) {
  return db
    .selectFrom('council_members')
    .select(['id', 'role'])
    .select(
      sql<boolean>`subject is not null or exists (select from council_invitations i where i.federation = council_members.federation
        and i.council = council_members.council and i.member = council_members.id)`.as('invited'),
    )
    .where('federation', '=', federation)
    .where('council', '=', council)
    .where('left_at', 'is', null)
    .orderBy('id')
    .execute();
}

async function progressOf(db: Db, { federation, council, id }: BallotPlace) {
  const { rows: found } = await sql<{ eligible: number | null; papers: number; votes: number }>`
    select eligible, coalesce(papers, 0) as papers, votes from ballot_progress(${federation}, ${council}, ${id})`.execute(
    db,
  );
  return found[0]!;
}

/** What the rules need to know of a ballot, in its scope. */
async function checkFacts(db: Db, row: BallotRow): Promise<CheckFacts> {
  const place = placeOfRow(row);
  const { motion, options, rules } = partsOf(row);
  const roll = await rollOf(db, place);
  const voters = await db
    .selectFrom('ballot_rolls')
    .select('members')
    .where('ballot', '=', place.id)
    .executeTakeFirst();
  const meeting =
    motion.meeting === undefined
      ? undefined
      : await db
          .selectFrom('council_meetings')
          .select('present')
          .where('federation', '=', place.federation)
          .where('council', '=', place.council)
          .where('id', '=', motion.meeting)
          .executeTakeFirst();
  const counted = new Set(voters?.members ?? roll.map(({ id }) => id));
  const { rows: clock } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return {
    state: row.state,
    rules,
    options,
    closesAt: row.closes_at,
    now: clock[0]!.now,
    eligible: counted.size,
    notInvited: roll.filter(({ invited }) => !invited).length,
    hasChair: roll.some(({ role }) => role === 'chair'),
    ...(meeting?.present && { present: meeting.present.filter((id) => counted.has(id)).length }),
    ...(row.state === 'open' && { voted: (await progressOf(db, place)).votes }),
  };
}
