/**
 * **G2** What each kind of entry says. No name of anybody, only ids. Members are sorted by their ids as texts, so that no order tells
 * anything.
 */
import type { components } from '../../../generated/types.js';

type Schemas = components['schemas'];

/** A choice as it is counted: canonical after V1, so that one meaning is one text. */
export type LoggedChoice = Schemas['ballot_Choice'];

/** One vote of an open ballot, as the closing publishes it: the last one of each member. */
export interface LoggedVote {
  readonly member: string;
  readonly choice: LoggedChoice;
  /** 32 random bytes as hex digits, which kept the receipt from being guessed. */
  readonly salt: string;
  /** See `receiptOfVote`; stands in a `vote-stored` entry of the ballot. */
  readonly receipt: string;
}

/** What a ballot was opened with; fixed from here on. */
export interface BallotOpenedBody {
  readonly ballot: string;
  readonly motion: Schemas['Motion'];
  readonly options: readonly Schemas['BallotOption'][];
  readonly rules: Schemas['BallotRules'];
  /** Who may vote: all on the roll at this entry. */
  readonly members: readonly string[];
  /** RFC 3339 with milliseconds, in UTC: a vote is in time where its entry's `at` is before it. */
  readonly closesAt: string;
  /** Secret ballots only: the public key of its papers. */
  readonly paperKey?: string;
  /** The ballot that it runs again. */
  readonly again?: string;
}

/** The closing of an open ballot. */
export interface OpenBallotClosedBody {
  readonly ballot: string;
  /** How many attended the meeting, where the rules ask for it. */
  readonly present?: number;
  readonly votes: readonly LoggedVote[];
  readonly result: Schemas['BallotResult'];
}

/** The closing of a secret ballot. `used` and `choices` are as many, and left out where the outcome is `too-few`. */
export interface SecretBallotClosedBody {
  readonly ballot: string;
  /** How many attended the meeting, where the rules ask for it. */
  readonly present?: number;
  /** How many papers were handed out. */
  readonly papers: number;
  /** The secret scalar of the ballot's papers, hex: nobody can vote with it any more, and everybody can recompute each seal. */
  readonly key: string;
  /** The papers that were in the box, sorted. */
  readonly used?: readonly string[];
  /** What was in the box, sorted by canonical JSON: the order has nothing to do with that of `used`. */
  readonly choices?: readonly LoggedChoice[];
  readonly result: Schemas['BallotResult'];
}

/** What was decided, or what became of it. */
export interface ResolutionBody {
  readonly resolution: string;
  readonly state: Schemas['ResolutionState'];
  /** The last day, Chinese time. */
  readonly due: string;
  readonly ballot?: string;
}

/** The body of each kind. */
export interface LogBodies {
  'council-created': { readonly name: string };
  'member-joined': { readonly member: string; readonly role: Schemas['CouncilRole'] };
  'member-changed': { readonly member: string; readonly role: Schemas['CouncilRole'] };
  'member-left': { readonly member: string };
  'ballot-opened': BallotOpenedBody;
  /**
   * Open ballots only, in the transaction that stores the vote. `replaces` is the receipt of her vote before, where there was one: so the
   * receipts that no other replaces are exactly those that the closing must publish. The same choice sent again is no entry.
   */
  'vote-stored': { readonly ballot: string; readonly receipt: string; readonly replaces?: string };
  'ballot-closed': OpenBallotClosedBody | SecretBallotClosedBody;
  'casting-vote': {
    readonly ballot: string;
    readonly member: string;
    readonly choice: LoggedChoice;
    readonly result: Schemas['BallotResult'];
  };
  'ballot-cancelled': { readonly ballot: string };
  'resolution-made': ResolutionBody;
  'resolution-changed': ResolutionBody;
}

/** What can be logged. */
export type LogKind = keyof LogBodies;
