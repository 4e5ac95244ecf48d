import { expect, it } from 'vitest';
import { Budget } from './budget.js';

/** Work that ends when it is told to. */
function held(log: string[], name: string) {
  let end = () => {};
  const done = new Promise<void>((resolve) => (end = resolve));
  const work = async () => {
    log.push(name);
    await done;
  };
  return { work, end };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it('lets in what fits together, and the large one only when all others have left', async () => {
  const log: string[] = [];
  const budget = new Budget(10);
  const [small, other, large, late] = ['small', 'other', 'large', 'late'].map((name) => held(log, name));
  const all = [
    budget.run(4, small!.work),
    budget.run(6, other!.work),
    budget.run(99, large!.work),
    budget.run(1, late!.work),
  ];
  await settle();
  expect(log).toEqual(['small', 'other']);
  small!.end();
  await settle();
  // The late one would fit, but who came first goes first: or the large one would never go.
  expect(log).toEqual(['small', 'other']);
  other!.end();
  await settle();
  expect(log).toEqual(['small', 'other', 'large']);
  large!.end();
  late!.end();
  await Promise.all(all);
  expect(log.at(-1)).toBe('late');
});

it('gives back what work took that failed', async () => {
  const budget = new Budget(1);
  await expect(budget.run(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(budget.run(1, () => Promise.resolve('fine'))).resolves.toBe('fine');
});
