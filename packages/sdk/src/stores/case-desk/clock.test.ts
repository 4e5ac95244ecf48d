import { describe, expect, test } from 'vitest';
import { callWindow, clockOf } from './index.js';

const due = '2026-11-20T04:15:00Z';
const at = (minutes: number, seconds = 0) => Date.parse(due) + minutes * 60_000 + seconds * 1000;

describe('the clock of a limit', () => {
  test.each([
    [-3 * 1440 - 61, 0, 'calm', 3, 1, 1],
    [-1440, 0, 'soon', 1, 0, 0],
    [-61, 0, 'soon', 0, 1, 1],
    [-60, 0, 'now', 0, 1, 0],
    [-1, 0, 'now', 0, 0, 1],
    [0, -1, 'now', 0, 0, 1],
    [0, 0, 'late', 0, 0, 0],
    [0, 59, 'late', 0, 0, 0],
    [1, 0, 'late', 0, 0, 1],
    [1500, 0, 'late', 1, 1, 0],
  ])('%i minutes and %i seconds from it says %s, %i d %i h %i min', (minutes, seconds, urgency, days, hours, left) => {
    expect(clockOf(due, at(minutes, seconds))).toMatchObject({ urgency, days, hours, minutes: left });
  });

  test('says something else exactly when it says that it will', () => {
    const { changesIn: _, ...shown } = clockOf(due, at(-90, 13));
    for (let now = at(-90, 13), left = 200; left > 0; left -= 1) {
      const before = clockOf(due, now);
      const { changesIn, ...words } = clockOf(due, now + before.changesIn - 1);
      const { changesIn: __, ...same } = before;
      expect(words).toEqual(same);
      expect(changesIn).toBe(1);
      now += before.changesIn;
      const { changesIn: ___, ...next } = clockOf(due, now);
      expect(next).not.toEqual(same);
    }
    expect(shown.urgency).toBe('soon');
  });
});

describe('when she may be called', () => {
  const plan = { mayLeaveMessage: false, maySayWhoCalls: false } as const;
  const noon = Date.parse('2026-11-20T12:00:00+08:00');

  test('a plan without hours allows calls always', () => {
    expect(callWindow({ ...plan, channel: 'phone', value: '1' }, noon)).toEqual({ allowed: true });
  });

  test('outside the hours nobody calls, and it is said until when', () => {
    const safe = { ...plan, channel: 'phone', value: '1', from: '09:00', to: '11:30' } as const;
    expect(callWindow(safe, noon)).toEqual({
      allowed: false,
      until: '2026-11-21T01:00:00.000Z',
      reason: 'outside-hours',
    });
  });

  test('who wants no calls is not called', () => {
    expect(callWindow({ ...plan, channel: 'none' }, noon)).toEqual({ allowed: false, reason: 'no-calls' });
    expect(callWindow({ ...plan, channel: 'email', value: 'a@b' }, noon)).toMatchObject({ reason: 'no-calls' });
  });
});
