import { clockOf, type LimitClock } from '@fulian/sdk/stores/case-desk';
import type { GapValues, Language } from '../base/language.js';
import type { DeskKey } from './case-desk.words.js';

/** What speaks of times. */
interface Speaking {
  readonly language: Language;
  readonly now: number;
  t(key: DeskKey, values?: GapValues): string;
}

const zone = { timeZone: 'Asia/Shanghai' } as const;
const clock = { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const formats = {
  time: clock,
  day: { ...zone, month: 'short', day: 'numeric' },
  year: { ...zone, year: 'numeric', month: 'short', day: 'numeric' },
} as const;

// Making a format costs more than a thousand uses of it.
const made = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, kind: keyof typeof formats, at: number): string {
  const key = language + kind;
  let known = made.get(key);
  if (!known) made.set(key, (known = new Intl.DateTimeFormat(language, formats[kind])));
  return known.format(at);
}

const chinaDay = (at: number) => Math.floor((at + 28_800_000) / 86_400_000);
const chinaYear = (at: number) => new Date(at + 28_800_000).getUTCFullYear();

/** A time as it is in China: today by its hour, else with its day. */
export function when(view: Speaking, iso: string): string {
  const at = +new Date(iso);
  const time = format(view.language, 'time', at);
  if (chinaDay(at) === chinaDay(view.now)) return view.t('today', { time });
  return `${dayOf(view, at)} ${time}`;
}

/** A day as it is in China; with its year where that is not this one. Takes a time, or a day such as `2026-10-07`. */
export function day(view: Speaking, iso: string): string {
  return dayOf(view, +new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso));
}

function dayOf(view: Speaking, at: number): string {
  return format(view.language, chinaYear(at) === chinaYear(view.now) ? 'day' : 'year', at);
}

/** Today in China, as the contract writes days. */
export function today(now: number): string {
  return new Date(now + 28_800_000).toISOString().slice(0, 10);
}

/** How a limit stands, in words, with how urgent that is; `short` leaves hours away where there are days. */
export function limitWords(
  view: Speaking,
  due: string,
  short = false,
): { readonly words: string; readonly urgency: LimitClock['urgency'] } {
  const { urgency, days, hours, minutes } = clockOf(due, view.now);
  const late = urgency === 'late';
  const side = late ? 'late' : 'left';
  if (!short && !late && days > 0 && days < 3 && hours > 0)
    return { urgency, words: view.t('left-days-hours', { n: days, h: hours }) };
  const [unit, n] =
    days > 0 ? (['days', days] as const) : hours > 0 ? (['hours', hours] as const) : (['minutes', minutes] as const);
  return { urgency, words: view.t(`${side}-${unit}`, { n }) };
}
