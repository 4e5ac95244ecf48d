/**
 * A portal's page while our origin is dead, silent, wrong or cut off: its own script, first paint and events come as if we
 * were not there, the telephone number can be seen, and nothing is thrown. What a paste does have to wait for is told
 * by the guide on embedding and proven here, so that the guide stays honest.
 */
import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, launchChromium, launchFirefox } from '../browsers.mjs';
import { soaking, tellFigures } from '../faults/scale.js';
import { OurOrigin, Portal, type Day, type Told } from './dead-origin/origins.js';
import { afterLoad, asyncModule, classic, others, preloaded, version, type Paste } from './dead-origin/pastes.js';

const engines = [
  { engine: 'Chromium', launch: launchChromium },
  ...(findFirefox() ? [{ engine: 'Firefox', launch: launchFirefox }] : []),
];
const patient = { timeout: 30_000, interval: 50 };
/** All ways in a soak; those that the guide recommends in the tests. */
const pastes = [afterLoad, asyncModule, classic, ...(soaking ? others : [])];

describe.each(engines)('$engine', ({ engine, launch }) => {
  let browser: Browser;
  let ours: OurOrigin;
  let portal: Portal;
  beforeAll(async () => {
    [browser, ours, portal] = await Promise.all([launch(), OurOrigin.start(), Portal.start()]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), ours?.stop(), portal?.stop()]);
  });

  /** Opens a page with `paste` on such a day, and hands over the page and what it tells. */
  async function open(day: Day, paste: Paste, spares: (file: string) => boolean = () => false, lang = 'zh-CN') {
    Object.assign(ours, { day, spares });
    ours.asked.length = 0;
    const { address, told } = portal.visit(paste.markup(ours.origin), lang);
    const page = await browser.newPage();
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.text().startsWith('Fulian Kit:')) warnings.push(message.text());
    });
    // Not awaited: the page may wait for us for as long as the test lets it.
    const arrived = page.goto(address, { timeout: 0 }).catch(() => undefined);
    const end = async () => {
      ours.letGo();
      await arrived;
      await page.close();
    };
    const sees = (...names: string[]) =>
      expect.poll(() => [...told.keys()], patient).toEqual(expect.arrayContaining(names));
    /** Once the page is whole, whether the number is on the screen with nothing over it. */
    const showsPhone = async () => {
      await arrived;
      return page.evaluate(() => {
        const link = document.querySelector('fl-help-form > a')!;
        const { left, top, width, height } = link.getBoundingClientRect();
        return width > 0 && document.elementFromPoint(left + 2, top + height / 2) === link;
      });
    };
    return { page, told, warnings, end, sees, showsPhone };
  }

  const tell = (day: string, paste: string, told: Told) => {
    const figures = [...told].map(([name, { at }]) => [name, `${String(Math.round(at))} ms`]);
    tellFigures(`dead-origin, ${engine}, ${day}, ${paste}`, Object.fromEntries(figures) as Record<string, string>);
  };

  describe('our origin takes the request and says nothing', () => {
    it.each(pastes)('$name', async (paste) => {
      const { told, end, sees, showsPhone } = await open('held', paste);
      const waiting = (['dcl', 'load'] as const).filter((name) => paste.delays[name].includes(engine));
      const free = ['dcl', 'load'].filter((name) => !waiting.some((one) => one === name));
      await sees('script', 'paint', 'phone', ...free, ...(waiting.length > 0 ? ['beat'] : []));
      // What the guide says of what waits is true: it has not come although the page has long been done.
      for (const name of waiting) expect([...told.keys()]).not.toContain(name);
      ours.letGo();
      await sees('dcl', 'load');
      expect(await showsPhone()).toBe(true);
      expect(told.get('error') ?? told.get('rejection')).toBeUndefined();
      tell('held', paste.name, told);
      await end();
    });
  });

  const days: readonly Day[] = ['refused', 'wrong type', 'error', 'cut'];
  describe.each(days)('our origin: %s', (day) => {
    it.each(pastes)('$name', async (paste) => {
      const { told, end, sees, showsPhone } = await open(day, paste);
      await sees('script', 'paint', 'phone', 'dcl', 'load');
      expect(told.get('error') ?? told.get('rejection')).toBeUndefined();
      expect(await showsPhone()).toBe(true);
      tell(day, paste.name, told);
      await end();
    });
  });

  describe('fl.js comes, and its elements do not', () => {
    it.each(['wrong type', 'error', 'cut', 'held'] as const)('%s: nothing waits for them', async (day) => {
      const { told, end, sees, showsPhone, warnings } = await open(day, afterLoad, (file) => file === 'fl.js');
      await sees('script', 'paint', 'phone', 'dcl', 'load');
      ours.letGo();
      await expect.poll(() => warnings.length, patient).toBeGreaterThanOrEqual(2);
      expect(warnings.filter((text) => text.includes('<fl-help-form> could not be loaded'))).toHaveLength(1);
      expect(await showsPhone()).toBe(true);
      expect(told.get('error') ?? told.get('rejection')).toBeUndefined();
      await end();
    });

    it('and come when the network is back, though the engine may remember that they failed', async () => {
      const { page, end, warnings, showsPhone } = await open('cut', afterLoad, (file) => file === 'fl.js');
      await expect.poll(() => warnings.length, patient).toBeGreaterThanOrEqual(2);
      expect(await showsPhone()).toBe(true);
      ours.day = 'well';
      await page.evaluate(() => void window.dispatchEvent(new CustomEvent('online')));
      await expect
        .poll(
          () =>
            page.evaluate(
              () => document.querySelector('fl-help-form')!.shadowRoot?.querySelectorAll('input').length ?? 0,
            ),
          patient,
        )
        .toBeGreaterThan(0);
      tellFigures(`dead-origin, ${engine}, back again`, { asked: ours.asked.join(' ') });
      await end();
    });
  });

  it('leaves no moment without the number or the form while English words do not come', async () => {
    const { told, end, sees } = await open('held', afterLoad, (file) => !file.startsWith('chunks/en-'), 'en');
    // In Chinese, after two seconds of patience.
    await sees('phone', 'form');
    expect(told.get('blank') ?? told.get('error') ?? told.get('rejection')).toBeUndefined();
    tell('words held', afterLoad.name, told);
    await end();
  });

  it('shows the form where all is well, for each way to take it', async () => {
    for (const paste of pastes) {
      const { page, end, told } = await open('well', paste);
      await expect
        .poll(
          () =>
            page.evaluate(
              () => document.querySelector('fl-help-form')?.shadowRoot?.querySelectorAll('input').length ?? 0,
            ),
          patient,
        )
        .toBeGreaterThan(0);
      expect(told.get('blank') ?? told.get('error') ?? told.get('rejection')).toBeUndefined();
      await end();
    }
  });
});

it('the guide names what is tried here, with the version of today', () => {
  const guide = readFileSync(new URL('../../stories/guides/embedding.mdx', import.meta.url), 'utf8');
  expect(guide).toContain(afterLoad.markup('https://help.example'));
  expect(guide).toContain(asyncModule.markup('https://help.example'));
  expect(guide).toContain(preloaded.markup('https://help.example'));
  expect(guide).toContain(`/assets/${version}/fl.iife.js`);
});
