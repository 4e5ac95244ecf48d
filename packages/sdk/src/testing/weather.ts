import fc from 'fast-check';
import type { FetchInit, FetchLike } from '../wire.js';
import type { TestServer } from './server.js';

declare const setTimeout: (run: () => void, milliseconds: number) => unknown;

/** What the network does with one request. `late` arrives after `after` ms, when nobody waits for its answer any more. */
export const weather = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'good' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'drop-request' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'drop-response' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'duplicate' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'unavailable' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('late' as const), after: fc.integer({ min: 1, max: 60_000 }) }),
  },
);
/** One turn of it. */
export type Weather = typeof weather extends fc.Arbitrary<infer T> ? T : never;

/** A network that does what it is told with such requests, one by one, and is good when it has been told nothing more. */
export function weatheredNetwork(
  server: TestServer,
  forecast: Weather[],
  isExposed: (url: string, init: FetchInit) => boolean,
): FetchLike {
  return async (url, init) => {
    const now = (isExposed(url, init) && forecast.shift()) || { kind: 'good' };
    const deaf = { ...init, signal: undefined } as never;
    switch (now.kind) {
      case 'drop-request':
        throw new TypeError('Failed to fetch');
      case 'drop-response':
        await server.fetch(url, deaf);
        throw new TypeError('Failed to fetch');
      case 'duplicate':
        await Promise.all([server.fetch(url, deaf), server.fetch(url, deaf)]);
        return server.fetch(url, init);
      case 'late':
        setTimeout(() => void server.fetch(url, deaf), now.after);
        return new Promise<never>(() => undefined);
      case 'unavailable':
        server.fail('*', 'unavailable');
        return server.fetch(url, init);
      case 'good':
        return server.fetch(url, init);
    }
  };
}
