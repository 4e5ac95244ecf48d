import { distance, type LngLat, type PointColumns } from '@fulian/contract/rules/map';

/** A row and how far it is, in metres. */
export interface NearRow {
  readonly row: number;
  readonly distance: number;
}

/**
 * The nearest `count` rows of those whose `mask` is 1, the nearest first; at equal distances by row.
 *
 * One scan without an index. Plane distances choose twice as many as are wanted, and those are measured on the sphere. A
 * thin sample of the rows first bounds how far the scan has to look, because rows lie along a curve and would else come
 * nearer and nearer.
 */
export function nearestRows(columns: PointColumns, mask: Uint8Array, from: LngLat, count: number): readonly NearRow[] {
  const wanted = Math.min(columns.count, count * 2 + 16);
  const scan = new Scan(columns, mask, from, wanted);
  const step = columns.count >> 10;
  if (step > 1) {
    scan.run(step);
    scan.begin(scan.bound);
  }
  scan.run(1);
  const near = scan.rows.map((row) => ({
    row,
    distance: distance(from, { lng: columns.lng[row]! / 1e5, lat: columns.lat[row]! / 1e5 }),
  }));
  near.sort((a, b) => a.distance - b.distance || a.row - b.row);
  return near.slice(0, count);
}

/** Keeps the nearest rows that it has seen. */
class Scan {
  /** Squared distance in 1e-5 degrees of latitude, beyond which nothing counts. */
  bound = Infinity;
  private readonly kept: Int32Array;
  private readonly distances: Float64Array;
  private length = 0;

  constructor(
    private readonly columns: PointColumns,
    private readonly mask: Uint8Array,
    private readonly from: LngLat,
    size: number,
  ) {
    this.kept = new Int32Array(size);
    this.distances = new Float64Array(size);
  }

  get rows(): number[] {
    return [...this.kept.subarray(0, this.length)];
  }

  begin(bound: number): void {
    this.bound = bound;
    this.length = 0;
  }

  run(step: number): void {
    const { lng, lat, count } = this.columns;
    const { mask } = this;
    const [x, y] = [this.from.lng * 1e5, this.from.lat * 1e5];
    const narrow = Math.cos((this.from.lat * Math.PI) / 180);
    let { bound } = this;
    let reach = Math.sqrt(bound);
    for (let row = 0; row < count; row += step) {
      const north = lat[row]! - y;
      if (north > reach || north < -reach || mask[row] === 0) continue;
      const east = (lng[row]! - x) * narrow;
      const square = east * east + north * north;
      if (square > bound) continue;
      this.keep(row, square);
      ({ bound } = this);
      reach = Math.sqrt(bound);
    }
  }

  private keep(row: number, square: number): void {
    const { kept, distances } = this;
    if (this.length === kept.length && square >= distances[this.length - 1]!) return;
    let at = Math.min(this.length, kept.length - 1);
    for (; at > 0 && distances[at - 1]! > square; at -= 1) {
      distances[at] = distances[at - 1]!;
      kept[at] = kept[at - 1]!;
    }
    distances[at] = square;
    kept[at] = row;
    if (this.length < kept.length) this.length += 1;
    if (this.length === kept.length) this.bound = Math.min(this.bound, distances[this.length - 1]!);
  }
}
