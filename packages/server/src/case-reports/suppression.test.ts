import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from './periods.js';
import { smallestTold, toldOf, toldSum, type CountTable, type ToldTable } from './suppression.js';

const runs = 300;

/** Counts as they are: many zeros, many small ones, some large. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 7, max: 60 }) },
);

/** A table of one dimension with all its codes, and a second dimension that adds up to the same total. */
const table = fc
  .tuple(
    fc.array(count, { minLength: 2, maxLength: 8 }),
    fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([category, cuts]): CountTable => {
    const total = category.reduce((sum, one) => sum + one, 0);
    const points = [0, ...cuts.map((cut) => cut % (total + 1)), total].sort((a, b) => a - b);
    const grade = points.slice(1).map((point, at) => point - points[at]!);
    const coded = (counts: readonly number[]) => Object.fromEntries(counts.map((one, at) => [`c${at}`, one]));
    return { total, parts: { category: coded(category), grade: coded(grade) }, others: { measure: category[0]! } };
  });

/** Values of what is not told that fit to all that is told of one sum, each value of each code. */
function valuesThatFit(
  told: Readonly<Record<string, number | undefined>>,
  total: number | undefined,
): Map<string, [number, number]> {
  const hidden = Object.keys(told).filter((code) => told[code] === undefined);
  const known = Object.values(told).reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const left = total === undefined ? Number.POSITIVE_INFINITY : total - known;
  return new Map(hidden.map((code) => [code, hidden.length === 1 ? [left, left] : [0, left]]));
}

describe('suppression', () => {
  it('tells no count from 1 to 4 (R1), and every other one where there is none', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const told = toldOf(counts);
        for (const [dimension, codes] of Object.entries(counts.parts)) {
          const isClean = Object.values(codes).every((one) => one === 0 || one >= smallestTold);
          for (const [code, value] of Object.entries(codes)) {
            const shown = told.parts[dimension]![code];
            if (value > 0 && value < smallestTold) expect(shown).toBeUndefined();
            else if (isClean && told.total !== undefined) expect(shown).toBe(value);
            if (shown !== undefined) expect(shown).toBe(value);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('leaves each of them at least five values that fit to the sum (R2)', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const told = toldOf(counts);
        for (const codes of Object.values(told.parts))
          for (const [least, most] of valuesThatFit(codes, told.total).values())
            expect(most - least).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: runs },
    );
  });

  it('tells no more of sums than of their parts (R3): what is not told can be moved about under all that is published', () => {
    // Months × counties of one dimension, and everything that is published of them: each table, each sum over months, over counties, over both.
    const world = fc
      .tuple(
        fc.integer({ min: 2, max: 5 }),
        fc.array(fc.array(count, { minLength: 5, maxLength: 5 }), { minLength: 6, maxLength: 6 }),
      )
      .map(([codes, rows]) => rows.map((row) => row.slice(0, codes)));
    fc.assert(
      fc.property(world, (rows) => {
        const tables = rows.map((row): CountTable => ({
          total: row.reduce((sum, one) => sum + one, 0),
          parts: { category: Object.fromEntries(row.map((one, at) => [`c${at}`, one])) },
          others: {},
        }));
        const published = publishedOf(tables);
        for (const [at, one] of tables.entries()) {
          const told = toldOf(one);
          const hidden = Object.keys(one.parts['category']!).filter(
            (code) => told.parts['category']![code] === undefined,
          );
          for (const code of hidden) {
            // Another world in which this count is another one, and in which exactly the same is published.
            const others = hidden.filter((each) => each !== code);
            const isFree = [code, ...others].some(() => {
              const changed = structuredClone(rows);
              const place = Number(code.slice(1));
              if (told.total === undefined) return differsUnseen(changed, at, place, undefined, published, tables);
              return others.some((each) => differsUnseen(changed, at, place, Number(each.slice(1)), published, tables));
            });
            expect(isFree, `${JSON.stringify(rows)} ${at} ${code}`).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  /** All sums over 1, 2, 3 or 6 of the tables that a report may be made of, by the flags of the real tables. */
  function publishedOf(tables: readonly CountTable[]): (rows: readonly (readonly number[])[]) => string {
    const told: ToldTable[] = tables.map(toldOf);
    const groups = [...tables.keys()]
      .flatMap((from) => [1, 2, 3, 6].map((length) => Array.from({ length }, (_, more) => from + more)))
      .filter((group) => group.at(-1)! < tables.length);
    return (rows) =>
      JSON.stringify(
        groups.map((group) => [
          toldSum(
            group.map((at) =>
              told[at]!.total === undefined ? undefined : rows[at]!.reduce((sum, one) => sum + one, 0),
            ),
          ),
          ...rows[0]!.map((_, place) =>
            toldSum(
              group.map((at) =>
                told[at]!.parts['category']![`c${place}`] === undefined ? undefined : rows[at]![place]!,
              ),
            ),
          ),
        ]),
      );
  }

  /** Moves one between two counts that are not told, and looks whether anything that is published has changed. */
  function differsUnseen(
    rows: number[][],
    at: number,
    place: number,
    partner: number | undefined,
    published: (rows: readonly (readonly number[])[]) => string,
    tables: readonly CountTable[],
  ): boolean {
    const before = published(tables.map((one) => Object.values(one.parts['category']!)));
    for (const step of [1, -1]) {
      const changed = structuredClone(rows);
      changed[at]![place]! += step;
      if (partner !== undefined) changed[at]![partner]! -= step;
      if (changed[at]!.every((one) => one >= 0) && published(changed) === before) return true;
    }
    return false;
  }

  it('would be found out where only the small counts were left out, so that these proofs can fail', () => {
    const naive = { a: 12, b: undefined, c: 40 };
    expect([...valuesThatFit(naive, 55).values()]).toEqual([[3, 3]]);
    expect(toldOf({ total: 55, parts: { one: { a: 12, b: 3, c: 40 } }, others: {} }).parts['one']).toEqual({
      a: undefined,
      b: undefined,
      c: 40,
    });
    // Two ones would be told by their sum: each is at least one.
    expect(toldOf({ total: 42, parts: { one: { a: 1, b: 1, c: 40, d: 0 } }, others: {} }).parts['one']).toEqual({
      a: undefined,
      b: undefined,
      c: undefined,
      d: 0,
    });
    expect(toldSum([1, undefined, 2])).toBeUndefined();
  });
});

describe('a period', () => {
  it('is a month, a quarter or half a year of China', () => {
    expect(periodOf('2026-10')).toEqual({
      name: '2026-10',
      begin: new Date('2026-09-30T16:00:00Z'),
      end: new Date('2026-10-31T16:00:00Z'),
      from: '2026-10-01',
      to: '2026-10-31',
      months: ['2026-10'],
    });
    expect(periodOf('2026-12').to).toBe('2026-12-31');
    expect(periodOf('2024-02').to).toBe('2024-02-29');
    expect(periodOf('2026-Q4')).toMatchObject({
      from: '2026-10-01',
      to: '2026-12-31',
      months: ['2026-10', '2026-11', '2026-12'],
    });
    expect(periodOf('2026-H2')).toMatchObject({
      begin: new Date('2026-06-30T16:00:00Z'),
      end: new Date('2026-12-31T16:00:00Z'),
    });
    expect(periodOf('2026-H1').months).toHaveLength(6);
  });
});
