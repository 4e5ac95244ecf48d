import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { subtreeOf } from '../federations/tree.js';
import type { Period } from './periods.js';

/** What cases are counted by. */
export type Dimension = 'category' | 'channel' | 'grade' | 'unit' | 'measure';

/** Counts of one county (or of who stands above them) and one month. */
export interface CountedRow {
  readonly month: string;
  readonly county: string;
  /** Null in the row of all. */
  readonly dimension: Dimension | null;
  readonly code: string | null;
  readonly count: number;
}

/** The row of all of one county and one month, with the rates. */
export interface CountedTotal {
  readonly month: string;
  readonly county: string;
  readonly count: number;
  readonly closed: number;
  readonly decided: number;
  readonly on_time: number;
  readonly resolved: number;
  readonly followed: number;
  readonly repeated: number;
}

/** What is to be counted. */
export interface CountQuestion {
  readonly reader: string;
  readonly code: string;
  readonly period: Period;
  readonly depth: number;
  readonly now: Date;
  readonly forAll: boolean;
}

/** Lengths of what all codes below a federation begin with, by its level from 1. */
const lengths = [2, 4, 6, 9, 12];

/** Counts cases by SQL. */
export class ReportRepository {
  constructor(private readonly database: Database) {}

  /**
   * Counts the cases that came within a period and that a federation or one below it handles now; those that staff of `reader` may not
   * see are not counted. `depth` is the level of the units that they are counted by, from 1. `forAll` leaves out what is kept from the
   * county or from those above it: else the difference of two reports would tell that there is such a case.
   */
  async count({ reader, code, period, depth, now, forAll }: CountQuestion): Promise<{
    totals: CountedTotal[];
    rows: CountedRow[];
  }> {
    const { low, high } = subtreeOf(code);
    const kept = sql`and not excluded_units && array[county, rpad(left(county, 4), 12, '0'), rpad(left(county, 2), 12, '0')]`;
    const width = lengths[depth - 1] ?? 12;
    return this.database.scoped({ scope: 'staff', federation: reader }, async (db) => {
      const cases = sql`select federation, id, county, category, channel, grade, limits, follow_ups,
          resolved_at, ended_at, submitted_at, marks,
          coalesce(division, federation) as place, rpad(left(owner, ${width}::int), 12, '0') as unit,
          to_char(submitted_at at time zone 'UTC' + interval '8 hours', 'YYYY-MM') as month
        from help_requests
        where owner between ${low} and ${high} and submitted_at >= ${period.begin} and submitted_at < ${period.end}
          ${forAll ? kept : sql``}`;
      const counted = await sql<CountedTotal & CountedRow & Record<Dimension, string | null>>`
        with cases as materialized (${cases}),
        facts as materialized (select cases.*,
          exists (select from jsonb_array_elements(limits) l
            where l ? 'metAt' or (l->>'due')::timestamptz <= ${now}) as decided,
          not exists (select from jsonb_array_elements(limits) l
            where coalesce((l->>'metAt')::timestamptz, ${now}) > (l->>'due')::timestamptz) as on_time,
          exists (select from jsonb_array_elements(follow_ups) f where f ? 'doneAt') as followed,
          exists (select from case_marks m
            join help_requests earlier on earlier.federation = m.federation and earlier.id = m.request_id
            where m.mark = any (cases.marks) and m.request_id <> cases.id
              and (m.kind = 'phone' or coalesce(earlier.division, earlier.federation) = place)
              and earlier.submitted_at < cases.submitted_at) as repeated
          from cases)
        select month, county, category, channel, grade, unit, count(*)::int as count,
          count(*) filter (where ended_at is not null)::int as closed,
          count(*) filter (where decided)::int as decided,
          count(*) filter (where decided and on_time)::int as on_time,
          count(*) filter (where resolved_at is not null)::int as resolved,
          count(*) filter (where resolved_at is not null and followed)::int as followed,
          count(*) filter (where repeated)::int as repeated
        from facts
        group by grouping sets ((month, county), (month, county, category), (month, county, channel),
          (month, county, grade), (month, county, unit))`.execute(db);
      const measured = await sql<{ month: string; county: string; code: string; count: number }>`
        with cases as materialized (${cases})
        select month, county, e.facts->>'measure' as code, count(distinct (cases.federation, id))::int as count
        from cases join case_events e on e.federation = cases.federation and e.request_id = cases.id and e.kind = 'measure'
        where e.facts ? 'measure'
        group by month, county, code`.execute(db);
      const totals: CountedTotal[] = [];
      const rows: CountedRow[] = measured.rows.map((row) => ({ ...row, dimension: 'measure' }));
      for (const row of counted.rows) {
        const dimension = (['category', 'channel', 'grade', 'unit'] as const).find((one) => row[one] !== null);
        if (!dimension) totals.push(row);
        else {
          const { month, county, count } = row;
          rows.push({ month, county, dimension, code: row[dimension], count });
        }
      }
      return { totals, rows };
    });
  }
}
