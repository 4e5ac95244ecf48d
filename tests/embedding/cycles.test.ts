/**
 * Each public element put in, moved and taken out of a page, as a single-page portal does: afterwards the browser holds what it held
 * before. Some hundred times here; `npm run soak -- cycles` does 10,000 each and tells the figures.
 */
import { testBallotId, testCaseNumber, testCouncilId, testInvitation, testSecret } from '@fulian/sdk/testing';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../browsers.mjs';
import { progressOf, scale, tellFigures } from '../faults/scale.js';
import { cycle, type Treatment } from './cycles/cycle.js';
import { watchPage } from './cycles/watch.js';
import { friday, type HostPage, type JourneyService, startJourneyService } from './journeys/service.js';

/** Cycles before the first look: code that is compiled and caches that fill are no leaks. */
const warmUp = scale(60, 2_000);
const cycles = scale(120, 10_000);
/** What a cycle may leave on the heap, bytes. Over few cycles the engine's own moves are larger than any leak but a whole element. */
const most = 50;
const heapNoise = scale(600_000, 0);

const whole = {
  attributes: {},
  inside: '<a href="tel:12338">12338</a>',
  wholeEvery: scale(10, 50),
  steps: [],
} as const;

/** How each is treated; ids are those of the service in memory. */
const treatments: readonly Treatment[] = [
  { ...whole, tag: 'fl-quick-exit', attributes: { href: '/elsewhere' }, whole: '[part=button]' },
  { ...whole, tag: 'fl-client', inside: '<fl-quick-exit></fl-quick-exit>', whole: 'slot' },
  {
    ...whole,
    tag: 'fl-help-form',
    whole: 'input[type=radio]',
    steps: [
      ['press', 'input[type=radio]'],
      ['see', 'a[href="tel:110"]'],
      ['press', '[part=continue]'],
      ['see', 'input[name=askerRole]'],
    ],
  },
  {
    ...whole,
    tag: 'fl-service-map',
    inside: '<fl-tile-layer url="/tiles/{z}/{x}/{y}.png" attribution="示例"></fl-tile-layer>',
    whole: '.marker:not([hidden])',
    steps: [
      ['press', '.point-name'],
      ['see', '[part=detail]'],
    ],
  },
  {
    ...whole,
    tag: 'fl-case-tracker',
    whole: '#secret',
    steps: [
      ['write', '#number', testCaseNumber(0)],
      ['write', '#secret', testSecret],
      ['press', '[part=open]'],
      ['see', '[part=next]'],
    ],
  },
  {
    ...whole,
    tag: 'fl-council',
    attributes: { council: testCouncilId() },
    whole: '[part=item]',
    steps: [
      ['press', '#member-in'],
      ['write', '#code', testInvitation(4)],
      ['press', '#sign-in-go'],
      ['see', '#sign-out'],
    ],
  },
  {
    ...whole,
    tag: 'fl-ballot',
    attributes: { council: testCouncilId(), ballot: testBallotId('motion') },
    whole: '#begin',
    steps: [
      ['press', '#begin'],
      ['write', '#code', testInvitation(4)],
      ['press', '#sign-in-go'],
      ['see', '[part=option]'],
    ],
  },
];

/** One grey pixel. */
const tile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCA6wz9mwAAAABJRU5ErkJggg==',
  'base64',
);

const page: HostPage = {
  markup: ({ service: ours }, { stage }) => {
    const provider = /^<fl-client[^>]*>/.exec(stage)![0];
    const scripts = ['client', ...treatments.map(({ tag }) => tag.slice(3)), 'tile-layer'].map(
      (name) => `<script type="module" src="${ours}/assets/${name}.js"></script>`,
    );
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>清溪县妇联</title></head><body>
      ${provider.replace('<fl-client', '<fl-client id="light"')}</fl-client>
      <div id="shaded"><template>${provider.replace('<fl-client', '<fl-client id="dark"')}</fl-client></template></div>
      ${scripts.join('\n')}</body></html>`;
  },
};

let browser: Browser;
let service: JourneyService;
beforeAll(async () => {
  [browser, service] = await Promise.all([
    // A soak on a busy machine spends minutes in one call.
    launchChromium({ protocolTimeout: 900_000 }),
    startJourneyService(),
  ]);
  service.serve('/tiles/', () => ({ type: 'image/png', body: tile }));
});
afterAll(() => Promise.all([browser?.close(), service?.stop()]));

/** A page with one of an element, and a line to the browser that it is in. */
async function arrive(treatment: Treatment) {
  const visit = service.visit(page);
  const tab = await browser.newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  await tab.setViewport({ width: 1280, height: 900 });
  await tab.evaluateOnNewDocument(watchPage, friday);
  await tab.goto(visit.address);
  await tab.evaluate((tag) => customElements.whenDefined(tag).then(() => undefined), treatment.tag);
  await tab.evaluate(() => {
    const root = document.querySelector('#shaded')!.attachShadow({ mode: 'open' });
    root.append(document.querySelector<HTMLTemplateElement>('#shaded template')!.content);
  });
  const devtools = await tab.createCDPSession();
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');
  await tab.evaluate(cycle, treatment, 0, 0);
  return { tab, devtools, complaints };
}

/** How many objects of a kind there are; garbage is not counted. */
async function alive(devtools: CDPSession, prototype: string): Promise<number> {
  const { result } = await devtools.send('Runtime.evaluate', { expression: prototype });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: count } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return count.value as number;
}

const observers = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'] as const;

/** What a page holds after all that can be thrown away has been. */
async function held(tab: Page, devtools: CDPSession, tag: string) {
  // What is under way ends first, such as a call, or a map that glides to its place.
  await tab.waitForFunction(
    () => window.watch.calls() === 0 && window.watch.timers().every((one) => !one.startsWith('request')),
    { timeout: 60_000, polling: 200 },
  );
  for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)!.value;
  const [timers, listeners] = await tab.evaluate(
    () => [window.watch.timers().sort(), window.watch.listeners().sort()] as const,
  );
  const counted: Record<string, number> = {};
  for (const name of observers) counted[name] = await alive(devtools, `${name}.prototype`);
  return {
    heap: metric('JSHeapUsedSize'),
    /** Attached and detached ones. */
    nodes: metric('Nodes'),
    allListeners: metric('JSEventListeners'),
    /** Of those that outlive an element. */
    listeners,
    timers,
    observers: counted,
    elements: await alive(devtools, `customElements.get('${tag}').prototype`),
  };
}

describe.each(treatments)('$tag', (treatment) => {
  const { tag } = treatment;

  it(`holds nothing more after ${cycles} times in, moved and out`, async () => {
    const { tab, devtools, complaints } = await arrive(treatment);
    const tell = progressOf(`cycles ${tag}`, warmUp + cycles);
    let done = 0;
    const run = async (times: number) => {
      const portion = Math.min(200, times);
      for (const end = done + times; done < end; done += portion) {
        await tab.evaluate(cycle, treatment, done, portion);
        tell(done);
      }
    };
    await run(warmUp);
    const before = await held(tab, devtools, tag);
    const begun = performance.now();
    await run(cycles);
    const seconds = (performance.now() - begun) / 1000;
    const after = await held(tab, devtools, tag);
    const bytes = after.heap - before.heap;
    tellFigures(`cycles-${tag}`, {
      cycles,
      'used as she would': cycles / treatment.wholeEvery,
      seconds: Math.round(seconds),
      'heap before, kB': Math.round(before.heap / 1000),
      'heap after, kB': Math.round(after.heap / 1000),
      [`bytes a cycle (at most ${most})`]: Math.round((bytes / cycles) * 10) / 10,
      nodes: `${before.nodes} → ${after.nodes}`,
      listeners: `${before.allListeners} → ${after.allListeners}`,
      'listeners on the page': `${before.listeners.length} → ${after.listeners.length}`,
      timers: `${before.timers.length} → ${after.timers.length}`,
      observers: `${JSON.stringify(before.observers)} → ${JSON.stringify(after.observers)}`,
      elements: `${before.elements} → ${after.elements}`,
    });
    // Of the two measurements the later one may have less, where something of the first cycles has ended since.
    expect(after.elements).toBeLessThanOrEqual(before.elements);
    expect(after.listeners).toEqual(before.listeners);
    expect(after.timers.length, after.timers.join()).toBeLessThanOrEqual(before.timers.length);
    expect(after.observers).toEqual(before.observers);
    expect(after.allListeners).toBeLessThanOrEqual(before.allListeners);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(bytes).toBeLessThan(Math.max(heapNoise, most * cycles));
    expect(complaints).toEqual([]);
    await tab.close();
  });
});

it('sees an element, a listener, a timer and an observer that are kept', async () => {
  const treatment = treatments[0]!;
  const { tab, devtools } = await arrive(treatment);
  const before = await held(tab, devtools, treatment.tag);
  await tab.evaluate((tag) => {
    const lost = document.createElement(tag);
    document.querySelector('#light')!.append(lost);
    lost.remove();
    const watching = new ResizeObserver(() => undefined);
    watching.observe(document.body);
    Object.assign(window, { lost, watching });
    window.addEventListener('online', () => undefined);
    setInterval(() => undefined, 60_000);
  }, treatment.tag);
  const after = await held(tab, devtools, treatment.tag);
  expect(after.elements).toBe(before.elements + 1);
  expect(after.listeners).toHaveLength(before.listeners.length + 1);
  expect(after.timers).toEqual([...before.timers, 'setInterval 60000'].sort());
  expect(after.observers['ResizeObserver']).toBe(before.observers['ResizeObserver']! + 1);
  expect(after.allListeners).toBeGreaterThan(before.allListeners);
  await tab.close();
});
