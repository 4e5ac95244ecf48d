/** What stays behind: S2 nothing on her device, S3 no personal word where others look; and no rule of a strict host broken. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines, startEnvironment, type Environment, type Visit } from './environment.js';
import { makeFiles, type Files } from './files.js';
import { full, fullWords, walk } from './journey.js';
import { until } from './visitor.js';
import { say } from './words.js';

let files: Files;
beforeAll(async () => {
  files = await makeFiles();
});
afterAll(() => files.remove());

/** Runs in the page, before everything else: notes what our elements tell the host, and what its policy forbids. */
function takeNotes(): void {
  const notes: string[] = [];
  Object.assign(window, { notes });
  for (const name of ['fl-step', 'fl-submitted', 'fl-exited'])
    addEventListener(name, (event) => notes.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`), true);
  // To the console: the page may be gone before anybody can ask.
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    console.error(`forbidden by the host: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
}

const notesOf = ({ page }: Visit) => page.evaluate(() => (window as unknown as { notes: string[] }).notes);

/** Runs in the page: everything that the page's origin has stored. */
async function readStorage() {
  const databases = typeof indexedDB.databases === 'function' ? await indexedDB.databases() : [];
  return {
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: databases.map(({ name }) => name),
    caches: typeof caches === 'undefined' ? [] : await caches.keys(),
    workers: ((await navigator.serviceWorker?.getRegistrations()) ?? []).length,
    cookies: document.cookie,
    name: window.name,
    state: history.state as unknown,
  };
}
const nothingStored = {
  local: [],
  session: [],
  databases: [],
  caches: [],
  workers: 0,
  cookies: '',
  name: '',
  state: null,
};

/** Goes to an empty page of an origin; those that the service answers itself may not even look at storage. */
async function blankPageOn(page: Page, origin: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => void request.respond({ contentType: 'text/html', body: '<p>empty</p>' }));
  await page.goto(`${origin}/empty`);
}

/** Firefox asks for an icon by itself, and the strictest host forbids that, too. */
const notOfIcons = (complaints: string[]) => complaints.filter((one) => !one.includes('/favicon.ico'));

describe.each(engines)('The whole journey in %s', (engine) => {
  let house: Environment;
  let visit: Visit;

  beforeAll(async () => {
    house = await startEnvironment(engine);
  });
  afterAll(() => house.stop());
  afterEach(() => visit.end());

  it('S2 stores nothing: no storage, no database, no cache, no cookie, on neither origin', async () => {
    visit = await house.visit();
    const { page, visitor } = visit;
    const length = await page.evaluate(() => history.length);
    await walk(full([files.photo, files.document]))(visitor);
    expect(await page.evaluate(readStorage)).toEqual(nothingStored);
    expect(await page.evaluate(() => history.length)).toBe(length);
    await blankPageOn(page, house.origin);
    expect(await page.evaluate(readStorage)).toEqual(nothingStored);
    expect(await page.browserContext().cookies()).toEqual([]);
  });

  it('S3 leaves no personal word in an address, the title, an event or the log', async () => {
    visit = await house.visit({ prepare: takeNotes });
    const { page, visitor, requests, address } = visit;
    const receipt = await walk(full([files.photo]))(visitor);
    const notes = await notesOf(visit);
    expect(notes.filter((note) => note.startsWith('fl-step')).length).toBeGreaterThan(10);
    expect(notes.at(-1)).toBe('fl-submitted null');
    expect(await page.evaluate(() => [location.href, document.title])).toEqual([address, '清溪县妇联']);

    const words = [
      ...Object.values(fullWords),
      '桂花',
      '2718-2818',
      'domestic-violence',
      'injury',
      receipt.number,
      receipt.secret,
    ];
    const told = {
      addresses: requests.map((url) => decodeURIComponent(url)).join('\n'),
      events: notes.join('\n'),
      log: house.service.lines.join(''),
    };
    for (const [where, text] of Object.entries(told)) {
      expect(text.length).toBeGreaterThan(100);
      expect({ where, found: words.filter((word) => text.includes(word)) }).toEqual({ where, found: [] });
    }
    const origins = new Set(requests.map((url) => new URL(url).origin));
    expect([...origins].sort()).toEqual([house.origin, house.portal.origin].sort());
  });

  it('breaks no rule of the strictest host, Trusted Types enforced, from another origin', async () => {
    visit = await house.visit({ strict: true, prepare: takeNotes });
    const { page, visitor, complaints } = visit;
    await walk(full([files.photo, files.document]))(visitor);
    await visitor.press(say('as-telephone'));
    await visitor.follow(say('leave'));
    await until('another page', async () => page.url().endsWith('/elsewhere'));
    expect(notOfIcons(complaints)).toEqual([]);
  });
});

describe('The strict host of these tests', () => {
  it('does forbid what it says: a style, a picture, an eval and a markup string are refused', async () => {
    const house = await startEnvironment();
    const visit = await house.visit({ strict: true, prepare: takeNotes });
    await visit.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }));
      try {
        document.body.innerHTML = '<p>markup</p>';
      } catch {
        // As it should be.
      }
    });
    for (const rule of ['style-src', 'img-src', 'require-trusted-types-for'])
      await until(rule, async () => visit.complaints.some((one) => one.includes(`forbidden by the host: ${rule}`)));
    await visit.end();
    await house.stop();
  });
});
