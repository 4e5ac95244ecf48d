import type { components } from '@fulian/contract/types';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import { chainOf, levelOf, subtreeOf } from '../federations/tree.js';
import { inCouncil, type CouncilPlace } from './council-place.js';

type Schemas = components['schemas'];
type Counts = Schemas['ExecutionCounts'];

/** A council with what is counted of it. */
export interface CouncilRow extends Counts {
  readonly federation: string;
  readonly id: string;
  readonly name: string;
  readonly words: string | null;
  readonly ended: boolean;
  readonly revision: number;
  readonly roll_revision: number;
  readonly federation_name: string;
  readonly depth: number;
  readonly has_children: boolean;
  readonly members: number;
}

/** Where a list of councils goes on. */
export interface CouncilPosition {
  readonly federation: string;
  readonly name: string;
  readonly id: string;
}

/** A federation of an execution report. */
export interface ReportRow extends Counts {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly has_children: boolean;
  readonly councils: number;
}

const hasChildren = sql<boolean>`exists (select from federations below where below.parent = f.code)`;

/** X1 in SQL: what `executionCounts` of the rules counts. */
const counts = (today: string) => sql`count(*)::int as resolutions,
  (count(*) filter (where state in ('accepted', 'dropped') or due < ${today}))::int as due,
  (count(*) filter (where state = 'accepted'))::int as accepted,
  (count(*) filter (where state not in ('accepted', 'dropped') and due < ${today}))::int as late`;

const councilRows = (today: string) => sql`
  select c.federation, c.id, c.name, c.words, c.ended, c.revision, c.roll_revision, f.name as federation_name, f.depth,
    ${hasChildren} as has_children, r.*,
    (select count(*)::int from council_members m
      where m.federation = c.federation and m.council = c.id and m.left_at is null) as members
  from councils c join federations f on f.code = c.federation
    cross join lateral (select ${counts(today)} from council_resolutions r
      where r.federation = c.federation and r.council = c.id) r`;

/** Reads councils and sums over them. */
export class CouncilRepository {
  constructor(private readonly database: Database) {}

  /** One council; undefined where there is none. `today`: the day in China. */
  async find(place: CouncilPlace, today: string): Promise<CouncilRow | undefined> {
    return inCouncil(this.database, place, (db) => findCouncil(db, place, today));
  }

  /** At most `limit` councils of a federation and those below it, by federation and name. */
  async list(
    code: string,
    today: string,
    options: {
      readonly q?: string | undefined;
      readonly after?: CouncilPosition | undefined;
      readonly limit: number;
    },
  ): Promise<CouncilRow[]> {
    const { low, high } = subtreeOf(code);
    const { q, after, limit } = options;
    const named = q === undefined ? sql`` : sql`and position(lower(${q}) in lower(c.name)) > 0`;
    const further = after
      ? sql`and (c.federation, c.name collate "C", c.id) > (${after.federation}, ${after.name}, ${after.id}::uuid)`
      : sql``;
    return this.database.scoped({ scope: 'report' }, async (db) => {
      const { rows } = await sql<CouncilRow>`${councilRows(today)}
        where c.federation between ${low} and ${high} ${named} ${further}
        order by c.federation, c.name collate "C", c.id limit ${limit}`.execute(db);
      return rows;
    });
  }

  /**
   * A federation and those directly below it, each with everything below it, by one statement: the sums come by the first digits of the
   * codes. Empty where there is no such federation.
   */
  async report(code: string, today: string): Promise<ReportRow[]> {
    const { low, high } = subtreeOf(code);
    // How many digits tell those directly below from each other.
    const digits = [4, 6, 9, 12, 12][chainOf(code).length - 1]!;
    return this.database.scoped({ scope: 'report' }, async (db) => {
      const { rows } = await sql<ReportRow>`
        with done as (
          select left(federation, ${digits}) as part, ${counts(today)} from council_resolutions
          where federation between ${low} and ${high} group by 1
        ), there as (
          select left(federation, ${digits}) as part, count(*)::int as councils from councils
          where federation between ${low} and ${high} group by 1
        ), listed as (
          select f.code, f.name, f.depth, ${hasChildren} as has_children, left(f.code, ${digits}) as part
          from federations f where f.code = ${code} or f.parent = ${code}
        )
        select l.code, l.name, l.depth, l.has_children, coalesce(sum(t.councils), 0)::int as councils,
          coalesce(sum(d.resolutions), 0)::int as resolutions, coalesce(sum(d.due), 0)::int as due,
          coalesce(sum(d.accepted), 0)::int as accepted, coalesce(sum(d.late), 0)::int as late
        from listed l left join there t on l.code = ${code} or t.part = l.part left join done d on d.part = t.part
        group by l.code, l.name, l.depth, l.has_children order by l.depth, l.code`.execute(db);
      return rows;
    });
  }
}

/** The same within a transaction that sees it. */
export async function findCouncil(
  db: Kysely<Tables>,
  { federation, council }: CouncilPlace,
  today: string,
): Promise<CouncilRow | undefined> {
  const { rows } = await sql<CouncilRow>`${councilRows(today)}
    where c.federation = ${federation} and c.id = ${council}`.execute(db);
  return rows[0];
}

/** A council on the wire. */
export function councilOf(row: CouncilRow): Schemas['Council'] {
  const { federation, id, name, words, ended, members } = row;
  return {
    id: `${federation}-${id}`,
    federation: {
      code: federation,
      level: levelOf(row.depth),
      name: row.federation_name,
      hasChildren: row.has_children,
    },
    name,
    ...(words !== null && { words }),
    state: ended ? 'ended' : 'active',
    members,
    counts: countsOf(row),
  };
}

/** The counts of a row on the wire. */
export function countsOf({ resolutions, due, accepted, late }: Counts): Counts {
  return { resolutions, due, accepted, late };
}

/** A report on the wire. The first row is the federation itself. */
export function reportOf([own, ...children]: readonly ReportRow[]): Schemas['ExecutionReport'] {
  const one = (row: ReportRow) => ({
    federation: { code: row.code, level: levelOf(row.depth), name: row.name, hasChildren: row.has_children },
    councils: row.councils,
    counts: countsOf(row),
  });
  return { ...one(own!), children: children.map(one) };
}
