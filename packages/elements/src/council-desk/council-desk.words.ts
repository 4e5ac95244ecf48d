import { Catalogue } from '../base/catalogue.js';
import type { SignInKey } from '../base/staff-sign-in.js';
import { words as chinese } from '../locales/zh-CN/council-desk.js';
import type { words as chineseBallots } from '../locales/zh-CN/council-desk-ballots.js';
import type { words as chineseMeetings } from '../locales/zh-CN/council-desk-meetings.js';
import type { words as chineseResolutions } from '../locales/zh-CN/council-desk-resolutions.js';
import type { words as chineseRoll } from '../locales/zh-CN/council-desk-roll.js';
import type { words as chineseTopics } from '../locales/zh-CN/council-desk-topics.js';
import { words as chineseSignIn } from '../locales/zh-CN/staff-sign-in.js';

/** Any text of the desk. Those of a section arrive with it, see `Catalogue.add`. */
export type DeskKey =
  | SignInKey
  | keyof typeof chinese
  | keyof typeof chineseRoll
  | keyof typeof chineseTopics
  | keyof typeof chineseMeetings
  | keyof typeof chineseBallots
  | keyof typeof chineseResolutions;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<DeskKey>({ ...chineseSignIn, ...chinese }, async () => {
  const [signIn, own] = await Promise.all([
    import('../locales/en/staff-sign-in.js').then(({ words }) => words),
    import('../locales/en/council-desk.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...own };
});
