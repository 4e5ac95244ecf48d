import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type FetchLike } from '../../index.js';
import { createTestServer, testCaseNumber, testSecret, type TestServer } from '../../testing/index.js';
import { VirtualTime } from '../../testing/virtual-time.js';
import { createCaseTrackerStore } from './index.js';
// Comes with the first message: here before, so that no turn of the clock is lost.
import './acting.js';

let time: VirtualTime;
beforeAll(() => void (time = new VirtualTime()));
afterAll(() => time.stop());

/** What the network does with one message. `late` arrives after `after` ms, when nobody waits for its answer any more. */
const weather = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'good' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'drop-request' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'drop-response' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'duplicate' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'unavailable' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('late' as const), after: fc.integer({ min: 1, max: 60_000 }) }),
  },
);
type Weather = typeof weather extends fc.Arbitrary<infer T> ? T : never;

/** A network that does what it is told with messages, one by one, and is good when it has been told nothing more. */
function network(server: TestServer, forecast: Weather[]): FetchLike {
  return async (url, init) => {
    const now = (url.endsWith('/own-case/messages') && forecast.shift()) || { kind: 'good' };
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
        server.fail('sendOwnMessage', 'unavailable');
        return server.fetch(url, init);
      case 'good':
        return server.fetch(url, init);
    }
  };
}

const action = fc.constantFrom('send', 'send', 'send and wait', 'retry', 'open anew');

test('S10 whatever the network does, every message that she sent arrives once, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(weather, { maxLength: 30 }),
      fc.array(action, { minLength: 1, maxLength: 8 }),
      async (forecast, actions) => {
        const server = createTestServer();
        const client = createClient({ baseUrl: '', fetch: network(server, [...forecast]) });
        const store = createCaseTrackerStore({ client });
        const one = server.state.cases.all[0]!;
        const before = one.events.length;
        const open = () => store.open({ number: testCaseNumber(0), secret: testSecret });
        /** Time goes on, and she is there all the while. */
        const live = async (milliseconds: number) => {
          for (const end = time.now + milliseconds; time.now < end;) {
            store.touch();
            await time.run(Math.min(end, time.now + 120_000));
            time.now = Math.min(end, time.now + 120_000);
          }
        };
        await Promise.all([open(), live(1)]);
        const said: string[] = [];
        for (const what of actions) {
          if (store.state.phase !== 'open') await Promise.all([open(), live(1)]);
          if (what === 'send' || what === 'send and wait') {
            const words = `message ${said.length + 1}`;
            said.push(words);
            store.setDraft(words);
            void store.sendMessage();
            await live(what === 'send' ? 1 : 70_000);
          } else if (what === 'retry') {
            for (const { key } of store.state.outbox) void store.retryMessage(key);
            await live(1000);
          } else {
            // The token is over in the middle of everything.
            server.state.ownTokens.clear();
            void store.refresh();
            await live(1);
          }
        }
        // The weather may have lasted to the end; what is not there yet comes by itself, or when the case is open again.
        for (let turns = 0; turns < 100; turns += 1) {
          if (store.state.phase !== 'open') await Promise.all([open(), live(1)]);
          if (store.state.outbox.length === 0) break;
          await live(60_000);
        }
        await live(120_000);
        const arrived = one.events.slice(before).flatMap(({ words }) => words ?? 'without words');
        expect([...arrived].sort()).toEqual([...said].sort());
        store.wipe();
        await live(1);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
