import { describe, expect, it } from 'vitest';
import type { CaseFacts, CaseState, CaseStepKind } from './case-facts.js';
import { sampleCase, sampleCounty, sampleRules, sampleStaff, sampleTownship } from './sample-case.js';
import { findStepFaults, findStepMisfits } from './step-faults.js';
import { accessUnits, ownActsAllowed, standingOf, stepKinds, stepsAllowed, waitingOf } from './steps.js';

const supervisor = sampleStaff({ id: 'head', role: 'supervisor' });

/** A case in a state, unassigned, and with whatever a step of that state could act on. */
function caseIn(state: CaseState): CaseFacts {
  const base = sampleCase({ state, unread: true, joint: ['990102000000'] });
  const ended = ['closed', 'declined', 'withdrawn'].includes(state);
  const resolved = ['resolved', 'followed-up', 'closed'].includes(state);
  return {
    ...base,
    ...(ended && { endedAt: '2026-12-01T00:00:00.000Z', limits: [] }),
    ...(resolved && { resolvedAt: '2026-11-25T00:00:00.000Z' }),
  };
}

/** C1: every state × every step, as a supervisor of the owner meets it. `*` all of these. */
const talk: readonly CaseStepKind[] = ['message', 'mark-read', 'note'];
const openTalk: readonly CaseStepKind[] = [...talk, 'contact', 'ask', 'dismiss-repeat', 'consent', 'leave'];
const casework: readonly CaseStepKind[] = ['claim', 'assign', 'measure', 'plan'];
const matrix: Record<CaseState, readonly CaseStepKind[]> = {
  submitted: [...openTalk, 'accept', 'decline', 'regrade', 'offer-transfer'],
  accepted: [...openTalk, ...casework, 'regrade', 'extend', 'offer-transfer', 'invite'],
  'in-progress': [...openTalk, ...casework, 'regrade', 'extend', 'offer-transfer', 'invite', 'resolve'],
  reopened: [...openTalk, ...casework, 'regrade', 'extend', 'offer-transfer', 'invite', 'resolve'],
  resolved: [...openTalk, ...casework, 'follow-up'],
  'followed-up': [...openTalk, ...casework, 'follow-up', 'close'],
  closed: talk,
  declined: talk,
  withdrawn: talk,
};
const pairs = (Object.keys(matrix) as CaseState[]).flatMap((state) => stepKinds.map((kind) => [state, kind] as const));

describe('C1 the state machine', () => {
  it.each(pairs)('in %s: %s', (state, kind) => {
    expect(stepsAllowed(caseIn(state), supervisor).includes(kind)).toBe(matrix[state].includes(kind));
  });

  it('lets nobody take a step for whom she does not reach', () => {
    for (const state of Object.keys(matrix) as CaseState[])
      expect(stepsAllowed(caseIn(state), sampleStaff({ unit: '990103000000', role: 'supervisor' }))).toEqual([]);
  });

  it('gives back what was claimed, by who has it or by a supervisor', () => {
    const facts = { ...caseIn('in-progress'), assignee: { id: 'worker-one', name: '示例干部' } };
    const has = (id: string, role: 'worker' | 'supervisor', kind: CaseStepKind) =>
      stepsAllowed(facts, sampleStaff({ id, role })).includes(kind);
    expect([has('worker-one', 'worker', 'release'), has('other', 'worker', 'release')]).toEqual([true, false]);
    expect([has('other', 'supervisor', 'release'), has('other', 'supervisor', 'claim')]).toEqual([true, false]);
  });
});

describe('C3 roles', () => {
  const allowed = (role: 'intake' | 'worker' | 'supervisor' | 'administrator' | 'auditor') =>
    stepsAllowed(caseIn('in-progress'), sampleStaff({ role }));

  it('intake accepts, grades and passes on, and does no casework', () => {
    expect(allowed('intake')).toEqual(
      stepKinds.filter((kind) => [...openTalk, 'regrade', 'offer-transfer'].includes(kind) && kind !== 'leave'),
    );
  });

  it('administrators and auditors see no case', () => {
    expect([allowed('administrator'), allowed('auditor')]).toEqual([[], []]);
  });

  it('a worker assigns a case only where it is hers, and then helpers only', () => {
    expect(allowed('worker')).not.toContain('assign');
    const facts = { ...caseIn('in-progress'), assignee: { id: 'worker-one', name: '示例干部' } };
    expect(stepsAllowed(facts, sampleStaff())).toContain('assign');
    const facing = { facts, actor: sampleStaff(), rules: sampleRules, now: new Date('2026-11-20T04:00:00Z') };
    expect(findStepMisfits({ kind: 'assign', worker: 'B'.repeat(22) }, facing)).toEqual([
      { where: 'body/worker', code: 'not-allowed' },
    ]);
  });
});

describe('C4 an offer', () => {
  const offered = { ...caseIn('in-progress'), joint: [], offer: { id: 2, federation: sampleTownship, named: true } };

  it('is answered by the receiver alone, not by who made it, though she reaches the receiver', () => {
    const answers = (unit: string) => stepsAllowed(offered, sampleStaff({ unit, role: 'supervisor' }));
    expect(answers(sampleTownship)).toEqual(['accept-transfer', 'return-transfer']);
    expect(answers(sampleCounty)).not.toContain('accept-transfer');
    expect(answers(sampleCounty)).toContain('cancel-transfer');
    expect(answers('990100000000')).not.toContain('accept-transfer');
  });

  it('upwards is answered by the level above, which reaches the case anyway', () => {
    const up = { ...offered, owner: sampleTownship, offer: { id: 2, federation: sampleCounty, named: true } };
    expect(stepsAllowed(up, sampleStaff())).toContain('accept-transfer');
    expect(stepsAllowed(up, sampleStaff({ unit: sampleTownship }))).not.toContain('accept-transfer');
  });

  it('to a partner agency is answered by the owner, who notes what it said', () => {
    const out = { ...offered, offer: { id: 2, partner: 'county-police', named: false } };
    expect(stepsAllowed(out, sampleStaff())).toContain('accept-transfer');
  });

  it('keeps the case from being resolved, declined or offered again', () => {
    const allowed = stepsAllowed(offered, supervisor);
    for (const kind of ['resolve', 'offer-transfer'] as const) expect(allowed).not.toContain(kind);
    expect(stepsAllowed({ ...offered, state: 'submitted' }, supervisor)).not.toContain('decline');
  });

  it('shows in who sees the case and for whom it waits', () => {
    expect(accessUnits({ ...offered, joint: ['990102000000'] })).toEqual([
      sampleCounty,
      '990102000000',
      sampleTownship,
    ]);
    expect(waitingOf(offered)).toBe('receiver');
    expect(standingOf(offered, sampleTownship)).toBe('receiver');
    expect(standingOf({ ...offered, excludedUnits: [sampleCounty] }, sampleCounty)).toBe('none');
  });
});

describe('C5 a red case', () => {
  const red = { ...caseIn('followed-up'), grade: 'red' as const };

  it('is not closed by one alone', () => {
    expect(stepsAllowed(red, supervisor)).toContain('request-closing');
    expect(stepsAllowed(red, supervisor)).not.toContain('close');
    const asked = { ...red, closingAskedBy: supervisor.id };
    expect(stepsAllowed(asked, supervisor)).not.toContain('approve-closing');
    expect(stepsAllowed(asked, sampleStaff({ id: 'third', role: 'worker' }))).not.toContain('approve-closing');
    expect(stepsAllowed(asked, sampleStaff({ id: 'third', role: 'supervisor' }))).toContain('approve-closing');
  });

  it('is called less than red by a supervisor only', () => {
    const facing = { facts: { ...red, state: 'in-progress' as const }, rules: sampleRules, now: new Date() };
    const step = { kind: 'regrade', grade: 'pink', words: '缓和。' } as const;
    expect(findStepMisfits(step, { ...facing, actor: sampleStaff() })).toEqual([
      { where: 'body/grade', code: 'not-allowed' },
    ]);
    expect(findStepMisfits(step, { ...facing, actor: supervisor })).toEqual([]);
  });
});

describe('C2 the fields of a step', () => {
  it.each([
    [{ kind: 'accept' }, []],
    [{ kind: 'accept', words: '好。' }, []],
    [{ kind: 'decline' }, ['words missing']],
    [{ kind: 'decline', words: ' \n' }, ['words missing']],
    [{ kind: 'regrade', grade: 'red' }, ['words missing']],
    [{ kind: 'assign' }, ['worker missing']],
    [{ kind: 'claim', words: 'x' }, ['words unexpected']],
    [{ kind: 'contact' }, ['reached missing']],
    [{ kind: 'offer-transfer', words: 'x', to: {} }, ['to missing']],
    [
      { kind: 'offer-transfer', words: 'x', to: { federation: sampleTownship, partner: 'court' } },
      ['to/partner unexpected'],
    ],
    [{ kind: 'note', words: 'x', grade: 'red', given: true }, ['grade unexpected', 'given unexpected']],
    [{ kind: 'consent', to: { federation: sampleTownship } }, ['to/federation unexpected']],
  ] as const)('of %o: %o', (step, faults) => {
    expect(findStepFaults(step as never).map(({ where, code }) => `${where.slice(5)} ${code}`)).toEqual(faults);
  });

  it('C7 C9 are held against the case: consent for named data, exclusion, partners, days', () => {
    const facts = { ...caseIn('in-progress'), excludedUnits: [sampleTownship] };
    const facing = { facts, actor: supervisor, rules: sampleRules, now: new Date('2026-11-20T16:30:00Z') };
    const find = (step: object) =>
      findStepMisfits(step as never, facing).map(({ where, code }) => `${where.slice(5)} ${code}`);
    expect(find({ kind: 'offer-transfer', to: { federation: sampleTownship } })).toEqual(['to/federation not-offered']);
    expect(find({ kind: 'offer-transfer', to: { federation: sampleCounty } })).toEqual(['to/federation not-offered']);
    expect(find({ kind: 'offer-transfer', to: { partner: 'nobody' } })).toEqual(['to/partner not-offered']);
    expect(find({ kind: 'offer-transfer', to: { partner: 'county-police' }, named: true })).toEqual([
      'named consent-missing',
    ]);
    expect(find({ kind: 'offer-transfer', to: { partner: 'county-police' } })).toEqual([]);
    expect(find({ kind: 'invite', unit: sampleTownship })).toEqual(['unit not-offered']);
    // 00:30 on the 21st in China.
    expect(find({ kind: 'resolve', next: '2026-11-20' })).toEqual(['next past']);
    expect(find({ kind: 'resolve', next: '2026-11-21' })).toEqual([]);
    expect(find({ kind: 'measure', on: '2026-11-22' })).toEqual(['on not-offered']);
  });
});

describe('C8 what she may do', () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  it.each([
    ['submitted', '2026-11-26', ['message', 'withdraw']],
    ['in-progress', '2026-11-26', ['message', 'withdraw']],
    ['resolved', '2026-11-26', ['message', 'rate', 'withdraw']],
    ['followed-up', '2027-06-01', ['message', 'rate', 'withdraw']],
    ['closed', '2026-12-24', ['message', 'rate']],
    ['closed', '2026-12-25', ['message']],
    ['closed', '2026-12-31', ['message', 'erase']],
    ['declined', '2026-12-02', []],
    ['withdrawn', '2026-12-31', ['erase']],
  ] as const)('in %s on %s: %o', (state, day, acts) => {
    expect(ownActsAllowed(caseIn(state), at(day), sampleRules)).toEqual(acts);
  });

  it('answers about consent only where she was asked', () => {
    expect(ownActsAllowed({ ...caseIn('in-progress'), consentAsked: true }, at('2026-11-26'), sampleRules)).toContain(
      'consent',
    );
  });
});
