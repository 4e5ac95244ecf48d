import { describe, expect, it } from 'vitest';
import { longestTasks, type TraceEvent } from './trace.js';

const main = { pid: 7, tid: 1 };
const mark = (name: string, ts: number): TraceEvent => ({ name, cat: 'blink.user_timing', ts, ...main });
const piece = (name: string, ts: number, dur: number, tdur = dur): TraceEvent => ({
  name: `a::${name}`,
  cat: 'toplevel',
  ts,
  dur,
  tdur,
  ...main,
});
const marks = [mark('begin', 100_000), mark('end', 200_000)];

describe('The longest task', () => {
  it('is that of the stretch in which it runs, in CPU milliseconds', () => {
    const tasks = [
      piece('RunTask', 0, 90_000),
      piece('RunTask', 110_000, 30_000, 20_000),
      piece('RunTask', 210_000, 5_000),
    ];
    expect(longestTasks([...tasks, ...marks], ['begin', 'end'])).toEqual([20, 5]);
  });

  it('includes the promises that follow it at once, and counts none twice', () => {
    const tasks = [
      piece('RunTask', 110_000, 10_000),
      piece('PerformMicrotaskCheckpoint', 112_000, 3_000),
      piece('PerformMicrotaskCheckpoint', 120_100, 40_000),
      piece('PerformMicrotaskCheckpoint', 180_000, 15_000),
    ];
    expect(longestTasks([...tasks, ...marks], ['begin'])).toEqual([50]);
  });

  it('belongs to the main thread of the page that makes the marks', () => {
    const other = { ...piece('RunTask', 110_000, 80_000), tid: 2 };
    expect(longestTasks([piece('RunTask', 110_000, 1_000), other, ...marks], ['begin'])).toEqual([1]);
  });

  it('is not made up where the trace lacks a mark', () => {
    expect(() => longestTasks([piece('RunTask', 0, 1), marks[0]!], ['begin', 'end'])).toThrow('lacks');
  });
});
