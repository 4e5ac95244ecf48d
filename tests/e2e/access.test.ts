/** For everybody: the whole journey with the keyboard alone, at 320 pixels and at 400 % zoom, and with nothing that axe finds. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEnvironment, type Environment, type Visit } from './environment.js';
import { makeFiles, type Files } from './files.js';
import { anonymous, child, fillIn, full, readReceipt, red, walk, type OnStep, type Plan } from './journey.js';
import { readCase } from './stored-case.js';
import { until } from './visitor.js';
import { say } from './words.js';

let house: Environment;
let files: Files;
let visit: Visit;

beforeAll(async () => {
  [house, files] = await Promise.all([startEnvironment(), makeFiles()]);
});
afterAll(async () => {
  files.remove();
  await house.stop();
});
afterEach(() => visit.end());

/** What axe finds wrong on the page, in short. */
async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

/** Runs in the page: what does not fit into the window's width, or lies behind something wherever one scrolls. */
function findLost(): string[] {
  const lost: string[] = [];
  const across = document.scrollingElement!.scrollWidth - innerWidth;
  if (across > 0) lost.push(`the page is ${across} px too wide`);
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length; at++)
    for (const element of roots[at]!.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  const controls = roots.flatMap((root) => [...root.querySelectorAll('a[href], button, input, textarea, select')]);
  for (const control of controls) {
    const { type, labels } = control as HTMLInputElement;
    const target = /radio|checkbox|file/.test(type) && labels?.[0] ? labels[0] : control;
    if (target.getClientRects().length === 0) continue;
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, height, width } = target.getBoundingClientRect();
    const name = `${target.localName} “${(target.textContent || control.id).trim().slice(0, 20)}”`;
    if (left < -0.5 || right > innerWidth + 0.5) lost.push(`${name} reaches from ${left} to ${right}`);
    if (height < 24 || width < 24) lost.push(`${name} is only ${width} x ${height} px`);
    const [x, y] = [left + width / 2, Math.min(Math.max(top + height / 2, top + 12), innerHeight - 1)];
    let hit: Element | null = null;
    for (let root: DocumentOrShadowRoot | null = document; root;) {
      const deeper: Element | null = root.elementFromPoint(x, y);
      root = deeper === hit ? null : (deeper?.shadowRoot ?? null);
      hit = deeper;
    }
    if (!hit || !(target.contains(hit) || hit.contains(target)))
      lost.push(`${name} lies behind ${hit?.outerHTML.slice(0, 80)}`);
  }
  return lost;
}

/** Walks and looks on every screen, before and after she answers, and at the receipt. */
async function complaintsOnEveryScreen(
  plan: Plan,
  look: (page: Page) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const note = async (screen: string) => {
    const complaints = await look(visit.page);
    if (complaints.length > 0) found[screen] = complaints;
  };
  const onStep: OnStep = (step, _, answered) => note(answered ? `${step}, answered` : step);
  await walk(plan, onStep)(visit.visitor);
  await note('receipt');
  await visit.visitor.press(say('as-telephone'));
  await note('receipt like telephone numbers');
  return found;
}

describe('The keyboard alone', () => {
  it('goes the whole way: every answer, two files, the receipt and the group that is typed back', async () => {
    visit = await house.visit({ keyboardOnly: true, viewport: { width: 1280, height: 900 } });
    const { visitor } = visit;
    const receipt = await walk(full([files.photo, files.document]))(visitor);
    const stored = await readCase(house.service, receipt.number);
    expect(stored.files).toHaveLength(2);
    const text = await visitor.reads();
    const n = [1, 2, 3, 4, 5, 6].find((one) => text.includes(say('confirm-legend', { n: one })))!;
    await visitor.write(say('confirm-legend', { n }), receipt.secret.slice((n - 1) * 4, n * 4));
    await visitor.press(say('confirm-button'));
    await visitor.sees(say('confirm-right'));
  });

  it('leads to the question of each new screen, and to what is wrong, with its focus', async () => {
    visit = await house.visit({ keyboardOnly: true, viewport: { width: 1280, height: 900 } });
    const { visitor, page } = visit;
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id);
    await fillIn(visitor, anonymous, undefined, 'category');
    expect(await focused()).toBe('heading');
    await visitor.press(say('continue'));
    await visitor.sees(say('error-title'));
    await until('the focus on what is wrong', async () => (await focused()) === 'error-summary');
    expect(await violationsOn(page)).toEqual([]);
    await visitor.press(say('fault-choose', { question: say('category-legend') }));
    await until('the focus on the field', async () => (await focused()) === 'category');
  });
});

describe('axe finds nothing', () => {
  const looks: [look: string, attributes: string, plan: () => Plan][] = [
    ['as it is', '', () => full([files.photo])],
    ['in danger', '', () => red],
    ['in elder mode, for a child', 'elder', () => child],
    ['in the dark', 'appearance="dark"', () => full([])],
  ];
  it.each(looks)('on any screen %s', async (_, attributes, plan) => {
    visit = await house.visit({ attributes });
    expect(await complaintsOnEveryScreen(plan(), violationsOn)).toEqual({});
  });
});

describe('Nothing is lost', () => {
  const windows: [window: string, viewport: { width: number; height: number }, attributes: string, plan: () => Plan][] =
    [
      ['320 px wide', { width: 320, height: 640 }, '', () => full([files.photo])],
      ['320 px wide in danger and elder mode', { width: 320, height: 640 }, 'elder', () => red],
      ['at 400 % zoom of 1280 x 1024', { width: 320, height: 256 }, '', () => full([])],
      ['at 400 % zoom in danger', { width: 320, height: 256 }, '', () => red],
    ];
  it.each(windows)('%s', async (_, viewport, attributes, plan) => {
    visit = await house.visit({ viewport, attributes });
    expect(await complaintsOnEveryScreen(plan(), (page) => page.evaluate(findLost))).toEqual({});
  });
});

describe('A page that is larger or smaller than ours', () => {
  it('html { font-size: 62.5% } and a right-to-left host change no size and lose no control', async () => {
    visit = await house.visit({ viewport: { width: 360, height: 740 } });
    const { page, visitor } = visit;
    const height = () =>
      page.evaluate(
        () =>
          document.querySelector('fl-help-form')!.shadowRoot!.querySelector('button')!.getBoundingClientRect().height,
      );
    await visitor.find('button', say('continue'));
    const before = await height();
    await page.addStyleTag({ content: 'html { font-size: 62.5% }' });
    expect(await height()).toBe(before);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await fillIn(visitor, anonymous);
    await visitor.press(say('submit'));
    await readReceipt(visitor);
    expect(await page.evaluate(findLost)).toEqual([]);
  });
});

describe('These looks', () => {
  it('do see: a picture without words, a page that is too wide, a control that is covered or too small', async () => {
    visit = await house.visit({ viewport: { width: 320, height: 640 } });
    const { page, visitor } = visit;
    await visitor.find('button', say('continue'));
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: '/favicon.ico' }));
      const wide = document.createElement('div');
      wide.style.cssText = 'width: 400px; height: 1px';
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 1';
      const small = document.createElement('button');
      small.style.cssText = 'position: relative; z-index: 2; width: 9px; height: 9px; padding: 0';
      document.body.append(wide, cover, small);
    });
    expect((await violationsOn(page)).join()).toMatch(/image-alt.*button-name|button-name.*image-alt/);
    const lost = (await page.evaluate(findLost)).join('\n');
    expect(lost).toContain('the page is 88 px too wide');
    expect(lost).toContain('is only 9 x 9 px');
    expect(lost).toContain(`button “${say('continue')}” lies behind <div`);
  });
});
