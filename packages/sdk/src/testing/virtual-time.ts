declare const setImmediate: (run: () => void) => unknown;

interface Due {
  readonly when: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * Time that passes only when everything waits for it: for simulations of thousands of timers, for which the fake timers
 * of a test runner are too slow. Takes the place of `setTimeout`, `clearTimeout` and `Date.now` until `stop`.
 */
export class VirtualTime {
  /** Milliseconds since it began. */
  now = 0;
  private made = 0;
  /** The timers that still count; those that were cleared stay in the heap until their time. */
  private readonly due = new Map<number, Due>();
  private readonly heap: Due[] = [];
  private readonly globals = globalThis as unknown as Globals;
  private readonly real: Globals & { readonly now: () => number };

  /** Timers are due at multiples of `tick` milliseconds; those of one tick run together, which is faster. */
  constructor(private readonly tick = 1) {
    const { globals } = this;
    this.real = { setTimeout: globals.setTimeout, clearTimeout: globals.clearTimeout, now: Date.now };
    globals.setTimeout = (run, milliseconds = 0) => this.add(run, milliseconds);
    globals.clearTimeout = (timer) => void this.due.delete(timer);
    Date.now = () => this.now;
  }

  /** Runs until nothing waits any more, or until the limit (milliseconds). */
  async run(limit = Infinity): Promise<void> {
    for (;;) {
      // Everything that can happen now happens, promises and all, before time goes on.
      await new Promise<void>((resolve) => void setImmediate(resolve));
      const next = this.next();
      if (next === undefined || next > limit) return;
      this.now = next;
      while (this.next() === this.now) this.runFirst();
    }
  }

  /** Gives the platform its timers and its clock back. */
  stop(): void {
    const { globals, real } = this;
    globals.setTimeout = real.setTimeout;
    globals.clearTimeout = real.clearTimeout;
    Date.now = real.now;
  }

  private add(run: () => void, milliseconds: number): number {
    this.made += 1;
    const when = Math.ceil((this.now + Math.max(0, milliseconds)) / this.tick) * this.tick;
    const entry = { when, order: this.made, run };
    this.due.set(this.made, entry);
    push(this.heap, entry);
    return this.made;
  }

  /** When the next timer is due that has not been cleared. */
  private next(): number | undefined {
    while (this.heap.length > 0 && !this.due.has(this.heap[0]!.order)) shift(this.heap);
    return this.heap[0]?.when;
  }

  private runFirst(): void {
    const { order, run } = shift(this.heap)!;
    this.due.delete(order);
    run();
  }
}

interface Globals {
  setTimeout: (run: () => void, milliseconds?: number) => number;
  clearTimeout: (timer: number) => void;
}

const before = (a: Due, b: Due) => a.when < b.when || (a.when === b.when && a.order < b.order);

function push(heap: Due[], entry: Due): void {
  heap.push(entry);
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!before(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function shift(heap: Due[]): Due | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (heap.length === 0 || !last) return first;
  heap[0] = last;
  for (let at = 0; ;) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
    if (least === at) return first;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}
