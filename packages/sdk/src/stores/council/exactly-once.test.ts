import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type FetchInit } from '../../index.js';
import { createTestServer, testCouncilId, testInvitation, testMemberId } from '../../testing/index.js';
import { weather, weatheredNetwork } from '../../testing/weather.js';
import { VirtualTime } from '../../testing/virtual-time.js';
import { createCouncilStore } from './index.js';

let time: VirtualTime;
beforeAll(() => void (time = new VirtualTime()));
afterAll(() => time.stop());

const isSaid = (url: string, { method }: FetchInit) => method === 'POST' && /\/(comments|own-topics)$/.test(url);
const action = fc.constantFrom('comment', 'comment', 'propose', 'wait', 'press again', 'the session ends');

test('S10 whatever the network does, every contribution and every topic that she sent is stored once, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(weather, { maxLength: 15 }),
      fc.array(action, { minLength: 1, maxLength: 8 }),
      async (forecast, actions) => {
        const server = createTestServer();
        const fetch = weatheredNetwork(server, [...forecast], isSaid);
        const client = createClient({ baseUrl: '', fetch, retry: { attempts: 1 } });
        const council = server.state.councils.find(testCouncilId())!;
        const store = createCouncilStore({ client, council: council.id });
        const me = testMemberId(4);
        const topic = council.topics[1]!;
        const live = async (milliseconds: number) => {
          const end = time.now + milliseconds;
          await time.run(end);
          time.now = end;
        };
        const enter = async () => {
          await Promise.all([store.openWithCode(testInvitation(4)), live(1)]);
          await Promise.all([store.load(), live(1)]);
          await Promise.all([store.openTopic(topic.id), live(1)]);
        };
        const isSettled = (name: 'propose' | `comment ${string}`) =>
          !['waiting', 'sending', 'unknown'].includes(store.state.acts[name]?.status ?? 'done');
        await enter();
        const said: string[] = [];
        const proposed: string[] = [];
        for (const what of actions) {
          if (what === 'comment' && isSettled(`comment ${topic.id}`)) {
            said.push(`said ${said.length}`);
            store.writeComment(said[said.length - 1]!);
          }
          if (what === 'propose' && isSettled('propose')) {
            proposed.push(`proposed ${proposed.length}`);
            store.writeProposal({ title: proposed[proposed.length - 1]!, words: 'x' });
          }
          if (what === 'propose' || (what === 'press again' && !isSettled('propose'))) void store.propose();
          if (what === 'comment' || (what === 'press again' && !isSettled(`comment ${topic.id}`))) void store.comment();
          if (what === 'the session ends') {
            server.state.councils.sessions.clear();
            void store.refresh();
          }
          await live(what === 'wait' ? 40_000 : 1);
          if (store.state.session.phase !== 'open') await enter();
        }
        // The weather may have lasted to the end; what is not there yet comes by itself.
        const isDone = () => isSettled('propose') && isSettled(`comment ${topic.id}`);
        for (let turns = 0; turns < 40 && !isDone(); turns += 1) {
          await live(60_000);
          if (store.state.session.phase !== 'open') await enter();
        }
        // A session that ended before the first try says so; what she wrote is still there, and sent when she says so again.
        if (store.state.acts.propose?.status === 'failed') await Promise.all([store.propose(), live(1)]);
        if (store.state.acts[`comment ${topic.id}`]?.status === 'failed') await Promise.all([store.comment(), live(1)]);
        await live(120_000);
        const mine = topic.comments.filter(({ member }) => member === me).map(({ words }) => words);
        const topics = council.topics.filter(({ member, title }) => member === me && title.startsWith('proposed'));
        expect(mine.sort((a = '', b = '') => (a < b ? -1 : 1))).toEqual([...said].sort());
        expect(topics.map(({ title }) => title).sort()).toEqual([...proposed].sort());
        store.stop();
        await live(1);
      },
    ),
    { numRuns: 25 },
  );
}, 240_000);
