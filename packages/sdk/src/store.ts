/**
 * Headless state of one task. `state` is replaced, never changed in place, so that `===` tells whether something
 * happened; listeners are called after every replacement, in the same turn.
 */
export interface Store<State> {
  readonly state: State;
  /** Calls `listener` after every change; the returned function undoes it. */
  subscribe(listener: () => void): () => void;
}
