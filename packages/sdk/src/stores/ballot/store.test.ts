import { expect, test } from 'vitest';
import { isProblemError } from '../../index.js';
import { loadedBallot, memoryKeeper, newCouncilServer, switchedNetwork } from '../../testing/council-fixture.js';
import { testBallotId, testInvitation, testMemberId } from '../../testing/index.js';
import { createBallotStore } from './index.js';

const soon = { timeout: 10_000, interval: 5 };

test('a member votes in an open ballot: choose, review, cast, receipt; and the service has it', async () => {
  const { store, stored, me, server } = await loadedBallot('motion');
  expect(store.state).toMatchObject({ phase: 'choosing', canUndo: false, isChange: false, mayDecide: false });
  expect(store.state.countdown).toMatchObject({ urgency: 'calm', seconds: 0 });
  expect(store.review()).toBe(false);
  expect(store.state.faults).toEqual([{ where: 'body/choice/picks', code: 'missing' }]);

  store.pick('no');
  expect(store.state.faults).toEqual([]);
  store.pick('yes');
  expect(store.review()).toBe(true);
  expect(store.state.phase).toBe('reviewing');
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'cast', mayChange: true, stored: { picks: ['yes'] } });
  expect(stored.votes.get(me)).toMatchObject({ choice: { picks: ['yes'] }, receipt: store.state.receipt });

  store.change();
  expect(store.state).toMatchObject({ phase: 'choosing', isChange: true, draft: { picks: ['yes'] } });
  store.keepVote();
  expect(store.state).toMatchObject({ phase: 'cast', isChange: false });
  store.change();
  store.abstain();
  await store.cast();
  expect(stored.votes.get(me)?.choice).toEqual({ abstain: true });

  server.closeBallot(stored.id);
  await store.refresh();
  expect(store.state.phase).toBe('closed');
  await expect.poll(() => store.state.inclusion, soon).toEqual({ status: 'counted', of: 1 });
  expect(store.state.explanation.map(({ kind }) => kind)).toEqual(['turnout', 'quorum', 'threshold', 'outcome']);
});

test('who votes before it is read where she stands is heard all the same', async () => {
  const { store, server, stored } = await loadedBallot('secret', null);
  const gate = server.hold('getBallot');
  await store.session.openWithCode(testInvitation(4));
  await gate.arrived(1);
  store.pick('a');
  await store.cast();
  expect(store.state.castError).toBe(undefined);
  expect([...stored.papers.keys()]).toEqual([testMemberId(4)]);
  expect([...stored.box.values()]).toEqual([{ picks: ['a'] }]);
  gate.open();
  await expect.poll(() => store.state.phase, soon).toBe('cast');
});

test('S9 a secret vote carries neither the session nor anything else of the member, and its paper is not what was blinded', async () => {
  const keep = memoryKeeper();
  const { store, stored, calls, me } = await loadedBallot('secret', 4, { keep });
  expect(stored.papers.size).toBe(0);
  store.pick('b');
  await expect.poll(() => stored.papers.get(me), soon).toMatch(/^[0-9a-f]{64}$/);
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'cast', mayChange: false });
  expect([...stored.box.values()]).toEqual([{ picks: ['b'] }]);

  const [cast] = calls('castSecretVote');
  expect(Object.keys(cast!.headers).sort()).toEqual(['content-type']);
  expect(Object.keys(cast!.body as object).sort()).toEqual(['choice', 'paper', 'seal']);
  const [paper] = [...stored.box.keys()];
  expect(JSON.stringify(calls('takeBallotPaper'))).not.toContain(paper);
  expect(calls('takeBallotPaper')[0]!.headers).toHaveProperty('fulian-member');
  // What is kept says nothing of the choice.
  expect(keep.text).toContain(paper);
  expect(keep.text).not.toMatch(/choice|picks|"b"/);

  stored.close();
  await store.refresh();
  // Too few for a count: nothing is looked for, nothing stays.
  expect(store.state.ballot?.result?.outcome).toBe('too-few');
  await expect.poll(() => keep.text, soon).toBeNull();
});

test('looking at a secret ballot burns no paper: it is asked for with the first choice, and without a keeper only by casting', async () => {
  const looked = await loadedBallot('secret', 4, { keep: memoryKeeper() });
  looked.store.abstain(false);
  expect(looked.calls('takeBallotPaper')).toHaveLength(0);

  const { store, calls } = await loadedBallot('secret');
  store.pick('a');
  expect(store.review()).toBe(true);
  expect(calls('takeBallotPaper')).toHaveLength(0);
  await store.cast();
  expect(calls('takeBallotPaper')).toHaveLength(1);
  expect(store.state.phase).toBe('cast');
});

test('a page that was closed goes on with the kept paper, and tells a vote that is stored from one that may be', async () => {
  const keep = memoryKeeper();
  const { store, server, client, council, ballot, stored } = await loadedBallot('secret', 4, { keep });
  store.pick('c');
  server.fail('castSecretVote', 'drop-response');
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'casting', casting: { status: 'unknown' } });
  store.stop();

  const again = createBallotStore({ client, council, ballot, keep });
  await again.session.openWithCode(testInvitation(4));
  await again.load();
  expect(again.state).toMatchObject({ phase: 'choosing', mayHaveVoted: true });
  again.pick('a');
  await again.cast();
  // It had arrived, and this ballot allows no change: the first vote counts, and here is its receipt.
  expect(again.state).toMatchObject({ phase: 'cast', castError: { code: 'vote-counted' } });
  expect(again.state.receipt).toMatch(/^[0-9a-f]{64}$/);
  expect([...stored.box.values()]).toEqual([{ picks: ['c'] }]);
  const { receipt } = again.state;
  again.stop();

  const third = createBallotStore({ client, council, ballot, keep });
  await third.session.openWithCode(testInvitation(4));
  await third.load();
  expect(third.state).toMatchObject({ phase: 'cast', mayHaveVoted: false, receipt });
  third.stop();
});

test('two members of a family vote on one telephone, each with her own paper', async () => {
  const keep = memoryKeeper();
  const { store, stored } = await loadedBallot('secret', 4, { keep });
  store.pick('a');
  await store.cast();
  const first = store.state.receipt;
  await store.session.leave();
  expect(store.state).toMatchObject({ phase: 'sign-in', draft: { picks: [] } });
  expect(store.state.receipt).toBeUndefined();
  await store.session.openWithCode(testInvitation(5));
  await expect.poll(() => store.state.phase, soon).toBe('choosing');
  store.pick('b');
  await store.cast();
  expect(store.state.phase).toBe('cast');
  expect(store.state.receipt).not.toBe(first);
  expect([...stored.box.values()].map(({ picks }) => picks)).toEqual([['a'], ['b']]);
  await store.session.leave();
  await store.session.openWithCode(testInvitation(4));
  await expect.poll(() => store.state.receipt, soon).toBe(first);
});

test('a paper that went to another device, and a member who was not on the roll, are said plainly', async () => {
  const first = await loadedBallot('secret');
  first.store.pick('a');
  await first.store.cast();
  const { client, council, ballot, server } = first;
  const other = createBallotStore({ client, council, ballot });
  await other.session.openWithCode(testInvitation(4));
  await other.load();
  expect(other.state).toMatchObject({ phase: 'hindered', hindrance: 'paper-elsewhere' });

  server.state.councils.find(council)!.ballot(ballot)!.members = [testMemberId(0)];
  const late = createBallotStore({ client, council, ballot });
  await late.session.openWithCode(testInvitation(5));
  await late.load();
  expect(late.state).toMatchObject({ phase: 'hindered', hindrance: 'not-eligible' });
});

test('two pages of hers that ask at the same moment share one paper, and one vote', async () => {
  const keep = memoryKeeper();
  const { store, server, client, council, ballot, stored } = await loadedBallot('secret-change', 4, { keep });
  const other = createBallotStore({ client, council, ballot, keep });
  await other.session.openWithCode(testInvitation(4));
  await other.load();
  const gate = server.hold('takeBallotPaper');
  store.rank('a');
  await gate.arrived(1);
  // What the first page keeps is not there yet for the second: it makes a paper of its own.
  const first = keep.text;
  keep.text = null;
  other.rank('b');
  await gate.arrived(2);
  keep.text = first;
  gate.release(1);
  await expect.poll(() => keep.text ?? '', soon).toContain('seal');
  gate.open();
  await store.cast();
  await other.cast();
  expect([store.state.phase, other.state.phase]).toEqual(['cast', 'cast']);
  expect(other.state.receipt).toBe(store.state.receipt);
  expect([...stored.box.values()]).toEqual([{ ranking: ['b'] }]);
  other.stop();
});

test('a paper that was sealed with another key than the published one is never used', async () => {
  const { store, stored, calls } = await loadedBallot('secret');
  const published = { ...stored.keys };
  const other = { ...stored.keys, secret: '01'.padEnd(64, '0') };
  Object.defineProperty(stored, 'keys', { get: () => other, configurable: true });
  expect(published.paperKey).toBe(other.paperKey);
  store.pick('a');
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'reviewing', castError: { code: 'contract' } });
  expect(calls('castSecretVote')).toHaveLength(0);
});

test('without a network nothing is sent; it is sent once by itself when the network is back', async () => {
  const network = switchedNetwork();
  const { store, calls } = await loadedBallot('motion', 4, { network });
  store.pick('yes');
  network.set(false);
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'casting', casting: { status: 'waiting' } });
  expect(calls('castOpenVote')).toHaveLength(0);
  // While it is on its way, it cannot be changed.
  store.pick('no');
  expect(store.state.draft.picks).toEqual(['yes']);
  network.set(true);
  await expect.poll(() => store.state.phase, soon).toBe('cast');
  expect(calls('castOpenVote')).toHaveLength(1);
});

test('a vote that is not sure yet is settled by the next try: stored once, and never something else', async () => {
  const { store, server, calls, stored, me, council } = await loadedBallot('single');
  server.fail('castOpenVote', 'drop-response');
  store.pick('a');
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'casting', casting: { status: 'unknown', error: { code: 'network' } } });
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'cast', stored: { picks: ['a'] } });
  expect(calls('castOpenVote')).toHaveLength(2);
  expect(server.state.councils.find(council)!.log.filter(({ kind }) => kind === 'vote-stored')).toHaveLength(
    1 + 10 + 10 + 7 + 7 + 4 + 7 + 10 + 2,
  );
  expect(stored.votes.get(me)?.choice).toEqual({ picks: ['a'] });
});

test('a vote that arrived before the closing counts although its answer came too late', async () => {
  const open = await loadedBallot('motion');
  open.server.fail('castOpenVote', 'drop-response');
  open.store.pick('yes');
  await open.store.cast();
  open.server.closeBallot(open.ballot);
  await open.store.cast();
  await expect.poll(() => open.store.state.phase, soon).toBe('closed');
  expect(open.store.state.ballot?.votes).toHaveLength(1);

  const secret = await loadedBallot('secret');
  for (const index of [5, 6, 7, 8, 9]) secret.server.castVote(secret.ballot, testMemberId(index), { picks: ['a'] });
  secret.server.fail('castSecretVote', 'drop-response');
  secret.store.pick('b');
  await secret.store.cast();
  expect(secret.store.state.casting?.status).toBe('unknown');
  secret.server.closeBallot(secret.ballot);
  await secret.store.cast();
  await expect.poll(() => secret.store.state.inclusion, soon).toEqual({ status: 'counted', of: 6 });
  expect(secret.store.state).toMatchObject({ phase: 'closed', mayHaveVoted: false });
  expect(secret.store.state.castError).toBeUndefined();
});

test('a vote that never arrived before the closing is not said to count', async () => {
  const { store, server, ballot } = await loadedBallot('secret');
  for (const index of [5, 6, 7, 8, 9]) server.castVote(ballot, testMemberId(index), { picks: ['a'] });
  server.fail('castSecretVote', 'drop-request');
  store.pick('b');
  await store.cast();
  server.closeBallot(ballot);
  await store.cast();
  await expect.poll(() => store.state.inclusion, soon).toEqual({ status: 'missing', of: 5 });
  expect(store.state.castError).toMatchObject({ code: 'ballot-not-open' });
});

test('a session that ends in the middle of a vote loses nothing: signed in again, it goes on', async () => {
  const { store, server, stored, me } = await loadedBallot('motion');
  store.pick('yes');
  server.state.councils.sessions.clear();
  await store.cast();
  expect(store.state).toMatchObject({ phase: 'sign-in', session: { because: 'ended' }, draft: { picks: ['yes'] } });
  await store.session.openWithCode(testInvitation(4));
  await expect.poll(() => store.state.phase, soon).toBe('reviewing');
  server.fail('castOpenVote', 'drop-request');
  await store.cast();
  server.state.councils.sessions.clear();
  await store.cast();
  expect(store.state.phase).toBe('sign-in');
  await store.session.openWithCode(testInvitation(4));
  await expect.poll(() => store.state.phase, soon).toBe('cast');
  expect(stored.votes.get(me)?.choice).toEqual({ picks: ['yes'] });
});

test('every method has its way of choosing, with undo and redo', async () => {
  const approval = (await loadedBallot('approval')).store;
  approval.pick('nobody');
  expect([approval.toggle('a'), approval.toggle('b'), approval.toggle('c')]).toEqual([true, true, false]);
  expect(approval.state.draft.picks).toEqual(['a', 'b']);
  approval.toggle('a');
  approval.undo();
  approval.undo();
  expect(approval.state).toMatchObject({ draft: { picks: ['a'] }, canUndo: true, canRedo: true });
  approval.redo();
  await approval.cast();
  expect(approval.state).toMatchObject({ phase: 'cast', stored: { picks: ['a', 'b'] } });

  const score = (await loadedBallot('score')).store;
  expect(score.review()).toBe(false);
  score.score('b', 5);
  score.score('a', 9);
  expect(score.review()).toBe(false);
  expect(score.state.faults).toEqual([{ where: 'body/choice/scores/0/points', code: 'out-of-range' }]);
  score.score('a', undefined);
  await score.cast();
  expect(score.state.stored).toEqual({ scores: [{ option: 'b', points: 5 }] });

  const order = (await loadedBallot('schulze')).store;
  for (const option of ['a', 'b', 'c']) order.rank(option);
  expect([order.move('c', -1), order.move('c', -1), order.move('c', -1)]).toEqual([true, true, false]);
  order.unrank('b');
  order.moveTo('d', 1);
  expect(order.state.draft.ranking).toEqual(['c', 'd', 'a']);
  order.clear();
  expect(order.review()).toBe(false);
  order.undo();
  await order.cast();
  expect(order.state.stored).toEqual({ ranking: ['c', 'd', 'a'] });
});

test('the chair decides a tie once; others cannot', async () => {
  const other = await loadedBallot('awaiting-chair', 4);
  expect(other.store.state).toMatchObject({ phase: 'closed', mayDecide: false });
  expect(await other.store.decide('yes')).toBe(false);
  const { store } = await loadedBallot('awaiting-chair', 0);
  expect(store.state.mayDecide).toBe(true);
  expect(await store.decide('yes')).toBe(true);
  expect(store.state).toMatchObject({ mayDecide: false, ballot: { state: 'closed', result: { outcome: 'passed' } } });
  expect(store.state.explanation.find(({ kind }) => kind === 'tie')).toMatchObject({ chosen: 'yes' });
});

test('what is read of a closed ballot says how it came out, and a receipt is looked for without telling which', async () => {
  const { store, stored, calls } = await loadedBallot('elected-secret', null);
  expect(store.state).toMatchObject({ phase: 'closed', ballot: { result: { outcome: 'elected', winners: ['a'] } } });
  expect(store.state.explanation).toContainEqual({ kind: 'papers', papers: 7, cast: 7, eligible: 12 });
  const [receipt = ''] = stored.receipts;
  await store.checkReceipt(` ${receipt.slice(0, 8).toUpperCase()} ${receipt.slice(8, 16)} `);
  expect(store.state.inclusion).toEqual({ status: 'counted', of: 7 });
  await store.checkReceipt(receipt.slice(0, 8));
  expect(store.state.inclusion).toEqual({ status: 'missing', of: 7 });
  expect(calls('getBallotReceipts').every(({ url }) => !url.includes(receipt.slice(0, 8)))).toBe(true);
});

test('visitors see an open ballot and are asked to sign in; what cannot be read says why and comes by itself later', async () => {
  const visitor = await loadedBallot('motion', null);
  expect(visitor.store.state.phase).toBe('sign-in');
  expect(visitor.calls('getOwnBallot')).toHaveLength(0);
  visitor.store.pick('yes');
  await visitor.store.cast();
  expect(visitor.store.state.draft.picks).toEqual([]);

  const network = switchedNetwork();
  const { server, client, council } = newCouncilServer();
  const store = createBallotStore({ client, council, ballot: testBallotId('motion'), network });
  server.isOffline = true;
  await store.load();
  expect(store.state).toMatchObject({ phase: 'error', loadError: { code: 'network' } });
  server.isOffline = false;
  network.set(true);
  await expect.poll(() => store.state.phase, soon).toBe('sign-in');
  const unknown = createBallotStore({ client, council, ballot: testBallotId('draft') });
  await unknown.load();
  expect(isProblemError(unknown.state.loadError) && unknown.state.loadError.code).toBe('ballot-unknown');
  for (const one of [store, unknown]) one.stop();
});

test('S1 wiping forgets choice and receipt, and what is kept goes only where no vote is lost with it', async () => {
  const keep = memoryKeeper();
  const { store, stored } = await loadedBallot('secret', 4, { keep });
  store.pick('a');
  await expect.poll(() => stored.papers.size, soon).toBe(1);
  await expect.poll(() => keep.text ?? '', soon).toContain('seal');
  await store.wipe();
  expect(store.state).toMatchObject({ phase: 'initial', draft: { picks: [] }, canUndo: false });
  expect(keep.text).toContain('paper');
  await store.load();
  store.pick('a');
  await store.cast();
  await store.wipe();
  expect(keep.text).toBeNull();
});

test('a ballot that is left before it was opened asks for nothing, then or later', async () => {
  const { client, council, server } = newCouncilServer();
  const store = createBallotStore({ client, council, ballot: testBallotId('motion'), keepSession: memoryKeeper() });
  const loading = store.load();
  store.stop();
  await loading;
  expect(server.requests).toEqual([]);
  await store.refresh();
  expect(server.requests).toEqual([]);
});
