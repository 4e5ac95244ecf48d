import { describe, expect, it } from 'vitest';
import { messageOf, runRounds, type Subject } from './rounds.js';

const random = () => 0.3;
const quiet = () => undefined;
const counting = (name: string, calls: string[], figure = () => 1): Subject => ({
  name,
  measure: async () => {
    calls.push(name);
    return { time: figure() };
  },
});

describe('runRounds', () => {
  it('measures every subject once a round and throws the warm-up away', async () => {
    const calls: string[] = [];
    let value = 0;
    const { values } = await runRounds({
      subjects: [counting('a', calls, () => ++value), counting('b', calls)],
      rounds: 7,
      warmUps: 2,
      random,
      tell: quiet,
    });
    expect(calls.filter((one) => one === 'a')).toHaveLength(9);
    expect(values.get('a')?.get('time')).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(values.get('b')?.get('time')).toHaveLength(7);
  });

  it('changes the order from round to round', async () => {
    const calls: string[] = [];
    const numbers = [0.9, 0.1, 0.4, 0.6];
    let at = 0;
    await runRounds({
      subjects: [counting('a', calls), counting('b', calls)],
      rounds: 4,
      warmUps: 0,
      random: () => numbers[at++]!,
      tell: quiet,
    });
    expect(calls.join('')).toBe('abbabaab');
  });

  it('drops a subject that fails, keeps its reason and goes on with the others', async () => {
    const calls: string[] = [];
    let round = 0;
    const failing = counting('a', calls, () => {
      if (++round === 2) throw new Error('socket closed\nat somewhere');
      return 1;
    });
    const { values, failures } = await runRounds({
      subjects: [failing, counting('b', calls)],
      rounds: 3,
      warmUps: 0,
      random,
      tell: quiet,
    });
    expect(failures.get('a')).toBe('round 2 of 3: socket closed');
    expect(values.has('a')).toBe(false);
    expect(round).toBe(2);
    expect(values.get('b')?.get('time')).toHaveLength(3);
  });

  it('does not measure a subject that did not get ready', async () => {
    const calls: string[] = [];
    const unready: Subject = { ...counting('a', calls), prepare: () => Promise.reject(new Error('not built')) };
    const { failures } = await runRounds({ subjects: [unready], rounds: 1, warmUps: 1, random, tell: quiet });
    expect(failures.get('a')).toBe('getting ready: not built');
    expect(calls).toEqual([]);
  });

  it('takes a figure that is no number for a failure', async () => {
    const { failures } = await runRounds({
      subjects: [counting('a', [], () => Number.NaN)],
      rounds: 1,
      warmUps: 0,
      random,
      tell: quiet,
    });
    expect(failures.get('a')).toBe('round 1 of 1: time is NaN');
  });
});

describe('messageOf', () => {
  it('is one line, with the next one where the first only announces', () => {
    expect(messageOf(new Error('no such file\n    at main'))).toBe('no such file');
    expect(messageOf(new Error('Build failed with 1 error:\n  no such module'))).toBe(
      'Build failed with 1 error: no such module',
    );
    expect(messageOf('thrown text')).toBe('thrown text');
  });
});
