import { describe, expect, it } from 'vitest';
import { applyOverdue, applyOwnStep } from './apply-own-step.js';
import { applyStep } from './apply-step.js';
import type { CaseFacts, CaseStaff, CaseStep } from './case-facts.js';
import { nextOf } from './next.js';
import { announced, sampleCase, sampleRules, sampleStaff, sampleTownship } from './sample-case.js';
import { ownEventOf } from './timeline.js';

const supervisor = sampleStaff({ id: 'head', name: '李主任', role: 'supervisor' });
const context = { rules: sampleRules, calendar: announced };

/** Takes steps one after the other, an hour apart. */
function run(facts: CaseFacts, ...steps: readonly (CaseStep & { by?: CaseStaff })[]): CaseFacts {
  let at = Date.parse(facts.submittedAt);
  return steps.reduce((before, { by = supervisor, ...step }) => {
    at += 3_600_000;
    return applyStep(before, step, {
      ...context,
      now: new Date(at),
      actor: by,
      worker: { id: 'worker-one', name: '示例干部' },
    }).facts;
  }, facts);
}
const working = () => run(sampleCase(), { kind: 'accept' }, { kind: 'claim' });
const resolved = () => run(working(), { kind: 'resolve', words: '已和解。' });
const own = (facts: CaseFacts, step: Parameters<typeof applyOwnStep>[1], at: string) =>
  applyOwnStep(facts, step, { ...context, now: new Date(at) });

describe('a step', () => {
  it('counts one revision and one event, and changes nothing that it is given', () => {
    const before = sampleCase();
    const copy = structuredClone(before);
    const { facts, events } = applyStep(
      before,
      { kind: 'note', words: 'x' },
      { ...context, now: new Date(), actor: supervisor },
    );
    expect([facts.revision, facts.lastSeq, events[0]!.seq]).toEqual([2, 2, 2]);
    expect(before).toEqual(copy);
    expect(events).toEqual([{ seq: 2, kind: 'note', internal: true, facts: {}, words: 'x' }]);
  });

  it('that is not allowed is not applied', () => {
    const take = () => applyStep(sampleCase(), { kind: 'close' }, { ...context, now: new Date(), actor: supervisor });
    expect(take).toThrow(RangeError);
  });

  it('L3 meets the limit that it is for', () => {
    const met = (facts: CaseFacts) => facts.limits.filter((one) => one.metAt !== undefined).map((one) => one.kind);
    expect(met(run(sampleCase(), { kind: 'accept' }))).toEqual(['acceptance']);
    expect(met(run(sampleCase(), { kind: 'contact', reached: false }))).toEqual([]);
    expect(met(run(sampleCase(), { kind: 'contact', reached: true }))).toEqual(['first-contact']);
    expect(met(run(sampleCase(), { kind: 'ask', words: '几点方便？' }))).toEqual(['first-contact']);
    expect(met(resolved())).toEqual(['first-contact', 'acceptance', 'resolution']);
    expect(met(run(sampleCase(), { kind: 'decline', words: '请找法院。' }))).toEqual(['first-contact', 'acceptance']);
  });

  it('C6 extends once', () => {
    const facts = run(working(), { kind: 'extend', words: '等待鉴定。' });
    expect(facts.extended).toBe(true);
    expect(() => run(facts, { kind: 'extend', words: '再等。' })).toThrow(RangeError);
  });

  it('C4 moves the owner with the acceptance and not before', () => {
    const offered = run(working(), { kind: 'offer-transfer', to: { federation: sampleTownship }, words: '就近。' });
    expect([offered.owner, offered.assignee?.id]).toEqual(['990101000000', 'head']);
    const accepted = run(offered, { kind: 'accept-transfer', by: sampleStaff({ unit: sampleTownship }) });
    expect([accepted.owner, accepted.assignee, accepted.offer]).toEqual([sampleTownship, undefined, undefined]);
    const returned = run(offered, {
      kind: 'return-transfer',
      words: '不行。',
      by: sampleStaff({ unit: sampleTownship }),
    });
    expect([returned.owner, returned.offer, returned.assignee?.id]).toEqual(['990101000000', undefined, 'head']);
    const toPolice = run(
      working(),
      { kind: 'offer-transfer', to: { partner: 'county-police' }, words: 'x' },
      { kind: 'accept-transfer' },
    );
    expect([toPolice.owner, toPolice.offer]).toEqual(['990101000000', undefined]);
  });

  it('plans the next follow-up: a quarter later for a key family, a week later for who was not reached', () => {
    const next = (step: Omit<CaseStep, 'kind'>) =>
      run(resolved(), { kind: 'follow-up', ...step }).followUps.filter((one) => one.doneAt === undefined);
    expect(next({ outcome: 'stable' })).toEqual([]);
    expect(next({ outcome: 'stable', keyFamily: true })).toEqual([{ due: '2027-02-20' }]);
    expect(next({ outcome: 'not-reached' })).toEqual([{ due: '2026-11-27' }]);
    expect(next({ outcome: 'stable', next: '2026-12-24' })).toEqual([{ due: '2026-12-24' }]);
    expect(run(resolved(), { kind: 'follow-up', outcome: 'not-reached' }).state).toBe('resolved');
    const again = run(resolved(), { kind: 'follow-up', outcome: 'needs-help' });
    expect([again.state, again.resolvedAt, again.limits.find((one) => one.kind === 'resolution')?.metAt]).toEqual([
      'reopened',
      undefined,
      undefined,
    ]);
  });
});

describe('her own steps', () => {
  it('C8 being dissatisfied reopens within the limit, closed or not, and after it is only kept', () => {
    const closed = run(resolved(), { kind: 'follow-up', outcome: 'stable' }, { kind: 'close' });
    const step = { kind: 'own-dissatisfied', words: '没有解决。' } as const;
    const again = own(closed, step, '2026-12-10T00:00:00Z').facts;
    expect([again.state, again.satisfied, again.endedAt, again.unread]).toEqual(['reopened', false, undefined, true]);
    expect(again.limits.find((one) => one.kind === 'resolution')?.due).toBe('2026-12-31T09:00:00.000Z');
    expect(() => own(closed, step, '2027-02-01T00:00:00Z')).toThrow(RangeError);
    const late = own(resolved(), step, '2027-02-01T00:00:00Z').facts;
    expect([late.state, late.satisfied]).toEqual(['resolved', false]);
  });

  it('a message is an answer to what she was asked, and unread until somebody answers', () => {
    const asked = run(working(), { kind: 'ask', words: '几点方便？' });
    const { facts } = own(asked, { kind: 'own-message', words: '下午。' }, '2026-11-21T00:00:00Z');
    expect([asked.asked, facts.asked, facts.unread]).toEqual([true, false, true]);
    expect(run(facts, { kind: 'message', words: '好。' }).unread).toBe(false);
  });

  it('C7 consent is asked, answered and kept', () => {
    const asked = run(working(), { kind: 'consent', to: { partner: 'county-police' }, words: '可以吗？' });
    expect(asked.consentAsked).toBe(true);
    const { facts } = own(asked, { kind: 'consent', given: true }, '2026-11-21T00:00:00Z');
    expect([facts.consentAsked, facts.transferConsent]).toEqual([false, true]);
  });

  it('a withdrawn case waits for nobody and is due for nothing', () => {
    const offered = run(working(), { kind: 'offer-transfer', to: { federation: sampleTownship }, words: 'x' });
    const { facts } = own(offered, { kind: 'own-withdraw' }, '2026-11-21T00:00:00Z');
    expect([facts.state, facts.offer, facts.limits.filter((one) => !one.metAt)]).toEqual(['withdrawn', undefined, []]);
  });
});

describe('L5 what is told', () => {
  it('is each level of a limit once, and the highest that was passed at once', () => {
    const facts = sampleCase({ grade: 'red', category: 'domestic-violence' });
    expect(applyOverdue(facts, new Date('2026-11-20T04:14:59Z'))).toBeUndefined();
    const first = applyOverdue(facts, new Date('2026-11-20T04:15:00Z'))!;
    expect(first.events.map(({ seq, facts: { limit, level } }) => [seq, limit, level])).toEqual([
      [2, 'first-contact', 1],
      [3, 'acceptance', 1],
    ]);
    expect([first.facts.revision, first.facts.lastSeq]).toEqual([1, 3]);
    expect(applyOverdue(first.facts, new Date('2026-11-20T05:14:00Z'))).toBeUndefined();
    const jump = applyOverdue(first.facts, new Date('2026-11-20T09:00:00Z'))!;
    expect(jump.events.map((one) => one.facts.level)).toEqual([3, 3]);
    expect(jump.events.every((one) => one.internal)).toBe(true);
    expect(applyOverdue(jump.facts, new Date('2026-11-30T09:00:00Z'))).toBeUndefined();
  });
});

describe('what she sees', () => {
  const shown = (kind: string, facts = {}, more = {}) =>
    ownEventOf(
      {
        seq: 2,
        at: '2026-11-20T04:00:00Z',
        kind: kind as 'note',
        by: 'staff',
        internal: false,
        facts,
        words: '张三说',
        ...more,
      },
      (code) => (code === sampleTownship ? '柳桥镇' : undefined),
    );

  it.each([
    'note',
    'regrade',
    'assign',
    'plan',
    'mark-read',
    'dismiss-repeat',
    'invite',
    'leave',
    'request-closing',
    'refuse-closing',
    'return-transfer',
    'cancel-transfer',
    'release',
  ])('is never a %s', (kind) => expect(shown(kind)).toBeUndefined());

  it('is what was written to her, and nothing that was written of others', () => {
    expect(shown('message')).toMatchObject({ kind: 'message', byYou: false, words: '张三说' });
    expect(shown('measure', { measure: 'visit' })).toEqual({
      at: '2026-11-20T04:00:00Z',
      kind: 'measure',
      byYou: false,
      measure: 'visit',
    });
    expect(shown('contact', { reached: false })).not.toHaveProperty('words');
    expect(shown('offer-transfer', { unit: sampleTownship })).toMatchObject({ kind: 'offered', unit: '柳桥镇' });
    expect(shown('offer-transfer', { unit: '990102000000' })).not.toHaveProperty('unit');
    expect(shown('own-message', {}, { by: 'requester' })).toMatchObject({
      kind: 'message',
      byYou: true,
      words: '张三说',
    });
    expect(shown('follow-up', { outcome: 'needs-help', reopened: true })).toMatchObject({ kind: 'reopened' });
    expect(shown('message', {}, { internal: true })).toBeUndefined();
  });

  it('never holds the name of a worker', () => {
    expect(JSON.stringify(shown('claim', { state: 'in-progress', worker: { id: 'w', name: '王干部' } }))).not.toContain(
      '王干部',
    );
  });

  it('says what comes next, and when it is late', () => {
    const next = (facts: CaseFacts, at = '2026-11-20T04:00:00Z') => nextOf(facts, new Date(at), sampleRules);
    expect(next(sampleCase())).toEqual({ kind: 'contact', due: '2026-11-23T09:00:00.000Z', late: false });
    expect(next(sampleCase(), '2026-11-24T00:00:00Z')).toMatchObject({ late: true });
    expect(next(working()).kind).toBe('contact');
    expect(next(run(working(), { kind: 'contact', reached: true }))).toMatchObject({ kind: 'work' });
    expect(next(run(working(), { kind: 'ask', words: 'x' }))).toEqual({ kind: 'your-answer' });
    expect(next(resolved())).toMatchObject({ kind: 'your-rating' });
    expect(next({ ...resolved(), satisfied: true })).toMatchObject({
      kind: 'follow-up',
      due: '2026-12-20T09:00:00.000Z',
    });
    expect(next({ ...resolved(), satisfied: true }, '2027-03-01T00:00:00Z')).toMatchObject({ late: true });
  });
});
