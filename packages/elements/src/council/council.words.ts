import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/council.js';
import { words as chineseSignIn } from '../locales/zh-CN/member-sign-in.js';

const known = { ...chineseSignIn, ...chinese };

/** Any text of a council. */
export type CouncilKey = keyof typeof known;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<CouncilKey>(known, async () => {
  const [signIn, council] = await Promise.all([
    import('../locales/en/member-sign-in.js').then(({ words }) => words),
    import('../locales/en/council.js').then(({ words }) => words),
  ]);
  return { ...signIn, ...council };
});

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is CouncilKey {
  return key in known;
}
