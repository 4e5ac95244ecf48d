import type { QueryResultRow } from 'pg';
import type { Database } from './database.js';
import { DatabaseUnavailable } from './failure.js';

/** How many calls share one transaction at most, how many transactions run at once, and who waits too long. */
export interface GroupLimits {
  readonly together: number;
  readonly atOnce: number;
  /** Milliseconds that a call waits for others before it is told that the database is not there. */
  readonly patience: number;
}

/** Two at once keep the database at work while the next group is made ready; more only make the groups smaller. */
const usualLimits: GroupLimits = { together: 16, atOnce: 2, patience: 3_000 };

interface Waiting<Row> {
  readonly values: readonly unknown[];
  readonly resolve: (row: Row) => void;
  readonly reject: (error: unknown) => void;
  readonly since: number;
}

/**
 * Calls one function of the database for many at once. What arrives while other calls run waits for them and then goes
 * together: one round trip, one transaction and one sync to the disk for all, instead of one for each. A lone call goes
 * at once. Nobody shares a failure: where the database refuses a group, each of its calls is made again by itself.
 *
 * The function must tell apart by its arguments alone, because calls of a group see what those before them wrote.
 */
export class GroupCommit<Row extends QueryResultRow> {
  readonly #waiting: Waiting<Row>[] = [];
  #running = 0;
  #planned = false;
  #clock: NodeJS.Timeout | undefined;

  /** `name` of a function that returns one row of `columns` and takes `arity` arguments. */
  constructor(
    private readonly database: Database,
    private readonly call: { readonly name: string; readonly arity: number; readonly columns: readonly string[] },
    private readonly limits: GroupLimits = usualLimits,
  ) {}

  /** The row of one call, once it is durable. Rejects with a `DatabaseFailure`. */
  run(values: readonly unknown[]): Promise<Row> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ values, resolve, reject, since: performance.now() });
      this.#plan();
      this.#watch();
    });
  }

  /** What arrives in the same turn of the event loop goes together. */
  #plan(): void {
    if (this.#planned || this.#running >= this.limits.atOnce || this.#waiting.length === 0) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      while (this.#running < this.limits.atOnce && this.#waiting.length > 0) void this.#send();
    });
  }

  /** A database that hangs answers those that it has by its time-out; those who wait behind them do not wait for that, too. */
  #watch(): void {
    const [first] = this.#waiting;
    if (this.#clock !== undefined || first === undefined) return;
    const left = first.since + this.limits.patience - performance.now();
    this.#clock = setTimeout(
      () => {
        this.#clock = undefined;
        const late = performance.now() - this.limits.patience;
        while (this.#waiting.length > 0 && this.#waiting[0]!.since <= late)
          this.#waiting.shift()!.reject(new DatabaseUnavailable('waited'));
        this.#watch();
      },
      Math.max(1, Math.ceil(left)),
    ).unref();
  }

  async #send(): Promise<void> {
    const group = this.#waiting.splice(0, this.limits.together);
    this.#running += 1;
    try {
      const rows = await this.#callAll(group);
      group.forEach(({ resolve }, at) => resolve(rows[at]!));
    } catch (error) {
      if (group.length === 1 || error instanceof DatabaseUnavailable) for (const { reject } of group) reject(error);
      else await this.#callEach(group);
    } finally {
      this.#running -= 1;
      this.#plan();
    }
  }

  async #callAll(group: readonly Waiting<Row>[]): Promise<Row[]> {
    const { name, arity, columns } = this.call;
    const one = (_: unknown, at: number) => {
      const places = Array.from({ length: arity }, (__, place) => `$${at * arity + place + 1}`);
      return `select ${at} as at, ${columns.join(', ')} from ${name}(${places.join(', ')})`;
    };
    const text = group.map(one).join(' union all ');
    const rows = await this.database.call<Row & { at: number }>(
      `${name}-${group.length}`,
      text,
      group.flatMap(({ values }) => values),
    );
    if (rows.length !== group.length) throw new Error(`${name} answered ${rows.length} rows to ${group.length} calls`);
    return rows.sort((a, b) => a.at - b.at);
  }

  async #callEach(group: readonly Waiting<Row>[]): Promise<void> {
    for (const one of group) {
      try {
        one.resolve((await this.#callAll([one]))[0]!);
      } catch (error) {
        one.reject(error);
      }
    }
  }
}
