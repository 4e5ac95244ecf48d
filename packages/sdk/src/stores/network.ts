/**
 * What a page knows of its connection (`navigator.onLine` and its events); the page gives it, because the SDK knows no DOM. While it
 * says 'no', nothing is sent that would only fail, and what waits is sent as soon as it says 'yes'. It is a hint and never proof:
 * what was sent without an answer is tried again in any case.
 */
export interface NetworkLike {
  readonly isOnline: boolean;
  /** Calls `listener` when `isOnline` may have changed; the returned function undoes it. */
  subscribe(listener: () => void): () => void;
}

/** Where nobody tells: there is a network until something proves otherwise. */
export const alwaysOnline: NetworkLike = { isOnline: true, subscribe: () => () => undefined };
