import type { Client } from '../../client.js';
import type { FulianError } from '../../errors.js';
import { randomKey } from '../../random.js';
import type { RequesterClient } from '../../requester.js';
import { Uploads } from '../help-form/uploads.js';
import { asFulianError, type Change, isUnknown, type Life } from '../observable.js';
import { Outbox } from './outbox.js';
import { isTokenRefused } from './receipt.js';
import type { AttachmentItem, CaseTrackerState, FileSource, OwnActionState, OwnCase, OwnCaseExport } from './types.js';

declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** What she can do once besides writing, by what the state tells of it. */
export type ActionName = 'rating' | 'withdrawal' | 'consent' | 'download' | 'fileDownload' | 'erasure';

/** What acting needs of the store that it belongs to. */
export interface ActingHost {
  readonly client: Client;
  readonly requester: RequesterClient;
  readonly state: CaseTrackerState;
  /** The sitting that is going on. */
  readonly life: Life;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What she is writing. */
  words: string;
  change(change: Change<CaseTrackerState>): void;
  /** Her case as an answer says that it is. */
  show(own: OwnCase): void;
  /** Ends the sitting where the token is over. */
  refusedBy(error: unknown): void;
  leave(reason: 'erased' | 'expired'): void;
  /** Reads the case again, after which what is unknown is sent again. */
  refresh(): Promise<void>;
}

/** What is sent with each of these. */
interface Bodies {
  rateOwnCase: { readonly satisfied: boolean; readonly words?: string };
  withdrawOwnCase: { readonly words?: string };
  answerOwnConsent: { readonly given: boolean };
}

/** Characters of a message, and how many files go with it. */
const longestMessage = 5000;
const maxFiles = 10;

/** Milliseconds until a message of which nobody knows is tried again. */
const retryAfter = 8000;

/**
 * All that she does with an opened case: messages and their files, rating, consent, withdrawal, download, deletion. Comes with the
 * first of them: most visits only look.
 */
export class Acting {
  private readonly outbox: Outbox;
  private draftKey = randomKey();
  private files: readonly AttachmentItem[] = [];
  private uploads: Uploads | undefined;
  /** One key for each thing that she did, until it is known what became of it. */
  private readonly keys = new Map<string, string>();
  private retryTimer: number | undefined;
  private isForgotten = false;

  constructor(private readonly host: ActingHost) {
    this.outbox = new Outbox({
      changed: (outbox) => this.tell({ outbox }),
      arrived: (own) => host.show(own),
      refused: () => host.leave('expired'),
    });
  }

  /** The part of the state that is kept here. */
  get kept(): Pick<CaseTrackerState, 'draft' | 'outbox'> {
    return { draft: { words: this.host.words, attachments: this.files }, outbox: this.outbox.items };
  }

  /** Nothing would be lost. */
  get isEmpty(): boolean {
    return this.files.length === 0 && this.outbox.isEmpty;
  }

  addFiles(files: readonly FileSource[]): void {
    const { client, state } = this.host;
    if (!state.case) return;
    this.uploads ??= new Uploads({
      client,
      // Files for a case are uploaded to the federation that it came to.
      federation: state.case.home,
      draft: this.draftKey,
      // How large a file may be is said by the service when it is announced.
      limits: () => ({ maxCount: maxFiles, maxBytes: Infinity }),
      changed: (items) => {
        this.files = items;
        // A fault that was told goes once what it is about has arrived.
        const { draftFaults } = this.host.state;
        this.tell({ draft: this.kept.draft, ...(draftFaults.length > 0 && { draftFaults: this.faults() }) });
      },
    });
    this.uploads.add(files);
  }

  removeFile(key: string): void {
    this.uploads?.remove(key);
  }

  retryFile(key: string): void {
    this.uploads?.retry(key);
  }

  /** Sends the draft. Resolves to false where it has faults. */
  async send(): Promise<boolean> {
    const { host, draftKey, files, uploads } = this;
    const draftFaults = this.faults();
    host.change({ draftFaults });
    if (draftFaults.length > 0) return false;
    const message = {
      words: host.words.trim(),
      attachments: uploads?.storedIds ?? [],
      files: files.map(({ name }) => name),
      draft: draftKey,
      at: new Date(host.clock()).toISOString(),
    };
    this.endUploads();
    this.draftKey = randomKey();
    host.words = '';
    host.change({ draft: this.kept.draft });
    const { life } = host;
    await this.outbox.send(host.requester, life, message);
    this.retryLater(life);
    return true;
  }

  /** Sends a message again, or all of those of which nobody knows whether they arrived. */
  async retry(key?: string): Promise<void> {
    const { requester, life } = this.host;
    await this.outbox.retry(requester, life, key);
    this.retryLater(life);
  }

  /** Removes a refused message; its words. */
  take(key: string): string | undefined {
    return this.outbox.take(key);
  }

  rate(satisfied: boolean, words: string | undefined): Promise<void> {
    return this.act('rating', 'rateOwnCase', { satisfied, ...said(words) });
  }

  withdraw(words: string | undefined): Promise<void> {
    return this.act('withdrawal', 'withdrawOwnCase', said(words));
  }

  answerConsent(given: boolean): Promise<void> {
    return this.act('consent', 'answerOwnConsent', { given });
  }

  async download(): Promise<OwnCaseExport | undefined> {
    const { host } = this;
    const { life } = host;
    host.change({ download: { status: 'sending' } });
    try {
      const all = await host.requester.exportOwnCase({}, { signal: life.signal });
      if (life.isOver) return undefined;
      host.change({ download: { status: 'done' } });
      return all;
    } catch (thrown) {
      if (!life.isOver) this.failed('download', asFulianError(thrown, 'exportOwnCase'), 'failed');
      return undefined;
    }
  }

  async downloadFile(id: string): Promise<ArrayBuffer | undefined> {
    const { host } = this;
    const { life } = host;
    if (host.state.fileDownload?.status === 'sending') return undefined;
    host.change({ fileDownload: { id, status: 'sending' } });
    try {
      const path = { attachmentId: id };
      const bytes = await host.requester.downloadOwnCaseAttachment({ path }, { signal: life.signal });
      if (life.isOver) return undefined;
      host.change({ fileDownload: { id, status: 'done' } });
      return bytes;
    } catch (thrown) {
      if (life.isOver) return undefined;
      const error = asFulianError(thrown, 'downloadOwnCaseAttachment');
      host.change({ fileDownload: { id, status: 'failed', error } });
      host.refusedBy(error);
      return undefined;
    }
  }

  async erase(): Promise<void> {
    const { host } = this;
    const { life, state } = host;
    if (state.erasure?.status === 'sending') return;
    const wasUnknown = state.erasure?.status === 'unknown';
    host.change({ erasure: { status: 'sending' } });
    try {
      await host.requester.eraseOwnCase({}, { signal: life.signal });
    } catch (thrown) {
      if (life.isOver) return;
      const error = asFulianError(thrown, 'eraseOwnCase');
      // The earlier try, of which no answer came, did delete it: its token opens nothing although its time is not over.
      if (!(wasUnknown && isTokenRefused(error))) return this.failed('erasure', error);
    }
    if (!life.isOver) host.leave('erased');
  }

  /** The sitting is over: nothing is tried again, and what was written stays here. */
  stop(): void {
    if (this.retryTimer !== undefined) clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
  }

  /** Ends everything; nothing of it is told any more. */
  forget(): void {
    this.isForgotten = true;
    this.stop();
    this.endUploads();
  }

  /** What is wrong with the draft, found before anything is sent. */
  private faults(): CaseTrackerState['draftFaults'] {
    const faults: CaseTrackerState['draftFaults'][number][] = [];
    const words = this.host.words.trim();
    if (words === '') faults.push({ field: 'words', code: 'missing' });
    if ([...words].length > longestMessage) faults.push({ field: 'words', code: 'too-long' });
    if (this.files.some(({ status }) => status === 'failed')) faults.push({ field: 'attachments', code: 'failed' });
    else if (this.files.some(({ status }) => status !== 'stored'))
      faults.push({ field: 'attachments', code: 'unfinished' });
    return faults;
  }

  private async act<Call extends keyof Bodies>(name: ActionName, call: Call, body: Bodies[Call]): Promise<void> {
    const { host, keys } = this;
    const { life, requester } = host;
    if (host.state[name]?.status === 'sending') return;
    const what = JSON.stringify([name, body]);
    const idempotencyKey = keys.get(what) ?? randomKey();
    keys.set(what, idempotencyKey);
    host.change({ [name]: { status: 'sending' } });
    try {
      const send = requester[call] as (
        input: { body: Bodies[Call]; idempotencyKey: string },
        options: { signal: typeof life.signal },
      ) => Promise<OwnCase>;
      const own = await send({ body, idempotencyKey }, { signal: life.signal });
      if (life.isOver) return;
      keys.delete(what);
      host.change({ [name]: { status: 'done' } });
      host.show(own);
    } catch (thrown) {
      if (life.isOver) return;
      const error = asFulianError(thrown, name);
      if (!isUnknown(error)) keys.delete(what);
      this.failed(name, error);
    }
  }

  private failed(
    name: ActionName,
    error: FulianError,
    status: OwnActionState['status'] = isUnknown(error) ? 'unknown' : 'failed',
  ): void {
    this.host.change({ [name]: { status, error } });
    this.host.refusedBy(error);
  }

  private retryLater(life: Life): void {
    const { host, outbox } = this;
    if (life.isOver || this.retryTimer !== undefined || !outbox.items.some(({ status }) => status === 'unknown'))
      return;
    this.retryTimer = setTimeout(
      () => {
        this.retryTimer = undefined;
        if (!life.isOver) void host.refresh().then(() => this.retryLater(life));
      },
      retryAfter * (1 + Math.random()),
    );
  }

  /** Changes the state, unless it is that of another sitting by now. */
  private tell(change: Change<CaseTrackerState>): void {
    if (!this.isForgotten && this.host.state.phase === 'open') this.host.change(change);
  }

  private endUploads(): void {
    this.uploads?.stop();
    this.uploads = undefined;
    this.files = [];
  }
}

function said(words: string | undefined): { words?: string } {
  const trimmed = words?.trim();
  return trimmed ? { words: trimmed } : {};
}
