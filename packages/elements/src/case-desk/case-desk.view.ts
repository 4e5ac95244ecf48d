import type {
  CaseDeskState,
  CaseDeskStore,
  CaseDetail,
  CaseStepKind,
  CaseSummary,
  FederationSummary,
  Grade,
  SelectedCase,
  StaffMember,
} from '@fulian/sdk/stores/case-desk';
import type { GapValues, Language } from '../base/language.js';
import type { LocalizedText } from '../base/provider.js';
import type { SignInView } from '../base/staff-sign-in.js';
import type { DeskKey } from './case-desk.words.js';

/** What stands beside the queue, or above all. */
export type Panel = 'register' | 'accounts' | 'audit' | 'password';
/** What stands above everything for a moment. */
export type Overlay = 'shortcuts' | 'print';
/** Whose eyes a text is for. */
export type Pen = 'message' | 'ask' | 'note';

/** What the desk tells the page. */
export type DeskEvent = 'fl-signed-in' | 'fl-signed-out' | 'fl-locked' | 'fl-opened' | 'fl-step' | 'fl-registered';

/** What belongs to the screen and not to the cases; new after every wipe. */
export interface Scratch {
  showsFilters: boolean;
  panel: Panel | undefined;
  overlay: Overlay | undefined;
  /** Which of the texts is being written. */
  pen: Pen;
  /** The form of a step that is open in the place of the texts. */
  step: CaseStepKind | undefined;
  /** What is looked for, as it is typed. */
  find: string;
  /** Which way a case is to be transferred. */
  direction: 'up' | 'down' | 'side' | 'partner';
  /** Federations that were found for a transfer or an invitation. */
  found: readonly FederationSummary[] | 'pending' | 'error' | undefined;
  findFederation: string;
  /** Who can be given a case; undefined until somebody wants to know. */
  workers: readonly StaffMember[] | 'pending' | 'error' | undefined;
  /** Why a file could not be fetched. */
  fileFailed: boolean;
}

/** All that a view gets to draw itself and to say what the worker did. Views hold no state of their own. */
export interface DeskView extends SignInView {
  readonly state: CaseDeskState;
  readonly store: CaseDeskStore;
  readonly member: StaffMember;
  readonly scratch: Scratch;
  readonly language: Language;
  /** The divisions directly below the federation whose queue it is. */
  readonly places: readonly FederationSummary[];
  /** This moment, milliseconds since 1970. */
  readonly now: number;
  t(key: DeskKey, values?: GapValues): string;
  /** Words for a key that is put together at run time; else the other ones of its kind, else the code. */
  words(prefix: string, code: string): string;
  /** Words that came from the service. */
  localized(text: LocalizedText): string;
  gradeName(grade: Grade): string;
  categoryName(code: string): string;
  /** Where a case comes from, by its division; the federation that has it where that is not known. */
  placeName(summary: CaseSummary): string;
  /** Shows a case. */
  open(caseId: string): void;
  /** The row above or below the case on the screen. */
  beside(by: 1 | -1): Promise<void>;
  /** Back to the list. */
  back(): void;
  /** Begins a step: takes it at once where it needs no words, else opens its form. */
  begin(kind: CaseStepKind): void;
  /** Takes the step with what was written for it. */
  take(kind: CaseStepKind): Promise<void>;
  /** Closes the form of a step; what was written stays. */
  leaveStep(): void;
  show(panel: Panel | undefined): void;
  lay(overlay: Overlay | undefined): void;
  /** Asks who can be given a case. */
  askWorkers(): void;
  findFederations(words: string): void;
  download(attachmentId: string): void;
  print(withNotes: boolean): void;
  /** Tells the page; never with anybody's words. */
  tell(name: DeskEvent, detail: object | null): void;
  /** Moves the focus to an element, after the next drawing. */
  focus(id: string): void;
  /** Draws again after a change of `scratch`. */
  redraw(): void;
}

/** A view in which a case is loaded. */
export interface CaseView {
  readonly view: DeskView;
  readonly selected: SelectedCase;
  readonly detail: CaseDetail;
}
