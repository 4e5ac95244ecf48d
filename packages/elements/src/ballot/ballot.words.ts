import { Catalogue } from '../base/catalogue.js';
import type { Language } from '../base/language.js';
import { words as chinese } from '../locales/zh-CN/ballot.js';
import type { words as chineseResult } from '../locales/zh-CN/ballot-result.js';
import { words as chineseSignIn } from '../locales/zh-CN/member-sign-in.js';

/** Any text of a ballot. Those of its result arrive with it, see `addWords`. */
export type BallotKey = keyof typeof chinese | keyof typeof chineseResult | keyof typeof chineseSignIn;

const known = { ...chineseSignIn, ...chinese } as Record<BallotKey, string>;
// What is not there in English (yet) is said in Chinese.
const english = Object.create(known) as typeof known;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<BallotKey>(known, async () => {
  const [signIn, ballot] = await Promise.all([
    import('../locales/en/member-sign-in.js').then(({ words }) => words),
    import('../locales/en/ballot.js').then(({ words }) => words),
  ]);
  return Object.assign(english, signIn, ballot);
});

/** Adds the words of a result. */
export function addWords(language: Language, words: Readonly<Record<string, string>>): void {
  Object.assign(language === 'en' ? english : known, words);
}

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is BallotKey {
  return key in known;
}
