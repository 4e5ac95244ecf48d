import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';
import type { LiveState } from '../live/types.js';
import type { AttachmentItem, FileSource } from '../help-form/types.js';

export type { AttachmentItem, FileSource, LiveState };
export type OwnCase = Schemas['OwnCase'];
export type OwnCaseEvent = Schemas['OwnCaseEvent'];
export type OwnCaseExport = Schemas['OwnCaseExport'];
/** What she can do now, see `OwnCase.may`. */
export type OwnAction = OwnCase['may'][number];

/** What she typed into the two fields, as she typed it: spaces, hyphens and full-width digits do not matter. */
export interface TypedReceipt {
  readonly number: string;
  readonly secret: string;
}

/** What is wrong with one field, found before anything is sent. */
export interface ReceiptFault {
  readonly field: keyof TypedReceipt;
  /** `digits`: other signs than digits. `too-short`, `too-long`: not 12 digits, or not 24. */
  readonly code: 'missing' | 'digits' | 'too-short' | 'too-long';
}

/**
 * Why nothing is shown any more:
 * - `left`: she closed it;
 * - `idle`: no sign of her for `idleMinutes`;
 * - `expired`: the half hour of the token is over. What she had typed comes back when she opens the same case again;
 * - `erased`: she had the case deleted.
 */
export type ClosedReason = 'left' | 'idle' | 'expired' | 'erased';

/** A message that is written and not yet sent. Lives in memory only (S2). */
export interface MessageDraft {
  readonly words: string;
  readonly attachments: readonly AttachmentItem[];
}

/** A message on its way. */
export interface OutgoingMessage {
  /** Of this message, in this store. */
  readonly key: string;
  readonly words: string;
  /** Names of its files. */
  readonly files: readonly string[];
  /** When she sent it. UTC. */
  readonly at: string;
  /**
   * - `sending`;
   * - `unknown`: no answer came, so nobody knows whether it arrived. Say so. It is sent again by itself as soon as the service
   *   answers anything, or by `retryMessage`; however often that is, it arrives once;
   * - `refused`: it did not arrive and will not, see `error`; `takeBackMessage` puts its words back into the draft.
   *
   * A message that arrived is not here any more: it is in the case's timeline.
   */
  readonly status: 'sending' | 'unknown' | 'refused';
  readonly error?: FulianError;
}

/** How far something is that she did besides writing. */
export interface OwnActionState {
  /** `unknown`: no answer came; do the same again, it counts once. `failed`: it did not happen. */
  readonly status: 'sending' | 'unknown' | 'failed' | 'done';
  /** With `unknown` and `failed`. */
  readonly error?: FulianError;
}

/** All that a tracker shows, at one moment. */
export interface CaseTrackerState {
  /**
   * `initial`: asks for number and secret. `opening`. `open`: `case` is there. `error`: it could not be opened, see
   * `openError`; the fields are asked for again. `closed`: see `closedBecause`; everything else is blank.
   */
  readonly phase: 'initial' | 'opening' | 'open' | 'error' | 'closed';
  /** Faults of what she typed, found by the last `open`. */
  readonly receiptFaults: readonly ReceiptFault[];
  /** With `error`. `receipt-refused`: no case belongs to these; which of the two is wrong nobody says (S4). */
  readonly openError?: FulianError;
  readonly closedBecause?: ClosedReason;
  /** With `closed`: something that she wrote was not sent; it comes back when she opens the same case. Only with `expired`. */
  readonly hasUnsent: boolean;
  readonly case?: OwnCase;
  /** When the token ends, UTC. She opens the case again after it. */
  readonly expiresAt?: string;
  /** It ends within five minutes. */
  readonly expiresSoon: boolean;
  /** Without a sign of her, the tracker goes blank within a minute. */
  readonly idleSoon: boolean;
  readonly live: LiveState;
  /** How many things happened since `markSeen`, the newest at the end of the timeline. For an announcement. */
  readonly unseen: number;
  /** The last attempt to read the case again failed; `case` is what was known before. */
  readonly refreshError?: FulianError;
  readonly draft: MessageDraft;
  /** Faults of the draft, found by the last `sendMessage`. */
  readonly draftFaults: readonly {
    readonly field: 'words' | 'attachments';
    /**
     * `unfinished`: a file is on its way. `failed`: a file did not arrive. `unavailable`: what sends could not be loaded, so nothing was
     * sent or added; the same again tries again.
     */
    readonly code: 'missing' | 'too-long' | 'unfinished' | 'failed' | 'unavailable';
  }[];
  /** Oldest first. */
  readonly outbox: readonly OutgoingMessage[];
  readonly rating?: OwnActionState;
  readonly withdrawal?: OwnActionState;
  readonly consent?: OwnActionState;
  readonly erasure?: OwnActionState;
  readonly download?: OwnActionState;
  /** Of the file that she asked for last, by its id; that is absent where what fetches it could not be loaded. */
  readonly fileDownload?: OwnActionState & { readonly id?: string };
}

/** The headless state of one case as its requester sees it. */
export interface CaseTrackerStore extends Store<CaseTrackerState> {
  /**
   * Opens the case of a receipt. Number and secret are forgotten as soon as an answer is here, and never part of the state;
   * the token lives in memory. Never rejects: see `phase`, `receiptFaults` and `openError`.
   */
  open(typed: TypedReceipt): Promise<void>;
  /** Reads the case again; also what the stream and the polling do by themselves. Never rejects: see `refreshError`. */
  refresh(): Promise<void>;
  /** She has seen what happened: `unseen` is 0 again. */
  markSeen(): void;
  /** The words of the message that she is writing. */
  setDraft(words: string): void;
  /** Adds files to the draft and starts to upload them, two at a time. */
  addFiles(files: Iterable<FileSource>): void;
  removeFile(key: string): void;
  retryFile(key: string): void;
  /** Moves the draft to the outbox and sends it. Resolves to false where it has faults. Never rejects. */
  sendMessage(): Promise<boolean>;
  /** Sends a message again, of which nobody knows whether it arrived. It arrives once. */
  retryMessage(key: string): Promise<void>;
  /** Puts the words of a refused message back into the draft, before what is written there. Its files have to be added anew. */
  takeBackMessage(key: string): void;
  /** Whether she is satisfied; dissatisfied within the limit reopens the case. Never rejects: see `rating`. */
  rate(satisfied: boolean, words?: string): Promise<void>;
  /** Withdraws the case. Nothing undoes it: ask her first. Never rejects: see `withdrawal`. */
  withdraw(words?: string): Promise<void>;
  /** Whether what says who she is may go to the partner agency. Never rejects: see `consent`. */
  answerConsent(given: boolean): Promise<void>;
  /** Everything that is stored about her; `undefined` where it failed, see `download`. The state does not keep it. */
  downloadAll(): Promise<OwnCaseExport | undefined>;
  /** The bytes of a file of the case; `undefined` where it failed, see `fileDownload`. The state does not keep them. */
  downloadFile(id: string): Promise<ArrayBuffer | undefined>;
  /** Has the case deleted. Nothing undoes it: ask her first. Never rejects: see `erasure`. Then it is `closed`. */
  erase(): Promise<void>;
  /** A sign of her (a key, a touch): the idle time begins anew. */
  touch(): void;
  /** Closes the case and forgets everything; `closed` with `left`. */
  close(): void;
  /** Forgets everything, cancels what runs, and is as new (S1). */
  wipe(): void;
}
