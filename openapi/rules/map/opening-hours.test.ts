import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { daysFrom, type HolidayCalendar, type Hours, nextChange, parseHours, stateAt } from './opening-hours.js';

/** Part of what the State Council announced for 2026. */
const calendar: HolidayCalendar = {
  2026: {
    off: [
      ...['01-01', '01-02', '01-03', '02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
    ],
    work: ['01-04', '02-14', '02-28', '09-20', '10-10'],
  },
};

function hoursOf(text: string): Hours {
  const { hours, fault } = parseHours(text);
  if (!hours) throw new Error(`${text}: ${fault}`);
  return hours;
}

/** `2026-11-20 10:00` in China as milliseconds since 1970. */
const china = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
const readable = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const office = 'WD 08:30-12:00,14:00-17:30; PH off';
const shop = 'Mo-Su 09:00-22:00; PH 10:00-18:00';
const night = 'Mo-Su 22:00-02:00';

/** Hours, a moment in China, what it is then, and when that changes (`-`: not within 16 days). */
const cases: readonly (readonly [string, string, 'open' | 'closed' | 'unknown', string])[] = [
  // Days of the week. 20 November 2026 is a Friday.
  ['Mo-Fr 09:00-17:00', '2026-11-20 08:59', 'closed', '2026-11-20 09:00'],
  ['Mo-Fr 09:00-17:00', '2026-11-20 09:00', 'open', '2026-11-20 17:00'],
  ['Mo-Fr 09:00-17:00', '2026-11-20 16:59', 'open', '2026-11-20 17:00'],
  ['Mo-Fr 09:00-17:00', '2026-11-20 17:00', 'closed', '2026-11-23 09:00'],
  ['Mo-Fr 09:00-17:00', '2026-11-21 10:00', 'closed', '2026-11-23 09:00'],
  ['Sa,Su 10:00-16:00', '2026-11-21 10:00', 'open', '2026-11-21 16:00'],
  ['Sa,Su 10:00-16:00', '2026-11-22 15:59', 'open', '2026-11-22 16:00'],
  ['Fr-Mo 10:00-16:00', '2026-11-23 12:00', 'open', '2026-11-23 16:00'],
  ['Fr-Mo 10:00-16:00', '2026-11-24 12:00', 'closed', '2026-11-27 10:00'],
  ['09:00-17:00', '2026-11-22 12:00', 'open', '2026-11-22 17:00'],
  ['00:00-24:00', '2026-11-22 23:59', 'open', '-'],
  ['Mo-Su 00:00-24:00', '2026-11-23 00:00', 'open', '-'],
  ['off', '2026-11-20 12:00', 'closed', '-'],
  // The lunch break.
  [office, '2026-11-20 11:59', 'open', '2026-11-20 12:00'],
  [office, '2026-11-20 12:00', 'closed', '2026-11-20 14:00'],
  [office, '2026-11-20 13:59', 'closed', '2026-11-20 14:00'],
  [office, '2026-11-20 14:00', 'open', '2026-11-20 17:30'],
  [office, '2026-11-20 17:30', 'closed', '2026-11-23 08:30'],
  ['14:00-17:00,09:00-12:00', '2026-11-20 10:00', 'open', '2026-11-20 12:00'],
  ['09:00-12:00,12:00-14:00', '2026-11-20 11:00', 'open', '2026-11-20 14:00'],
  // Over midnight.
  [night, '2026-11-20 21:59', 'closed', '2026-11-20 22:00'],
  [night, '2026-11-20 23:30', 'open', '2026-11-21 02:00'],
  [night, '2026-11-21 00:00', 'open', '2026-11-21 02:00'],
  [night, '2026-11-21 01:59', 'open', '2026-11-21 02:00'],
  [night, '2026-11-21 02:00', 'closed', '2026-11-21 22:00'],
  ['Fr 22:00-02:00', '2026-11-20 01:00', 'closed', '2026-11-20 22:00'],
  ['Fr 22:00-02:00', '2026-11-21 01:00', 'open', '2026-11-21 02:00'],
  ['Fr 22:00-02:00; Sa off', '2026-11-21 01:00', 'open', '2026-11-21 02:00'],
  ['Su 20:00-08:00', '2026-11-23 07:00', 'open', '2026-11-23 08:00'],
  ['Mo-Su 18:00-00:00', '2026-11-20 23:59', 'open', '2026-11-21 00:00'],
  ['Mo-Su 08:00-12:00,22:00-06:00', '2026-11-20 05:00', 'open', '2026-11-20 06:00'],
  // New Year's Eve goes on into the holiday, and into another year.
  ['WD 20:00-02:00; PH off', '2026-01-01 01:00', 'unknown', '2026-01-01 02:00'],
  ['WD 20:00-02:00; PH off', '2026-01-05 01:00', 'open', '2026-01-05 02:00'],
  // Public holidays: 1 to 7 October 2026.
  [office, '2026-10-01 10:00', 'closed', '2026-10-08 08:30'],
  [office, '2026-10-07 10:00', 'closed', '2026-10-08 08:30'],
  [office, '2026-10-08 10:00', 'open', '2026-10-08 12:00'],
  [shop, '2026-10-03 09:30', 'closed', '2026-10-03 10:00'],
  [shop, '2026-10-03 18:00', 'closed', '2026-10-04 10:00'],
  [shop, '2026-10-08 09:30', 'open', '2026-10-08 22:00'],
  ['Mo-Fr,PH 09:00-17:00', '2026-10-03 10:00', 'open', '2026-10-03 17:00'],
  ['PH 09:00-12:00', '2026-02-18 10:00', 'open', '2026-02-18 12:00'],
  ['PH 09:00-12:00', '2026-02-24 10:00', 'closed', '-'],
  // Make-up working days: Saturday 10 October, Sunday 4 January.
  [office, '2026-10-10 10:00', 'open', '2026-10-10 12:00'],
  [office, '2026-10-11 10:00', 'closed', '2026-10-12 08:30'],
  [office, '2026-01-04 15:00', 'open', '2026-01-04 17:30'],
  ['Mo-Fr 09:00-17:00', '2026-10-10 10:00', 'closed', '2026-10-12 09:00'],
  ['Sa,Su 10:00-12:00; WD 09:00-17:00', '2026-10-10 16:00', 'open', '2026-10-10 17:00'],
  ['WD 09:00-17:00; Sa 10:00-12:00', '2026-10-10 16:00', 'closed', '2026-10-12 09:00'],
  // Exceptions: the last rule that fits holds.
  ['Mo-Fr 09:00-17:00; 2026-11-20 off', '2026-11-20 10:00', 'closed', '2026-11-23 09:00'],
  ['Mo-Fr 09:00-17:00; 2026-11-20 13:00-15:00', '2026-11-20 10:00', 'closed', '2026-11-20 13:00'],
  ['Mo-Fr 09:00-17:00; 2026-11-16-2026-11-20 off', '2026-11-16 10:00', 'closed', '2026-11-23 09:00'],
  ['2026-11-20 off; Mo-Fr 09:00-17:00', '2026-11-20 10:00', 'open', '2026-11-20 17:00'],
  ['WD 09:00-17:00; PH off; 2026-10-01 10:00-12:00', '2026-10-01 11:00', 'open', '2026-10-01 12:00'],
  ['WD 09:00-17:00; 2026-12-24,2026-12-31 09:00-12:00', '2026-12-24 13:00', 'closed', '2026-12-25 09:00'],
  // What nobody knows.
  ['unknown', '2026-11-20 10:00', 'unknown', '-'],
  ['Mo-Fr 09:00-17:00; Sa unknown', '2026-11-21 10:00', 'unknown', '2026-11-22 00:00'],
  ['Mo-Fr 09:00-17:00; Sa unknown', '2026-11-20 18:00', 'closed', '2026-11-21 00:00'],
  ['Fr 22:00-02:00; Sa unknown', '2026-11-21 01:00', 'open', '2026-11-21 02:00'],
  // A year without a calendar leaves open what only a calendar decides. 3 January 2028 is a Monday.
  [office, '2028-01-03 10:00', 'unknown', '2028-01-03 12:00'],
  [office, '2028-01-03 07:00', 'closed', '2028-01-03 08:30'],
  [office, '2028-01-08 10:00', 'unknown', '2028-01-08 12:00'],
  ['Mo-Fr 09:00-17:00', '2028-01-03 10:00', 'open', '2028-01-03 17:00'],
  [shop, '2028-01-03 12:00', 'open', '2028-01-03 18:00'],
  [shop, '2028-01-03 19:00', 'unknown', '2028-01-03 22:00'],
  ['WD 09:00-17:00; 2028-01-03 10:00-11:00', '2028-01-03 10:30', 'open', '2028-01-03 11:00'],
];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('opening hours', () => {
  test('the table is as large as was promised', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  test.each(cases)('“%s” at %s is %s until %s', (text, time, state, until) => {
    const hours = hoursOf(text);
    expect(stateAt(hours, china(time), calendar)).toBe(state);
    const change = nextChange(hours, china(time), calendar);
    expect(change ? readable(change.at) : '-').toBe(until);
    if (change) {
      expect(change.state).not.toBe(state);
      expect(stateAt(hours, change.at, calendar)).toBe(change.state);
    }
  });

  test.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Asia/Shanghai'])(
    'China’s time counts, also on a machine in %s',
    (machine) => {
      process.env.TZ = machine;
      for (const [text, time, state, until] of cases) {
        expect(stateAt(hoursOf(text), china(time), calendar)).toBe(state);
        const change = nextChange(hoursOf(text), china(time), calendar);
        expect(change ? readable(change.at) : '-').toBe(until);
      }
      expect(daysFrom(hoursOf(office), china('2026-11-20 00:30'), calendar)[0]!.date).toBe('2026-11-20');
    },
  );

  test.each([
    ['Mo-Fr', 'hours-missing', 'Mo-Fr'],
    ['', 'hours-missing', ''],
    ['Mo-Fr 09:00-17:00;', 'hours-missing', ''],
    ['Mo-Xx 09:00-17:00', 'bad-days', 'Mo-Xx'],
    ['MO 09:00-17:00', 'bad-days', 'MO'],
    ['Mo-Fr-Su 09:00-17:00', 'bad-days', 'Mo-Fr-Su'],
    ['2026-10-07-2026-10-01 off', 'bad-days', '2026-10-07-2026-10-01'],
    ['2026-02-30 off', 'no-such-day', '2026-02-30'],
    ['2026-13-01 off', 'no-such-day', '2026-13-01'],
    ['Mo 25:00-26:00', 'bad-time', '25:00-26:00'],
    ['Mo 09:60-10:00', 'bad-time', '09:60-10:00'],
    ['Mo 09:00-17:00,off', 'bad-time', 'off'],
    ['Mo 09:00', 'bad-time', '09:00'],
    ['Mo 09:00-09:00', 'empty-span', '09:00-09:00'],
    ['Mo 24:00-02:00', 'empty-span', '24:00-02:00'],
    ['Mo 09:00-12:00,11:00-14:00', 'overlap', '09:00-12:00,11:00-14:00'],
    ['Mo 00:00-06:00,22:00-02:00', 'overlap', '00:00-06:00,22:00-02:00'],
  ])('“%s” is refused as %s, with the piece “%s”', (text, fault, where) => {
    expect(parseHours(text)).toEqual({ fault, where });
  });

  test('a week is shown day by day, with what kind of day it is', () => {
    const week = daysFrom(hoursOf(office), china('2026-10-07 12:00'), calendar);
    expect(week.map(({ date, weekday, kind, spans }) => [date, weekday, kind, spans.length])).toEqual([
      ['2026-10-07', 3, 'holiday', 0],
      ['2026-10-08', 4, 'working-day', 2],
      ['2026-10-09', 5, 'working-day', 2],
      ['2026-10-10', 6, 'working-day', 2],
      ['2026-10-11', 0, 'free-day', 0],
      ['2026-10-12', 1, 'working-day', 2],
      ['2026-10-13', 2, 'working-day', 2],
    ]);
    const unknown = daysFrom(hoursOf(office), china('2028-01-03 12:00'), calendar, 1)[0]!;
    expect(unknown).toEqual({ date: '2028-01-03', weekday: 1, kind: undefined, spans: 'unknown' });
  });

  test('between a moment and its next change nothing changes, whatever the hours', () => {
    const days = fc.constantFrom('', 'Mo-Fr ', 'Sa,Su ', 'WD ', 'PH ', 'Fr-Mo ', '2026-10-01-2026-10-03 ');
    const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
      const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
      return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    });
    const span = fc.tuple(time, time).map(([from, to]) => (from === to ? 'off' : `${from}-${to}`));
    const rule = fc.tuple(days, fc.oneof(span, fc.constantFrom('off', 'unknown'))).map(([day, hours]) => day + hours);
    const text = fc.array(rule, { minLength: 1, maxLength: 4 }).map((rules) => rules.join('; '));
    const instant = fc.integer({ min: china('2025-12-28 00:00'), max: china('2027-01-05 00:00') });
    fc.assert(
      fc.property(text, instant, (hours, now) => {
        const rules = hoursOf(hours);
        const state = stateAt(rules, now, calendar);
        const change = nextChange(rules, now, calendar, 3);
        const end = change?.at ?? now + 2 * 86_400_000;
        for (let at = now; at < end; at += 7 * 60_000) expect(stateAt(rules, at, calendar)).toBe(state);
        if (change) expect(stateAt(rules, change.at, calendar)).toBe(change.state);
      }),
      { numRuns: 200 },
    );
  });
});
