import { mkdirSync, writeFileSync } from 'node:fs';

/** True in a long run (`npm run soak -- <name>`); the tests run the short version of the same proof. */
export const soaking = process.env.FULIAN_SOAK === '1';

/** How many: `short` in the tests, `long` in a soak. */
export function scale(short: number, long: number): number {
  return soaking ? long : short;
}

/**
 * Tells a measured figure beside its goal, and keeps it in `tests/faults/results/<run>.json` in a soak. Asserts nothing:
 * that is the test's business.
 */
export function tellFigures(run: string, figures: Record<string, number | string>): void {
  const line = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`[${run}] ${line.join(', ')}\n`);
  if (!soaking) return;
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${run}.json`, folder), `${JSON.stringify(figures, null, 2)}\n`);
}

/** Says how far a long run is, at most once in five seconds. */
export function progressOf(run: string, total: number): (done: number) => void {
  let last = Date.now();
  return (done) => {
    if (Date.now() - last < 5_000) return;
    last = Date.now();
    process.stdout.write(`[${run}] ${done} of ${total}\n`);
  };
}

/** A small seeded generator (mulberry32): the same numbers in every run, so that a failure can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
