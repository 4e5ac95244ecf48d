import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/service-map.js';

/** Any text of the map. */
export type ServiceMapKey = keyof typeof chinese;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<ServiceMapKey>(
  chinese,
  async () => (await import('../locales/en/service-map.js')).words,
);

/** What speaks: the element, or a view of it. */
export interface Speaking {
  t(key: ServiceMapKey, values?: Readonly<Record<string, string | number>>): string;
}

/** A distance as somebody would say it: `640 m`, `5.2 km`, `12 km`. */
export function distanceWords(speaker: Speaking, metres: number): string {
  if (metres < 995) return speaker.t('m-away', { n: Math.max(10, Math.round(metres / 10) * 10) });
  const km = metres / 1000;
  return speaker.t('km-away', { n: km < 9.95 ? km.toFixed(1) : Math.round(km) });
}

/** `17:30` for minutes after midnight; `24:00` at the end of a day. */
export function clockWords(minutes: number): string {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** China is eight hours before UTC, whatever the clock of the phone says. */
const chinaOffset = 8 * 3_600_000;
const dayLength = 86_400_000;

/** When something changes, as it is said today: `17:30`, `tomorrow 08:30`, `Monday 08:30`. */
export function momentWords(speaker: Speaking, instant: number, now: number): string {
  const local = instant + chinaOffset;
  const day = Math.floor(local / dayLength);
  const time = clockWords(Math.floor((local % dayLength) / 60_000));
  const ahead = day - Math.floor((now + chinaOffset) / dayLength);
  if (ahead === 0) return time;
  if (ahead === 1) return speaker.t('tomorrow', { time });
  // 1 January 1970 was a Thursday.
  const weekday = ((day + 4) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return speaker.t('on-day', { day: speaker.t(`day-${weekday}`), time });
}
