import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announced } from './sample-case.js';
import {
  addDays,
  addMonths,
  addWorkingDays,
  chinaDay,
  endOfWorkingDay,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.js';

/** Around every holiday of 2025 and 2026: a moment in China, working days, and the day whose end is meant. */
const table: readonly (readonly [at: string, days: number, day: string])[] = [
  // New Year 2025: Wednesday alone.
  ['2024-12-31 10:00', 1, '2025-01-02'],
  ['2024-12-31 23:59', 1, '2025-01-02'],
  ['2025-01-01 00:00', 1, '2025-01-02'],
  // Spring Festival 2025: 28 January to 4 February; Sunday the 26th and Saturday 8 February are worked.
  ['2025-01-24 16:00', 1, '2025-01-26'],
  ['2025-01-24 16:00', 2, '2025-01-27'],
  ['2025-01-24 16:00', 3, '2025-02-05'],
  ['2025-01-27 23:59', 1, '2025-02-05'],
  ['2025-01-28 00:00', 1, '2025-02-05'],
  ['2025-02-07 09:00', 1, '2025-02-08'],
  ['2025-02-07 09:00', 2, '2025-02-10'],
  // Qingming 2025: Friday to Sunday.
  ['2025-04-03 09:00', 1, '2025-04-07'],
  // Labour Day 2025: 1 to 5 May; Sunday 27 April is worked.
  ['2025-04-25 12:00', 1, '2025-04-27'],
  ['2025-04-30 12:00', 1, '2025-05-06'],
  // Dragon Boat 2025: Saturday to Monday.
  ['2025-05-30 12:00', 1, '2025-06-03'],
  // National Day and Mid-Autumn 2025: 1 to 8 October; Sunday 28 September and Saturday 11 October are worked.
  ['2025-09-26 12:00', 1, '2025-09-28'],
  ['2025-09-30 17:01', 1, '2025-10-09'],
  ['2025-10-10 12:00', 1, '2025-10-11'],
  ['2025-10-10 12:00', 2, '2025-10-13'],
  ['2025-09-30 12:00', 15, '2025-10-28'],
  // New Year 2026: Thursday to Saturday; Sunday the 4th is worked.
  ['2025-12-31 12:00', 1, '2026-01-04'],
  ['2025-12-31 12:00', 2, '2026-01-05'],
  // Spring Festival 2026: 15 to 23 February; Saturdays the 14th and the 28th are worked.
  ['2026-02-13 12:00', 1, '2026-02-14'],
  ['2026-02-13 12:00', 2, '2026-02-24'],
  ['2026-02-14 23:59', 1, '2026-02-24'],
  ['2026-02-27 12:00', 1, '2026-02-28'],
  ['2026-02-27 12:00', 2, '2026-03-02'],
  ['2026-02-13 12:00', 13, '2026-03-10'],
  // Qingming 2026: Saturday to Monday.
  ['2026-04-03 12:00', 1, '2026-04-07'],
  // Labour Day 2026: 1 to 5 May; Saturday the 9th is worked.
  ['2026-04-30 12:00', 1, '2026-05-06'],
  ['2026-05-08 12:00', 1, '2026-05-09'],
  ['2026-05-08 12:00', 2, '2026-05-11'],
  // Dragon Boat 2026: Friday to Sunday.
  ['2026-06-18 12:00', 1, '2026-06-22'],
  // Mid-Autumn 2026: Friday to Sunday; National Day: 1 to 7 October; Sunday 20 September and Saturday 10 October are worked.
  ['2026-09-18 12:00', 1, '2026-09-20'],
  ['2026-09-24 12:00', 1, '2026-09-28'],
  ['2026-09-30 12:00', 1, '2026-10-08'],
  ['2026-10-09 12:00', 1, '2026-10-10'],
  ['2026-10-09 12:00', 2, '2026-10-12'],
  // A plain weekend, and midnight.
  ['2026-11-20 11:15', 1, '2026-11-23'],
  ['2026-11-20 23:59', 1, '2026-11-23'],
  ['2026-11-21 00:00', 1, '2026-11-23'],
  ['2026-11-22 23:59', 1, '2026-11-23'],
  ['2026-11-23 00:00', 1, '2026-11-24'],
  ['2026-11-23 07:59', 1, '2026-11-24'],
  ['2026-11-23 08:00', 1, '2026-11-24'],
];

describe('L2 working days', () => {
  it.each(table)('after %s in China the %i. working day ends on %s at 17:00', (at, days, day) => {
    const moment = new Date(`${at.replace(' ', 'T')}:00+08:00`);
    expect(endOfWorkingDay(moment, days, announced).toISOString()).toBe(
      new Date(`${day}T17:00:00+08:00`).toISOString(),
    );
    expect(addWorkingDays(chinaDay(moment), days, announced)).toBe(day);
  });

  it('counts 248 of them in 2025 and 248 in 2026, as the notices leave them', () => {
    const count = (year: number) =>
      workingDaysBetween(
        new Date(`${year - 1}-12-31T12:00:00+08:00`),
        new Date(`${year}-12-31T12:00:00+08:00`),
        announced,
      );
    expect([count(2025), count(2026)]).toEqual([248, 248]);
  });

  it('of a year without a notice lets the weekends be free and nothing else', () => {
    expect(isWorkingDay('2031-10-01', announced)).toBe(true);
    expect(isWorkingDay('2031-10-04', announced)).toBe(false);
  });

  it('counts back what it added, from any moment of 2025 and 2026', () => {
    const moments = fc.date({
      min: new Date('2025-01-01T00:00:00Z'),
      max: new Date('2026-10-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (at, days) => {
        const end = endOfWorkingDay(at, days, announced);
        expect(workingDaysBetween(at, end, announced)).toBe(days);
        expect(isWorkingDay(chinaDay(end), announced)).toBe(true);
        expect(workingDaysBetween(end, at, announced)).toBe(0);
      }),
    );
  });

  it('adds days and months of the calendar; the end of a short month stands for a day that it lacks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-10-15', 3)).toBe('2027-01-15');
  });
});
