import { describe, expect, it } from 'vitest';
import { firstContactBy } from './first-contact.js';

const limits = { redHours: 1, otherWorkingDays: 1 };
const by = (submittedAt: string, grade: 'red' | 'none' | 'orange' = 'none', days = 1) =>
  firstContactBy(new Date(submittedAt), grade, { ...limits, otherWorkingDays: days })
    .toISOString()
    .slice(0, 16);

describe('the time of the first contact', () => {
  it.each([
    ['on a Friday morning, the next Monday at 17:00 in China', '2026-11-20T03:15:00Z', '2026-11-23T09:00'],
    ['on a Monday before office hours, the next day', '2026-11-22T22:00:00Z', '2026-11-24T09:00'],
    ['late on a Sunday in China, the day after', '2026-11-22T15:59:00Z', '2026-11-23T09:00'],
    ['before a Saturday that is worked, that Saturday', '2026-10-09T02:00:00Z', '2026-10-10T09:00'],
    ['before National Day, the first day that is worked again', '2026-09-30T08:00:00Z', '2026-10-08T09:00'],
    [
      'before a Spring Festival without a notice yet, after its statutory days',
      '2027-02-04T02:00:00Z',
      '2027-02-09T09:00',
    ],
    ['before a New Year without a notice yet, after it', '2026-12-31T02:00:00Z', '2027-01-04T09:00'],
  ])('is, %s', (_, submittedAt, expected) => {
    expect(by(submittedAt)).toBe(expected);
  });

  it('counts several working days', () => {
    expect(by('2026-11-20T03:15:00Z', 'orange', 3)).toBe('2026-11-25T09:00');
  });

  it('is an hour away for a red request, day and night, on holidays, too', () => {
    expect(by('2026-10-01T18:30:00Z', 'red')).toBe('2026-10-01T19:30');
  });
});
