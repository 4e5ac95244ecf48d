import type { HolidayCalendar } from '@fulian/contract/rules/map';
import * as chineseDays from 'chinese-days';

// A CommonJS bundle whose names Node cannot see from outside: they are all on its default.
const { getDayDetail } = chineseDays.default;

const dayMs = 86_400_000;
const chinaMs = 8 * 3_600_000;

const computed = new Map<number, HolidayCalendar[string]>();

/**
 * Public holidays and make-up working days of the year before an instant, its own and the next, as opening hours need them.
 * A year for which there is no notice of the State Council yet is left out: nobody can say.
 */
export function holidaysAround(instant: Date): HolidayCalendar {
  const own = new Date(instant.getTime() + chinaMs).getUTCFullYear();
  const calendar: { [year: string]: NonNullable<HolidayCalendar[string]> } = {};
  for (const year of [own - 1, own, own + 1]) {
    if (!computed.has(year)) computed.set(year, holidaysOf(year));
    const known = computed.get(year);
    if (known) calendar[year] = known;
  }
  return calendar;
}

function holidaysOf(year: number): HolidayCalendar[string] {
  const off: string[] = [];
  const work: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += dayMs) {
    const date = new Date(day);
    const [month, at] = [date.getUTCMonth(), date.getUTCDate()];
    // The library reads local parts: at noon they are this day's in every time zone.
    const { work: works, name } = getDayDetail(new Date(year, month, at, 12));
    // Days that a notice speaks of have the holiday's names, others that of their day of the week.
    if (name.includes(',')) (works ? work : off).push(date.toISOString().slice(5, 10));
  }
  return off.length > 0 ? { off, work } : undefined;
}
