import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';
import type { AttachmentItem, AnswerFault, FileSource, HelpForm, HelpFormAnswers, StepId } from '../help-form/types.js';
import type { LiveState } from '../live/types.js';
import type { StaffMember } from '../staff-session/types.js';

export type { AttachmentItem, AnswerFault, FileSource, HelpForm, HelpFormAnswers, LiveState, StaffMember, StepId };
export type CaseSummary = Schemas['CaseSummary'];
export type CaseDetail = Schemas['Case'];
export type CaseEvent = Schemas['CaseEvent'];
export type CaseRules = Schemas['CaseRules'];
export type CaseStep = Schemas['CaseStep'];
export type CaseStepKind = Schemas['CaseStepKind'];
export type CaseCounts = Schemas['CaseCounts'];
export type CaseChannel = Schemas['CaseChannel'];
export type CaseState = Schemas['CaseState'];
export type Grade = Schemas['Grade'];
export type FederationSummary = Schemas['FederationSummary'];
/** Which part of the queue. */
export type QueueView = 'open' | 'mine' | 'unassigned' | 'incoming' | 'overdue' | 'unread' | 'ended' | 'all';
/** What stands first: what is due first, what came last, what changed last. */
export type QueueSort = 'due' | 'newest' | 'changed';

/** What the queue shows. Empty lists: all. */
export interface QueueFilters {
  readonly view: QueueView;
  readonly states: readonly CaseState[];
  readonly grades: readonly Grade[];
  readonly categories: readonly string[];
  readonly channels: readonly CaseChannel[];
  /** Id of a worker; `undefined`: everybody's. */
  readonly worker: string | undefined;
  /** Code of a division and those below it; `undefined`: all that she may see. */
  readonly division: string | undefined;
  readonly sort: QueueSort;
  /** A case number, or a telephone number or a name exactly as it was given. Travels in a header, and is never saved (S3). */
  readonly find: string;
}

/** Filters that the worker named. The text that she looked for is not among them. */
export interface SavedFilter {
  readonly name: string;
  readonly filters: Omit<QueueFilters, 'find'>;
}

/**
 * Where saved filters stay; the page gives it, and only a worker's own 'Save' writes (S2). Without one, saved filters last as
 * long as the session.
 */
export interface FilterKeeper {
  read(): string | null | Promise<string | null>;
  write(text: string): void | Promise<void>;
}

/** The list, as far as the state tells of it; its rows are asked for with `rowAt`. */
export interface QueueState {
  readonly filters: QueueFilters;
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** How many rows there are. While `pending` for the first time 0. */
  readonly total: number;
  /** There are more: the service did not count them. `total` grows as one comes near to its end. */
  readonly totalIsLower: boolean;
  /** Goes up whenever a row that `rowAt` gives may be another one: draw the visible ones again. */
  readonly version: number;
  /** Rows that are being fetched for what `ensure` asked for. */
  readonly filling: boolean;
  /**
   * How many cases came, or do not belong here any more, since the list was loaded. Rows never move under the worker's
   * hands: `reload` brings the list as it is now.
   */
  readonly moved: number;
}

/** What happened with the case while somebody wrote a step. */
export interface StepConflict {
  readonly kind: CaseStepKind;
  /** What others did meanwhile, the newest first; at most 50. */
  readonly events: readonly CaseEvent[];
  /** The step can still be taken. Where not, what was typed is kept all the same. */
  readonly stillAllowed: boolean;
}

/** How far the last step is. */
export interface StepState {
  readonly kind: CaseStepKind;
  /**
   * `unknown`: no answer came; `takeStep` of the same kind sends the same again, and it counts once. `refused`: it did not
   * happen, see `error` and `conflict`; what was typed is kept. `done`: the next step, or `dismissStep`, takes it away.
   */
  readonly status: 'sending' | 'unknown' | 'refused' | 'done';
  readonly error?: FulianError;
  /** With `refused`, where somebody else was quicker. */
  readonly conflict?: StepConflict;
}

/** What is wrong with a step that was written. */
export interface StepFault {
  /** A field of `CaseStep`, with a pointer into it where it has parts: `plan/items/0/what`. */
  readonly field: string;
  readonly code: string;
}

/** The fields of a step as they are written, by kind. */
export type StepDrafts = {
  readonly [Kind in CaseStepKind]?: Readonly<Omit<Partial<CaseStep>, 'kind' | 'attachments'>>;
};

/** What happened to a case, as far as it is loaded. */
export interface CaseEvents {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** The newest first. */
  readonly items: readonly CaseEvent[];
  readonly hasMore: boolean;
}

/** The case on the screen. */
export interface SelectedCase {
  readonly id: string;
  readonly load: 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** From the queue, at once, where it was there. */
  readonly summary?: CaseSummary;
  readonly case?: CaseDetail;
  /** The last attempt to read it again failed; `case` is what was known before. */
  readonly refreshError?: FulianError;
  /** Others have changed it since the worker opened it or last called `markSeen`: how many events. */
  readonly unseen: number;
  readonly events: CaseEvents;
  /** What is written and not sent; in memory, kept while other cases are looked at. */
  readonly drafts: StepDrafts;
  /** Faults of the last `takeStep`, by kind. */
  readonly faults: readonly StepFault[];
  readonly faultsOf?: CaseStepKind;
  readonly step?: StepState;
  /** Files for the next step that takes files (`filesWith`). */
  readonly files: readonly AttachmentItem[];
}

/** A request that is taken down for somebody. */
export interface Registration {
  readonly channel: CaseChannel;
  readonly answers: Readonly<HelpFormAnswers>;
  /** What the answers so far add up to. */
  readonly grade: Grade;
  /** The groups of questions that apply to the answers so far, as in the help form. */
  readonly steps: readonly StepId[];
  readonly faults: readonly AnswerFault[];
  /** What she brought along or sent. */
  readonly files: readonly AttachmentItem[];
  /** `unsent`: nobody knows whether it was stored, or it was refused; `register` again, and it is stored once. */
  readonly status: 'editing' | 'sending' | 'unsent' | 'stored';
  readonly error?: FulianError;
  /** With `stored`: what is handed out. The secret is shown once and kept nowhere. */
  readonly receipt?: Schemas['HelpRequestReceipt'] & { readonly secret: string };
  /** With `stored`. */
  readonly caseId?: string;
  /** With `stored`: an earlier try had arrived, with other answers than the last ones. */
  readonly isEarlier?: boolean;
}

/** What can be done with the files of a request that is taken down. */
export interface RegistrationFiles {
  add(files: Iterable<FileSource>): void;
  remove(key: string): void;
  retry(key: string): void;
}

/** All that a desk shows, at one moment. */
export interface CaseDeskState {
  /** The federation's rules and form, the counts and the first rows. */
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly loadError?: FulianError;
  /** 12-digit code: whose queue it is. The member's own, unless another one below it was chosen. */
  readonly federation: string;
  readonly member?: StaffMember;
  readonly rules?: CaseRules;
  /** For the names of categories, risk questions, needs and so on. */
  readonly form?: HelpForm;
  readonly counts?: CaseCounts;
  readonly queue: QueueState;
  readonly saved: readonly SavedFilter[];
  readonly selected?: SelectedCase;
  readonly live: LiveState;
  readonly registration?: Registration;
  /** Ids of the cases in which something is written and not sent. */
  readonly unsent: readonly string[];
}

/** The headless state of a case worker's day. Everything in it needs a session that is signed in. */
export interface CaseDeskStore extends Store<CaseDeskState> {
  /** Loads rules, form, counts and the queue, and begins to watch. Never rejects: see `load`. */
  load(): Promise<void>;

  // The queue
  /** Another queue: what is left out stays. The list begins anew. */
  setFilters(change: Partial<QueueFilters>): Promise<void>;
  /** The queue of another federation below her own. */
  setFederation(code: string): Promise<void>;
  /** The list once more, in today's order; the filters stay. */
  reload(): Promise<void>;
  /** A row; `undefined` where it is not here yet (`ensure` fetches it). The same object as long as nothing changed in it. */
  rowAt(index: number): CaseSummary | undefined;
  /** Where a case stands, of the rows that are here; -1 where it is not. */
  indexOf(caseId: string): number;
  /**
   * Makes sure that these rows (both included) come, with some around them; call it while scrolling, as often as you like. Rows
   * far away from here may be forgotten; they come again when they are asked for.
   */
  ensure(from: number, to: number): void;
  /** Names the filters as they are now; a filter of the same name is replaced. */
  saveFilter(name: string): Promise<void>;
  useFilter(name: string): Promise<void>;
  removeFilter(name: string): Promise<void>;

  // One case
  /** Opens a case, or closes it with `undefined`. What is written in the other one is kept. Never rejects. */
  select(caseId: string | undefined): Promise<void>;
  /** The next (1) or previous (-1) row of the queue. False at its ends. */
  selectBeside(by: 1 | -1): Promise<boolean>;
  refreshSelected(): Promise<void>;
  /** The next page of its events. */
  moreEvents(): Promise<void>;
  /** All events of the selected case, for printing. Rejects with a FulianError. */
  allEvents(): Promise<readonly CaseEvent[]>;
  /** A file of the selected case. Rejects with a FulianError. */
  downloadFile(attachmentId: string): Promise<ArrayBuffer>;
  markSeen(): void;

  // Steps
  /** Merges fields into the draft of one kind of step; a field set to `undefined` is taken back. */
  write(kind: CaseStepKind, change: { readonly [Key in keyof CaseStep]?: CaseStep[Key] | undefined }): void;
  /** Forgets what was written for one kind. */
  discard(kind: CaseStepKind): void;
  /**
   * Takes the step with what was written for it. Where somebody else changed the case meanwhile, steps that add something
   * (`note`, `message`, `contact`, `measure`, …) are sent once more by themselves where they are still allowed; others come
   * back as a conflict with everything that was typed. Resolves to whether it was taken. Never rejects: see `selected.step`.
   */
  takeStep(kind: CaseStepKind): Promise<boolean>;
  dismissStep(): void;
  addFiles(files: Iterable<FileSource>): void;
  removeFile(key: string): void;
  retryFile(key: string): void;

  // Who and where
  /** Who can be given a case of its owner; remembered. Rejects with a FulianError. */
  workers(): Promise<readonly StaffMember[]>;
  /** Federations whose name contains the words, for a transfer. Rejects with a FulianError. */
  findFederations(words: string): Promise<readonly FederationSummary[]>;
  /** The divisions directly below one. Rejects with a FulianError. */
  placesBelow(code: string): Promise<readonly FederationSummary[]>;

  // Taking a request down
  startRegistration(channel: CaseChannel): void;
  /** Merges answers; an answer set to `undefined` is taken back. */
  answer(change: { [Key in keyof HelpFormAnswers]?: HelpFormAnswers[Key] | undefined }): void;
  setChannel(channel: CaseChannel): void;
  /** Files of the request that is taken down, uploaded two at a time; `undefined` where none is. */
  readonly registrationFiles: RegistrationFiles | undefined;
  /** Checks and stores it, once however often it is called. Resolves to whether it is stored. Never rejects. */
  register(): Promise<boolean>;
  /** Forgets it, the secret of its receipt included. */
  endRegistration(): void;

  /** Forgets everything that is known of cases and persons, and what was written; the session stays. */
  wipe(): void;
  /** Ends the stream and what runs. The store is of no use afterwards. */
  stop(): void;
}

/** How a limit stands at a moment, see `clockOf`. */
export interface LimitClock {
  /** `calm`: more than a day. `soon`: less than a day. `now`: less than an hour. `late`: over. */
  readonly urgency: 'calm' | 'soon' | 'now' | 'late';
  /** Until the limit, or since it: whole days, and what is left of hours and minutes. */
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** Milliseconds until it says something else; for a timer. */
  readonly changesIn: number;
}

/** Whether she may be called at a moment, see `callWindow`. */
export interface CallWindow {
  readonly allowed: boolean;
  /** When that changes; absent where it never does. UTC. */
  readonly until?: string;
  /** `no-calls`: her channel is none that is called (`none`, `email`, `wechat`, …), whatever the hour. */
  readonly reason?: 'no-calls' | 'outside-hours';
}

/** Accounts of a federation and those below it, for its administrator. */
export interface StaffAccountsState {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  readonly items: readonly StaffMember[];
  readonly hasMore: boolean;
  /** How the last creation or change went. */
  readonly change?: {
    readonly status: 'sending' | 'unknown' | 'refused' | 'done';
    /** The account that was changed; absent for a new one. */
    readonly id?: string;
    readonly error?: FulianError;
    /** Fields of the draft that the service finds fault with. */
    readonly faults: readonly StepFault[];
  };
}

/** The headless state of the accounts, for an administrator. */
export interface StaffAccountsStore extends Store<StaffAccountsState> {
  load(): Promise<void>;
  more(): Promise<void>;
  /** Adds an account, once however often the same draft is sent. Resolves to whether it is there. Never rejects. */
  create(draft: Schemas['StaffDraft']): Promise<boolean>;
  /** Changes one; where somebody else changed it meanwhile, it is read again and nothing is overwritten. Never rejects. */
  change(id: string, change: Schemas['StaffChange']): Promise<boolean>;
  dismissChange(): void;
}

/** The audit log of a federation (S7), for its auditor. */
export interface AuditLogState {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** The newest first. */
  readonly items: readonly Schemas['AuditEntry'][];
  readonly hasMore: boolean;
}

/** The headless state of the audit log. */
export interface AuditLogStore extends Store<AuditLogState> {
  load(): Promise<void>;
  more(): Promise<void>;
}
