import type { components } from '@fulian/contract/types';
import type { FulianError } from '../../errors.js';
import type { Store } from '../../store.js';

type Schemas = components['schemas'];
export type HelpForm = Schemas['HelpForm'];
export type Finding = Schemas['Finding'];
export type Answer = Schemas['Answer'];
export type Grade = Schemas['Grade'];
export type FederationSummary = Schemas['FederationSummary'];

/**
 * The screens in their order; one question each. `danger` is first and needs nothing from the network. Which of them
 * apply depends on the answers, see `HelpFormState.steps`.
 */
export type StepId =
  | 'danger' // is anybody in danger now
  | 'asker' // for whom, and who asks
  | 'category'
  | 'age' // is the person who needs help under 14 (asked for others, and where the category concerns a child)
  | 'risk' // the other risk questions (where the category asks for them, or somebody is in danger)
  | 'children' // are children there
  | 'narrative'
  | 'attachments'
  | 'place'
  | 'identity'
  | 'contact' // channel and number
  | 'contact-safety' // when, may we leave a message, may we say who calls, cover words (not for the channel `none`)
  | 'needs'
  | 'exclusion'
  | 'consent'
  | 'check';

/** What she has said so far; absent means not asked yet or not answered. Lives in memory only (S2). */
export interface HelpFormAnswers {
  danger?: Answer;
  askerRole?: Schemas['Asker']['role'];
  relation?: string;
  reporterBody?: string;
  reporterBodyName?: string;
  category?: string;
  underFourteen?: Answer;
  /** Codes of the risk questions (without the first) that she ticked. */
  risks?: string[];
  /** Instead of ticking: `none` of these, or `unknown`. */
  risksInstead?: 'none' | 'unknown';
  childrenPresent?: Answer;
  narrative?: string;
  /** The chosen divisions, from the county's children down; she may stop at any level. */
  place?: FederationSummary[];
  identity?: Schemas['Identity']['kind'];
  name?: string;
  channel?: Schemas['ContactChannel'];
  contactValue?: string;
  otherPersonName?: string;
  otherPersonRelation?: string;
  days?: NonNullable<Schemas['SafeContactPlan']['days']>;
  from?: string;
  to?: string;
  mayLeaveMessage?: boolean;
  maySayWhoCalls?: boolean;
  coverWords?: string;
  languages?: string[];
  accessNeeds?: string[];
  needsNote?: string;
  /** Does some unit have to be kept out? */
  hasExclusion?: boolean;
  excludedUnits?: string[];
  exclusionNote?: string;
  consentGeneral?: boolean;
  consentSensitive?: boolean;
  consentMinor?: boolean;
  /** Who gives the consent for the child. A mandatory reporter's is `statutory-duty`. */
  minorConsentBy?: 'guardian' | 'statutory-duty';
}

/** What is wrong with one answer of the step on the screen; an element has the words for `code`. */
export interface AnswerFault {
  /** Which answer. */
  answer: keyof HelpFormAnswers | 'attachments';
  /** `missing`, `too-long`, `bad-format`, `ends-before-it-begins`, `not-offered`, … as in the contract's findings. */
  code: string;
}

/** A file that she added. */
export interface AttachmentItem {
  /** Of this item, in this form. */
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes that the service has; for progress. */
  readonly sent: number;
  readonly status: 'waiting' | 'uploading' | 'stored' | 'failed';
  /** With `failed`. `retryable` where trying again may help (network), not where the file itself was refused. */
  readonly fault?: { readonly code: string; readonly retryable: boolean };
}

/** What a file must offer; a browser's `File` does. */
export interface FileSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Where it cannot be asked for its bytes (browsers before 2019), it has to be a `Blob`. */
  slice(start: number, end: number): { arrayBuffer?(): Promise<ArrayBuffer> };
}

/** Proof that the request is stored, and the secret that only this device knows. */
export interface HelpFormReceipt {
  /** 12 digits. */
  readonly number: string;
  /** 24 digits. */
  readonly secret: string;
  readonly grade: Grade;
  readonly submittedAt: string;
  readonly firstContactBy: string;
  readonly handledBy: Schemas['Federation'];
  /**
   * An earlier try had arrived although no answer came back: what she changed after it is not in the request. Tell her
   * so, and whom to call.
   */
  readonly isEarlier: boolean;
}

/** All that a help form shows, at one moment. */
export interface HelpFormState {
  /**
   * How far the federation's form has been loaded: `initial` (not asked for), `pending`, `complete`, `error`. The steps
   * `danger` and `asker` can be answered in every one of them.
   */
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly loadError?: FulianError;
  readonly form?: HelpForm;
  readonly step: StepId;
  /** The steps that apply to the answers so far, in order. */
  readonly steps: readonly StepId[];
  /** She came from the check page by 'Change' and goes back there after Continue. */
  readonly changing: boolean;
  readonly answers: Readonly<HelpFormAnswers>;
  /** Faults of the step on the screen, found by the last Continue; empty while she has not pressed it. */
  readonly faults: readonly AnswerFault[];
  /** What the answers so far add up to. */
  readonly grade: Grade;
  /** Somebody is in danger: show the emergency numbers, whatever the step. */
  readonly inDanger: boolean;
  readonly attachments: readonly AttachmentItem[];
  /** `sent` means that the service has stored it; nothing else does. */
  readonly submission: 'editing' | 'sending' | 'unsent' | 'sent';
  /** With `unsent`: why. */
  readonly submitError?: FulianError;
  readonly receipt?: HelpFormReceipt;
  /** Which group of the secret (0 to 5) she is asked to type back. */
  readonly groupToConfirm: number;
  /** `wrong` after a group that did not match. */
  readonly receiptConfirmed: 'no' | 'wrong' | 'yes';
}

/** The headless state of one request for help, from the first question to the receipt. */
export interface HelpFormStore extends Store<HelpFormState> {
  /** Loads the federation's form; again after an error. Never rejects: see `load` and `loadError`. */
  load(): Promise<void>;
  /**
   * Merges answers; an answer set to `undefined` is taken back. Checks nothing. Like everything that changes the request,
   * it is without effect while the request is being sent and after it was sent.
   */
  answer(change: { [Key in keyof HelpFormAnswers]?: HelpFormAnswers[Key] | undefined }): void;
  /** Checks the step on the screen and moves on where it has no fault. Resolves to whether it moved. */
  next(): Promise<boolean>;
  /** One step back; keeps everything. False on the first step. */
  back(): boolean;
  /** From the check page to one step and back again after `next`. */
  change(step: StepId): void;
  /** The divisions directly below one, for the place step. Rejects with a FulianError. */
  placesBelow(code: string): Promise<readonly FederationSummary[]>;
  /** Adds files and starts to upload them, two at a time. Files over the limits become `failed` at once. */
  addFiles(files: Iterable<FileSource>): void;
  /** Cancels or removes a file, here and on the service. */
  removeFile(key: string): void;
  retryFile(key: string): void;
  /**
   * Submits exactly once: however often it is called or retried, one case and one receipt come of it. Never rejects: see
   * `submission` and `submitError`.
   */
  submit(): Promise<void>;
  /** Checks the group that she typed back; spaces and hyphens do not count. Sets `receiptConfirmed`. */
  confirmReceipt(group: string): void;
  /** Forgets everything, cancels what runs, and is as new (S1). */
  wipe(): void;
}
