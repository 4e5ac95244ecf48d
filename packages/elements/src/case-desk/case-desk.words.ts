import { Catalogue } from '../base/catalogue.js';
import type { SignInKey } from '../base/staff-sign-in.js';
import { words as chinese } from '../locales/zh-CN/case-desk.js';
import type { words as chineseCase } from '../locales/zh-CN/case-desk-case.js';
import type { words as chineseMore } from '../locales/zh-CN/case-desk-more.js';
import { words as chineseSignIn } from '../locales/zh-CN/staff-sign-in.js';

/** Any text of the desk. Those of a case and of the rest arrive with them, see `Catalogue.add`. */
export type DeskKey = SignInKey | keyof typeof chinese | keyof typeof chineseCase | keyof typeof chineseMore;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<DeskKey>({ ...chineseSignIn, ...chinese }, async () => {
  const [signIn, own] = await Promise.all([
    import('../locales/en/staff-sign-in.js').then(({ words }) => words),
    import('../locales/en/case-desk.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...own };
});
