import { describe, expect, it } from 'vitest';
import { callAllowed } from './call-hours.js';

const china = (time: string) => new Date(`${time.replace(' ', 'T')}:00+08:00`);
const readable = (at: Date | undefined) =>
  at === undefined ? '-' : new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const mornings = { channel: 'phone', days: ['mon', 'wed', 'fri'], from: '09:00', to: '11:30' } as const;

/** A plan, a moment in China, whether she may be called, and until when that holds. 20 November 2026 is a Friday. */
const table = [
  [mornings, '2026-11-20 08:59', false, '2026-11-20 09:00'],
  [mornings, '2026-11-20 09:00', true, '2026-11-20 11:30'],
  [mornings, '2026-11-20 11:29', true, '2026-11-20 11:30'],
  [mornings, '2026-11-20 11:30', false, '2026-11-23 09:00'],
  [mornings, '2026-11-21 10:00', false, '2026-11-23 09:00'],
  [mornings, '2026-11-23 00:00', false, '2026-11-23 09:00'],
  [{ channel: 'phone' }, '2026-11-20 03:00', true, '-'],
  [{ channel: 'phone', days: [] }, '2026-11-20 03:00', true, '-'],
  [{ channel: 'phone', from: '18:00' }, '2026-11-20 23:59', true, '2026-11-21 00:00'],
  [{ channel: 'phone', to: '08:00' }, '2026-11-20 08:00', false, '2026-11-21 00:00'],
  [{ channel: 'phone', days: ['sat'] }, '2026-11-20 23:59', false, '2026-11-21 00:00'],
  [{ channel: 'phone', days: ['sat'] }, '2026-11-21 12:00', true, '2026-11-22 00:00'],
  [{ channel: 'phone', days: ['sat'] }, '2026-11-22 00:00', false, '2026-11-28 00:00'],
  [{ channel: 'other-person', from: '09:00', to: '10:00' }, '2026-11-20 09:30', true, '2026-11-20 10:00'],
  // Who wants a text message is not called, whatever number she gave.
  [{ channel: 'sms', from: '09:00' }, '2026-11-20 09:30', false, '-'],
  [{ channel: 'wechat' }, '2026-11-20 09:30', false, '-'],
  [{ channel: 'none' }, '2026-11-20 09:30', false, '-'],
] as const;

describe('the hours in which she may be called', () => {
  it.each(table)('by %o at %s: %s until %s', (plan, at, allowed, until) => {
    const { days, ...rest } = plan as { days?: readonly string[] };
    const found = callAllowed({ ...rest, ...(days && { days: [...days] }) } as never, china(at));
    expect([found.allowed, readable(found.until)]).toEqual([allowed, until]);
  });
});
