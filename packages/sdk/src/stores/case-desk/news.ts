import type { StreamEvent } from '../../operation-types.js';
import type { StaffClient } from '../../staff.js';
import { Live } from '../live/live.js';
import type { LiveState } from '../live/types.js';
import type { Life } from '../observable.js';
import { type Queue, requestFor, standardFilters } from './queue.js';

declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** What news need of their surroundings. */
export interface NewsHost {
  readonly client: StaffClient;
  readonly federation: string;
  readonly queue: Queue;
  readonly onState: (state: LiveState) => void;
  /** A case changed, and has this revision now. */
  readonly onCase: (caseId: string, revision: number) => void;
  /** Something changed: counts may have. */
  readonly onAny: () => void;
}

/** Milliseconds in which changes are gathered, so that a busy hour is not a request for each of them. */
const gather = 1000;
const idsAtOnce = 50;

/** What happens to cases while somebody looks at the queue: rows are changed in place, and nothing moves. */
export class News {
  private readonly live: Live;
  private readonly waiting = new Set<string>();
  private timer: number | undefined;
  private life: Life | undefined;
  private isFirst = true;
  /** Of the latest change that a poll has seen. */
  private seenUntil = '';

  constructor(private readonly host: NewsHost) {
    this.live = new Live({
      watch: (signal) => host.client.watchCases({ path: { code: host.federation } }, { signal }),
      onEvent: (event) => this.take(event),
      poll: () => this.poll(),
      onState: host.onState,
      // The session looks after a token that is over.
      onRefused: () => host.onState('offline'),
    });
  }

  start(life: Life): void {
    this.life = life;
    this.live.start();
  }

  stop(): void {
    this.life = undefined;
    this.live.stop();
    this.waiting.clear();
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  private take({ event, data }: StreamEvent): void {
    if (event === 'open') {
      // The list was loaded a moment ago; later, what happened during a break is asked for.
      if (!this.isFirst) this.poll().catch(() => undefined);
      this.isFirst = false;
      return;
    }
    const news = read(data);
    if (!news) return;
    this.host.onCase(news.id, news.revision);
    this.gather([news.id]);
  }

  private gather(ids: readonly string[]): void {
    for (const id of ids) this.waiting.add(id);
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        void this.look();
      },
      gather * (1 + Math.random()),
    );
  }

  /** Reads the cases that changed: those in the list are changed in place, those that belong in it or no longer do are counted. */
  private async look(): Promise<void> {
    const { life } = this;
    const { client, federation, queue, onAny } = this.host;
    if (!life) return;
    const ids = [...this.waiting].slice(0, idsAtOnce);
    for (const id of ids) this.waiting.delete(id);
    const ask = (filters: typeof queue.state.filters) => {
      const { query, headers } = requestFor(filters);
      const all = { ...query, ids: ids.join(','), limit: idsAtOnce };
      return client.listCases({ path: { code: federation }, query: all, headers }, { signal: life.signal });
    };
    try {
      const { filters } = queue.state;
      const { items: fitting } = await ask(filters);
      const isFitting = new Set(fitting.map(({ id }) => id));
      const gone = ids.filter((id) => !isFitting.has(id) && queue.indexOf(id) >= 0);
      const others = gone.length > 0 ? (await ask({ ...standardFilters, view: 'all' })).items : [];
      if (life.isOver) return;
      // Of a long list most rows are not here: what is not among these is new only where it has just come.
      const came = fitting.filter(({ id, revision }) => queue.indexOf(id) < 0 && (queue.isWhole || revision === 1));
      queue.patch([...fitting, ...others]);
      queue.markMoved([...came.map(({ id }) => id), ...gone]);
      onAny();
    } catch {
      // The next change, or the next poll, asks again.
    }
    if (this.waiting.size > 0 && !life.isOver) this.gather([]);
  }

  private async poll(): Promise<void> {
    const { client, federation, onCase } = this.host;
    const { query } = requestFor({ ...standardFilters, view: 'all', sort: 'changed' });
    const { items } = await client.listCases({ path: { code: federation }, query: { ...query, limit: idsAtOnce } });
    const changed = items.filter(({ changedAt }) => changedAt > this.seenUntil);
    if (items[0]) this.seenUntil = items[0].changedAt;
    if (!this.life || changed.length === 0) return;
    for (const { id, revision } of changed) onCase(id, revision);
    this.gather(changed.map(({ id }) => id));
  }
}

function read(data: string): { readonly id: string; readonly revision: number } | undefined {
  try {
    const { id, revision } = JSON.parse(data) as { id?: unknown; revision?: unknown };
    return typeof id === 'string' && typeof revision === 'number' ? { id, revision } : undefined;
  } catch {
    return undefined;
  }
}
