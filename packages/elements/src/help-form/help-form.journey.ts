import type { HelpFormState, HelpFormStore, StepId } from '@fulian/sdk/stores/help-form';
import type { LocalizedText } from '../base/provider.js';
import { BaseVisit, LatePart, type VisitHost } from '../base/visit.js';
import type { HelpFormView, Scratch } from './help-form.view.js';
import { catalogue, type HelpFormKey } from './help-form.words.js';

/** The module of everything after the first question. */
export type Later = typeof import('./help-form.later.js');

/** What is on the screen: a step, the receipt, or what stands in their place. */
export type Screen = StepId | 'receipt' | 'closed' | 'loading' | 'offline' | 'service';

/** What a journey needs of the element that shows it. */
export interface JourneyHost extends VisitHost<HelpFormKey> {
  localized(text: LocalizedText): string;
}

/**
 * One way through the form, as the element goes it: what she does, where the focus goes, and which screen is due. The
 * answers and what follows from them are the store's.
 */
export class Journey extends BaseVisit<HelpFormKey, JourneyHost> implements HelpFormView {
  scratch: Scratch | undefined;
  private readonly late = new LatePart<Later>(this, () => import('./help-form.later.js'));
  /** Left by the quick exit or otherwise: nothing of what was here is shown, in case the page comes back. */
  private closed = false;
  private busy = false;
  /** She wants to go on to questions that are not here yet. */
  private waiting = false;
  private drawn: Screen | undefined;
  private wasInDanger = false;

  constructor(
    host: JourneyHost,
    readonly store: HelpFormStore,
  ) {
    super(host, catalogue);
  }

  get later(): Later | undefined {
    return this.late.module;
  }

  get state(): HelpFormState {
    return this.store.state;
  }

  /** Which screen is due. */
  get screen(): Screen {
    const { later, late, waiting } = this;
    const { step, load, submission, loadError } = this.state;
    if (this.closed) return 'closed';
    if (step === 'danger') return step;
    if (!later) return late.failed ? 'offline' : 'loading';
    if (step === 'asker' && !waiting) return step;
    if (load === 'error') return loadError!.code === 'network' ? 'offline' : 'service';
    if (load !== 'complete') return 'loading';
    return submission === 'sent' ? 'receipt' : step;
  }

  localized(text: LocalizedText): string {
    return this.host.localized(text);
  }

  answer(change: Parameters<HelpFormStore['answer']>[0]): void {
    this.store.answer(change);
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
    this.store.wipe();
    this.renew();
    this.emptyControls();
  }

  /** Loads the federation's form, the later steps and their words. Never rejects: see `screen`. */
  async load(): Promise<void> {
    await Promise.all([this.store.load(), this.loadLater()]);
  }

  /** After each drawing: a new screen takes the focus with its heading, unless something else was asked for. */
  settle(): void {
    const { drawn, screen, focusNext, wasInDanger } = this;
    const { inDanger } = this.state;
    if (this.later && this.late.isBehind) void this.late.bring();
    this.drawn = screen;
    this.wasInDanger = inDanger;
    this.focusNext = undefined;
    if (focusNext) this.moveFocus(focusNext, ['heading', 'error-summary', 'unsent'].includes(focusNext));
    else if (drawn && drawn !== screen && screen !== 'closed') this.moveFocus('heading', true);
    if (inDanger && !wasInDanger) this.host.renderRoot.querySelector('.calls')?.scrollIntoView({ block: 'nearest' });
  }

  private async loadLater(): Promise<void> {
    if (this.later) return;
    await this.late.bring();
    this.renew();
  }

  private renew(): void {
    this.scratch = this.later?.newScratch(this.store, () => this.redraw());
    this.redraw();
  }

  private async goOn(): Promise<void> {
    if (this.busy) return;
    if (this.screen === 'offline' && !this.later) return this.load();
    this.busy = true;
    const { step, load } = this.state;
    this.waiting = step !== 'danger' && load !== 'complete';
    this.redraw();
    const moved = await this.store.next();
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
    if (this.state.submission === 'sent') this.tell('fl-submitted');
    else this.focus(this.state.faults.length > 0 ? 'error-summary' : 'unsent');
  }

  private stepped(): void {
    this.redraw();
    this.tell('fl-step', { step: this.state.step });
  }
}
