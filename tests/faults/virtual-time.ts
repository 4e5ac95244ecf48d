/**
 * Time that passes as fast as the machine allows, for simulations of hours with many clients: `setTimeout` and
 * `clearTimeout` are replaced until `restore`. Timers that fall into the same millisecond run together, then everything
 * that waits on a promise goes on, then the next millisecond comes.
 */
export interface VirtualTime {
  /** Milliseconds since the start. */
  readonly now: number;
  /** Lets `milliseconds` pass. */
  advance(milliseconds: number): Promise<void>;
  restore(): void;
}

/** Replaces the timers; a test's `afterEach` restores them. */
export function virtualTime(): VirtualTime {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const due = new Map<number, Map<number, () => void>>();
  const places = new Map<number, number>();
  let now = 0;
  let last = 0;

  const set = (run: () => void, milliseconds = 0) => {
    const at = now + Math.max(1, Math.ceil(milliseconds));
    last += 1;
    const bucket = due.get(at) ?? new Map<number, () => void>();
    due.set(at, bucket.set(last, run));
    places.set(last, at);
    return last;
  };
  const clear = (timer: number | undefined) => {
    if (timer === undefined) return;
    due.get(places.get(timer) ?? -1)?.delete(timer);
    places.delete(timer);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });

  return {
    get now() {
      return now;
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      while (now < end) {
        now += 1;
        const bucket = due.get(now);
        if (!bucket) continue;
        for (const [timer, run] of bucket) {
          places.delete(timer);
          run();
        }
        due.delete(now);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    restore: () => void Object.assign(globalThis, real),
  };
}
