/** The demo portal's menu on a phone: one row, whatever the language and the size of type, that a finger can hit. */
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFolders } from '../../packages/server/src/http/static-files.js';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { launchChromium } from '../browsers.mjs';

let service: TestService;
let browser: Browser;
let page: Page;
let origin: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([createTestService({ folders: staticFolders }), launchChromium()]);
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.setViewport({ width: 360, height: 740 });
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** Runs in the page: where the menu and its links are. */
function lookAtMenu() {
  const menu = document.querySelector('.site nav')!;
  const box = menu.getBoundingClientRect();
  const links = [...menu.querySelectorAll('a')].map((link) => {
    const { top, height, left, right } = link.getBoundingClientRect();
    return { top, height, isSeen: left >= box.left && right <= box.right, isHere: link.hasAttribute('aria-current') };
  });
  return { links, height: box.height, pageWidth: document.documentElement.scrollWidth };
}

const sections = ['', 'help.html', 'track.html', 'map.html', 'council.html', 'about.html'];

describe.each([
  ['in Chinese', '/', ''],
  ['in Chinese and large type', '/', '?view=elder'],
  ['in English', '/en/', ''],
  ['in English and large type', '/en/', '?view=elder'],
])('The menu %s on a phone', (_, folder, view) => {
  it.each(sections)('is one row on /%s, as high as a finger, and shows where one is', async (name) => {
    await page.goto(`${origin}${folder}${name}${view}`);
    const { links, height, pageWidth } = await page.evaluate(lookAtMenu);
    expect(pageWidth).toBe(360);
    expect(links).toHaveLength(sections.length);
    expect(new Set(links.map(({ top }) => top)).size).toBe(1);
    expect(Math.min(...links.map((link) => link.height))).toBeGreaterThanOrEqual(44);
    expect(height).toBeLessThan(60);
    expect(links.filter(({ isHere }) => isHere)).toMatchObject([{ isSeen: true }]);
  });

  it('brings whatever has the focus into sight', async () => {
    await page.goto(`${origin}${folder}${view}`);
    await page.focus('.site nav a:last-child');
    const { links } = await page.evaluate(lookAtMenu);
    expect(links.at(-1)!.isSeen).toBe(true);
    expect(links[0]!.isSeen).toBe(false);
  });
});

it('The menu has room for all of it on a wide screen', async () => {
  await page.setViewport({ width: 1280, height: 800 });
  for (const folder of ['/', '/en/']) {
    await page.goto(`${origin}${folder}`);
    const { links } = await page.evaluate(lookAtMenu);
    expect(links.every(({ isSeen }) => isSeen)).toBe(true);
  }
});
