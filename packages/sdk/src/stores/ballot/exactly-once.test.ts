import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type FetchInit } from '../../index.js';
import { memoryKeeper } from '../../testing/council-fixture.js';
import { createTestServer, testBallotId, testCouncilId, testInvitation, testMemberId } from '../../testing/index.js';
import { weather, weatheredNetwork } from '../../testing/weather.js';
import { VirtualTime } from '../../testing/virtual-time.js';
import { createBallotStore } from './index.js';

let time: VirtualTime;
beforeAll(() => void (time = new VirtualTime()));
afterAll(() => time.stop());

const isVote = (url: string, { method }: FetchInit) => method === 'PUT' && /\/(own-vote|paper|box)$/.test(url);

const ballots = fc.constantFrom('motion', 'single', 'secret', 'secret-change');
const action = fc.constantFrom(
  'cast',
  'cast',
  'cast',
  'cast again',
  'close the page',
  'close the page',
  'the session ends',
  'wait',
);

test('S10 whatever the network does, whoever closes the page or signs in anew: one vote at most, and what was told to be stored is', async () => {
  await fc.assert(
    fc.asyncProperty(
      ballots,
      fc.array(weather, { maxLength: 12 }),
      fc.array(action, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (name, forecast, actions, endsInTime) => {
        const server = createTestServer();
        const client = createClient({
          baseUrl: '',
          fetch: weatheredNetwork(server, [...forecast], isVote),
          retry: { attempts: 1 },
        });
        const council = testCouncilId();
        const ballot = testBallotId(name);
        const stored = server.state.councils.find(council)!.ballot(ballot)!;
        const keep = memoryKeeper();
        const open = () => createBallotStore({ client, council, ballot, keep, clock: () => time.now });
        let store = open();
        /** Time goes on, and with it what waits; the ballot does not end by it. */
        const live = async (milliseconds: number) => {
          const end = time.now + milliseconds;
          await time.run(end);
          time.now = end;
        };
        const enter = async () => {
          await Promise.all([store.session.openWithCode(testInvitation(4)), live(1)]);
          await Promise.all([store.load(), live(1)]);
          await live(1);
        };
        let casts = 0;
        const choose = () => {
          casts += 1;
          const option = stored.options[casts % 2]!.id;
          if (name === 'secret-change') {
            store.clear();
            store.rank(option);
          } else store.pick(option);
        };
        await enter();
        const votes = () =>
          stored.isSecret ? [...stored.box.values()] : [...stored.votes.values()].map(({ choice }) => choice);
        let told: { readonly receipt: string; readonly choice: unknown } | undefined;
        const listen = () => {
          const { receipt, stored: choice, phase } = store.state;
          if (phase !== 'cast' || receipt === undefined || !choice) return;
          told = { receipt, choice };
          // Only what is still on its way may change it after that, and only where the rules let it.
          if (!stored.draft.rules.revote || !forecast.some(({ kind }) => kind === 'late'))
            expect(votes()).toEqual([choice]);
        };
        for (const what of actions) {
          if (what === 'cast' || what === 'cast again') {
            if (what === 'cast' && store.state.phase === 'cast') store.change();
            choose();
            void store.cast();
            await live(1);
          } else if (what === 'close the page') {
            store.stop();
            store = open();
            await enter();
          } else if (what === 'the session ends') {
            server.state.councils.sessions.clear();
            void store.refresh();
            await live(1);
            if (store.session.state.phase !== 'open') await enter();
          } else await live(40_000);
          listen();
        }
        // The weather may have lasted to the end; what she has cast and not seen stored settles by itself.
        for (let turns = 0; turns < 20 && store.state.phase === 'casting'; turns += 1) {
          await live(60_000);
          if (store.session.state.phase !== 'open') await enter();
        }
        expect(store.state.phase).not.toBe('casting');
        listen();
        await live(120_000);
        const counted = votes();
        expect(counted.length).toBeLessThanOrEqual(1);
        expect(stored.papers.size).toBeLessThanOrEqual(1);
        if (told) expect(counted).toHaveLength(1);
        if (endsInTime) {
          for (let others = 5; others < 10; others += 1)
            server.castVote(
              ballot,
              testMemberId(others),
              stored.draft.rules.method === 'instant-runoff' ? { ranking: ['a'] } : { picks: [stored.options[0]!.id] },
            );
          stored.close();
          void store.refresh();
          await live(1000);
          if (told) expect(stored.receipts).toContain(store.state.receipt);
          if (told) expect(store.state.inclusion?.status).toBe('counted');
          expect(stored.result?.turnout.cast).toBe(5 + counted.length);
        }
        store.stop();
        await live(1);
      },
    ),
    { numRuns: 40 },
  );
}, 240_000);
