import type { Language } from '../base/language.js';

const zone = { timeZone: 'Asia/Shanghai' } as const;
const formats = {
  time: { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { ...zone, year: 'numeric', month: 'short', day: 'numeric' },
  weekday: { ...zone, weekday: 'short' },
} as const;

// Making a format costs more than a thousand uses of it.
const made = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, kind: keyof typeof formats, at: number): string {
  const key = language + kind;
  let known = made.get(key);
  if (!known) made.set(key, (known = new Intl.DateTimeFormat(language, formats[kind])));
  return known.format(at);
}

/** A day as it is in China. Takes a time, or a day such as `2026-10-07`. */
export function day(language: Language, iso: string): string {
  return format(language, 'day', +new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso));
}

/** A time as it is in China, with its day. */
export function when(language: Language, iso: string): string {
  const at = +new Date(iso);
  return `${day(language, iso)} ${format(language, 'weekday', at)} ${format(language, 'time', at)}`;
}

const eightHours = 28_800_000;

/** A time as a field of the page takes it, in Chinese time: `2026-11-28T20:00`. */
export function fieldTime(iso: string | undefined): string {
  const at = iso === undefined ? Number.NaN : +new Date(iso);
  return Number.isNaN(at) ? '' : new Date(at + eightHours).toISOString().slice(0, 16);
}

/** What a field of the page holds, as the contract writes times; undefined where it is none. */
export function timeOf(value: string): string | undefined {
  const at = +new Date(`${value}:00+08:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** A day in China so many days from a moment, as the contract writes days. */
export function dayAfter(now: number, days: number): string {
  return new Date(now + eightHours + days * 86_400_000).toISOString().slice(0, 10);
}

/** How long until a moment: whole days, hours, minutes, seconds; all 0 where it is over. */
export function leftUntil(iso: string, now: number): { days: number; hours: number; minutes: number; seconds: number } {
  const left = Math.max(0, Math.ceil((+new Date(iso) - now) / 1000));
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
  };
}
