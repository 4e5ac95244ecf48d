import { describe, expect, it } from 'vitest';
import type { BallotRules, Choice } from './ballot-facts.js';
import { canonicalChoice, findChoiceFaults } from './choices.js';
import { findRuleFaults } from './rule-faults.js';
import { optionsOf, sampleElection, sampleRules } from './sample-ballot.js';

const three = optionsOf('a', 'b', 'c');
const half = { share: { numerator: 1, denominator: 2 }, relation: 'more-than' } as const;
const said = (rules: BallotRules, options = three) =>
  findRuleFaults(rules, options).map(({ where, code }) => `${where.slice('body/'.length)} ${code}`);

describe('V1 rules fit their method and options', () => {
  it('takes each method with what belongs to it', () => {
    expect(said(sampleRules(), [])).toEqual([]);
    expect(said(sampleRules(), optionsOf('yes', 'no'))).toEqual([]);
    expect(said(sampleElection('single', { threshold: half }))).toEqual([]);
    expect(said(sampleElection('approval', { seats: 2, picks: { min: 0, max: 3 }, tie: 'fails' }))).toEqual([]);
    expect(said(sampleElection('score', { seats: 3, scale: { min: 0, max: 5 } }))).toEqual([]);
    expect(said(sampleElection('instant-runoff', { threshold: half, tie: 'lot', lot: ['c', 'a', 'b'] }))).toEqual([]);
    expect(said(sampleElection('schulze', { tie: 'chair' }))).toEqual([]);
    expect(said(sampleElection('stv', { seats: 2 }))).toEqual([]);
  });

  it('says what is wrong with the options', () => {
    expect(said(sampleElection('single'), [])).toEqual(['options too-few']);
    expect(said(sampleElection('single'), optionsOf('a'))).toEqual(['options too-few']);
    expect(said(sampleElection('single'), optionsOf(...'abcdefghijklmnopqrstu'))).toEqual(['options too-many']);
    expect(said(sampleElection('single'), optionsOf('a', 'b', 'a'))).toEqual(['options/2/id repeated']);
    expect(said(sampleRules(), optionsOf('yes', 'maybe'))).toEqual(['options/1/id not-offered']);
    expect(said(sampleRules(), optionsOf('yes'))).toEqual(['options too-few']);
  });

  it('says what does not belong to the method', () => {
    const everything = {
      seats: 2,
      picks: { min: 1, max: 1 },
      scale: { min: 0, max: 5 },
      lot: ['a', 'b', 'c'],
      threshold: half,
    } as const;
    const all = (method: BallotRules['method'], ...without: (keyof typeof everything)[]) => {
      const rest = Object.fromEntries(
        Object.entries(everything).filter(([name]) => !without.includes(name as 'seats')),
      );
      return said(sampleElection(method, rest as Partial<BallotRules>)).map((one) => one.replace('rules/', ''));
    };
    const [seats, picks, scale, threshold, lot] = ['seats', 'picks', 'scale', 'threshold', 'lot'].map(
      (one) => `${one} unexpected`,
    );
    expect(all('single')).toEqual([seats, picks, scale, lot]);
    expect(all('approval')).toEqual([scale, lot]);
    expect(all('score')).toEqual([picks, threshold, lot]);
    expect(all('instant-runoff')).toEqual([seats, picks, scale, lot]);
    expect(all('schulze')).toEqual([seats, picks, scale, threshold, lot]);
    expect(all('stv')).toEqual([picks, scale, threshold, lot]);
  });

  it('says what is missing', () => {
    const { threshold: _, ...without } = sampleRules();
    expect(said(without, [])).toEqual(['rules/threshold missing']);
    expect(said(sampleElection('score'))).toEqual(['rules/scale missing']);
    expect(said(sampleElection('single', { tie: 'lot' }))).toEqual(['rules/lot missing']);
  });

  it('says what nobody could reach, and what everybody would', () => {
    const share = (numerator: number, denominator: number, relation: 'more-than' | 'at-least') =>
      said(sampleRules({ threshold: { share: { numerator, denominator }, relation } }), []);
    expect(share(1, 1, 'more-than')).toEqual(['rules/threshold/share out-of-range']);
    expect(share(1, 1, 'at-least')).toEqual([]);
    expect(share(4, 3, 'at-least')).toEqual(['rules/threshold/share out-of-range']);
    expect(share(0, 1, 'at-least')).toEqual(['rules/threshold/share out-of-range']);
    expect(share(0, 1, 'more-than')).toEqual([]);
    const quorum = { share: { numerator: 5, denominator: 4 }, counts: 'cast' } as const;
    expect(said(sampleRules({ quorum }), [])).toEqual(['rules/quorum/share out-of-range']);
    expect(said(sampleElection('approval', { seats: 4 }))).toEqual(['rules/seats too-many']);
    expect(said(sampleElection('approval', { picks: { min: 2, max: 1 } }))).toEqual(['rules/picks out-of-range']);
    expect(said(sampleElection('approval', { picks: { min: 0, max: 4 } }))).toEqual(['rules/picks out-of-range']);
    expect(said(sampleElection('score', { scale: { min: 3, max: 3 } }))).toEqual(['rules/scale out-of-range']);
  });

  it('leaves ties to a chair only where her vote is open and chooses who wins', () => {
    expect(said(sampleRules({ secrecy: 'secret' }), [])).toEqual(['rules/tie open-only']);
    expect(said(sampleElection('approval', { tie: 'chair', seats: 2 }))).toEqual(['rules/tie one-seat-only']);
    expect(said(sampleElection('instant-runoff', { tie: 'chair' }))).toEqual(['rules/tie not-offered']);
    expect(said(sampleElection('stv', { tie: 'chair' }))).toEqual(['rules/tie not-offered']);
  });

  it('wants every option in the lot, once', () => {
    const lot = (...ids: string[]) => said(sampleElection('single', { tie: 'lot', lot: ids }));
    expect(lot('a', 'b')).toEqual(['rules/lot too-few']);
    expect(lot('a', 'b', 'b')).toEqual(['rules/lot/2 repeated']);
    expect(lot('a', 'b', 'd')).toEqual(['rules/lot/2 not-offered']);
    expect(said(sampleRules({ tie: 'lot', lot: ['no', 'yes'] }), [])).toEqual([]);
  });
});

describe('V1 a choice fits the rules', () => {
  const faults = (choice: Choice, rules: BallotRules) =>
    findChoiceFaults(choice, rules, rules.method === 'yes-no' ? optionsOf('yes', 'no') : three).map(
      ({ where, code }) => `${where.slice('body/choice/'.length)} ${code}`,
    );
  const approval = sampleElection('approval', { picks: { min: 1, max: 2 } });
  const score = sampleElection('score', { scale: { min: 1, max: 5 } });
  const stv = sampleElection('stv', { seats: 2 });

  it('takes what each method asks for, and an abstention where that is an answer', () => {
    expect(faults({ picks: ['yes'] }, sampleRules())).toEqual([]);
    expect(faults({ abstain: true }, sampleRules())).toEqual([]);
    expect(faults({ abstain: true }, sampleRules({ abstain: false }))).toEqual(['abstain not-allowed']);
    expect(faults({ picks: ['c', 'a'] }, approval)).toEqual([]);
    expect(faults({ picks: [] }, sampleElection('approval', { picks: { min: 0, max: 1 } }))).toEqual([]);
    expect(faults({ scores: [{ option: 'a', points: 5 }] }, score)).toEqual([]);
    expect(faults({ scores: [] }, score)).toEqual([]);
    expect(faults({ ranking: ['b'] }, stv)).toEqual([]);
    expect(faults({ ranking: ['b', 'c', 'a'] }, stv)).toEqual([]);
  });

  it('refuses nothing at all, two things at once, and what another method asks for', () => {
    expect(faults({}, sampleRules())).toEqual(['picks missing']);
    expect(faults({}, score)).toEqual(['scores missing']);
    expect(faults({ abstain: true, picks: ['yes'] }, sampleRules())).toEqual(['abstain unexpected']);
    expect(faults({ ranking: ['a'] }, approval)).toEqual(['ranking unexpected']);
    expect(faults({ picks: ['a'] }, stv)).toEqual(['picks unexpected']);
  });

  it('refuses options that are not offered or named twice, and too few or too many', () => {
    expect(faults({ picks: ['maybe'] }, sampleRules())).toEqual(['picks/0 not-offered']);
    expect(faults({ picks: ['yes', 'no'] }, sampleRules())).toEqual(['picks too-many']);
    expect(faults({ picks: [] }, sampleRules())).toEqual(['picks too-few']);
    expect(faults({ picks: ['a', 'a'] }, approval)).toEqual(['picks/1 repeated']);
    expect(faults({ picks: ['a', 'b', 'c'] }, approval)).toEqual(['picks too-many']);
    expect(faults({ ranking: [] }, stv)).toEqual(['ranking too-few']);
    expect(faults({ ranking: ['a', 'd', 'a'] }, stv)).toEqual(['ranking/1 not-offered', 'ranking/2 repeated']);
  });

  it('refuses points beyond the scale and between its steps', () => {
    const points = (value: number) => faults({ scores: [{ option: 'b', points: value }] }, score);
    expect([0, 1, 5, 6, 2.5].map((value) => points(value).length)).toEqual([1, 0, 0, 1, 1]);
    expect(points(6)).toEqual(['scores/0/points out-of-range']);
    const twice = [
      { option: 'a', points: 1 },
      { option: 'a', points: 2 },
    ];
    expect(faults({ scores: twice }, score)).toEqual(['scores/1 repeated']);
  });
});

describe('V1 one form for one meaning', () => {
  it('sorts picks and points, and leaves out who got the fewest possible', () => {
    expect(canonicalChoice({ picks: ['c', 'a'] }, sampleElection('approval'))).toEqual({ picks: ['a', 'c'] });
    const score = sampleElection('score', { scale: { min: 1, max: 5 } });
    const scores = [
      { option: 'c', points: 2 },
      { option: 'b', points: 1 },
      { points: 5, option: 'a' },
    ];
    expect(JSON.stringify(canonicalChoice({ scores }, score))).toBe(
      '{"scores":[{"option":"a","points":5},{"option":"c","points":2}]}',
    );
  });

  it('keeps the order of a ranking, and an abstention', () => {
    expect(canonicalChoice({ ranking: ['c', 'a'] }, sampleElection('stv'))).toEqual({ ranking: ['c', 'a'] });
    expect(canonicalChoice({ abstain: true }, sampleRules())).toEqual({ abstain: true });
  });
});
