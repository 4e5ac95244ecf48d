import { Catalogue } from '../base/catalogue.js';
import { words as chinese } from '../locales/zh-CN/ballot.js';
import { words as chineseSignIn } from '../locales/zh-CN/member-sign-in.js';

const known = { ...chineseSignIn, ...chinese };

/** Any text of a ballot. */
export type BallotKey = keyof typeof known;

/** The words; English is fetched when somebody needs it. */
export const catalogue = new Catalogue<BallotKey>(known, async () => {
  const [signIn, ballot] = await Promise.all([
    import('../locales/en/member-sign-in.js'),
    import('../locales/en/ballot.js'),
  ]);
  return { ...signIn.words, ...ballot.words };
});

/** Whether there are words for a key that is put together at run time. */
export function knows(key: string): key is BallotKey {
  return key in known;
}
