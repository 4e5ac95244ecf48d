import type { Language } from './language.js';

/** A time as it is in China, wherever the device believes to be. */
export function timeInChina(language: Language, time: string): string {
  const at = new Date(time);
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    ...(at.getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  }).format(at);
}

/** A day; `day` is a date or a time. */
export function dayInChina(language: Language, day: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(new Date(day.length === 10 ? `${day}T04:00:00Z` : day));
}
