import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type FetchLike } from '@fulian/sdk';
import { type BallotStore, createBallotStore } from '@fulian/sdk/stores/ballot';
import { type CouncilStore, createCouncilStore } from '@fulian/sdk/stores/council';
import { createCouncilDeskStore, type RulePreset } from '@fulian/sdk/stores/council-desk';
import { createStaffSession } from '@fulian/sdk/stores/staff-session';
import { village } from '../../packages/server/src/councils/council-fixture.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';

/** The stores of a council against the service itself: what the service in memory cannot prove. */
let service: TestService;
let baseUrl: string;
beforeAll(async () => {
  service = await createTestService();
  baseUrl = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => service.close());

const soon = { timeout: 20_000, interval: 20 };
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** A desk of an organiser whose account has no password that is known: signing in is answered here, all else is real. */
async function openDesk() {
  const person = await signedIn(service, 'supervisor', village);
  const { id, account, name } = person;
  const federation = { code: village, name: '荷塘村' };
  const opened = {
    token: person.headers.authorization.slice('Bearer '.length),
    expiresAt: inAnHour(),
    secondFactorMissing: false,
    member: { id, account, name, role: 'supervisor', federation, secondFactor: true, disabled: false },
  };
  const answering: FetchLike = async (url, init) =>
    url.endsWith('/v1/staff-sessions') ? Response.json(opened, { status: 201 }) : fetch(url, init);
  const session = createStaffSession({ client: createClient({ baseUrl, fetch: answering }) });
  await session.signIn(account, 'unused');
  const desk = createCouncilDeskStore({ session });
  await desk.load();
  expect(desk.state.load).toBe('complete');
  return desk;
}

/** A network that loses the answer of every second vote and paper: they arrive, and nobody is told. */
function losing(): FetchLike {
  let count = 0;
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (init.method !== 'PUT' || !/\/(own-vote|paper|box)$/.test(url)) return answer;
    count += 1;
    if (count % 2 === 1) throw new TypeError('Failed to fetch');
    return answer;
  };
}

/** Casts until it is known what became of it, as somebody would who presses the button again. */
async function castFirmly(store: BallotStore): Promise<void> {
  for (let turn = 0; turn < 10 && store.state.phase !== 'cast'; turn += 1) await store.cast();
  expect(store.state.phase).toBe('cast');
}

test(
  'a whole council by its stores: roll, cards, topic, an open and a secret ballot over a bad network, resolution, acceptance',
  { timeout: 120_000 },
  async () => {
    const desk = await openDesk();
    await desk.edit('council');
    desk.write('council', { name: '荷塘村妇女议事会' });
    const council = (await desk.save('council'))!;
    expect(council).toMatch(new RegExp(`^${village}-`));
    await desk.select(council);

    for (let index = 0; index < 6; index += 1) {
      await desk.edit('member');
      desk.write('member', { name: `示例${'甲乙丙丁戊己'[index]}`, role: index === 0 ? 'chair' : 'member' });
      expect(await desk.save('member'), `member ${index}`).toBeDefined();
    }
    await expect.poll(() => desk.state.selected?.roll.items.length, soon).toBe(6);
    const roll = desk.state.selected!.roll.items;
    expect(await desk.invite(roll.map(({ member }) => member.id))).toBe(true);
    const cards = desk.state.selected!.cards;
    expect(cards).toHaveLength(6);

    const client = createClient({ baseUrl, fetch: losing(), retry: { attempts: 1 } });
    const members: CouncilStore[] = [];
    for (const { code, name } of cards) {
      const member = createCouncilStore({ client, council });
      await member.openWithCode(code.replace(/(....)/g, '$1 '));
      await member.load();
      expect(member.state).toMatchObject({ load: 'complete', session: { phase: 'open', member: { name } } });
      expect(member.state.roll.items).toHaveLength(6);
      members.push(member);
    }
    const [first, second] = members as [CouncilStore, CouncilStore];

    first.writeProposal({ title: '村口的路灯坏了', words: '晚上很黑。' });
    expect(await first.propose()).toBe(true);
    const topic = first.state.topics.items[0]!.id;
    await second.refresh();
    await second.second(topic);
    expect(second.state.topics.items[0]).toMatchObject({ seconds: 1, secondedByYou: true, byYou: false });
    await second.openTopic(topic);
    second.writeComment('三组最急。');
    expect(await second.comment()).toBe(true);
    await desk.refresh();
    expect(await desk.screen(topic, { decision: 'admit', words: '下次会议讨论。' })).toBe(true);

    /** Prepared and opened at the desk. */
    const open = async (preset: RulePreset['id'], options: readonly string[]) => {
      await desk.edit('ballot', undefined, { motion: { title: '修路灯', words: '用集体经费修好。', topic } });
      desk.usePreset(preset);
      desk.write('ballot', { closesAt: inAnHour(), options: options.map((id) => ({ id, title: `候选人${id}` })) });
      const id = (await desk.save('ballot'))!;
      expect(id, JSON.stringify(desk.state.editors.ballot)).toBeDefined();
      await desk.openBallotView(id);
      expect(await desk.openBallot(id), JSON.stringify(desk.state.selected?.acts)).toBe(true);
      return id;
    };
    const storeOf = async (member: CouncilStore, ballot: string) => {
      const store = createBallotStore({ client, council, ballot, session: member.session });
      await store.load();
      expect(store.state.phase).toBe('choosing');
      expect(store.state.countdown).toMatchObject({ urgency: 'now' });
      return store;
    };

    const motion = await open('simple-majority', []);
    const opened = [];
    for (const [index, member] of members.entries()) {
      const store = await storeOf(member, motion);
      store.pick(index < 5 ? 'yes' : 'no');
      await castFirmly(store);
      opened.push(store);
    }
    opened[5]!.change();
    opened[5]!.abstain();
    for (let turn = 0; turn < 10 && opened[5]!.state.isChange; turn += 1) await opened[5]!.cast();
    expect(await desk.closeBallot(motion)).toBe(true);
    expect(desk.state.selected?.ballot?.ballot?.result).toMatchObject({
      outcome: 'passed',
      turnout: { cast: 6, abstained: 1 },
    });
    for (const store of opened) {
      await store.refresh();
      await expect.poll(() => store.state.inclusion, soon).toEqual({ status: 'counted', of: 6 });
    }

    const election = await open('elect-one', ['a', 'b', 'c']);
    const secret = [];
    for (const [index, member] of members.entries()) {
      const store = await storeOf(member, election);
      store.pick(['a', 'a', 'a', 'b', 'b', 'c'][index]!);
      await castFirmly(store);
      secret.push(store);
    }
    expect(await desk.closeBallot(election)).toBe(true);
    for (const store of secret) {
      await store.refresh();
      expect(store.state.ballot?.result).toMatchObject({ outcome: 'elected', winners: ['a'], turnout: { papers: 6 } });
      await expect.poll(() => store.state.inclusion, soon).toEqual({ status: 'counted', of: 6 });
    }
    expect(new Set(secret.map(({ state }) => state.receipt)).size).toBe(6);

    await desk.refresh();
    await desk.resolutionFrom(motion);
    desk.write('resolution', { responsible: '村委会', due: '2030-01-01' });
    const resolution = (await desk.save('resolution'))!;
    expect(await desk.execute(resolution, { kind: 'report', words: '修好了。' })).toBe(true);
    await first.refresh();
    expect(first.state.resolutions.items).toMatchObject([{ id: resolution, state: 'reported', mayAccept: true }]);
    expect(await first.answerExecution(resolution, true)).toBe(true);
    await second.rate(resolution, 5);
    expect(second.state.acts[`rate ${resolution}`]?.status).toBe('done');
    await first.refresh();
    expect(first.state.rate).toMatchObject({ resolutions: 1, due: 1, accepted: 1, percent: 100 });

    await first.leave();
    await expect.poll(() => first.state.session.phase, soon).toBe('initial');
    for (const one of [...opened, ...secret, ...members, desk]) one.stop();
  },
);

test('what another organiser changed meanwhile is a conflict at the real desk, too', { timeout: 60_000 }, async () => {
  const [desk, other] = [await openDesk(), await openDesk()];
  await desk.edit('council');
  desk.write('council', { name: '柳岸村妇女议事会' });
  const council = (await desk.save('council'))!;
  await desk.select(council);
  await other.select(council);
  const meeting = { at: inAnHour(), place: '妇女之家', agenda: [] };
  await desk.edit('meeting', undefined, meeting);
  const id = (await desk.save('meeting'))!;
  await other.edit('meeting', id);
  other.write('meeting', { place: '村委会' });
  desk.write('meeting', { minutes: '开过了。' });
  expect(await other.save('meeting')).toBe(id);
  expect(await desk.save('meeting')).toBeUndefined();
  expect(desk.state.editors.meeting).toMatchObject({
    save: { status: 'failed', error: { code: 'precondition-failed' } },
    conflict: { meeting: { place: '村委会' } },
    draft: { minutes: '开过了。' },
  });
  expect(await desk.save('meeting')).toBe(id);
  for (const one of [desk, other]) one.stop();
});
