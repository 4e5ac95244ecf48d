import { Catalogue } from '../base/catalogue.js';
import type { SignInKey } from '../base/staff-sign-in.js';
import { words as chinese } from '../locales/zh-CN/case-report.js';
import { words as chineseSignIn } from '../locales/zh-CN/staff-sign-in.js';

/** Any text of the report. */
export type ReportKey = SignInKey | keyof typeof chinese;

const known = { ...chineseSignIn, ...chinese };

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<ReportKey>(known, async () => {
  const [signIn, report] = await Promise.all([
    import('../locales/en/staff-sign-in.js').then(({ words }) => words),
    import('../locales/en/case-report.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...report };
});

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is ReportKey {
  return key in known;
}
