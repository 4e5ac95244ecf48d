import type { Choice, CountRound, OptionCount, PairCount } from '../ballot-facts.js';

/** What a method counts. */
export interface MethodInput {
  /** The options' ids, in the order in which they are shown. */
  readonly options: readonly string[];
  /** The ballots that are no abstentions; their order has no meaning. */
  readonly choices: readonly Choice[];
  /** How many are to be elected. */
  readonly seats: number;
  /** V5: how many votes a winner must have. */
  readonly needed?: number;
  /** The order published beforehand that decides ties; absent where something else does. */
  readonly lot?: readonly string[];
  /** The fewest points that an option can get from one ballot, with `score`. */
  readonly leastPoints: number;
}

/** What a method found. */
export interface MethodCount {
  readonly counts: OptionCount[];
  readonly rounds?: CountRound[];
  readonly pairs?: PairCount[];
  readonly order?: string[][];
  /** With `stv`: what a seat needs. */
  readonly droopQuota?: number;
  /** What the first of all got in the end, for the threshold. */
  readonly reached: number;
  /** Who surely wins, the first one first; those alike in the order of the options. */
  readonly winners: string[];
  /** Where the count alone did not decide: between whom. */
  readonly tie?: {
    readonly between: readonly string[];
    readonly chosen?: string;
    /** They could go out in more ways than were followed: whether it matters nobody has found out. */
    readonly unfollowed?: true;
  };
  /** Whether that tie leaves somebody's winning open. */
  readonly open: boolean;
}

/** Those of a tie in the order of the lot, the one that wins it first. */
export function byLot(tied: readonly string[], lot: readonly string[]): string[] {
  return lot.filter((option) => tied.includes(option));
}
