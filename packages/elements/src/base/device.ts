import type { NetworkLike } from '@fulian/sdk/stores/ballot';

/** A place for one short text. */
interface Keeper {
  read(): string | null;
  write(text: string): void;
  remove(): void;
}

/**
 * A place on this device, under one name. The only way of an element to anything that outlives the page: whoever takes it asks her
 * first, and writes nothing before she agreed (S2). Does nothing where the browser has no such place, or the page may not use it.
 */
export function placeOnDevice(name: string): Keeper {
  const open = <Result>(use: (store: Storage) => Result): Result | null => {
    try {
      // oxlint-disable-next-line no-restricted-globals -- S2: only after she asked for it, see above
      return use(localStorage);
    } catch {
      // Private windows and embedded pages may have none.
      return null;
    }
  };
  return {
    read: () => open((store) => store.getItem(name)),
    write: (text) => void open((store) => store.setItem(name, text)),
    remove: () => void open((store) => store.removeItem(name)),
  };
}

/** What the browser knows of its connection. */
export const network: NetworkLike = {
  get isOnline() {
    return navigator.onLine;
  },
  subscribe(listener) {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
};
