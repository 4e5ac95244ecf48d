import { describe, expect, it } from 'vitest';
import { baseOf, decideTie, quorumNeeded, votesNeeded } from './majority.js';
import { optionsOf, sampleElection, sampleRules, times } from './sample-ballot.js';
import { countBallots, tooFew } from './tally/count.js';

const needed = (numerator: number, denominator: number, relation: 'more-than' | 'at-least', base: number) =>
  votesNeeded({ share: { numerator, denominator }, relation }, base);

describe('V5 the fewest votes that meet an exact fraction', () => {
  it.each([
    ['two thirds of 12', 2, 3, 'at-least', 12, 8],
    ['two thirds of 13', 2, 3, 'at-least', 13, 9],
    ['more than two thirds of 12', 2, 3, 'more-than', 12, 9],
    ['more than half of 11', 1, 2, 'more-than', 11, 6],
    ['more than half of 10', 1, 2, 'more-than', 10, 6],
    ['half of 10', 1, 2, 'at-least', 10, 5],
    ['half of 11', 1, 2, 'at-least', 11, 6],
    ['all of 7', 1, 1, 'at-least', 7, 7],
    ['a third of 0', 1, 3, 'at-least', 0, 1],
    ['more than half of 0', 1, 2, 'more-than', 0, 1],
    ['one more than nothing', 0, 1, 'more-than', 9, 1],
    ['three tenths of 10, where a decimal number errs', 3, 10, 'at-least', 10, 3],
  ] as const)('%s', (_name, numerator, denominator, relation, base, votes) => {
    expect(needed(numerator, denominator, relation, base)).toBe(votes);
  });

  it('is exact for every fraction and every roll', () => {
    const wrong: string[] = [];
    for (let denominator = 1; denominator <= 30; denominator++)
      for (let numerator = 0; numerator <= denominator; numerator++)
        for (let base = 1; base <= 60; base++) {
          const least = needed(numerator, denominator, 'at-least', base);
          const more = needed(numerator, denominator, 'more-than', base);
          const isLeast =
            least * denominator >= numerator * base && (least === 1 || (least - 1) * denominator < numerator * base);
          const isMore = more * denominator > numerator * base && (more - 1) * denominator <= numerator * base;
          if (!isLeast || !isMore) wrong.push(`${numerator}/${denominator} of ${base}: ${least}, ${more}`);
        }
    expect(wrong).toEqual([]);
  });
});

describe('V3 the base', () => {
  const of = (base: 'eligible' | 'present' | 'cast' | 'decided', present?: number) =>
    baseOf(
      { rules: sampleRules({ base }), eligible: 12, ...(present !== undefined && { present }) },
      { cast: 10, abstained: 3 },
    );

  it('is what the rules name', () => {
    expect([of('eligible'), of('present', 11), of('cast'), of('decided')]).toEqual([12, 11, 10, 7]);
  });

  it('is unknown where attendance is asked for and nobody took it', () => {
    expect(of('present')).toBeUndefined();
  });
});

describe('V4 the quorum', () => {
  const quorum = (numerator: number, denominator: number) => ({
    share: { numerator, denominator },
    counts: 'cast' as const,
  });

  it('is the smallest number that is at least the share of the roll', () => {
    const of = (numerator: number, denominator: number, roll: number) =>
      quorumNeeded(sampleRules({ quorum: quorum(numerator, denominator) }), roll);
    expect([of(2, 3, 12), of(2, 3, 13), of(0, 1, 12), of(1, 2, 11), of(1, 1, 5)]).toEqual([8, 9, 0, 6, 5]);
  });

  it('counts abstentions as taking part, and leaves the counts on the paper where it is missed', () => {
    const facts = { rules: sampleRules(), options: optionsOf('yes', 'no'), eligible: 12 };
    const seven = countBallots({ ...facts, choices: times(7, { picks: ['yes'] }) });
    expect(seven).toMatchObject({
      outcome: 'no-quorum',
      winners: [],
      quorum: { counted: 7, needed: 8, met: false },
      threshold: { base: 7, reached: 7, needed: 4, met: true },
      counts: [
        { option: 'yes', votes: '7' },
        { option: 'no', votes: '0' },
      ],
    });
    const eighth = countBallots({ ...facts, choices: [...times(7, { picks: ['yes'] }), { abstain: true }] });
    expect(eighth).toMatchObject({ outcome: 'passed', turnout: { eligible: 12, cast: 8, abstained: 1 } });
  });

  it('is missed where the rules ask for attendance and nobody took it', () => {
    for (const rules of [
      sampleRules({ base: 'present' }),
      sampleRules({ quorum: { share: { numerator: 1, denominator: 2 }, counts: 'present' } }),
    ]) {
      const facts = { rules, options: optionsOf('yes', 'no'), eligible: 12, choices: times(12, { picks: ['yes'] }) };
      expect(countBallots(facts).outcome).toBe('no-quorum');
      expect(countBallots({ ...facts, present: 12 })).toMatchObject({ outcome: 'passed', turnout: { present: 12 } });
    }
  });
});

describe('V2 to V5 what a result says of itself', () => {
  it('7 of 10, 6 needed', () => {
    const result = countBallots({
      rules: sampleRules(),
      options: optionsOf('yes', 'no'),
      eligible: 12,
      choices: [...times(7, { picks: ['yes'] }), ...times(3, { picks: ['no'] })],
    });
    expect(result).toEqual({
      outcome: 'passed',
      winners: ['yes'],
      turnout: { eligible: 12, cast: 10, abstained: 0 },
      quorum: { counted: 10, needed: 8, met: true },
      threshold: { base: 10, reached: 7, needed: 6, met: true },
      counts: [
        { option: 'yes', votes: '7' },
        { option: 'no', votes: '3' },
      ],
    });
  });

  it('7 of 10, 7 needed; 6 of 10, 7 needed', () => {
    const rules = sampleRules({ threshold: { share: { numerator: 2, denominator: 3 }, relation: 'at-least' } });
    const of = (yes: number) => {
      const choices = [...times(yes, { picks: ['yes'] }), ...times(10 - yes, { picks: ['no'] })];
      const { outcome, threshold } = countBallots({ rules, options: optionsOf('yes', 'no'), eligible: 12, choices });
      return { outcome, threshold };
    };
    expect(of(7)).toEqual({ outcome: 'passed', threshold: { base: 10, reached: 7, needed: 7, met: true } });
    expect(of(6)).toEqual({ outcome: 'failed', threshold: { base: 10, reached: 6, needed: 7, met: false } });
  });

  it('abstentions count or do not, as the base says', () => {
    const choices = [...times(5, { picks: ['yes'] }), ...times(3, { picks: ['no'] }), ...times(2, { abstain: true })];
    const of = (base: 'cast' | 'decided' | 'eligible') =>
      countBallots({ rules: sampleRules({ base }), options: optionsOf('yes', 'no'), eligible: 12, choices });
    expect(of('cast')).toMatchObject({ outcome: 'failed', threshold: { base: 10, reached: 5, needed: 6 } });
    expect(of('decided')).toMatchObject({ outcome: 'passed', threshold: { base: 8, reached: 5, needed: 5 } });
    expect(of('eligible')).toMatchObject({ outcome: 'failed', threshold: { base: 12, reached: 5, needed: 7 } });
  });

  it('nothing of a secret ballot with four votes, and all of one with five', () => {
    const secret = sampleRules({
      secrecy: 'secret',
      tie: 'again',
      quorum: { share: { numerator: 1, denominator: 3 }, counts: 'cast' },
    });
    const facts = { rules: secret, options: optionsOf('yes', 'no'), eligible: 12, papers: 6 };
    const four = countBallots({ ...facts, choices: [...times(3, { picks: ['yes'] }), { abstain: true }] });
    expect(four).toEqual({
      outcome: 'too-few',
      winners: [],
      turnout: { eligible: 12, cast: 4, abstained: 0, papers: 6 },
      quorum: { counted: 4, needed: 4, met: true },
      counts: [],
    });
    expect(tooFew(facts, 4)).toEqual(four);
    expect(countBallots({ ...facts, choices: times(5, { picks: ['yes'] }) })).toMatchObject({
      outcome: 'passed',
      turnout: { papers: 6 },
    });
    const open = { ...facts, rules: { ...secret, secrecy: 'open' as const } };
    expect(countBallots({ ...open, choices: times(4, { picks: ['yes'] }) }).outcome).toBe('passed');
  });

  it('refuses to count what does not fit the rules', () => {
    const facts = { rules: sampleRules(), options: optionsOf('yes', 'no'), eligible: 3 };
    expect(() => countBallots({ ...facts, choices: [{ picks: ['maybe'] }] })).toThrow(RangeError);
  });
});

describe('V6 ties of a motion', () => {
  const votes = (yes: number, no: number, abstained: number, change = {}) =>
    countBallots({
      rules: sampleRules(change),
      options: optionsOf('yes', 'no'),
      eligible: 12,
      choices: [
        ...times(yes, { picks: ['yes'] }),
        ...times(no, { picks: ['no'] }),
        ...times(abstained, { abstain: true }),
      ],
    });

  it('is one where one more yes would be enough', () => {
    expect(votes(5, 5, 0)).toMatchObject({
      outcome: 'tied',
      winners: [],
      tie: { between: ['yes', 'no'], rule: 'chair' },
    });
    expect(votes(5, 5, 1)).toMatchObject({ outcome: 'tied' });
    expect(votes(5, 5, 2)).toMatchObject({ outcome: 'failed' });
    expect(votes(5, 5, 2, { base: 'decided' })).toMatchObject({ outcome: 'tied' });
    expect(votes(0, 0, 12, { base: 'decided' })).toMatchObject({ outcome: 'failed' });
    expect(votes(5, 6, 0)).toMatchObject({ outcome: 'failed' });
    const half = { share: { numerator: 1, denominator: 2 }, relation: 'at-least' as const };
    expect(votes(5, 5, 0, { threshold: half })).toMatchObject({ outcome: 'passed' });
  });

  it('is said as one where nobody wins it and where it is run again', () => {
    expect(votes(5, 5, 0, { tie: 'fails' })).toMatchObject({ outcome: 'tied', winners: [], tie: { rule: 'fails' } });
    expect(votes(5, 5, 0, { tie: 'again' })).toMatchObject({ outcome: 'tied', winners: [], tie: { rule: 'again' } });
  });

  it('is decided by the lot that was published beforehand', () => {
    const lot = (...order: string[]) => votes(5, 5, 0, { tie: 'lot', lot: order });
    expect(lot('yes', 'no')).toMatchObject({ outcome: 'passed', winners: ['yes'], tie: { chosen: 'yes' } });
    expect(lot('no', 'yes')).toMatchObject({ outcome: 'failed', winners: [], tie: { chosen: 'no' } });
  });

  it('is decided by the chair, once and between those', () => {
    const rules = sampleRules();
    const tied = votes(5, 5, 0);
    const yes = decideTie(tied, rules, 'yes');
    expect(yes).toEqual({ ...tied, outcome: 'passed', winners: ['yes'], tie: { ...tied.tie, chosen: 'yes' } });
    expect(decideTie(tied, rules, 'no')).toMatchObject({ outcome: 'failed', winners: [], tie: { chosen: 'no' } });
    expect(() => decideTie(yes, rules, 'no')).toThrow(RangeError);
    expect(() => decideTie(tied, rules, 'maybe')).toThrow(RangeError);
    expect(() => decideTie(tied, sampleRules({ tie: 'fails' }), 'yes')).toThrow(RangeError);
  });

  it('of persons is decided by the chair, too', () => {
    const rules = sampleElection('single', { tie: 'chair' });
    const choices = [...times(2, { picks: ['a'] }), ...times(2, { picks: ['c'] }), { picks: ['b'] }];
    const tied = countBallots({ rules, options: optionsOf('a', 'b', 'c'), eligible: 5, choices });
    expect(tied).toMatchObject({ outcome: 'tied', tie: { between: ['a', 'c'], rule: 'chair' } });
    expect(decideTie(tied, rules, 'c')).toMatchObject({ outcome: 'elected', winners: ['c'] });
    expect(() => decideTie(tied, rules, 'b')).toThrow(RangeError);
  });
});
