import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';
import type {
  ActState,
  Ballot,
  Comment,
  Council,
  ListState,
  Meeting,
  Resolution,
  Topic,
  TopicState,
} from '../council/types.js';
import type { StaffMember } from '../staff-session/types.js';

export type { ActState, Ballot, Comment, Council, ListState, Meeting, Resolution, StaffMember, Topic, TopicState };
export type RollEntry = Schemas['RollEntry'];
/** A card to be printed and handed to one member. */
export type InvitationCard = Schemas['InvitationCards']['items'][number];
/** One line of the checklist before opening or closing. */
export type BallotCheck = Schemas['BallotCheck']['checks'][number];
export type BallotRules = Schemas['BallotRules'];
export type LogHead = Schemas['LogHead'];

/** What the organiser writes, by what it is about. */
export interface DeskDrafts {
  readonly council: Schemas['CouncilDraft'];
  readonly member: Schemas['MemberDraft'];
  readonly meeting: Schemas['MeetingDraft'];
  readonly ballot: Schemas['BallotDraft'];
  readonly resolution: Schemas['ResolutionDraft'];
}
/** What a form can be about. */
export type DraftKind = keyof DeskDrafts;

/** What the service holds of it now, by what it is about; the other side of a conflict. */
export interface DeskThings {
  readonly council: Council;
  readonly member: RollEntry;
  readonly meeting: Schemas['MeetingFile'];
  readonly ballot: Ballot;
  readonly resolution: Resolution;
}

/** A form that is being filled in. */
export interface Editor<Kind extends DraftKind = DraftKind> {
  /** Of what is changed; absent where it is new. */
  readonly id?: string;
  /** What is there already is being read, so that it can be changed. */
  readonly load: 'pending' | 'complete' | 'error';
  readonly loadError?: FulianError;
  /** As far as it is written. Nothing of it is lost until it is saved or put away. */
  readonly draft: Partial<DeskDrafts[Kind]>;
  readonly isChanged: boolean;
  /** How the last `save` went; absent before. With `unknown`, `save` sends it again, and it is stored once. */
  readonly save?: ActState;
  /** Faults of the draft, of the contract's rules or of the service: `body/rules/threshold`, `missing`. */
  readonly faults: readonly Schemas['Finding'][];
  /**
   * Somebody else changed it meanwhile: what it is now. The draft stays; the next `save` replaces what is there, `takeOver` takes it into
   * the draft.
   */
  readonly conflict?: DeskThings[Kind];
}

/** Acts of the desk, by name and by what they are done to. */
export type DeskActName =
  | 'invite'
  | `screen ${string}`
  | `moderate ${string}`
  | `open ${string}`
  | `close ${string}`
  | `cancel ${string}`
  | `execute ${string}`;

/** A topic's discussion as the organiser sees it. */
export interface DeskDiscussion extends ListState<Comment> {
  readonly topic: string;
}

/** The ballot on the screen, with what stands against its next step. */
export interface DeskBallot {
  readonly id: string;
  readonly load: 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  readonly ballot?: Ballot;
  readonly checks: readonly BallotCheck[];
  /** A check stands against it: it cannot be opened, or not be closed, now. */
  readonly isBlocked: boolean;
}

/** The council on the screen. */
export interface DeskCouncil {
  readonly id: string;
  readonly load: 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  readonly council?: Council;
  /** With those who left. */
  readonly roll: ListState<RollEntry>;
  /** Cards with their codes, once; gone with `forgetCards`, with another council, and with the session. */
  readonly cards: readonly InvitationCard[];
  readonly topics: ListState<Topic>;
  readonly topicState?: TopicState;
  readonly discussion?: DeskDiscussion;
  readonly meetings: ListState<Meeting>;
  /** Drafts included. */
  readonly ballots: ListState<Ballot>;
  readonly ballot?: DeskBallot;
  readonly resolutions: ListState<Resolution>;
  /** To be printed and posted; read by `readHead`. */
  readonly head?: LogHead;
  readonly acts: { readonly [Name in DeskActName]?: ActState };
}

/** All that a desk shows, at one moment. */
export interface CouncilDeskState {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly loadError?: FulianError;
  /** 12-digit code: the member's own federation, unless another one below it was given. */
  readonly federation: string;
  readonly member?: StaffMember;
  readonly councils: ListState<Council>;
  /** What the councils were looked for by. */
  readonly find: string;
  /** The execution rate, rolled up. */
  readonly report?: Schemas['ExecutionReport'];
  readonly selected?: DeskCouncil;
  /** At most one form of each kind at a time. */
  readonly editors: { readonly [Kind in DraftKind]?: Editor<Kind> };
  /** Something is written that is not saved. */
  readonly hasUnsaved: boolean;
}

/** A set of voting rules that has a name; what it means is told by the element. */
export interface RulePreset {
  readonly id:
    | 'simple-majority'
    | 'absolute-majority'
    | 'two-thirds-of-roll'
    | 'elect-one'
    | 'elect-several'
    | 'order-of-preference'
    | 'elect-several-by-preference'
    | 'points';
  /** Complete; the organiser changes single rules of it. Open; `secret` where people are elected. */
  readonly rules: BallotRules;
}

/** The headless state of an organiser's day. Everything in it needs a staff session that is signed in. */
export interface CouncilDeskStore extends Store<CouncilDeskState> {
  /** Reads councils and report; opens the council that was given. Never rejects: see `load`. */
  load(): Promise<void>;
  refresh(): Promise<void>;
  setFederation(code: string): Promise<void>;
  /** The service's time, as far as an answer has told it; milliseconds since 1970. */
  now(): number;
  /** Councils whose name contains the words. */
  findCouncils(words: string): Promise<void>;
  moreCouncils(): Promise<void>;
  /** Opens a council, or closes it with `undefined`. Forms that are being filled in stay. */
  select(councilId: string | undefined): Promise<void>;
  more(list: 'topics' | 'meetings' | 'ballots' | 'resolutions' | 'discussion'): Promise<void>;

  // Forms: all of them work alike.
  /**
   * Begins a new one, or reads one to change it (`member`: an entry of the roll; `ballot`: a draft). A form of the same kind that holds
   * something unsaved is put away by it: ask first, see `hasUnsaved`.
   */
  edit<Kind extends DraftKind>(kind: Kind, id?: string, draft?: Partial<DeskDrafts[Kind]>): Promise<void>;
  /** Merges fields; a field set to `undefined` is taken away. */
  write<Kind extends DraftKind>(
    kind: Kind,
    change: { readonly [Key in keyof DeskDrafts[Kind]]?: DeskDrafts[Kind][Key] | undefined },
  ): void;
  /** Saves, once however often it is called. Resolves to the id of what is stored, or `undefined`: see `editors`. Never rejects. */
  save(kind: DraftKind): Promise<string | undefined>;
  /** With a conflict: takes what is there now into the draft; what was typed goes. */
  takeOver(kind: DraftKind): void;
  /** Puts a form away with what is written in it. */
  close(kind: DraftKind): void;

  // Roll
  /** Prints cards; earlier ones that were not used open nothing then. Resolves to whether `cards` are here. */
  invite(members: readonly string[]): Promise<boolean>;
  forgetCards(): void;

  // Topics
  setTopicState(state: TopicState | undefined): Promise<void>;
  screen(topicId: string, screening: Schemas['TopicScreening']): Promise<boolean>;
  openTopic(topicId: string | undefined): Promise<void>;
  /** Hides a contribution with a reason, or shows it again. */
  moderate(commentId: string, hidden: boolean, reason?: string): Promise<boolean>;

  // Ballots
  /** Shows a ballot with its checklist, or none. */
  openBallotView(ballotId: string | undefined): Promise<void>;
  /** Puts the rules of a preset into the ballot that is being written. */
  usePreset(id: RulePreset['id']): void;
  /** Draws the order that decides ties (`tie: 'lot'`) for the ballot that is being written; again after its options change. */
  drawLot(): void;
  /** The checklist once more. */
  check(): Promise<void>;
  openBallot(ballotId: string): Promise<boolean>;
  closeBallot(ballotId: string): Promise<boolean>;
  /** Drops a draft, or cancels an open ballot uncounted. Nothing undoes it: ask first. */
  cancelBallot(ballotId: string): Promise<boolean>;
  /** Begins a new ballot with motion, options and rules of one that was tied or missed its quorum. */
  runAgain(ballotId: string): Promise<void>;

  // Resolutions
  /** Begins a resolution from a ballot that has passed or elected somebody. */
  resolutionFrom(ballotId: string): Promise<void>;
  execute(resolutionId: string, step: Schemas['ExecutionStep']): Promise<boolean>;

  /** The signed head of the log, for printing. */
  readHead(): Promise<void>;
  /** Takes away what an act that is over says. */
  dismiss(name: DeskActName): void;
  /** Forgets everything that is known, cards and forms included; the session stays. */
  wipe(): void;
  /** Ends what runs. The store is of no use afterwards. */
  stop(): void;
}
