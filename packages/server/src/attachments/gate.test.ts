import { expect, it, vi } from 'vitest';
import { Gate } from './gate.js';

it('lets so many work, so many wait, and sends the others away', async () => {
  const gate = new Gate(2, 1, 7);
  const ends: (() => void)[] = [];
  const work = () => gate.run(() => new Promise<void>((resolve) => ends.push(resolve)));
  const running = [work(), work(), work()];
  expect(ends).toHaveLength(2);
  await expect(work()).rejects.toMatchObject({ code: 'unavailable', parts: { retryAfter: 7 } });
  ends.shift()!();
  await running[0];
  expect(ends).toHaveLength(2);
  for (const end of ends) end();
  await Promise.all(running);
  await expect(gate.run(async () => 'free')).resolves.toBe('free');
});

it('lets the next one in after one that failed', async () => {
  const gate = new Gate(1, 1, 1);
  await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(gate.run(async () => 'next')).resolves.toBe('next');
});

it('rests between two that wait, as long as the work took and at most 50 ms, and not at all where nobody waits', async () => {
  vi.useFakeTimers();
  try {
    const gate = new Gate(1, 9, 1, 1);
    const starts: number[] = [];
    const begin = performance.now();
    const work = (ms: number) =>
      gate.run(async () => {
        starts.push(performance.now() - begin);
        await new Promise((resolve) => setTimeout(resolve, ms));
      });
    const all = Promise.all([work(20), work(300), work(10)]);
    await vi.runAllTimersAsync();
    await all;
    expect(starts).toEqual([0, 40, 390]);
    const alone = [work(10), vi.advanceTimersByTimeAsync(10)];
    await Promise.all(alone);
    void work(1);
    expect(starts.slice(3)).toEqual([400, 410]);
    await vi.runAllTimersAsync();
  } finally {
    vi.useRealTimers();
  }
});
