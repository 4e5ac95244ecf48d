import { expect, test } from 'vitest';
import { loadedCouncil, switchedNetwork } from '../../testing/council-fixture.js';
import { testCouncilId, testInvitation, testMemberId } from '../../testing/index.js';

const soon = { timeout: 10_000, interval: 5 };

test('a visitor sees the council, its topics, meetings, ballots, resolutions and rate, and nothing of members', async () => {
  const { store, calls } = await loadedCouncil();
  const { state } = store;
  expect(state).toMatchObject({ load: 'complete', council: { members: 12 }, roll: { load: 'initial', items: [] } });
  expect(state.rate).toEqual({ resolutions: 5, due: 3, accepted: 1, late: 1, percent: 33 });
  expect(state.topics.items.map((topic) => topic.state)).toEqual([
    'merged',
    'declined',
    'collected',
    'collected',
    'admitted',
  ]);
  expect(state.meetings.items).toHaveLength(2);
  expect(state.ballots.items).toHaveLength(19);
  expect(state.resolutions.items).toHaveLength(5);
  expect(calls('listOwnTopics')).toHaveLength(0);
  await store.openTopic(state.topics.items[0]!.id);
  expect(store.state.discussion).toBeUndefined();
});

test('signing in reads topics, resolutions and the roll as the member; leaving takes what is hers from the screen', async () => {
  const { store } = await loadedCouncil();
  await store.openWithCode(testInvitation(1));
  await expect.poll(() => store.state.roll.items.length, soon).toBe(12);
  await expect.poll(() => store.state.topics.items.some(({ byYou }) => byYou), soon).toBe(true);
  const [topic] = store.state.topics.items.filter(({ byYou }) => byYou);
  await store.openTopic(topic!.id);
  expect(store.state.discussion?.items.map(({ state }) => state)).toEqual(['shown', 'hidden', 'shown']);
  store.writeComment('我也来');
  store.writeProposal({ title: '秋游' });
  expect(store.state.hasUnsent).toBe(true);
  await store.leave();
  expect(store.state).toMatchObject({ hasUnsent: false, proposal: { title: '' }, session: { because: 'left' } });
  expect(store.state.discussion).toBeUndefined();
  expect(store.state.roll.items).toEqual([]);
  await expect.poll(() => store.state.topics.items.some(({ byYou }) => byYou !== undefined), soon).toBe(false);
});

test('a visitor suggests, a member proposes; both exactly once, and faults are found before anything is sent', async () => {
  const visitor = await loadedCouncil();
  expect(await visitor.store.propose()).toBe(false);
  expect(visitor.store.state.acts.propose).toEqual({
    status: 'failed',
    faults: [
      { where: 'body/title', code: 'missing' },
      { where: 'body/words', code: 'missing' },
    ],
  });
  expect(visitor.calls('suggestTopic')).toHaveLength(0);
  visitor.store.writeProposal({ title: ' 井盖坏了 ', words: '村口的井盖坏了。', name: '' });
  visitor.server.fail('suggestTopic', 'drop-response');
  expect(await visitor.store.propose()).toBe(false);
  expect(visitor.store.state.acts.propose?.status).toBe('unknown');
  // What she types meanwhile is something else: the same is sent again, and stays stored once.
  visitor.store.writeProposal({ words: '村口的井盖坏了，很危险。' });
  expect(await visitor.store.propose()).toBe(true);
  expect(visitor.store.state).toMatchObject({
    proposed: { state: 'suggested' },
    proposal: { words: '村口的井盖坏了，很危险。' },
  });
  const { topics } = visitor.server.state.councils.find(testCouncilId())!;
  expect(topics.filter(({ title }) => title === '井盖坏了').map(({ words }) => words)).toEqual(['村口的井盖坏了。']);

  const { store } = await loadedCouncil(4);
  store.writeProposal({ title: '秋游', words: '重阳节一起去。' });
  expect(await store.propose()).toBe(true);
  expect(store.state.topics.items[0]).toMatchObject({ title: '秋游', state: 'collected', byYou: true });
  expect(store.state).toMatchObject({ proposal: { title: '', words: '' }, hasUnsent: false });
});

test('seconding, and taking it back', async () => {
  const { store } = await loadedCouncil(4);
  const [topic] = store.state.topics.items.filter(({ state }) => state === 'collected');
  await store.second(topic!.id);
  const seconds = () => store.state.topics.items.find(({ id }) => id === topic!.id);
  expect(seconds()).toMatchObject({ seconds: 4, secondedByYou: true });
  await store.unsecond(topic!.id);
  expect(seconds()).toMatchObject({ seconds: 3, secondedByYou: false });
  const [declined] = store.state.topics.items.filter(({ state }) => state === 'declined');
  await store.second(declined!.id);
  expect(store.state.acts[`second ${declined!.id}`]).toMatchObject({
    status: 'failed',
    error: { code: 'topic-refused' },
  });
  store.dismiss(`second ${declined!.id}`);
  expect(store.state.acts[`second ${declined!.id}`]).toBeUndefined();
});

test('a discussion: what is written is kept by topic, sent once, taken back and reported', async () => {
  const { store, server } = await loadedCouncil(4);
  const [first, second] = store.state.topics.items.filter(({ state }) => state === 'collected');
  await store.openTopic(first!.id);
  store.writeComment('一半');
  await store.openTopic(second!.id);
  expect(store.state.discussion?.draft).toBe('');
  store.writeComment('我同意。');
  server.fail('writeComment', 'duplicate');
  expect(await store.comment()).toBe(true);
  const said = () => store.state.discussion?.items.filter(({ byYou }) => byYou);
  expect(said()).toMatchObject([{ words: '我同意。', state: 'shown' }]);
  expect(store.state.discussion?.draft).toBe('');
  await store.takeBack(said()![0]!.id);
  expect(said()).toMatchObject([{ state: 'taken-back' }]);
  expect(said()![0]).not.toHaveProperty('words');
  const [other] = store.state.discussion!.items;
  await store.report(other!.id);
  expect(store.state.acts[`report ${other!.id}`]?.status).toBe('done');
  await store.openTopic(first!.id);
  expect(store.state.discussion?.draft).toBe('一半');
  expect(store.state.hasUnsent).toBe(true);
});

test('the proposer says whether it was done; to send it back needs words; rating may be changed', async () => {
  const { store } = await loadedCouncil(1);
  const [waiting] = store.state.resolutions.items.filter(({ mayAccept }) => mayAccept);
  expect(await store.answerExecution(waiting!.id, false)).toBe(false);
  expect(store.state.acts[`answer ${waiting!.id}`]?.faults).toEqual([{ where: 'body/words', code: 'missing' }]);
  store.writeAnswer(waiting!.id, '还有两盏没有亮。');
  expect(await store.answerExecution(waiting!.id, false)).toBe(true);
  expect(store.state.resolutions.items.find(({ id }) => id === waiting!.id)).toMatchObject({ state: 'working' });
  expect(store.state.answerDrafts).toEqual({});
  const [done] = store.state.resolutions.items.filter(({ state }) => state === 'accepted');
  await store.rate(done!.id, 2);
  await store.rate(done!.id, 5);
  expect(store.state.resolutions.items.find(({ id }) => id === done!.id)).toMatchObject({
    yourRating: 5,
    ratings: { count: 7 },
  });
});

test('without a network an act waits and is sent once it is back; what was not answered is told apart and settled', async () => {
  const network = switchedNetwork();
  const { store, server, calls } = await loadedCouncil(4, network);
  const [topic] = store.state.topics.items.filter(({ state }) => state === 'collected');
  network.set(false);
  server.isOffline = true;
  await store.second(topic!.id);
  expect(store.state.acts[`second ${topic!.id}`]).toEqual({ status: 'waiting' });
  expect(store.state.hasUnsent).toBe(true);
  expect(calls('secondTopic')).toHaveLength(0);
  // She may try in spite of what the device says.
  await store.second(topic!.id);
  expect(store.state.acts[`second ${topic!.id}`]).toMatchObject({ status: 'unknown', error: { code: 'network' } });
  server.isOffline = false;
  network.set(true);
  await expect.poll(() => store.state.acts[`second ${topic!.id}`]?.status, soon).toBe('done');
  expect(store.state.hasUnsent).toBe(false);
});

test('a session that ends loses nothing that was written; what may have arrived waits for the next one', async () => {
  const { store, server } = await loadedCouncil(4);
  const [topic] = store.state.topics.items.filter(({ state }) => state === 'collected');
  await store.openTopic(topic!.id);
  store.writeComment('我同意。');
  server.fail('writeComment', 'drop-response');
  await store.comment();
  server.state.councils.sessions.clear();
  await store.refresh();
  await expect.poll(() => store.state.session.because, soon).toBe('ended');
  expect(store.state.discussion).toBeUndefined();
  await store.openWithCode(testInvitation(4));
  await expect.poll(() => store.state.acts[`comment ${topic!.id}`]?.status, soon).toBe('done');
  const { topics } = server.state.councils.find(testCouncilId())!;
  const said = topics.find(({ id }) => id === topic!.id)!.comments.filter(({ member }) => member === testMemberId(4));
  expect(said).toHaveLength(1);
});

test('what cannot be read says why, and what was known stays', async () => {
  const { store, server } = await loadedCouncil(4);
  server.isOffline = true;
  await store.refresh();
  expect(store.state).toMatchObject({ load: 'complete', loadError: { code: 'network' }, topics: { load: 'error' } });
  expect(store.state.topics.items).toHaveLength(5);
  server.isOffline = false;
  await store.setTopicState('collected');
  expect(store.state.topics.items.map(({ state }) => state)).toEqual(['collected', 'collected']);
  await store.refresh();
  expect(store.state.loadError).toBeUndefined();
});

test('a list grows page by page and does not shrink when it is read again', async () => {
  const { store, server } = await loadedCouncil();
  const council = server.state.councils.find(testCouncilId())!;
  const { topics } = council;
  for (let index = 0; index < 120; index += 1)
    topics.push({ ...topics[1]!, id: council.newId(), at: new Date(1e12 + index * 1000).toISOString() });
  await store.setTopicState('collected');
  expect(store.state.topics).toMatchObject({ hasMore: true, items: { length: 50 } });
  await store.more('topics');
  await store.more('topics');
  expect(store.state.topics).toMatchObject({ hasMore: false, items: { length: 122 } });
  await store.refresh();
  expect(store.state.topics.items).toHaveLength(122);
});

test('S1 wiping forgets everything that was read and written', async () => {
  const { store } = await loadedCouncil(4);
  store.writeProposal({ title: '秋游' });
  store.wipe();
  expect(store.state).toMatchObject({
    load: 'initial',
    proposal: { title: '' },
    topics: { items: [] },
    hasUnsent: false,
  });
  expect(store.state.council).toBeUndefined();
});
