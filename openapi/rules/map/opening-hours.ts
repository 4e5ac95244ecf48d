/**
 * Opening hours: a small subset of OpenStreetMap's `opening_hours`, read in China's time whatever the machine's own zone.
 *
 *     WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off; 2026-10-08 10:00-12:00
 *
 * Rules stand between `;`, and the last one that fits a day says all of that day. A rule names its days, or none for every
 * day: `Mo-Fr`, `Sa,Su`, `WD` (a Chinese working day, make-up days included), `PH` (a day off by public holiday),
 * `2026-10-01`, `2026-10-01-2026-10-07`, with commas between them. Then its hours: spans, `off` or `unknown`. A span that
 * ends before it begins goes on after midnight and belongs to the day on which it begins. A day that no rule names is closed.
 */

/** Whether a place is open; `unknown` where nobody can say. */
export type OpenState = 'open' | 'closed' | 'unknown';

/**
 * Chinese public holidays by year, as `MM-DD`: the days off, those on a weekend included, and the weekend days that are worked
 * instead.
 */
export interface HolidayCalendar {
  readonly [year: string]: { readonly off: readonly string[]; readonly work: readonly string[] } | undefined;
}

/** Hours of one day as minutes after midnight, `[from, to]`; `to` is above 1440 where they go on after midnight. */
export type Span = readonly [number, number];

/** One rule. */
export interface HoursRule {
  /** Empty: every day. */
  readonly days: readonly DaySelector[];
  /** Ordered; empty: closed. */
  readonly spans: readonly Span[] | 'unknown';
}

/** Days of a rule: days of the week (0 is Sunday), kinds of day, or days of the calendar as numbers since 1970. */
export type DaySelector =
  | { readonly weekdays: readonly number[] }
  | { readonly kind: 'WD' | 'PH' }
  | { readonly from: number; readonly to: number };

/** Rules in their order. */
export type Hours = readonly HoursRule[];

/** What is wrong with a text; stable, because catalogues have words for each. */
export type HoursFault = 'bad-days' | 'bad-time' | 'empty-span' | 'hours-missing' | 'no-such-day' | 'overlap';

/** What `parseHours` makes of a text: rules, or the first fault and the piece of text where it stands. */
export type ParsedHours =
  | { readonly hours: Hours; readonly fault?: undefined }
  | { readonly hours?: undefined; readonly fault: HoursFault; readonly where: string };

const dayLength = 86_400_000;
const chinaOffset = 8 * 3_600_000;
const names = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

class Fault extends Error {
  constructor(
    readonly fault: HoursFault,
    readonly where: string,
  ) {
    super(fault);
  }
}

/** Reads a text. Never throws. */
export function parseHours(text: string): ParsedHours {
  try {
    return { hours: text.split(';').map((rule) => parseRule(rule.trim())) };
  } catch (thrown) {
    if (thrown instanceof Fault) return { fault: thrown.fault, where: thrown.where };
    throw thrown;
  }
}

function parseRule(text: string): HoursRule {
  // The hours begin where a time, `off` or `unknown` stands alone; everything before it names days.
  const parts = /^(.*?)(?:^|\s+)((?:\d\d:\d\d.*)|off|unknown)$/.exec(text);
  if (!parts) throw new Fault('hours-missing', text);
  const [, days = '', hours = ''] = parts;
  return {
    days: days.trim() === '' ? [] : days.split(',').map((day) => parseDays(day.trim())),
    spans: parseSpans(hours),
  };
}

function parseDays(text: string): DaySelector {
  if (text === 'WD' || text === 'PH') return { kind: text };
  const dates = /^(\d{4}-\d\d-\d\d)(?:-(\d{4}-\d\d-\d\d))?$/.exec(text);
  if (dates) {
    const from = dayNumber(dates[1]!);
    const to = dates[2] === undefined ? from : dayNumber(dates[2]);
    if (to < from) throw new Fault('bad-days', text);
    return { from, to };
  }
  const [first = '', last = first, more] = text.split('-').map((one) => one.trim());
  const [from, to] = [names.indexOf(first), names.indexOf(last)];
  if (from < 0 || to < 0 || more !== undefined) throw new Fault('bad-days', text);
  const weekdays = [from];
  for (let day = from; day !== to;) {
    day = (day + 1) % 7;
    weekdays.push(day);
  }
  return { weekdays };
}

function dayNumber(date: string): number {
  const time = +new Date(`${date}T00:00:00Z`);
  // Engines differ in what they make of 30 February.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) throw new Fault('no-such-day', date);
  return time / dayLength;
}

function parseSpans(text: string): HoursRule['spans'] {
  if (text === 'off') return [];
  if (text === 'unknown') return text;
  const spans = text.split(',').map((span) => parseSpan(span.trim()));
  spans.sort((a, b) => a[0] - b[0]);
  spans.forEach(([from], at) => {
    if (at > 0 && from < spans[at - 1]![1]) throw new Fault('overlap', text);
  });
  const [last, first] = [spans[spans.length - 1]!, spans[0]!];
  if (last[1] - 1440 > first[0]) throw new Fault('overlap', text);
  return spans;
}

function parseSpan(text: string): Span {
  const parts = /^(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)$/.exec(text);
  if (!parts) throw new Fault('bad-time', text);
  const [from, to] = [minutes(parts[1]!, parts[2]!, text), minutes(parts[3]!, parts[4]!, text)];
  if (from === to || from === 1440) throw new Fault('empty-span', text);
  return [from, to < from ? to + 1440 : to];
}

function minutes(hour: string, minute: string, text: string): number {
  const time = Number(hour) * 60 + Number(minute);
  if (Number(minute) > 59 || time > 1440) throw new Fault('bad-time', text);
  return time;
}

/** What a day can be: a public holiday, a working day, or a usual free day. */
type DayKind = 'WD' | 'PH' | 'free';

/** All that a day may be: one kind where the calendar knows its year, else all that its day of the week leaves open. */
function kindsOf(day: number, calendar: HolidayCalendar): readonly DayKind[] {
  const date = new Date(day * dayLength).toISOString().slice(0, 10);
  const isWeekend = weekdayOf(day) % 6 === 0;
  const year = calendar[date.slice(0, 4)];
  if (!year) return isWeekend ? ['free', 'WD', 'PH'] : ['WD', 'PH'];
  const monthDay = date.slice(5);
  if (year.off.includes(monthDay)) return ['PH'];
  return isWeekend && !year.work.includes(monthDay) ? ['free'] : ['WD'];
}

function weekdayOf(day: number): number {
  // 1 January 1970 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

function ruleFor(hours: Hours, day: number, kind: DayKind): HoursRule | undefined {
  const weekday = weekdayOf(day);
  for (let at = hours.length - 1; at >= 0; at -= 1) {
    const { days } = hours[at]!;
    const fits = (one: DaySelector) =>
      'weekdays' in one
        ? one.weekdays.includes(weekday)
        : 'kind' in one
          ? one.kind === kind
          : one.from <= day && day <= one.to;
    if (days.length === 0 || days.some(fits)) return hours[at];
  }
  return undefined;
}

/** The hours of a day: its spans, or `unknown` where the text says so or where only a calendar could tell. */
function spansOf(hours: Hours, day: number, calendar: HolidayCalendar): readonly Span[] | 'unknown' {
  let [found, isFirst]: [readonly Span[] | 'unknown', boolean] = [[], true];
  for (const kind of kindsOf(day, calendar)) {
    const spans = ruleFor(hours, day, kind)?.spans ?? [];
    if (!isFirst && String(spans) !== String(found)) return 'unknown';
    [found, isFirst] = [spans, false];
  }
  return found;
}

/** What one day says of a minute, counted from its midnight: past 1440 is the night after it. */
function stateOn(hours: Hours, day: number, minute: number, calendar: HolidayCalendar): OpenState {
  let state: OpenState | undefined;
  for (const kind of kindsOf(day, calendar)) {
    const spans = ruleFor(hours, day, kind)?.spans ?? [];
    // What nobody knows of a day does not spoil the next one.
    const here: OpenState =
      spans === 'unknown'
        ? minute < 1440
          ? 'unknown'
          : 'closed'
        : spans.some(([from, to]) => from <= minute && minute < to)
          ? 'open'
          : 'closed';
    if (state !== undefined && state !== here) return 'unknown';
    state = here;
  }
  return state!;
}

/**
 * Whether a place with these hours is open at an instant (milliseconds since 1970). Where the calendar does not know the
 * year, `WD` and `PH` leave `unknown` what they would decide, and nothing else.
 */
export function stateAt(hours: Hours, instant: number, calendar: HolidayCalendar): OpenState {
  const local = instant + chinaOffset;
  const day = Math.floor(local / dayLength);
  const minute = (local - day * dayLength) / 60_000;
  const today = stateOn(hours, day, minute, calendar);
  if (today === 'open') return today;
  const before = stateOn(hours, day - 1, minute + 1440, calendar);
  return before === 'closed' ? today : before;
}

/** A moment at which something changes, in milliseconds since 1970, and what it is then. */
export interface HoursChange {
  readonly at: number;
  readonly state: OpenState;
}

/**
 * When the state next changes, at most `days` (default 16: no holiday is longer) ahead; `undefined` where it does not.
 */
export function nextChange(
  hours: Hours,
  instant: number,
  calendar: HolidayCalendar,
  days = 16,
): HoursChange | undefined {
  const now = stateAt(hours, instant, calendar);
  const today = Math.floor((instant + chinaOffset) / dayLength);
  const edges = edgesOf(hours);
  for (let day = today; day <= today + days; day += 1) {
    for (const minute of edges) {
      const at = day * dayLength + minute * 60_000 - chinaOffset;
      if (at <= instant) continue;
      const state = stateAt(hours, at, calendar);
      if (state !== now) return { at, state };
    }
  }
  return undefined;
}

/** All minutes of a day at which anything can change. */
function edgesOf(hours: Hours): number[] {
  const edges = new Set([0]);
  for (const { spans } of hours)
    if (spans !== 'unknown') for (const span of spans) for (const edge of span) edges.add(edge % 1440);
  return [...edges].sort((a, b) => a - b);
}

/** The hours of one day, to be shown. */
export interface DayHours {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** `undefined` where the calendar does not know the year. */
  readonly kind: 'working-day' | 'holiday' | 'free-day' | undefined;
  /** Spans in minutes; empty: closed. */
  readonly spans: readonly Span[] | 'unknown';
}

const kindNames = { WD: 'working-day', PH: 'holiday', free: 'free-day' } as const;

/** The hours of `count` (default 7) days, beginning with the day of an instant in China. */
export function daysFrom(hours: Hours, instant: number, calendar: HolidayCalendar, count = 7): DayHours[] {
  const today = Math.floor((instant + chinaOffset) / dayLength);
  const week: DayHours[] = [];
  for (let day = today; day < today + count; day += 1) {
    const date = new Date(day * dayLength).toISOString().slice(0, 10);
    const [kind, other] = kindsOf(day, calendar);
    week.push({
      date,
      weekday: weekdayOf(day),
      kind: other === undefined ? kindNames[kind!] : undefined,
      spans: spansOf(hours, day, calendar),
    });
  }
  return week;
}
