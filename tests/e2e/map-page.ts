/** Looks into the map of a page and presses things there. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { seedPoints } from '../../packages/server/src/demo/seed-points.js';
import { demoPoints } from '../../packages/server/src/demo/service-points.js';
import { testTree } from '../../packages/server/src/service-fixture.js';
import type { Environment } from './environment.js';

/** Puts the demo's points of the demo county into a house, `most` of them; gives their number. */
export async function seedCounty(house: Environment, most = Infinity): Promise<number> {
  const known = new Set(testTree.map(([code]) => code));
  const points = demoPoints()
    .filter(({ federation }) => known.has(federation) && federation.startsWith('990101'))
    .slice(0, most);
  await seedPoints(house.service, points);
  return points.length;
}

/** Runs in the page: how many things match in the map. */
export const countIn = (selector: string) =>
  document.querySelector('fl-service-map')?.shadowRoot?.querySelectorAll(selector).length ?? 0;

/** How many things match in the map. */
export const count = (page: Page, selector: string): Promise<number> => page.evaluate(countIn, selector);

/** Waits until something matches. */
export async function there(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(countIn, { timeout: 20_000 }, selector);
}

/** The words of the first thing that matches, which must be there. */
export const words = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    (one) =>
      document.querySelector('fl-service-map')!.shadowRoot!.querySelector(one)!.textContent.replace(/\s+/g, ' ').trim(),
    selector,
  );

/** Presses the first thing that matches, as soon as it is there. */
export async function press(page: Page, selector: string): Promise<void> {
  await there(page, selector);
  await page.evaluate(
    (one) => document.querySelector('fl-service-map')!.shadowRoot!.querySelector<HTMLElement>(one)!.click(),
    selector,
  );
}

/** What axe finds on the whole page. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
}
