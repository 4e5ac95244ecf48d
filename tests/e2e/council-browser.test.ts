/**
 * A whole council at phones: a villager's word becomes a topic, is seconded, admitted, talked about, voted on, decided, done, accepted and
 * rated. Twelve members vote with `<fl-council>` and `<fl-ballot>` on pages of a strict portal, each in a browser profile of her own: a ballot
 * that misses its quorum, a tie that the chair decides, votes that are changed, a secret ballot, and a network that breaks while a vote is cast.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'puppeteer-core';
import type { components } from '@fulian/contract/types';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { launchChromium } from '../browsers.mjs';
import {
  ballotSays,
  councilSays,
  motionRules,
  Organiser,
  OrganiserAtDesk,
  Villager,
  type Vote,
} from './council-people.js';
import { startPortal, type Portal } from './portal.js';
import { until } from './visitor.js';

type Schemas = components['schemas'];

const verifier = new URL('../../packages/sdk/bin/fulian-verify.mjs', import.meta.url).pathname;
const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'].map((one) => `示例${one}`);
const lamps = { title: '村口的路灯坏了', words: '晚上从村口走回三组很黑，老人和孩子不敢走。' };
const motion = { title: '修好三组的路灯', words: '同意用村集体经费修好三组的十二盏路灯。' };

let service: TestService;
let origin: string;
let portal: Portal;
let browser: Browser;
let organiser: Organiser;
let desk: OrganiserAtDesk;
let passerBy: Villager;
const members: Villager[] = [];
let ids: readonly string[] = [];
let topic = '';
let meeting = '';
const ballots = { short: '', tied: '', secret: '' };
let resolution = '';

beforeAll(async () => {
  [service, portal, browser] = await Promise.all([
    createTestService({ folders: staticFolders }),
    startPortal(),
    launchChromium(),
  ]);
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  await service.close();
});

// What comes after a step that went wrong says nothing.
let isBroken = false;
beforeEach((context) => context.skip(isBroken, 'an earlier step went wrong'));
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail';
});

const [chair, proposer] = [() => members[0]!, () => members[1]!];

/** Everybody votes, one after the other. */
async function voteAll(ballot: string, votes: readonly Vote[]): Promise<void> {
  for (const [at, vote] of votes.entries()) await members[at]!.vote(ballot, vote);
}

const of = (vote: Vote, count: number): Vote[] => Array.from({ length: count }, () => vote);

describe('A council, from a topic to a thing done', () => {
  it('is founded with a roll of twelve, who sign in with their cards', async () => {
    organiser = await Organiser.found(service, origin, '荷塘村妇女议事会');
    const cards = await organiser.enrol(names);
    desk = await OrganiserAtDesk.arrive(browser, portal, origin);
    ids = cards.map(({ id }) => id);
    for (const { name, code } of cards) {
      const member = await Villager.of(browser, portal, origin, organiser.council, name);
      await member.arrive();
      await member.signIn(code);
      members.push(member);
    }
    expect(members).toHaveLength(12);
  });

  it('takes a topic from anyone, and shows it once the organiser has let it in', async () => {
    passerBy = await Villager.of(browser, portal, origin, organiser.council);
    await passerBy.arrive();
    await passerBy.propose('垃圾站太远', '希望在二组加一个垃圾桶。', '一位村民');
    await passerBy.screen.saying('#proposed', councilSays.suggested!);
    await proposer().propose(lamps.title, lamps.words);
    topic = await organiser.topicCalled(lamps.title);
    const suggested = await organiser.topicCalled('垃圾站太远');
    await passerBy.arrive();
    await passerBy.section('topics');
    await passerBy.screen.saying('#panel', lamps.title);
    expect(await passerBy.screen.reads('#panel')).not.toContain('垃圾站太远');
    await desk.screenTopic(suggested, 'collect');
    await until('it is let in', async () => (await topicOf(suggested)).state === 'collected');
    await passerBy.arrive();
    await passerBy.section('topics');
    await passerBy.screen.saying('#panel', '垃圾站太远');
  });

  it('is seconded by members, and comes on the agenda of a meeting', async () => {
    for (const member of members.slice(2, 5)) {
      await member.arrive();
      await member.screen.there('#member-in, .who button');
    }
    // Nothing of the sign-in stays without being asked for: a page that is loaded again knows nobody.
    expect(await members[2]!.screen.has('#member-in')).toBe(true);
    const { items } = await organiser.client.inviteMembers({
      path: organiser.path,
      body: { members: ids.slice(2, 5) },
    });
    for (const [at, member] of members.slice(2, 5).entries()) {
      await member.signIn(items.find((one) => one.member === ids[at + 2])!.code);
      await member.second(topic);
    }
    await until('three seconds', async () => {
      const { items: topics } = await organiser.client.listAllTopics({ path: organiser.path });
      return topics.find(({ id }) => id === topic)?.seconds === 3;
    });
    await desk.screenTopic(topic, 'admit', '下次会议讨论。');
    await until('it is admitted', async () => (await topicOf(topic)).state === 'admitted');
    const { meeting: made } = await organiser.client.createMeeting({
      path: organiser.path,
      body: { at: new Date().toISOString(), place: '荷塘村妇女之家', agenda: [{ title: motion.title, topic }] },
    });
    meeting = made.id;
    await passerBy.arrive();
    await passerBy.section('meetings');
    await passerBy.screen.saying('#panel', '荷塘村妇女之家');
  });

  it('decides nothing where the quorum is missed, by the clock of the database, and says how many were needed', async () => {
    ballots.short = await organiser.openBallot({ motion: { ...motion, topic, meeting }, rules: motionRules }, 25);
    await refreshed(...members.slice(0, 2));
    await voteAll(ballots.short, of('yes', 2));
    // Her page is open at the closing, and shows the result by itself.
    await proposer().screen.saying('[part=result]', ballotSays['outcome-no-quorum']!);
    const said = await proposer().result();
    expect(said).toContain('8');
    expect(said).toContain('2');
  });

  it('ties after votes were changed, and the chair decides', async () => {
    ballots.tied = await organiser.prepareBallot({ motion: { ...motion, topic, meeting }, rules: motionRules });
    await desk.openBallot(ballots.tied);
    await refreshed();
    await voteAll(ballots.tied, [...of('yes', 6), 'abstain', ...of('no', 5)]);
    await members[6]!.change('no');
    await desk.closeBallot(ballots.tied);
    expect(await ballot(ballots.tied)).toMatchObject({ state: 'awaiting-chair', result: { outcome: 'tied' } });
    await chair().openBallot(ballots.tied);
    await chair().screen.saying('[part=result]', ballotSays['awaiting-chair']!);
    await chair().screen.press('[part=chair] label:first-of-type');
    await chair().screen.press('#decide');
    await chair().screen.saying('[part=result]', ballotSays['outcome-passed']!);
    const { result, votes } = await ballot(ballots.tied);
    expect(result).toMatchObject({ outcome: 'passed', tie: { rule: 'chair', chosen: 'yes' } });
    expect(votes!.map(({ name, choice }) => `${name} ${choice.picks![0]}`)).toContain('示例庚 no');
  });

  it('S9 votes in secret, and a network that breaks in the middle loses no vote and doubles none', async () => {
    const rules = { ...motionRules, secrecy: 'secret', revote: false, tie: 'again' } as const;
    ballots.secret = await organiser.prepareBallot({
      motion: { title: '推选妇女代表', words: '同意推选示例乙为妇女代表。' },
      rules,
    });
    await desk.openBallot(ballots.secret);
    await refreshed();
    const unlucky = members[11]!;
    await voteAll(ballots.secret, [...of('yes', 7), ...of('no', 4)]);
    await unlucky.openBallot(ballots.secret);
    await unlucky.choose('yes');
    await unlucky.screen.page.setOfflineMode(true);
    await unlucky.screen.press('#cast');
    await unlucky.screen.there('#casting');
    await until('it says that it waits', async () =>
      [ballotSays.waiting!, ballotSays.unknown!].includes(await unlucky.screen.reads('#casting')),
    );
    await unlucky.screen.page.setOfflineMode(false);
    await unlucky.isIn();
    await desk.closeBallot(ballots.secret);
    expect((await ballot(ballots.secret)).result).toMatchObject({
      outcome: 'passed',
      turnout: { eligible: 12, cast: 12, papers: 12 },
      threshold: { base: 12, reached: 8, needed: 7, met: true },
    });
    for (const member of [unlucky, chair()]) {
      await member.openBallot(ballots.secret);
      await member.screen.press('#check-receipt');
      await member.screen.there('#found');
    }
  });

  it('leaves a log that everybody can recompute', async () => {
    // Rejects where the command finds anything.
    const { stdout } = await promisify(execFile)(process.execPath, [
      verifier,
      `${origin}/v1/councils/${organiser.council}/log`,
      '--lang',
      'en',
    ]);
    for (const title of [motion.title, '推选妇女代表']) expect(stdout).toContain(title);
  });

  it('is carried out, accepted by who proposed it, rated, and counted', async () => {
    const { client, path } = organiser;
    const due = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await desk.record(ballots.tied, '村委会', due);
    resolution = (await client.listResolutions({ path })).items[0]!.id;
    await desk.execute(resolution, 'begin');
    await until('it is begun', async () => (await stored()).state === 'working');
    await desk.execute(resolution, 'report', '十二盏灯都换好了。');
    await until('it is reported', async () => (await stored()).state === 'reported');
    await refreshed(proposer());
    await proposer().section('resolutions');
    await proposer().screen.press(`#accept-${resolution}`);
    await until('it is accepted', async () => (await stored()).state === 'accepted');
    for (const member of members.slice(3, 9)) {
      await refreshed(member);
      await member.section('resolutions');
      await member.screen.press(`label:nth-of-type(5):has([name=rate-${resolution}])`);
    }
    await until('six ratings', async () => (await stored()).ratings.count === 6);
    expect((await stored()).ratings).toEqual({ count: 6, mean: 5 });
    await passerBy.arrive();
    await passerBy.section('resolutions');
    await passerBy.screen.saying('#panel', motion.title);
    const { counts } = await client.getCouncil({ path });
    expect(counts).toEqual({ resolutions: 1, due: 1, accepted: 1, late: 0 });
  });

  it('left nothing to complain of, and asked nobody but the service', () => {
    for (const { screen } of [...members, passerBy, desk]) {
      const offline = members[11]!.screen === screen;
      expect(screen.complaints.filter((one) => !(offline && one.includes('ERR_INTERNET_DISCONNECTED')))).toEqual([]);
      const strange = screen.addresses.filter((url) => !url.startsWith(origin) && !url.startsWith(portal.origin));
      expect(strange).toEqual([]);
    }
  });
});

function ballot(id: string): Promise<Schemas['Ballot']> {
  return organiser.client.getBallot({ path: { ...organiser.path, ballotId: id } });
}

async function topicOf(id: string): Promise<Schemas['Topic']> {
  const { items } = await organiser.client.listAllTopics({ path: organiser.path });
  return items.find((one) => one.id === id)!;
}

async function stored(): Promise<Schemas['Resolution']> {
  const { items } = await organiser.client.listResolutions({ path: organiser.path });
  return items.find(({ id }) => id === resolution)!;
}

/** Their pages show what is there now, as when somebody comes back to a page that she has left in a tab. */
async function refreshed(...who: Villager[]): Promise<void> {
  for (const { screen } of who.length > 0 ? who : members)
    await screen.page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
}
