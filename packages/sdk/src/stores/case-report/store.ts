import type { Client } from '../../client.js';
import { type RequesterClient, requesterClientOf } from '../../requester.js';
import { asFulianError, Life, Observable } from '../observable.js';
import type { StaffSessionStore } from '../staff-session/types.js';
import { type CategoryNames, csvOf, kindOf, partsOf, periodsBefore, ratesOf } from './figures.js';
import type { CaseReportState, CaseReportStore, PeriodKind } from './types.js';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** What a report's store is made for. */
export interface CaseReportStoreOptions {
  readonly client: Client;
  /** 12-digit code of the federation that it is about, with those below it. */
  readonly federation: string;
  /** Of somebody of staff, who sees all figures. Default: the public report. */
  readonly session?: StaffSessionStore;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
}

/** Makes the headless state of one report. It sends nothing before `load`. */
export function createCaseReportStore(options: CaseReportStoreOptions): CaseReportStore {
  return new ReportStore(options);
}

class ReportStore extends Observable<CaseReportState> implements CaseReportStore {
  private readonly clock: () => number;
  private readonly requester: RequesterClient;
  private life = new Life();
  private names: CategoryNames | undefined;

  constructor(private readonly options: CaseReportStoreOptions) {
    super(blank(options, 'month'));
    this.clock = options.clock ?? Date.now;
    this.requester = requesterClientOf(options.client);
    options.session?.onForget(() => this.wipe());
  }

  async load(): Promise<void> {
    this.life.end();
    const life = (this.life = new Life());
    const { session, federation } = this.options;
    const { period } = this.state;
    const input = { path: { code: federation }, query: { period } };
    const options = { signal: life.signal };
    this.set({ load: 'pending', error: undefined, report: undefined, parts: [], rates: [], download: undefined });
    try {
      const [report, names] = await Promise.all([
        session ? session.client.getCaseReport(input, options) : this.requester.getPublicCaseReport(input, options),
        this.categoryNames(life),
      ]);
      if (!life.isOver) this.set({ load: 'complete', report, parts: partsOf(report, names), rates: ratesOf(report) });
    } catch (error) {
      if (!life.isOver) this.set({ load: 'error', error: asFulianError(error, 'case report') });
    }
  }

  async setPeriod(period: string): Promise<void> {
    const periodKind = kindOf(period);
    this.set({ period, periodKind, periods: this.periods(periodKind) });
    await this.load();
  }

  async setPeriodKind(kind: PeriodKind): Promise<void> {
    await this.setPeriod(periodsBefore(this.clock(), kind, false)[0]!);
  }

  async downloadCsv(): Promise<ArrayBuffer | undefined> {
    const { session, federation } = this.options;
    const { parts, rates, period, load } = this.state;
    if (!session)
      return load === 'complete' ? (new TextEncoder().encode(csvOf(parts, rates)).buffer as ArrayBuffer) : undefined;
    const { life } = this;
    this.set({ download: 'pending', downloadError: undefined });
    try {
      const input = { path: { code: federation }, query: { period } };
      const bytes = await session.client.exportCaseReport(input, { signal: life.signal });
      if (life.isOver) return undefined;
      this.set({ download: undefined });
      return bytes;
    } catch (error) {
      if (!life.isOver) this.set({ download: 'error', downloadError: asFulianError(error, 'exportCaseReport') });
      return undefined;
    }
  }

  wipe(): void {
    this.life.end();
    this.replace(blank(this.options, this.state.periodKind));
  }

  /** Staff also looks at a period that is not over. */
  private periods(kind: PeriodKind): string[] {
    return periodsBefore(this.clock(), kind, this.options.session !== undefined);
  }

  /** Without the form's names the codes are shown; that is no reason to show nothing. */
  private async categoryNames(life: Life): Promise<CategoryNames> {
    if (this.names) return this.names;
    const { client, federation } = this.options;
    try {
      const { categories } = await client.getHelpForm({ path: { code: federation } }, { signal: life.signal });
      this.names = new Map(categories.map(({ code, label }) => [code, label]));
      return this.names;
    } catch {
      return new Map();
    }
  }
}

function blank({ session, clock = Date.now }: CaseReportStoreOptions, kind: PeriodKind): CaseReportState {
  return {
    load: 'initial',
    period: periodsBefore(clock(), kind, false)[0]!,
    periodKind: kind,
    periods: periodsBefore(clock(), kind, session !== undefined),
    audience: session ? 'staff' : 'public',
    parts: [],
    rates: [],
  };
}
