import { expect, it } from 'vitest';
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
