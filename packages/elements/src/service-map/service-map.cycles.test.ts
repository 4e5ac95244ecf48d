import { expect } from '@open-wc/testing';
import { Guest } from './testing/guest.js';

afterEach(() => Guest.leaveAll());

/** Each leaves what it leaks; ten thousand would show no more than these. */
const cycles = 1000;

/** How many listeners the window has, as far as we add and remove them. */
function countListeners(): { readonly count: () => number; readonly restore: () => void } {
  const { addEventListener, removeEventListener } = window;
  const held = new Map<string, Set<unknown>>();
  const setOf = (type: string) => held.get(type) ?? held.set(type, new Set()).get(type)!;
  window.addEventListener = function add(this: Window, type: string, listener: EventListener, ...rest: unknown[]) {
    setOf(type).add(listener);
    return addEventListener.call(window, type, listener, ...(rest as []));
  } as typeof window.addEventListener;
  window.removeEventListener = function remove(type: string, listener: EventListener, ...rest: unknown[]) {
    setOf(type).delete(listener);
    return removeEventListener.call(window, type, listener, ...(rest as []));
  } as typeof window.removeEventListener;
  return {
    count: () => [...held.values()].reduce((sum, { size }) => sum + size, 0),
    restore: () => Object.assign(window, { addEventListener, removeEventListener }),
  };
}

describe('fl-service-map, taken out and put back', function () {
  this.timeout(60_000);

  it(`grows by nothing in ${cycles} times`, async () => {
    const listeners = countListeners();
    try {
      const guest = await Guest.arrive();
      await guest.listed();
      await guest.there('.marker');
      const home = guest.map.parentElement!;
      const { length } = guest.server.requests;
      const before = listeners.count();
      const nodes = guest.root.querySelectorAll('*').length;
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        guest.map.remove();
        home.append(guest.map);
        // Every tenth time it is drawn in between.
        if (cycle % 10 === 0) await guest.map.updateComplete;
      }
      await guest.there('.marker');
      expect(listeners.count()).to.equal(before);
      expect(guest.root.querySelectorAll('*').length).to.be.at.most(nodes);
      expect(guest.all('.plane')).to.have.length(1);
      expect(guest.server.requests.length, 'nothing was asked for again').to.equal(length);
    } finally {
      listeners.restore();
    }
  });
});
