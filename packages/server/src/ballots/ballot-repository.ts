import { sql, type Kysely } from 'kysely';
import { pinned, type CouncilPlace } from '../councils/council-place.js';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { BallotRow, VoteRow } from './ballot-rows.js';
import type { BallotPlace } from './box.js';

/** Who looks: everybody, or a member of staff in her federation and those below it. */
export type BallotScope = { readonly scope: 'council' } | { readonly scope: 'staff'; readonly federation: string };

/** Where a page goes on: after this one. */
export interface BallotPosition {
  readonly listedAt: string;
  readonly id: string;
}

/** Reads ballots. Drafts are there for staff only. */
export class BallotRepository {
  constructor(private readonly database: Database) {}

  /** A page, the latest first; undefined where the council is not there for who asks. */
  async list(
    scope: BallotScope,
    place: CouncilPlace,
    after: BallotPosition | undefined,
    limit: number,
  ): Promise<BallotRow[] | undefined> {
    return this.database.scoped(scopeOf(scope, place), async (db) => {
      let query = rows(db, place).orderBy('ballots.listed_at', 'desc').orderBy('ballots.id', 'desc').limit(limit);
      if (after)
        query = query.where(
          sql<boolean>`(ballots.listed_at, ballots.id) < (${after.listedAt}::timestamptz, ${after.id}::uuid)`,
        );
      const found = await query.execute();
      return found.length > 0 || (await isThere(db, place)) ? found : undefined;
    });
  }

  /** One ballot and, where it was an open one that is closed, who voted what. 'council-unknown' and 'ballot-unknown' say what is missing. */
  async find(
    scope: BallotScope,
    place: BallotPlace,
  ): Promise<{ row: BallotRow; votes: VoteRow[] | undefined } | 'council-unknown' | 'ballot-unknown'> {
    return this.database.scoped(scopeOf(scope, place), async (db) => {
      const row = await rows(db, place).where('ballots.id', '=', place.id).executeTakeFirst();
      if (!row) return (await isThere(db, place)) ? 'ballot-unknown' : 'council-unknown';
      const published = row.result !== null && row.paper_key === null;
      return { row, votes: published ? await votesOf(db, place) : undefined };
    });
  }

  /** The receipts of what was counted, sorted; null where it is not closed. */
  async receipts(place: BallotPlace): Promise<Buffer[] | null | 'council-unknown' | 'ballot-unknown'> {
    return this.database.scoped(pinned(place), async (db) => {
      const row = await db
        .selectFrom('ballots')
        .select('receipts')
        .where('federation', '=', place.federation)
        .where('council', '=', place.council)
        .where('id', '=', place.id)
        .executeTakeFirst();
      if (!row) return (await isThere(db, place)) ? 'ballot-unknown' : 'council-unknown';
      return row.receipts;
    });
  }

  /** Open ballots whose time is over. */
  async due(limit: number): Promise<BallotPlace[]> {
    return this.database.scoped({ scope: 'watch' }, (db) =>
      db
        .selectFrom('ballots')
        .select(['federation', 'council', 'id'])
        .where('state', '=', 'open')
        .where('closes_at', '<=', sql<Date>`clock_timestamp()`)
        .orderBy('closes_at')
        .limit(limit)
        .execute(),
    );
  }
}

function scopeOf(scope: BallotScope, place: CouncilPlace) {
  return scope.scope === 'staff' ? { scope: 'staff' as const, federation: scope.federation } : pinned(place);
}

async function isThere(db: Kysely<Tables>, { federation, council }: CouncilPlace): Promise<boolean> {
  const found = await db
    .selectFrom('councils')
    .select('id')
    .where('federation', '=', federation)
    .where('id', '=', council)
    .executeTakeFirst();
  return found !== undefined;
}

/** Ballots of a council, as the scope of the transaction shows them. */
export function rows(db: Kysely<Tables>, { federation, council }: CouncilPlace) {
  return db
    .selectFrom('ballots')
    .select([
      'ballots.federation',
      'ballots.council',
      'ballots.id',
      'ballots.state',
      'ballots.motion',
      'ballots.options',
      'ballots.rules',
      'ballots.closes_at',
      'ballots.listed_at',
      'ballots.opened_at',
      'ballots.closed_at',
      'ballots.again',
      'ballots.eligible',
      'ballots.paper_key',
      'ballots.result',
      'ballots.revision',
    ])
    .select((query) => [
      sql<Date>`clock_timestamp()`.as('now'),
      sql<number>`coalesce(ballots.eligible, (select count(*)::integer from council_members m
        where m.federation = ballots.federation and m.council = ballots.council and m.left_at is null))`.as('voters'),
      query
        .selectFrom('ballots as later')
        .select('later.id')
        .whereRef('later.federation', '=', 'ballots.federation')
        .whereRef('later.council', '=', 'ballots.council')
        .whereRef('later.again', '=', 'ballots.id')
        .where('later.state', '<>', 'cancelled')
        .limit(1)
        .as('rerun'),
    ])
    .where('ballots.federation', '=', federation)
    .where('ballots.council', '=', council);
}

/** By member, so that the order tells nothing. */
async function votesOf(db: Kysely<Tables>, { federation, council, id }: BallotPlace): Promise<VoteRow[]> {
  return db
    .selectFrom('ballot_open_votes as vote')
    .innerJoin('council_members as member', (join) =>
      join
        .onRef('member.federation', '=', 'vote.federation')
        .onRef('member.council', '=', 'vote.council')
        .onRef('member.id', '=', 'vote.member'),
    )
    .select(['vote.member', 'member.name', 'vote.choice'])
    .where('vote.federation', '=', federation)
    .where('vote.council', '=', council)
    .where('vote.ballot', '=', id)
    .orderBy('vote.member')
    .execute();
}
