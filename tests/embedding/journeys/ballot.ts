import type { Guest } from './guest.js';
import { clickOn, matches } from './pristine.js';
import type { Facts } from './report.js';

async function signIn(one: Guest, card: string): Promise<void> {
  await one.press('#begin');
  await one.type('code', card);
  await one.press('#sign-in-go');
  await one.until(() => !one.has('#code'), 'the session');
}

async function cast(one: Guest): Promise<void> {
  clickOn(await one.there('[part=option] input'));
  await one.press('#next');
  await one.press('#cast');
  await one.says('#heading', '您投过票了');
}

/** An open vote with its receipt, then, at the ballot that `next` brings, a secret one. */
export async function walkBallot(one: Guest, facts: Facts, next: (ballot: string) => Promise<Guest>): Promise<void> {
  await one.there('#begin');
  await one.picture('motion');
  await signIn(one, facts.card);
  await one.there('[part=option]');
  one.step('signed in');
  await one.picture('choice');
  await cast(one);
  if (!matches(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/, one.words('.receipt span'))) throw new Error('there is no receipt');
  one.step('open vote');
  const secret = await next(facts.secretBallot);
  await signIn(secret, facts.card);
  await secret.says('#heading', '保密');
  await secret.press('#next');
  await secret.press('#once');
  await secret.there('[part=option]');
  secret.step('secret paper');
  await cast(secret);
  secret.step('secret vote');
}
