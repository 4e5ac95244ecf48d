import { Catalogue } from '../base/catalogue.js';
import type { SignInKey } from '../base/staff-sign-in.js';
import { words as chinese } from '../locales/zh-CN/case-report.js';
import { words as chineseSignIn } from '../locales/zh-CN/staff-sign-in.js';

/** Any text of the report. */
export type ReportKey = SignInKey | keyof typeof chinese;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<ReportKey>({ ...chineseSignIn, ...chinese }, async () => {
  const [signIn, own] = await Promise.all([
    import('../locales/en/staff-sign-in.js').then(({ words }) => words),
    import('../locales/en/case-report.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...own };
});
