import type { HolidayCalendar } from '../map/opening-hours.js';

const dayMs = 86_400_000;
/** China keeps one time, UTC+8, without summer time. */
const chinaMs = 8 * 3_600_000;
/** When the offices close, in hours of the day. */
const officeEnds = 17;

/** The day of a moment in China, as `YYYY-MM-DD`. */
export function chinaDay(at: Date): string {
  return dayText(dayNumber(at));
}

/** The end of office hours, 17:00 in China, of a day `YYYY-MM-DD`. */
export function endOfDay(day: string): Date {
  return endOf(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return dayText(Date.parse(`${day}T00:00:00Z`) / dayMs + days);
}

/** The same day so many months later, or the last day of that month where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * Whether a day `YYYY-MM-DD` is worked. Of a year that the calendar does not know only the weekends are free.
 */
export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
  const year = calendar[day.slice(0, 4)];
  const monthDay = day.slice(5);
  if (year?.off.includes(monthDay)) return false;
  if (year?.work.includes(monthDay)) return true;
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
}

/** What was counted with a calendar: every case of a day asks for the same few days. */
const counted = new WeakMap<HolidayCalendar, Map<string, string>>();
/** Days that are remembered of one calendar; more than a service asks for in a month. */
const mostCounted = 2_000;

/** The `days`-th working day after a day `YYYY-MM-DD`, which itself never counts. */
export function addWorkingDays(day: string, days: number, calendar: HolidayCalendar): string {
  let known = counted.get(calendar);
  if (!known || known.size > mostCounted) counted.set(calendar, (known = new Map()));
  const key = `${day}+${days}`;
  let found = known.get(key);
  if (found === undefined) {
    let number = Date.parse(`${day}T00:00:00Z`) / dayMs;
    for (let left = days; left > 0;) {
      number += 1;
      if (isWorkingDay(dayText(number), calendar)) left -= 1;
    }
    found = dayText(number);
    known.set(key, found);
  }
  return found;
}

/**
 * The end of office hours (17:00 in China) of the `days`-th working day after a moment; the day of the moment itself
 * never counts, however early it is.
 */
export function endOfWorkingDay(after: Date, days: number, calendar: HolidayCalendar): Date {
  return endOfDay(addWorkingDays(chinaDay(after), days, calendar));
}

/** How many working days lie after the day of one moment, up to and with the day of another; 0 where it is not later. */
export function workingDaysBetween(from: Date, to: Date, calendar: HolidayCalendar): number {
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1)
    if (isWorkingDay(dayText(day), calendar)) count += 1;
  return count;
}

function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + chinaMs) / dayMs);
}

function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function endOf(day: number): Date {
  return new Date(day * dayMs - chinaMs + officeEnds * 3_600_000);
}
