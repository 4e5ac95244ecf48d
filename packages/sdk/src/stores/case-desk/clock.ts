import { callAllowed } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import type { CallWindow, LimitClock } from './types.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How a limit stands at a moment (milliseconds since 1970). What is left is rounded up to minutes, what is over down. */
export function clockOf(due: string, now: number): LimitClock {
  const left = +new Date(due) - now;
  const isLate = left <= 0;
  // Minutes as they are shown: 'one minute left' until the limit itself, 'one minute late' from a minute after it.
  const shown = isLate ? Math.floor(Math.abs(left) / minute) : Math.ceil(left / minute);
  return {
    urgency: isLate ? 'late' : left <= hour ? 'now' : left <= day ? 'soon' : 'calm',
    days: Math.floor(shown / 1440),
    hours: Math.floor(shown / 60) % 24,
    minutes: shown % 60,
    changesIn: isLate ? minute - (Math.abs(left) % minute) : left - (shown - 1) * minute,
  };
}

const called: readonly Schemas['ContactChannel'][] = ['phone', 'other-person'];

/** Whether her safe-contact plan allows a call at a moment (milliseconds since 1970); no button to call outside of it. */
export function callWindow(safeContact: Schemas['SafeContactPlan'], now: number): CallWindow {
  const { allowed, until } = callAllowed(safeContact, new Date(now));
  const isCalled = called.includes(safeContact.channel);
  return {
    allowed,
    ...(until && { until: until.toISOString() }),
    ...(!allowed && { reason: isCalled ? ('outside-hours' as const) : ('no-calls' as const) }),
  };
}
