import type { FulianError } from '../../errors.js';
import type { Schemas } from '../../operation-types.js';
import type { Store } from '../../store.js';

export type CaseReport = Schemas['CaseReport'];

/** A part of the report: one chart, which is also a table. */
export type ReportPartId = 'byCategory' | 'byChannel' | 'byGrade' | 'byTownship' | 'byMonth' | 'byMeasure';

/** One row of a table and one bar of a chart. */
export interface ReportRow {
  /** A code of the contract, of the form, or a division; a month as `2026-10`. */
  readonly code: string;
  /** A name that the service or the federation's form gives. Absent where the catalogue has the word for the code. */
  readonly name?: Schemas['LocalizedText'];
  /** Absent: fewer than five, or left out so that no sum tells (public reports only). Never show it as 0. */
  readonly count?: number;
  /** Of the longest row, 0 to 1; 0 where `count` is absent. The length of a bar. */
  readonly length: number;
  /** Of all cases, 0 to 1; absent where either is not known. */
  readonly share?: number;
}

/** One chart, and the table that says the same. */
export interface ReportPart {
  readonly id: ReportPartId;
  /** By count; grades from red to none; months in their order. */
  readonly rows: readonly ReportRow[];
}

/** A rate as the report shows it. */
export interface ReportRate {
  readonly id: 'closing' | 'onTime' | 'followUp' | 'repeats';
  /** Absent where they are suppressed. */
  readonly count?: number;
  readonly of?: number;
  /** 0 to 1; absent where it is suppressed or there is nothing to count (`of` is 0). */
  readonly rate?: number;
}

/** How long a period is. */
export type PeriodKind = 'month' | 'quarter' | 'half-year';

/** All that a report shows, at one moment. */
export interface CaseReportState {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** `2026-10`, `2026-Q3` or `2026-H1`. */
  readonly period: string;
  readonly periodKind: PeriodKind;
  /** The twelve latest of this kind, the newest first; public ones only where they are over. For a choice. */
  readonly periods: readonly string[];
  /** For everybody, or for staff with all figures. */
  readonly audience: 'public' | 'staff';
  readonly report?: CaseReport;
  readonly parts: readonly ReportPart[];
  readonly rates: readonly ReportRate[];
  readonly download?: 'pending' | 'error';
  readonly downloadError?: FulianError;
}

/** The headless state of one report. */
export interface CaseReportStore extends Store<CaseReportState> {
  /** Loads the report of the period; again after an error. Never rejects. */
  load(): Promise<void>;
  /** Chooses a period and loads it. */
  setPeriod(period: string): Promise<void>;
  /** Chooses the kind, with its latest period that is over, and loads it. */
  setPeriodKind(kind: PeriodKind): Promise<void>;
  /** The table as CSV: the service's for staff, made here from what is shown for the public one. `undefined` where it failed. */
  downloadCsv(): Promise<ArrayBuffer | undefined>;
  /** Ends what runs and forgets everything. */
  wipe(): void;
}
