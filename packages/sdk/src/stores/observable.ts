import { ContractError, type FulianError, isFulianError } from '../errors.js';
import type { SignalLike } from '../wire.js';

declare const AbortController: new () => { readonly signal: SignalLike; abort(): void };

/** A change of a state; `undefined` takes a field away. */
export type Change<State> = { readonly [Key in keyof State]?: State[Key] | undefined };

/** What the newer stores are made of: a state that is replaced, and who wants to know. */
export abstract class Observable<State extends object> {
  private readonly listeners = new Set<() => void>();

  protected constructor(protected current: State) {}

  get state(): State {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Replaces the state by one with changes, and tells. */
  protected set(change: Change<State>): void {
    this.replace(changed(this.current, change));
  }

  /** Replaces the whole state, and tells. */
  protected replace(state: State): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

/** A copy with changes; a field that is set to `undefined` is gone. */
export function changed<T extends object>(state: T, change: Change<T>): T {
  const next: Record<string, unknown> = { ...state, ...change };
  for (const key of Object.keys(change)) if (next[key] === undefined) delete next[key];
  return next as T;
}

/** A time in which things run, and that ends all of them at once. */
export class Life {
  private readonly controller = new AbortController();

  get signal(): SignalLike {
    return this.controller.signal;
  }

  get isOver(): boolean {
    return this.signal.aborted;
  }

  end(): void {
    this.controller.abort();
  }
}

/** Whatever is thrown besides is a fault of the program, and its words may quote hers. */
export function asFulianError(error: unknown, where: string): FulianError {
  return isFulianError(error) ? error : new ContractError(where, 'it failed unexpectedly', [], { cause: error });
}

/** Whether nobody knows what became of a request: no answer came, or one that says that the service could not tell. */
export function isUnknown({ code, retryable }: FulianError): boolean {
  return retryable || code === 'contract';
}
