import { findRuleFaults } from '@fulian/contract/rules/council';
import { expect, test } from 'vitest';
import { signedIn } from '../../testing/desk-fixture.js';
import { testBallotId, testCouncilId, testMemberId } from '../../testing/index.js';
import { drawLot } from './lot.js';
import { createCouncilDeskStore, rulePresets } from './index.js';

const soon = { timeout: 10_000, interval: 5 };
const council = testCouncilId();

async function loadedDesk(account = 'worker.hetang', selected: string | undefined = council) {
  const parts = await signedIn(account);
  const desk = createCouncilDeskStore({ session: parts.session, council: selected });
  await desk.load();
  const stored = parts.server.state.councils.find(council)!;
  return { ...parts, desk, stored };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('a desk shows the councils of a federation and those below it, the rate, and one of them in full', async () => {
  const { desk } = await loadedDesk('supervisor.qingxi', undefined);
  expect(desk.state).toMatchObject({ load: 'complete', report: { councils: 2 }, federation: '990101000000' });
  expect(desk.state.councils.items.map(({ name }) => name)).toEqual(['荷塘村妇女议事会', '柳岸村妇女议事会']);
  await desk.findCouncils('柳岸');
  expect(desk.state.councils.items).toHaveLength(1);
  await desk.select(council);
  const { selected } = desk.state;
  expect(selected).toMatchObject({ load: 'complete', council: { members: 12 }, cards: [] });
  expect(selected?.roll.items.map(({ invitation }) => invitation)).toEqual([
    ...Array<string>(9).fill('printed'),
    'none',
    'used',
    'printed',
    'printed',
  ]);
  expect(selected?.topics.items.map(({ state }) => state)).toContain('suggested');
  expect(selected?.ballots.items).toHaveLength(20);
  await desk.readHead();
  expect(desk.state.selected?.head?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('S6 another federation’s council is none', async () => {
  const { desk } = await loadedDesk('worker.hetang', testCouncilId(1));
  expect(desk.state.selected?.roll).toMatchObject({ load: 'error', error: { code: 'council-unknown' } });
});

test('a form is saved once, whatever the network does and whatever is typed in between', async () => {
  const { desk, server, stored } = await loadedDesk();
  await desk.edit('member');
  expect(await desk.save('member')).toBeUndefined();
  expect(desk.state.editors.member?.faults).toEqual([{ where: 'body/name', code: 'missing' }]);
  desk.write('member', { name: '示例卯' });
  expect(desk.state.editors.member?.faults).toEqual([]);
  expect(desk.state.hasUnsaved).toBe(true);
  server.fail('addMember', 'drop-response');
  expect(await desk.save('member')).toBeUndefined();
  expect(desk.state.editors.member?.save).toMatchObject({ status: 'unknown', error: { code: 'network' } });
  desk.write('member', { name: '示例辰' });
  const id = await desk.save('member');
  expect(id).toBeDefined();
  expect(stored.members.filter(({ name }) => /卯|辰/.test(name)).map(({ name }) => name)).toEqual(['示例辰']);
  expect(desk.state.editors.member).toMatchObject({ id, save: { status: 'done' }, isChanged: false });
  await expect.poll(() => desk.state.selected?.roll.items.some(({ member }) => member.id === id), soon).toBe(true);
  expect(desk.state.hasUnsaved).toBe(false);
});

test('412: what somebody else wrote is shown beside what is typed, and nothing is lost', async () => {
  const { desk, stored } = await loadedDesk();
  const [meeting] = stored.meetings;
  await desk.edit('meeting', meeting!.id);
  expect(desk.state.editors.meeting).toMatchObject({ load: 'complete', isChanged: false, draft: { state: 'held' } });
  desk.write('meeting', { minutes: '我的记录。' });
  meeting!.draft = { ...meeting!.draft, place: '村委会' };
  meeting!.revision += 1;
  expect(await desk.save('meeting')).toBeUndefined();
  expect(desk.state.editors.meeting).toMatchObject({
    save: { status: 'failed', error: { code: 'precondition-failed' } },
    conflict: { meeting: { place: '村委会' } },
    draft: { minutes: '我的记录。', place: '荷塘村妇女之家' },
  });
  desk.write('meeting', { place: '村委会' });
  expect(await desk.save('meeting')).toBe(meeting!.id);
  expect(desk.state.editors.meeting?.conflict).toBeUndefined();
  expect(meeting!.draft).toMatchObject({ place: '村委会', minutes: '我的记录。' });

  desk.write('meeting', { minutes: '又改。' });
  meeting!.revision += 1;
  await desk.save('meeting');
  desk.takeOver('meeting');
  expect(desk.state.editors.meeting).toMatchObject({ draft: { minutes: '我的记录。' }, isChanged: false });
});

test('a change whose answer was lost is no conflict with itself', async () => {
  const { desk, server, stored } = await loadedDesk();
  await desk.edit('council', council);
  desk.write('council', { words: '每月一次。' });
  server.fail('changeCouncil', 'drop-response');
  await desk.save('council');
  expect(desk.state.editors.council?.save?.status).toBe('unknown');
  expect(await desk.save('council')).toBe(council);
  expect(desk.state.editors.council?.conflict).toBeUndefined();
  expect(stored).toMatchObject({ words: '每月一次。', revision: 2 });
});

test('cards are answered once, in memory, and go with the lock', async () => {
  const { desk, server, session } = await loadedDesk();
  expect(await desk.invite([testMemberId(9), testMemberId(10)])).toBe(true);
  expect(desk.state.selected?.cards.map(({ code }) => code.length)).toEqual([16, 16]);
  session.lock();
  expect(desk.state.selected?.cards).toEqual([]);
  await session.unlock('example-password-1');
  server.fail('inviteMembers', 'drop-response');
  expect(await desk.invite([testMemberId(9)])).toBe(false);
  expect(await desk.invite([testMemberId(9)])).toBe(false);
  // The codes are gone: new ones have to be printed.
  expect(desk.state.selected?.acts.invite).toMatchObject({ status: 'failed', error: { code: 'invitation-printed' } });
  expect(await desk.invite([testMemberId(9)])).toBe(true);
  desk.forgetCards();
  expect(desk.state.selected?.cards).toEqual([]);
});

test('topics are screened, contributions hidden and shown', async () => {
  const { desk } = await loadedDesk();
  const topics = () => desk.state.selected!.topics.items;
  const [waiting] = topics().filter(({ state }) => state === 'suggested');
  expect(await desk.screen(waiting!.id, { decision: 'decline' })).toBe(false);
  expect(desk.state.selected?.acts[`screen ${waiting!.id}`]?.faults).toEqual([
    { where: 'body/words', code: 'missing' },
  ]);
  expect(await desk.screen(waiting!.id, { decision: 'collect' })).toBe(true);
  expect(topics().find(({ id }) => id === waiting!.id)?.state).toBe('collected');

  const talked = topics().find(({ comments }) => comments === 3)!;
  await desk.openTopic(talked.id);
  const reported = desk.state.selected!.discussion!.items.find((one) => one.reported)!;
  expect(await desk.moderate(reported.id, true, ' 与议题无关。 ')).toBe(true);
  expect(desk.state.selected!.discussion!.items.find(({ id }) => id === reported.id)).toMatchObject({
    state: 'hidden',
    reason: '与议题无关。',
    words: '我来带孩子。',
  });
  await desk.setTopicState('suggested');
  expect(topics()).toEqual([]);
});

test('every preset fits its method, and a ballot goes from a preset to a resolution', async () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
  for (const { id, rules } of rulePresets)
    expect(findRuleFaults(rules, rules.method === 'yes-no' ? [] : options), id).toEqual([]);

  const { desk, server } = await loadedDesk();
  await desk.edit('ballot', undefined, { motion: { title: '修井盖', words: '用集体经费修好村口的井盖。' } });
  desk.usePreset('simple-majority');
  expect(await desk.save('ballot')).toBeUndefined();
  expect(desk.state.editors.ballot?.faults).toEqual([{ where: 'body/closesAt', code: 'missing' }]);
  desk.write('ballot', { closesAt: inDays(2) });
  const id = (await desk.save('ballot'))!;
  await desk.openBallotView(id);
  expect(desk.state.selected?.ballot).toMatchObject({ load: 'complete', isBlocked: false, ballot: { state: 'draft' } });
  expect(desk.state.selected?.ballot?.checks.find((check) => check.id === 'roll-invited')).toMatchObject({
    ok: false,
    number: 1,
  });
  server.fail('openBallot', 'drop-response');
  expect(await desk.openBallot(id)).toBe(false);
  expect(await desk.openBallot(id)).toBe(true);
  expect(desk.state.selected?.ballot).toMatchObject({ ballot: { state: 'open' }, isBlocked: true });
  expect(await desk.closeBallot(id)).toBe(false);
  expect(desk.state.selected?.acts[`close ${id}`]?.error?.code).toBe('ballot-refused');
  for (let member = 0; member < 12; member += 1) server.castVote(id, testMemberId(member), { picks: ['yes'] });
  expect(await desk.closeBallot(id)).toBe(true);
  expect(desk.state.selected?.ballot?.ballot).toMatchObject({ state: 'closed', result: { outcome: 'passed' } });

  await desk.resolutionFrom(id);
  expect(desk.state.editors.resolution?.draft).toMatchObject({ title: '修井盖', ballot: id });
  desk.write('resolution', { responsible: '村委会', due: '2030-01-01' });
  const resolution = (await desk.save('resolution'))!;
  expect(await desk.execute(resolution, { kind: 'report' })).toBe(false);
  expect(await desk.execute(resolution, { kind: 'report', words: '修好了。' })).toBe(true);
  expect(await desk.execute(resolution, { kind: 'accept', words: '看过了。' })).toBe(true);
  await expect.poll(() => desk.state.report?.counts.accepted, soon).toBe(2);
});

test('somebody who was quicker with a ballot is not run over', async () => {
  const { desk, stored } = await loadedDesk();
  const id = testBallotId('draft');
  await desk.openBallotView(id);
  const ballot = stored.ballot(id)!;
  ballot.draft = { ...ballot.draft, motion: { title: '别的事', words: '别的事。' } };
  ballot.revision += 1;
  expect(await desk.openBallot(id)).toBe(false);
  expect(desk.state.selected?.acts[`open ${id}`]?.error?.code).toBe('precondition-failed');
  // It was read again: who opens it now has seen what it says.
  expect(desk.state.selected?.ballot?.ballot?.motion.title).toBe('别的事');
  expect(await desk.openBallot(id)).toBe(true);
});

test('a ballot is cancelled once, and run again where the rules say so', async () => {
  const { desk, server } = await loadedDesk();
  const open = testBallotId('motion');
  server.fail('cancelBallot', 'drop-response');
  await desk.cancelBallot(open);
  expect(desk.state.selected?.acts[`cancel ${open}`]?.status).toBe('unknown');
  expect(await desk.cancelBallot(open)).toBe(true);
  await expect
    .poll(() => desk.state.selected?.ballots.items.find(({ id }) => id === open)?.state, soon)
    .toBe('cancelled');

  await desk.runAgain(testBallotId('tied-again'));
  expect(desk.state.editors.ballot?.draft).toMatchObject({
    again: testBallotId('tied-again'),
    rules: { method: 'single' },
  });
  desk.write('ballot', { closesAt: inDays(1) });
  expect(await desk.save('ballot')).toBeDefined();
});

test('a lot is drawn of all options, each order as likely as another', async () => {
  const { desk } = await loadedDesk();
  await desk.edit('ballot', testBallotId('instant-runoff'));
  const { rules } = desk.state.editors.ballot!.draft;
  desk.write('ballot', { rules: { ...rules!, tie: 'lot' } });
  desk.drawLot();
  expect([...desk.state.editors.ballot!.draft.rules!.lot!].sort()).toEqual(['a', 'b', 'c', 'd']);
  const seen = new Map<string, number>();
  for (let turn = 0; turn < 3000; turn += 1) {
    const order = drawLot(['a', 'b', 'c']).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  // 500 of each are expected; 5 standard deviations are 102.
  for (const count of seen.values()) expect(Math.abs(count - 500)).toBeLessThan(110);
});

test('signing out forgets everything, forms and cards included', async () => {
  const { desk, session } = await loadedDesk();
  await desk.edit('member');
  desk.write('member', { name: '示例卯' });
  await desk.invite([testMemberId(9)]);
  await session.signOut();
  expect(desk.state).toMatchObject({ load: 'initial', editors: {}, hasUnsaved: false, councils: { items: [] } });
  expect(desk.state.selected).toBeUndefined();
});
