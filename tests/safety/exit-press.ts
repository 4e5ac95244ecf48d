/**
 * How long the cover takes from the press to the screen, on a slow phone.
 *
 * Taken from Chromium's own trace: `EventLatency` begins with the time stamp that the browser's process gives the input
 * (the finger has left the glass, the key has gone down) and ends when the frame that this input has led to is presented.
 * It counts everything between: the way to the page's process, waiting for its thread, our handler, style, layout, paint,
 * raster and the swap. Not `PerformanceEventTiming`: it is the same clock rounded to 8 ms, and it is lost with a page that
 * leaves. Not two `requestAnimationFrame`s: they see neither the waiting before the handler nor the work after the frame.
 *
 * The trace has this, the tasks of the thread and the marks of the page, because tracing costs time itself. What it cannot see is the
 * glass: a touch screen takes some milliseconds before, a display some after, in every program alike.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { until } from '../e2e/visitor.js';

/** How somebody leaves. */
export const pressWays = ['pointer', 'finger', 'keys'] as const;
export type PressWay = (typeof pressWays)[number];

/** One press; milliseconds. */
export interface Press {
  /** From the input to the presented frame. */
  fromPress: number;
  /** The same from when the thread was free, where it was busy at the press; else the same. */
  fromFree: number;
  /**
   * What the page's thread worked of `fromFree`, by the clock that stands still while another program has the processor; the
   * slowing down is in it, and becomes longer, too, on a machine that does other things. To be told, not to be held to.
   */
  worked: number;
}

/** The input that makes the exit leave, as the trace calls it. */
const decisive: Record<PressWay, RegExp> = {
  pointer: /^MOUSE_RELEASED$/,
  finger: /^GESTURE_TAP$/,
  keys: /^(?:RAW_)?KEY_(?:DOWN|PRESSED)$/,
};

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** When; microseconds, like the others. */
  ts: number;
  /** How long. */
  dur?: number;
  /** How long on the processor. */
  tdur?: number;
  id2?: { local: string };
  args: { event_latency?: { event_type: string }; name?: string };
}

/** The machine brought the press when the page's thread was free again: what was to be measured did not come about. */
export class PressTooLate extends Error {}

export interface PressOptions {
  page: Page;
  session: CDPSession;
  way: PressWay;
  /** Where the button is; CSS pixels. */
  at: { x: number; y: number };
  /** For how long the page's thread is busy when the press comes; milliseconds. Default: it is free. */
  busy?: number;
}

/** Slows the page down to a sixth for good, presses, and measures. Throws where nothing was presented. */
export async function measurePress({ page, session, way, at, busy = 0 }: PressOptions): Promise<Press> {
  const press = presser(session, way, at);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: way === 'finger' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.tracing.start({ categories: ['-*', 'input', 'blink.user_timing', 'toplevel'] });
  await press.down();
  if (busy > 0) await occupy(page, session, busy);
  // Answers when the page has handled it; the frame follows.
  await press.up();
  return read(await presented(page, session), way, busy > 0);
}

/** The press in two halves: what may happen while the thread is free, and what makes it leave. */
function presser(session: CDPSession, way: PressWay, { x, y }: PressOptions['at']) {
  const mouse = (type: 'mousePressed' | 'mouseReleased') =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  const touch = (type: 'touchStart' | 'touchEnd') =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [{ x, y }] : [] });
  const key = (type: 'rawKeyDown' | 'keyUp') =>
    session.send('Input.dispatchKeyEvent', { type, key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 });
  return {
    pointer: { down: () => mouse('mousePressed'), up: () => mouse('mouseReleased') },
    finger: { down: () => touch('touchStart'), up: () => touch('touchEnd') },
    keys: { down: async () => void (await key('rawKeyDown'), await key('keyUp')), up: () => key('rawKeyDown') },
  }[way];
}

/** Makes the page's thread busy, and comes back as soon as it is. */
async function occupy(page: Page, session: CDPSession, milliseconds: number): Promise<void> {
  await session.send('Runtime.enable');
  const isBusy = new Promise((begun) => session.once('Runtime.consoleAPICalled', begun));
  await page.evaluate((length) => {
    setTimeout(() => {
      const end = performance.now() + length;
      console.log('busy');
      while (performance.now() < end);
      performance.mark('fl-free');
    });
  }, milliseconds);
  await isBusy;
}

/**
 * The trace, once the frame is on the screen: a screenshot is made of a later one. A page that waits for another one answers
 * nothing else any more, and one that is being replaced not even that.
 */
async function presented(page: Page, session: CDPSession): Promise<TraceEvent[]> {
  await until('a picture of the page', () =>
    session.send('Page.captureScreenshot', { format: 'jpeg', quality: 10 }).catch(() => undefined),
  );
  const trace = await page.tracing.stop();
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

function read(events: TraceEvent[], way: PressWay, wasBusy: boolean): Press {
  const inputs = events.filter(
    ({ name, ph, args }) => name === 'EventLatency' && ph === 'b' && decisive[way].test(args.event_latency!.event_type),
  );
  const begun = inputs.sort((one, other) => one.ts - other.ts).at(-1);
  const shown = events.find(
    ({ name, ph, pid, id2, ts }) =>
      name === 'EventLatency' && ph === 'e' && pid === begun?.pid && id2?.local === begun.id2!.local && ts > begun.ts,
  );
  const free = wasBusy ? events.find(({ name }) => name === 'fl-free') : begun;
  if (!begun || !shown || !free) {
    const seen = events.filter(({ name, ph }) => name === 'EventLatency' && ph === 'b');
    throw new Error(`no frame for the ${way}: ${seen.map(({ args }) => args.event_latency!.event_type).join(', ')}`);
  }
  if (wasBusy && free.ts <= begun.ts) throw new PressTooLate('the thread was free before the press');
  const main = events.find(({ pid, args }) => pid === begun.pid && args.name === 'CrRendererMain')?.tid;
  // The last one goes on after it has handed the frame over: it counts by the part that lies before.
  const worked = events
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === begun.pid && tid === main)
    .filter(({ ts }) => ts >= free.ts && ts < shown.ts)
    .reduce((sum, { ts, dur = 1, tdur = 0 }) => sum + tdur * Math.min(1, (shown.ts - ts) / dur), 0);
  return {
    fromPress: (shown.ts - begun.ts) / 1000,
    fromFree: (shown.ts - free.ts) / 1000,
    worked: worked / 1000,
  };
}
