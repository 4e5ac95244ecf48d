import type { components } from '../../generated/types.js';

type Schemas = components['schemas'];

/** The rules of one ballot, fixed when it opens. */
export type BallotRules = Schemas['BallotRules'];
/** How votes are counted. */
export type BallotMethod = Schemas['BallotMethod'];
/** Where a ballot stands. */
export type BallotState = Schemas['BallotState'];
/** What came out and how. */
export type BallotResult = Schemas['BallotResult'];
/** What one ballot says. */
export type Choice = Schemas['ballot_Choice'];
/** An exact fraction. */
export type Fraction = Schemas['Fraction'];
/** What one option got. */
export type OptionCount = Schemas['OptionCount'];
/** One round of instant runoff or of the transferable vote. */
export type CountRound = Schemas['CountRound'];
/** How many prefer one option to another. */
export type PairCount = Schemas['PairCount'];
/** One thing that is wrong, and where. */
export type Finding = Schemas['Finding'];

/** All that the rules need of an option. */
export interface Option {
  readonly id: string;
}

/** What is counted. */
export interface BallotFacts {
  readonly rules: BallotRules;
  /** What could be chosen, in the order in which it is shown. */
  readonly options: readonly Option[];
  /** One for each ballot that was cast, abstentions included; their order has no meaning. */
  readonly choices: readonly Choice[];
  /** How many could vote. */
  readonly eligible: number;
  /** How many attended the meeting; absent where nobody took attendance. */
  readonly present?: number;
  /** Of a secret ballot: how many papers were handed out. */
  readonly papers?: number;
}
