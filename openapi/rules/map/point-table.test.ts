import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsOf, categories, categoryCounts, countsByNumber, facilities, facilitiesOf } from './categories.js';
import { hilbertPlace } from './hilbert.js';
import { worldX, worldY } from './mercator.js';
import { parseHours } from './opening-hours.js';
import {
  confidentialFlag,
  decodePointTable,
  encodeInSlices,
  encodePointTable,
  pausedFlag,
  sliceRows,
  type TableFacts,
  type TableRow,
} from './point-table.js';
import { manyRows } from './sample-rows.js';

const facts: TableFacts = {
  version: 'AAAAbbbbCCCCdddd',
  calendar: { 2026: { off: ['10-01'], work: ['10-10'] } },
  areaRadius: 10_000,
};

const anyRow: fc.Arbitrary<TableRow> = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  category: fc.constantFrom(...categories),
  facilities: fc.subarray([...facilities]),
  confidential: fc.boolean(),
  paused: fc.boolean(),
  hours: fc.option(fc.constantFrom('Mo-Fr 09:00-17:00', 'unknown', 'PH off'), { nil: undefined }),
});

describe('the point table', () => {
  test('every row comes back as it was, in the order that is told', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
        const { bytes, order } = encodePointTable(rows, facts);
        const table = decodePointTable(bytes);
        expect(table).toMatchObject({ ...facts, count: rows.length });
        expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
        order.forEach((from, row) => {
          const given = rows[from]!;
          expect(table.lng[row]! - Math.round(given.lng * 1e5)).toBe(0);
          expect(table.lat[row]! - Math.round(given.lat * 1e5)).toBe(0);
          expect(table.x[row]).toBe(worldX(table.lng[row]! / 1e5));
          expect(table.y[row]).toBe(worldY(table.lat[row]! / 1e5));
          expect(categories[table.category[row]!]).toBe(given.category);
          expect(table.facilities[row]).toBe(bitsOf(given.facilities));
          expect(table.flags[row]).toBe((given.confidential ? confidentialFlag : 0) | (given.paused ? pausedFlag : 0));
          expect(table.hours[table.hoursIndex[row]!]).toBe(given.hours ?? '');
        });
      }),
    );
  });

  test('the same rows make the same bytes', () => {
    const rows = manyRows(500);
    expect(encodePointTable(rows, facts).bytes).toEqual(encodePointTable(rows, facts).bytes);
  });

  test('an empty area is a table without rows', () => {
    const table = decodePointTable(encodePointTable([], facts).bytes);
    expect(table.count).toBe(0);
    expect(table.hours).toEqual(['']);
  });

  test('S5 confidential points with one area are the same bytes wherever they are', () => {
    const open = manyRows(50);
    const shelter: TableRow = {
      lng: 118.4,
      lat: 27.9,
      category: 'shelter',
      facilities: [],
      confidential: true,
      paused: false,
    };
    const one = encodePointTable([...open, shelter], facts).bytes;
    // A row has no place for anything but the area's middle.
    const other = encodePointTable([...open, { ...shelter, secret: { lng: 1, lat: 2 } } as TableRow], facts).bytes;
    expect(other).toEqual(one);
  });

  test.each([
    ['nothing', new Uint8Array(0), 'end too early'],
    ['something else', new TextEncoder().encode('<!doctype html>'), 'not a table of version 1'],
    ['a table of tomorrow', new TextEncoder().encode('FLT2'), 'not a table of version 1'],
    ['half a table', encodePointTable(manyRows(50), facts).bytes.slice(0, -100), 'end too early'],
    ['a damaged header', new TextEncoder().encode('FLT1\u0002\0\0\0{}'), 'header is damaged'],
  ])('%s is refused with words that quote nothing of it', (_, bytes, words) => {
    expect(() => decodePointTable(bytes)).toThrow(new RegExp(`^point table: .*${words}`));
  });

  test('whatever the bytes are, reading them ends', () => {
    const { bytes } = encodePointTable(manyRows(20), facts);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = bytes.slice();
        damaged[at] = value;
        try {
          decodePointTable(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('100,000 points are at most 450 kB with brotli, and 3 MB as columns', () => {
    const rows = manyRows(100_000);
    for (const hours of new Set(rows.map((row) => row.hours ?? 'off'))) expect(parseHours(hours).fault).toBeUndefined();
    const { bytes } = encodePointTable(rows, facts);
    const compressed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    const quick = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    expect(compressed.length).toBeLessThanOrEqual(450_000);
    expect(quick.length).toBeLessThanOrEqual(450_000);
    const table = decodePointTable(bytes);
    const columns = [table.lng, table.lat, table.x, table.y, table.category, table.facilities, table.flags];
    const size = [...columns, table.hoursIndex].reduce((sum, column) => sum + column.byteLength, 0);
    expect(size).toBe(3_000_000);
  }, 60_000);
});

describe('the Hilbert curve', () => {
  test('visits every square once, and each next to the one before', () => {
    const places = new Map<number, [number, number]>();
    for (let x = 0; x < 32; x += 1) for (let y = 0; y < 32; y += 1) places.set(hilbertPlace(x, y), [x, y]);
    const ordered = [...places.keys()].sort((a, b) => a - b);
    expect(ordered).toEqual(Array.from({ length: 1024 }, (_, at) => at));
    for (let at = 1; at < 1024; at += 1) {
      const [[x, y], [u, v]] = [places.get(at)!, places.get(at - 1)!];
      expect(Math.abs(x - u) + Math.abs(y - v)).toBe(1);
    }
  });
});

describe('categories and facilities', () => {
  test('facilities come back from their bits in the contract’s order', () => {
    fc.assert(
      fc.property(fc.subarray([...facilities]), (some) => {
        expect(facilitiesOf(bitsOf([...some].reverse()))).toEqual(some);
      }),
    );
    expect(bitsOf([...facilities])).toBe(65_535);
  });

  test('counts by number and by name say the same, without the noughts', () => {
    expect(categoryCounts([8, 0, 4, 0, 0, 0])).toEqual({ 'nursing-room': 8, mediation: 4 });
    expect(countsByNumber({ 'nursing-room': 8, mediation: 4 })).toEqual([8, 0, 4, 0, 0, 0]);
  });
});

describe('encodeInSlices', () => {
  test('makes the same bytes, and looks at no more rows between two pauses than it says', () => {
    let [looked, most, pauses] = [0, 0, 0];
    const watched = manyRows(20_000).map((row) => ({
      ...row,
      get lng() {
        looked += 1;
        return row.lng;
      },
    }));
    const encoding = encodeInSlices(watched, facts);
    let step = encoding.next();
    for (; !step.done; step = encoding.next()) {
      most = Math.max(most, looked);
      [looked, pauses] = [0, pauses + 1];
    }
    expect(most).toBeLessThanOrEqual(sliceRows);
    // Rows and places on the curve in slices, four digits, four columns and their bytes.
    expect(pauses).toBeGreaterThanOrEqual(2 * Math.floor(20_000 / sliceRows) + 4 + 4 + 4);
    expect(step.value).toEqual(encodePointTable(manyRows(20_000), facts));
  });
});
