import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, categoryCounts, countsByNumber } from './categories.js';
import { type Cell, cellsAcross, cellSize, cellsOf, cellsOfTile, mergeBelow, mergeCells } from './cells.js';
import { latOf, lngOf, metresPerPixel, tileSize, viewBounds, type WorldBounds, worldX, worldY } from './mercator.js';
import { decodePointTable, encodePointTable, type PointTable } from './point-table.js';
import { distance } from './place.js';
import { manyRows } from './sample-rows.js';

function tableOf(count: number, seed: number): PointTable {
  return decodePointTable(encodePointTable(manyRows(count, seed), { version: '', calendar: {}, areaRadius: 1 }).bytes);
}

const world: WorldBounds = { west: 0, north: 0, east: 1, south: 1 };
const total = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

/** Tables of all sizes with a mask that lets some rows through. */
const anyTable = fc
  .record({ count: fc.nat(600), seed: fc.nat(1_000_000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ count, seed, share }) => {
    const table = tableOf(count, seed);
    const mask = new Uint8Array(count).map((_, row) => ((row * 7919 + seed) % 1000 < share * 1000 ? 1 : 0));
    return { table, mask, matching: mask.reduce((sum, one) => sum + one, 0) };
  });

/** A view near some point. */
const anyView = fc.record({
  lng: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  lat: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  zoom: fc.integer({ min: 7, max: 12 }),
  width: fc.integer({ min: 100, max: 1200 }),
  height: fc.integer({ min: 100, max: 900 }),
});

function nearPoints<View extends { lng: number; lat: number }>(table: PointTable, view: View): View {
  const row = table.count >> 1;
  return { ...view, lng: view.lng + (table.lng[row] ?? 1.1e7) / 1e5, lat: view.lat + (table.lat[row] ?? 3e6) / 1e5 };
}

/** What a service answers for a tile, and what a phone reads of it. */
function overTheWire(cells: readonly Cell[]): Cell[] {
  const wire = JSON.stringify(
    cells.map(({ x, y, count, counts, lng, lat }) => ({ x, y, count, counts: categoryCounts(counts), lng, lat })),
  );
  const read = JSON.parse(wire) as (Omit<Cell, 'counts'> & { counts: Parameters<typeof countsByNumber>[0] })[];
  return read.map((cell) => ({ ...cell, counts: countsByNumber(cell.counts), row: -1 }));
}

function grown({ west, north, east, south }: WorldBounds, zoom: number, cells: number): WorldBounds {
  const by = cells / cellsAcross(zoom);
  return { west: west - by, north: north - by, east: east + by, south: south + by };
}

const plain = (cells: readonly Cell[]) =>
  cells.map(({ x, y, count, counts, lng, lat }) => ({ x, y, count, counts: [...counts], lng, lat }));

const inside = (cells: readonly Cell[], bounds: WorldBounds) =>
  cells.filter(({ lng, lat }) => {
    const [x, y] = [worldX(lng), worldY(lat)];
    return x >= bounds.west && x <= bounds.east && y >= bounds.north && y <= bounds.south;
  });

describe('cells', () => {
  test('their numbers are floor(world · 2^z · 256 / 64), and every point is in one', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 6 }), ({ table, mask, matching }, zoom) => {
        const cells = cellsOf(table, mask, zoom, world);
        expect(total(cells)).toBe(matching);
        const expected = new Map<string, number>();
        for (let row = 0; row < table.count; row += 1) {
          if (mask[row] === 0) continue;
          const number = (value: number) => Math.floor((value * 2 ** zoom * 256) / 64);
          const key = `${number(table.x[row]!)}/${number(table.y[row]!)}`;
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        expect(new Map(cells.map(({ x, y, count }) => [`${x}/${y}`, count]))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('counts by category add up, and a single point is told by its row', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 6 }), ({ table, mask }, zoom) => {
        for (const { count, counts, row, lng, lat } of cellsOf(table, mask, zoom, world)) {
          expect(counts).toHaveLength(categories.length);
          expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
          expect(row >= 0).toBe(count === 1);
          if (row >= 0) expect([lng, lat]).toEqual([table.lng[row]! / 1e5, table.lat[row]! / 1e5]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the tiles of a service hold the same cells as a phone counts', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 4 }), ({ table, mask }, z) => {
        const tiles: Cell[] = [];
        for (let y = 0; y < 2 ** z; y += 1)
          for (let x = 0; x < 2 ** z; x += 1) {
            const cells = cellsOfTile(table, mask, { z, x, y });
            expect(cells.length).toBeLessThanOrEqual(16);
            tiles.push(...cells);
          }
        tiles.sort((a, b) => a.y - b.y || a.x - b.x);
        expect(tiles).toEqual(cellsOf(table, mask, z, world));
      }),
      { numRuns: 20 },
    );
  });

  test('a tile outside the world holds nothing', () => {
    const table = tableOf(50, 3);
    expect(cellsOfTile(table, undefined, { z: 2, x: 4, y: 0 })).toEqual([]);
    expect(cellsOfTile(table, undefined, { z: 2, x: 0, y: 9 })).toEqual([]);
    expect(total(cellsOfTile(table, undefined, { z: 0, x: 0, y: 0 }))).toBe(50);
  });

  test('the order of the rows makes no difference, not even to the last digit of a mean', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 3, max: 7 }), (seed, zoom) => {
        const rows = manyRows(200, seed);
        const facts = { version: '', calendar: {}, areaRadius: 1 };
        const one = decodePointTable(encodePointTable(rows, facts).bytes);
        const columns = { lng: one.lng.slice().reverse(), lat: one.lat.slice().reverse() };
        const other = {
          ...columns,
          count: one.count,
          x: one.x.slice().reverse(),
          y: one.y.slice().reverse(),
          category: one.category.slice().reverse(),
        };
        expect(plain(cellsOf(other, undefined, zoom, world))).toEqual(plain(cellsOf(one, undefined, zoom, world)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('merging', () => {
  test('counts add up to the filtered total, as a whole and by category', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 6 }), ({ table, mask, matching }, zoom) => {
        const cells = cellsOf(table, mask, zoom, world);
        const merged = mergeCells(cells, zoom);
        expect(total(merged)).toBe(matching);
        const byKind = (some: readonly Cell[]) =>
          categories.map((_, kind) => some.reduce((sum, { counts }) => sum + counts[kind]!, 0));
        expect(byKind(merged)).toEqual(byKind(cells));
        for (const { count, counts, parts } of merged) {
          expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
          if (parts) expect(total(parts)).toBe(count);
        }
      }),
      { numRuns: 100 },
    );
  });

  /** The clusters of a view as a phone makes them of the table, and as it makes them of a service's tiles. */
  function bothWays(table: PointTable, mask: Uint8Array, view: Parameters<typeof viewBounds>[0]) {
    const { zoom } = view;
    const bounds = viewBounds(view);
    const wide = grown(bounds, zoom, 3);
    const tile = (value: number) => Math.floor((value * cellsAcross(zoom) * cellSize) / tileSize);
    const fetched: Cell[] = [];
    for (let x = tile(wide.west); x <= tile(wide.east); x += 1)
      for (let y = tile(wide.north); y <= tile(wide.south); y += 1)
        fetched.push(...overTheWire(cellsOfTile(table, mask, { z: zoom, x, y })));
    const order = (a: Cell, b: Cell) => a.y - b.y || a.x - b.x;
    const onPhone = inside(mergeCells(cellsOf(table, mask, zoom, wide), zoom), bounds).sort(order);
    return { onPhone, fromService: inside(mergeCells(fetched, zoom), bounds).sort(order) };
  }

  test('clusters made of a service’s tiles are those that a phone makes of the table, for the same view', () => {
    fc.assert(
      fc.property(anyTable, anyView, ({ table, mask }, view) => {
        const { onPhone, fromService } = bothWays(table, mask, nearPoints(table, view));
        expect(plain(fromService)).toEqual(plain(onPhone));
      }),
      { numRuns: 200 },
    );
  });

  test.each([8, 9, 10, 11, 12, 13])('the same for a large screen full of clusters at zoom %i', (zoom) => {
    const table = tableOf(3000, 5);
    const mask = new Uint8Array(3000).map((_, row) => (row % 3 === 0 ? 1 : 0));
    const view = nearPoints(table, { lng: 0, lat: 0, zoom, width: 3000, height: 2000 });
    const { onPhone, fromService } = bothWays(table, mask, view);
    expect(plain(fromService)).toEqual(plain(onPhone));
    expect(onPhone.filter(({ parts }) => parts).length).toBeGreaterThan(zoom < 10 ? 0 : 10);
  });

  test('nothing inside a view changes with what stands outside, so nothing jumps while it is dragged', () => {
    fc.assert(
      fc.property(anyTable, anyView, ({ table, mask }, view) => {
        const { zoom } = view;
        const bounds = viewBounds(nearPoints(table, view));
        const near = mergeCells(cellsOf(table, mask, zoom, grown(bounds, zoom, 3)), zoom);
        const far = mergeCells(cellsOf(table, mask, zoom, grown(bounds, zoom, 12)), zoom);
        expect(plain(inside(near, bounds))).toEqual(plain(inside(far, bounds)));
      }),
      { numRuns: 150 },
    );
  });

  test('what is joined was nearer than 0.6 of a cell, and the larger one takes the smaller', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 4, max: 10 }), ({ table, mask }, zoom) => {
        const view = viewBounds({ lng: 118.5, lat: 28.2, zoom, width: 1200, height: 900 });
        for (const { parts } of mergeCells(cellsOf(table, mask, zoom, view), zoom)) {
          const [root, ...others] = parts ?? [];
          for (const cell of others) {
            const across = cellsAcross(zoom);
            const [x, y] = [worldX(cell.lng) - worldX(root!.lng), worldY(cell.lat) - worldY(root!.lat)];
            expect(Math.hypot(x * across, y * across)).toBeLessThan(mergeBelow);
            expect(cell.count).toBeLessThanOrEqual(root!.count);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('two points on both sides of an edge become one marker, and stay two where they are far', () => {
    const zoom = 14;
    const across = cellsAcross(zoom);
    const cell = (x: number, at: number): Cell => ({
      x,
      y: 5000,
      count: 1,
      counts: [1, 0, 0, 0, 0, 0],
      lng: lngOf((x + at) / across),
      lat: latOf(5000.5 / across),
      row: x,
    });
    const [joined, ...none] = mergeCells([cell(9000, 0.9), cell(9001, 0.1)], zoom);
    expect(none).toEqual([]);
    expect(joined).toMatchObject({ x: 9000, y: 5000, count: 2, counts: [2, 0, 0, 0, 0, 0], row: -1 });
    expect(joined!.lng).toBeCloseTo(lngOf(9001 / across), 6);
    expect(mergeCells([cell(9000, 0.2), cell(9001, 0.8)], zoom)).toHaveLength(2);
    // A chain: the middle one goes to its larger neighbour, and nobody is pulled along.
    expect(total(mergeCells([cell(9000, 0.7), cell(9001, 0.2), cell(9002, 0.75)], zoom))).toBe(3);
  });
});

describe('Mercator', () => {
  test('degrees come back, and the corners of the world are 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (lng, lat) => {
          expect(lngOf(worldX(lng))).toBeCloseTo(lng, 9);
          expect(latOf(worldY(lat))).toBeCloseTo(lat, 9);
        },
      ),
    );
    expect(worldX(-180)).toBe(0);
    expect(worldX(180)).toBe(1);
    expect(worldY(85.051_128_779_806_59)).toBeCloseTo(0, 12);
    expect(worldY(0)).toBe(0.5);
  });

  test('a view’s bounds are its pixels, and a pixel’s metres are those on the ground', () => {
    const view = { lng: 118.4, lat: 27.9, zoom: 13, width: 1000, height: 700 };
    const { west, east, north, south } = viewBounds(view);
    expect((east - west) * tileSize * 2 ** 13).toBeCloseTo(1000, 6);
    expect((south - north) * tileSize * 2 ** 13).toBeCloseTo(700, 6);
    const width = distance({ lng: lngOf(west), lat: 27.9 }, { lng: lngOf(east), lat: 27.9 });
    expect(metresPerPixel(27.9, 13) * 1000).toBeCloseTo(width, -1);
  });
});
