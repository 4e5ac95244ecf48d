import type { CaseTrackerState, CaseTrackerStore } from '@fulian/sdk/stores/case-tracker';
import type { Language } from '../base/language.js';
import { BaseVisit, LatePart, type VisitHost as Host } from '../base/visit.js';
import { asks, type More, type Panel, type Scratch, type TrackerView, writes } from './case-tracker.view.js';
import { catalogue, type TrackerKey } from './case-tracker.words.js';

/** What is on the screen. */
export type Screen = 'receipt' | 'case' | 'closed';

/** What she does something with, with the way to its words. */
interface LateMore extends More {
  loadWords(language: Language): Promise<void>;
}

/** What a visit needs of the element that shows it. */
export type VisitHost = Host<TrackerKey>;

/**
 * One visit to a case, as the element goes it: what she does, where the focus goes, and which screen is due. The case and
 * what she writes are the store's.
 */
export class Visit extends BaseVisit<TrackerKey> implements TrackerView {
  scratch: Scratch = { complaint: '' };
  private readonly late: LatePart<LateMore>;
  /** Left by the quick exit or otherwise: nothing is shown, in case the page comes back. */
  private wiped = false;
  /** She wants to open a case again after one was closed. */
  private again = false;
  private drawn: Screen | undefined;
  /** The answer for which it was last tried to fetch what she answers with. */
  private triedFor: CaseTrackerState['case'];

  constructor(
    host: VisitHost,
    readonly store: CaseTrackerStore,
    /** Fetches what she does something with. */
    load: () => Promise<LateMore> = () => import('./case-tracker.more.js'),
  ) {
    super(host, catalogue);
    this.late = new LatePart(this, load);
  }

  get more(): More | undefined {
    return this.late.module;
  }

  get moreFailed(): boolean {
    return this.late.failed;
  }

  get state(): CaseTrackerState {
    return this.store.state;
  }

  /** Which screen is due. */
  get screen(): Screen {
    const { phase } = this.state;
    if (this.wiped) return 'closed';
    if (phase === 'open') return 'case';
    return phase === 'closed' && !this.again ? 'closed' : 'receipt';
  }

  open(): void {
    const typed = (id: string) => this.host.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`)!.value;
    void this.store.open({ number: typed('number'), secret: typed('secret') }).then(() => {
      const { phase, receiptFaults } = this.state;
      if (this.wiped) return;
      if (phase === 'open') this.tell('fl-opened');
      else this.focus(receiptFaults[0]?.field ?? 'refused');
    });
  }

  putAway(): void {
    this.store.close();
    this.tell('fl-put-away');
    this.focus('closed');
  }

  restart(): void {
    this.wiped = false;
    this.again = true;
    this.focus('heading');
  }

  write(): void {
    this.change({ writes: true });
    void this.loadMore().then(() => this.focus('message'));
  }

  unfold(panel: Panel | undefined): void {
    const { panel: before } = this.scratch;
    this.change({ panel, wrongGroup: false });
    if (panel) void this.loadMore().then(() => this.focus('panel'));
    else this.focus(`${before}-toggle`);
  }

  loadMore(): Promise<void> {
    return this.late.bring();
  }

  change(scratch: Partial<Scratch>): void {
    Object.assign(this.scratch, scratch);
    this.redraw();
  }

  /**
   * Forgets everything at once, in the store and in the controls, and shows nothing of it any more (S1). What is only `moved` by its page
   * before she opened anything has nothing to say about that.
   */
  close(moved = false): void {
    this.wiped ||= !moved || this.screen !== 'receipt';
    this.store.wipe();
    this.forget();
    this.redraw();
  }

  /** After each drawing: a new screen takes the focus with its heading, unless something else was asked for. */
  settle(): void {
    const { drawn, screen, focusNext, more } = this;
    const { state } = this;
    const { case: own } = state;
    // It stays open while she empties it, and after it was sent.
    if (writes(state)) this.scratch.writes = true;
    // Each answer of the service is a new try: the network is there again.
    const asksAnew = !more && own !== this.triedFor && (asks(state) || this.scratch.writes);
    this.triedFor = own;
    if (asksAnew || (more && this.late.isBehind)) void this.loadMore();
    this.drawn = screen;
    this.focusNext = undefined;
    if (screen === 'case') this.again = false;
    // What she typed beside the store is kept only for the same half hour.
    if (screen === 'closed' && drawn === 'case') this.forget();
    const id = focusNext ?? (drawn && drawn !== screen && screen !== 'closed' ? 'heading' : undefined);
    if (id) this.moveFocus(id, id === 'heading' || id === 'closed');
  }

  private forget(): void {
    this.scratch = { complaint: '' };
    this.emptyControls();
  }
}
