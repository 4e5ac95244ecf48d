import { categories, categoryCounts, cellsAcross, cellSize, tileSize } from '@fulian/contract/rules/map';
import type { components } from '@fulian/contract/types';
import { BoundedCache } from '../bounded-cache.js';
import type { Clock } from '../clock.js';
import { ProblemError } from '../problem.js';
import { filterKey, type PointFilter } from './filters.js';
import type { CellSum, ServicePointRepository } from './repository.js';

type Cell = components['schemas']['ServicePointCell'];

/** A tile of the map. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const remembered = 10_000;
const rememberedMs = 600_000;

/** Counts points into the cells of tiles as `cellsOfTile` of the rules does, but in the database; remembers the answers. */
export class Cells {
  readonly #answers: BoundedCache<Promise<string>>;

  constructor(
    private readonly points: ServicePointRepository,
    clock: Clock,
  ) {
    this.#answers = new BoundedCache(clock, remembered, rememberedMs);
  }

  /** The answer's text. Throws `federation-unknown`. */
  async of(code: string, tile: Tile, filter: PointFilter): Promise<string> {
    const version = await this.points.version(code);
    if (version === undefined) throw new ProblemError('federation-unknown');
    const key = `${code}/${version}/${tile.z}/${tile.x}/${tile.y}/${filterKey(filter)}`;
    return BoundedCache.through(this.#answers, key, async () => {
      const cells = await this.#count(code, tile, filter);
      return JSON.stringify({ cells });
    });
  }

  async #count(code: string, { z, x, y }: Tile, filter: PointFilter): Promise<Cell[]> {
    const tiles = 2 ** z;
    if (x >= tiles || y >= tiles) return [];
    const box = { west: x / tiles, north: y / tiles, east: (x + 1) / tiles, south: (y + 1) / tiles };
    const sums = await this.points.cells(code, box, cellsAcross(z), filter);
    const side = tileSize / cellSize;
    const squares = new Map<number, CellSum[]>();
    for (const sum of sums) {
      const square = (sum.y - y * side) * side + sum.x - x * side;
      const others = squares.get(square);
      if (others) others.push(sum);
      else squares.set(square, [sum]);
    }
    return [...squares].sort(([a], [b]) => a - b).map(([, parts]) => cellOf(parts));
  }
}

function cellOf(parts: readonly CellSum[]): Cell {
  const counts = categories.map(() => 0);
  let [count, lng, lat] = [0, 0, 0];
  for (const part of parts) {
    counts[part.category]! += part.count;
    count += part.count;
    lng += part.lng;
    lat += part.lat;
  }
  const mean = (sum: number) => Math.round((sum * 10) / count) / 1e6;
  return { x: parts[0]!.x, y: parts[0]!.y, count, counts: categoryCounts(counts), lng: mean(lng), lat: mean(lat) };
}
