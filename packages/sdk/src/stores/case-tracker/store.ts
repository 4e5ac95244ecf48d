import type { Client } from '../../client.js';
import { NetworkError } from '../../errors.js';
import { type RequesterClient, requesterClientOf } from '../../requester.js';
import { Live } from '../live/live.js';
import { asFulianError, type Change, Life, Observable } from '../observable.js';
import type { Acting, ActingHost, ActionName } from './acting.js';
import { blank } from './blank-state.js';
import { Deadlines } from './deadlines.js';
import { digitsOf, isTokenRefused, receiptFaults } from './receipt.js';
import type {
  CaseTrackerState,
  CaseTrackerStore,
  ClosedReason,
  FileSource,
  OwnCase,
  OwnCaseExport,
  TypedReceipt,
} from './types.js';

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

/** See `createCaseTrackerStore`. */
export class TrackerStore extends Observable<CaseTrackerState> implements CaseTrackerStore, ActingHost {
  readonly client: Client;
  readonly requester: RequesterClient;
  readonly clock: () => number;
  life = new Life();
  words = '';
  private readonly live: Live;
  private readonly deadlines: Deadlines;
  /** What she does with the case, once she does anything. */
  private acting: Acting | undefined;
  /** Of what was being written when the token ended, for the same case again. */
  private keptFor: string | undefined;
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(
    { client, clock = Date.now }: CaseTrackerStoreOptions,
    /** Fetches what she does anything with. */
    private readonly load: () => Promise<{ readonly Acting: typeof Acting }> = () => import('./acting.js'),
  ) {
    super(blank('initial'));
    this.client = client;
    this.clock = clock;
    this.requester = requesterClientOf(client);
    this.live = new Live({
      watch: (signal) => this.requester.watchOwnCase({}, { signal }),
      onEvent: () => void this.refresh(),
      poll: () => this.read(),
      onState: (live) => this.set({ live }),
      onRefused: (error) => this.refusedBy(error),
    });
    this.deadlines = new Deadlines(clock, {
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
    this.words = words;
    this.set({ draft: { ...this.state.draft, words }, draftFaults: [] });
  }

  addFiles(files: Iterable<FileSource>): void {
    const chosen = [...files];
    void this.withActing(
      (acting) => acting.addFiles(chosen),
      () => this.set({ draftFaults: [{ field: 'attachments', code: 'unavailable' }] }),
    );
  }

  removeFile(key: string): void {
    this.acting?.removeFile(key);
  }

  retryFile(key: string): void {
    this.acting?.retryFile(key);
  }

  async sendMessage(): Promise<boolean> {
    const sent = await this.withActing(
      (acting) => acting.send(),
      () => this.set({ draftFaults: [{ field: 'words', code: 'unavailable' }] }),
    );
    return sent === true;
  }

  async retryMessage(key: string): Promise<void> {
    if (this.state.phase === 'open') await this.acting?.retry(key);
  }

  takeBackMessage(key: string): void {
    const words = this.acting?.take(key);
    if (words !== undefined) this.setDraft(this.words === '' ? words : `${words}\n${this.words}`);
  }

  rate(satisfied: boolean, words?: string): Promise<void> {
    return this.act('rating', (acting) => acting.rate(satisfied, words));
  }

  withdraw(words?: string): Promise<void> {
    return this.act('withdrawal', (acting) => acting.withdraw(words));
  }

  answerConsent(given: boolean): Promise<void> {
    return this.act('consent', (acting) => acting.answerConsent(given));
  }

  downloadAll(): Promise<OwnCaseExport | undefined> {
    return this.act('download', (acting) => acting.download());
  }

  downloadFile(id: string): Promise<ArrayBuffer | undefined> {
    return this.act('fileDownload', (acting) => acting.downloadFile(id));
  }

  erase(): Promise<void> {
    return this.act('erasure', (acting) => acting.erase());
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

  change(change: Change<CaseTrackerState>): void {
    this.set(change);
  }

  /** Her case as an answer says that it is. The service answers, so what was not answered can be sent again. */
  show(own: OwnCase): void {
    const { case: before, unseen } = this.state;
    // An answer that was overtaken on its way by a newer one.
    if (before && own.timeline.length < before.timeline.length) return;
    const news = own.timeline.slice(before?.timeline.length ?? 0).filter(({ byYou }) => !byYou);
    this.set({ case: own, unseen: unseen + news.length, refreshError: undefined });
    void this.acting?.retry();
  }

  refusedBy(error: unknown): void {
    if (isTokenRefused(error)) this.leave('expired');
  }

  leave(reason: ClosedReason): void {
    const { case: own } = this.state;
    const isBlank = this.words.trim() === '' && (!this.acting || this.acting.isEmpty);
    if (reason === 'expired' && own && !isBlank) {
      this.stop();
      this.keptFor = own.number;
      // What she wrote stays in memory until she opens the case again, or gives no sign any more.
      this.deadlines.begin(own.idleMinutes, undefined);
    } else this.end();
    this.replace({ ...blank('closed'), closedBecause: reason, hasUnsent: this.keptFor !== undefined });
  }

  /** The case is open: what was written for it before its token ended is here again. */
  private begin(own: OwnCase, expiresAt: string): void {
    if (this.keptFor !== own.number) this.forgetWriting();
    this.keptFor = undefined;
    const state = blank('open');
    this.replace({
      ...state,
      draft: { ...state.draft, words: this.words },
      ...this.acting?.kept,
      case: own,
      expiresAt,
    });
    this.deadlines.begin(own.idleMinutes, expiresAt);
    this.live.start();
    void this.acting?.retry();
  }

  /**
   * Does something with what comes with the first thing that she does. Where it cannot be loaded `failed` is told, and nothing was
   * done; nothing is done either where the sitting ended meanwhile.
   */
  private async withActing<T>(
    run: (acting: Acting) => T | Promise<T>,
    failed: (error: NetworkError) => void,
  ): Promise<T | undefined> {
    const { life } = this;
    if (this.state.phase !== 'open') return undefined;
    if (!this.acting) {
      const loaded = await this.load().catch((cause: unknown) => {
        if (!life.isOver) failed(new NetworkError('acting', { cause }));
      });
      if (!loaded || life.isOver) return undefined;
      this.acting ??= new loaded.Acting(this);
    }
    return run(this.acting);
  }

  private act<T>(name: ActionName, run: (acting: Acting) => Promise<T>): Promise<T | undefined> {
    return this.withActing(run, (error) => this.set({ [name]: { status: 'failed', error } }));
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

  /** Ends everything and forgets it. */
  private end(): void {
    this.stop();
    this.forgetWriting();
  }

  private stop(): void {
    this.life.end();
    this.live.stop();
    this.deadlines.stop();
    this.requester.forget();
    this.reading = undefined;
    this.acting?.stop();
  }

  private forgetWriting(): void {
    this.acting?.forget();
    this.acting = undefined;
    this.words = '';
    this.keptFor = undefined;
  }
}
