import type { BallotRules, Choice, Option } from './ballot-facts.js';

/** Rules for tests and examples: yes or no, more than half of the votes cast, two thirds of the roll take part, the chair decides ties. */
export function sampleRules(change: Partial<BallotRules> = {}): BallotRules {
  return {
    version: 1,
    method: 'yes-no',
    secrecy: 'open',
    abstain: true,
    revote: true,
    base: 'cast',
    quorum: { share: { numerator: 2, denominator: 3 }, counts: 'cast' },
    threshold: { share: { numerator: 1, denominator: 2 }, relation: 'more-than' },
    tie: 'chair',
    ...change,
  };
}

/** The same without a threshold and without a quorum, for a method that knows none. */
export function sampleElection(method: BallotRules['method'], change: Partial<BallotRules> = {}): BallotRules {
  const { threshold: _, ...rules } = sampleRules({ method, tie: 'again' });
  return { ...rules, quorum: { share: { numerator: 0, denominator: 1 }, counts: 'cast' }, ...change };
}

/** Options by their ids. */
export const optionsOf = (...ids: string[]): Option[] => ids.map((id) => ({ id }));

/** So many times the same choice. */
export const times = (count: number, choice: Choice): Choice[] => Array.from({ length: count }, () => choice);
