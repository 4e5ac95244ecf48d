import type { components } from '@fulian/contract/types';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import type { FederationNames } from '../federations/names.js';
import type { FederationRepository } from '../federations/repository.js';
import { chainOf, isWithin } from '../federations/tree.js';
import type { Forms } from '../help-requests/forms.js';
import { ProblemError } from '../problem.js';
import { channelNames, gradeNames, measureNames } from './names.js';
import { periodOf, type Period } from './periods.js';
import type { CountedRow, CountedTotal, Dimension, ReportRepository } from './repository.js';
import { toldOf, toldSum, type CountTable, type ToldTable } from './suppression.js';

type Schemas = components['schemas'];
/** Statistics over the cases of a period. */
export type Report = Schemas['CaseReport'];

/** What statistics need. */
export interface ReportParts {
  readonly repository: ReportRepository;
  readonly federations: FederationRepository;
  readonly forms: Forms;
  readonly names: FederationNames;
  readonly clock: Clock;
}

/** Codes of each dimension with their names, in the order in which they are shown. */
type Codes = Readonly<Record<Dimension, ReadonlyMap<string, string | undefined>>>;

const rates = ['closed', 'decided', 'on_time', 'resolved', 'followed', 'repeated'] as const;
const partDimensions = ['category', 'channel', 'grade', 'unit'] as const;
const countyDepth = 3;
const mostUnits = 499;
/** How long a public report is answered again, in milliseconds. */
const rememberedMs = 300_000;

/** Counts cases, for staff as they are and for everybody without what is too small to be told. */
export class Reports {
  readonly #public: BoundedCache<Promise<string>>;

  constructor(private readonly parts: ReportParts) {
    this.#public = new BoundedCache(parts.clock, 500, rememberedMs);
  }

  /** For staff of `reader`. Throws `federation-unknown`. */
  async forStaff(reader: string, code: string, periodName: string): Promise<Report> {
    const period = periodOf(periodName);
    const { tables, codes, federation } = await this.#count(reader, code, period, false);
    const whole = tables.map(({ table, ...place }) => ({ ...place, table: asTold(table) }));
    return reportOf(federation, period, whole, codes);
  }

  /** For everybody, as JSON. Throws `federation-unknown` and `period-open`. */
  async forEverybody(code: string, periodName: string): Promise<string> {
    const period = periodOf(periodName);
    if (!(await this.parts.federations.existing([code])).has(code)) throw new ProblemError('federation-unknown');
    if (period.end > this.parts.clock.now()) throw new ProblemError('period-open');
    return BoundedCache.through(this.#public, `${code}/${period.name}`, async () =>
      JSON.stringify(await this.#told(code, period)),
    );
  }

  /** R1 to R4. */
  async #told(code: string, period: Period): Promise<Report> {
    const chain = chainOf(code);
    if (chain.length <= countyDepth) {
      const { tables, codes, federation } = await this.#count(code, code, period, true);
      // What a city or province handles itself stands in no county's table.
      const told = tables
        .filter(({ county }) => chainOf(county).length === countyDepth)
        .map(({ table, ...place }) => ({ ...place, table: toldOf(table) }));
      return { ...reportOf(federation, period, told, codes), suppressed: isIncomplete(told) };
    }
    const county = chain[countyDepth - 1]!;
    const above = await this.#count(county, county, period, true);
    const totals = above.tables.map(({ table }) => toldOf(table).parts.unit![code]);
    const { federation, codes } = await this.#codesOf(code, [], []);
    const total = chain.length === countyDepth + 1 ? toldSum(totals) : undefined;
    const empty = period.months.map((month) => ({ month, county, table: nothing(codes) }));
    return { ...reportOf(federation, period, empty, codes), ...(total !== undefined && { total }), suppressed: true };
  }

  /** One table for each county and month, months without a case included. */
  async #count(reader: string, code: string, period: Period, forAll: boolean) {
    const depth = Math.min(chainOf(code).length + 1, 5);
    const now = this.parts.clock.now();
    const { totals, rows } = await this.parts.repository.count({ reader, code, period, depth, now, forAll });
    const { federation, codes } = await this.#codesOf(code, rows, totals);
    const counties = new Set([
      ...totals.map((one) => one.county),
      ...(depth > countyDepth ? [chainOf(code)[countyDepth - 1]!] : []),
    ]);
    const tables = [...counties].flatMap((county) =>
      period.months.map((month) => {
        const own = <Row extends { month: string; county: string }>(all: readonly Row[]) =>
          all.filter((row) => row.month === month && row.county === county);
        return { month, county, table: tableOf(own(totals)[0], own(rows), codes, unitOf(county, depth)) };
      }),
    );
    return { tables, codes, federation };
  }

  async #codesOf(code: string, rows: readonly CountedRow[], totals: readonly CountedTotal[]) {
    const { federations, forms, names } = this.parts;
    const found = await federations.find(code);
    if (!found) throw new ProblemError('federation-unknown');
    const [form, children] = await Promise.all([forms.recent(code), federations.children(code, '', mostUnits)]);
    const seen = (dimension: Dimension) => rows.filter((row) => row.dimension === dimension).map((row) => row.code!);
    const unitCodes = [code, ...children.map((one) => one.code)];
    const extra = [...seen('unit'), ...totals.map((one) => one.county)].filter(
      (one) => isWithin(one, code) && !unitCodes.includes(one),
    );
    const nameOf = await names.of([...unitCodes, ...extra]);
    const named = (list: Readonly<Record<string, string>>, dimension: Dimension) =>
      new Map<string, string | undefined>([
        ...Object.entries(list),
        ...seen(dimension)
          .filter((one) => !(one in list))
          .map((one) => [one, undefined] as const),
      ]);
    const categories = Object.fromEntries((form?.categories ?? []).map((one) => [one.code, one.label['zh-CN']]));
    const codes: Codes = {
      category: named(categories, 'category'),
      channel: named(channelNames, 'channel'),
      grade: named(gradeNames, 'grade'),
      measure: named(measureNames, 'measure'),
      unit: new Map(
        [...unitCodes, ...new Set(seen('unit').filter((one) => !unitCodes.includes(one)))].map((one) => [
          one,
          nameOf(one),
        ]),
      ),
    };
    return { federation: { code, name: found.name }, codes };
  }
}

/** A table of a county and a month, with the numbers of its report. */
export interface PlacedTable<Table> {
  readonly month: string;
  readonly county: string;
  readonly table: Table;
}

/** The unit that a whole table belongs to in a report of a city or province; undefined where a county's own units are counted. */
function unitOf(county: string, depth: number): string | undefined {
  const chain = chainOf(county);
  return depth > countyDepth ? undefined : chain[Math.min(depth, chain.length) - 1];
}

function tableOf(
  total: CountedTotal | undefined,
  rows: readonly CountedRow[],
  codes: Codes,
  unit: string | undefined,
): CountTable {
  const counts = (dimension: Dimension) => {
    const found = new Map(rows.filter((row) => row.dimension === dimension).map((row) => [row.code, row.count]));
    return Object.fromEntries([...codes[dimension].keys()].map((code) => [code, found.get(code) ?? 0]));
  };
  const measures = Object.entries(counts('measure')).map(([code, count]) => [`measure ${code}`, count] as const);
  return {
    total: total?.count ?? 0,
    parts: {
      category: counts('category'),
      channel: counts('channel'),
      grade: counts('grade'),
      unit: unit === undefined ? counts('unit') : { [unit]: total?.count ?? 0 },
    },
    others: {
      ...Object.fromEntries(measures),
      ...Object.fromEntries(rates.map((rate) => [rate, total?.[rate] ?? 0])),
    },
  };
}

/** Tells all. */
function asTold(table: CountTable): ToldTable {
  return table;
}

function nothing(codes: Codes): ToldTable {
  const none = (dimension: Dimension) =>
    Object.fromEntries([...codes[dimension].keys()].map((code) => [code, undefined]));
  return {
    total: undefined,
    parts: Object.fromEntries(partDimensions.map((dimension) => [dimension, none(dimension)])),
    others: Object.fromEntries([
      ...[...codes.measure.keys()].map((code) => [`measure ${code}`, undefined]),
      ...rates.map((rate) => [rate, undefined]),
    ]),
  };
}

function reportOf(
  federation: Schemas['UnitName'],
  period: Period,
  tables: readonly PlacedTable<ToldTable>[],
  codes: Codes,
): Report {
  const sum = (of: (table: ToldTable) => number | undefined, among = tables) =>
    toldSum(among.map(({ table }) => of(table)));
  const cell = (code: string, name: string | undefined, count: number | undefined): Schemas['ReportCount'] => ({
    code,
    ...(name !== undefined && { name }),
    ...(count !== undefined && { count }),
  });
  const by = (dimension: (typeof partDimensions)[number]) =>
    [...codes[dimension]].map(([code, name]) =>
      cell(
        code,
        name,
        // A unit that a table does not know is another county's.
        sum((table) => (code in table.parts[dimension]! ? table.parts[dimension]![code] : 0)),
      ),
    );
  const other = (name: string) => sum((table) => (name in table.others ? table.others[name] : 0));
  const total = sum((table) => table.total);
  const rate = (count: number | undefined, of: number | undefined): Schemas['ReportRate'] =>
    count === undefined || of === undefined ? {} : { count, of };
  return {
    federation,
    period: period.name,
    from: period.from,
    to: period.to,
    ...(total !== undefined && { total }),
    byCategory: by('category'),
    byChannel: by('channel'),
    byGrade: by('grade'),
    byTownship: by('unit'),
    byMonth: period.months.map((month) =>
      cell(
        month,
        undefined,
        sum(
          (table) => table.total,
          tables.filter((one) => one.month === month),
        ),
      ),
    ),
    byMeasure: [...codes.measure].map(([code, name]) => cell(code, name, other(`measure ${code}`))),
    closing: rate(other('closed'), total),
    onTime: rate(other('on_time'), other('decided')),
    followUp: rate(other('followed'), other('resolved')),
    repeats: rate(other('repeated'), total),
    suppressed: false,
  };
}

function isIncomplete(tables: readonly PlacedTable<ToldTable>[]): boolean {
  return tables.some(
    ({ table }) =>
      table.total === undefined ||
      [...Object.values(table.parts), table.others].some((counts) => Object.values(counts).includes(undefined)),
  );
}
