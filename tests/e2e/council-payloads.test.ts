/**
 * Script, directions, stacked marks and formulas in every text of a council: on the pages for everybody, in a ballot, and at the organiser's
 * desk nothing runs, nothing turns what stands around it, and nothing leaves its box.
 */
import { operationDetails } from '@fulian/contract/operation-details';
import type { OperationId } from '@fulian/contract/operations';
import type { Browser } from 'puppeteer-core';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { launchChromium } from '../browsers.mjs';
import { operations } from '../contract/document.js';
import { payloads, textFieldsOf } from './case-payloads.js';
import { motionRules, Organiser, OrganiserAtDesk, Villager, village } from './council-people.js';
import { startPortal, type Portal } from './portal.js';
import { clean, inspect, listenForRunning } from './texts-on-screen.js';

/** Operations of councils with free texts, all of which are sent here. */
const planted = new Set([
  'suggestTopic',
  'proposeTopic',
  'writeComment',
  'answerExecution',
  'createCouncil',
  'changeCouncil',
  'addMember',
  'changeMember',
  'screenTopic',
  'moderateComment',
  'createMeeting',
  'changeMeeting',
  'prepareBallot',
  'changeBallot',
  'recordResolution',
  'changeResolution',
  'takeExecutionStep',
]);

let service: TestService;
let origin: string;
let portal: Portal;
let browser: Browser;

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

describe('The texts of a council', () => {
  it('are all known: no operation of councils takes one that is not sent here', () => {
    for (const { id, body } of operations) {
      if (
        !/^(council|ballots|membership)/.test(operationDetails[id as OperationId].tag) ||
        body?.type !== 'application/json'
      )
        continue;
      const found = textFieldsOf(body.schema).length > 0;
      if (found) expect([...planted], id).toContain(id);
    }
  });
});

/** A council in which everything that somebody wrote is hostile. */
async function plant([short, long]: readonly [string, string], account: string) {
  let at = 0;
  const small = () => `${short}〔${(at += 1)}〕`;
  const large = () => `${long}〔${(at += 1)}〕`;
  const organiser = await Organiser.found(service, origin, small(), account);
  const { client, path } = organiser;
  const cards = await organiser.enrol([small(), small(), small(), small(), small(), small()]);
  await client.createCouncil({ path: { code: village }, body: { name: small(), words: large() } });
  const member = await organiser.memberClient(cards[1]!.code);
  const topic = await member.proposeTopic({ path, body: { title: small(), words: large() } });
  const suggested = await client.suggestTopic({ path, body: { title: small(), words: large(), name: small() } });
  await client.screenTopic({ path: { ...path, topicId: suggested.id }, body: { decision: 'collect' } });
  await client.screenTopic({ path: { ...path, topicId: topic.id }, body: { decision: 'admit', words: large() } });
  const inTopic = { ...path, topicId: topic.id };
  await member.writeComment({ path: inTopic, body: { words: large() } });
  const hidden = await member.writeComment({ path: inTopic, body: { words: large() } });
  await client.moderateComment({ path: { ...inTopic, commentId: hidden.id }, body: { hidden: true, reason: small() } });
  await client.createMeeting({
    path,
    body: {
      at: new Date().toISOString(),
      place: small(),
      agenda: [{ title: small(), topic: topic.id }],
      state: 'held',
      present: [cards[0]!.id],
      minutes: large(),
      publishMinutes: true,
    },
  });
  const motion = { title: small(), words: large(), topic: topic.id };
  const options = ['a', 'b'].map((id) => ({ id, title: small(), words: large() }));
  const { threshold: _none, ...rules } = { ...motionRules, tie: 'fails' as const };
  const ballot = await organiser.openBallot({ motion, rules: motionRules });
  const ranked = await organiser.openBallot({
    motion: { title: small(), words: large() },
    options,
    rules: { ...rules, method: 'schulze' },
  });
  for (const { code } of cards) {
    const voter = await organiser.memberClient(code);
    await voter.castOpenVote({ path: { ...path, ballotId: ballot }, body: { choice: { picks: ['yes'] } } });
  }
  await client.closeBallot({ path: { ...path, ballotId: ballot } });
  const { id: resolution } = await client.recordResolution({
    path,
    body: { title: small(), words: large(), ballot, topic: topic.id, responsible: small(), due: '2026-11-30' },
  });
  const step = { ...path, resolutionId: resolution };
  await client.takeExecutionStep({ path: step, body: { kind: 'begin' } });
  await client.takeExecutionStep({ path: step, body: { kind: 'report', words: large() } });
  await member.answerExecution({ path: step, body: { accepted: false, words: large() } });
  return { organiser, topic: topic.id, ballot, ranked, resolution };
}

describe.each(Object.keys(payloads).map((name, at) => [name, `organiser.${at}`] as const))(
  'With %s in every text',
  (name, account) => {
    let council: Awaited<ReturnType<typeof plant>>;
    beforeAll(async () => void (council = await plant(payloads[name]!, account)), 60_000);

    it('the page for everybody shows them, and nothing runs or leaves its box', async () => {
      const someone = await Villager.of(browser, portal, origin, council.organiser.council);
      const { screen } = someone;
      await screen.page.evaluateOnNewDocument(listenForRunning);
      await someone.arrive();
      const looked: string[] = [];
      for (const section of ['topics', 'meetings', 'ballots', 'resolutions'] as const) {
        await someone.section(section);
        await screen.there('[part=item]');
        const found = await screen.page.evaluate(inspect, 'fl-council', '.base');
        expect([section, found]).toEqual([section, clean(found.seen)]);
        if (found.seen > 2) looked.push(section);
      }
      expect(looked).toHaveLength(4);
      for (const ballot of [council.ballot, council.ranked]) {
        await someone.openBallot(ballot);
        const found = await screen.page.evaluate(inspect, 'fl-council >>> fl-ballot', '.base');
        expect(found).toEqual(clean(found.seen));
        expect(found.seen).toBeGreaterThan(1);
      }
      await ended(screen);
    });

    it('the desk shows them, and nothing runs or leaves its box', async () => {
      const desk = await OrganiserAtDesk.arrive(browser, portal, origin, account, listenForRunning);
      const { screen } = desk;
      await screen.press(`[data-id="${council.organiser.council}"]`);
      const look = async (where: string, most: number) => {
        const found = await screen.page.evaluate(inspect, 'fl-council-desk', '.base');
        expect([where, found]).toEqual([where, clean(found.seen)]);
        expect([where, found.seen > most]).toEqual([where, true]);
      };
      for (const section of ['roll', 'topics', 'meetings', 'ballots', 'resolutions'] as const) {
        await screen.press(`#to-${section}`);
        await screen.there('.item');
        await look(section, 1);
      }
      await screen.press(`.item-title[data-id="${council.resolution}"]`);
      await screen.there('#evidence-title');
      await look('a resolution', 3);
      await screen.press('#to-ballots');
      await screen.press(`.item-title[data-id="${council.ballot}"]`);
      await screen.there('.result');
      await look('a result', 2);
      await screen.press('#to-topics');
      await screen.press(`.item-title[data-id="${council.topic}"]`);
      await screen.there('#discussion-title');
      await look('a discussion', 2);
      await ended(screen);
    });
  },
);

async function ended({ page, complaints, addresses }: Villager['screen']): Promise<void> {
  expect(await page.evaluate(() => (globalThis as unknown as { hasRun: string[] }).hasRun)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(addresses.filter((url) => !url.startsWith(origin) && !url.startsWith(portal.origin))).toEqual([]);
  await page.close();
}
