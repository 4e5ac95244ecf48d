import { describe, expect, it } from 'vitest';
import type { BallotResult } from './ballot-facts.js';
import {
  ballotChecks,
  ballotStepsAllowed,
  checksPass,
  mayRunAgain,
  stateAfterCount,
  type CheckFacts,
} from './ballot-steps.js';
import { optionsOf, sampleElection, sampleRules, times } from './sample-ballot.js';
import { countBallots } from './tally/count.js';

const facts: CheckFacts = {
  state: 'draft',
  rules: sampleRules(),
  options: [],
  closesAt: new Date('2026-11-28T12:00:00Z'),
  now: new Date('2026-11-22T12:00:00Z'),
  eligible: 12,
  notInvited: 0,
  hasChair: true,
};
const check = (change: Partial<CheckFacts>) => ballotChecks({ ...facts, ...change });
/** Ids with `+` where all is well, `!` where it stands against the step, `?` where it only reminds. */
const told = (change: Partial<CheckFacts>) =>
  check(change).map(
    ({ id, ok, blocks, number }) => `${ok ? '+' : blocks ? '!' : '?'}${id}${number === undefined ? '' : ` ${number}`}`,
  );

describe('B1 the states of a ballot', () => {
  it.each([
    ['draft', ['change', 'open', 'cancel']],
    ['open', ['close', 'cancel']],
    ['awaiting-chair', ['decide']],
    ['closed', []],
    ['cancelled', []],
  ] as const)('in %s', (state, steps) => {
    expect(ballotStepsAllowed(state)).toEqual(steps);
  });

  const tied = (tie: 'chair' | 'again' | 'fails'): BallotResult =>
    countBallots({
      rules: sampleRules({ tie }),
      options: optionsOf('yes', 'no'),
      eligible: 10,
      choices: [...times(5, { picks: ['yes'] }), ...times(5, { picks: ['no'] })],
    });

  it('waits for the chair only where a tie is hers', () => {
    expect((['chair', 'again', 'fails'] as const).map((tie) => stateAfterCount(tied(tie)))).toEqual([
      'awaiting-chair',
      'closed',
      'closed',
    ]);
  });

  it('is run again only after a tie for which the rules say so', () => {
    expect(mayRunAgain('closed', tied('again'))).toBe(true);
    expect(mayRunAgain('closed', tied('fails'))).toBe(false);
    expect(mayRunAgain('closed', { ...tied('again'), outcome: 'failed' })).toBe(false);
    expect(mayRunAgain('cancelled', tied('again'))).toBe(false);
    expect(mayRunAgain('draft', undefined)).toBe(false);
  });
});

describe('B2 before opening', () => {
  const base = [
    '+rules-fit',
    '+options-enough 0',
    '+closing-ahead',
    '+roll-there 12',
    '+roll-invited 0',
    '+quorum-possible 8',
  ];

  it('is ready', () => {
    expect(told({})).toEqual([...base, '+chair-there']);
    expect(checksPass(check({}))).toBe(true);
  });

  it('is refused for rules that do not fit, too few options, a time that is over, no roll and no chair', () => {
    const wrong = check({
      rules: sampleElection('single', { seats: 2, tie: 'chair' }),
      options: optionsOf('a'),
      closesAt: facts.now,
      eligible: 0,
      hasChair: false,
    });
    const blocking = wrong.filter(({ ok, blocks }) => !ok && blocks).map(({ id }) => id);
    expect(blocking).toEqual(['rules-fit', 'options-enough', 'closing-ahead', 'roll-there', 'chair-there']);
    expect(checksPass(wrong)).toBe(false);
  });

  it('reminds of those without a card, and whether a quorum is possible without them', () => {
    expect(told({ notInvited: 5 }).slice(4, 6)).toEqual(['?roll-invited 5', '?quorum-possible 8']);
    expect(checksPass(check({ notInvited: 5 }))).toBe(true);
  });

  it('needs five on the roll for a secret ballot, and reminds of unanimity', () => {
    const rules = sampleRules({ secrecy: 'secret', tie: 'again' });
    expect(told({ rules }).slice(5, 7)).toEqual(['+secret-enough 12', '+unanimity-told']);
    const four = check({ rules, eligible: 4 });
    expect(four.find(({ id }) => id === 'secret-enough')).toEqual({
      id: 'secret-enough',
      ok: false,
      blocks: true,
      number: 4,
    });
    expect(checksPass(four)).toBe(false);
    expect(checksPass(check({ rules, eligible: 5 }))).toBe(true);
  });

  it('asks for attendance where the rules do, and is refused where too few came', () => {
    const rules = sampleRules({ quorum: { share: { numerator: 2, denominator: 3 }, counts: 'present' }, tie: 'fails' });
    expect(told({ rules }).slice(5)).toEqual(['?attendance-taken']);
    expect(told({ rules, present: 7 }).slice(5)).toEqual(['!quorum-possible 8', '+attendance-taken']);
    expect(checksPass(check({ rules, present: 8 }))).toBe(true);
    expect(told({ rules: sampleRules({ base: 'present', tie: 'fails' }) }).slice(6)).toEqual(['?attendance-taken']);
  });
});

describe('B2 before closing', () => {
  const open = { state: 'open', rules: sampleRules({ tie: 'fails' }) } as const;

  it('waits for the time or for everybody', () => {
    expect(told({ ...open, voted: 9 })).toEqual(['!everyone-voted 3', '!time-over']);
    expect(told({ ...open, voted: 12 })).toEqual(['+everyone-voted 0', '?time-over']);
    expect(told({ ...open, voted: 9, now: facts.closesAt })).toEqual(['?everyone-voted 3', '+time-over']);
    expect([9, 12].map((voted) => checksPass(check({ ...open, voted })))).toEqual([false, true]);
    expect(checksPass(check({ ...open, voted: 0, now: facts.closesAt }))).toBe(true);
  });

  it('reminds of attendance and of a chair who is gone', () => {
    const rules = sampleRules({ base: 'present' });
    expect(told({ state: 'open', rules, voted: 12, hasChair: false })).toEqual([
      '+everyone-voted 0',
      '?time-over',
      '?attendance-taken',
      '?chair-there',
    ]);
  });

  it('has nothing to look at once it is closed', () => {
    expect([check({ state: 'closed' }), check({ state: 'cancelled' }), check({ state: 'awaiting-chair' })]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
