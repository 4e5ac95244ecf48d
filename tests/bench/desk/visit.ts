import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium } from '../../browsers.mjs';
import { longestTasks, startTrace } from '../map/trace.js';
import { messageOf, type Figures } from '../rounds.js';

/** What `probe.js` leaves on the page. */
interface Probe {
  isRegistered(): boolean;
  prepare(): Promise<void>;
  start(text: string): Promise<number>;
  frame(): Promise<void>;
  mark(name: string): void;
  total(): number;
  rowHeight(): number;
  firstSeen(): number;
  textAt(index: number): string;
  rows(): number;
  middle(): [number, number];
  jump(index: number, text: string): Promise<void>;
  top(): Promise<void>;
  focus(): void;
  active(): number;
  memory(): Promise<number>;
}

declare const window: { readonly bench: Probe };

const patience = 120_000;
const screen = { width: 1280, height: 800, deviceScaleFactor: 1 };
/** Rows that the wheel scrolls by at a turn, and its turns. */
const rowsATurn = 5;
/** Row that is jumped to. */
const far = 5_000;

/** How much is scrolled. */
export interface Walk {
  readonly turns: number;
  readonly keys: number;
}

/**
 * One visit: the first paint, a long turn of the wheel, the arrow key held down, a jump to row 5,000, and what is in memory at
 * first and at last. Throws where a list does not show the rows that it says, or shows others.
 */
export async function visit(address: string, numbers: readonly string[], walk: Walk): Promise<Figures> {
  const browser = await launchChromium({
    protocolTimeout: patience,
    // What is scrolled is there at once; memory is told at once.
    args: ['--disable-smooth-scrolling', '--enable-blink-features=ForceEagerMeasureMemory'],
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
    const probe = await readFile(join(import.meta.dirname, 'probe.js'), 'utf8');
    await page.evaluateOnNewDocument(`(${probe.slice(probe.indexOf('() =>')).replace(/;\s*$/, '')})()`);
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction(() => window.bench.isRegistered());
    return await measure(page, devtools, numbers, walk);
  } catch (error) {
    throw new Error([messageOf(error), ...complaints].join('; '), { cause: error });
  } finally {
    await browser.close();
  }
}

async function measure(page: Page, devtools: CDPSession, numbers: readonly string[], walk: Walk): Promise<Figures> {
  const metric = async (name: string) => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find((one) => one.name === name)!.value;
  };
  const spent = async (action: () => Promise<unknown>) => {
    const before = await metric('TaskDuration');
    await action();
    return ((await metric('TaskDuration')) - before) * 1_000;
  };
  const heap = async () => {
    // The second time finds what the first one let go of.
    for (let turn = 0; turn < 2; turn += 1) await devtools.send('HeapProfiler.collectGarbage');
    return (await metric('JSHeapUsedSize')) / 1_000_000;
  };
  await page.evaluate(() => window.bench.prepare());
  await devtools.send('HeapProfiler.collectGarbage');
  const stop = await startTrace(devtools);
  let wall = 0;
  const paint = await spent(async () => {
    wall = await page.evaluate((text) => window.bench.start(text), numbers[0]!);
  });
  const rows = await proves(page, numbers, 0);
  // What follows the first paint is over.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const atFirst = await heap();

  const height = await page.evaluate(() => window.bench.rowHeight());
  const [x, y] = await page.evaluate(() => window.bench.middle());
  await page.mouse.move(x, y);
  await page.evaluate(() => window.bench.mark('bench-wheel'));
  const wheel = await spent(async () => {
    for (let turn = 0; turn < walk.turns; turn += 1) {
      await page.mouse.wheel({ deltaY: rowsATurn * height });
      await page.evaluate(() => window.bench.frame());
    }
    await page.waitForFunction(
      (row) => window.bench.firstSeen() >= row,
      { polling: 'raf' },
      walk.turns * rowsATurn - 2,
    );
  });
  const wheeled = await page.evaluate(() => window.bench.firstSeen());
  if (Math.abs(wheeled - walk.turns * rowsATurn) > 2) throw new Error(`the wheel came to row ${wheeled}`);
  await proves(page, numbers, wheeled + 1);

  await page.evaluate(() => window.bench.top());
  await page.evaluate(() => window.bench.focus());
  await page.evaluate(() => window.bench.mark('bench-keys'));
  const keys = await spent(async () => {
    for (let turn = 0; turn < walk.keys; turn += 1) {
      await page.keyboard.press('ArrowDown');
      await page.evaluate(() => window.bench.frame());
    }
  });
  const active = await page.evaluate(() => window.bench.active());
  if (active !== walk.keys) throw new Error(`the keys came to row ${active} and not ${walk.keys}`);
  await proves(page, numbers, active);

  await page.evaluate(() => window.bench.mark('bench-jump'));
  const jump = await spent(() => page.evaluate((index, text) => window.bench.jump(index, text), far, numbers[far]!));
  await proves(page, numbers, far);
  const marks = ['bench-paint', 'bench-wheel', 'bench-keys', 'bench-jump'];
  const [inPaint, inWheel, inKeys] = longestTasks(await stop(), marks);
  return {
    wall,
    paint,
    'longest in paint': inPaint!,
    wheel: (wheel / (walk.turns * rowsATurn)) * 100,
    'longest in wheel': inWheel!,
    keys: (keys / walk.keys) * 100,
    'longest in keys': inKeys!,
    jump,
    'heap at first': atFirst,
    'heap at last': await heap(),
    memory: (await page.evaluate(() => window.bench.memory())) / 1_000_000,
    rows,
  };
}

/** Throws where a row is not the one of the queue, or the list does not have as many; gives how many rows are drawn. */
async function proves(page: Page, numbers: readonly string[], index: number): Promise<number> {
  await page
    .waitForFunction(
      (at, text) => window.bench.textAt(at).includes(text),
      { polling: 'raf', timeout: 20_000 },
      index,
      numbers[index]!,
    )
    .catch(() => undefined);
  const [total, text, rows] = await page.evaluate(
    (at) => [window.bench.total(), window.bench.textAt(at), window.bench.rows()] as const,
    index,
  );
  if (total !== numbers.length) throw new Error(`it says that it has ${total} rows of ${numbers.length}`);
  if (!text.includes(numbers[index]!)) throw new Error(`row ${index} is '${text}' and not ${numbers[index]}`);
  return rows;
}
