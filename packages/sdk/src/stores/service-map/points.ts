import {
  bitsOf,
  categories,
  type Cell,
  cellsOf,
  confidentialFlag,
  facilitiesOf,
  type Hours,
  type LngLat,
  mergeCells,
  type OpenState,
  parseHours,
  pausedFlag,
  type PointTable,
  stateAt,
  type WorldBounds,
} from '@fulian/contract/rules/map';
import { nearestRows } from './nearest.js';
import type { Extent, MapFilters, MapItem } from './types.js';

/**
 * All points of an area, which of them fit, and what they look like. Nothing here is indexed: every question is one pass over
 * columns of numbers, so that a filter costs no more than a look.
 */
export class Points {
  /** How many of each category there are. */
  readonly totals: readonly number[];
  readonly extent: Extent | undefined;
  /** 1 for each row that fits the filters. */
  readonly mask: Uint8Array;
  /** How many do. */
  matching: number;
  /** By the number of opening hours; each is read, and looked at, when somebody asks. */
  private readonly hours: (Hours | undefined)[] = [];
  private states: OpenState[] = [];

  constructor(
    readonly table: PointTable,
    private now: number,
  ) {
    this.mask = new Uint8Array(table.count).fill(1);
    this.matching = table.count;
    const totals = categories.map(() => 0);
    for (let row = 0; row < table.count; row += 1) totals[table.category[row]!]! += 1;
    this.totals = totals;
    this.extent = extentOf(table);
  }

  /** Computes anew what is open. */
  lookAtClock(now: number): void {
    this.now = now;
    this.states = [];
  }

  /** Computes anew which rows fit. `found` has 1 for those with the text that is looked for; left out, text does not count. */
  filter(filters: MapFilters, found: Uint8Array | undefined): void {
    const { table, mask } = this;
    const { count, category, facilities, flags, hoursIndex } = table;
    if (!found && !filters.openNow && !filters.categories.length && !filters.facilities.length) {
      mask.fill(1);
      this.matching = count;
      return;
    }
    const wanted = new Uint8Array(
      categories.map((one) => Number(filters.categories.length === 0 || filters.categories.includes(one))),
    );
    const bits = bitsOf(filters.facilities);
    const isOpen = new Uint8Array(table.hours.map((_, at) => Number(!filters.openNow || this.state(at) === 'open')));
    const closedFlags = filters.openNow ? pausedFlag : 0;
    let matching = 0;
    for (let row = 0; row < count; row += 1) {
      const fits =
        wanted[category[row]!]! &
        isOpen[hoursIndex[row]!]! &
        ((facilities[row]! & bits) === bits ? 1 : 0) &
        ((flags[row]! & closedFlags) === 0 ? 1 : 0) &
        (found === undefined ? 1 : found[row]!);
      mask[row] = fits;
      matching += fits;
    }
    this.matching = matching;
  }

  /** The squares of a view with what fits, merged; only those in or near it are as they would be with a larger view. */
  cells(zoom: number, bounds: WorldBounds): Cell[] {
    return mergeCells(cellsOf(this.table, this.mask, zoom, bounds), zoom);
  }

  /** The rows that fit in these squares. */
  rowsIn(squares: readonly Cell[], across: number, limit: number): number[] {
    const { count, x, y } = this.table;
    const wanted = new Set(squares.map((square) => square.y * across + square.x));
    const rows: number[] = [];
    for (let row = 0; row < count && rows.length < limit; row += 1)
      if (this.mask[row] === 1 && wanted.has(Math.floor(y[row]! * across) * across + Math.floor(x[row]! * across)))
        rows.push(row);
    return rows;
  }

  /** The nearest rows that fit. */
  nearest(from: LngLat, count: number): readonly number[] {
    return nearestRows(this.table, this.mask, from, count).map(({ row }) => row);
  }

  /** The public place of a row. */
  place(row: number): LngLat {
    const { lng, lat } = this.table;
    return { lng: lng[row]! / 1e5, lat: lat[row]! / 1e5 };
  }

  /** What opening hours say now. Most of them are of places that nobody sees. */
  private state(index: number): OpenState {
    return (this.states[index] ??= this.stateOf(this.table.hours[index] ?? '', index));
  }

  private stateOf(text: string, index: number): OpenState {
    const hours = text === '' ? undefined : (this.hours[index] ??= parseHours(text).hours);
    return hours ? stateAt(hours, this.now, this.table.calendar) : 'unknown';
  }

  /** What the table says of a row. */
  item(row: number): MapItem {
    const { category, facilities, flags, hoursIndex, areaRadius } = this.table;
    return {
      ...this.place(row),
      row,
      category: categories[category[row]!]!,
      facilities: facilitiesOf(facilities[row]!),
      hours: this.state(hoursIndex[row]!),
      paused: (flags[row]! & pausedFlag) !== 0,
      ...((flags[row]! & confidentialFlag) !== 0 && { areaRadius }),
    };
  }
}

/** Around these points; `undefined` where there are none. */
export function extentOf({ count, lng, lat }: Pick<PointTable, 'count' | 'lng' | 'lat'>): Extent | undefined {
  if (count === 0) return undefined;
  let [west, south, east, north] = [lng[0]!, lat[0]!, lng[0]!, lat[0]!];
  for (let row = 1; row < count; row += 1) {
    if (lng[row]! < west) west = lng[row]!;
    else if (lng[row]! > east) east = lng[row]!;
    if (lat[row]! < south) south = lat[row]!;
    else if (lat[row]! > north) north = lat[row]!;
  }
  return { west: west / 1e5, south: south / 1e5, east: east / 1e5, north: north / 1e5 };
}
