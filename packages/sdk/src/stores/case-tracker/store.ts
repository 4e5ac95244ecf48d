import type { Client } from '../../client.js';
import { type FulianError, isProblemError } from '../../errors.js';
import { randomKey } from '../../random.js';
import { type RequesterClient, requesterClientOf } from '../../requester.js';
import { Live } from '../live/live.js';
import { asFulianError, isUnknown, Life, Observable } from '../observable.js';
import { blank, noDraft } from './blank-state.js';
import { Composing } from './composing.js';
import { Deadlines } from './deadlines.js';
import { Outbox } from './outbox.js';
import { digitsOf, receiptFaults } from './receipt.js';
import type {
  CaseTrackerState,
  CaseTrackerStore,
  ClosedReason,
  FileSource,
  OwnActionState,
  OwnCase,
  OwnCaseExport,
  TypedReceipt,
} from './types.js';

declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

/** What a tracker's store is made for. */
export interface CaseTrackerStoreOptions {
  readonly client: Client;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
}

/** Makes the headless state of one case as its requester sees it. It sends nothing before `open`. */
export function createCaseTrackerStore(options: CaseTrackerStoreOptions): CaseTrackerStore {
  return new TrackerStore(options);
}

type ActionName = 'rating' | 'withdrawal' | 'consent';

/** Milliseconds until a message of which nobody knows is tried again. */
const retryAfter = 8000;

class TrackerStore extends Observable<CaseTrackerState> implements CaseTrackerStore {
  private readonly requester: RequesterClient;
  private readonly live: Live;
  private readonly deadlines: Deadlines;
  private readonly clock: () => number;
  private life = new Life();
  private outbox = this.newOutbox();
  private composing: Composing;
  /** Of what was being written when the token ended, for the same case again. */
  private keptFor: string | undefined;
  /** One key for each thing that she did, until it is known what became of it. */
  private readonly keys = new Map<string, string>();
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private retryTimer: number | undefined;

  constructor(private readonly options: CaseTrackerStoreOptions) {
    super(blank('initial'));
    this.clock = options.clock ?? Date.now;
    this.requester = requesterClientOf(options.client);
    this.composing = this.newComposing();
    this.live = new Live({
      watch: (signal) => this.requester.watchOwnCase({}, { signal }),
      onEvent: () => void this.refresh(),
      poll: () => this.read(),
      onState: (live) => this.set({ live }),
      onRefused: (error) => this.refusedBy(error),
    });
    this.deadlines = new Deadlines(this.clock, {
      soon: (change) => this.set(change),
      idle: () => this.leave('idle'),
      expired: () => this.leave('expired'),
    });
  }

  async open(typed: TypedReceipt): Promise<void> {
    if (this.state.phase === 'opening' || this.state.phase === 'open') return;
    const faults = receiptFaults(typed);
    if (faults.length > 0) return this.set({ phase: 'initial', receiptFaults: faults, openError: undefined });
    const life = (this.life = new Life());
    this.set({ phase: 'opening', receiptFaults: [], openError: undefined, closedBecause: undefined });
    try {
      const receipt = { number: digitsOf(typed.number), secret: digitsOf(typed.secret) };
      const { expiresAt } = await this.requester.openOwnCase({ receipt }, { signal: life.signal });
      const own = await this.requester.readOwnCase({}, { signal: life.signal });
      if (!life.isOver) this.begin(own, expiresAt);
    } catch (error) {
      if (!life.isOver) this.set({ phase: 'error', openError: asFulianError(error, 'openOwnCase') });
    }
  }

  async refresh(): Promise<void> {
    if (this.state.phase !== 'open') return;
    try {
      await this.read();
    } catch (error) {
      this.refusedBy(error);
    }
  }

  markSeen(): void {
    if (this.state.unseen > 0) this.set({ unseen: 0 });
  }

  setDraft(words: string): void {
    if (this.state.phase !== 'open') return;
    this.composing.words = words;
    this.set({ draft: this.composing.draft, draftFaults: [] });
  }

  addFiles(files: Iterable<FileSource>): void {
    const { phase, case: own } = this.state;
    if (phase === 'open' && own) this.composing.addFiles(files, own.home);
  }

  removeFile(key: string): void {
    this.composing.removeFile(key);
  }

  retryFile(key: string): void {
    this.composing.retryFile(key);
  }

  async sendMessage(): Promise<boolean> {
    if (this.state.phase !== 'open') return false;
    const { composing, life } = this;
    const draftFaults = composing.faults();
    this.set({ draftFaults });
    if (draftFaults.length > 0) return false;
    const { words, attachments } = composing.draft;
    const message = {
      words: words.trim(),
      attachments: composing.storedIds,
      files: attachments.map(({ name }) => name),
      draft: composing.draftKey,
      at: new Date(this.clock()).toISOString(),
    };
    composing.stop();
    this.composing = this.newComposing();
    this.set({ draft: noDraft });
    await this.outbox.send(this.requester, life, message);
    this.retryLater(life);
    return true;
  }

  async retryMessage(key: string): Promise<void> {
    const { life } = this;
    if (this.state.phase !== 'open') return;
    await this.outbox.retry(this.requester, life, key);
    this.retryLater(life);
  }

  takeBackMessage(key: string): void {
    const words = this.outbox.take(key);
    if (words === undefined) return;
    const { draft } = this.state;
    this.setDraft(draft.words === '' ? words : `${words}\n${draft.words}`);
  }

  rate(satisfied: boolean, words?: string): Promise<void> {
    const body = { satisfied, ...said(words) };
    return this.act('rating', body, (rest) => this.requester.rateOwnCase({ body, ...rest.input }, rest.options));
  }

  withdraw(words?: string): Promise<void> {
    const body = said(words);
    return this.act('withdrawal', body, (rest) =>
      this.requester.withdrawOwnCase({ body, ...rest.input }, rest.options),
    );
  }

  answerConsent(given: boolean): Promise<void> {
    const body = { given };
    return this.act('consent', body, (rest) => this.requester.answerOwnConsent({ body, ...rest.input }, rest.options));
  }

  async downloadAll(): Promise<OwnCaseExport | undefined> {
    const { life } = this;
    if (this.state.phase !== 'open') return undefined;
    this.set({ download: { status: 'sending' } });
    try {
      const all = await this.requester.exportOwnCase({}, { signal: life.signal });
      if (life.isOver) return undefined;
      this.set({ download: { status: 'done' } });
      return all;
    } catch (error) {
      if (!life.isOver) {
        this.set({ download: { status: 'failed', error: asFulianError(error, 'exportOwnCase') } });
        this.refusedBy(error);
      }
      return undefined;
    }
  }

  async erase(): Promise<void> {
    const { life, state } = this;
    if (state.phase !== 'open' || state.erasure?.status === 'sending') return;
    const wasUnknown = state.erasure?.status === 'unknown';
    this.set({ erasure: { status: 'sending' } });
    try {
      await this.requester.eraseOwnCase({}, { signal: life.signal });
    } catch (thrown) {
      if (life.isOver) return;
      const error = asFulianError(thrown, 'eraseOwnCase');
      // The earlier try, of which no answer came, did delete it: its token opens nothing although its time is not over.
      if (!(wasUnknown && isTokenRefused(error))) {
        this.set({ erasure: { status: isUnknown(error) ? 'unknown' : 'failed', error } });
        return this.refusedBy(error);
      }
    }
    if (!life.isOver) this.leave('erased');
  }

  touch(): void {
    this.deadlines.touch();
  }

  close(): void {
    this.leave('left');
  }

  wipe(): void {
    this.end();
    this.replace(blank('initial'));
  }

  /** The case is open: what was written for it before its token ended is here again. */
  private begin(own: OwnCase, expiresAt: string): void {
    if (this.keptFor !== own.number) this.forgetWriting();
    this.keptFor = undefined;
    this.replace({
      ...blank('open'),
      case: own,
      expiresAt,
      draft: this.composing.draft,
      outbox: this.outbox.items,
    });
    this.deadlines.begin(own.idleMinutes, expiresAt);
    this.live.start();
    const { life } = this;
    void this.outbox.retry(this.requester, life).then(() => this.retryLater(life));
  }

  /** Reads the case; at most one read at a time, and one more for what came meanwhile. */
  private read(): Promise<void> {
    if (this.reading) {
      this.next ??= this.reading
        .catch(() => undefined)
        .then(() => {
          this.next = undefined;
          return this.read();
        });
      return this.next;
    }
    const reading = this.fetchCase(this.life).finally(() => {
      if (this.reading === reading) this.reading = undefined;
    });
    this.reading = reading;
    return reading;
  }

  private async fetchCase(life: Life): Promise<void> {
    try {
      const own = await this.requester.readOwnCase({}, { signal: life.signal });
      if (!life.isOver) this.show(own);
    } catch (thrown) {
      if (life.isOver) return;
      const error = asFulianError(thrown, 'readOwnCase');
      this.set({ refreshError: error });
      throw error;
    }
  }

  /** Her case as an answer says that it is. The service answers, so what was not answered can be sent again. */
  private show(own: OwnCase): void {
    const { case: before, unseen } = this.state;
    // An answer that was overtaken on its way by a newer one.
    if (before && own.timeline.length < before.timeline.length) return;
    const news = own.timeline.slice(before?.timeline.length ?? 0).filter(({ byYou }) => !byYou);
    this.set({ case: own, unseen: unseen + news.length, refreshError: undefined });
    void this.outbox.retry(this.requester, this.life);
  }

  private async act(
    name: ActionName,
    body: object,
    call: (rest: {
      readonly input: { readonly idempotencyKey: string };
      readonly options: { readonly signal: Life['signal'] };
    }) => Promise<OwnCase>,
  ): Promise<void> {
    const { life } = this;
    if (this.state.phase !== 'open' || this.state[name]?.status === 'sending') return;
    const said = JSON.stringify([name, body]);
    const idempotencyKey = this.keys.get(said) ?? randomKey();
    this.keys.set(said, idempotencyKey);
    const tell = (action: OwnActionState) => this.set({ [name]: action });
    tell({ status: 'sending' });
    try {
      const own = await call({ input: { idempotencyKey }, options: { signal: life.signal } });
      if (life.isOver) return;
      this.keys.delete(said);
      tell({ status: 'done' });
      this.show(own);
    } catch (thrown) {
      if (life.isOver) return;
      const error = asFulianError(thrown, name);
      if (!isUnknown(error)) this.keys.delete(said);
      tell({ status: isUnknown(error) ? 'unknown' : 'failed', error });
      this.refusedBy(error);
    }
  }

  private retryLater(life: Life): void {
    if (life.isOver || this.retryTimer !== undefined || !this.outbox.items.some(({ status }) => status === 'unknown'))
      return;
    this.retryTimer = setTimeout(
      () => {
        this.retryTimer = undefined;
        if (!life.isOver) void this.refresh().then(() => this.retryLater(life));
      },
      retryAfter * (1 + Math.random()),
    );
  }

  private newComposing(): Composing {
    return new Composing(this.options.client, (from) => {
      if (this.state.phase !== 'open' || from !== this.composing) return;
      // A fault that was told goes once what it is about has arrived.
      const { draftFaults } = this.state;
      this.set({ draft: from.draft, ...(draftFaults.length > 0 && { draftFaults: from.faults() }) });
    });
  }

  private newOutbox(): Outbox {
    const outbox: Outbox = new Outbox({
      changed: (items) => {
        if (this.state.phase === 'open' && outbox === this.outbox) this.set({ outbox: items });
      },
      arrived: (own) => this.show(own),
      refused: () => this.leave('expired'),
    });
    return outbox;
  }

  private refusedBy(error: unknown): void {
    if (isTokenRefused(error)) this.leave('expired');
  }

  private leave(reason: ClosedReason): void {
    const { case: own } = this.state;
    const isBlank = this.composing.isEmpty && this.outbox.isEmpty;
    if (reason === 'expired' && own && !isBlank) {
      this.stop();
      this.keptFor = own.number;
      // What she wrote stays in memory until she opens the case again, or gives no sign any more.
      this.deadlines.begin(own.idleMinutes, undefined);
    } else this.end();
    this.replace({ ...blank('closed'), closedBecause: reason, hasUnsent: this.keptFor !== undefined });
  }

  /** Ends everything and forgets it. */
  private end(): void {
    this.stop();
    this.forgetWriting();
    this.keys.clear();
  }

  private stop(): void {
    this.life.end();
    this.live.stop();
    this.deadlines.stop();
    this.requester.forget();
    this.reading = undefined;
    if (this.retryTimer !== undefined) clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
  }

  private forgetWriting(): void {
    this.composing.stop();
    this.composing = this.newComposing();
    this.outbox = this.newOutbox();
    this.keptFor = undefined;
  }
}

function said(words: string | undefined): { words?: string } {
  const trimmed = words?.trim();
  return trimmed ? { words: trimmed } : {};
}

function isTokenRefused(error: unknown): error is FulianError {
  return isProblemError(error) && error.code === 'case-token-refused';
}
