import { chinaDay } from '@fulian/contract/rules/case';
import type { Schemas } from '../../operation-types.js';
import { federationOf, type Handler, type Surroundings } from '../handler.js';
import { TestProblem } from '../problems.js';
import type { CheckedRequest } from '../state.js';
import type { TestCase } from './test-case.js';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The months of a period, as `2026-10`. */
function monthsOf(period: string): string[] {
  const [year, part = ''] = period.split('-');
  const [first, count] =
    part[0] === 'Q' ? [Number(part[1]) * 3 - 2, 3] : part[0] === 'H' ? [Number(part[1]) * 6 - 5, 6] : [Number(part), 1];
  return [...Array(count).keys()].map((at) => `${year}-${String(first + at).padStart(2, '0')}`);
}

const endOf = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

function counted(codes: readonly string[], nameOf?: (code: string) => string): Schemas['ReportCount'][] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, ...(nameOf && { name: nameOf(code) }), count }));
}

const isSmall = ({ count }: { readonly count?: number }) => count !== undefined && count > 0 && count < 5;

/** Small counts are left out, and one more where the sum would tell a single one. */
function suppressed(rows: readonly Schemas['ReportCount'][]): Schemas['ReportCount'][] {
  const small = new Set(rows.filter(isSmall));
  const others = rows.filter((row) => !small.has(row)).sort((a, b) => a.count! - b.count!);
  if (small.size === 1 && others[0]) small.add(others[0]);
  return rows.map((row) => {
    const { count: _, ...rest } = row;
    return small.has(row) ? rest : row;
  });
}

function rateOf(cases: readonly TestCase[], is: (one: TestCase) => boolean): { count: number; of: number } {
  return { count: cases.filter(is).length, of: cases.length };
}

function reportFor(request: CheckedRequest, surroundings: Surroundings, isPublic: boolean): Schemas['CaseReport'] {
  const { code, name } = federationOf(request, surroundings);
  const { state, now, nameOf } = surroundings;
  const period = String(request.query.period);
  const months = monthsOf(period);
  const to = endOf(months[months.length - 1]!);
  if (isPublic && chinaDay(new Date(now())) <= to) throw new TestProblem('period-open');
  const monthOf = ({ facts }: TestCase) => chinaDay(new Date(facts.submittedAt)).slice(0, 7);
  const cases = state.cases.all.filter((one) => months.includes(monthOf(one)));
  const done = cases.filter(({ facts }) => facts.limits.some(({ kind, metAt }) => kind === 'resolution' && metAt));
  const onTime = ({ facts }: TestCase) =>
    facts.limits.every(({ kind, metAt, due }) => kind !== 'resolution' || (metAt !== undefined && metAt <= due));
  const parts = {
    byCategory: counted(cases.map(({ facts }) => facts.category)),
    byChannel: counted(cases.map(({ channel }) => channel)),
    byGrade: counted(cases.map(({ facts }) => facts.grade)),
    byTownship: counted(
      cases.map(({ submission }) => submission.division ?? code),
      nameOf,
    ),
    byMonth: months.map((month) => ({ code: month, count: cases.filter((one) => monthOf(one) === month).length })),
    byMeasure: counted(cases.flatMap(({ events }) => events.flatMap(({ facts }) => facts.measure ?? []))),
  };
  const rates = {
    closing: rateOf(cases, ({ facts }) => facts.endedAt !== undefined),
    onTime: rateOf(done, onTime),
    followUp: rateOf(done, ({ facts }) => facts.followUps.some(({ doneAt }) => doneAt !== undefined)),
    repeats: rateOf(cases, () => false),
  };
  const report = {
    federation: { code, name },
    period,
    from: `${months[0]}-01`,
    to,
    total: cases.length,
    ...parts,
    ...rates,
    suppressed: false,
  };
  if (!isPublic) return report;
  const shown: Schemas['CaseReport'] = { ...report, suppressed: true };
  for (const key of Object.keys(parts) as (keyof typeof parts)[]) shown[key] = suppressed(parts[key]);
  for (const key of Object.keys(rates) as (keyof typeof rates)[]) if (isSmall(rates[key])) shown[key] = {};
  return shown;
}

/** The statistics. */
export const reportHandlers = {
  getCaseReport: (request, surroundings) => reportFor(request, surroundings, false),
  getPublicCaseReport: (request, surroundings) => reportFor(request, surroundings, true),
  exportCaseReport: (request, surroundings) => {
    const { byCategory } = reportFor(request, surroundings, false);
    const lines = byCategory.map((row) => `byCategory,${row.code},${row.count ?? ''}`);
    return new TextEncoder().encode(`\ufeff${['part,code,count', ...lines].join('\r\n')}\r\n`);
  },
} satisfies { readonly [operation: string]: Handler };
