import type { Client } from '../../client.js';
import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';
import type { ActState } from '../council/types.js';
import type { MemberSessionState, MemberSessionStore, SessionKeeper } from '../member-session/types.js';
import type { NetworkLike } from '../network.js';

export type { ActState, MemberSessionState, MemberSessionStore, NetworkLike, SessionKeeper };
export type Ballot = Schemas['Ballot'];
export type BallotResult = Schemas['BallotResult'];
export type BallotRules = Schemas['BallotRules'];
export type Choice = Schemas['ballot_Choice'];

/**
 * Where the paper of one secret ballot stays on the device, until the ballot has closed and its receipt was looked for. The page gives
 * it, under a name that holds the ballot's id; what was chosen is never in it. Without one a page that is closed between
 * the paper and the vote loses her vote.
 */
export interface PaperKeeper {
  read(): string | null | Promise<string | null>;
  write(text: string): void | Promise<void>;
  remove(): void | Promise<void>;
}

/** A choice that is being made. Only the field of the ballot's method is used; the others stay empty. */
export interface DraftChoice {
  readonly abstain: boolean;
  /** With yes-no, single (at most one) and approval. */
  readonly picks: readonly string[];
  /** With score: points by option; an option without points is missing. */
  readonly scores: { readonly [option: string]: number };
  /** With instant-runoff, schulze and stv: the best first. */
  readonly ranking: readonly string[];
}

/** How long one may still vote, by the service's clock. */
export interface Countdown {
  /** `calm`: more than a day. `soon`: less than a day. `now`: less than an hour. `over`. */
  readonly urgency: 'calm' | 'soon' | 'now' | 'over';
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** Counted in the last two minutes only; 0 before. */
  readonly seconds: number;
}

/** Why she cannot vote here although she is signed in and the ballot is open. */
export type Hindrance =
  /** Was not on the roll when it opened. */
  | 'not-eligible'
  /** Secret: her paper went to another device, or to a page that was closed and could not keep it; only there it can be used. */
  | 'paper-elsewhere'
  /** Open, and it may not be changed: her vote is stored. `cast` says it with a receipt; this only where it is not known. */
  | 'counted';

/** How far the vote is that is being cast. */
export interface Casting {
  /**
   * - `preparing`: secret: her paper is being made out;
   * - `waiting`: the device says that it has no network; the vote was not sent, and is sent by itself when it has;
   * - `sending`;
   * - `unknown`: 'not sure yet': sent, and no answer came. The same vote is sent again by itself, which counts once, until an answer or
   *   the end of the ballot settles it; `cast()` sends it at once. It cannot be changed meanwhile.
   */
  readonly status: 'preparing' | 'waiting' | 'sending' | 'unknown';
  /** With `unknown`, and with `preparing` where the paper did not come yet. */
  readonly error?: FulianError;
}

/** Whether a receipt is among those that were counted, looked up on this device. */
export interface Inclusion {
  /** `missing`: it is not in the list. */
  readonly status: 'pending' | 'counted' | 'missing' | 'error';
  readonly error?: FulianError;
  /** How many were counted. */
  readonly of?: number;
}

/** One step of the explanation of a result, in the order in which it is told; words are the element's. */
export type Explanation =
  | {
      readonly kind: 'turnout';
      readonly cast: number;
      readonly eligible: number;
      readonly abstained: number;
      readonly present?: number;
    }
  | { readonly kind: 'papers'; readonly papers: number; readonly cast: number; readonly eligible: number }
  | {
      readonly kind: 'quorum';
      readonly counted: number;
      readonly needed: number;
      readonly met: boolean;
      readonly counts: 'cast' | 'present';
    }
  | {
      readonly kind: 'threshold';
      /** Of what it is a share. */
      readonly of: BallotRules['base'];
      readonly base: number;
      readonly reached: number;
      readonly needed: number;
      readonly met: boolean;
      readonly share: Schemas['Fraction'];
      readonly relation: 'more-than' | 'at-least';
    }
  | {
      readonly kind: 'tie';
      readonly between: readonly string[];
      readonly rule: BallotRules['tie'];
      readonly chosen?: string;
      /** They could go out in so many orders that not all were followed: it may not matter. */
      readonly unfollowed?: true;
    }
  | { readonly kind: 'unanimous'; readonly option: string }
  | { readonly kind: 'outcome'; readonly outcome: BallotResult['outcome']; readonly winners: readonly string[] };

/** All that a ballot shows, at one moment. */
export interface BallotState {
  /**
   * - `initial`: `load` was not called yet;
   * - `loading`; `error`: see `loadError`;
   * - `not-open`: a draft, not opened yet;
   * - `sign-in`: waits for a session, see `session`; what she chose before stays;
   * - `hindered`: see `hindrance`;
   * - `choosing`; `reviewing`: `draft` on the screen once more, before it is cast;
   * - `casting`: see `casting`;
   * - `cast`: her vote is stored, `receipt` is there;
   * - `counting`: the time is over and no result is here yet; it comes by itself;
   * - `closed`: `ballot.result` and `explanation` are there, or the ballot was cancelled (`ballot.state`), or the chair decides
   *   (`awaiting-chair`, see `mayDecide`).
   */
  readonly phase:
    | 'initial'
    | 'loading'
    | 'error'
    | 'not-open'
    | 'sign-in'
    | 'hindered'
    | 'choosing'
    | 'reviewing'
    | 'casting'
    | 'cast'
    | 'counting'
    | 'closed';
  readonly loadError?: FulianError;
  /** The last attempt to read it again failed; `ballot` is what was known before. */
  readonly refreshError?: FulianError;
  readonly ballot?: Ballot;
  readonly session: MemberSessionState;
  readonly hindrance?: Hindrance;
  /** While it is open. */
  readonly countdown?: Countdown;
  readonly draft: DraftChoice;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Faults of the draft (V1), found by `review` and `cast`; gone with the next change of it. */
  readonly faults: readonly Schemas['Finding'][];
  readonly casting?: Casting;
  /**
   * The last vote does not count, see its code; the draft is as it was. With `cast` and `vote-counted`: an earlier vote of hers does.
   * Gone with the next change.
   */
  readonly castError?: FulianError;
  /** With `choosing` and `reviewing`: an earlier vote of hers is stored and is replaced by this one; `keepVote` leaves it. */
  readonly isChange: boolean;
  /**
   * With `choosing`: a vote went out from this device before the page was closed, and nobody knows whether it arrived. The same choice
   * again counts once; where the ballot allows no change, another choice is refused if it had arrived.
   */
  readonly mayHaveVoted: boolean;
  /** With `cast`: the rules allow another choice until the closing. */
  readonly mayChange: boolean;
  /** What she voted, where it is known: open ballots, and what was cast since the page is open. Never kept. */
  readonly stored?: Choice;
  /** 64 hexadecimal digits. */
  readonly receipt?: string;
  readonly inclusion?: Inclusion;
  /** With `closed`. */
  readonly explanation: readonly Explanation[];
  /** The chair, while the ballot waits for her: `decide`. */
  readonly mayDecide: boolean;
  readonly decision?: ActState;
}

/** The headless state of one ballot. */
export interface BallotStore extends Store<BallotState> {
  readonly session: MemberSessionStore;
  /** Reads the ballot, takes up a kept session and a kept paper. Never rejects. */
  load(): Promise<void>;
  /** Reads it again; also what happens by itself at the closing, after a break of the network, and now and then. Never rejects. */
  refresh(): Promise<void>;

  // Choosing; each does nothing where it does not fit the method, or while a vote is on its way.
  /** yes-no and single: this one and no other. */
  pick(option: string): void;
  /** approval: with it or without it. Resolves to false, and changes nothing, where that would be more than the ballot allows. */
  toggle(option: string): boolean;
  /** score: points for one option; `undefined` takes them back. */
  score(option: string, points: number | undefined): void;
  /** Order of preference: puts an option at the end of the order, or takes it out. */
  rank(option: string): void;
  unrank(option: string): void;
  /** One place up (-1) or down (1); false at the ends. */
  move(option: string, by: 1 | -1): boolean;
  /** To a place, from 0. */
  moveTo(option: string, place: number): void;
  /** 'I abstain', or not any more; what was chosen before comes back with undo. */
  abstain(on?: boolean): void;
  clear(): void;
  undo(): void;
  redo(): void;

  /** To `reviewing`; false where the draft has faults. */
  review(): boolean;
  /** From `reviewing` back to `choosing`. */
  back(): void;
  /**
   * Casts what was chosen, once, whatever the network does and however often it is called. Resolves when it is stored, refused, or not
   * sure yet. Never rejects: see `phase`, `casting` and `castError`.
   */
  cast(): Promise<void>;
  /** From `cast` to `choosing` with what is stored, where `mayChange`. */
  change(): void;
  /** Leaves the stored vote as it is: back to `cast`. */
  keepVote(): void;

  /**
   * After the closing: looks whether her receipt, or a given one (its first 16 digits are enough), is among all that were counted. The
   * service learns nothing of it. Never rejects: see `inclusion`.
   */
  checkReceipt(receipt?: string): Promise<void>;
  /** The chair's casting vote. Resolves to whether it is stored. */
  decide(option: string): Promise<boolean>;
  /**
   * Forgets choice and receipt (S1). A vote that is on its way may still arrive. What is kept on the device goes once nothing is lost
   * with it: a paper that may not be used yet stays, since she gets no other one. The session goes on.
   */
  wipe(): Promise<void>;
  /** Ends what runs. The store is of no use afterwards; nothing that is kept goes. */
  stop(): void;
}

/** What a ballot's store is made for. */
export interface BallotStoreOptions {
  readonly client: Client;
  /** Id of the council: 12-digit code and the rest. */
  readonly council: string;
  readonly ballot: string;
  /** One that other stores on the page share. Default: one of its own. */
  readonly session?: MemberSessionStore | undefined;
  /** For a session of its own. */
  readonly keepSession?: SessionKeeper | undefined;
  /** Where her paper for a secret ballot outlives the page. */
  readonly keep?: PaperKeeper | undefined;
  /** Default: it is there until something proves otherwise. */
  readonly network?: NetworkLike | undefined;
  /** Milliseconds since 1970; only carries the service's time on. Default `Date.now`. */
  readonly clock?: (() => number) | undefined;
  /** Random bytes for papers. Default: the platform's. */
  readonly random?: ((count: number) => Uint8Array) | undefined;
}
