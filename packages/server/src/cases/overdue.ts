import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { CaseRepository } from './case-repository.js';
import type { CaseSteps } from './case-steps.js';

/** Cases that are told of in one go. */
const batch = 200;
const everyMs = 60_000;

/** What the watcher needs. */
export interface OverdueParts {
  readonly database: Database;
  readonly cases: CaseRepository;
  readonly steps: CaseSteps;
  readonly clock: Clock;
}

/**
 * L5: tells of every limit that has passed a level, each level once: an event of the case, the feed and whatever hangs on events.
 * Several services may watch at once: who comes second finds it told. Resolves to how many cases were told of.
 */
export async function tellOverdue({ database, cases, steps, clock }: OverdueParts): Promise<number> {
  // A full disk waits for space.
  await database.assertSpace();
  let told = 0;
  for (;;) {
    const due = await cases.alarms(clock.now(), batch);
    let progress = 0;
    for (const row of due) if (await steps.tellOverdue(row)) progress += 1;
    told += progress;
    // What somebody else changed at the same moment is found a minute later.
    if (due.length < batch || progress === 0) return told;
  }
}

/** Tells now and every minute until the signal; a round that fails is reported and tried again. */
export function watchOverdue(parts: OverdueParts, failed: (error: unknown) => void, signal: AbortSignal): void {
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    try {
      await tellOverdue(parts);
    } catch (error) {
      failed(error);
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  void run();
}
