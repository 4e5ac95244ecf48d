/** S10 and S4 at the screen: whatever the network and the fingers do, one case and one receipt, and no false promise. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEnvironment, type Environment, type Visit } from './environment.js';
import { anonymous, fillIn, full, fullWords, readReceipt } from './journey.js';
import type { Fate } from './lossy-proxy.js';
import { countCases, readCase } from './stored-case.js';
import { until } from './visitor.js';
import { say } from './words.js';

let house: Environment;
let visit: Visit | undefined;
let before: number;

beforeAll(async () => {
  house = await startEnvironment();
});
afterAll(() => house.stop());
beforeEach(async () => {
  before = await countCases(house.service);
});
afterEach(async () => {
  house.network.decide = () => 'pass';
  house.network.seen.length = 0;
  await visit?.end();
  visit = undefined;
});

const cases = async () => (await countCases(house.service)) - before;
const isSubmit = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.endsWith('/help-requests');
const submits = () => house.network.seen.filter(isSubmit).map((one) => one.fate);

/** The first submits meet these fates, one each; the rest pass. */
function fateOfSubmits(...fates: Fate[]): void {
  house.network.decide = (sent) => (isSubmit(sent) && fates.shift()) || 'pass';
}

/** Somebody on the check page, behind the bad network. */
async function readyToSubmit(plan = anonymous) {
  visit = await house.visit({ service: house.network.origin });
  await fillIn(visit.visitor, plan);
  return visit.visitor;
}

describe('S10 One request is one case', () => {
  it('where she presses Submit twice', async () => {
    const visitor = await readyToSubmit();
    await visitor.pressTwice(say('submit'));
    const receipt = await readReceipt(visitor);
    expect(await cases()).toBe(1);
    expect(submits()).toEqual(['pass']);
    expect((await readCase(house.service, receipt.number)).category).toBe('land-rights');
  });

  it('where the answer is lost and the form asks again by itself: the same receipt', async () => {
    const visitor = await readyToSubmit();
    fateOfSubmits('lose-answer');
    await visitor.press(say('submit'));
    const receipt = await readReceipt(visitor);
    expect(submits()).toEqual(['lose-answer', 'pass']);
    expect(await cases()).toBe(1);
    await readCase(house.service, receipt.number);
    const answer = await fetch(`${house.origin}/v1/own-help-request`, {
      headers: { 'Fulian-Receipt': `${receipt.number}.${receipt.secret}` },
    });
    expect(answer.status).toBe(200);
  });

  it('where every answer is lost until she submits again', async () => {
    const visitor = await readyToSubmit();
    house.network.decide = (sent) => (isSubmit(sent) ? 'lose-answer' : 'pass');
    await visitor.press(say('submit'));
    await visitor.sees(say('unsent-network'));
    expect(await visitor.reads()).not.toContain(say('receipt'));
    expect(await cases()).toBe(1);
    house.network.decide = () => 'pass';
    await visitor.press(say('submit-again'));
    const receipt = await readReceipt(visitor);
    expect(await cases()).toBe(1);
    await readCase(house.service, receipt.number);
  });

  it('where requests are lost on their way', async () => {
    const visitor = await readyToSubmit();
    fateOfSubmits('lose-request', 'lose-request');
    await visitor.press(say('submit'));
    await readReceipt(visitor);
    expect(submits()).toEqual(['lose-request', 'lose-request', 'pass']);
    expect(await cases()).toBe(1);
  });
});

describe('Where the service cannot be reached', () => {
  it('says so plainly, claims nothing, keeps what she wrote, shows a number to call, and sends when she asks', async () => {
    const visitor = await readyToSubmit(full([]));
    house.network.decide = () => 'refuse';
    await visitor.press(say('submit'));
    await visitor.sees(say('unsent-network'));
    const text = await visitor.reads();
    for (const claim of ['receipt', 'receipt-number', 'confirm-right'] as const) expect(text).not.toContain(say(claim));
    expect(text).toContain(say('unsent-kept'));
    for (const word of [fullWords.narrative, fullWords.name, fullWords.phone]) expect(text).toContain(word);
    expect(await visitor.hasControl('link', '12338 妇女维权热线')).toBe(true);
    expect(await cases()).toBe(0);

    house.network.decide = () => 'pass';
    await visitor.press(say('submit-again'));
    const receipt = await readReceipt(visitor);
    expect(await cases()).toBe(1);
    expect((await readCase(house.service, receipt.number)).narrative).toBe(fullWords.narrative);
  });

  it('says so where the device is off line, too', async () => {
    const visitor = await readyToSubmit();
    await visit!.page.setOfflineMode(true);
    await visitor.press(say('submit'));
    await visitor.sees(say('unsent-offline'));
    expect(await cases()).toBe(0);
    await visit!.page.setOfflineMode(false);
    await visitor.press(say('submit-again'));
    await readReceipt(visitor);
    expect(await cases()).toBe(1);
  });

  it('lets her answer the first question and call, before anything could be loaded', async () => {
    house.network.decide = ({ path }) => (path.startsWith('/v1/') ? 'refuse' : 'pass');
    visit = await house.visit({ service: house.network.origin });
    const { visitor } = visit;
    await visitor.choose(say('danger-yes'));
    expect(await visitor.hasControl('link', '110 报警')).toBe(true);
    await visitor.press(say('continue'));
    await visitor.choose(say('askerRole-self'));
    await visitor.press(say('continue'));
    await visitor.sees(say('load-failed'));
    expect(await visitor.hasControl('link', '12338 妇女维权热线')).toBe(true);
    house.network.decide = () => 'pass';
    await visitor.press(say('retry'));
    await visitor.sees(say('category-legend'));
  });

  it('shows what the service says where its database is gone, and sends when it is back', async () => {
    const visitor = await readyToSubmit();
    const broken =
      'create or replace function stop_here() returns trigger language plpgsql as $$ begin raise exception using errcode = $1; end $$';
    await house.service.admin.query(broken.replace('$1', "'53100'"));
    await house.service.admin.query(
      'create trigger stop_here before insert on help_requests execute function stop_here()',
    );
    await visitor.press(say('submit'));
    await visitor.sees(say('unsent-service'));
    expect(await cases()).toBe(0);
    await house.service.admin.query('drop trigger stop_here on help_requests; drop function stop_here()');
    await visitor.press(say('submit-again'));
    await readReceipt(visitor);
    expect(await cases()).toBe(1);
  });
});

describe('What she changed between two tries', () => {
  it('does not make two cases of one: the form says that the first one had arrived', async () => {
    const visitor = await readyToSubmit(full([]));
    house.network.decide = (sent) => (isSubmit(sent) ? 'lose-answer' : 'pass');
    await visitor.press(say('submit'));
    await visitor.sees(say('unsent-network'));
    house.network.decide = () => 'pass';
    await visitor.press(`${say('change')} ${say('narrative-legend')}`);
    await visitor.write(say('narrative-legend'), '后来改过的话');
    await visitor.press(say('continue'));
    await until('the check page', async () => (await visitor.question()) === say('check-legend'));
    await visitor.press(say('submit'));
    await visitor.sees(say('receipt-earlier'));
    const receipt = await readReceipt(visitor);
    expect(await cases()).toBe(1);
    expect((await readCase(house.service, receipt.number)).narrative).toBe(fullWords.narrative);
  });
});
