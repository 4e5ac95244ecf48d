import * as chineseDays from 'chinese-days';

// A CommonJS bundle whose names Node cannot see from outside: they are all on its default.
const { isWorkday, getLunarDate, getSolarTermDate } = chineseDays.default;

const dayMs = 86_400_000;
/** China keeps one time, UTC+8, without summer time. */
const chinaMs = 8 * 3_600_000;
/** When the offices close, in hours of the day. */
const officeEnds = 17;

/**
 * The end of office hours (17:00 in China) of the `days`-th working day after a moment; the day of the moment itself
 * never counts. Weekends that are worked instead of others and the holidays of the State Council's yearly notice count
 * as they are; for years without a notice the statutory holidays do.
 */
export function endOfWorkingDay(after: Date, days: number): Date {
  let day = Math.floor((after.getTime() + chinaMs) / dayMs);
  for (let left = days; left > 0;) {
    day += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  return new Date(day * dayMs - chinaMs + officeEnds * 3_600_000);
}

/** Every request asks for the same few days, and a lunar date takes long to compute. */
const computed = new Map<number, boolean>();

/** @param day days since 1 January 1970 in China */
function isWorkingDay(day: number): boolean {
  const known = computed.get(day);
  if (known !== undefined) return known;
  const answer = computeWorkingDay(day);
  computed.set(day, answer);
  return answer;
}

function computeWorkingDay(day: number): boolean {
  const date = new Date(day * dayMs);
  // The library reads local parts: at noon they are this day's in every time zone.
  const noon = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  return isWorkday(noon) && !isStatutoryHoliday(noon);
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
