import { isProblemError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import type { SignalLike } from '../../wire.js';
import { asFulianError, isUnknown, Life } from '../observable.js';
import type { NetworkLike } from '../network.js';
import { Timer } from '../timer.js';
import type { ActState } from './types.js';

/** Milliseconds until what nobody knows of is sent again. */
const retryAfter = 8000;

/** What goes with each try of an act. */
export interface Sending {
  /** The same for every try of the same act: the service does it once. */
  readonly idempotencyKey: string;
  readonly signal: SignalLike;
}

/** Something that somebody does. */
export interface Act<Answer> {
  /** All that makes it this act: another text under the same name is another act. */
  readonly text: string;
  /**
   * Whether another act under this name may take the place of one of which nobody knows: where the last one counts and nothing is
   * stored twice (a rating). Otherwise the earlier one is sent again until it is settled.
   */
  readonly lastCounts?: boolean;
  /** What is wrong with it already: nothing is sent then. */
  readonly faults?: readonly Schemas['Finding'][];
  call(sending: Sending): Promise<Answer>;
  /** It is done. */
  done(answer: Answer): void;
}

interface Attempt {
  readonly act: Act<unknown>;
  readonly key: string;
  isRunning: boolean;
  /** A try was sent and not answered. */
  mayHaveArrived: boolean;
}

/** What acts need of their surroundings. */
export interface ActsHost<Name extends string> {
  readonly network: NetworkLike;
  changed(states: { readonly [Key in Name]?: ActState }): void;
  /** An answer refused something; a session may be over. */
  refused(error: unknown): void;
}

/**
 * What somebody does, by name, each exactly once: one idempotency key for all tries of an act, whose words never change under it. What
 * was not answered, and what waits for a network, is sent again by itself until it is settled.
 */
export class Acts<Name extends string> {
  states: { readonly [Key in Name]?: ActState } = {};
  private readonly attempts = new Map<Name, Attempt>();
  private life = new Life();
  private readonly timer = new Timer();
  private readonly undo: () => void;

  constructor(private readonly host: ActsHost<Name>) {
    this.undo = host.network.subscribe(() => {
      if (host.network.isOnline) void this.retry();
    });
  }

  /** Something is on its way, or nobody knows of it. */
  get areUnsettled(): boolean {
    return this.attempts.size > 0;
  }

  /** Does something. Resolves to whether it is done; where nobody knows yet, to false. Never rejects. */
  async run<Answer>(name: Name, act: Act<Answer>): Promise<boolean> {
    let attempt = this.attempts.get(name);
    if (attempt?.isRunning) return false;
    const { faults = [] } = act;
    if (faults.length > 0 && !attempt?.mayHaveArrived) {
      this.attempts.delete(name);
      this.tell(name, { status: 'failed', faults });
      return false;
    }
    const isOther = !attempt || attempt.act.text !== act.text;
    const mayReplace = !attempt || !attempt.mayHaveArrived || act.lastCounts === true;
    if (isOther && mayReplace) {
      const isNew = !attempt;
      attempt = { act, key: randomKey(), isRunning: false, mayHaveArrived: false };
      this.attempts.set(name, attempt);
      if (isNew && !this.host.network.isOnline) {
        this.tell(name, { status: 'waiting' });
        return false;
      }
    }
    return this.send(name, attempt!);
  }

  /** Sends again what is not settled: the service answers, the network is back, or somebody has signed in. */
  async retry(): Promise<void> {
    for (const [name, attempt] of [...this.attempts]) if (!attempt.isRunning) await this.send(name, attempt);
  }

  /** Takes away what an act that is over says. */
  dismiss(name: Name): void {
    const { [name]: state, ...rest } = this.states;
    if (!state || this.attempts.has(name)) return;
    this.states = rest as typeof this.states;
    this.host.changed(this.states);
  }

  /** Forgets all of them. */
  forget(): void {
    this.life.end();
    this.life = new Life();
    this.attempts.clear();
    this.states = {};
    this.timer.clear();
  }

  stop(): void {
    this.forget();
    this.undo();
  }

  private async send(name: Name, attempt: Attempt): Promise<boolean> {
    const { life } = this;
    const { act, key: idempotencyKey } = attempt;
    const isOver = () => life.isOver || this.attempts.get(name) !== attempt;
    attempt.isRunning = true;
    this.tell(name, { status: 'sending' });
    try {
      const answer = await act.call({ idempotencyKey, signal: life.signal });
      if (isOver()) return true;
      this.attempts.delete(name);
      act.done(answer);
      this.tell(name, { status: 'done' });
      return true;
    } catch (thrown) {
      attempt.isRunning = false;
      if (isOver()) return false;
      const error = asFulianError(thrown, name);
      const isProblem = isProblemError(error);
      // A session that is over says nothing of an earlier try: that one waits for the next session.
      const waits = isProblem && error.status === 401 && attempt.mayHaveArrived;
      if (isUnknown(error) || waits) {
        attempt.mayHaveArrived = true;
        this.tell(name, { status: 'unknown', error });
        if (!waits) this.retryLater((error.retryAfter ?? 0) * 1000);
      } else {
        this.attempts.delete(name);
        const faults = isProblem ? error.problem.findings : undefined;
        this.tell(name, { status: 'failed', error, ...(faults && { faults }) });
      }
      this.host.refused(error);
      return false;
    }
  }

  private tell(name: Name, state: ActState): void {
    this.states = { ...this.states, [name]: state };
    this.host.changed(this.states);
  }

  private retryLater(asked: number): void {
    if (!this.timer.isSet) this.timer.set(Math.max(asked, retryAfter * (1 + Math.random())), () => void this.retry());
  }
}
