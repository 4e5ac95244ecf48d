import type { Schemas } from '../../operation-types.js';
import type { CaseReport, PeriodKind, ReportPart, ReportPartId, ReportRate, ReportRow } from './types.js';

const parts: readonly ReportPartId[] = ['byMonth', 'byCategory', 'byGrade', 'byChannel', 'byTownship', 'byMeasure'];
const rates = ['closing', 'onTime', 'followUp', 'repeats'] as const;
const grades: readonly string[] = ['red', 'orange', 'pink', 'none'];
const chinaOffset = 8 * 3_600_000;

/** The names of categories, as the federation's form has them. */
export type CategoryNames = ReadonlyMap<string, Schemas['LocalizedText']>;

/** The charts of a report, which are also its tables. */
export function partsOf(report: CaseReport, names: CategoryNames): ReportPart[] {
  return parts.map((id) => {
    const rows = [...report[id]];
    // Months stand in their order, grades in that of urgency; of all others the most come first, and what is left out last.
    if (id === 'byGrade') rows.sort((a, b) => grades.indexOf(a.code) - grades.indexOf(b.code));
    else if (id !== 'byMonth') rows.sort((a, b) => (b.count ?? -1) - (a.count ?? -1));
    const longest = Math.max(1, ...rows.map(({ count = 0 }) => count));
    return { id, rows: rows.map((row) => rowOf(row, longest, id === 'byMeasure' ? undefined : report.total, names)) };
  });
}

function rowOf(
  { code, name, count }: Schemas['ReportCount'],
  longest: number,
  total: number | undefined,
  names: CategoryNames,
): ReportRow {
  // The names of divisions are Chinese in every language.
  const known = name === undefined ? names.get(code) : { 'zh-CN': name, en: name };
  return {
    code,
    ...(known && { name: known }),
    ...(count !== undefined && { count }),
    length: (count ?? 0) / longest,
    ...(count !== undefined && total !== undefined && total > 0 && { share: count / total }),
  };
}

/** The rates of a report. */
export function ratesOf(report: CaseReport): ReportRate[] {
  return rates.map((id) => {
    const { count, of } = report[id];
    return {
      id,
      ...(count !== undefined && { count }),
      ...(of !== undefined && { of }),
      ...(count !== undefined && of !== undefined && of > 0 && { rate: count / of }),
    };
  });
}

/** Which kind a period is of. */
export function kindOf(period: string): PeriodKind {
  return period.includes('Q') ? 'quarter' : period.includes('H') ? 'half-year' : 'month';
}

const monthsIn: { readonly [Kind in PeriodKind]: number } = { month: 1, quarter: 3, 'half-year': 6 };

/** The latest periods of a kind, the newest first, by the calendar of China; with the one that is not over where asked for. */
export function periodsBefore(now: number, kind: PeriodKind, withOpen: boolean, count = 12): string[] {
  const date = new Date(now + chinaOffset);
  const length = monthsIn[kind];
  const current = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / length);
  const periods: string[] = [];
  for (let at = withOpen ? current : current - 1; periods.length < count; at -= 1) {
    const year = Math.floor((at * length) / 12);
    const part = (at * length - year * 12) / length + 1;
    const name = kind === 'month' ? String(part).padStart(2, '0') : (kind === 'quarter' ? 'Q' : 'H') + part;
    periods.push(`${year}-${name}`);
  }
  return periods;
}

/** What a report shows as CSV in UTF-8 with a byte order mark. It holds codes and numbers only, and names that begin no formula. */
export function csvOf(shown: readonly ReportPart[], shares: readonly ReportRate[]): string {
  const lines: (readonly (string | number | undefined)[])[] = [['table', 'code', 'name', 'count', 'of']];
  for (const { id, rows } of shown)
    for (const { code, name, count } of rows) lines.push([id, code, name?.['zh-CN'], count, undefined]);
  for (const { id, count, of } of shares) lines.push([id, undefined, undefined, count, of]);
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  // A spreadsheet takes what begins like this for a formula.
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
