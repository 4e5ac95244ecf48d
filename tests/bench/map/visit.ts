import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium } from '../../browsers.mjs';
import { messageOf, type Figures } from '../rounds.js';
import { median } from '../statistics.js';
import { walk, type Points, type View } from './points.js';
import { longestTasks, startTrace } from './trace.js';

/** What `probe.js` leaves on the page. */
interface Probe {
  readonly view: View;
  readonly started: number;
  readonly rendered: number;
  readonly done: Promise<void>;
  isRegistered(): boolean;
  start(): Promise<void>;
  shown(): number;
  zoomed(): number;
  zoom(step: number): Promise<void>;
  filter(category: string | undefined): Promise<void>;
  memory(): Promise<number>;
}

declare const window: { readonly bench: Probe };

/** Milliseconds until what does not come counts as missing. */
const patience = 180_000;
/** The page: room for our list and our map beside it. */
const screen = { width: 1100, height: 760, deviceScaleFactor: 1 };

/** A page of one subject, in a browser of its own. */
class Visit {
  private constructor(
    readonly page: Page,
    readonly devtools: CDPSession,
    private readonly points: Points,
  ) {}

  /** Opens a page, does something there, and closes the browser. What goes wrong on the page is told. */
  static async to<Result>(
    address: string,
    options: { readonly points: Points; readonly view: View; readonly slowdown?: number },
    action: (visit: Visit) => Promise<Result>,
  ): Promise<Result> {
    const { points, view, slowdown } = options;
    const browser = await launchChromium({
      protocolTimeout: patience,
      // WebGL without a graphics card; memory is told at once; thread times at their full resolution.
      args: ['--enable-unsafe-swiftshader', '--enable-blink-features=ForceEagerMeasureMemory'],
    });
    const complaints: string[] = [];
    try {
      const [page] = await browser.pages();
      if (!page) throw new Error('the browser opened no page');
      page.setDefaultTimeout(patience);
      page.on('pageerror', (error) => complaints.push(messageOf(error)));
      await page.setViewport(screen);
      const devtools = await page.createCDPSession();
      // What the thread computed, whoever else uses the processor meanwhile.
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
      if (slowdown !== undefined) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const probe = await readFile(join(import.meta.dirname, 'probe.js'), 'utf8');
      await page.evaluateOnNewDocument(`(${probe.replace(/;\s*$/, '')})(${JSON.stringify(view)})`);
      await page.evaluateOnNewDocument(
        `addEventListener('DOMContentLoaded', () => { const map = document.getElementById('map'); map.style.width = '${view.width}px'; map.style.height = '${view.height}px'; })`,
      );
      await page.goto(address, { waitUntil: 'load' });
      await page.waitForFunction(() => window.bench.isRegistered());
      return await action(new Visit(page, devtools, points));
    } catch (error) {
      throw new Error([messageOf(error), ...complaints].join('; '), { cause: error });
    } finally {
      await browser.close();
    }
  }

  /** CPU ms of the page's main thread, and of its whole process, until now. */
  private async spent(): Promise<{ main: number; process: number }> {
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)!.value * 1_000;
    return { main: of('TaskDuration'), process: of('ProcessTime') };
  }

  /** Does something, and gives what CPU ms it took. */
  async cost(action: () => Promise<unknown>): Promise<{ main: number; process: number }> {
    const before = await this.spent();
    await action();
    const after = await this.spent();
    return { main: after.main - before.main, process: after.process - before.process };
  }

  collectGarbage(): Promise<void> {
    return this.devtools.send('HeapProfiler.collectGarbage');
  }

  /** Throws where the map does not show just so many points. */
  async proves(expected: number, when: string): Promise<void> {
    const shown = await this.page.evaluate(() => window.bench.shown());
    if (shown !== expected) throw new Error(`${when}: it shows ${shown} of ${expected} points`);
  }

  /** Throws where the map does not show all at the zoom that was asked for. */
  async provesFirst(): Promise<void> {
    const [zoom, wanted] = await this.page.evaluate(() => [window.bench.zoomed(), window.bench.view.zoom]);
    if (zoom !== wanted) throw new Error(`it begins at zoom ${zoom} and not ${wanted}`);
    await this.proves(this.points.count, 'at first');
  }
}

/** The size of our map on the screen, which all others get. */
export async function sizeOfOurs(
  address: string,
  points: Points,
  view: View,
): Promise<{ width: number; height: number }> {
  return Visit.to(address, { points, view }, async ({ page }) => {
    await page.evaluate(() => window.bench.start());
    return page.evaluate(() => {
      const map = document.querySelector('fl-service-map')!.shadowRoot!.querySelector('.map')!;
      return { width: map.clientWidth, height: map.clientHeight };
    });
  });
}

/** The first render, from the moment when all scripts are there; its data, and for ours the names in its list, included. */
export async function firstRender(address: string, points: Points, view: View): Promise<Figures> {
  return Visit.to(address, { points, view }, async (visit) => {
    const stop = await startTrace(visit.devtools);
    const figures = await render(visit);
    const [longest] = longestTasks(await stop(), ['bench-render', 'bench-rendered']);
    return { ...figures, longest: longest! };
  });
}

async function render(visit: Visit): Promise<{ cpu: number; process: number }> {
  await visit.collectGarbage();
  const { main, process } = await visit.cost(() => visit.page.evaluate(() => window.bench.start()));
  await visit.provesFirst();
  return { cpu: main, process };
}

/** The first render, a walk of zooms in and out again, the filter on and off, and the memory at the end. */
export async function wholeVisit(address: string, points: Points, view: View): Promise<Figures> {
  return Visit.to(address, { points, view }, async (visit) => {
    const { page } = visit;
    const stop = await startTrace(visit.devtools);
    const { cpu, process } = await render(visit);

    const zooms: number[] = [];
    for (const step of [...Array<number>(walk).fill(1), ...Array<number>(walk).fill(-1)])
      zooms.push((await visit.cost(() => page.evaluate((by) => window.bench.zoom(by), step))).main);
    await visit.provesFirst();

    const filters: number[] = [];
    for (const category of [view.wanted, undefined, view.wanted, undefined]) {
      // Whoever takes so long is known after one turn.
      if (filters.length === 2 && Math.min(...filters) > 1_000) break;
      const cost = await visit.cost(() => page.evaluate((one) => window.bench.filter(one), category));
      filters.push(cost.main);
      await visit.proves(
        category ? points.ofWanted : points.count,
        category ? 'with the filter' : 'without the filter',
      );
    }
    const [longest, later] = longestTasks(await stop(), ['bench-render', 'bench-rendered']);
    await visit.collectGarbage();
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/(?!bench)[^/]+\.(js|css)$/.test(name))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    return {
      loaded: loaded / 1_000,
      cpu,
      process,
      longest: longest!,
      later: later!,
      zoom: median(zooms),
      'zoom at most': Math.max(...zooms),
      filter: median(filters),
      memory: (await page.evaluate(() => window.bench.memory())) / 1_000_000,
    };
  });
}

/** The first render on a slow device: ms from the navigation, and from the moment when all scripts are there. */
export async function slowRender(address: string, points: Points, view: View, slowdown: number): Promise<Figures> {
  return Visit.to(`${address}#auto`, { points, view, slowdown }, async (visit) => {
    await visit.page.evaluate(() => window.bench.done);
    await visit.provesFirst();
    const { started, rendered } = await visit.page.evaluate(() => {
      const { started: from, rendered: to } = window.bench;
      return { started: from, rendered: to };
    });
    return { 'wall from the navigation': rendered, wall: rendered - started };
  });
}

/** What a module on the page, without a map, measures of itself. */
export async function timed(
  address: string,
  points: Points,
  view: View,
  name: 'timeStore' | 'timeScan',
): Promise<Figures> {
  return Visit.to(address, { points, view }, ({ page }) =>
    page.evaluate(async (which) => {
      const path = '/store.js';
      const module = (await import(path)) as Record<string, (view: View) => Promise<Record<string, number>>>;
      return module[which]!(window.bench.view);
    }, name),
  );
}
