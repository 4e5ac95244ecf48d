import { asFulianError } from '../observable.js';
import type { ListState } from './types.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** Nothing was asked for yet. */
export const noList = { load: 'initial', items: [], hasMore: false } as const;

/** A list that is read page by page, as far as somebody wants to see it. */
export class Paged<Item> {
  state: ListState<Item> = noList;
  private nextCursor: string | undefined;
  /** Counts what began, so that a late answer changes nothing. */
  private turn = 0;
  /** Rows were changed while a read was under way: its answer may be older than they are. */
  private outdated = false;

  /** `changed` is called after each change; `refused` with what an answer refused. */
  constructor(
    private readonly page: (cursor: { cursor?: string }) => Promise<Page<Item>>,
    private readonly changed: () => void,
    private readonly refused: (error: unknown) => void = () => undefined,
  ) {}

  /** Reads it anew, as far as it was read: a list does not become shorter under her eyes. Never rejects. */
  async load(): Promise<void> {
    const shown = this.state.items.length;
    await this.read(async () => {
      let { items, nextCursor } = await this.page({});
      while (nextCursor !== undefined && items.length < shown) {
        const next = await this.page({ cursor: nextCursor });
        items = [...items, ...next.items];
        ({ nextCursor } = next);
      }
      return { items, nextCursor };
    });
  }

  /** The next page. Never rejects. */
  async more(): Promise<void> {
    const { nextCursor } = this;
    if (nextCursor === undefined || this.state.load === 'pending') return;
    await this.read(async () => {
      const next = await this.page({ cursor: nextCursor });
      return { items: [...this.state.items, ...next.items], nextCursor: next.nextCursor };
    });
  }

  /** Changes rows that are here. */
  edit(change: (items: readonly Item[]) => readonly Item[]): void {
    this.outdated = true;
    this.state = { ...this.state, items: change(this.state.items) };
    this.changed();
  }

  /** Forgets all rows, and what runs. */
  forget(): void {
    this.turn += 1;
    this.nextCursor = undefined;
    this.state = noList;
  }

  private async read(fetch: () => Promise<Page<Item>>): Promise<void> {
    const turn = (this.turn += 1);
    const { items, hasMore } = this.state;
    this.show({ load: 'pending', items, hasMore });
    try {
      let read: Page<Item>;
      do {
        this.outdated = false;
        read = await fetch();
        if (turn !== this.turn) return;
      } while (this.outdated);
      this.nextCursor = read.nextCursor;
      this.show({ load: 'complete', items: read.items, hasMore: read.nextCursor !== undefined });
    } catch (error) {
      if (turn !== this.turn) return;
      this.show({ load: 'error', error: asFulianError(error, 'list'), items: this.state.items, hasMore });
      this.refused(error);
    }
  }

  private show(state: ListState<Item>): void {
    this.state = state;
    this.changed();
  }
}

/** The rows with one of them replaced by what it is now. */
export function replaced<Item extends { readonly id: string }>(items: readonly Item[], now: Item): readonly Item[] {
  return items.map((one) => (one.id === now.id ? now : one));
}

/** The rows with one replaced, or in front of them where it is new. */
export function placed<Item extends { readonly id: string }>(items: readonly Item[], now: Item): readonly Item[] {
  return items.some(({ id }) => id === now.id) ? replaced(items, now) : [now, ...items];
}
