/**
 * The examples as somebody would copy them, each in Chromium: the form's whole way to the receipt, the map, and what a page
 * does with an element by the means of its framework: properties that follow its state, events, coming and going.
 */
import type { Browser, Page } from 'puppeteer-core';
import { testCaseNumber, testSecret } from '@fulian/sdk/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../browsers.mjs';
import { anonymous, walk } from '../e2e/journey.js';
import { Visitor } from '../e2e/visitor.js';
import { buildExample, type Example, names, showExample, type Site } from './example-sites.js';
import { install } from './install.mjs';
import { type JourneyService, startJourneyService } from './journeys/service.js';
import { placeElements } from './placed.mjs';

let journeys: JourneyService;
let browser: Browser;

beforeAll(async () => {
  await install();
  placeElements('examples');
  [journeys, browser] = await Promise.all([startJourneyService(), launchChromium()]);
  await Promise.all(names.map(buildExample));
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await journeys?.stop();
});

/** How a page is used by whoever reads it, in its own words. */
interface Ways {
  /** Shows the form, the map. */
  readonly toForm: (visitor: Visitor) => Promise<void>;
  readonly toMap: (visitor: Visitor) => Promise<void>;
  /** From the list to the drawn map, where there is no room for both. */
  readonly toDrawing?: (visitor: Visitor) => Promise<void>;
  /** Switches the page's own mode of large type. */
  readonly elder?: (visitor: Visitor) => Promise<void>;
  /** What the page itself says once the form is sent. */
  readonly sent?: string;
}

const press = (words: string) => (visitor: Visitor) => visitor.press(words);
const follow = (words: string) => (visitor: Visitor) => visitor.follow(words);
/** To another page, until it is there. */
const goTo = (words: string) => async (visitor: Visitor) => {
  await Promise.all([visitor.page.waitForNavigation(), visitor.follow(words)]);
};
/** The page's own tick box, which `choose` would only ever switch on. */
const tick = (words: string) => async (visitor: Visitor) => {
  const box = await visitor.find('choice', words);
  await box.evaluate((one) => (one as HTMLElement).click());
};
const sent = '已经送到县妇联。请先抄下回执，再关掉网页。';

const ways: Record<Example, Ways> = {
  plain: { toForm: goTo('找人帮忙'), toMap: goTo('附近的服务') },
  'jquery-cms': {
    toForm: follow('我要求助'),
    toMap: follow('附近的服务'),
    elder: follow('无障碍浏览'),
    sent: '已提交，请抄下回执',
  },
  vue: {
    toForm: press('向妇联求助家庭暴力、土地权益、就业和生育等'),
    toMap: press('附近的服务母婴室、妇女之家、法律援助'),
    elder: tick('长者模式'),
    sent,
  },
  react: { toForm: press('我要求助'), toMap: press('服务地图'), elder: tick('长者模式'), sent },
  angular: {
    toForm: press('求助登记'),
    toMap: press('服务网点'),
    elder: tick('长者模式'),
    sent: '已经送到清溪县妇联。请先抄下回执，再关掉网页。',
  },
  svelte: {
    toForm: press('找人帮忙'),
    toMap: press('附近的服务'),
    toDrawing: press('地图'),
    elder: tick('字大一点'),
    sent,
  },
};

/** Somebody on an example's page. */
interface Visit extends Site {
  readonly visitor: Visitor;
  readonly page: Page;
  /** What the console said, and errors that nobody caught. */
  readonly complaints: string[];
  end(): Promise<void>;
}

async function visit(example: Example, path = ''): Promise<Visit> {
  const site = showExample(example, journeys);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(site.address + path);
  return { ...site, page, complaints, visitor: new Visitor(page), end: () => context.close() };
}

/** Whether an element of ours is on the page and has drawn something. */
const isDrawn = (page: Page, tag: string) =>
  page.evaluate((name) => (document.querySelector(name)?.shadowRoot?.childElementCount ?? 0) > 0, tag);
const eventually = { timeout: 30_000, interval: 50 };

/** Waits until something is there, in whatever shadow root; `waitForSelector` hears of changes in the document alone. */
const there = (page: Page, selector: string) =>
  expect.poll(async () => (await page.$(selector)) !== null, eventually).toBe(true);

/** Properties of an element on the page; `undefined` while it is not there. */
const read = (page: Page, tag: string, property: string): Promise<unknown> =>
  page.evaluate(
    (name, key) => (document.querySelector(name) as unknown as Record<string, unknown> | null)?.[key],
    tag,
    property,
  );

describe.each(names)('%s', (example) => {
  const { toForm, toMap, toDrawing, elder, sent: said } = ways[example];

  test('the form is filled in and sent, and the page hears of it', async () => {
    const { visitor, world, complaints, end } = await visit(example);
    await toForm(visitor);
    const receipt = await walk(anonymous)(visitor);
    expect(receipt.number).toMatch(/^\d{12}$/);
    expect(receipt.secret).toMatch(/^\d{24}$/);
    expect([...world.state.helpRequests.values()]).toHaveLength(1);
    if (said) await visitor.sees(said);
    expect(complaints).toEqual([]);
    await end();
  });

  test('the map lists its places and is drawn', async () => {
    const { visitor, page, complaints, end } = await visit(example);
    await toMap(visitor);
    await visitor.sees('共 64 处');
    await toDrawing?.(visitor);
    await expect
      .poll(
        () =>
          page.evaluate(
            () => document.querySelector('fl-service-map')?.shadowRoot?.querySelectorAll('[part~=marker]').length,
          ),
        eventually,
      )
      .toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await end();
  });

  if (!elder) return;

  test('what the page switches reaches the elements, and back', async () => {
    const { visitor, page, end } = await visit(example);
    await toForm(visitor);
    await expect.poll(() => isDrawn(page, 'fl-help-form'), eventually).toBe(true);
    for (const expected of [true, false, true]) {
      await elder(visitor);
      await expect.poll(() => read(page, 'fl-client', 'elder'), eventually).toBe(expected);
      await expect.poll(() => read(page, 'fl-help-form', 'elder'), eventually).toBe(expected);
    }
    await end();
  });

  test('an element comes and goes with the page’s own means, and nothing of it is left', async () => {
    const { visitor, page, complaints, end } = await visit(example);
    /** How many forms there are in the browser's memory, on the page or not. */
    const alive = async () => {
      const prototype = await page.evaluateHandle(() => customElements.get('fl-help-form')!.prototype as object);
      const objects = await page.queryObjects(prototype);
      try {
        return await objects.evaluate((all) => all.length);
      } finally {
        // Who counts them holds them, too.
        await Promise.all([objects.dispose(), prototype.dispose()]);
      }
    };
    for (let turn = 0; turn < 6; turn++) {
      await toForm(visitor);
      await expect.poll(() => isDrawn(page, 'fl-help-form'), eventually).toBe(true);
      if (turn === 0) expect(await alive()).toBeGreaterThan(0);
      await toMap(visitor);
      await expect.poll(() => isDrawn(page, 'fl-service-map'), eventually).toBe(true);
      expect(await page.$('fl-help-form')).toBeNull();
    }
    // A framework may remember the one that it took away last.
    await expect.poll(alive, eventually).toBeLessThan(2);
    expect(complaints).toEqual([]);
    await end();
  });
});

test('plain: the tracker opens a case by its receipt', async () => {
  const { visitor, page, complaints, end } = await visit('plain', 'track.html');
  await there(page, '>>> #number');
  await page.type('>>> #number', testCaseNumber(0));
  await page.type('>>> #secret', testSecret);
  await page.click('>>> [part=open]');
  await there(page, '>>> [part=next]');
  await visitor.sees('接下来');
  expect(complaints).toEqual([]);
  await end();
});

test('vue: v-model and events go both ways', async () => {
  const { visitor, page, complaints, end } = await visit('vue');
  await visitor.sees('可以不留姓名，大约需要五分钟。');
  await visitor.choose('现在没有');
  await visitor.press('继续');
  await visitor.sees('正在填写。写的内容只在这个网页里，离开就没有了。');
  await page.select('select', 'en');
  await expect.poll(() => read(page, 'fl-client', 'locale'), eventually).toBe('en');
  await visitor.sees('Continue');
  expect(complaints).toEqual([]);
  await end();
});

test('react: a list as a property follows the state, and an event changes it', async () => {
  const { visitor, page, complaints, end } = await visit('react');
  await visitor.sees('共 64 处');
  const labels = async () => ((await read(page, 'fl-service-map', 'labels')) as unknown[]).length;
  expect(await labels()).toBe(2);
  await tick('地图上写乡镇名')(visitor);
  await expect.poll(labels, eventually).toBe(0);
  await page.click('>>> [part=point]');
  await visitor.sees('您看过 1 个地方；这些不会被记录。');
  expect(complaints).toEqual([]);
  await end();
});

test('angular: an output of an element sets a signal', async () => {
  const { visitor, complaints, end } = await visit('angular');
  await visitor.sees('受理单位：清溪县妇女联合会。一个工作日内回应。');
  await visitor.choose('现在没有');
  await visitor.press('继续');
  await visitor.sees('正在填写。写的内容只在这个网页里，离开就没有了。');
  expect(complaints).toEqual([]);
  await end();
});

test('svelte: one element hands over to another, and back', async () => {
  const { visitor, page, complaints, end } = await visit('svelte');
  await visitor.press('村里议事');
  await there(page, '>>> [part=now] button');
  await page.click('>>> [part=now] button');
  await there(page, '>>> fl-ballot');
  expect(await read(page, 'fl-ballot', 'ballot')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await page.$('fl-council')).toBeNull();
  await visitor.press('回到议事会');
  await there(page, '>>> [part=now] button');
  expect(await page.$('fl-ballot')).toBeNull();
  expect(complaints).toEqual([]);
  await end();
});
