import type { Clock } from './clock.js';

/** Remembers at most so many values for so long; the least recently used one goes first. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly most: number,
    /** Milliseconds. */
    private readonly keepMs: number,
  ) {}

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.until <= this.clock.now().getTime()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.clock.now().getTime() + this.keepMs });
    if (this.#entries.size > this.most) this.#entries.delete(this.#entries.keys().next().value!);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** The remembered value or a new one; who asks meanwhile waits for the same. A failure is not remembered. */
  static async through<T>(cache: BoundedCache<Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
    const known = cache.get(key);
    if (known) return known;
    const made = make();
    cache.set(key, made);
    try {
      return await made;
    } catch (error) {
      cache.delete(key);
      throw error;
    }
  }
}
