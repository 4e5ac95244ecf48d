import { examples } from '@fulian/contract/examples';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, type FetchLike } from '../../index.js';
import { createTestServer, sampleAnswers, type TestServer } from '../../testing/index.js';
import { VirtualTime } from '../../testing/virtual-time.js';
import { createHelpFormStore } from './index.js';

let time: VirtualTime;
beforeAll(() => {
  time = new VirtualTime();
});
afterAll(() => time.stop());

/** What the network does with one request. `late` arrives after `after` ms, when nobody waits for its answer any more. */
const weather = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'good' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'drop-request' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'drop-response' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'duplicate' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('late' as const), after: fc.integer({ min: 1, max: 120_000 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'unavailable' as const }) },
);
type Weather = typeof weather extends fc.Arbitrary<infer T> ? T : never;

/** A network that does what it is told, request by request, and is good when it has been told nothing more. */
function network(server: TestServer, forecast: Weather[]): FetchLike {
  return async (url, init) => {
    const now = forecast.shift() ?? { kind: 'good' };
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

/** Lets time pass until a promise is settled. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  const [value] = await Promise.all([promise, time.run()]);
  return value;
}

const action = fc.constantFrom('submit', 'submit twice', 'change and submit', 'change while it is sent');

describe('S10 exactly once', () => {
  test('whatever the network does and whatever she changes between tries, one case comes of a form', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(weather, { maxLength: 25 }),
        fc.array(action, { minLength: 1, maxLength: 8 }),
        async (forecast, actions) => {
          const server = createTestServer();
          const plain = createClient({ baseUrl: '', fetch: server.fetch });
          const rough = createClient({ baseUrl: '', fetch: network(server, forecast) });
          const store = createHelpFormStore({
            client: { ...rough, getHelpForm: plain.getHelpForm },
            federation: '990101000000',
          });
          await settled(store.load());
          store.answer(sampleAnswers.urgent);
          let version = 0;
          // Where nothing can be changed any more, nothing is.
          const change = () => {
            store.answer({ narrative: `version ${version + 1}` });
            if (!['sending', 'sent'].includes(store.state.submission)) version += 1;
          };
          change();
          for (const action of [...actions, 'submit']) {
            if (action === 'change and submit') change();
            if (action === 'submit twice') void store.submit();
            const submit = store.submit();
            if (action === 'change while it is sent') change();
            await settled(submit);
          }
          // The weather may have lasted to the end; then she tries until it is over.
          while (store.state.submission !== 'sent') await settled(store.submit());
          await time.run();

          const { receipt } = store.state;
          expect(server.state.helpRequests).toHaveLength(1);
          const [stored] = server.state.helpRequests;
          expect(receipt!.number).toBe(stored!.receipt.number);
          expect(receipt!.secret).toBe(stored!.submission.receiptSecret);
          expect(receipt!.isEarlier).toBe(stored!.submission.narrative !== `version ${version}`);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  test('a call of the client alone is repeated with its key until it is answered: none lost, none doubled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(weather, { maxLength: 12 }), { minLength: 1, maxLength: 12 }),
        async (forecasts) => {
          const server = createTestServer();
          const body = examples.submitHelpRequest.requests.child as never;
          const numbers = forecasts.map(async (forecast, at) => {
            const client = createClient({ baseUrl: '', fetch: network(server, forecast) });
            const input = { path: { code: '990101000000' }, body, idempotencyKey: `key-of-request-${at}` };
            for (;;) {
              const receipt = await client.submitHelpRequest(input).catch(() => undefined);
              if (receipt) return receipt.number;
            }
          });
          const acknowledged = await settled(Promise.all(numbers));
          await time.run();
          expect(server.state.helpRequests.map((one) => one.receipt.number).sort()).toEqual(acknowledged.sort());
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
