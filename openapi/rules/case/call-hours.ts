import type { components } from '../../generated/types.js';

type Plan = components['schemas']['SafeContactPlan'];

/** Whether she may be called now. */
export interface CallWindow {
  readonly allowed: boolean;
  /** When that changes; absent where it never does. */
  readonly until?: Date;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const chinaMs = 8 * 3_600_000;
/** 1 January 1970 was a Thursday. */
const names = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;

/**
 * Whether her safe-contact plan allows a call at an instant, in China's time. Only who gave a telephone number for calls (her
 * own or that of somebody she trusts) is called at all: a number for text messages is not one. `to` itself is too late.
 */
export function callAllowed(plan: Pick<Plan, 'channel' | 'days' | 'from' | 'to'>, instant: Date): CallWindow {
  if (plan.channel !== 'phone' && plan.channel !== 'other-person') return { allowed: false };
  const [from, to] = [minutesOf(plan.from ?? '00:00'), plan.to === undefined ? 1440 : minutesOf(plan.to)];
  const isSafeDay = (day: number) =>
    plan.days === undefined || plan.days.length === 0 || plan.days.includes(names[((day % 7) + 7) % 7]!);
  const isAllowed = (local: number) => {
    const day = Math.floor(local / dayMs);
    const minute = (local - day * dayMs) / minuteMs;
    return isSafeDay(day) && from <= minute && minute < to;
  };
  const local = instant.getTime() + chinaMs;
  const allowed = isAllowed(local);
  const today = Math.floor(local / dayMs);
  for (let day = today; day <= today + 8; day += 1) {
    for (const minute of [0, from, to]) {
      const at = day * dayMs + minute * minuteMs;
      if (at > local && isAllowed(at) !== allowed) return { allowed, until: new Date(at - chinaMs) };
    }
  }
  return { allowed };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
