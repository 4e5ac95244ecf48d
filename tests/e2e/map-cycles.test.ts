/**
 * The map taken out of its page and put back, thousands of times, as a single-page portal does: afterwards the browser holds
 * what it held before. Short here; `npm run soak -- map-cycles` does 10,000 and tells the figures.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { progressOf, scale, tellFigures } from '../faults/scale.js';
import { startEnvironment, type Environment } from './environment.js';
import { seedCounty, there } from './map-page.js';

/** Cycles before the first look: code that is compiled and caches that fill are no leaks; they end after some thousand. */
const warmUp = scale(100, 2_000);
const cycles = scale(400, 10_000);
/** Of these so many are with a new element, that fetches and draws all anew and is thrown away. */
const every = 100;
/** What the heap may be larger afterwards, bytes: what the engine moves by itself; ten bytes a cycle in a soak. */
const heapNoise = scale(600_000, 100_000);

let house: Environment;

beforeAll(async () => {
  house = await startEnvironment();
  await seedCounty(house);
});
afterAll(() => house.stop());

/** Runs in the page before anything else: counts timers and frames that are still to come, and calls that are under way. */
function countTimers(): void {
  const pending = new Set<string>();
  const calls = new Set<Promise<unknown>>();
  Object.assign(window, { pendingTimers: () => pending.size, pendingCalls: () => calls.size });
  const { fetch } = window;
  window.fetch = (...given) => {
    const call = fetch(...given);
    calls.add(call);
    call.finally(() => calls.delete(call)).catch(() => undefined);
    return call;
  };
  for (const [set, clear, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ] as const) {
    const host = window as unknown as Record<string, (...given: unknown[]) => number>;
    const [begin, end] = [host[set]!.bind(window), host[clear]!.bind(window)];
    host[set] = (act, ...rest) => {
      const id = begin(
        (...given: unknown[]) => {
          if (!repeats) pending.delete(`${set} ${id}`);
          (act as (...all: unknown[]) => void)(...given);
        },
        ...rest,
      );
      pending.add(`${set} ${id}`);
      return id;
    };
    host[clear] = (id) => {
      pending.delete(`${set} ${String(id)}`);
      return end(id);
    };
  }
}

/** Runs in the page: nothing is under way but the map's own timer of a minute. */
const quiet = () => {
  const { pendingCalls, pendingTimers } = window as unknown as Record<string, () => number>;
  return pendingCalls!() === 0 && pendingTimers!() <= 1;
};

/** What a page holds after all that can be thrown away has been. */
async function held(page: Page, browser: CDPSession) {
  // What is under way ends first, such as a map that glides to its place.
  await page.waitForFunction(quiet, { timeout: 20_000 });
  for (let round = 0; round < 3; round += 1) await browser.send('HeapProfiler.collectGarbage');
  const { metrics } = await browser.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)!.value;
  const { result } = await browser.send('Runtime.evaluate', {
    expression: "customElements.get('fl-service-map').prototype",
  });
  const { objects } = await browser.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: count } = await browser.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await browser.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return {
    heap: metric('JSHeapUsedSize'),
    /** Attached and detached ones. */
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    timers: await page.evaluate(() => (window as unknown as { pendingTimers: () => number }).pendingTimers()),
    maps: count.value as number,
  };
}

/** Runs in the page: so many cycles, the first of every `each` with a new map. All in one call, since each call leaves a script. */
async function cycle(times: number, each: number): Promise<void> {
  const drawn = (map: Element) =>
    new Promise<void>((resolve) => {
      const look = () =>
        map.shadowRoot?.querySelector('.marker:not([hidden])') ? resolve() : void requestAnimationFrame(look);
      look();
    });
  let map = document.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('fl-service-map')!;
  const home = map.parentElement!;
  for (let done = 0; done < times; done += 1) {
    map.remove();
    if (done % each === 0) map = document.createElement('fl-service-map') as typeof map;
    home.append(map);
    // Drawn in between: list, canvas, markers, gestures.
    await map.updateComplete;
    if (done % each === 0) await drawn(map);
  }
  await drawn(map);
}

/** A page with the map, and a line to the browser that it is in. */
async function arrive() {
  const visit = await house.visit({
    element: 'service-map',
    viewport: { width: 1280, height: 900 },
    prepare: countTimers,
  });
  const browser = await visit.page.createCDPSession();
  await browser.send('Performance.enable');
  await browser.send('HeapProfiler.enable');
  await there(visit.page, '.marker:not([hidden])');
  return { visit, page: visit.page, browser };
}

it(`holds nothing more after ${cycles} times out and in`, async () => {
  const { visit, page, browser } = await arrive();
  const tell = progressOf('map-cycles', warmUp + cycles);
  let done = 0;
  const run = async (times: number) => {
    const portion = Math.min(1_000, times);
    for (const end = done + times; done < end; done += portion) {
      await page.evaluate(cycle, portion, every);
      tell(done);
    }
  };
  await run(warmUp);
  const before = await held(page, browser);
  const begun = performance.now();
  await run(cycles);
  const seconds = (performance.now() - begun) / 1000;
  const after = await held(page, browser);
  tellFigures('map-cycles', {
    cycles,
    'new elements among them': cycles / every,
    seconds: Math.round(seconds),
    'heap before, kB': Math.round(before.heap / 1000),
    'heap after, kB': Math.round(after.heap / 1000),
    'bytes a cycle (goal 0, noise 10)': Math.round(((after.heap - before.heap) / cycles) * 10) / 10,
    nodes: `${before.nodes} → ${after.nodes}`,
    listeners: `${before.listeners} → ${after.listeners}`,
    timers: `${before.timers} → ${after.timers}`,
    'maps alive': `${before.maps} → ${after.maps}`,
  });
  expect(after.maps).toBe(1);
  expect(after.timers).toBe(before.timers);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.heap - before.heap).toBeLessThan(heapNoise);
  expect(visit.complaints).toEqual([]);
  await visit.end();
});

it('sees a map, a listener and a timer that are kept', async () => {
  const { visit, page, browser } = await arrive();
  const before = await held(page, browser);
  await page.evaluate(() => {
    Object.assign(window, { kept: document.querySelector('fl-service-map') });
    window.addEventListener('online', () => undefined);
    const timer = setInterval(() => undefined, 60_000);
    Object.assign(window, { stop: () => clearInterval(timer) });
  });
  await page.evaluate(cycle, 1, 1);
  await expect(page.waitForFunction(quiet, { timeout: 1_000 })).rejects.toThrow('exceeded');
  await page.evaluate(() => (window as unknown as { stop: () => void }).stop());
  const after = await held(page, browser);
  expect(after.maps).toBe(2);
  expect(after.listeners).toBeGreaterThan(before.listeners);
  expect(after.nodes).toBeGreaterThan(before.nodes + 100);
  await visit.end();
});
