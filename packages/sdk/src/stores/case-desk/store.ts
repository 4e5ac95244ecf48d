import { asFulianError, type Change, Life, Observable } from '../observable.js';
import type { StaffSessionStore } from '../staff-session/types.js';
import { blank } from './blank-state.js';
import { Directory } from './directory.js';
import { News } from './news.js';
import { OpenCase } from './open-case.js';
import { expectedIn, Queue, standardFilters } from './queue.js';
import { Registering } from './registering.js';
import { SavedFilters } from './saved-filters.js';
import type {
  CaseChannel,
  CaseDeskState,
  CaseDeskStore,
  CaseEvent,
  CaseStep,
  CaseStepKind,
  CaseSummary,
  FederationSummary,
  FileSource,
  FilterKeeper,
  HelpFormAnswers,
  QueueFilters,
  StaffMember,
  RegistrationFiles,
} from './types.js';
import { Writing } from './writing.js';

/** What a desk's store is made for. */
export interface CaseDeskStoreOptions {
  /** Who works at it. */
  readonly session: StaffSessionStore;
  /** 12-digit code of the federation whose queue it is. Default: the member's own. */
  readonly federation?: string;
  /** Where saved filters stay. Default: nowhere, they last as long as the store. */
  readonly keep?: FilterKeeper;
}

/** Makes the headless state of a case worker's day. It sends nothing before `load`. */
export function createCaseDeskStore(options: CaseDeskStoreOptions): CaseDeskStore {
  return new DeskStore(options);
}

class DeskStore extends Observable<CaseDeskState> implements CaseDeskStore {
  private life = new Life();
  private queue: Queue | undefined;
  private news: News | undefined;
  private open: OpenCase | undefined;
  private registering: Registering | undefined;
  private readonly writings = new Map<string, Writing>();
  private readonly filters: SavedFilters;
  private readonly directory: Directory;
  private readonly undo: readonly (() => void)[];
  private isCounting = false;

  constructor(private readonly options: CaseDeskStoreOptions) {
    super(blank(options.federation ?? ''));
    this.filters = new SavedFilters(options.keep);
    const { session } = options;
    this.directory = new Directory(session.client);
    let phase = session.state.phase;
    this.undo = [
      session.onForget(() => this.wipe()),
      session.subscribe(() => {
        const before = phase;
        ({ phase } = session.state);
        if (before === phase) return;
        if (phase === 'locked') this.rest();
        else if (phase === 'signed-in' && this.state.load === 'complete') this.resume();
      }),
    ];
  }

  async load(): Promise<void> {
    const { session, federation: given } = this.options;
    const { member } = session.state;
    if (!member || this.state.load === 'pending') return;
    const federation = this.state.federation || given || member.federation.code;
    const life = (this.life = this.life.isOver ? new Life() : this.life);
    const { client } = session;
    const path = { code: federation };
    this.set({ load: 'pending', loadError: undefined, federation, member });
    // Beside what else it needs: no answer waits for another one.
    const filled = this.fill();
    try {
      const [rules, form, counts] = await Promise.all([
        client.getCaseRules({ path }, life),
        client.getHelpForm({ path }, life),
        client.countCases({ path }, life),
        this.filters.read(standardFilters),
      ]);
      if (life.isOver) return;
      session.setIdleMinutes(rules.idleMinutes);
      this.set({ load: 'complete', rules, form, saved: this.filters.items });
      this.setCounts(counts);
      this.news?.start(life);
      await filled;
    } catch (error) {
      if (life.isOver) return;
      this.queue?.wipe();
      this.queue = undefined;
      this.set({ load: 'error', loadError: asFulianError(error, 'case desk') });
    }
  }

  async setFilters(change: Partial<QueueFilters>): Promise<void> {
    await this.queue?.load({ ...this.queue.state.filters, ...change });
  }

  async setFederation(code: string): Promise<void> {
    if (code === this.state.federation) return;
    this.rest();
    this.life = new Life();
    this.queue?.forget();
    this.queue = undefined;
    this.set({ federation: code, load: 'initial', counts: undefined });
    await this.load();
  }

  async reload(): Promise<void> {
    await Promise.all([this.queue?.load(), this.count()]);
  }

  rowAt(index: number): CaseSummary | undefined {
    return this.queue?.rowAt(index);
  }

  indexOf(caseId: string): number {
    return this.queue?.indexOf(caseId) ?? -1;
  }

  ensure(from: number, to: number): void {
    this.queue?.ensure(from, to);
  }

  async saveFilter(name: string): Promise<void> {
    await this.filters.save(name, this.state.queue.filters);
    this.set({ saved: this.filters.items });
  }

  async useFilter(name: string): Promise<void> {
    const saved = this.filters.items.find((one) => one.name === name);
    if (saved) await this.setFilters({ ...saved.filters, find: '' });
  }

  async removeFilter(name: string): Promise<void> {
    await this.filters.remove(name);
    this.set({ saved: this.filters.items });
  }

  async select(caseId: string | undefined): Promise<void> {
    if (caseId === this.open?.id && this.open?.state.load !== 'error') return;
    this.leaveCase();
    if (caseId === undefined) return this.set({ selected: undefined, unsent: this.unsent() });
    const { client } = this.options.session;
    const writing = this.writingIn(caseId);
    const summary = this.queue?.rowAt(this.queue.indexOf(caseId));
    const open: OpenCase = new OpenCase(
      {
        client,
        changed: (selected) => {
          if (this.open === open) this.set({ selected, unsent: this.unsent() });
        },
        summary: (one) => this.queue?.patch([one]),
      },
      caseId,
      writing,
      summary,
    );
    this.open = open;
    this.set({ selected: open.state, unsent: this.unsent() });
    await open.load();
  }

  async selectBeside(by: 1 | -1): Promise<boolean> {
    const { queue, open } = this;
    if (!queue) return false;
    const from = open ? queue.indexOf(open.id) : -1;
    const to = from < 0 ? 0 : from + by;
    if (to < 0 || to >= queue.state.total) return false;
    const row = await queue.row(to);
    if (!row) return false;
    await this.select(row.id);
    return true;
  }

  async refreshSelected(): Promise<void> {
    await this.open?.refresh();
  }

  async moreEvents(): Promise<void> {
    await this.open?.moreEvents();
  }

  async allEvents(): Promise<readonly CaseEvent[]> {
    return this.open ? this.open.allEvents() : [];
  }

  async downloadFile(attachmentId: string): Promise<ArrayBuffer> {
    const { client } = this.options.session;
    return client.downloadCaseAttachment({ path: { caseId: this.open?.id ?? '', attachmentId } }, this.life);
  }

  markSeen(): void {
    this.open?.markSeen();
  }

  write(kind: CaseStepKind, change: { readonly [Key in keyof CaseStep]?: CaseStep[Key] | undefined }): void {
    this.open?.writing.write(kind, change);
    this.open?.written(kind);
  }

  discard(kind: CaseStepKind): void {
    this.open?.writing.discard(kind);
    this.open?.written(kind);
  }

  async takeStep(kind: CaseStepKind): Promise<boolean> {
    const { open } = this;
    if (!open) return false;
    const isTaken = await open.takeStep(kind);
    this.tidy(open.id);
    if (isTaken) void this.count();
    return isTaken;
  }

  dismissStep(): void {
    this.open?.dismissStep();
  }

  addFiles(files: Iterable<FileSource>): void {
    this.open?.writing.addFiles(files);
  }

  removeFile(key: string): void {
    this.open?.writing.removeFile(key);
  }

  retryFile(key: string): void {
    this.open?.writing.retryFile(key);
  }

  workers(): Promise<readonly StaffMember[]> {
    return this.directory.workers(this.open?.state.summary?.owner.code ?? this.state.federation);
  }

  findFederations(words: string): Promise<readonly FederationSummary[]> {
    return this.directory.findFederations(words);
  }

  placesBelow(code: string): Promise<readonly FederationSummary[]> {
    return this.directory.placesBelow(code);
  }

  startRegistration(channel: CaseChannel): void {
    const { form, federation } = this.state;
    if (!form || this.registering) return;
    const { client } = this.options.session;
    const changed = (registration: CaseDeskState['registration']) => this.set({ registration });
    this.registering = new Registering({ client, federation, form, changed }, channel);
    this.set({ registration: this.registering.state });
  }

  answer(change: Change<HelpFormAnswers>): void {
    this.registering?.answer(change);
  }

  setChannel(channel: CaseChannel): void {
    this.registering?.setChannel(channel);
  }

  get registrationFiles(): RegistrationFiles | undefined {
    return this.registering;
  }

  async register(): Promise<boolean> {
    const isStored = (await this.registering?.register()) === true;
    if (isStored) void this.count();
    return isStored;
  }

  endRegistration(): void {
    this.registering?.stop();
    this.registering = undefined;
    this.set({ registration: undefined });
  }

  wipe(): void {
    this.rest();
    this.leaveCase();
    for (const writing of this.writings.values()) writing.stop();
    this.writings.clear();
    this.registering?.stop();
    this.registering = undefined;
    this.directory.forget();
    this.queue?.forget();
    this.queue = undefined;
    this.replace({ ...blank(this.options.federation ?? ''), saved: this.filters.items });
  }

  stop(): void {
    this.wipe();
    for (const undo of this.undo) undo();
  }

  /** Makes the queue and its news. Resolves when its first page is here; never rejects. */
  private async fill(): Promise<void> {
    const { client } = this.options.session;
    const { federation, queue: before } = this.state;
    const queue: Queue = new Queue({
      client,
      federation,
      changed: (state) => {
        if (this.queue === queue) this.set({ queue: state });
      },
      expected: (wanted) => expectedIn(this.state.counts, wanted),
    });
    this.queue?.forget();
    this.queue = queue;
    this.news?.stop();
    this.news = new News({
      client,
      federation,
      queue,
      onState: (live) => this.set({ live }),
      onCase: (caseId, revision) => {
        if (this.open?.id === caseId) this.open.news(revision);
      },
      onAny: () => void this.count(),
    });
    await queue.load(before.filters);
  }

  /** Nothing is asked for while nobody may see it. */
  private rest(): void {
    this.life.end();
    this.news?.stop();
    const { live, load } = this.state;
    // Who comes back before it was loaded loads it anew.
    if (live !== 'off' || load === 'pending') this.set({ live: 'off', ...(load === 'pending' && { load: 'initial' }) });
  }

  /** The same person is here again: everything as it was, and what happened meanwhile. */
  private resume(): void {
    this.life = new Life();
    const { member } = this.options.session.state;
    if (member) this.set({ member });
    this.news?.start(this.life);
    void this.open?.refresh();
    void this.reload();
  }

  private async count(): Promise<void> {
    const { life } = this;
    if (this.isCounting) return;
    this.isCounting = true;
    try {
      const counts = await this.options.session.client.countCases({ path: { code: this.state.federation } }, life);
      if (!life.isOver) this.setCounts(counts);
    } catch {
      // Counts that are a little old do no harm; the next change asks again.
    } finally {
      this.isCounting = false;
    }
  }

  private setCounts(counts: NonNullable<CaseDeskState['counts']>): void {
    this.set({ counts });
    this.queue?.recount();
  }

  private writingIn(caseId: string): Writing {
    const known = this.writings.get(caseId);
    if (known) return known;
    const writing = new Writing(this.options.session.client, caseId, () => {
      if (this.open?.id === caseId) this.open.showWriting();
    });
    this.writings.set(caseId, writing);
    return writing;
  }

  private leaveCase(): void {
    const { open } = this;
    open?.stop();
    this.open = undefined;
    if (open) this.tidy(open.id);
  }

  /** Lets go of what was written in a case that nobody looks at, where nothing is. */
  private tidy(caseId: string): void {
    const writing = this.writings.get(caseId);
    if (!writing?.isEmpty || this.open?.id === caseId) return;
    writing.stop();
    this.writings.delete(caseId);
  }

  private unsent(): readonly string[] {
    return [...this.writings.keys()].filter((id) => !this.writings.get(id)!.isEmpty);
  }
}
