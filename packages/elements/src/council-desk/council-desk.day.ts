import { nothing, render, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FulianError } from '@fulian/sdk';
import {
  createCouncilDeskStore,
  type CouncilDeskState,
  type CouncilDeskStore,
  type DeskActName,
  type DeskDrafts,
  type DraftKind,
} from '@fulian/sdk/stores/council-desk';
import type { StaffSessionStore } from '@fulian/sdk/stores/staff-session';
import { network } from '../base/device.js';
import type { GapValues, Language } from '../base/language.js';
import { errorWords } from '../base/staff-sign-in.js';
import { sectionsOf } from './council-desk.bar.js';
import { failed, freshScratch, isBusy, waiting } from './council-desk.gates.js';
import type { CouncilView, DeskEvent, DeskView, Place, Print, Question, Section } from './council-desk.view.js';
import { catalogue, type DeskKey } from './council-desk.words.js';

/** What a day at the desk needs of the element that shows it. */
export interface DayHost extends ReactiveControllerHost, EventTarget {
  readonly language: Language;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly federation: string | null;
  readonly cardAddress: string | null;
  readonly oidcReturnTo: string | null;
  readonly signInElsewhere: () => void;
  t(key: DeskKey, values?: GapValues): string;
}

/** A section of the desk, which comes when somebody goes there. */
interface SectionModule {
  screen(shown: CouncilView): TemplateResult;
  loadWords(language: Language): Promise<void>;
}

const modules: { readonly [Name in Section]: () => Promise<SectionModule> } = {
  roll: () => import('./council-desk.roll.js'),
  topics: () => import('./council-desk.topics.js'),
  meetings: () => import('./council-desk.meetings.js'),
  ballots: () => import('./council-desk.ballots.js'),
  resolutions: () => import('./council-desk.resolutions.js'),
};

/** How often a ballot whose time is over is looked at until it is counted, and its checklist before that, ms. */
const countAgain = 5000;
const checkAgain = 30_000;
/** Lists are read again where somebody goes to one and they are older than this, ms. */
const readAgain = 60_000;

/** One organiser's time at the desk, as the element goes it: what she does, and where the focus goes. The rest is the stores'. */
export class Day implements DeskView {
  readonly store: CouncilDeskStore;
  scratch = freshScratch();
  private readonly sections = new Map<Section, SectionModule>();
  private readonly missing = new Set<Section>();
  /** What was sent and not answered, or waits for a network, with what comes after it. */
  private readonly unsettled = new Map<DeskActName, () => void>();
  /** What new forms began with. */
  private readonly begun = new Map<DraftKind, object>();
  private focusNext: string | undefined;
  private spoken: Language | undefined;
  /** When the ballot on the screen was read last, by the service's clock. */
  private lookedAt = 0;
  /** When the lists of the council on the screen were read last. */
  private readAt = 0;
  private readonly undo: readonly (() => void)[];

  constructor(
    private readonly host: DayHost,
    readonly session: StaffSessionStore,
  ) {
    const { federation } = host;
    this.store = createCouncilDeskStore({ session, network, ...(federation && { federation }) });
    this.undo = [session.onForget(() => this.forget()), this.store.subscribe(() => this.settleActs())];
  }

  get state(): CouncilDeskState {
    return this.store.state;
  }

  get member(): DeskView['member'] {
    return this.session.state.member!;
  }

  get language(): Language {
    return this.host.language;
  }

  get now(): number {
    return this.store.now();
  }

  get cardAddress(): string | undefined {
    return this.host.cardAddress ?? undefined;
  }

  get signInElsewhere(): (() => void) | undefined {
    return this.host.oidcReturnTo === null ? undefined : this.host.signInElsewhere;
  }

  t(key: DeskKey, values?: GapValues): string {
    return this.host.t(key, values);
  }

  words(prefix: string, code: string): string {
    const key = `${prefix}-${code}`;
    return catalogue.knows(key) ? this.t(key) : code;
  }

  failure(error: FulianError): string {
    const key = `error-${error.code}`;
    return catalogue.knows(key) ? this.t(key, { n: error.retryAfter ?? 30 }) : errorWords(this, error);
  }

  /** She has signed in, or is here again. */
  sitDown(): void {
    if (sectionsOf(this.member).length === 0 || this.state.load === 'complete') return;
    void this.store.load().then(() => {
      const { items, hasMore } = this.state.councils;
      if (!this.state.selected && items.length === 1 && !hasMore) this.open(items[0]!.id);
    });
  }

  open(councilId: string | undefined): void {
    const before = this.state.selected?.id;
    this.scratch = { ...freshScratch(), find: this.scratch.find };
    void this.store.select(councilId);
    this.readAt = this.now;
    if (councilId === undefined) {
      this.focus('councils-title');
      return;
    }
    if (councilId !== before) this.tell('fl-opened', null);
    void this.bring('roll');
    this.focus('council-title');
  }

  go(place: Place): void {
    const { scratch, store } = this;
    scratch.place = place;
    scratch.small = undefined;
    scratch.printFailed = false;
    const { section, item, isForm } = place;
    if (section !== 'council') void this.bring(section);
    const isThing = item !== undefined && item !== 'new' && !isForm;
    if (section === 'topics') void store.openTopic(isThing ? item : undefined);
    else if (section === 'ballots') {
      this.lookedAt = this.now;
      void store.openBallotView(isThing ? item : undefined);
    }
    // Who accepts what was done is told by all topics.
    if (section === 'resolutions' && this.state.selected?.topicState !== undefined) void store.setTopicState(undefined);
    if (item === undefined && this.now - this.readAt > readAgain) {
      this.readAt = this.now;
      void store.refresh();
    }
    this.focus(item === undefined ? 'list-title' : 'place-title');
  }

  edit<Kind extends DraftKind>(kind: Kind, place: Place, id?: string, draft?: Partial<DeskDrafts[Kind]>): void {
    const editor = this.state.editors[kind];
    const begin = () => {
      this.go(place);
      void this.store.edit(kind, id, draft);
      const begun = this.state.editors[kind]?.draft;
      if (begun && id === undefined) this.begun.set(kind, begun);
    };
    if (editor && this.isTouched(kind) && editor.id === id) this.go(place);
    else this.unlessUnsaved(kind, begin);
  }

  unlessUnsaved(kind: DraftKind, begin: () => void): void {
    if (!this.isTouched(kind)) begin();
    else
      this.ask({
        title: this.t('unsaved-title'),
        words: [this.t('unsaved-words')],
        button: this.t('unsaved-drop'),
        isRisky: true,
        act: begin,
      });
  }

  async save(kind: DraftKind, place: (id: string) => Place): Promise<void> {
    const id = await this.store.save(kind);
    if (id === undefined) {
      this.focus(this.state.editors[kind]?.conflict ? 'conflict' : 'form-said');
      return;
    }
    this.tell('fl-changed', { what: kind });
    this.store.close(kind);
    this.go(place(id));
  }

  leave(kind: DraftKind, place: Place): void {
    const away = () => {
      this.store.close(kind);
      this.go(place);
    };
    if (!this.isTouched(kind)) away();
    else
      this.ask({
        title: this.t('drop-title'),
        words: [this.t('drop-words')],
        button: this.t('drop'),
        isRisky: true,
        act: away,
        backTo: 'form-close',
      });
  }

  async act(name: DeskActName, run: () => Promise<boolean>, after: () => void, said = 'act-said'): Promise<void> {
    if (isBusy(this.state.selected?.acts[name])) return;
    this.unsettled.delete(name);
    if (await run()) {
      after();
      return;
    }
    const status = this.state.selected?.acts[name]?.status;
    if (status === 'unknown' || status === 'waiting') this.unsettled.set(name, after);
    this.focus(said);
  }

  unfold(id: string, kind: string): void {
    const { scratch } = this;
    const isOpen = scratch.small?.id === id && scratch.small.kind === kind;
    scratch.small = isOpen ? undefined : { id, kind, words: '', into: '', isIncomplete: false };
    this.focus(isOpen ? `${kind}-${id}` : 'small-title');
  }

  ask(question: Question | undefined): void {
    const { scratch, host } = this;
    if (question) {
      const here = (host.renderRoot as ShadowRoot).activeElement?.id;
      scratch.question = { ...(here && { backTo: here }), ...question };
      this.focus('question-title');
      return;
    }
    const back = scratch.question?.backTo;
    scratch.question = undefined;
    if (back) this.focus(back);
    else this.redraw();
  }

  async print(kind: Print, sheet: unknown): Promise<void> {
    const base = this.host.renderRoot.querySelector('.base');
    if (!base) return;
    const paper = document.createElement('div');
    paper.className = 'paper';
    render(sheet, paper);
    base.append(paper);
    base.classList.add('printing');
    // The browser lays the page out as it opens its dialog; everything is there at once.
    await Promise.resolve();
    window.print();
    base.classList.remove('printing');
    // Lit forgets what it drew there, codes included.
    render(nothing, paper);
    paper.remove();
    this.tell('fl-printed', { what: kind });
  }

  tell(name: DeskEvent, detail: object | null): void {
    this.host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  focus(id: string): void {
    this.focusNext = id;
    this.redraw();
  }

  redraw(): void {
    this.host.requestUpdate();
  }

  /** Escape: the answer to a question is no; a small form is put away. */
  keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    const { question, small } = this.scratch;
    if (question) this.ask(undefined);
    else if (small) this.unfold(small.id, small.kind);
    else return;
    event.preventDefault();
  }

  /** The section on the screen, or what stands in its place while it is on its way. */
  section(shown: CouncilView): TemplateResult {
    const { section } = this.scratch.place;
    const name = section === 'council' ? 'roll' : section;
    const module = this.sections.get(name);
    if (module) return module.screen(shown);
    return this.missing.has(name) ? failed(this, undefined, () => void this.bring(name)) : waiting(this);
  }

  /** Whether seconds are counted on the screen. */
  get countsDown(): boolean {
    return this.state.selected?.ballot?.ballot?.state === 'open' && this.scratch.place.section === 'ballots';
  }

  /** Looks again at an open ballot: at its checklist now and then, and for its result once its time is over. */
  tick(): void {
    const shown = this.state.selected?.ballot;
    if (!this.countsDown || !shown?.ballot || document.hidden) return;
    const isOver = +new Date(shown.ballot.closesAt ?? '') <= this.now;
    if (this.now - this.lookedAt < (isOver ? countAgain : checkAgain)) return;
    this.lookedAt = this.now;
    void this.store.check();
  }

  /** After each drawing: the focus, and words of another language. */
  settle(): void {
    if (this.spoken !== undefined && this.spoken !== this.language) void this.translate();
    const { focusNext } = this;
    if (focusNext === undefined) return;
    const target = this.host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(focusNext)}`);
    if (target) target.focus();
    else if (focusNext.endsWith('title') && this.session.state.phase === 'signed-in') return;
    this.focusNext = undefined;
  }

  stop(): void {
    for (const undo of this.undo) undo();
    this.store.stop();
  }

  /** What was sent again by itself is done, or was refused. */
  private settleActs(): void {
    for (const [name, after] of this.unsettled) {
      const status = this.state.selected?.acts[name]?.status;
      if (status !== undefined && status !== 'done' && status !== 'failed') continue;
      this.unsettled.delete(name);
      if (status === 'done') after();
    }
  }

  /** Somebody wrote something into a form; what it began with is no loss. */
  private isTouched(kind: DraftKind): boolean {
    const editor = this.state.editors[kind];
    return editor?.isChanged === true && editor.draft !== this.begun.get(kind);
  }

  private forget(): void {
    this.scratch = freshScratch();
    this.unsettled.clear();
    for (const control of this.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea, select'))
      control.value = '';
  }

  private async bring(name: Section): Promise<void> {
    if (this.sections.has(name)) return;
    this.missing.delete(name);
    try {
      const module = await modules[name]();
      await module.loadWords((this.spoken = this.language));
      this.sections.set(name, module);
    } catch {
      this.missing.add(name);
    }
    this.redraw();
  }

  private async translate(): Promise<void> {
    const language = (this.spoken = this.language);
    await Promise.all([...this.sections.values()].map((one) => one.loadWords(language))).catch(() => undefined);
    this.redraw();
  }
}
