import type { FulianError } from '../../errors.js';
import { asFulianError, Observable } from '../observable.js';

/** What a list shows that grows page by page. */
export interface PagedState<Item> {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** A list that is read page by page, as far as somebody wants to see it. */
export abstract class PagedList<Item, State extends PagedState<Item>> extends Observable<State> {
  private nextCursor: string | undefined;
  /** Counts what began, so that a late answer changes nothing. */
  private turn = 0;

  /** Reads the first page; again after a change. Never rejects. */
  async load(): Promise<void> {
    await this.read(undefined);
  }

  async more(): Promise<void> {
    if (this.nextCursor !== undefined && this.state.load === 'complete') await this.read(this.nextCursor);
  }

  protected abstract page(cursor: string | undefined): Promise<Page<Item>>;

  /** Forgets all rows. */
  protected forget(blank: State): void {
    this.turn += 1;
    this.nextCursor = undefined;
    this.replace(blank);
  }

  private async read(cursor: string | undefined): Promise<void> {
    const turn = (this.turn += 1);
    this.set({ load: 'pending', error: undefined } as Partial<State>);
    try {
      const { items, nextCursor } = await this.page(cursor);
      if (turn !== this.turn) return;
      this.nextCursor = nextCursor;
      const all = cursor === undefined ? items : [...this.state.items, ...items];
      this.set({ load: 'complete', items: all, hasMore: nextCursor !== undefined } as Partial<State>);
    } catch (error) {
      if (turn === this.turn) this.set({ load: 'error', error: asFulianError(error, 'list') } as Partial<State>);
    }
  }
}
