import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/council.js';
import { words as chineseSignIn } from '../locales/zh-CN/member-sign-in.js';

/** Any text of a council. */
export type CouncilKey = keyof typeof chineseSignIn | keyof typeof chinese;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<CouncilKey>({ ...chineseSignIn, ...chinese }, async () => {
  const [signIn, own] = await Promise.all([
    import('../locales/en/member-sign-in.js').then(({ words }) => words),
    import('../locales/en/council.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...own };
});
