import type { OperationId } from '@fulian/contract/operations';
import type { Schemas } from '../operation-types.js';

/**
 * What goes wrong with a request:
 * - `drop-request`: it never arrives, and the connection breaks;
 * - `drop-response`: it is answered, and what was to be stored is, but the connection breaks before the answer is here;
 * - `duplicate`: it arrives twice; the second answer comes back;
 * - `hang`: it never arrives, and nobody says so (until a time limit or a signal ends the call);
 * - a problem's code, or a whole answer, in place of the service's own.
 */
export type Fault =
  | 'drop-request'
  | 'drop-response'
  | 'duplicate'
  | 'hang'
  | Schemas['ProblemCode']
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as it is where it is text, as JSON otherwise. */
      readonly body?: unknown;
    };

/** A request as a test looks at it. */
export interface TestRequest {
  /** Absent where no operation has this method and path. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON parsed; bytes as they are. */
  readonly body: unknown;
}

/** Which requests: those of an operation, or all. */
export type Which = OperationId | '*';

interface Rule {
  readonly which: Which;
  readonly fault: Fault | ((request: TestRequest) => Fault | undefined);
  left: number;
}

/** The faults that a test has asked for, the latest first. */
export class Faults {
  private rules: readonly Rule[] = [];

  /** Adds a fault for the next `times` requests; the returned function takes it back. */
  add(which: Which, fault: Rule['fault'], times: number): () => void {
    const rule: Rule = { which, fault, left: times };
    this.rules = [rule, ...this.rules];
    return () => {
      this.rules = this.rules.filter((one) => one !== rule);
    };
  }

  /** What goes wrong with this request; counts it. */
  next(request: TestRequest): Fault | undefined {
    for (const rule of this.rules) {
      if (rule.left <= 0 || (rule.which !== '*' && rule.which !== request.operation)) continue;
      const fault = typeof rule.fault === 'function' ? rule.fault(request) : rule.fault;
      if (fault === undefined) continue;
      rule.left -= 1;
      return fault;
    }
    return undefined;
  }
}

/** Requests of one operation that wait until a test lets them go on. */
export class Gate {
  private readonly waiting: (() => void)[] = [];
  private readonly watching: (() => void)[] = [];
  private arrivals = 0;
  private isOpen = false;

  constructor(readonly which: Which) {}

  /** How many requests wait here. */
  get held(): number {
    return this.waiting.length;
  }

  /** Resolves when `count` requests have come here since it was closed. */
  arrived(count = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = () => this.arrivals >= count && resolve();
      this.watching.push(look);
      look();
    });
  }

  /** Lets the requests that wait go on, or the first `count` of them. */
  release(count = this.waiting.length): void {
    for (const go of this.waiting.splice(0, count)) go();
  }

  /** Lets everything go on, now and later. */
  open(): void {
    this.isOpen = true;
    this.release();
  }

  /** Called by the server for each request. */
  pass(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.arrivals += 1;
      for (const look of this.watching) look();
    });
  }
}
