import type { FulianError, Schemas } from '@fulian/sdk';
import type {
  CouncilDeskState,
  CouncilDeskStore,
  DeskActName,
  DeskCouncil,
  DeskDrafts,
  DraftKind,
  StaffMember,
} from '@fulian/sdk/stores/council-desk';
import type { GapValues, Language } from '../base/language.js';
import type { SignInView } from '../base/staff-sign-in.js';
import type { DeskKey } from './council-desk.words.js';

/** The parts of a council's desk. */
export type Section = 'roll' | 'topics' | 'meetings' | 'ballots' | 'resolutions';

/** In the order of their tabs. */
export const sections: readonly Section[] = ['roll', 'topics', 'meetings', 'ballots', 'resolutions'];

/** What is printed. */
export type Print = 'cards' | 'minutes' | 'result' | 'notice';

/** What the desk tells the page. */
export type DeskEvent = 'fl-signed-in' | 'fl-signed-out' | 'fl-locked' | 'fl-opened' | 'fl-changed' | 'fl-printed';

/** Where somebody is: a section with its list, or one thing of it. `new`: one that is not stored yet; `cards`: cards with codes. */
export interface Place {
  readonly section: Section | 'council';
  readonly item?: string;
  /** The form of what is shown, and not what it says. */
  readonly isForm?: boolean;
}

/** What is asked before something that nothing undoes. */
export interface Question {
  readonly title: string;
  readonly words: readonly string[];
  readonly button: string;
  /** Destroys something. */
  readonly isRisky?: boolean;
  readonly act: () => void;
  /** Where the focus goes when the answer is no; what had it, where it is left out. */
  readonly backTo?: string;
}

/** A small form below one thing: a decision with its words. */
export interface SmallForm {
  readonly id: string;
  readonly kind: string;
  words: string;
  /** What another topic is merged into. */
  into: string;
  /** Was sent without something that it needs. */
  isIncomplete: boolean;
}

/** What belongs to the screen and not to the councils; new after every wipe. */
export interface Scratch {
  place: Place;
  question: Question | undefined;
  small: SmallForm | undefined;
  /** What is looked for, as it is typed. */
  find: string;
  /** Part of a name on the roll. */
  findName: string;
  /** Members that cards are printed for. */
  readonly chosen: Set<string>;
  showsLeft: boolean;
  /** Cards were given to the printer: their codes are not on the screen any more. */
  cardsPrinted: boolean;
  /** Options of a ballot that were written before rules were chosen that have none. */
  options: readonly Schemas['BallotOption'][];
  /** What could not be put on paper. */
  printFailed: boolean;
}

/** All that a view gets to draw itself and to say what the organiser did. Views hold no state of their own. */
export interface DeskView extends SignInView {
  readonly state: CouncilDeskState;
  readonly store: CouncilDeskStore;
  readonly member: StaffMember;
  readonly scratch: Scratch;
  readonly language: Language;
  /** This moment, milliseconds since 1970. */
  readonly now: number;
  /** Where members go with their card; as the page says it. */
  readonly cardAddress: string | undefined;
  t(key: DeskKey, values?: GapValues): string;
  /** Words for a key that is put together at run time; else the code. */
  words(prefix: string, code: string): string;
  /** What went wrong, in words. */
  failure(error: FulianError): string;
  /** Goes somewhere in the council on the screen. */
  go(place: Place): void;
  /** Opens a council, or goes back to the list of them. */
  open(councilId: string | undefined): void;
  /** Opens a form; asks first where that would put away something unsaved. */
  edit<Kind extends DraftKind>(kind: Kind, place: Place, id?: string, draft?: Partial<DeskDrafts[Kind]>): void;
  /** Does something that begins a new form; asks first where one of its kind holds something unsaved. */
  unlessUnsaved(kind: DraftKind, begin: () => void): void;
  /** Saves a form and goes to `place` where that was done. */
  save(kind: DraftKind, place: (id: string) => Place): Promise<void>;
  /** Leaves a form; asks first where something is unsaved. */
  leave(kind: DraftKind, place: Place): void;
  /**
   * Does something unless it is on its way already, and `after` once it is done: at once, or when it was sent again by itself.
   * Else the focus goes to `said`, which says what became of it.
   */
  act(name: DeskActName, run: () => Promise<boolean>, after: () => void, said?: string): Promise<void>;
  /** Opens or closes a small form below one thing. */
  unfold(id: string, kind: string): void;
  ask(question: Question | undefined): void;
  /** Puts a sheet on paper and takes it out of the page again. Resolves after the browser's dialog. */
  print(kind: Print, sheet: unknown): Promise<void>;
  /** Tells the page; never with anybody's words. */
  tell(name: DeskEvent, detail: object | null): void;
  /** Moves the focus to an element, after the next drawing. */
  focus(id: string): void;
  /** Draws again after a change of `scratch`. */
  redraw(): void;
}

/** A view in which a council is loaded. */
export interface CouncilView {
  readonly view: DeskView;
  readonly shown: DeskCouncil;
}
