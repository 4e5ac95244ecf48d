import { setTimeout as sleep } from 'node:timers/promises';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { GuessLimits } from '../config.js';
import { ProblemError } from '../problem.js';

const windowMs = 15 * 60_000;
const remembered = 50_000;

/** How fast a slowed address may go on. */
export interface BrakePace {
  /** Milliseconds between two checks. */
  readonly spacing: number;
  /** Checks of one address that may wait at once; more are told to come back. */
  readonly waiting: number;
}

const usualPace: BrakePace = { spacing: 1_000, waiting: 5 };

interface Count {
  failures: number;
}

/**
 * Slows who guesses receipts, by address and by case number, without locking out who holds the right one: a slowed
 * check is still made, one a second for each address. Whoever attacks a case from elsewhere makes its owner wait for a
 * second at most, because every address has a lane of its own. Whether a number exists makes no difference.
 */
export class GuessBrake {
  readonly #addresses: BoundedCache<Count>;
  readonly #cases: BoundedCache<Count>;
  readonly #lanes: BoundedCache<{ nextAt: number }>;

  constructor(
    private readonly limits: GuessLimits,
    private readonly clock: Clock,
    private readonly wait: (ms: number) => Promise<unknown> = sleep,
    private readonly speed: BrakePace = usualPace,
  ) {
    this.#addresses = new BoundedCache(clock, remembered, windowMs);
    this.#cases = new BoundedCache(clock, remembered, windowMs);
    this.#lanes = new BoundedCache(clock, remembered, windowMs);
  }

  /** Resolves when this attempt may be checked. Throws `rate-limited` where too many of its address wait. */
  async pace(address: string, number: string): Promise<void> {
    const slow =
      isOver(this.#addresses.get(address), this.limits.perAddress) ||
      isOver(this.#cases.get(number), this.limits.perCase);
    if (!slow) return;
    const now = this.clock.now().getTime();
    const lane = this.#lanes.get(address) ?? { nextAt: now };
    const turn = Math.max(now, lane.nextAt);
    const { spacing, waiting } = this.speed;
    if (turn - now > waiting * spacing)
      throw new ProblemError('rate-limited', { retryAfter: Math.ceil((turn - now) / 1_000) });
    this.#lanes.set(address, { nextAt: turn + spacing });
    if (turn > now) await this.wait(turn - now);
  }

  /** Counts a wrong receipt. */
  failed(address: string, number: string): void {
    count(this.#addresses, address);
    count(this.#cases, number);
  }
}

function isOver(counted: Count | undefined, limit: number): boolean {
  return limit > 0 && counted !== undefined && counted.failures >= limit;
}

function count(counts: BoundedCache<Count>, key: string): void {
  const known = counts.get(key);
  if (known) known.failures += 1;
  else counts.set(key, { failures: 1 });
}
