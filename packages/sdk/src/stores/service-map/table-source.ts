import {
  type Cell,
  cellSize,
  cellsAcross,
  distance,
  type LngLat,
  type PointTable,
  tileSize,
  viewBounds,
  worldX,
  worldY,
} from '@fulian/contract/rules/map';
import { ContractError, isProblemError } from '../../errors.js';
import { Names } from './names.js';
import { extentOf, Points } from './points.js';
import { Search } from './search.js';
import type { Question, Shown, Source, SourceHost, View } from './source.js';
import type { Extent, MapFilters, MapItem, MapMarker, MapViewport, Me } from './types.js';

/** Blocks of names that are fetched for one look, so that dragging over a nation does not ask for all of it. */
const rowsToName = 60;

/** All points are here: everything but names and text in very large areas is answered at once. */
export class TableSource implements Source {
  readonly mode = 'table';
  readonly total: number;
  readonly totals: readonly number[];
  readonly extent: Extent | undefined;
  private readonly points: Points;
  private readonly names: Names;
  private readonly search: Search;
  /** For what the mask was computed. */
  private filtered: { filters: MapFilters; found: Uint8Array | undefined; turn: number } | undefined;
  /** Counts looks at the clock. */
  private turn = 0;
  /** The markers' squares by their keys, for what is asked of them later. */
  private squares = new Map<string, Cell>();
  private isNaming = false;

  constructor(
    table: PointTable,
    private readonly host: SourceHost,
  ) {
    const { client, federation, signal } = host;
    this.points = new Points(table, host.clock());
    this.total = table.count;
    this.totals = this.points.totals;
    this.extent = this.points.extent;
    const path = { code: federation, tableVersion: table.version };
    this.names = new Names(table.count, (from, rows) =>
      client.listServicePointNames({ path, query: { from, rows } }, { signal }),
    );
    this.search = new Search(table, this.names, host);
  }

  look({ filters, viewport, me, listed }: Question): View {
    const { points, search } = this;
    const found = search.find(filters.text);
    const { filtered, turn } = this;
    if (!filtered || filtered.filters !== filters || filtered.found !== found || filtered.turn !== turn) {
      points.filter(filters, found);
      this.filtered = { filters, found, turn };
    }
    const markers = viewport ? this.markers(viewport, me) : [];
    const list = this.list(me ?? viewport ?? middleOf(this.extent), listed, me);
    this.fetchNames({ markers, list });
    return { matching: points.matching, search: search.state, markers, list, hasMore: list.length < points.matching };
  }

  name({ markers, list }: Shown, me: Me | undefined): Shown {
    let isNew = false;
    const named = (item: MapItem): MapItem => {
      if (item.name !== undefined || this.names.names[item.row] === undefined) return item;
      isNew = true;
      return this.named(item.row, me);
    };
    const namedMarkers = markers.map((marker) => (marker.item ? { ...marker, item: named(marker.item) } : marker));
    // Where no marker has a new name the map need not be looked at.
    const shown = { markers: isNew ? namedMarkers : markers, list: list.map(named) };
    this.fetchNames(shown);
    return shown;
  }

  refresh(): void {
    this.points.lookAtClock(this.host.clock());
    this.turn += 1;
  }

  itemsOf(marker: MapMarker, limit: number): readonly MapItem[] {
    return this.rowsOf(marker, limit).map((row) => this.named(row, undefined));
  }

  extentOf(marker: MapMarker): Extent | undefined {
    const places = this.rowsOf(marker, Infinity).map((row) => this.points.place(row));
    const columns = (name: keyof LngLat) => new Int32Array(places.map((place) => Math.round(place[name] * 1e5)));
    return extentOf({ count: places.length, lng: columns('lng'), lat: columns('lat') });
  }

  item(row: number, me: Me | undefined): MapItem | undefined {
    return row >= 0 && row < this.total ? this.named(row, me) : undefined;
  }

  async idOf(row: number): Promise<string> {
    await this.names.ensure([row]);
    const id = this.names.ids[row];
    if (id === undefined) throw new ContractError('service map', 'the names do not fit the table');
    return id;
  }

  private rowsOf({ key, item }: MapMarker, limit: number): readonly number[] {
    if (item) return [item.row];
    const square = this.squares.get(key);
    if (!square) return [];
    return this.points.rowsIn(square.parts ?? [square], cellsAcross(Number(key.split('/')[0])), limit);
  }

  private markers(viewport: MapViewport, me: Me | undefined): MapMarker[] {
    const zoom = Math.floor(viewport.zoom);
    const side = cellSize / (tileSize * 2 ** zoom);
    const { west, north, east, south } = viewBounds(viewport);
    // Two rings of squares decide how those inside are merged; one more is drawn, for the next bit of dragging.
    const around = (rings: number) => ({
      west: west - rings * side,
      north: north - rings * side,
      east: east + rings * side,
      south: south + rings * side,
    });
    const drawn = around(1);
    const markers: MapMarker[] = [];
    this.squares = new Map();
    for (const cell of this.points.cells(zoom, around(3))) {
      const [x, y] = [worldX(cell.lng), worldY(cell.lat)];
      if (x < drawn.west || x > drawn.east || y < drawn.north || y > drawn.south) continue;
      const { lng, lat, count, counts, row } = cell;
      const key = row >= 0 ? `row${row}` : `${zoom}/${cell.x}/${cell.y}`;
      this.squares.set(key, cell);
      markers.push({ key, lng, lat, count, counts, ...(row >= 0 && { item: this.named(row, me) }) });
    }
    return markers;
  }

  private list(from: LngLat | undefined, count: number, me: Me | undefined): MapItem[] {
    return from ? this.points.nearest(from, count).map((row) => this.named(row, me)) : [];
  }

  private named(row: number, me: Me | undefined): MapItem {
    const item = this.points.item(row);
    const [id, name] = [this.names.ids[row], this.names.names[row]];
    return {
      ...item,
      ...(id !== undefined && name !== undefined && { id, name }),
      ...(me && { distance: Math.round(distance(me, item)) }),
    };
  }

  /**
   * Fetches all names, or where there are many those of these items. Names are no reason to show an error: what they belong to
   * is shown without them, and the next look tries again.
   */
  private fetchNames({ markers, list }: Shown): void {
    const { host, names, search } = this;
    const rows = [...list, ...markers.flatMap(({ item }) => item ?? [])].slice(0, rowsToName).map(({ row }) => row);
    const isMissing = names.fitAtOnce ? !names.areWhole : names.isMissing(rows);
    if (!isMissing || this.isNaming || search.state === 'error') return;
    this.isNaming = true;
    (names.fitAtOnce ? names.all() : names.ensure(rows)).then(
      () => {
        this.isNaming = false;
        // Whoever looks for a text has waited for them.
        if (search.state === 'pending') host.changed();
        else host.named();
      },
      (error: unknown) => {
        this.isNaming = false;
        if (search.fail()) host.changed();
        if (isProblemError(error) && error.code === 'table-outdated') host.outdated();
      },
    );
  }
}

function middleOf(extent: Extent | undefined): LngLat | undefined {
  return extent && { lng: (extent.west + extent.east) / 2, lat: (extent.south + extent.north) / 2 };
}
