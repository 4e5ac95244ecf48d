import { acceptedBy, executionStepsAllowed, isLate, mayAccept } from '@fulian/contract/rules/council';
import type { components } from '@fulian/contract/types';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { CouncilPlace } from './council-place.js';
import type { TimePosition } from './topic-rows.js';

type Schemas = components['schemas'];
type Db = Kysely<Tables>;

/** A resolution with its evidence, its ratings, and who proposed what it came from. */
export interface ResolutionRow {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly ballot: string | null;
  readonly topic: string | null;
  readonly decided_at: Date;
  readonly state: Schemas['ResolutionState'];
  readonly responsible: string;
  readonly due: string;
  readonly accepted_at: Date | null;
  readonly acceptance: string | null;
  readonly notice_from: string | null;
  readonly notice_until: string | null;
  readonly revision: number;
  readonly proposer: string | null;
  readonly proposer_on_roll: boolean;
  readonly evidence: readonly { readonly at: string; readonly words: string }[];
  readonly ratings: number;
  readonly points: number;
  readonly own_points: number | null;
}

/** From how many ratings on their mean is said. */
const fewestRatings = 5;
const mostEvidence = 50;

/** Resolutions, the latest first. `viewer`: the member who looks. */
export function findResolutions(
  db: Db,
  place: CouncilPlace,
  { before, limit }: { readonly before?: TimePosition | undefined; readonly limit: number },
  viewer?: string,
): Promise<readonly ResolutionRow[]> {
  const wanted = before ? [sql`(r.decided_at, r.id) < (${before.at}::timestamptz, ${before.id}::uuid)`] : [];
  return select(db, place, wanted, limit, viewer);
}

/** One resolution; undefined where the council has none of that id. */
export async function findResolution(
  db: Db,
  place: CouncilPlace,
  id: string,
  viewer?: string,
): Promise<ResolutionRow | undefined> {
  return (await select(db, place, [sql`r.id = ${id}::uuid`], 1, viewer))[0];
}

async function select(
  db: Db,
  { federation, council }: CouncilPlace,
  wanted: readonly RawBuilder<unknown>[],
  limit: number,
  viewer: string | undefined,
): Promise<readonly ResolutionRow[]> {
  const { rows } = await sql<ResolutionRow>`
    select r.*, t.member as proposer, m.id is not null and m.left_at is null as proposer_on_roll, e.evidence,
      g.ratings, g.points, g.own_points
    from council_resolutions r
      left join council_topics t on t.federation = r.federation and t.council = r.council and t.id = r.topic
      left join council_members m on m.federation = r.federation and m.council = r.council and m.id = t.member
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'words', e.words) order by e.seq), '[]') as evidence
        from (select * from council_evidence e
          where e.federation = r.federation and e.council = r.council and e.resolution = r.id
          order by e.seq desc limit ${mostEvidence}) e) e
      cross join lateral (
        select count(*)::int as ratings, coalesce(sum(g.points), 0)::int as points,
          (max(g.points) filter (where g.member = ${viewer ?? ''}))::int as own_points
        from council_ratings g
        where g.federation = r.federation and g.council = r.council and g.resolution = r.id) g
    where ${sql.join([sql`r.federation = ${federation}`, sql`r.council = ${council}::uuid`, ...wanted], sql` and `)}
    order by r.decided_at desc, r.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Who says that it was carried out (X2). */
export function acceptorOf({ proposer, proposer_on_roll }: Pick<ResolutionRow, 'proposer' | 'proposer_on_roll'>) {
  return acceptedBy({ onRoll: proposer_on_roll, ...(proposer !== null && { proposer }) });
}

/** Who looks at a resolution: a member by her id, the organiser, or anybody, who is told nothing about herself. */
export type ResolutionViewer = { readonly member: string } | 'organiser' | 'anybody';

/** A resolution on the wire. `today`: the day in China. */
export function resolutionOf(row: ResolutionRow, today: string, viewer: ResolutionViewer): Schemas['Resolution'] {
  const { state, due, ratings, notice_from: from, notice_until: until } = row;
  return {
    id: row.id,
    title: row.title,
    words: row.words,
    ...(row.ballot !== null && { ballot: row.ballot }),
    ...(row.topic !== null && { topic: row.topic }),
    decidedAt: row.decided_at.toISOString(),
    state,
    responsible: row.responsible,
    due,
    isLate: isLate({ state, due }, today),
    evidence: row.evidence.map(({ at, words }) => ({ at: new Date(at).toISOString(), words })),
    ...(row.accepted_at && { acceptedAt: row.accepted_at.toISOString() }),
    ...(row.acceptance !== null && { acceptance: row.acceptance }),
    ...(viewer !== 'anybody' && { mayAccept: isAcceptedBy(row, viewer) }),
    ...(row.own_points !== null && { yourRating: row.own_points }),
    ratings: {
      count: ratings,
      ...(ratings >= fewestRatings && { mean: Math.round((row.points / ratings) * 10) / 10 }),
    },
    ...(from !== null && until !== null && { notice: { from, until } }),
  };
}

/** Whether it waits for who looks at it (X2). */
function isAcceptedBy(row: ResolutionRow, viewer: Exclude<ResolutionViewer, 'anybody'>): boolean {
  const acceptor = acceptorOf(row);
  if (viewer === 'organiser') return executionStepsAllowed(row.state, acceptor).includes('accept');
  return row.proposer === viewer.member && mayAccept(row.state, acceptor);
}
