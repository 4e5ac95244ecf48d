import { type FulianError, isProblemError } from '../../errors.js';
import type { Answer } from '../../operation-types.js';
import { randomKey } from '../../random.js';
import type { StaffClient } from '../../staff.js';
import { asFulianError, type Change, changed, isUnknown, Life } from '../observable.js';
import type { CaseDetail, CaseEvent, CaseStep, CaseStepKind, CaseSummary, SelectedCase, StepState } from './types.js';
import { faultsIn, type Unknown, type Writing } from './writing.js';

/** What an open case needs of its surroundings. */
export interface OpenCaseHost {
  readonly client: StaffClient;
  changed(state: SelectedCase): void;
  /** A newer summary, for the queue. */
  summary(summary: CaseSummary): void;
}

/**
 * Steps that add something and take nothing away from what somebody else did at the same time: sent once more by themselves on
 * the new revision.
 */
const adding: readonly CaseStepKind[] = ['note', 'message', 'ask', 'contact', 'measure', 'dismiss-repeat'];
/** Of these she reads the words: who writes them has to know what she wrote meanwhile. */
const answering: readonly CaseStepKind[] = ['message', 'ask'];
const eventsAtOnce = 50;

/** The case on the screen: its data, its events, and the steps that are taken with it. */
export class OpenCase {
  private current: SelectedCase;
  private readonly life = new Life();
  private etag = '';
  private reading: Promise<void> | undefined;
  private readingNext: Promise<void> | undefined;
  private nextCursor: string | undefined;
  /** Of news that came while a step was on its way: most likely they tell of this very step. */
  private newsOf = 0;

  constructor(
    private readonly host: OpenCaseHost,
    readonly id: string,
    readonly writing: Writing,
    summary: CaseSummary | undefined,
  ) {
    this.current = {
      id,
      load: 'pending',
      ...(summary && { summary }),
      unseen: 0,
      events: { load: 'initial', items: [], hasMore: false },
      drafts: writing.drafts,
      faults: [],
      files: writing.files,
    };
  }

  get state(): SelectedCase {
    return this.current;
  }

  /** Reads the case and the latest of its events. Never rejects. */
  async load(): Promise<void> {
    await this.refresh(true);
  }

  /** Reads both again; `unseen` counts what others did meanwhile. Never rejects. */
  async refresh(isFirst = false): Promise<void> {
    await Promise.all([this.read(), this.readEvents(isFirst)]);
  }

  /** It changed, and has this revision now. */
  news(revision: number): void {
    this.newsOf = Math.max(this.newsOf, revision);
    if (this.current.step?.status === 'sending') return;
    if (this.newsOf > (this.current.summary?.revision ?? 0)) void this.refresh();
  }

  markSeen(): void {
    if (this.current.unseen > 0) this.set({ unseen: 0 });
  }

  /** Shows what is written, after it changed. */
  showWriting(): void {
    const { drafts, files } = this.writing;
    this.set({ drafts, files });
  }

  /** What is wrong is forgotten as soon as something else is written. */
  written(kind: CaseStepKind): void {
    const { faultsOf } = this.current;
    this.set({ drafts: this.writing.drafts, ...(faultsOf === kind && { faults: [], faultsOf: undefined }) });
  }

  dismissStep(): void {
    if (this.current.step?.status !== 'sending') this.set({ step: undefined });
  }

  async moreEvents(): Promise<void> {
    const { events } = this.current;
    if (this.nextCursor === undefined || events.load === 'pending') return;
    this.set({ events: { ...events, load: 'pending' } });
    try {
      const page = await this.page(this.nextCursor);
      if (this.life.isOver) return;
      this.nextCursor = page.nextCursor;
      const items = [...events.items, ...page.items];
      this.set({ events: { load: 'complete', items, hasMore: page.nextCursor !== undefined } });
    } catch (thrown) {
      if (this.life.isOver) return;
      this.set({ events: { ...events, load: 'error', error: asFulianError(thrown, 'listCaseEvents') } });
    }
  }

  async allEvents(): Promise<readonly CaseEvent[]> {
    const all: CaseEvent[] = [];
    const input = { path: { caseId: this.id }, query: { limit: 200 } };
    for await (const { items } of this.host.client.pages('listCaseEvents', input, this.life)) all.push(...items);
    return all;
  }

  async takeStep(kind: CaseStepKind): Promise<boolean> {
    const { writing } = this;
    if (this.current.step?.status === 'sending' || !this.current.case) return false;
    const step = writing.stepOf(kind);
    const faults = writing.faultsOf(step);
    this.set({ faults, faultsOf: faults.length > 0 ? kind : undefined });
    if (faults.length > 0) return false;
    const text = JSON.stringify(step);
    const { unknown } = writing;
    const isRepeat = unknown?.kind === kind && unknown.text === text;
    const attempt: Unknown = isRepeat ? unknown : { kind, text, idempotencyKey: randomKey(), etag: this.etag };
    this.set({ step: { kind, status: 'sending' } });
    // Where an earlier try of other words may have arrived, nothing is sent by itself: it could be said twice.
    const isTaken = await this.send(step, attempt, adding.includes(kind) && !(unknown?.kind === kind && !isRepeat));
    if (!this.life.isOver) this.news(0);
    return isTaken;
  }

  /** Ends what runs. */
  stop(): void {
    this.life.end();
  }

  private async send(step: CaseStep, attempt: Unknown, mayRepeat: boolean): Promise<boolean> {
    const { kind } = step;
    const { client } = this.host;
    const known = this.current.events.items[0]?.seq ?? 0;
    let etag = '';
    try {
      const next = await client.takeCaseStep(
        {
          path: { caseId: this.id },
          headers: {
            'If-Match': attempt.etag,
            ...(step.attachments && { 'Fulian-Draft': this.writing.draftKey }),
          },
          body: step,
          idempotencyKey: attempt.idempotencyKey,
        },
        // A step that was begun is not broken off because another case is looked at.
        { onHeaders: (headers) => (etag = headers.get('ETag') ?? '') },
      );
      this.writing.taken(step);
      if (this.life.isOver) return true;
      this.show(next, etag);
      this.set({ step: { kind, status: 'done' }, drafts: this.writing.drafts, files: this.writing.files });
      await this.readEvents(false, true);
      return true;
    } catch (thrown) {
      const error = asFulianError(thrown, 'takeCaseStep');
      if (isUnknown(error)) {
        this.writing.unknown = attempt;
        this.end({ kind, status: 'unknown', error });
        return false;
      }
      this.writing.unknown = undefined;
      if (this.life.isOver) return false;
      return this.refused(step, error, known, mayRepeat);
    }
  }

  /** What to do about a refusal: read what others did, and send once more what does no harm. */
  private async refused(step: CaseStep, error: FulianError, known: number, mayRepeat: boolean): Promise<boolean> {
    const { kind } = step;
    const findings = isProblemError(error) ? error.problem.findings : undefined;
    const isStale = error.code === 'precondition-failed' || error.code === 'step-refused';
    if (!isStale) {
      const faults = error.code === 'step-incomplete' ? faultsIn(findings) : [];
      this.set({ faults, faultsOf: faults.length > 0 ? kind : undefined });
      this.end({ kind, status: 'refused', error });
      return false;
    }
    await this.refresh();
    if (this.life.isOver) return false;
    const { case: now, events, refreshError } = this.current;
    const since = events.items.filter(({ seq }) => seq > known);
    const stillAllowed = now?.may.includes(kind) === true;
    const hasAnswered = answering.includes(kind) && since.some(({ by }) => by.kind === 'requester');
    if (mayRepeat && stillAllowed && !hasAnswered && !refreshError && error.code === 'precondition-failed') {
      const attempt = { kind, text: JSON.stringify(step), idempotencyKey: randomKey(), etag: this.etag };
      return this.send(step, attempt, false);
    }
    this.end({ kind, status: 'refused', error, conflict: { kind, events: since.slice(0, 50), stillAllowed } });
    return false;
  }

  private end(step: StepState): void {
    if (!this.life.isOver) this.set({ step, drafts: this.writing.drafts, files: this.writing.files });
  }

  private set(change: Change<SelectedCase>): void {
    this.current = changed(this.current, change);
    if (!this.life.isOver) this.host.changed(this.current);
  }

  private show(detail: CaseDetail, etag: string): void {
    const { case: before } = this.current;
    // An answer that was overtaken on its way by a newer one.
    if (before && before.summary.revision > detail.summary.revision) return;
    this.etag = etag;
    this.set({ load: 'complete', case: detail, summary: detail.summary, error: undefined, refreshError: undefined });
    this.host.summary(detail.summary);
  }

  /** What is asked for while a reading runs is read after it: the one that runs may have begun before the change. */
  private read(): Promise<void> {
    if (!this.reading) {
      this.reading = this.fetchCase().finally(() => (this.reading = undefined));
      return this.reading;
    }
    this.readingNext ??= this.reading.then(() => {
      this.readingNext = undefined;
      return this.life.isOver ? undefined : this.read();
    });
    return this.readingNext;
  }

  private async fetchCase(): Promise<void> {
    let etag = '';
    try {
      const detail = await this.host.client.getCase(
        { path: { caseId: this.id } },
        { signal: this.life.signal, onHeaders: (headers) => (etag = headers.get('ETag') ?? '') },
      );
      if (!this.life.isOver) this.show(detail, etag);
    } catch (thrown) {
      if (this.life.isOver) return;
      const error = asFulianError(thrown, 'getCase');
      // A case that is out of reach now (handed over, deleted) is not shown any longer.
      const isGone = isProblemError(error) && error.code === 'case-unknown';
      if (this.current.case && !isGone) this.set({ refreshError: error });
      else this.set({ load: 'error', error, case: undefined });
    }
  }

  private page(cursor?: string): Promise<Answer<'listCaseEvents'>> {
    const query = { limit: eventsAtOnce, ...(cursor !== undefined && { cursor }) };
    return this.host.client.listCaseEvents({ path: { caseId: this.id }, query }, { signal: this.life.signal });
  }

  /** The latest events, in front of those that are here. */
  private async readEvents(isFirst: boolean, isOwn = false): Promise<void> {
    const { events } = this.current;
    if (isFirst) this.set({ events: { ...events, load: 'pending' } });
    try {
      const page = await this.page();
      if (this.life.isOver) return;
      const { items } = this.current.events;
      const newest = items[0]?.seq ?? 0;
      const fresh = page.items.filter(({ seq }) => seq > newest);
      // More happened than one page holds: what lies between is asked for again, page by page.
      const joins = items.length > 0 && fresh.length < page.items.length;
      if (!joins) this.nextCursor = page.nextCursor;
      const unseen = isFirst || isOwn ? this.current.unseen : this.current.unseen + fresh.length;
      this.set({
        unseen,
        events: {
          load: 'complete',
          items: joins ? [...fresh, ...items] : page.items,
          hasMore: this.nextCursor !== undefined,
        },
      });
    } catch (thrown) {
      if (this.life.isOver) return;
      const error = asFulianError(thrown, 'listCaseEvents');
      this.set({ events: { ...this.current.events, load: 'error', error } });
    }
  }
}
