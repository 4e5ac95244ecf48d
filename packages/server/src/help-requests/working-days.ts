import { endOfWorkingDay as endOf } from '@fulian/contract/rules/case';
import type { HolidayCalendar } from '@fulian/contract/rules/map';
import * as chineseDays from 'chinese-days';

// A CommonJS bundle whose names Node cannot see from outside: they are all on its default.
const { getDayDetail, getLunarDate, getSolarTermDate } = chineseDays.default;

type Year = NonNullable<HolidayCalendar[string]>;

const dayMs = 86_400_000;
const chinaMs = 8 * 3_600_000;

/** A year takes some milliseconds to compute: a lunar date takes long. */
const computed = new Map<number, Year>();
/** The same object every time: what is counted with a calendar is remembered beside it. */
const calendars = new Map<number, HolidayCalendar>();

/**
 * Holidays and make-up days of the years around a moment, as time limits need them: of the year before it to the second year
 * after. Of years with a notice of the State Council what it says; of years without one the statutory holidays.
 */
export function workingCalendar(around: Date): HolidayCalendar {
  const own = new Date(around.getTime() + chinaMs).getUTCFullYear();
  const made = calendars.get(own);
  if (made) return made;
  const calendar: { [year: string]: Year } = {};
  for (let year = own - 1; year <= own + 2; year += 1) {
    let known = computed.get(year);
    if (!known) {
      known = yearOf(year);
      computed.set(year, known);
    }
    calendar[year] = known;
  }
  calendars.set(own, calendar);
  return calendar;
}

/**
 * The end of office hours (17:00 in China) of the `days`-th working day after a moment; the day of the moment itself
 * never counts.
 */
export function endOfWorkingDay(after: Date, days: number): Date {
  return endOf(after, days, workingCalendar(after));
}

function yearOf(year: number): Year {
  const off: string[] = [];
  const work: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += dayMs) {
    const date = new Date(day);
    // The library reads local parts: at noon they are this day's in every time zone.
    const noon = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
    const monthDay = date.toISOString().slice(5, 10);
    const { work: works, name } = getDayDetail(noon);
    // Days that a notice speaks of have the holiday's names, others that of their day of the week.
    const isNamed = name.includes(',');
    if ((isNamed && !works) || isStatutoryHoliday(noon)) off.push(monthDay);
    else if (isNamed && works) work.push(monthDay);
  }
  return { off, work };
}

const fixedHolidays = new Set(['1-1', '5-1', '5-2', '10-1', '10-2', '10-3']);
const lunarHolidays = new Set(['1-1', '1-2', '1-3', '5-5', '8-15']);

/** The 13 days of the State Council's regulation of 2024: they never are worked, notice or not. */
function isStatutoryHoliday(noon: Date): boolean {
  const [year, month, date] = [noon.getFullYear(), noon.getMonth() + 1, noon.getDate()];
  const tomorrow = new Date(year, month - 1, date + 1, 12);
  return (
    fixedHolidays.has(`${month}-${date}`) ||
    lunarHolidays.has(lunarDay(noon)) ||
    lunarDay(tomorrow) === '1-1' ||
    (month === 4 && Number(getSolarTermDate(year, 4, 'pure_brightness').slice(-2)) === date)
  );
}

function lunarDay(noon: Date): string {
  const { lunarMon, lunarDay: day, isLeap } = getLunarDate(noon);
  return isLeap ? 'leap' : `${lunarMon}-${day}`;
}
