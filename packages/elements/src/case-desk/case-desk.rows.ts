import { Row } from './case-desk.row.js';
import type { DeskView } from './case-desk.view.js';

/** Rows that are drawn above and below what is in sight, and after how many rows the pool moves on. */
const beyond = 8;
const stride = 4;
/** How high a row is before it can be measured, CSS px. */
const guess = 56;

/**
 * The list of any length: a pool of rows that is a little longer than what is in sight, moved by one transform and filled anew as
 * it goes. The keyboard stays on the list itself (`aria-activedescendant`), so no focus is lost when a row becomes another one.
 */
export class CaseRows {
  private readonly spacer = document.createElement('div');
  private readonly pane = document.createElement('div');
  private pool: Row[] = [];
  private height = guess;
  private first = 0;
  private active = -1;
  private total = 0;
  private stamp = 0;
  private minute = 0;
  private depends = '';
  private resizing: ResizeObserver | undefined;

  constructor(
    readonly grid: HTMLElement,
    private readonly view: DeskView,
  ) {
    this.spacer.className = 'spacer';
    this.pane.className = 'pool';
    this.spacer.setAttribute('role', 'presentation');
    this.pane.setAttribute('role', 'rowgroup');
    this.spacer.append(this.pane);
    grid.append(this.spacer);
    grid.addEventListener('scroll', this.scrolled, { passive: true });
    grid.addEventListener('keydown', this.keyed);
    grid.addEventListener('click', this.clicked);
    grid.addEventListener('focus', this.focused);
    if (typeof ResizeObserver === 'function') (this.resizing = new ResizeObserver(() => this.measure())).observe(grid);
  }

  /** After each drawing of the desk: what is in sight is filled anew where anything changed. */
  update(): void {
    const { state, language, now, places } = this.view;
    const { total, totalIsLower } = state.queue;
    const minute = Math.floor(now / 30_000);
    const depends = [language, state.selected?.id, state.unsent.join(), places.length].join();
    if (minute !== this.minute || depends !== this.depends) {
      this.minute = minute;
      this.depends = depends;
      this.stamp += 1;
    }
    if (state.queue.load === 'pending' && total === 0) this.restart();
    if (total !== this.total) {
      this.total = total;
      this.spacer.style.height = `${total * this.height}px`;
      if (this.active >= total) this.setActive(total - 1);
    }
    // -1 says that nobody knows.
    this.grid.setAttribute('aria-rowcount', String(totalIsLower ? -1 : total + 1));
    if (this.pool.length === 0) this.measure();
    else this.fill();
  }

  /** Moves the mark to a row and shows it. */
  go(index: number): void {
    if (this.total === 0) return;
    this.setActive(Math.max(0, Math.min(this.total - 1, index)));
    this.reveal();
  }

  /** Puts the mark on a case, where its row is here. */
  goTo(caseId: string): void {
    const index = this.view.store.indexOf(caseId);
    if (index >= 0) this.go(index);
  }

  stop(): void {
    const { grid } = this;
    this.resizing?.disconnect();
    grid.removeEventListener('scroll', this.scrolled);
    grid.removeEventListener('keydown', this.keyed);
    grid.removeEventListener('click', this.clicked);
    grid.removeEventListener('focus', this.focused);
    this.spacer.remove();
    this.pool = [];
  }

  private restart(): void {
    this.grid.scrollTop = 0;
    this.first = 0;
    if (this.active >= 0) this.setActive(-1);
  }

  private measure(): void {
    const { grid, pane } = this;
    if (this.pool.length === 0) this.grow(1);
    const { height } = this.pool[0]!.element.getBoundingClientRect();
    if (height > 0) this.height = height;
    this.spacer.style.height = `${this.total * this.height}px`;
    const seen = Math.ceil(grid.clientHeight / this.height);
    const wanted = seen + 2 * beyond + stride;
    this.grow(wanted);
    while (this.pool.length > wanted + 40) pane.removeChild(this.pool.pop()!.element);
    this.move(true);
  }

  private grow(count: number): void {
    const more = document.createDocumentFragment();
    while (this.pool.length < count) {
      const row = new Row(`row-${this.pool.length}`);
      row.element.hidden = true;
      this.pool.push(row);
      more.append(row.element);
    }
    this.pane.append(more);
    if (count === 1) this.pool[0]!.element.hidden = false;
  }

  /** Brings the pool to where the list is scrolled to. */
  private move(force = false): void {
    const top = Math.floor(this.grid.scrollTop / this.height) - beyond;
    const last = Math.max(0, this.total - this.pool.length + beyond);
    const first = Math.max(0, Math.min(last, Math.floor(top / stride) * stride));
    if (first === this.first && !force) return;
    this.rotate(first - this.first);
    this.first = first;
    this.pane.style.transform = `translateY(${first * this.height}px)`;
    this.fill();
  }

  /** Rows that stay in the pool keep what they show: those that fall out on one side come in on the other. */
  private rotate(by: number): void {
    const { pool, pane } = this;
    if (by === 0 || Math.abs(by) >= pool.length) return;
    const part = document.createDocumentFragment();
    if (by > 0) {
      const moved = pool.splice(0, by);
      for (const { element } of moved) part.append(element);
      pool.push(...moved);
      pane.append(part);
    } else {
      const moved = pool.splice(by);
      for (const { element } of moved) part.append(element);
      pool.unshift(...moved);
      pane.insertBefore(part, pane.firstChild);
    }
  }

  private fill(): void {
    const { view, first, total, stamp } = this;
    const { store } = view;
    if (total > 0) store.ensure(first, Math.min(total, first + this.pool.length) - 1);
    this.pool.forEach((row, at) => {
      const index = first + at;
      const isThere = index < total;
      if (row.element.hidden === isThere) row.element.hidden = !isThere;
      if (isThere) row.fill(view, index, store.rowAt(index), stamp);
    });
    this.mark();
  }

  private setActive(index: number): void {
    this.active = index;
    this.mark();
  }

  /** Shows which row the keyboard is on. */
  private mark(): void {
    let here: Row | undefined;
    for (const row of this.pool) {
      const isHere = row.index === this.active && !row.element.hidden;
      if (isHere) here = row;
      row.element.classList.toggle('active', isHere);
    }
    if (here) this.grid.setAttribute('aria-activedescendant', here.element.id);
    else this.grid.removeAttribute('aria-activedescendant');
  }

  private reveal(): void {
    const { grid, height, active } = this;
    const top = active * height;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + height > grid.scrollTop + grid.clientHeight) grid.scrollTop = top + height - grid.clientHeight;
    this.move();
    this.mark();
  }

  private readonly scrolled = (): void => this.move();

  private readonly focused = (): void => {
    if (this.active >= 0 || this.total === 0) return;
    const { selected } = this.view.state;
    const index = selected ? this.view.store.indexOf(selected.id) : -1;
    this.setActive(index >= 0 ? index : Math.ceil(this.grid.scrollTop / this.height));
  };

  private readonly clicked = (event: MouseEvent): void => {
    const row = this.pool.find(({ element }) => element.contains(event.target as Node));
    if (!row?.caseId) return;
    this.setActive(row.index);
    this.view.open(row.caseId);
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const page = Math.max(1, Math.floor(this.grid.clientHeight / this.height) - 1);
    const { active, total } = this;
    const to: { readonly [key: string]: number | undefined } = {
      j: active + 1,
      ArrowDown: active + 1,
      k: active - 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const target = to[event.key];
    if (target !== undefined) this.go(target);
    else if (event.key === 'Enter' || event.key === ' ') {
      const id = this.view.store.rowAt(active)?.id;
      if (id) this.view.open(id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
