import { describe, expect, it } from 'vitest';
import { aheadOf, atLeast, atMost, rowsOf, type Goal, type Metric, type Samples } from './rows.js';

const time: Metric = { name: 'time', unit: 'ms', better: 'less' };
const samples = (values: Record<string, number[]>, failures: Record<string, string> = {}): Samples => ({
  values: new Map(Object.entries(values).map(([subject, one]) => [subject, new Map([['time', one]])])),
  failures: new Map(Object.entries(failures)),
});
const rows = (given: Samples, subjects: string[], goals: Goal[] = []) =>
  rowsOf({ metrics: [time], subjects, limit: 'limit', goals, samples: given });
const goal = (promise: Pick<Goal, 'text' | 'missed'>): Goal => ({ metric: 'time', subject: 'ours', ...promise });

describe('rowsOf', () => {
  it('gives median, extremes, noise and the ratio against the limit', () => {
    expect(rows(samples({ limit: [10, 12, 11], ours: [22, 20, 33] }), ['limit', 'ours'])).toEqual([
      { metric: 'time', subject: 'limit', unit: 'ms', median: 11, min: 10, max: 12, ratio: 1, noise: 0.09091 },
      { metric: 'time', subject: 'ours', unit: 'ms', median: 22, min: 20, max: 33, ratio: 2, noise: 0.09091 },
    ]);
  });

  it('has a row without figures and with the reason for a subject that did not run', () => {
    const [, peer] = rows(samples({ limit: [1], peer: [5] }, { peer: 'does not install: no such version' }), [
      'limit',
      'peer',
    ]);
    expect(peer).toMatchObject({
      subject: 'peer',
      median: null,
      ratio: null,
      note: 'does not install: no such version',
    });
  });

  it('has no ratio where the limit has no figure', () => {
    expect(rows(samples({ ours: [5] }, { limit: 'pgbench is missing' }), ['limit', 'ours'])[1]!.ratio).toBeNull();
  });

  it('leaves out a metric that a subject does not have', () => {
    expect(rows(samples({ limit: [1] }), ['limit', 'ours'])).toHaveLength(1);
  });

  it('puts a goal only on the row that it is about', () => {
    const [limit, ours] = rows(samples({ limit: [10], ours: [13] }), ['limit', 'ours'], [goal(atMost(1.3, 'limit'))]);
    expect(limit).not.toHaveProperty('goal');
    expect(ours).toMatchObject({ goal: '≤ 1.3 × limit', holds: true });
  });
});

describe('a goal', () => {
  const verdict = (promise: Pick<Goal, 'text' | 'missed'>, given: Samples) => rows(given, ['ours'], [goal(promise)])[0];

  it('is missed above its factor and says by which figures', () => {
    expect(verdict(atMost(1.3, 'limit'), samples({ limit: [10], ours: [13.1] }))).toMatchObject({
      holds: false,
      note: '13.1 beside 10 of limit',
    });
  });

  it('is missed below its factor where more is better', () => {
    expect(verdict(atLeast(0.5, 'limit'), samples({ limit: [1000], ours: [500] }))?.holds).toBe(true);
    expect(verdict(atLeast(0.5, 'limit'), samples({ limit: [1000], ours: [499] }))?.holds).toBe(false);
  });

  it('ahead of every peer is missed by a tie and names who is ahead', () => {
    expect(verdict(aheadOf(['a', 'b'], 'less'), samples({ ours: [5], a: [5], b: [9] }))).toMatchObject({
      holds: false,
      note: '5 beside 5 of a',
    });
    expect(verdict(aheadOf(['a'], 'more'), samples({ ours: [5], a: [4] }))).toMatchObject({ holds: true });
  });

  it('does not hold where the other side has no figure, and says so', () => {
    expect(verdict(atMost(1.3, 'limit'), samples({ ours: [5], limit: [9] }, { limit: 'crashed' }))).toMatchObject({
      holds: false,
      note: 'cannot be judged: no figure of limit',
    });
  });

  it('does not hold where its own subject failed', () => {
    expect(verdict(atMost(1.3, 'limit'), samples({ limit: [9] }, { ours: 'not built' }))).toMatchObject({
      holds: false,
      note: 'not built',
    });
  });

  it('on the same row as another holds only together with it', () => {
    const both = rows(
      samples({ ours: [5], a: [4], limit: [5] }),
      ['ours'],
      [goal(atMost(1.3, 'limit')), goal(aheadOf(['a'], 'less'))],
    );
    expect(both[0]).toMatchObject({
      goal: '≤ 1.3 × limit; ahead of every peer',
      holds: false,
      note: '5 beside 4 of a',
    });
  });
});
