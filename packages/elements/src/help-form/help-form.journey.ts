import type { ReactiveControllerHost } from 'lit';
import type { HelpFormState, HelpFormStore, StepId } from '@fulian/sdk/stores/help-form';
import type { GapValues, Language } from '../base/language.js';
import type { Connection } from '../base/connection.js';
import type { LocalizedText } from '../base/provider.js';
import { StoreController } from '../base/store-controller.js';
import type { HelpFormView, Scratch } from './help-form.view.js';
import { knows, type HelpFormKey } from './help-form.words.js';

/** The module of everything after the first question. */
export type Later = typeof import('./help-form.later.js');

/** What is on the screen: a step, the receipt, or what stands in their place. */
export type Screen = StepId | 'receipt' | 'closed' | 'loading' | 'offline' | 'service';

/** What a journey needs of the element that shows it. */
export interface JourneyHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
  readonly language: Language;
  readonly renderRoot: HTMLElement | DocumentFragment;
  t(key: HelpFormKey, values?: GapValues): string;
  localized(text: LocalizedText): string;
}

const blank: HelpFormState = {
  load: 'initial',
  step: 'danger',
  steps: [],
  changing: false,
  answers: {},
  faults: [],
  grade: 'none',
  inDanger: false,
  attachments: [],
  submission: 'editing',
  groupToConfirm: 0,
  receiptConfirmed: 'no',
};

/**
 * One way through the form, as the element goes it: what she does, where the focus goes, and which screen is due. The
 * answers and what follows from them are the store's. The store comes with the later steps; until it is here the journey
 * takes the first answer and then hands it over.
 */
export class Journey implements HelpFormView {
  scratch: Scratch | undefined;
  later: Later | undefined;
  /** Left by the quick exit or otherwise: nothing of what was here is shown, in case the page comes back. */
  private closed = false;
  private laterFailed = false;
  private loading: Promise<void> | undefined;
  private busy = false;
  /** She wants to go on to questions that are not here yet. */
  private waiting = false;
  private early = blank;
  private drawn: Screen | undefined;
  private wasInDanger = false;
  private focusNext: string | undefined;
  private readonly bound: StoreController<HelpFormState, HelpFormStore>;

  constructor(
    private readonly host: JourneyHost,
    private readonly connection: Connection,
  ) {
    this.bound = new StoreController(host);
  }

  get store(): HelpFormStore {
    return this.bound.store!;
  }

  get state(): HelpFormState {
    return this.bound.state ?? this.early;
  }

  get language(): Language {
    return this.host.language;
  }

  /** Which screen is due. */
  get screen(): Screen {
    const { step, load, submission, loadError } = this.state;
    const asked = step === 'danger' || step === 'asker';
    if (this.closed) return 'closed';
    if (asked && !this.waiting) return step;
    if (this.laterFailed || loadError?.code === 'network') return 'offline';
    if (load === 'error') return 'service';
    if (!this.later || load !== 'complete') return 'loading';
    return submission === 'sent' ? 'receipt' : step;
  }

  t(key: HelpFormKey, values?: GapValues): string {
    return this.host.t(key, values);
  }

  words(key: string, values?: GapValues): string | undefined {
    return knows(key) ? this.t(key, values) : undefined;
  }

  localized(text: LocalizedText): string {
    return this.host.localized(text);
  }

  answer(change: Parameters<HelpFormStore['answer']>[0]): void {
    if (this.bound.store) return this.store.answer(change);
    this.early = { ...blank, answers: change as HelpFormState['answers'], inDanger: change.danger === 'yes' };
    this.redraw();
  }

  next(): void {
    void this.goOn();
  }

  back(): void {
    if (this.waiting) {
      this.waiting = false;
      this.redraw();
    } else if (this.store.back()) {
      this.stepped();
    }
  }

  change(step: StepId): void {
    this.store.change(step);
    this.stepped();
  }

  submit(): void {
    void this.send();
  }

  restart(): void {
    this.closed = false;
    void this.load();
    this.focus('heading');
  }

  /** Forgets everything at once, in the store and in the controls, and shows nothing of it any more (S1). */
  close(): void {
    this.closed = true;
    this.busy = this.waiting = false;
    this.early = blank;
    this.bound.store?.wipe();
    this.scratch = this.later?.newScratch(this.store, () => this.redraw());
    for (const control of this.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      control.value = '';
      control.checked = false;
    }
    this.redraw();
  }

  focus(id: string): void {
    this.focusNext = id;
    this.redraw();
  }

  redraw(): void {
    this.host.requestUpdate();
  }

  /** Loads the later steps, their words and the federation's form. Never rejects: see `screen`. */
  async load(): Promise<void> {
    this.loading ??= this.loadLater();
    await this.loading;
    if (this.later) await this.store.load();
  }

  /** After each drawing: a new screen takes the focus with its heading, unless something else was asked for. */
  settle(): void {
    const { drawn, screen, focusNext } = this;
    this.drawn = screen;
    this.focusNext = undefined;
    if (focusNext) this.moveFocus(focusNext);
    else if (drawn && drawn !== screen && screen !== 'closed') this.moveFocus('heading');
    const { inDanger } = this.state;
    if (inDanger && !this.wasInDanger)
      this.host.renderRoot.querySelector('.calls')?.scrollIntoView({ block: 'nearest' });
    this.wasInDanger = inDanger;
  }

  private async loadLater(): Promise<void> {
    this.laterFailed = false;
    this.redraw();
    try {
      const later = await import('./help-form.later.js');
      await later.loadLaterWords(this.language);
      const store = later.createHelpFormStore(this.connection);
      store.answer(this.early.answers);
      this.scratch = later.newScratch(store, () => this.redraw());
      this.bound.store = store;
      this.later = later;
    } catch {
      this.laterFailed = true;
      this.loading = undefined;
    }
    this.redraw();
  }

  private async goOn(): Promise<void> {
    if (this.busy) return;
    const { step, load } = this.state;
    this.busy = true;
    this.waiting = load !== 'complete' && (step !== 'danger' || !this.later);
    this.redraw();
    // Not `load`: the first two steps do not wait for the federation's form.
    if (!this.later) await (this.loading ??= this.loadLater());
    const moved = this.later !== undefined && (await this.store.next());
    this.busy = false;
    if (this.closed) return;
    const faulty = this.state.faults.length > 0;
    if (moved || faulty) this.waiting = false;
    if (moved) this.stepped();
    else if (faulty) this.focus('error-summary');
    else this.redraw();
  }

  private async send(): Promise<void> {
    if (this.state.submission === 'sending') return;
    await this.store.submit();
    if (this.closed) return;
    if (this.state.submission === 'sent') this.tell('fl-submitted', null);
    else this.focus(this.state.faults.length > 0 ? 'error-summary' : 'unsent');
  }

  private stepped(): void {
    this.redraw();
    this.tell('fl-step', { step: this.state.step });
  }

  private tell(name: string, detail: { step: string } | null): void {
    this.host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  private moveFocus(id: string): void {
    const root = this.host.renderRoot;
    const target = root.querySelector<HTMLElement>(`#${id}`);
    const onTop = id === 'heading' || id === 'error-summary' || id === 'unsent';
    target?.focus({ preventScroll: onTop });
    const sheet = root.querySelector('.form')!;
    if (onTop && sheet.getBoundingClientRect().top < 0) sheet.scrollIntoView();
  }
}
