import { categories } from './categories.js';
import { tileSize, type WorldBounds, worldX, worldY } from './mercator.js';

/** CSS px of a cell's side at its zoom. */
export const cellSize = 64;

/** The columns of points that counting needs. Places are the public ones: of a confidential point its area's middle. */
export interface PointColumns {
  readonly count: number;
  /** Degrees GCJ-02 times 100,000. */
  readonly lng: Int32Array;
  /** Degrees GCJ-02 times 100,000. */
  readonly lat: Int32Array;
  /** World coordinates of `lng` and `lat`; see `mercator.ts`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Numbers of `categories`. */
  readonly category: Uint8Array;
}

/** The points in one square of 64 CSS px; after `mergeCells`, of a few of them. */
export interface Cell {
  /** Number of the square over the whole world: `floor(world · 2^z · 256 / 64)`. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** How many of each category, by number. */
  readonly counts: readonly number[];
  /** Mean of its points in degrees, rounded to six decimals: the same number on every machine. */
  readonly lng: number;
  readonly lat: number;
  /** The one point's row; -1 where there are several, or where nobody knows it. */
  readonly row: number;
  /** The squares that were joined, after `mergeCells`; absent where it is one. */
  readonly parts?: readonly Cell[];
}

/** How many cells there are along one side of the world. Cells belong to whole zooms: take `Math.floor` of a fraction. */
export function cellsAcross(zoom: number): number {
  return 2 ** zoom * (tileSize / cellSize);
}

/**
 * Counts points into the squares that touch `bounds`, each of them whole, ordered by y and x. `mask` has 1 for each row
 * that counts; left out, all do. `bounds` is what a screen shows: memory is needed for every square of it.
 *
 * One pass without an index: half a millisecond for 100,000 points. The sums are whole numbers, so that neither the order of
 * the rows nor who counts makes a difference.
 */
export function cellsOf(
  columns: PointColumns,
  mask: Uint8Array | undefined,
  zoom: number,
  bounds: WorldBounds,
): Cell[] {
  const across = cellsAcross(zoom);
  const clamp = (value: number) => Math.min(across - 1, Math.max(0, Math.floor(value * across)));
  const [left, top] = [clamp(bounds.west), clamp(bounds.north)];
  const [width, height] = [clamp(bounds.east) - left + 1, clamp(bounds.south) - top + 1];
  return countInto(columns, mask, across, { left, top, width, height });
}

/** The squares of one tile, for `getServicePointCells`. A tile outside the world holds nothing. */
export function cellsOfTile(
  columns: PointColumns,
  mask: Uint8Array | undefined,
  tile: { readonly z: number; readonly x: number; readonly y: number },
): Cell[] {
  const side = tileSize / cellSize;
  if (tile.x >= 2 ** tile.z || tile.y >= 2 ** tile.z) return [];
  const grid = { left: tile.x * side, top: tile.y * side, width: side, height: side };
  return countInto(columns, mask, cellsAcross(tile.z), grid);
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function countInto(columns: PointColumns, mask: Uint8Array | undefined, across: number, grid: Grid): Cell[] {
  const { left, top, width, height } = grid;
  const { count, lng, lat, x, y, category } = columns;
  const kinds = categories.length;
  const squares = width * height;
  const counts = new Uint32Array(squares * kinds);
  const sumLng = new Float64Array(squares);
  const sumLat = new Float64Array(squares);
  const rows = new Int32Array(squares);
  for (let row = 0; row < count; row += 1) {
    if (mask && mask[row] === 0) continue;
    const column = Math.floor(x[row]! * across) - left;
    if (column < 0 || column >= width) continue;
    const line = Math.floor(y[row]! * across) - top;
    if (line < 0 || line >= height) continue;
    const square = line * width + column;
    counts[square * kinds + category[row]!]! += 1;
    sumLng[square]! += lng[row]!;
    sumLat[square]! += lat[row]!;
    rows[square] = row;
  }
  const cells: Cell[] = [];
  for (let square = 0; square < squares; square += 1) {
    let total = 0;
    for (let kind = 0; kind < kinds; kind += 1) total += counts[square * kinds + kind]!;
    if (total === 0) continue;
    cells.push({
      x: left + (square % width),
      y: top + Math.floor(square / width),
      count: total,
      counts: [...counts.subarray(square * kinds, (square + 1) * kinds)],
      lng: Math.round((sumLng[square]! * 10) / total) / 1e6,
      lat: Math.round((sumLat[square]! * 10) / total) / 1e6,
      row: total === 1 ? rows[square]! : -1,
    });
  }
  return cells;
}

/** Means nearer to each other than this part of a cell's side are drawn as one. */
export const mergeBelow = 0.6;

/**
 * One pass that joins what stands close on both sides of a square's edge: each cell joins the largest neighbour whose mean
 * is nearer than 0.6 of a cell (at equal counts the one that comes first by y and x), unless that one itself joins another.
 *
 * Counts add up to what they were. What happens to a cell depends on the two rings of cells around it and on nothing else:
 * whoever knows those merges alike, whatever else there is, so nothing jumps while the map is dragged.
 */
export function mergeCells(cells: readonly Cell[], zoom: number): Cell[] {
  const across = cellsAcross(zoom);
  const at = new Map<number, number>();
  const xs = new Float64Array(cells.length);
  const ys = new Float64Array(cells.length);
  cells.forEach((cell, index) => {
    at.set(cell.y * across + cell.x, index);
    xs[index] = worldX(cell.lng) * across;
    ys[index] = worldY(cell.lat) * across;
  });
  const isLarger = (one: number, than: number) => {
    const [a, b] = [cells[one]!, cells[than]!];
    return a.count !== b.count ? a.count > b.count : a.y !== b.y ? a.y < b.y : a.x < b.x;
  };
  const target = cells.map((cell, index) => {
    let best = index;
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const other = at.get((cell.y + dy) * across + cell.x + dx);
        if (other === undefined || !isLarger(other, best)) continue;
        const [across1, down] = [xs[other]! - xs[index]!, ys[other]! - ys[index]!];
        if (across1 * across1 + down * down < mergeBelow * mergeBelow) best = other;
      }
    }
    return best;
  });
  const joined = new Map<number, Cell[]>();
  const merged: (Cell | undefined)[] = [];
  cells.forEach((cell, index) => {
    const goal = target[index]!;
    if (goal === index || target[goal] !== goal) {
      merged[index] = cell;
      return;
    }
    const others = joined.get(goal);
    if (others) others.push(cell);
    else joined.set(goal, [cell]);
  });
  joined.forEach((others, index) => {
    merged[index] = union(cells[index]!, others);
  });
  return merged.filter((cell): cell is Cell => cell !== undefined);
}

function union(root: Cell, others: readonly Cell[]): Cell {
  let [count, lng, lat] = [0, 0, 0];
  const counts = root.counts.map(() => 0);
  const parts = [root, ...others];
  for (const cell of parts) {
    count += cell.count;
    lng += Math.round(cell.lng * 1e6) * cell.count;
    lat += Math.round(cell.lat * 1e6) * cell.count;
    cell.counts.forEach((one, kind) => {
      counts[kind]! += one;
    });
  }
  return {
    ...root,
    count,
    counts,
    lng: Math.round(lng / count) / 1e6,
    lat: Math.round(lat / count) / 1e6,
    row: -1,
    parts,
  };
}
