import type { FulianError } from './errors/fulian-error.js';
import { isProblemError } from './errors/problem-error.js';

/** When and how often a call is tried again. */
export interface RetrySettings {
  /** Tries in all, the first one included. Default 3; 1 switches retries off. */
  readonly attempts?: number;
  /** Milliseconds: the longest wait before the first retry; doubles with each. Default 500. */
  readonly baseDelay?: number;
  /** Milliseconds: no wait without a `Retry-After` is longer. Default 5000. */
  readonly maxDelay?: number;
  /** Milliseconds: where the service asks for a longer wait, the call fails at once and says so. Default 30000. */
  readonly maxRetryAfter?: number;
  /**
   * How many retries of all calls together may go unrewarded, so that an outage is not amplified. A call that succeeds
   * gives back what it used and a tenth more. Default 2.
   */
  readonly budget?: number;
}

/** Settings with their defaults. */
export function retrySettings(given: RetrySettings = {}): Required<RetrySettings> {
  return { attempts: 3, baseDelay: 500, maxDelay: 5000, maxRetryAfter: 30_000, budget: 2, ...given };
}

/**
 * Milliseconds to wait before the retry that follows try number `attempt` (from 1), or `undefined` where the error does
 * not pass by itself. Full jitter: uniform between 0 and a limit that doubles, so that clients that failed together do
 * not come back together. What the service asks for in `Retry-After` is kept, and jitter comes on top of it.
 */
export function delayBefore(
  { baseDelay, maxDelay, maxRetryAfter }: Required<RetrySettings>,
  attempt: number,
  error: FulianError,
  random: () => number = Math.random,
): number | undefined {
  // A failure of the service itself (500) would most likely repeat; her own 'try again' may still help.
  if (!error.retryable || (isProblemError(error) && error.status === 500)) return undefined;
  const asked = (error.retryAfter ?? 0) * 1000;
  if (asked > maxRetryAfter) return undefined;
  return asked + random() * (asked > 0 ? baseDelay : Math.min(maxDelay, baseDelay * 2 ** (attempt - 1)));
}

/** Seconds from a `Retry-After` header: a number of seconds or a date. `undefined` where it is neither. */
export function retryAfterSeconds(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  // 'Fri, 20 Nov 2026 …' only: `Date.parse` makes a date of almost anything.
  return /^[A-Z]/.test(header) ? Math.max(0, (+new Date(header) - now) / 1000) || 0 : undefined;
}
