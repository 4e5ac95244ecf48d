interface Waiting {
  readonly weight: number;
  readonly enter: () => void;
}

/** Shares something scarce, such as memory: work starts when what it takes is free, in the order in which it came. */
export class Budget {
  #taken = 0;
  readonly #waiting: Waiting[] = [];

  /** `total` in any unit; work that takes more than all of it runs alone. */
  constructor(private readonly total: number) {}

  /** Runs the work when `weight` of the total is free. */
  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    const share = Math.min(weight, this.total);
    await new Promise<void>((enter) => {
      this.#waiting.push({ weight: share, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#taken -= share;
      this.#admit();
    }
  }

  #admit(): void {
    for (let [first] = this.#waiting; first && this.#taken + first.weight <= this.total; [first] = this.#waiting) {
      this.#waiting.shift();
      this.#taken += first.weight;
      first.enter();
    }
  }
}
