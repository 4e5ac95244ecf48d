import { describe, expect, it } from 'vitest';
import type { BallotRules, Choice } from '../ballot-facts.js';
import { optionsOf, sampleElection, times } from '../sample-ballot.js';
import { countBallots } from './count.js';
import { decimalOf } from './decimal.js';

function count(rules: BallotRules, ids: string, choices: readonly Choice[]) {
  return countBallots({ rules, options: optionsOf(...ids), eligible: choices.length, choices });
}
/** `3 abc`: three ballots that prefer a to b to c. */
const ranked = (...lines: string[]): Choice[] =>
  lines.flatMap((line) => {
    const [many, order = ''] = line.split(' ');
    return times(Number(many), { ranking: [...order] });
  });
const votes = (round: { counts: { option: string; votes: string }[] }) =>
  round.counts.map(({ option, votes: got }) => `${option} ${got}`).join(', ');
const half = { share: { numerator: 1, denominator: 2 }, relation: 'more-than' } as const;

describe('V2 single', () => {
  it('is won by who has the most, where that meets the threshold', () => {
    const choices = [...times(4, { picks: ['a'] }), ...times(3, { picks: ['b'] }), ...times(2, { picks: ['c'] })];
    expect(count(sampleElection('single'), 'abc', choices)).toMatchObject({ outcome: 'elected', winners: ['a'] });
    expect(count(sampleElection('single', { threshold: half }), 'abc', choices)).toMatchObject({
      outcome: 'failed',
      winners: [],
      threshold: { base: 9, reached: 4, needed: 5, met: false },
    });
  });

  it('elects nobody without a vote', () => {
    const result = count(sampleElection('single'), 'ab', times(3, { abstain: true }));
    expect(result).toMatchObject({ outcome: 'failed', winners: [], turnout: { cast: 3, abstained: 3 } });
    expect(result.tie).toBeUndefined();
  });
});

describe('V2 approval', () => {
  const choices: Choice[] = [
    ...times(3, { picks: ['a', 'b'] }),
    ...times(2, { picks: ['a', 'c'] }),
    ...times(1, { picks: ['d'] }),
  ];

  it('elects those with the most, the first one first', () => {
    expect(count(sampleElection('approval', { seats: 2 }), 'dcba', choices)).toMatchObject({
      outcome: 'elected',
      winners: ['a', 'b'],
      counts: [{ option: 'd', votes: '1' }, { votes: '2' }, { votes: '3' }, { votes: '5' }],
    });
  });

  it('leaves a seat empty rather than give it to who misses the threshold, or to whom nobody picked', () => {
    const seats = (change: Partial<BallotRules>) =>
      count(sampleElection('approval', { seats: 3, ...change }), 'abcde', choices);
    expect(seats({ threshold: half }).winners).toEqual(['a']);
    expect(seats({ seats: 5 }).winners).toEqual(['a', 'b', 'c', 'd']);
  });

  it('says who is elected for sure where the last seat is a tie, and lets the lot fill it', () => {
    const four = [...choices, ...times(1, { picks: ['c'] })];
    expect(count(sampleElection('approval', { seats: 2 }), 'abcd', four)).toMatchObject({
      outcome: 'tied',
      winners: ['a'],
      tie: { between: ['b', 'c'], rule: 'again' },
    });
    const lot = ['d', 'c', 'b', 'a'];
    expect(count(sampleElection('approval', { seats: 2, tie: 'lot', lot }), 'abcd', four)).toMatchObject({
      outcome: 'elected',
      winners: ['a', 'c'],
      tie: { between: ['b', 'c'], rule: 'lot', chosen: 'c' },
    });
  });
});

describe('V2 score', () => {
  it('adds the points; who is left out got the fewest', () => {
    const rules = sampleElection('score', { scale: { min: 1, max: 5 } });
    const choices: Choice[] = [
      { scores: [{ option: 'a', points: 5 }] },
      { scores: [{ option: 'b', points: 3 }] },
      { scores: [{ option: 'b', points: 4 }] },
    ];
    expect(count(rules, 'abc', choices)).toMatchObject({
      outcome: 'elected',
      winners: ['b'],
      counts: [{ votes: '7' }, { votes: '8' }, { votes: '3' }],
    });
    expect(count(rules, 'abc', times(4, { scores: [] })).outcome).toBe('failed');
  });
});

describe('V2 instant runoff', () => {
  const rules = sampleElection('instant-runoff');

  it('moves the ballots of the last one on until somebody has more than half', () => {
    const result = count(rules, 'abc', ranked('4 ab', '3 ba', '1 cb', '1 cba'));
    expect(result.rounds!.map(votes)).toEqual(['a 4, b 3, c 2', 'a 4, b 5']);
    expect(result.rounds!.map(({ eliminated, elected }) => [eliminated, elected])).toEqual([
      [['c'], []],
      [[], ['b']],
    ]);
    expect([result.outcome, result.winners]).toEqual(['elected', ['b']]);
    expect(votes(result)).toBe('a 4, b 3, c 2');
  });

  it('lets several go at once where even together they are behind', () => {
    const result = count(rules, 'abcd', ranked('5 a', '4 b', '1 cb', '1 db'));
    expect(result.rounds!.map(({ eliminated }) => eliminated)).toEqual([['c', 'd'], []]);
    expect(result.winners).toEqual(['b']);
  });

  it('is no tie where the same one wins whoever goes first, and says between whom it was', () => {
    const result = count(rules, 'abc', ranked('4 a', '2 ba', '2 ca'));
    expect(result).toMatchObject({
      outcome: 'elected',
      winners: ['a'],
      rounds: [{ elected: ['a'], tied: ['b', 'c'], eliminated: [] }],
    });
    expect(result.tie).toBeUndefined();
  });

  it('is a tie where it hangs on who goes first, unless a lot was drawn', () => {
    const choices = ranked('3 a', '2 bc', '2 cb');
    expect(count(rules, 'abc', choices)).toMatchObject({ outcome: 'tied', winners: [], tie: { between: ['b', 'c'] } });
    const drawn = (...lot: string[]) => count({ ...rules, tie: 'lot', lot }, 'abc', choices);
    expect(drawn('a', 'b', 'c')).toMatchObject({
      outcome: 'elected',
      winners: ['b'],
      rounds: [{ tied: ['b', 'c'], eliminated: ['c'] }, { elected: ['b'] }],
      tie: { between: ['b', 'c'], rule: 'lot' },
    });
    expect(drawn('a', 'c', 'b').winners).toEqual(['c']);
  });

  it('goes on until the threshold is met or two are left', () => {
    const choices = [...ranked('5 a', '2 b', '1 cba'), ...times(2, { abstain: true })];
    const result = count({ ...rules, threshold: half }, 'abc', choices);
    expect(result.rounds!.map(votes)).toEqual(['a 5, b 2, c 1', 'a 5, b 3']);
    expect(result).toMatchObject({ outcome: 'failed', threshold: { base: 10, reached: 5, needed: 6, met: false } });
    const six = count({ ...rules, threshold: half }, 'abc', [
      ...ranked('5 a', '2 b', '1 cab'),
      ...times(2, { abstain: true }),
    ]);
    expect(six).toMatchObject({ outcome: 'elected', winners: ['a'], threshold: { reached: 6, met: true } });
  });
});

describe('V2 Schulze', () => {
  const rules = sampleElection('schulze');

  it('elects who beats everybody', () => {
    const result = count(rules, 'abc', ranked('4 abc', '3 bca', '2 cba'));
    expect(result).toMatchObject({ outcome: 'elected', winners: ['b'], order: [['b'], ['c'], ['a']] });
    expect(result.pairs).toContainEqual({ option: 'b', over: 'a', votes: 5 });
  });

  it('breaks a circle at its weakest link', () => {
    expect(count(rules, 'abc', ranked('4 abc', '3 bca', '2 cab')).winners).toEqual(['a']);
  });

  it('puts those that a ballot leaves out last, all alike', () => {
    const result = count(rules, 'abc', ranked('2 a', '1 bc'));
    expect(result.order).toEqual([['a'], ['b'], ['c']]);
    expect(result.pairs).toContainEqual({ option: 'b', over: 'c', votes: 1 });
  });

  it('says a circle of equals as a tie of all', () => {
    const choices = ranked('1 abc', '1 bca', '1 cab');
    expect(count(rules, 'abc', choices)).toMatchObject({
      outcome: 'tied',
      order: [['a', 'b', 'c']],
      tie: { between: ['a', 'b', 'c'] },
    });
    expect(count({ ...rules, tie: 'lot', lot: ['c', 'a', 'b'] }, 'abc', choices).winners).toEqual(['c']);
  });
});

describe('V2 the single transferable vote', () => {
  it('moves surpluses on at what they are worth, exactly', () => {
    const result = count(sampleElection('stv', { seats: 2 }), 'abcd', ranked('7 abc', '2 c', '2 d'));
    // 11 ballots and two seats: a quota of 4. Three sevenths of each of seven ballots move on.
    expect(result.droopQuota).toBe(4);
    expect(result.rounds!.map(votes)).toEqual(['a 7, b 0, c 2, d 2', 'a 4, b 3, c 2, d 2']);
    // Whoever of the last two goes out, nobody is ahead of b.
    expect(result.rounds![1]).toMatchObject({ elected: ['b'], tied: ['c', 'd'], eliminated: [] });
    expect(result).toMatchObject({ outcome: 'elected', winners: ['a', 'b'] });
  });

  it('shows votes that are no integers as decimals that are cut', () => {
    const result = count(sampleElection('stv', { seats: 2 }), 'abc', ranked('4 ab', '2 ac', '1 a', '2 b', '1 c'));
    expect(result.droopQuota).toBe(4);
    expect(votes(result.rounds![1]!)).toBe('a 4, b 3.714285714, c 1.857142857');
    expect(result.rounds![1]!.exhausted).toBe('0.428571428');
    expect(result.winners).toEqual(['a', 'b']);
  });

  it('elects those who are left where there are seats for all, but never one whom nobody names', () => {
    const result = count(sampleElection('stv', { seats: 3 }), 'abcd', ranked('3 ab', '1 c'));
    expect(result.rounds![0]).toMatchObject({ eliminated: ['d'] });
    expect([...result.winners].sort()).toEqual(['a', 'b', 'c']);
    expect(count(sampleElection('stv', { seats: 2 }), 'abc', ranked('5 a')).winners).toEqual(['a']);
    expect(count(sampleElection('stv', { seats: 2 }), 'abc', times(5, { abstain: true })).outcome).toBe('failed');
  });

  it('is a tie where a seat hangs on who goes out, and says who is elected all the same', () => {
    const result = count(sampleElection('stv', { seats: 2 }), 'abcd', ranked('5 a', '3 b', '2 cd', '2 dc'));
    expect(result).toMatchObject({ outcome: 'tied', winners: ['a'], tie: { between: ['c', 'd'], rule: 'again' } });
  });

  it('lets the lot say who goes out, and tells that it did', () => {
    const rules = sampleElection('stv', { seats: 2, tie: 'lot', lot: ['d', 'c', 'b', 'a'] });
    const result = count(rules, 'abcd', ranked('7 abc', '2 c', '2 d'));
    expect(result.rounds![1]).toMatchObject({ tied: ['c', 'd'], eliminated: ['c'] });
    expect(result).toMatchObject({
      outcome: 'elected',
      winners: ['a', 'b'],
      tie: { between: ['c', 'd'], rule: 'lot' },
    });
  });

  it('counts the most that a council can ask for: 500 ballots, 20 options, 19 seats', () => {
    const ids = [...'abcdefghijklmnopqrst'];
    const choices = Array.from({ length: 500 }, (_, at) => {
      const ranking = [...ids].sort(
        (a, b) => ((a.charCodeAt(0) * (at + 7)) % 101) - ((b.charCodeAt(0) * (at + 7)) % 101),
      );
      return { ranking };
    });
    const result = count(sampleElection('stv', { seats: 19, tie: 'lot', lot: ids }), ids.join(''), choices);
    expect(result.winners).toHaveLength(19);
    expect(new Set(result.winners).size).toBe(19);
  });
});

describe('decimals of fractions', () => {
  it('are cut after nine places and have no zeros at their end', () => {
    const of = (numerator: number, denominator: number) => decimalOf(BigInt(numerator), BigInt(denominator));
    expect([of(2, 3), of(1, 4), of(6, 2), of(0, 7), of(1, 1_000_000_000), of(1, 3_000_000_000)]).toEqual([
      '0.666666666',
      '0.25',
      '3',
      '0',
      '0.000000001',
      '0',
    ]);
  });
});
