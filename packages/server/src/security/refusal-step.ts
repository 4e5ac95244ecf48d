import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** A timer may be late by that much, in milliseconds. */
const timerSlack = 2;

/**
 * Resolves on the next step of so many milliseconds after `began`, to some microseconds, so that a refusal does not tell by
 * its time what was wrong. A timer alone would not do: it runs to the millisecond of an event loop that every answer of
 * the database wakes, so that it fires sooner or later by how long the check took.
 */
export async function untilStep(began: number, step: number): Promise<void> {
  const due = began + Math.ceil((performance.now() - began) / step) * step;
  const nap = due - performance.now() - timerSlack;
  if (nap >= 1) await sleep(nap);
  while (performance.now() < due) await nextTurn();
}
