import type { NetworkLike } from '@fulian/sdk/stores/ballot';

// oxlint-disable-next-line no-restricted-globals -- S2: only after she asked for it, see below
const store = () => localStorage;

/** A place for one short text. Each of these throws where the browser has no such place, or the page may not use it. */
interface DevicePlace {
  read(): string | null;
  write(text: string): void;
  remove(): void;
}

/**
 * A place on this device, under one name. The only way of an element to anything that outlives the page: whoever takes it asks her
 * first, and writes nothing before she agreed (S2).
 */
export function placeOnDevice(name: string): DevicePlace {
  return {
    read: () => store().getItem(name),
    write: (text) => store().setItem(name, text),
    remove: () => store().removeItem(name),
  };
}

/** Whether something of hers is kept there. */
export function isOnDevice(name: string): boolean {
  try {
    return placeOnDevice(name).read() !== null;
  } catch {
    // Private windows and embedded pages may have no such place.
    return false;
  }
}

/**
 * Removes what is kept under names that begin with `prefix` and was of use until a time before `now` (milliseconds since 1970), which stands
 * in front of it. What tells no time stays. Never throws.
 */
export function sweepDevice(prefix: string, now: number): void {
  try {
    const device = store();
    for (let at = device.length; at--;) {
      const name = device.key(at)!;
      if (name.startsWith(prefix) && +new Date(device.getItem(name)!.split(' ')[0]!) < now) device.removeItem(name);
    }
  } catch {
    // Private windows and embedded pages may have no such place.
  }
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
