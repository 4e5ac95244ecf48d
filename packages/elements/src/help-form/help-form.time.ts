import type { HelpFormView } from './help-form.view.js';

type Options = Intl.DateTimeFormatOptions;

function format(view: HelpFormView, options: Options, at: Date): string {
  return new Intl.DateTimeFormat(view.language, options).format(at);
}

/** A time as it is in China, with the day of the week, wherever the device believes to be. */
export function whenInChina(view: HelpFormView, time: string): string {
  const day = { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long' } as const;
  return format(view, { ...day, hour: 'numeric', minute: '2-digit', hour12: true }, new Date(time));
}

/** `14:30` as people say it: 下午2:30. */
export function hourWords(view: HelpFormView, time: string): string {
  const at = new Date(`2024-01-01T${time}:00Z`);
  return format(view, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit', hour12: true }, at);
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A day of the week, short: 周一. */
export function dayWords(view: HelpFormView, day: string): string {
  // The first of January 2024 was a Monday.
  return format(view, { timeZone: 'UTC', weekday: 'short' }, new Date(Date.UTC(2024, 0, 1 + days.indexOf(day))));
}
