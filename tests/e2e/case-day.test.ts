/**
 * One case from request to follow-up, over HTTP, with four people at four levels and the one who asks: after every step what she sees,
 * what they see, every limit, and whom the streams and the county's own systems are told.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../packages/server/src/staff/verify-audit.js';
import { signedIn } from '../../packages/server/src/staff/staff-fixture.js';
import { china, day, expectedAfter, type Act, type Expected } from './case-day.js';
import { elsewhere, levels, startCaseHouse, units, type CaseHouse } from './case-house.js';
import { look, perform, type Walk } from './case-walk.js';
import { innerWords } from './case-words.js';
import { until } from './visitor.js';

/** Which kinds of events an address is told of. */
const hooks = {
  county: { unit: units.county, kinds: ['case.submitted', 'case.changed', 'case.overdue', 'case.closed'] },
  city: { unit: units.city, kinds: ['case.overdue', 'case.closed'] },
  township: { unit: units.township, kinds: ['case.submitted', 'case.changed', 'case.overdue', 'case.closed'] },
  elsewhere: { unit: elsewhere, kinds: ['case.submitted', 'case.changed', 'case.overdue', 'case.closed'] },
} as const;

let house: CaseHouse;
const walk: Walk = { caseId: '', number: '' };
let expected: Expected | undefined;

beforeAll(async () => {
  house = await startCaseHouse();
  for (const [name, { unit, kinds }] of Object.entries(hooks)) await house.addHook(name, unit, kinds);
});
afterAll(() => house.stop());

// What comes after a step that went wrong says nothing.
let isBroken = false;
beforeEach((context) => context.skip(isBroken, 'an earlier step went wrong'));
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail';
});

/** What the streams and the receiver have said so far. */
const heard = () => ({
  ...Object.fromEntries(levels.map((level) => [level, house.staff[level].told.length])),
  she: house.she.told.length,
  ...Object.fromEntries(Object.keys(hooks).map((name) => [`hook ${name}`, hookCount(name)])),
});
const hookCount = (name: string) => house.hooks.messages.filter((one) => one.hook === name).length;

function added(before: Record<string, number>, { does, shows }: Act): Record<string, number> {
  const after = { ...before };
  const add = (who: string) => (after[who] = (after[who] ?? 0) + 1);
  for (const level of shows.told) add(level);
  // She listens from her receipt on.
  const isHers = (shows.hers?.length ?? 0) > 0;
  if (isHers && !(does.who === 'she' && does.own === 'submit')) add('she');
  for (const [name, { kinds }] of Object.entries(hooks)) {
    const kind = `case.${shows.hook ?? 'changed'}`;
    if ((shows.told as readonly string[]).includes(name) && (kinds as readonly string[]).includes(kind))
      add(`hook ${name}`);
  }
  return after;
}

describe('The day of a case', () => {
  it.each(day.map((act) => [act.at.replace('T', ' '), act.title, act] as const))('%s: %s', async (_at, _title, act) => {
    const before = heard();
    const refusal = await perform(house, walk, act);
    const { does } = act;
    expect(refusal).toBe('refused' in does ? does.refused : undefined);
    expected = expectedAfter(expected, act);
    const { own, ...seen } = await look(house, walk);
    expect(seen).toEqual(expected);
    const text = JSON.stringify(own);
    for (const word of [...Object.values(innerWords), '示例干部', '示例主任']) expect(text).not.toContain(word);
    const wanted = added(before, act);
    await until(
      `${JSON.stringify(wanted)} to be heard`,
      async () => JSON.stringify(heard()) === JSON.stringify(wanted),
      async () => JSON.stringify({ ...heard(), refused: house.hooks.refused }),
    );
  });

  it('has told staff which case and what kind, and her only that it changed', () => {
    const kinds = house.staff.city.told.map((one) => one.kind);
    expect(kinds).toEqual(day.filter(({ shows }) => shows.told.length > 0).map(({ does }) => kindOf(does)));
    for (const level of levels)
      for (const { data } of house.staff[level].told)
        expect(JSON.parse(data)).toEqual({
          id: walk.caseId,
          revision: expect.any(Number) as number,
          kind: expect.any(String) as string,
        });
    for (const { data } of house.she.told) expect(JSON.parse(data)).toEqual({ revision: expect.any(Number) as number });
  });

  it('has sent signed messages without a word of anybody, each once', () => {
    const { messages, refused } = house.hooks;
    expect(refused).toEqual([]);
    expect(new Set(messages.map((one) => one.id)).size).toBe(messages.length);
    const county = messages.filter((one) => one.hook === 'county');
    expect(county.map((one) => one.type)).toEqual(
      day.filter(({ shows }) => shows.told.length > 0).map(({ shows }) => `case.${shows.hook ?? 'changed'}`),
    );
    expect(county.map((one) => one.timestamp)).toEqual(
      day.filter(({ shows }) => shows.told.length > 0).map(({ at }) => china(at).toISOString()),
    );
    for (const { data, type } of messages) {
      expect(Object.keys(data).sort()).toEqual([
        'caseId',
        'grade',
        ...(type === 'case.overdue' ? ['limit'] : []),
        'state',
      ]);
      expect(data.caseId).toBe(walk.caseId);
    }
    const late = county.filter((one) => one.type === 'case.overdue').map((one) => one.data.limit);
    expect(late).toEqual([
      ...Array<string>(3).fill('first-contact'),
      'resolution',
      ...Array<string>(3).fill('follow-up'),
    ]);
  });

  it('is in every queue that reaches it, and no other’s', async () => {
    for (const level of levels) {
      await house.staff[level].present();
      const page = await house.staff[level].client.listCases({
        path: { code: units[level] },
        query: { view: 'ended' },
      });
      expect([level, page.items.map((one) => one.id)]).toEqual([level, [walk.caseId]]);
    }
    for (const unit of [elsewhere, '990101002000']) {
      const other = await signedIn(house.service, 'supervisor', unit);
      const page = await house.service.call('listCases', {
        path: { code: unit },
        query: { view: 'all' },
        headers: other.headers,
      });
      expect(page.json()).toMatchObject({ items: [], total: 0 });
    }
  });

  it('S7 has an audit log that is whole', async () => {
    const findings = await verifyAudit(house.service.url, house.service.keys.audit, undefined);
    expect(findings.filter((one) => one.fault)).toEqual([]);
    expect(findings.find((one) => one.federation === units.county)!.entries).toBeGreaterThan(day.length);
  });

  it('S8 is deleted by her thirty days after it was closed, not a minute sooner', async () => {
    const { she, staff } = house;
    house.moveTo(china('2027-02-20T10:19'));
    await she.present();
    await expect(she.client.eraseOwnCase()).rejects.toMatchObject({ code: 'erasure-too-early' });
    house.moveTo(china('2027-02-20T10:20'));
    await she.client.eraseOwnCase();
    await expect(she.client.readOwnCase()).rejects.toMatchObject({ code: 'case-token-refused' });
    await expect(she.client.openOwnCase({ receipt: she.receipt! })).rejects.toMatchObject({ code: 'receipt-refused' });
    for (const level of levels) {
      await staff[level].present();
      await expect(staff[level].client.getCase({ path: { caseId: walk.caseId } })).rejects.toMatchObject({
        code: 'case-unknown',
      });
    }
  });
});

function kindOf(does: Act['does']): string {
  if (does.who === 'clock') return 'overdue';
  if (does.who !== 'she') return does.step.kind;
  if (does.own === 'rate') return does.satisfied ? 'own-satisfied' : 'own-dissatisfied';
  return does.own === 'submit' ? 'submitted' : 'own-message';
}
