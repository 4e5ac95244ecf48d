import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/case-tracker.js';
import type { words as chineseMore } from '../locales/zh-CN/case-tracker-more.js';

/** Any text of the tracker. Those of what she does with her case arrive with it, see `Catalogue.add`. */
export type TrackerKey = keyof typeof chinese | keyof typeof chineseMore;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<TrackerKey>(
  chinese,
  async () => (await import('../locales/en/case-tracker.js')).words,
);
