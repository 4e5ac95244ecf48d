import type { CDPSession } from 'puppeteer-core';

/** An event of Chromium's trace, as far as it matters here; times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** What the thread computed of it. */
  readonly tdur?: number;
}

/** Begins to record tasks. The result ends it, and gives what happened. */
export async function startTrace(devtools: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  return async () => {
    const complete = new Promise<void>((done) => void devtools.once('Tracing.tracingComplete', () => done()));
    await devtools.send('Tracing.end');
    await complete;
    return events;
  };
}

/**
 * The longest task of the page's main thread, in CPU ms, in each stretch between two of its marks: which are the marks by
 * these names, and the end. The promises that a task resolves are a part of it, though Chromium records them after it.
 */
export function longestTasks(events: readonly TraceEvent[], marks: readonly string[]): number[] {
  const found = marks.map((name) => events.find((event) => event.name === name && event.cat.includes('user_timing')));
  const [first] = found;
  if (!first || found.includes(undefined)) throw new Error(`the trace lacks ${marks.join(' or ')}`);
  const tasks = tasksOf(events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid));
  if (tasks.length === 0) throw new Error('the trace has no tasks');
  const ends = [...found.slice(1).map((mark) => mark!.ts), Infinity];
  return found.map((mark, at) =>
    tasks
      // The task that makes the mark goes on after it.
      .filter(({ from, to }) => to > mark!.ts && from < ends[at]!)
      .reduce((most, { cpu }) => Math.max(most, cpu / 1_000), 0),
  );
}

/** From when to when, and how long the thread computed, all in µs. */
interface Task {
  readonly from: number;
  to: number;
  cpu: number;
}

/** What comes later than this after a task is another one, µs. */
const pause = 1_000;

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const tasks: Task[] = [];
  const recorded = events
    .filter(({ name, dur }) => dur !== undefined && /RunTask$|PerformMicrotaskCheckpoint$/.test(name))
    .sort((one, other) => one.ts - other.ts || other.dur! - one.dur!);
  for (const { name, ts, dur, tdur } of recorded) {
    const before = tasks[tasks.length - 1];
    const [to, cpu] = [ts + dur!, tdur ?? dur!];
    // Inside the one before.
    if (before && to <= before.to) continue;
    if (before && !name.endsWith('RunTask') && ts - before.to < pause) {
      before.to = to;
      before.cpu += cpu;
    } else tasks.push({ from: ts, to, cpu });
  }
  return tasks;
}
