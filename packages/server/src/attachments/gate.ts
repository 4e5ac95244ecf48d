import { ProblemError } from '../problem.js';

/** Lets so many in at once and so many more wait; who comes after them is told to come back. */
export class Gate {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
    /** Seconds that are told to who is sent away. */
    private readonly retryAfter: number,
  ) {}

  /** Runs the work when there is room. Throws `unavailable` where too many wait. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.most) {
      if (this.#waiting.length >= this.mostWaiting)
        throw new ProblemError('unavailable', { retryAfter: this.retryAfter });
      // Who leaves hands over its place: nobody new can slip in between.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
