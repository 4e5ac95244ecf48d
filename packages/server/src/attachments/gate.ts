import { ProblemError } from '../problem.js';

/** Longest rest, in milliseconds: a slow database must not make it slower still. */
const longestRest = 50;

/** Lets so many in at once and so many more wait; who comes after them is told to come back. */
export class Gate {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
    /** Seconds that are told to who is sent away. */
    private readonly retryAfter: number,
    /**
     * How long a place rests before the next one who waits is let in, as a multiple of how long the work before took, up to
     * 50 ms. For work that others must not notice.
     */
    private readonly rest = 0,
  ) {}

  /** Runs the work when there is room. Throws `unavailable` where too many wait. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.most) {
      if (this.#waiting.length >= this.mostWaiting)
        throw new ProblemError('unavailable', { retryAfter: this.retryAfter });
      // Who leaves hands over its place: nobody new can slip in between.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#inside += 1;
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#leave(performance.now() - began);
    }
  }

  #leave(took: number): void {
    const next = this.#waiting.shift();
    if (!next) this.#inside -= 1;
    else if (this.rest === 0) next();
    else setTimeout(next, Math.min(took * this.rest, longestRest));
  }
}
