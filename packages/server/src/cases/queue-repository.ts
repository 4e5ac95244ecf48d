import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Database, Plan, Scope } from '../database/database.js';
import { chainOf, subtreeOf } from '../federations/tree.js';
import type { CasePlace, CaseSummaryRow } from './case-rows.js';

/** Which part of the queue. */
export type QueueView = 'open' | 'mine' | 'unassigned' | 'incoming' | 'overdue' | 'unread' | 'ended' | 'all';
/** What stands first. */
export type QueueSort = 'due' | 'newest' | 'changed';

/** What a queue is asked. */
export interface QueueQuery {
  /** Whose queue; those below it are in it. */
  readonly code: string;
  /** Who asks: her id, and the federation that she works for, which row-level security goes by. */
  readonly member: { readonly id: string; readonly federation: string };
  readonly now: Date;
  readonly view: QueueView;
  readonly sort: QueueSort;
  readonly states?: readonly string[] | undefined;
  readonly grades?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly worker?: string | undefined;
  readonly division?: string | undefined;
  readonly ids?: readonly CasePlace[] | undefined;
  /** What a case is searched by. */
  readonly find?: { readonly number: string | undefined; readonly marks: readonly Buffer[] } | undefined;
}

/** Which rows of the queue: after a place in its order, or past so many. */
export interface QueuePage {
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** How many open cases wait for whom. */
export type QueueCounts = Readonly<
  Record<'all' | 'mine' | 'unassigned' | 'incoming' | 'overdue' | 'unread' | 'red', number>
>;

const columns = sql.raw(
  ['federation', 'id', 'number', 'revision', 'state', 'waiting', 'grade', 'category', 'channel', 'division', 'owner']
    .concat(['assignee', 'assignee_name', 'submitted_at', 'changed_at', 'next_limit', 'next_due', 'next_due_2'])
    .concat(['next_due_3', 'ended_at', 'unread'])
    .map((name) => `h.${name}`)
    .join(', '),
);

const orders: Record<QueueSort, { readonly column: RawBuilder<unknown>; readonly descends: boolean }> = {
  due: { column: sql.raw('next_due'), descends: false },
  newest: { column: sql.raw('submitted_at'), descends: true },
  changed: { column: sql.raw('changed_at'), descends: true },
};

/**
 * Reads queues. A county's comes from one index in the order that is asked for; that of a city or province is merged from its
 * counties, so that a page costs the same however many cases there are; a township's few are sorted. What belongs to others and is
 * worked on together, or was offered, comes from `case_guests`.
 */
export class QueueRepository {
  constructor(private readonly database: Database) {}

  /** Rows of a page. */
  async page(query: QueueQuery, page: QueuePage): Promise<CaseSummaryRow[]> {
    const { column, descends } = orders[sortOf(query)];
    const direction = sql.raw(descends ? 'desc' : 'asc');
    const reach = page.skip + page.limit;
    const keyset =
      page.after === undefined
        ? sql``
        : sql`and (h.${column}, h.id) ${sql.raw(descends ? '<' : '>')} (${page.after.at}::timestamptz, ${page.after.id}::uuid)`;
    const tail = sql`order by h.${column} ${direction}, h.id ${direction} limit ${reach}::int`;
    const branches = this.#sources(query).map(
      (source) => sql`(${source(sql`select ${columns} from help_requests h where ${whereOf(query)} ${keyset}`, tail)})`,
    );
    return this.#scoped(
      query,
      (run) =>
        run<CaseSummaryRow>(
          sql`select * from (${sql.join(branches, sql` union all `)}) h order by h.${column} ${direction}, h.id ${direction}
            limit ${page.limit}::int offset ${page.skip}::int`,
        ),
      'in-order',
    );
  }

  /** How many fit in all; not more than `most`, so that it costs the same however many cases there are. */
  async total(query: QueueQuery, most: number): Promise<number> {
    const counting = sql<{ count: number }>`select ${this.#counted(query, most)} as count`;
    const [row] = await this.#scoped(query, (run) => run<{ count: number }>(counting), 'in-order');
    return row!.count;
  }

  /**
   * Counts of a federation's open cases and those below it; none is more than `most`, for the same reason. Where `all` is, those that are
   * unassigned, overdue and red were counted among these only.
   */
  async counts(code: string, member: QueueQuery['member'], now: Date, most: number): Promise<QueueCounts> {
    const open: QueueQuery = { code, member, now, view: 'open', sort: 'due' };
    const branches = this.#branches(open, sql`h.assignee, h.next_due, h.grade`, most);
    const [row] = await this.#scoped(
      open,
      (run) =>
        run<QueueCounts>(sql`select count(*)::int as all,
            count(*) filter (where assignee is null)::int as unassigned,
            count(*) filter (where next_due <= ${now})::int as overdue,
            count(*) filter (where grade = 'red')::int as red,
            ${this.#counted({ ...open, view: 'mine' }, most)} as mine,
            ${this.#counted({ ...open, view: 'incoming' }, most)} as incoming,
            ${this.#counted({ ...open, view: 'unread' }, most)} as unread
          from (select * from (${branches}) b limit ${most}::int) c`),
      'in-order',
    );
    return row!;
  }

  /** How many fit, `most` at the most, as an expression. */
  #counted(query: QueueQuery, most: number): RawBuilder<number> {
    const branches = this.#branches(query, sql`h.${orders[sortOf(query)].column}`, most);
    return sql`(select count(*)::int from (select from (${branches}) b limit ${most}::int) c)`;
  }

  /** Columns of all that fit, of each source `most` at the most. In the order of the page, whose index has them together. */
  #branches(query: QueueQuery, wanted: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
    const { column, descends } = orders[sortOf(query)];
    const tail = sql`order by h.${column} ${sql.raw(descends ? 'desc' : 'asc')} limit ${most}::int`;
    return sql.join(
      this.#sources(query).map(
        (source) => sql`(${source(sql`select ${wanted} from help_requests h where ${whereOf(query)}`, tail)})`,
      ),
      sql` union all `,
    );
  }

  /** Where a queue's rows come from; each takes the select and what stands behind it, and no row comes from two. */
  #sources(query: QueueQuery): ((select: RawBuilder<unknown>, tail: RawBuilder<unknown>) => RawBuilder<unknown>)[] {
    const { low, high } = subtreeOf(query.code);
    const isOwn = sql`h.owner between ${low} and ${high}`;
    const isGuest = sql`exists (select from case_guests g where g.federation = h.federation and g.request_id = h.id
      and g.unit between ${low} and ${high})`;
    const { ids, find, view } = query;
    if (ids) {
      const wanted = sql`(h.federation, h.id) in (select * from unnest(${ids.map((one) => one.home)}::text[],
        ${ids.map((one) => one.id)}::uuid[]))`;
      return [(select, tail) => sql`${select} and ${wanted} and (${isOwn} or ${isGuest}) ${tail}`];
    }
    if (find) {
      const found = sql`(h.federation, h.id) in (select m.federation, m.request_id from case_marks m
        where m.mark = any(${find.marks}::bytea[])
        union all select r.federation, r.request_id from receipts r where r.number = ${find.number ?? ''})`;
      return [(select, tail) => sql`${select} and ${found} and (${isOwn} or ${isGuest}) ${tail}`];
    }
    if (view === 'incoming') {
      const offered = sql`(h.federation, h.id) in (select g.federation, g.request_id from case_guests g
        where g.unit = ${query.code})`;
      return [(select, tail) => sql`${select} and ${offered} ${tail}`];
    }
    if (view === 'mine') return [(select, tail) => sql`${select} and (${isOwn} or ${isGuest}) ${tail}`];
    const guests = sql`(h.federation, h.id) in (select g.federation, g.request_id from case_guests g
      where g.unit between ${low} and ${high}) and not ${isOwn}`;
    const depth = chainOf(query.code).length;
    const county = chainOf(query.code)[2];
    return [
      (select, tail) => {
        if (depth === 3) return sql`${select} and h.county = ${county} ${tail}`;
        if (depth > 3) return sql`${select} and h.county = ${county} and ${isOwn} ${tail}`;
        return sql`select h.* from (select code from federations where code between ${low} and ${high} and depth <= 3) k
          cross join lateral (${select} and h.county = k.code ${tail}) h`;
      },
      (select, tail) => sql`${select} and ${guests} ${tail}`,
    ];
  }

  #scoped<T>(
    query: QueueQuery,
    work: (run: <Row>(text: RawBuilder<unknown>) => Promise<Row[]>) => Promise<T>,
    plan?: Plan,
  ): Promise<T> {
    const scope: Scope = {
      scope: 'staff',
      federation: query.member.federation,
      // A receipt shows its row to who names its number.
      ...(query.find?.number !== undefined && { number: query.find.number }),
    };
    return this.database.scoped(
      scope,
      (db) => work(async <Row>(text: RawBuilder<unknown>) => (await text.execute(db)).rows as Row[]),
      plan,
    );
  }
}

/** The order of a queue. What has ended is due for nothing: there, and where it is among the others, the newest stands first. */
export function sortOf({ sort, view, ids, find }: Pick<QueueQuery, 'sort' | 'view' | 'ids' | 'find'>): QueueSort {
  const isWhole = ids === undefined && find === undefined && (view === 'ended' || view === 'all');
  return sort === 'due' && isWhole ? 'newest' : sort;
}

/** The conditions that do not depend on whose queue it is. */
function whereOf(query: QueueQuery): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = [sql`h.erased_at is null`];
  const { view, member, now } = query;
  if (!['unread', 'ended', 'all'].includes(view)) conditions.push(sql`h.ended_at is null`);
  if (view === 'ended') conditions.push(sql`h.ended_at is not null`);
  if (view === 'mine') conditions.push(sql`h.assignee = ${member.id}`);
  if (view === 'unassigned') conditions.push(sql`h.assignee is null`);
  if (view === 'overdue') conditions.push(sql`h.next_due <= ${now}`);
  if (view === 'unread') conditions.push(sql`h.unread`);
  if (view === 'incoming') conditions.push(sql`h.offer->>'federation' = ${query.code}`);
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (values) conditions.push(sql`h.${sql.raw(column)} = any(${values}::text[])`);
  };
  oneOf('state', query.states);
  oneOf('grade', query.grades);
  oneOf('category', query.categories);
  oneOf('channel', query.channels);
  if (query.worker !== undefined) conditions.push(sql`h.assignee = ${query.worker}`);
  if (query.division !== undefined) {
    const { low, high } = subtreeOf(query.division);
    conditions.push(sql`h.division between ${low} and ${high}`);
  }
  return sql.join(conditions, sql` and `);
}
