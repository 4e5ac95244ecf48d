import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';
import type { CouncilMember, MemberSessionState, MemberSessionStore } from '../member-session/types.js';

export type { CouncilMember, MemberSessionState, MemberSessionStore };
export type Council = Schemas['Council'];
export type Topic = Schemas['Topic'];
export type TopicState = Schemas['TopicState'];
export type Comment = Schemas['Comment'];
export type Meeting = Schemas['Meeting'];
export type Ballot = Schemas['Ballot'];
export type Resolution = Schemas['Resolution'];
export type ExecutionReport = Schemas['ExecutionReport'];

/** A list that grows page by page. */
export interface ListState<Item> {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** What is here stays here while it is read again. */
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** How far something is that somebody did. */
export interface ActState {
  /**
   * - `waiting`: the device says that it has no network, so it was not sent; it is sent by itself when it has;
   * - `sending`;
   * - `unknown`: it was sent and no answer came, so nobody knows whether it arrived. Say so. It is sent again by itself, under the same
   *   key, and counts once; the same call again sends it at once;
   * - `failed`: it did not happen and will not, see `error` and `faults`; nothing that was typed is lost;
   * - `done`.
   */
  readonly status: 'waiting' | 'sending' | 'unknown' | 'failed' | 'done';
  /** With `unknown`, and with `failed` where it was sent. */
  readonly error?: FulianError;
  /** With `failed`: what is wrong with fields, as the contract names it (`body/words`, `missing`). */
  readonly faults?: readonly Schemas['Finding'][];
}

/** What somebody does, by name and by what it is done to: `acts['second 2c4e…']`; a proposal is `acts.propose`. */
export type ActName =
  | 'propose'
  | `comment ${string}`
  | `take-back ${string}`
  | `report ${string}`
  | `second ${string}`
  | `answer ${string}`
  | `rate ${string}`;

/** The discussion of the topic on the screen; for members. */
export interface Discussion extends ListState<Comment> {
  readonly topic: string;
  /** What she is writing and has not sent; kept while other topics are looked at. */
  readonly draft: string;
}

/** A topic as it is written, not yet sent. `name` is asked of visitors only, and may stay empty. */
export interface ProposalDraft {
  readonly title: string;
  readonly words: string;
  readonly name: string;
}

/** The execution rate, by X1 of the contract's rules. */
export type ExecutionRate = Schemas['ExecutionCounts'] & {
  /** Whole percent, rounded down, so that 100 means all; absent where nothing is due yet. */
  readonly percent?: number;
};

/** Lists of a council. Topics and resolutions are those of a member while she is signed in. */
export interface CouncilLists {
  readonly topics: ListState<Topic>;
  readonly meetings: ListState<Meeting>;
  /** The latest first, without drafts. */
  readonly ballots: ListState<Ballot>;
  readonly resolutions: ListState<Resolution>;
  /** Members only; empty and `initial` for visitors. */
  readonly roll: ListState<CouncilMember>;
}

/** All that a council shows, at one moment. */
export interface CouncilState extends CouncilLists {
  /** Of the council itself; each list has a state of its own. */
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly loadError?: FulianError;
  readonly council?: Council;
  readonly rate?: ExecutionRate;
  readonly session: MemberSessionState;
  /** Only topics in this state; absent: all. */
  readonly topicState?: TopicState;
  readonly discussion?: Discussion;
  /** Lives in memory only (S2). */
  readonly proposal: ProposalDraft;
  /** What a visitor's suggestion or a member's proposal became, after `acts.propose` is `done`: `suggested` waits for the organiser. */
  readonly proposed?: Schemas['TopicReceived'];
  /** Words for `answerExecution`, by resolution. */
  readonly answerDrafts: { readonly [resolution: string]: string };
  readonly acts: { readonly [Name in ActName]?: ActState };
  /** Something is written, or on its way, that would be lost with the page. */
  readonly hasUnsent: boolean;
}

/** The headless state of one council, for visitors and its members. */
export interface CouncilStore extends Store<CouncilState> {
  /** For `createBallotStore` and a sign-in; signing in there reads everything again as the member. */
  readonly session: MemberSessionStore;
  /** Reads council and lists, and takes up a kept session. Never rejects: see `load`. */
  load(): Promise<void>;
  /** Everything that is shown once more. Never rejects; what was known stays where it fails. */
  refresh(): Promise<void>;
  /** The next page of a list. */
  more(list: keyof CouncilLists): Promise<void>;
  setTopicState(state: TopicState | undefined): Promise<void>;
  /** The same as of `session`. */
  openWithCode(code: string, options?: { readonly remember?: boolean }): Promise<void>;
  openWithVoucher(voucher: string): Promise<void>;
  leave(): Promise<void>;

  // Topics
  writeProposal(change: Partial<ProposalDraft>): void;
  /** Proposes as a member, or suggests as a visitor. Resolves to whether it is stored. Never rejects: see `acts.propose`. */
  propose(): Promise<boolean>;
  second(topicId: string): Promise<void>;
  unsecond(topicId: string): Promise<void>;
  /** Shows the discussion of a topic, or none. */
  openTopic(topicId: string | undefined): Promise<void>;
  moreComments(): Promise<void>;
  writeComment(words: string): void;
  /** Sends what is written about the open topic. Resolves to whether it is stored. */
  comment(): Promise<boolean>;
  takeBack(commentId: string): Promise<void>;
  /** Asks the organiser to look at it. */
  report(commentId: string): Promise<void>;

  // Resolutions
  writeAnswer(resolutionId: string, words: string): void;
  /** What the proposer says of what was done; to send it back needs words. Resolves to whether it is stored. */
  answerExecution(resolutionId: string, accepted: boolean): Promise<boolean>;
  /** 1 to 5; may be changed. */
  rate(resolutionId: string, points: number): Promise<void>;

  /** Takes away what an act that is over says. */
  dismiss(name: ActName): void;
  /** Forgets everything that was written and read, cancels what runs, and is as new (S1). The session goes on. */
  wipe(): void;
  /** Ends what runs. The store is of no use afterwards. */
  stop(): void;
}
