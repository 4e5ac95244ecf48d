/**
 * A ballot comes as a file of its own when somebody opens one: by modules, and beside the classic script. What a council shows where it does
 * not come, and ballots that stand on a page by themselves.
 */
import { testBallotId, testCouncilId } from '@fulian/sdk/testing';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../browsers.mjs';
import { type JourneyService, startJourneyService } from './journeys/service.js';

const patient = { timeout: 30_000, interval: 50 };
const council = `council="${testCouncilId()}"`;
const ballot = `<fl-ballot ${council} ballot="${testBallotId('motion')}"></fl-ballot>`;

let service: JourneyService;
let browser: Browser;
let page: Page;
/** What of the ballot's file was asked for, and whether it is refused. */
let asked: string[];
let refused: boolean;
const errors: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startJourneyService(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => page?.close());

/** A page with a script of ours, and with elements below a provider. */
async function open(script: (service: string) => string, markup: string, isRefused = false): Promise<void> {
  const { address } = service.visit({
    markup: ({ service: ours }, { address: own }) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
      <title>清溪县妇联</title>${script(ours)}</head><body>
      <fl-client base-url="${ours}/world/${own.split('/').pop()!}" federation="990101000000">${markup}</fl-client></body></html>`,
  });
  [asked, refused] = [[], isRefused];
  errors.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (error) => void errors.push(String(error)));
  // What is refused is a line of the browser's own.
  page.on('console', (said) => void (said.text().startsWith('Failed to load') || errors.push(said.text())));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const [name] = /[^/]*ballot[^/]*\.js$/.exec(request.url()) ?? [];
    if (name) asked.push(name);
    void (name && refused ? request.abort() : request.continue());
  });
  await page.goto(address);
}

/** The words inside an element; empty until it is awake. */
const words = (selector: string): Promise<string> =>
  page.evaluate((path) => {
    let root: ParentNode = document;
    for (const part of path.split(' >>> ')) {
      const found: Element | null = root.querySelector(part);
      if (!found) return '';
      root = found.shadowRoot ?? found;
    }
    return root.textContent ?? '';
  }, selector);

/** Presses the button that says so, inside the council. */
const press = (text: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const buttons = document.querySelector('fl-council')?.shadowRoot?.querySelectorAll('button') ?? [];
    const found = [...buttons].find((one) => one.textContent.includes(wanted));
    found?.click();
    return found !== undefined;
  }, text);

const classic = (attributes = '') => `<script async ${attributes} src="${service.service}/assets/fl.iife.js"></script>`;
const ways = [
  { way: 'modules', script: (ours: string) => `<script type="module" async src="${ours}/assets/fl.js"></script>` },
  { way: 'the classic script', script: () => classic() },
];

describe.each(ways)('by $way', ({ script }) => {
  it('a council says that a ballot did not come, and asks again', async () => {
    await open(script, `<fl-council ${council}></fl-council>`);
    await expect.poll(() => words('fl-council >>> [part=now]'), patient).toContain('投票');
    expect(asked).toEqual([]);
    refused = true;
    expect(await press('去投票')).toBe(true);
    await expect.poll(() => words('fl-council'), patient).toContain('没有打开');
    expect(await page.evaluate(() => customElements.get('fl-ballot'))).toBeUndefined();
    const before = asked.length;
    expect(before).toBeGreaterThan(0);
    refused = false;
    expect(await press('再试一次')).toBe(true);
    await expect.poll(() => words('fl-council >>> fl-ballot'), patient).toContain('开始投票');
    expect(asked.length).toBeGreaterThan(before);
    // The button that was pressed is gone: the keyboard goes on from the way back.
    expect(await page.evaluate(() => document.querySelector('fl-council')?.shadowRoot?.activeElement?.id)).toBe(
      'ballot-back',
    );
    expect(errors).toEqual([]);
  });

  it('comes to a page that has one, also later, and once', async () => {
    await open(script, '<div id="place"></div>');
    await expect.poll(() => page.evaluate(() => customElements.get('fl-client') !== undefined), patient).toBe(true);
    await page.evaluate((markup) => void (document.querySelector('#place')!.innerHTML = markup), ballot + ballot);
    await expect.poll(() => words('fl-ballot'), patient).toContain('开始投票');
    expect(asked).toEqual([expect.stringMatching(/ballot[\w-]*\.js$/)]);
    expect(errors).toEqual([]);
  });
});

describe('the classic script, told to bring a ballot from the start', () => {
  const hidden = `<div id="host"></div><script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '${ballot}'</script>`;
  const script = () => classic('data-with="ballot"');

  it('wakes one in a shadow root that nobody sees into', async () => {
    await open(script, hidden);
    await expect.poll(() => words('#host >>> fl-ballot'), patient).toContain('开始投票');
    expect(errors).toEqual([]);
  });

  it('says in one line that it did not come, and asks again when the network is back', async () => {
    await open(script, hidden, true);
    await expect.poll(() => errors, patient).toEqual([expect.stringMatching(/<fl-ballot> could not be loaded/)]);
    refused = false;
    await page.evaluate(() => void window.dispatchEvent(new CustomEvent('online')));
    await expect.poll(() => words('#host >>> fl-ballot'), patient).toContain('开始投票');
    expect(errors).toHaveLength(1);
  });
});
