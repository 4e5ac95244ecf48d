import { Catalogue } from '../base/catalogue.js';
import type { Language } from '../base/language.js';
import { words as chinese } from '../locales/zh-CN/case-tracker.js';
import type { words as chineseMore } from '../locales/zh-CN/case-tracker-more.js';

/** Any text of the tracker. Those of what she does with her case arrive with it, see `addWords`. */
export type TrackerKey = keyof typeof chinese | keyof typeof chineseMore;

const known = { ...chinese } as Record<TrackerKey, string>;
// What is not there in English (yet) is said in Chinese.
const english = Object.create(known) as typeof known;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<TrackerKey>(known, async () =>
  Object.assign(english, (await import('../locales/en/case-tracker.js')).words),
);

/** Adds words of what has arrived. */
export function addWords(language: Language, words: Readonly<Record<string, string>>): void {
  Object.assign(language === 'en' ? english : known, words);
}

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is TrackerKey {
  return key in known;
}
