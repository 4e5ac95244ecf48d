import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/service-map.js';
import type { words as chinesePlace } from '../locales/zh-CN/service-map-place.js';

/** Any text of the map. Those of the panel of one place arrive with it, see `Catalogue.add`. */
export type ServiceMapKey = keyof typeof chinese | keyof typeof chinesePlace;

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
