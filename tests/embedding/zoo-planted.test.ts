/** The zoo can fail: what it is to find is planted, one thing a page, and it says what and where. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modules } from './journeys/clean-page.js';
import { fileIn, type JourneyService, startJourneyService, type VisitOptions } from './journeys/service.js';
import type { HostilePage } from './zoo/page.js';
import { startTab, type Tab } from './zoo/tabs.js';
import { faultsOf, findingsOf, walk, type Walk } from './zoo/walk.js';

const planted = fileURLToPath(new URL('zoo/planted', import.meta.url));
/** One element is enough to show it; the exit shows that the page is left. */
const short: VisitOptions = { journeys: ['ballot', 'quick-exit'] };
const clean: HostilePage = { name: 'nothing else' };

let service: JourneyService;
let tab: Tab;
let cleanWalk: Walk;

beforeAll(async () => {
  [service, tab] = await Promise.all([startJourneyService(), startTab('Chromium')]);
  service.serve('/planted/', (rest) => fileIn(planted, rest));
  cleanWalk = await walk(service, tab, clean, short);
}, 120_000);
afterAll(() => Promise.all([tab?.stop(), service?.stop()]));

/** All that is to be said against a page. */
async function faults(page: Omit<HostilePage, 'name'>): Promise<string[]> {
  const whole = { name: 'something planted', ...page };
  return faultsOf(findingsOf(whole, await walk(service, tab, whole, short), cleanWalk));
}

const before = (file: string) => `<script src="/planted/${file}"></script>`;
/** Among our scripts, as if it were one of them. */
const amongOurs = (file: string): Omit<HostilePage, 'name'> => ({
  scripts: (origins) => `${modules(origins)}<script type="module" src="${origins.host}/planted/${file}"></script>`,
});

test('a name on window and a changed prototype are found', async () => {
  const found = await faults(amongOurs('global.js'));
  expect(found).toContain('global: fulianPlanted');
  expect(found).toContain('changed: Array.prototype.fulianPlanted is new');
  expect(found).toContain('changed: Element.prototype.matches is changed');
  expect(found).toContain('changed: String.prototype.trimLeft is gone');
  expect(found).toHaveLength(4);
});

test('a breach of the policy, an error and a word on the console are found', async () => {
  const found = await faults({
    ...amongOurs('breach.js'),
    headers: ({ service: ours, host }) => ({
      'Content-Security-Policy': `default-src 'none'; script-src ${ours} ${host}; connect-src ${ours}`,
    }),
  });
  expect(found.filter((one) => one.startsWith('violation: style-src-attr: inline'))).toHaveLength(1);
  expect(found.filter((one) => one.startsWith('complaint: an error that nobody catches'))).toHaveLength(1);
  expect(found).toContain('complaint: warn a word on the console');
  expect(found).toHaveLength(3);
});

test('one byte more in one body is found', async () => {
  const found = await faults({ head: before('one-byte.js') });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^bytes: PUT .*own-vote .*\{"choice":\{"picks":\["yes"\]\}\} {2}in the place of PUT/);
});

test('another look of a small part is found', async () => {
  const found = await faults({ head: '<link rel="stylesheet" href="/planted/pixels.css">' });
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one).toMatch(/^picture: ballot-\w+, \d+\.\d+ % differ$/);
});

test('a journey that does not come to its end is found, and where it stopped', async () => {
  const whole = { name: 'nothing goes through', head: before('no-votes.js') };
  const here = await walk(service, tab, whole, { ...short, patience: 3_000 });
  const found = faultsOf(findingsOf(whole, here, cleanWalk));
  expect(found[0]).toMatch(/^journey: ballot, after signed in: '您投过票了' in #heading has not come; the screen says/);
});
