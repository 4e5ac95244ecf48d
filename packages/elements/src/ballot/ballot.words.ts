import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/ballot.js';
import type { words as chineseResult } from '../locales/zh-CN/ballot-result.js';
import { words as chineseSignIn } from '../locales/zh-CN/member-sign-in.js';

/** Any text of a ballot. Those of its result arrive with it, see `Catalogue.add`. */
export type BallotKey = keyof typeof chinese | keyof typeof chineseResult | keyof typeof chineseSignIn;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<BallotKey>({ ...chineseSignIn, ...chinese }, async () => {
  const [signIn, own] = await Promise.all([
    import('../locales/en/member-sign-in.js').then(({ words }) => words),
    import('../locales/en/ballot.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...own };
});
