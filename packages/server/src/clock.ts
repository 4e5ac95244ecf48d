/** What time it is. Injected everywhere, so that tests and simulations own the time. */
export interface Clock {
  now(): Date;
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() };
