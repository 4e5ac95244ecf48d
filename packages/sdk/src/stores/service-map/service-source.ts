import {
  type Cell,
  categories,
  cellSize,
  cellsAcross,
  cellsOf,
  coarse,
  countsByNumber,
  distance,
  latOf,
  type LngLat,
  lngOf,
  mergeCells,
  type OpenState,
  parseHours,
  type PointColumns,
  stateAt,
  viewBounds,
  type WorldBounds,
  worldX,
  worldY,
} from '@fulian/contract/rules/map';
import { ContractError } from '../../errors.js';
import { pause } from '../../exchange.js';
import type { SignalLike } from '../../wire.js';
import { extentOf } from './points.js';
import type { Question, Source, SourceHost, View } from './source.js';
import type { Extent, MapFilters, MapItem, MapMarker, MapViewport, Me, ServicePoint } from './types.js';

export { rowsNamed } from './service-search.js';

declare const AbortController: new () => { readonly signal: SignalLike; abort(): void };

/** Milliseconds after the last movement, before the service is asked. */
const settleTime = 200;
/** So many points in a view are fetched one by one; more are shown as the service counts them. */
const mostSingle = 200;
/** Tiles that are remembered. */
const mostTiles = 400;

/** The area is too large for a table: the service is asked for what the map shows, when it has come to rest. */
export class ServiceSource implements Source {
  readonly mode = 'service';
  readonly total = 0;
  readonly totals = categories.map(() => 0);
  readonly extent = undefined;
  private view: View = { matching: 0, search: 'idle', markers: [], list: [], hasMore: false };
  private asked: Question | undefined;
  private running: { readonly signal: SignalLike; abort(): void } | undefined;
  private readonly tiles = new Map<string, Promise<Cell[]>>();
  /** Points that were seen; their places here serve as row numbers. */
  private readonly seen: ServicePoint[] = [];
  private readonly rows = new Map<string, number>();
  /** The squares of markers by their keys, and the points that stand in them where those are known. */
  private squares = new Map<
    string,
    { readonly cell: Cell; readonly zoom: number; readonly points: Columns | undefined }
  >();

  constructor(private readonly host: SourceHost) {
    host.signal.addEventListener('abort', () => this.running?.abort());
  }

  look(question: Question): View {
    const { asked } = this;
    const isSame =
      asked &&
      asked.filters === question.filters &&
      asked.viewport === question.viewport &&
      asked.me === question.me &&
      asked.listed === question.listed;
    if (!isSame) {
      this.asked = question;
      this.running?.abort();
      this.view = { ...this.view, search: 'pending' };
      void this.ask(question);
    }
    return this.view;
  }

  refresh(): void {
    this.asked = undefined;
  }

  itemsOf({ key, item }: MapMarker, limit: number): readonly MapItem[] {
    if (item) return [item];
    const { cell, zoom, points } = this.squares.get(key) ?? {};
    if (!cell || !points) return [];
    const across = cellsAcross(zoom!);
    const isIn = (row: number) =>
      (cell.parts ?? [cell]).some(
        (part) => part.x === Math.floor(points.x[row]! * across) && part.y === Math.floor(points.y[row]! * across),
      );
    return points.points
      .filter((_, row) => isIn(row))
      .slice(0, limit)
      .map((point) => this.itemOf(point, undefined));
  }

  extentOf(marker: MapMarker): Extent | undefined {
    const items = this.itemsOf(marker, Infinity);
    const found = this.squares.get(marker.key);
    if (items.length > 0) return extentOf(columnsOf(items.map((item) => ({ ...this.seen[item.row]! }))));
    if (!found) return undefined;
    const across = cellsAcross(found.zoom);
    const { x, y } = found.cell;
    return {
      west: lngOf(x / across),
      east: lngOf((x + 1) / across),
      north: latOf(y / across),
      south: latOf((y + 1) / across),
    };
  }

  item(row: number, me: Me | undefined): MapItem | undefined {
    const point = this.seen[row];
    return point && this.itemOf(point, me);
  }

  async idOf(row: number): Promise<string> {
    const point = this.seen[row];
    if (!point) throw new ContractError('service map', 'no such row');
    return point.id;
  }

  private async ask(question: Question): Promise<void> {
    const running = new AbortController();
    this.running = running;
    let view: View;
    try {
      await pause('service map', settleTime, running.signal);
      const [markers, list] = await Promise.all([
        this.markers(question, running.signal),
        this.list(question, running.signal),
      ]);
      const matching = countIn(markers);
      view = { matching, search: 'idle', markers, ...list };
    } catch {
      view = { ...this.view, search: 'error' };
    }
    if (this.running !== running) return;
    this.view = view;
    this.host.changed();
  }

  private async list({ filters, viewport, me, listed }: Question, signal: SignalLike) {
    const { client, federation } = this.host;
    const path = { code: federation };
    const from = me ?? viewport;
    const limit = Math.min(50, listed);
    let points: ServicePoint[] = [];
    if (filters.text.trim() !== '') {
      const query = { ...queryOf(filters), q: filters.text.trim(), limit };
      points = (await client.searchServicePoints({ path, query }, { signal })).items;
    } else if (from) {
      const { lng, lat } = coarse(from);
      const headers = { 'Fulian-Position': `${lng},${lat}` };
      const query = { ...queryOf(filters), limit };
      const { items } = await client.findNearestServicePoints({ path, query, headers }, { signal });
      points = items.map(({ point }) => point);
    }
    const hasMore = points.length === limit && limit < 50;
    return { list: this.fitting(points, filters).map((point) => this.itemOf(point, me)), hasMore };
  }

  private async markers({ filters, viewport, me }: Question, signal: SignalLike): Promise<MapMarker[]> {
    if (!viewport) return [];
    const zoom = Math.floor(viewport.zoom);
    const bounds = viewBounds(viewport);
    const hasText = filters.text.trim() !== '';
    const counted = hasText ? [] : await this.cells(viewport, bounds, filters, signal);
    let points: Columns | undefined;
    if (hasText || countIn(counted) <= mostSingle)
      points = columnsOf(this.fitting(await this.pointsIn(bounds, filters, signal), filters));
    const cells = points ? cellsOf(points, undefined, zoom, bounds) : counted;
    this.squares = new Map();
    return mergeCells(cells, zoom).map((cell) => {
      const { lng, lat, count, counts, row } = cell;
      const point = points?.points[row];
      const key = point ? `row${this.rowOf(point)}` : `${zoom}/${cell.x}/${cell.y}`;
      this.squares.set(key, { cell, zoom, points });
      return { key, lng, lat, count, counts, ...(point && { item: this.itemOf(point, me) }) };
    });
  }

  /** The squares of all tiles that touch the view. */
  private async cells(
    viewport: MapViewport,
    bounds: WorldBounds,
    filters: MapFilters,
    signal: SignalLike,
  ): Promise<Cell[]> {
    const z = Math.floor(viewport.zoom);
    const tiles = 2 ** z;
    const clamp = (value: number) => Math.min(tiles - 1, Math.max(0, Math.floor(value * tiles)));
    // Two squares more on each side decide how those inside are merged.
    const rim = (2 * cellSize) / (256 * tiles);
    const waiting: Promise<Cell[]>[] = [];
    for (let x = clamp(bounds.west - rim); x <= clamp(bounds.east + rim); x += 1)
      for (let y = clamp(bounds.north - rim); y <= clamp(bounds.south + rim); y += 1)
        waiting.push(this.tile({ z: String(z), x: String(x), y: String(y) }, filters, signal));
    return (await Promise.all(waiting)).flat();
  }

  private tile(tile: { z: string; x: string; y: string }, filters: MapFilters, signal: SignalLike): Promise<Cell[]> {
    const query = queryOf(filters);
    const key = JSON.stringify([tile, query]);
    const known = this.tiles.get(key);
    if (known) return known;
    const { client, federation } = this.host;
    const fetched = client
      .getServicePointCells({ path: { code: federation, ...tile }, query }, { signal })
      .then(({ cells }) => cells.map((cell) => ({ ...cell, counts: countsByNumber(cell.counts), row: -1 })));
    if (this.tiles.size >= mostTiles) this.tiles.clear();
    this.tiles.set(key, fetched);
    fetched.catch(() => this.tiles.delete(key));
    return fetched;
  }

  private async pointsIn(bounds: WorldBounds, filters: MapFilters, signal: SignalLike): Promise<ServicePoint[]> {
    const { client, federation } = this.host;
    // Outwards to three decimals: an address says no more of where she looks than is needed.
    const [least, most] = [(edge: number) => Math.floor(edge * 1000), (edge: number) => Math.ceil(edge * 1000)];
    const edges = [
      least(lngOf(bounds.west)),
      least(latOf(bounds.south)),
      most(lngOf(bounds.east)),
      most(latOf(bounds.north)),
    ];
    const bbox = edges.map((edge) => String(edge / 1000)).join(',');
    const q = filters.text.trim();
    const query = { ...queryOf(filters), bbox, limit: 500, ...(q !== '' && { q }) };
    return (await client.searchServicePoints({ path: { code: federation }, query }, { signal })).items;
  }

  /** What the service cannot choose: what is open now. */
  private fitting(points: readonly ServicePoint[], { openNow }: MapFilters): ServicePoint[] {
    return points.filter((point) => !openNow || (point.status === 'in-service' && this.hoursOf(point) === 'open'));
  }

  private hoursOf({ hours: text }: ServicePoint): OpenState {
    const hours = text === undefined ? undefined : parseHours(text).hours;
    return hours ? stateAt(hours, this.host.clock(), {}) : 'unknown';
  }

  private rowOf(point: ServicePoint): number {
    const known = this.rows.get(point.id);
    const row = known ?? this.seen.length;
    this.seen[row] = point;
    this.rows.set(point.id, row);
    return row;
  }

  private itemOf(point: ServicePoint, me: Me | undefined): MapItem {
    const { id, name, category, facilities, status, area } = point;
    const place = placeOf(point);
    return {
      ...place,
      row: this.rowOf(point),
      id,
      name,
      category,
      facilities,
      hours: this.hoursOf(point),
      paused: status === 'paused',
      ...(area && { areaRadius: area.radius }),
      ...(me && { distance: Math.round(distance(me, place)) }),
    };
  }
}

interface Columns extends PointColumns {
  readonly points: readonly ServicePoint[];
}

function placeOf({ position, area }: ServicePoint): LngLat {
  const { lng, lat } = position ?? area!;
  return { lng, lat };
}

function columnsOf(points: readonly ServicePoint[]): Columns {
  const places = points.map(placeOf);
  const lng = new Int32Array(places.map((place) => Math.round(place.lng * 1e5)));
  const lat = new Int32Array(places.map((place) => Math.round(place.lat * 1e5)));
  return {
    points,
    count: points.length,
    lng,
    lat,
    x: new Float64Array(places.map((place) => worldX(place.lng))),
    y: new Float64Array(places.map((place) => worldY(place.lat))),
    category: new Uint8Array(points.map(({ category }) => categories.indexOf(category))),
  };
}

function queryOf({ categories: wanted, facilities }: MapFilters) {
  return {
    ...(wanted.length > 0 && { categories: wanted.join(',') }),
    ...(facilities.length > 0 && { facilities: facilities.join(',') }),
  };
}

/** How many places they stand for. Not by `reduce`: it is another one on pages with Prototype 1.6. */
function countIn(squares: readonly { readonly count: number }[]): number {
  let sum = 0;
  for (const { count } of squares) sum += count;
  return sum;
}
