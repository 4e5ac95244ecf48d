/**
 * The map where not all is as it should be: a browser without WebGL or any canvas, map pictures that do not come, a position that
 * is refused, a county without places, a thin line, and none at all. The list goes on in each of them, says what is wrong,
 * and axe finds nothing.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEnvironment, type Environment, type Visit, type VisitOptions } from './environment.js';
import { axeFaults, count, countIn, press, seedCounty, there, words } from './map-page.js';
import type { PortalFile } from './portal.js';

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

let house: Environment;
let visit: Visit;
let total: number;

beforeAll(async () => {
  // None of it needs WebGL: this browser has none.
  house = await startEnvironment('chromium', {
    args: ['--disable-gpu', '--disable-webgl', '--disable-3d-apis', '--disable-accelerated-2d-canvas'],
  });
  total = await seedCounty(house);
});
afterAll(() => house.stop());
beforeEach(() => {
  house.network.decide = () => 'pass';
});
afterEach(() => visit.end());

async function arrive(options: VisitOptions = {}): Promise<Page> {
  visit = await house.visit({ strict: true, element: 'service-map', viewport: desk, ...options });
  return visit.page;
}

/** The list is whole, and a place of it can be opened and left. */
async function listGoesOn(page: Page): Promise<void> {
  await there(page, '.point-name');
  expect(await words(page, '#count')).toContain(`共 ${total} 处`);
  await press(page, '[part=category]');
  await press(page, '[part=point]');
  await there(page, '.detail .fact');
  await press(page, '[part=back]');
  await there(page, '.point-card');
}

/** Runs in the page: whether anything is drawn on the base, and whether the browser could do more. */
const drawnIn = () => {
  const canvas = document.querySelector('fl-service-map')!.shadowRoot!.querySelector<HTMLCanvasElement>('.base-lines')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const kinds = ['webgl', 'webgl2'].filter((kind) => document.createElement('canvas').getContext(kind));
  return { drawn: data.some((value) => value > 0), kinds };
};

describe('the map in a browser that can do little', () => {
  it('draws its base, its places and a way to move them without WebGL', async () => {
    const page = await arrive();
    await there(page, '.marker:not([hidden])');
    expect(await page.evaluate(drawnIn)).toEqual({ drawn: true, kinds: [] });
    const scale = await words(page, '.scale');
    await press(page, '#zoom-in');
    await page.waitForFunction(
      (before) => document.querySelector('fl-service-map')!.shadowRoot!.querySelector('.scale')!.textContent !== before,
      {},
      scale,
    );
    await listGoesOn(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it('has its list, and its places on a bare ground, where every canvas is switched off', async () => {
    const page = await arrive({ prepare: () => (HTMLCanvasElement.prototype.getContext = () => null) });
    await there(page, '.marker:not([hidden])');
    await listGoesOn(page);
    expect(visit.complaints).toEqual([]);
  });

  it('says that it cannot draw here, and has its list, where a canvas is an error', async () => {
    const page = await arrive({
      prepare: () => {
        HTMLCanvasElement.prototype.getContext = () => {
          throw new Error('blocked against fingerprinting');
        };
      },
    });
    await there(page, '.map-frame > [role=status]');
    expect(await words(page, '.map-frame > [role=status]')).toBe('这里画不了地图。名单里的内容一样。');
    await listGoesOn(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it('says so, too, where the drawing’s own code does not come', async () => {
    house.network.decide = ({ path }) => (path.includes('service-map-drawing') ? 'refuse' : 'pass');
    const page = await arrive({ service: house.network.origin });
    await there(page, '.map-frame > [role=status]');
    await listGoesOn(page);
  });
});

describe('map pictures that do not come', () => {
  const layer = (path: string) =>
    `<fl-tile-layer url="${path}?{z}/{x}/{y}" crs="WGS-84" approval-number="GS(2026)0001" source="示例地图院"></fl-tile-layer>`;
  const answers: readonly (readonly [string, string, PortalFile])[] = [
    ['are not there', '/missing', (_, response) => void response.writeHead(404).end()],
    ['fail on their server', '/failing', (_, response) => void response.writeHead(500).end('no')],
    [
      'are a page in the place of a picture',
      '/page',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>please sign in</p>'),
    ],
    [
      'end before they are there',
      '/cut',
      (_, response) => void response.writeHead(200, { 'content-length': '900' }).destroy(),
    ],
  ];

  it.each(answers)('leave the drawn base and a word of it where they %s', async (_, path, file) => {
    house.portal.serve(path, file);
    const page = await arrive({
      inside: layer(path),
      also: ['tile-layer'],
      policy: { 'img-src': house.portal.origin },
    });
    await there(page, '.map-frame > .notice');
    expect(await words(page, '.map-frame > .notice')).toBe('底图没有打开，地点不受影响。');
    expect(await count(page, '.tile.come')).toBe(0);
    expect((await page.evaluate(drawnIn)).drawn).toBe(true);
    expect(await words(page, '.credits')).toBe('审图号：GS(2026)0001 · 来源：示例地图院');
    expect(await axeFaults(page)).toEqual([]);
    await listGoesOn(page);
  });

  it('leave the drawn base where they never answer, and hold nothing else up', async () => {
    const waiting: (() => void)[] = [];
    house.portal.serve('/silent', (_, response) => void waiting.push(() => response.destroy()));
    const page = await arrive({
      inside: layer('/silent'),
      also: ['tile-layer'],
      policy: { 'img-src': house.portal.origin },
      waitUntil: 'domcontentloaded',
    });
    await there(page, '.marker:not([hidden])');
    await there(page, '.tile');
    expect((await page.evaluate(drawnIn)).drawn).toBe(true);
    await listGoesOn(page);
    for (const end of waiting) end();
  });

  it('are not even asked for where the page’s policy forbids them, and the visitor reads of it', async () => {
    const page = await arrive({ inside: layer('/missing'), also: ['tile-layer'] });
    await there(page, '.map-frame > .notice');
    await listGoesOn(page);
  });
});

describe('where she is', () => {
  it('may be refused by the browser: the township will do, and the keyboard is where it is said', async () => {
    const page = await arrive();
    await page.browserContext().overridePermissions(house.portal.origin, []);
    await there(page, '.point-name');
    await press(page, '#near-me');
    await there(page, '#locate-said');
    expect(await words(page, '#locate-said')).toBe('没有得到您的位置。没关系，选一下乡镇也行。');
    await there(page, '#township option:nth-child(2)');
    const focused = () => document.querySelector('fl-service-map')!.shadowRoot!.activeElement?.id;
    expect(await page.evaluate(focused)).toBe('locate-said');
    expect(await axeFaults(page)).toEqual([]);
    await page.evaluate(() => {
      const list = document.querySelector('fl-service-map')!.shadowRoot!.querySelector<HTMLSelectElement>('#township')!;
      list.value = '990101001000';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await there(page, '.point-far');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('may be told by the browser: the nearest come first, and nobody is sent it', async () => {
    const page = await arrive();
    await page.browserContext().overridePermissions(house.portal.origin, ['geolocation']);
    await page.setGeolocation({ longitude: 118.4123, latitude: 27.9051 });
    await there(page, '.point-name');
    await press(page, '#near-me');
    await there(page, '.point-far');
    expect(visit.requests.filter((one) => /118\.4|27\.9/.test(decodeURIComponent(one)))).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('a county without places', () => {
  it.each([
    ['a desktop', desk],
    ['a phone', phone],
  ])('says so and gives a number to call, on %s', async (_, viewport) => {
    const page = await arrive({ viewport, attributes: 'federation="990102000000"' });
    await there(page, '[part=empty]');
    expect(await words(page, '[part=empty]')).toMatch(/这里还没有登记服务点.*12338/);
    expect(await axeFaults(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });
});

/** Runs in the page before anything else: keeps when each of these was seen first, ms after the page began. */
function watch(): void {
  const signs = {
    fallback: 'fl-service-map > a',
    said: '.list-pane [role=status], .list-pane .hint, .sheet > .hint',
    list: '.point-name',
    map: '.marker:not([hidden])',
  };
  const seen: Record<string, number> = {};
  Object.assign(window, { seen });
  const look = () => {
    const root = document.querySelector('fl-service-map')?.shadowRoot;
    for (const [sign, selector] of Object.entries(signs))
      if (seen[sign] === undefined && (sign === 'fallback' ? document : root)?.querySelector(selector))
        seen[sign] = performance.now();
    if (seen.map === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Presses something and gives after how many ms something else was to be seen, as the page itself measures it. */
const answerTime = (page: Page, pressed: string, sign: string): Promise<number> =>
  page.evaluate(
    (from, to) =>
      new Promise<number>((resolve) => {
        const root = document.querySelector('fl-service-map')!.shadowRoot!;
        const begun = performance.now();
        root.querySelector<HTMLElement>(from)!.click();
        const look = () => {
          if (root.querySelector(to)) resolve(performance.now() - begun);
          else requestAnimationFrame(look);
        };
        look();
      }),
    pressed,
    sign,
  );

describe('a thin line (400 ms there and back, 400 kbit/s)', () => {
  const thin = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

  /** A page of a new browser profile whose line is thin from the first byte. */
  async function arriveThinly(viewport: { width: number; height: number }): Promise<Page> {
    const context = await house.browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(viewport);
    const line: CDPSession = await page.createCDPSession();
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', thin);
    await page.evaluateOnNewDocument(watch);
    const address = house.portal.show({ service: house.origin, strict: true, element: 'service-map' });
    visit = { ...visit, page, address, requests: [], complaints: [], end: () => context.close() };
    await page.goto(address);
    return page;
  }

  it('has a number to call at once, says that it opens, then has its list, and its map not before', async () => {
    const page = await arriveThinly(desk);
    await there(page, '.marker:not([hidden])');
    const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
    const { fallback, said, list, map } = seen as Record<'fallback' | 'said' | 'list' | 'map', number>;
    process.stdout.write(
      `[thin line] a number to call ${Math.round(fallback)} ms, a word ${Math.round(said)}, list ${Math.round(list)}, map ${Math.round(map)}\n`,
    );
    expect(fallback).toBeLessThan(1_000 + thin.latency);
    expect(said).toBeGreaterThan(fallback);
    expect(list).toBeGreaterThanOrEqual(said);
    expect(map).toBeGreaterThanOrEqual(list);
  });

  it('answers each press within a second with a sign, and then with what was wanted', async () => {
    const page = await arriveThinly(phone);
    await there(page, '.point-name');
    const times: Record<string, number> = {};
    times.category = await answerTime(page, '[part=category]', '[part=category][aria-pressed=true]');
    times.township = await answerTime(page, '[part=township-toggle]', '#township, .near [role=status], .near .hint');
    times.place = await answerTime(page, '[part=point]', '#detail-name');
    times.waiting = await answerTime(page, '#detail-name', '.detail [role=status], .detail .fact');
    expect(await axeFaults(page)).toEqual([]);
    await there(page, '.detail .fact');
    times.back = await answerTime(page, '[part=back]', '.point-card');
    times.map = await answerTime(page, '#show-map', '.map, .map-frame > [role=status]');
    process.stdout.write(`[thin line] ${JSON.stringify(times)}\n`);
    for (const [what, time] of Object.entries(times)) expect(time, what).toBeLessThan(1_000);
    await there(page, '.marker:not([hidden])');
    await there(page, '#township option:nth-child(2)');
  });
});

describe('no line at all', () => {
  it('at the beginning is said with a number to call, and mended by one press', async () => {
    house.network.decide = ({ path }) => (path.startsWith('/v1/') ? 'refuse' : 'pass');
    const page = await arrive({ service: house.network.origin });
    await there(page, '[part=error]');
    expect(await words(page, '[part=error]')).toMatch(/服务点没有打开.*没有连上网.*12338/);
    expect(await axeFaults(page)).toEqual([]);
    house.network.decide = () => 'pass';
    await press(page, '[part=retry]');
    await listGoesOn(page);
    await there(page, '.marker:not([hidden])');
  });

  it('in the midst leaves list, filters and map as they are; a place says what is missing and gets it afterwards', async () => {
    const page = await arrive();
    await there(page, '.marker:not([hidden])');
    // Somebody looked at one place before: what belongs to the panel is there.
    await press(page, '[part=point]');
    await there(page, '.detail .fact');
    await press(page, '[part=back]');
    await there(page, '.point-card');
    await page.setOfflineMode(true);
    await press(page, '[part=category]');
    await page.waitForFunction(() =>
      document.querySelector('fl-service-map')!.shadowRoot!.querySelector('#count')!.textContent.includes('符合的有'),
    );
    await press(page, '#zoom-in');
    await there(page, '.marker:not([hidden])');
    await press(page, 'li:nth-child(2) > [part=point]');
    await there(page, '.detail [role=alert]');
    expect((await words(page, '#detail-name')).length).toBeGreaterThan(2);
    expect(await axeFaults(page)).toEqual([]);
    await page.setOfflineMode(false);
    await press(page, '.detail [role=alert] button');
    await there(page, '.detail .fact');
    expect(await page.evaluate(countIn, '.detail [role=alert]')).toBe(0);
  });
});
