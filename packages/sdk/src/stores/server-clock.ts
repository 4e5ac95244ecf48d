import type { Countdown } from './ballot/types.js';

declare const performance: { now(): number } | undefined;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** From here on seconds are counted. */
const lastMinutes = 2 * minute;

/** What runs on even if somebody sets the device's clock. */
const platformSteady = () => (typeof performance === 'object' ? performance.now() : 0);

/**
 * The service's time, carried on by what has passed here since an answer told it. Somebody who sets the device's clock back gains
 * nothing, and a device that has slept does not believe that there is time left: of the two clocks here, the one that says more counts,
 * and where both are wrong, the next answer is right.
 */
export class ServerClock {
  private told: number | undefined;
  private toldAt = 0;
  private steadyAt = 0;

  /** `clock`: milliseconds since 1970; `steady`: since anything, and never set. */
  constructor(
    private readonly clock: () => number,
    private readonly steady: () => number = platformSteady,
  ) {}

  /** An answer told the time; `askedAt` is `stamp()` of when it was asked for. */
  hear(serverTime: string, askedAt: number): void {
    const now = this.clock();
    const travelled = Math.max(0, now - askedAt);
    this.told = +new Date(serverTime) + Math.min(travelled / 2, minute);
    this.toldAt = now;
    this.steadyAt = this.steady();
  }

  stamp(): number {
    return this.clock();
  }

  /** Milliseconds since 1970. */
  now(): number {
    const now = this.clock();
    if (this.told === undefined) return now;
    return this.told + Math.max(now - this.toldAt, this.steady() - this.steadyAt, 0);
  }
}

/** How long it is to a time, and milliseconds until that reads differently. Minutes are rounded up: one minute is left until the end itself. */
export function countdownTo(closesAt: string, now: number): { readonly shown: Countdown; readonly changesIn: number } {
  const left = +new Date(closesAt) - now;
  if (left <= 0) return { shown: { urgency: 'over', days: 0, hours: 0, minutes: 0, seconds: 0 }, changesIn: Infinity };
  const unit = left <= lastMinutes ? second : minute;
  const steps = Math.ceil(left / unit);
  const minutes = unit === second ? Math.floor(steps / 60) : steps;
  return {
    shown: {
      urgency: left <= hour ? 'now' : left <= day ? 'soon' : 'calm',
      days: Math.floor(minutes / 1440),
      hours: Math.floor(minutes / 60) % 24,
      minutes: minutes % 60,
      seconds: unit === second ? steps % 60 : 0,
    },
    changesIn: left - (steps - 1) * unit || unit,
  };
}
