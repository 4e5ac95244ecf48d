import { decodePointTable, distance, encodePointTable, type LngLat, type TableRow } from '@fulian/contract/rules/map';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestRows } from './nearest.js';

/** Points around a place, in clumps and alone. */
function columnsOf(count: number, seed: number, reach: number) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const rows = Array.from({ length: count }, (): TableRow => {
    const clump = random() < 0.7 ? Math.floor(random() * 8) : random() * 8;
    return {
      lng: 114 + clump * reach + random() * reach * 0.1,
      lat: 26 + ((clump * 3) % 8) * reach * 0.7 + random() * reach * 0.1,
      category: 'nursing-room',
      facilities: [],
      confidential: false,
      paused: false,
    };
  });
  return decodePointTable(encodePointTable(rows, { version: '', calendar: {}, areaRadius: 1 }).bytes);
}

/** Every distance measured and sorted. */
function byMeasuring(columns: ReturnType<typeof columnsOf>, mask: Uint8Array, from: LngLat) {
  const all: number[] = [];
  for (let row = 0; row < columns.count; row += 1)
    if (mask[row] === 1) all.push(distance(from, { lng: columns.lng[row]! / 1e5, lat: columns.lat[row]! / 1e5 }));
  return all.sort((a, b) => a - b);
}

describe('the nearest rows', () => {
  test('are those that measuring every distance finds', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.nat(100_000),
        fc.constantFrom(0.001, 0.05, 0.5),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (count, seed, reach, wanted, share) => {
          const columns = columnsOf(count, seed, reach);
          const mask = new Uint8Array(count).map((_, row) => ((row * 7919 + seed) % 1000 < share * 1000 ? 1 : 0));
          const from = { lng: 114 + (seed % 9) * reach, lat: 26 + (seed % 7) * reach * 0.7 };
          const found = nearestRows(columns, mask, from, wanted);
          const expected = byMeasuring(columns, mask, from).slice(0, wanted);
          expect(found.map((one) => one.distance)).toEqual(expected);
          for (const { row } of found) expect(mask[row]).toBe(1);
          expect(new Set(found.map(({ row }) => row)).size).toBe(found.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('of 100,000 are found, although rows come nearer and nearer along their curve', () => {
    const columns = columnsOf(100_000, 5, 0.4);
    const mask = new Uint8Array(100_000).fill(1);
    for (const from of [
      { lng: 114.01, lat: 26.01 },
      { lng: 117.3, lat: 28.1 },
      { lng: 100, lat: 40 },
    ])
      expect(nearestRows(columns, mask, from, 20).map((one) => one.distance)).toEqual(
        byMeasuring(columns, mask, from).slice(0, 20),
      );
  });
});
