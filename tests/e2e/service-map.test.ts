/**
 * The map on a stranger's page with the strictest policy: by keyboard and by ear, and with no request that is not for its
 * own data.
 */
import axe from 'axe-core';
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seedPoints } from '../../packages/server/src/demo/seed-points.js';
import { demoPoints } from '../../packages/server/src/demo/service-points.js';
import { testTree } from '../../packages/server/src/service-fixture.js';
import { startEnvironment, type Environment, type Visit, type VisitOptions } from './environment.js';

let house: Environment;
let visit: Visit;
let total: number;

beforeAll(async () => {
  house = await startEnvironment();
  const known = new Set(testTree.map(([code]) => code));
  const points = demoPoints().filter(({ federation }) => known.has(federation) && federation.startsWith('990101'));
  total = points.length;
  await seedPoints(house.service, points);
});
afterAll(() => house.stop());
afterEach(() => visit.end());

const desk = { width: 1280, height: 900 };

/** Runs in the page: what has the keyboard, as it is found in the element. */
function focusedIn(): { part: string; id: string; words: string; marker: boolean } {
  let active = document.activeElement!;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return {
    part: active.getAttribute('part') ?? '',
    id: active.id,
    words: active.getAttribute('aria-label') ?? active.textContent.replace(/\s+/g, ' ').trim(),
    marker: active.classList.contains('marker'),
  };
}

/** Runs in the page: how many things match in the map. */
const countIn = (selector: string) =>
  document.querySelector('fl-service-map')!.shadowRoot?.querySelectorAll(selector).length ?? 0;

async function there(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(countIn, { timeout: 20_000 }, selector);
}

async function arrive(options: VisitOptions = {}): Promise<Page> {
  visit = await house.visit({ strict: true, element: 'service-map', viewport: desk, ...options });
  const { page } = visit;
  await there(page, '.point-name');
  if (options.viewport === undefined) await there(page, '.marker:not([hidden])');
  return page;
}

/** All nodes of the accessibility tree, in order. */
async function heard(page: Page): Promise<SerializedAXNode[]> {
  const flat = (node: SerializedAXNode): SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(flat)];
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  return flat(tree!);
}

/** Presses Tab until something fits; gives all that had the keyboard on the way. */
async function tabTo(page: Page, fits: (at: Awaited<ReturnType<typeof focusedIn>>) => boolean) {
  const stops = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focusedIn);
    stops.push(at);
    if (fits(at)) return stops;
  }
  throw new Error(`Never came there: ${stops.map(({ words }) => words).join(' | ')}`);
}

describe('the map on a stranger’s page', () => {
  it('asks for its own files and data and nothing else, under the strictest policy and without a complaint', async () => {
    const page = await arrive();
    await page.evaluate(() => {
      const root = document.querySelector('fl-service-map')!.shadowRoot!;
      root.querySelector<HTMLElement>('#zoom-in')!.click();
      root.querySelector<HTMLElement>('.point-card')!.click();
    });
    await there(page, '.detail .fact');
    const portal = new URL(visit.address).origin;
    for (const request of visit.requests) expect([portal, house.origin]).toContain(new URL(request).origin);
    const asked = visit.requests.filter((one) => one.startsWith(`${house.origin}/v1/`));
    expect(asked.length).toBeGreaterThan(1);
    for (const request of asked)
      expect(request).toMatch(/\/v1\/federations\/990101000000\/service-points?\b|\/service-point/);
    expect(visit.complaints).toEqual([]);
  });

  it('reads as a list first; the map says in one word for each marker what stands there', async () => {
    const page = await arrive();
    const nodes = await heard(page);
    const list = nodes.findIndex(({ role, name }) => role === 'list' && name === '服务点名单');
    const map = nodes.findIndex(({ role, name }) => role === 'application' && name?.startsWith('服务点地图'));
    expect(list).toBeGreaterThan(0);
    expect(map).toBeGreaterThan(list);
    const markers = nodes.slice(map).filter(({ role }) => role === 'button');
    const clusters = markers.filter(({ name }) => name?.includes('处服务点'));
    expect(clusters.length).toBeGreaterThan(0);
    for (const { name } of clusters) {
      const [, count, parts] = /^(\d+) 处服务点：(.*)$/.exec(name!)!;
      const sum = [...parts!.matchAll(/(\d+) 处/g)].reduce((all, [, one]) => all + Number(one), 0);
      expect(sum, name).toBe(Number(count));
    }
    expect(nodes.some(({ name }) => name === `共 ${total} 处，靠近地图中间的在前。`)).toBe(true);
  });

  it('is gone through with the keyboard alone: filter, list, one place and back, then the map with one tab stop', async () => {
    const page = await arrive({ keyboardOnly: true });
    await tabTo(page, ({ id }) => id === 'near-me');
    await tabTo(page, ({ id }) => id === 'text');
    await tabTo(page, ({ part }) => part === 'category');
    await page.keyboard.press('Enter');
    await there(page, '[part=category][aria-pressed=true]');
    const [card] = (await tabTo(page, ({ part }) => part === 'point')).slice(-1);
    await page.keyboard.press('Enter');
    await there(page, '.detail .fact');
    expect(await page.evaluate(focusedIn)).toMatchObject({ id: 'detail-name' });
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect((await page.evaluate(focusedIn)).part).toBe('back');
    await page.keyboard.press('Enter');
    await there(page, '.point-card');
    expect((await page.evaluate(focusedIn)).words).toBe(card!.words);
    await tabTo(page, ({ marker }) => marker);
    const before = await page.evaluate(focusedIn);
    const seen = new Set([before.words]);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const) {
      await page.keyboard.press(key);
      const at = await page.evaluate(focusedIn);
      expect(at.marker, key).toBe(true);
      seen.add(at.words);
    }
    expect(seen.size).toBeGreaterThan(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focusedIn)).toMatchObject({ id: 'zoom-in' });
  });

  it.each([
    ['a desktop', desk],
    ['a phone', { width: 320, height: 640 }],
  ])('has nothing that axe finds, and nothing too wide, on %s', async (_, viewport) => {
    const page = await arrive({ viewport });
    await page.evaluate(axe.source);
    const found = async () => {
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      const across = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
      return [...violations.map(({ id }) => id), ...(across > 0 ? [`${across} px too wide`] : [])];
    };
    expect(await found()).toEqual([]);
    await page.evaluate(() =>
      document.querySelector('fl-service-map')!.shadowRoot!.querySelector<HTMLElement>('.point-card')!.click(),
    );
    await there(page, '.detail .fact');
    expect(await found()).toEqual([]);
  });

  it('prints the list, and neither the map nor what was asked for', async () => {
    const page = await arrive();
    await page.emulateMediaType('print');
    const shown = await page.evaluate(() => {
      const root = document.querySelector('fl-service-map')!.shadowRoot!;
      const isShown = (selector: string) => root.querySelector(selector)!.getClientRects().length > 0;
      return ['.points', '.map-pane', '.filters', '.switch'].map(isShown);
    });
    expect(shown).toEqual([true, false, false, false]);
  });
});
