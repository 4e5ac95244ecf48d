/**
 * The same day as in `case-day.test.ts`, at browsers: four people sign in at `<fl-case-desk>` with account, password and one-time code, and
 * she asks with `<fl-help-form>` and reads and writes with `<fl-case-tracker>`, on pages of a strict portal.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { pdfOf } from '../../packages/server/src/testing/sample-files.js';
import { launchChromium } from '../browsers.mjs';
import { china, day, expectedAfter, type Act, type Expected } from './case-day.js';
import { levels, placeOf, startCaseHouse, type CaseHouse, type Level } from './case-house.js';
import { deskSays, DeskWorker, Screen, TrackerReader, trackerSays } from './case-people.js';
import { look, type Walk } from './case-walk.js';
import { herWords, innerWords } from './case-words.js';
import { full, walk as fillForm } from './journey.js';
import { startPortal, type Portal } from './portal.js';
import { until, Visitor } from './visitor.js';
import { say } from './words.js';

let house: CaseHouse;
let portal: Portal;
let browser: Browser;
let reader: TrackerReader;
const desks = {} as Record<Level, DeskWorker>;
const walk: Walk = { caseId: '', number: '' };
const folder = mkdtempSync(join(tmpdir(), 'fulian-case-'));
let expected: Expected | undefined;
const screens: Screen[] = [];

beforeAll(async () => {
  [house, portal, browser] = await Promise.all([
    // Nobody sits idle in a test, though the clock says so.
    startCaseHouse({ folders: staticFolders, rules: { idleMinutes: 120 } }),
    startPortal(),
    launchChromium(),
  ]);
  for (const level of levels) {
    const screen = await Screen.of(browser, portal, house.origin, 'case-desk');
    screens.push(screen);
    desks[level] = new DeskWorker(screen, house.staff[level]);
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
  await portal.stop();
  await house.stop();
});

// What comes after a step that went wrong says nothing.
let isBroken = false;
beforeEach((context) => context.skip(isBroken, 'an earlier step went wrong'));
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail';
});

const fileOf = (name: string) => {
  const path = join(folder, name);
  writeFileSync(path, pdfOf());
  return path;
};

async function askForHelp(): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.goto(portal.show({ service: house.origin, strict: true }));
  const plan = { ...full([]), exclusion: (visitor: Visitor) => visitor.choose(say('hasExclusion-false')) };
  const receipt = await fillForm(plan)(new Visitor(page));
  await context.close();
  house.she.receipt = receipt;
  const { home, id } = await placeOf(house.service, receipt.number);
  Object.assign(walk, { caseId: `${home}-${id}`, number: receipt.number });
  const screen = await Screen.of(browser, portal, house.origin, 'case-tracker');
  screens.push(screen);
  reader = new TrackerReader(screen, receipt);
}

async function act({ at, does }: Act): Promise<void> {
  const now = china(at).getTime();
  house.moveTo(china(at));
  if (does.who === 'clock') return house.work();
  if (does.who !== 'she') {
    const desk = desks[does.who];
    await desk.present(now);
    await desk.openCase();
    if (does.refused !== undefined) expect(await desk.isOffered(does.step.kind)).toBe(false);
    else await desk.take(does.step, does.file === undefined ? undefined : fileOf(does.file));
    return undefined;
  }
  if (does.own === 'submit') return askForHelp();
  await reader.present(now);
  if (does.own === 'message') return reader.writeMessage(does.words, does.file && fileOf(herWords.fileName));
  return reader.rate(does.satisfied, does.words);
}

/** What she reads: how it stands, what comes next, and what happened last. */
async function herScreen({ state, next, timeline }: Expected, now: number): Promise<void> {
  await reader.present(now);
  const { screen } = reader;
  await screen.saying('#heading', trackerSays[`state-${state}`]!);
  const [kind, , late] = next.split(' ');
  const sentence = trackerSays[`next-${kind}`]!.split('{who}').at(-1)!;
  await screen.saying('[part=next]', sentence);
  if (late) await screen.saying('[part=next]', trackerSays['next-late']!.split('{when}').at(-1)!);
  const newest = trackerSays[`event-${timeline.at(-1)!}`]!.split(/\{\w+\}/).sort((a, b) => b.length - a.length)[0]!;
  await until(`the newest event “${newest}”`, async () => {
    const title = await screen.reads('[part=event]');
    return title.includes(newest) || title.includes(trackerSays[`event-${timeline.at(-1)!}-you`] ?? newest);
  });
  const all = await screen.reads('.base');
  for (const word of [...Object.values(innerWords), '示例干部', '示例主任']) expect(all).not.toContain(word);
}

describe('The day of a case, at browsers', () => {
  it.each(day.map((one) => [one.at.replace('T', ' '), one.title, one] as const))('%s: %s', async (_at, _title, one) => {
    await act(one);
    expected = expectedAfter(expected, one);
    for (const someone of [house.she, house.staff.city]) await someone.present();
    const wanted = expected;
    await until('the case at the service', async () => (await look(house, walk)).state === wanted.state);
    const { own: _own, ...seen } = await look(house, walk);
    expect(seen).toEqual({ ...wanted, limits: seen.limits, unread: seen.unread });
    expect(seen.limits).toEqual(wanted.limits);
    await herScreen(wanted, china(one.at).getTime());
    if (!('step' in one.does) || one.does.step.kind === 'return-transfer') return;
    const { screen } = desks[one.does.who];
    await screen.saying('.case-line', deskSays[`state-${wanted.state}`]!);
    if (wanted.waiting !== '') await screen.saying('.case-line', deskSays[`waiting-${wanted.waiting}`]!);
  });

  it('left nothing to complain of, and asked nobody but the service', () => {
    const ofTownship = desks.township.screen;
    for (const screen of screens) {
      const { complaints, addresses, failures } = screen;
      expect(complaints).toEqual([]);
      // A code is asked for, and who was away for hours is not known any more; what the township gave back is gone from its desk.
      const known = (one: string) =>
        one.startsWith('401 ') || (screen === ofTownship && one.startsWith(`404 GET /v1/cases/${walk.caseId}`));
      expect(failures.filter((one) => !known(one))).toEqual([]);
      const strange = addresses.filter((url) => !url.startsWith(house.origin) && !url.startsWith(portal.origin));
      expect(strange).toEqual([]);
      for (const word of [herWords.narrative, walk.number]) expect(addresses.join('\n')).not.toContain(word);
    }
  });
});
