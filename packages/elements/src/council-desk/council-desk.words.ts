import { Catalogue } from '../base/catalogue.js';
import type { Language } from '../base/language.js';
import type { SignInKey } from '../base/staff-sign-in.js';
import { words as chinese } from '../locales/zh-CN/council-desk.js';
import type { words as chineseBallots } from '../locales/zh-CN/council-desk-ballots.js';
import type { words as chineseMeetings } from '../locales/zh-CN/council-desk-meetings.js';
import type { words as chineseResolutions } from '../locales/zh-CN/council-desk-resolutions.js';
import type { words as chineseRoll } from '../locales/zh-CN/council-desk-roll.js';
import type { words as chineseTopics } from '../locales/zh-CN/council-desk-topics.js';
import { words as chineseSignIn } from '../locales/zh-CN/staff-sign-in.js';

/** Any text of the desk. Those of a section arrive with it, see `addWords`. */
export type DeskKey =
  | SignInKey
  | keyof typeof chinese
  | keyof typeof chineseRoll
  | keyof typeof chineseTopics
  | keyof typeof chineseMeetings
  | keyof typeof chineseBallots
  | keyof typeof chineseResolutions;

const known = { ...chineseSignIn, ...chinese } as Record<DeskKey, string>;
// What is not there in English (yet) is said in Chinese.
const english = Object.create(known) as typeof known;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<DeskKey>(known, async () => {
  const [signIn, desk] = await Promise.all([
    import('../locales/en/staff-sign-in.js').then(({ words }) => words),
    import('../locales/en/council-desk.js').then(({ words }) => words),
  ]);
  return Object.assign(english, signIn, desk);
});

/** Adds words of a section that was loaded later. */
export function addWords(language: Language, words: Readonly<Record<string, string>>): void {
  Object.assign(language === 'en' ? english : known, words);
}

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is DeskKey {
  return key in known;
}
