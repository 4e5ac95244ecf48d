import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { FulianError } from '@fulian/sdk';
import {
  createCaseDeskStore,
  type CaseDeskState,
  type CaseDeskStore,
  type CaseStepKind,
  type CaseSummary,
  type FederationSummary,
  type FilterKeeper,
  type Grade,
} from '@fulian/sdk/stores/case-desk';
import type { StaffSessionStore } from '@fulian/sdk/stores/staff-session';
import type { GapValues, Language } from '../base/language.js';
import type { LocalizedText } from '../base/provider.js';
import { seesCases } from './case-desk.bar.js';
import { deskGate, freshScratch, partGate } from './case-desk.gates.js';
import { pressed } from './case-desk.keys.js';
import { CaseRows } from './case-desk.rows.js';
import type { DeskEvent, DeskView, Overlay, Panel, Scratch } from './case-desk.view.js';
import { catalogue, type DeskKey } from './case-desk.words.js';

/** What a day at the desk needs of the element that shows it. */
export interface DayHost extends ReactiveControllerHost, EventTarget {
  readonly language: Language;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly federation: string | null;
  readonly keep: FilterKeeper | undefined;
  readonly oidcReturnTo: string | null;
  readonly signInElsewhere: () => void;
  t(key: DeskKey, values?: GapValues): string;
  localized(text: LocalizedText): string;
}

/** The module that draws one case, and the one that draws all that is rarer. */
type Parts = typeof import('./case-desk.parts.js');
type More = typeof import('./case-desk.more.js');

/** Steps with nothing to fill in: one press takes them. */
const atOnce: readonly CaseStepKind[] = ['claim', 'release', 'mark-read', 'accept-transfer', 'cancel-transfer'];

/** One worker's time at the desk, as the element goes it: what she does, and where the focus goes. The rest is the stores'. */
export class Day implements DeskView {
  readonly store: CaseDeskStore;
  scratch = freshScratch();
  places: readonly FederationSummary[] = [];
  parts: Parts | undefined;
  more: More | undefined;
  private readonly names = new Map<string, string>();
  private readonly categories = new Map<string, string>();
  private named: readonly [form: unknown, language: Language] | undefined;
  private rows: CaseRows | undefined;
  private focusNext: string | undefined;
  private spoken: Language | undefined;
  private failedParts = false;
  private readonly unforget: () => void;

  constructor(
    private readonly host: DayHost,
    readonly session: StaffSessionStore,
  ) {
    const { federation, keep } = host;
    this.store = createCaseDeskStore({ session, ...(federation && { federation }), ...(keep && { keep }) });
    this.unforget = session.onForget(() => this.forget());
  }

  get state(): CaseDeskState {
    return this.store.state;
  }

  get member(): DeskView['member'] {
    return this.session.state.member!;
  }

  get language(): Language {
    return this.host.language;
  }

  get now(): number {
    return Date.now();
  }

  get signInElsewhere(): (() => void) | undefined {
    return this.host.oidcReturnTo === null ? undefined : this.host.signInElsewhere;
  }

  t(key: DeskKey, values?: GapValues): string {
    return this.host.t(key, values);
  }

  words(prefix: string, code: string): string {
    const key = `${prefix}-${code}`;
    const other = `${prefix}-other`;
    return catalogue.knows(key) ? this.t(key) : catalogue.knows(other) ? this.t(other) : code;
  }

  localized(text: LocalizedText): string {
    return this.host.localized(text);
  }

  gradeName(grade: Grade): string {
    const own = this.state.rules?.gradeNames[grade];
    return own ? this.localized(own) : this.t(`grade-${grade}`);
  }

  categoryName(code: string): string {
    const { form } = this.state;
    if (this.named?.[0] !== form || this.named?.[1] !== this.language) {
      this.named = [form, this.language];
      this.categories.clear();
      for (const one of form?.categories ?? []) this.categories.set(one.code, this.localized(one.label));
    }
    return this.categories.get(code) ?? code;
  }

  placeName({ division, owner }: CaseSummary): string {
    if (division === undefined) return owner.name;
    // Villages are many: their township says enough in a list.
    return this.names.get(division) ?? this.names.get(`${division.slice(0, 9)}000`) ?? owner.name;
  }

  /** She has signed in, or is here again. */
  sitDown(): void {
    const { member, store } = this;
    if (!seesCases(member)) {
      this.scratch.panel ??= member.role === 'auditor' ? 'audit' : 'accounts';
      void this.bring('more');
      return;
    }
    if (store.state.load === 'complete') return;
    void store.load().then(async () => {
      void this.bring('parts');
      const { federation } = store.state;
      const found = await store.placesBelow(federation).catch(() => []);
      this.places = found;
      for (const { code, name } of found) this.names.set(code, name);
      this.redraw();
    });
  }

  open(caseId: string): void {
    this.scratch.panel = undefined;
    this.scratch.step = undefined;
    this.scratch.fileFailed = false;
    if (this.state.selected?.id !== caseId) this.tell('fl-opened', null);
    void this.bring('parts');
    void this.store.select(caseId);
    this.focus('case-title');
  }

  /** The row above or below the case on the screen. */
  async beside(by: 1 | -1): Promise<void> {
    this.scratch.step = undefined;
    if (!(await this.store.selectBeside(by))) return;
    const { selected } = this.state;
    if (selected) this.rows?.goTo(selected.id);
    this.tell('fl-opened', null);
    this.focus('case-title');
  }

  back(): void {
    const { selected } = this.state;
    this.scratch.step = this.scratch.panel = undefined;
    void this.store.select(undefined);
    if (selected) this.rows?.goTo(selected.id);
    this.focus('rows');
  }

  begin(kind: CaseStepKind): void {
    this.store.dismissStep();
    if (atOnce.includes(kind)) {
      this.scratch.step = undefined;
      void this.take(kind);
      return;
    }
    this.scratch.step = kind;
    if (kind === 'assign') {
      // Another case may have another owner, with other workers.
      this.scratch.workers = undefined;
      this.askWorkers();
    }
    this.scratch.found = undefined;
    this.scratch.findFederation = '';
    // There is only this to fill in, and Ctrl and Enter take the step.
    this.focus(kind === 'accept' ? 'words' : 'step-title');
  }

  async take(kind: CaseStepKind): Promise<void> {
    const isTaken = await this.store.takeStep(kind);
    if (isTaken) {
      if (this.scratch.step === kind) this.scratch.step = undefined;
      this.tell('fl-step', { kind });
      this.focus('step-said');
      return;
    }
    this.focus((this.state.selected?.faults.length ?? 0) > 0 ? 'step-faults' : 'step-said');
  }

  leaveStep(): void {
    const { step } = this.scratch;
    this.scratch.step = undefined;
    this.focus(step ? `do-${step}` : 'case-title');
  }

  show(panel: Panel | undefined): void {
    const before = this.scratch.panel;
    this.scratch.panel = panel;
    if (panel) void this.bring('more');
    if (panel === 'register' && !this.state.registration) this.store.startRegistration('hotline-12338');
    this.focus(panel ? 'panel-title' : before ? `open-${before}` : 'rows');
  }

  lay(overlay: Overlay | undefined): void {
    const before = this.scratch.overlay;
    this.scratch.overlay = overlay;
    if (overlay) void this.bring('more');
    this.focus(overlay ? 'overlay-title' : before === 'print' ? 'do-print' : 'open-shortcuts');
  }

  askWorkers(): void {
    const { scratch } = this;
    if (scratch.workers !== undefined && scratch.workers !== 'error') return;
    scratch.workers = 'pending';
    const done = (workers: Scratch['workers']) => {
      scratch.workers = workers;
      this.redraw();
    };
    this.store.workers().then(done, () => done('error'));
  }

  findFederations(words: string): void {
    const { scratch } = this;
    scratch.findFederation = words;
    if (words.trim() === '') {
      scratch.found = undefined;
      this.redraw();
      return;
    }
    scratch.found = 'pending';
    const done = (found: Scratch['found']) => {
      if (scratch.findFederation === words) scratch.found = found;
      this.redraw();
    };
    this.store.findFederations(words.trim()).then(done, () => done('error'));
    this.redraw();
  }

  download(attachmentId: string): void {
    const { scratch } = this;
    scratch.fileFailed = false;
    void Promise.all([this.bring('more'), this.store.downloadFile(attachmentId)]).then(
      ([, bytes]) => {
        const known = this.state.selected?.case?.attachments.find(({ id }) => id === attachmentId);
        this.more?.handOver(bytes, known?.mediaType);
      },
      () => {
        scratch.fileFailed = true;
        this.redraw();
      },
    );
  }

  print(withNotes: boolean): void {
    void this.store.allEvents().then(
      async (events) => {
        this.scratch.overlay = undefined;
        await this.more?.printCase(this, this.host.renderRoot, events, withNotes);
        this.focus('do-print');
      },
      () => {
        this.scratch.fileFailed = true;
        this.redraw();
      },
    );
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

  keyed(event: KeyboardEvent): void {
    if (this.session.state.phase === 'signed-in') pressed(this, event);
  }

  /** After each drawing: the list, the focus, and words of another language. */
  settle(): void {
    const root = this.host.renderRoot;
    const grid = root.querySelector<HTMLElement>('#rows');
    if (grid !== (this.rows?.grid ?? null)) {
      this.rows?.stop();
      this.rows = grid ? new CaseRows(grid, this) : undefined;
    }
    this.rows?.update();
    if (this.spoken !== undefined && this.spoken !== this.language) void this.translate();
    const { focusNext } = this;
    if (focusNext === undefined) return;
    const target = root.querySelector<HTMLElement>(`#${focusNext}`);
    if (focusNext === 'rows' && target?.hidden) {
      // The list is on its way; where it stays empty, there is something else to look for.
      if (this.state.queue.load !== 'complete' && this.state.queue.load !== 'error') return;
      root.querySelector<HTMLElement>('#find')?.focus();
    } else if (!target) {
      // It comes with a part that is being loaded.
      if (['panel-title', 'overlay-title', 'case-title', 'rows'].includes(focusNext)) return;
    } else target.focus({ preventScroll: focusNext === 'rows' });
    this.focusNext = undefined;
  }

  /** Nobody may see anything: the list goes, its rows with it. */
  rest(): void {
    this.rows?.stop();
    this.rows = undefined;
  }

  stop(): void {
    this.rest();
    this.unforget();
    this.store.stop();
  }

  /** What stands in the place of a part that is on its way. */
  waiting(part: 'parts' | 'more'): TemplateResult {
    return partGate(this, this.failedParts ? () => void this.bring(part) : undefined);
  }

  /** Rules, form or queue could not be loaded. */
  failed(error: FulianError): TemplateResult {
    return deskGate(this, error);
  }

  private forget(): void {
    this.more?.forget();
    this.scratch = freshScratch();
    this.names.clear();
    this.places = [];
    for (const control of this.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea, select'))
      control.value = '';
  }

  private async bring(part: 'parts' | 'more'): Promise<void> {
    if (this[part]) return;
    this.failedParts = false;
    try {
      if (part === 'parts') this.parts = await this.speaking(import('./case-desk.parts.js'));
      else this.more = await this.speaking(import('./case-desk.more.js'));
    } catch {
      this.failedParts = true;
    }
    this.redraw();
  }

  private async speaking<Module extends Parts | More>(coming: Promise<Module>): Promise<Module> {
    const module = await coming;
    await module.loadWords((this.spoken = this.language));
    return module;
  }

  private async translate(): Promise<void> {
    this.spoken = this.language;
    await Promise.all([this.parts?.loadWords(this.language), this.more?.loadWords(this.language)]).catch(
      () => undefined,
    );
    this.redraw();
  }
}
