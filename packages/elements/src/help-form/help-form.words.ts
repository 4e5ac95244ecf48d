import { Catalogue } from '../base/catalogue.js';
import type { Language } from '../base/language.js';
import { words as chinese } from '../locales/zh-CN/help-form.js';
import type { words as chineseLater } from '../locales/zh-CN/help-form-later.js';

/** Any text of the form. Those of the later steps arrive with the steps, see `addWords`. */
export type HelpFormKey = keyof typeof chinese | keyof typeof chineseLater;

const known = { ...chinese } as Record<HelpFormKey, string>;
// What is not there in English (yet) is said in Chinese.
const english = Object.create(known) as typeof known;

/** The words of the frame and of the first question, to which the others are added. */
export const catalogue = new Catalogue<HelpFormKey>(known, async () =>
  Object.assign(english, (await import('../locales/en/help-form.js')).words),
);

/** Adds words of the later steps. */
export function addWords(language: Language, words: Readonly<Record<string, string>>): void {
  Object.assign(language === 'en' ? english : known, words);
}

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is HelpFormKey {
  return key in known;
}
