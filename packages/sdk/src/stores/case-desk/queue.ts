import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { StaffClient } from '../../staff.js';
import { asFulianError, Life } from '../observable.js';
import type { CaseSummary, QueueFilters, QueueState } from './types.js';

/** What a queue needs of its surroundings. */
export interface QueueHost {
  readonly client: StaffClient;
  /** Whose queue it is. */
  readonly federation: string;
  changed(state: QueueState): void;
  /** How many rows a list has, where that is known otherwise: the service does not count long lists with their first page. */
  expected(filters: QueueFilters): Expected | undefined;
}

/** What the desk's counts say of a list. */
export interface Expected {
  readonly rows: number;
  /** There are more. */
  readonly isLower: boolean;
}

/** Rows of one request; how many of those are kept, the rest is asked for again; how many requests run at a time. */
const pageSize = 100;
const pagesKept = 20;
const atOnce = 2;

interface Page {
  readonly rows: CaseSummary[];
  usedAt: number;
}

/** The queue as it is before anybody filters it. */
export const standardFilters: QueueFilters = {
  view: 'open',
  states: [],
  grades: [],
  categories: [],
  channels: [],
  worker: undefined,
  division: undefined,
  sort: 'due',
  find: '',
};

/** A queue of which nothing is here. */
export function blankQueue(filters: QueueFilters, version: number): QueueState {
  return { filters, load: 'initial', total: 0, totalIsLower: false, version, filling: false, moved: 0 };
}

/**
 * A list of up to a hundred thousand rows of which only those near the screen are here. Its order is that of the moment it was
 * loaded: rows change in place and never move.
 */
export class Queue {
  private current = blankQueue(standardFilters, 0);
  private life = new Life();
  private readonly pages = new Map<number, Page>();
  /** Where the page after one begins, for the service: cheaper for it than to count rows. */
  private readonly cursors = new Map<number, string>();
  private readonly places = new Map<string, number>();
  private readonly running = new Map<number, Promise<void>>();
  /** Cases that came or went since the list was loaded. */
  private readonly movedIds = new Set<string>();
  private readonly failed = new Set<number>();
  private wanted: readonly [first: number, last: number] = [0, 0];
  private uses = 0;
  /** The service has not counted to the end of the list. */
  private isOpenEnded = false;
  /** The last page has been here. */
  private sawEnd = false;
  /** Federations and workers stand in thousands of rows: one object for each of them. */
  private readonly common = new Map<string, object>();

  constructor(private readonly host: QueueHost) {}

  get state(): QueueState {
    return this.current;
  }

  /** Loads the list anew, with other filters or the same. Resolves when its first page is here; never rejects. */
  async load(filters: QueueFilters = this.current.filters): Promise<void> {
    this.forget();
    const { version } = this.current;
    this.current = { ...blankQueue(filters, version + 1), load: 'pending', filling: true };
    this.host.changed(this.current);
    await this.fetch(0);
  }

  rowAt(index: number): CaseSummary | undefined {
    const page = this.pages.get(Math.floor(index / pageSize));
    if (!page) return undefined;
    page.usedAt = this.uses += 1;
    return page.rows[index % pageSize];
  }

  indexOf(caseId: string): number {
    return this.places.get(caseId) ?? -1;
  }

  ensure(from: number, to: number): void {
    if (this.current.load !== 'complete') return;
    const last = Math.max(0, Math.ceil(this.current.total / pageSize) - 1);
    const pageOf = (index: number) => Math.min(last, Math.max(0, Math.floor(index / pageSize)));
    this.wanted = [pageOf(from - pageSize / 2), pageOf(to + pageSize / 2)];
    this.failed.clear();
    this.fill();
  }

  /** Puts what changed into the rows that are here. Says which of them are not here. */
  patch(summaries: readonly CaseSummary[]): void {
    let hasChanged = false;
    for (const summary of summaries) {
      const index = this.indexOf(summary.id);
      const page = index < 0 ? undefined : this.pages.get(Math.floor(index / pageSize));
      const before = page?.rows[index % pageSize];
      if (!page || !before || before.revision > summary.revision) continue;
      page.rows[index % pageSize] = summary;
      hasChanged = true;
    }
    if (hasChanged) this.set({ version: this.current.version + 1 });
  }

  /** Whether all rows are here, so that a case that is not among them has not been there. */
  get isWhole(): boolean {
    let rows = 0;
    for (const page of this.pages.values()) rows += page.rows.length;
    return !this.isOpenEnded && rows >= this.current.total;
  }

  /** These came, or do not belong here any more; each is counted once. */
  markMoved(ids: readonly string[]): void {
    for (const id of ids) this.movedIds.add(id);
    if (this.movedIds.size !== this.current.moved) this.set({ moved: this.movedIds.size });
  }

  /** What `expected` says may be known by now. */
  recount(): void {
    if (this.isOpenEnded) this.set(this.sizeOf(this.current.total));
  }

  /** A row, after it came; `undefined` where there is none or it could not be had. */
  async row(index: number): Promise<CaseSummary | undefined> {
    if (!this.rowAt(index)) {
      const page = Math.floor(index / pageSize);
      await (this.running.get(page) ?? this.fetch(page));
    }
    return this.rowAt(index);
  }

  /** Ends what runs and lets go of all rows. */
  forget(): void {
    this.life.end();
    this.life = new Life();
    this.pages.clear();
    this.cursors.clear();
    this.places.clear();
    this.common.clear();
    this.running.clear();
    this.movedIds.clear();
    this.failed.clear();
    this.wanted = [0, 0];
    this.isOpenEnded = this.sawEnd = false;
  }

  /** Back to nothing; the filters stay. */
  wipe(): void {
    this.forget();
    const { filters, version } = this.current;
    this.current = blankQueue({ ...filters, find: '' }, version + 1);
    this.host.changed(this.current);
  }

  private set(change: Partial<QueueState>): void {
    this.current = { ...this.current, ...change };
    this.host.changed(this.current);
  }

  private fill(): void {
    const [first, last] = this.wanted;
    for (let page = first; page <= last && this.running.size < atOnce; page += 1)
      if (!this.pages.has(page) && !this.running.has(page) && !this.failed.has(page)) void this.fetch(page);
    const filling = this.running.size > 0;
    if (filling !== this.current.filling) this.set({ filling });
  }

  private fetch(page: number): Promise<void> {
    const running = this.fetchPage(page);
    if (!this.pages.has(page)) this.running.set(page, running);
    return running;
  }

  private async fetchPage(page: number): Promise<void> {
    const { life } = this;
    const { client, federation } = this.host;
    const cursor = this.cursors.get(page);
    let error: FulianError | undefined;
    try {
      const { query, headers } = requestFor(this.current.filters);
      const where = cursor === undefined ? (page > 0 ? { skip: page * pageSize } : {}) : { cursor };
      const answer = await client.listCases(
        { path: { code: federation }, query: { ...query, ...where, limit: pageSize }, headers },
        { signal: life.signal },
      );
      if (life.isOver) return;
      this.keep(page, answer);
    } catch (thrown) {
      if (life.isOver) return;
      this.failed.add(page);
      error = asFulianError(thrown, 'listCases');
    }
    this.running.delete(page);
    const isFirst = this.current.load === 'pending';
    // A page that failed stays said until what is wanted is here.
    const { error: before, ...rest } = this.current;
    error ??= this.failed.size > 0 ? before : undefined;
    this.current = {
      ...rest,
      version: rest.version + 1,
      filling: this.running.size > 0,
      ...(isFirst && { load: this.failed.has(0) ? ('error' as const) : ('complete' as const) }),
      ...(error && { error }),
    };
    this.host.changed(this.current);
    if (this.current.load === 'complete') this.fill();
  }

  private keep(page: number, { items, nextCursor, total, totalIsLower }: Schemas['CasePage']): void {
    for (const row of items) {
      row.owner = this.shared(row.owner);
      if (row.assignee) row.assignee = this.shared(row.assignee);
    }
    const rows = items;
    this.pages.set(page, { rows, usedAt: (this.uses += 1) });
    rows.forEach(({ id }, at) => this.places.set(id, page * pageSize + at));
    if (nextCursor !== undefined && items.length === pageSize) this.cursors.set(page + 1, nextCursor);
    const end = page * pageSize + items.length;
    const isCounted = total !== undefined && totalIsLower !== true;
    this.sawEnd ||= nextCursor === undefined;
    this.isOpenEnded = !isCounted && !this.sawEnd && (this.isOpenEnded || totalIsLower === true);
    // A list that became shorter or longer while it was read says so itself; one that nobody counted has another page at least.
    const more = end + (this.isOpenEnded ? pageSize : 1);
    const known = isCounted ? total : nextCursor === undefined ? end : Math.max(this.current.total, total ?? 0, more);
    this.current = { ...this.current, ...this.sizeOf(known) };
    this.evict();
  }

  /** `known` rows at least, or as many as are expected. */
  private sizeOf(known: number): Pick<QueueState, 'total' | 'totalIsLower'> {
    if (!this.isOpenEnded) return { total: known, totalIsLower: false };
    const expected = this.host.expected(this.current.filters);
    return { total: Math.max(known, expected?.rows ?? 0), totalIsLower: expected?.isLower !== false };
  }

  private shared<T extends object>(part: T): T {
    const text = JSON.stringify(part);
    const known = this.common.get(text) as T | undefined;
    if (!known) this.common.set(text, part);
    return known ?? part;
  }

  /** Lets go of the pages that were not looked at for the longest time. */
  private evict(): void {
    const [first, last] = this.wanted;
    while (this.pages.size > Math.max(pagesKept, last - first + 1)) {
      let oldest: number | undefined;
      for (const [number, page] of this.pages)
        if ((number < first || number > last) && (oldest === undefined || page.usedAt < this.pages.get(oldest)!.usedAt))
          oldest = number;
      if (oldest === undefined) return;
      for (const { id } of this.pages.get(oldest)!.rows)
        if (Math.floor(this.indexOf(id) / pageSize) === oldest) this.places.delete(id);
      this.pages.delete(oldest);
    }
  }
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const btoa: (text: string) => string;

/** How many rows a list has by the desk's counts, where they count just these. */
export function expectedIn(counts: Schemas['CaseCounts'] | undefined, filters: QueueFilters): Expected | undefined {
  const { states, grades, categories, channels, worker, division, find, view } = filters;
  const isNarrowed = [states, grades, categories, channels].some(({ length }) => length > 0);
  if (!counts || isNarrowed || worker !== undefined || division !== undefined || find.trim() !== '') return undefined;
  if (view === 'all' || view === 'ended') return undefined;
  const name = view === 'open' ? 'all' : view;
  return { rows: counts[name], isLower: counts.lower?.includes(name) === true };
}

/** Filters as the service is asked for them. What she looks for is somebody's number or name: a header, never the address (S3). */
export function requestFor(filters: QueueFilters) {
  const { view, sort, worker, division, find } = filters;
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(',') : undefined);
  const words = find.normalize('NFKC').trim();
  let bytes = '';
  for (const byte of new TextEncoder().encode(words)) bytes += String.fromCharCode(byte);
  const query: Record<string, string | number> = {};
  const given = {
    view,
    sort,
    states: list(filters.states),
    grades: list(filters.grades),
    categories: list(filters.categories),
    channels: list(filters.channels),
    worker,
    division,
  };
  for (const key of Object.keys(given) as (keyof typeof given)[]) {
    const value = given[key];
    if (value !== undefined) query[key] = value;
  }
  const found = btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return {
    query: query as { view: QueueFilters['view']; sort: QueueFilters['sort'] },
    headers: words === '' ? {} : { 'Fulian-Find': found },
  };
}
