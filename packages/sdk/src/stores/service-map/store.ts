import {
  categories,
  coarse,
  type Crs,
  daysFrom,
  decodePointTable,
  type LngLat,
  nextChange,
  parseHours,
  stateAt,
} from '@fulian/contract/rules/map';
import { isProblemError } from '../../errors.js';
import { randomKey } from '../../random.js';
import { asFulianError, type Change as ChangeOf, changed, Life, Observable } from '../observable.js';
import type { ServiceMapClient, Source, SourceHost } from './source.js';
import { TableSource } from './table-source.js';
import type {
  FederationSummary,
  MapFilters,
  MapItem,
  MapMarker,
  MapSelection,
  MapViewport,
  Me,
  ServiceMapState,
  ServiceMapStore,
  ServicePoint,
  ServicePointFeedback,
} from './types.js';
import { fitted, moved, zoomRange } from './view.js';

/** What a map's store is made for. */
export interface ServiceMapStoreOptions {
  readonly client: ServiceMapClient;
  /** 12-digit code of the federation whose places are shown, with those of all below it. */
  readonly federation: string;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
}

/** Makes the headless state of a map of service points. It sends nothing before `load`. */
export function createServiceMapStore(options: ServiceMapStoreOptions): ServiceMapStore {
  return new MapStore(options);
}

type Change = ChangeOf<ServiceMapState>;

/** How much longer the list gets each time. */
const page = 20;

class MapStore extends Observable<ServiceMapState> implements ServiceMapStore {
  private readonly life = new Life();
  private readonly clock: () => number;
  private source: Source | undefined;
  private loading: Promise<void> | undefined;
  private listed = page;
  /** Somebody has said where the map is to be; else it begins with all that there is. */
  private isPlaced = false;
  private reloadedAt = 0;
  /** Counts what was said of where she is. */
  private whereabouts = 0;
  /** The calendar of the table, for the hours of a selected point. */
  private calendar: Parameters<typeof stateAt>[2] = {};
  /** Of each thing that was said of a point: one key, however often it is sent. */
  private readonly keys = new Map<string, string>();

  constructor(private readonly options: ServiceMapStoreOptions) {
    super({
      load: 'initial',
      mode: 'table',
      total: 0,
      totals: categories.map(() => 0),
      matching: 0,
      filters: { categories: [], facilities: [], openNow: false, text: '' },
      search: 'idle',
      markers: [],
      list: [],
      hasMore: false,
      feedback: 'idle',
    });
    this.clock = options.clock ?? Date.now;
  }

  load(): Promise<void> {
    if (this.state.load === 'complete') return Promise.resolve();
    this.loading ??= this.fetchPoints();
    return this.loading;
  }

  setViewport(change: Partial<MapViewport>): void {
    const size = { width: 0, height: 0, ...this.state.viewport, ...change };
    if (!(size.width > 0) || !(size.height > 0)) return;
    const { viewport, extent, me } = this.state;
    this.isPlaced ||= change.lng !== undefined || change.zoom !== undefined;
    if (viewport) return this.look({ viewport: moved(viewport, change) });
    // The first view: where she is, else all there is, unless the map says otherwise.
    const start = { lng: 105, lat: 35, zoom: zoomRange.least, ...size };
    const whole = extent ? fitted(start, extent) : start;
    this.look({ viewport: moved(me ? { ...whole, ...place(me), zoom: Math.max(whole.zoom, 13) } : whole, change) });
  }

  fit(marker?: MapMarker): boolean {
    const { viewport, extent } = this.state;
    const around = marker ? this.source?.extentOf(marker) : extent;
    if (!viewport || !around) return false;
    const isSpot = around.west === around.east && around.south === around.north;
    if (marker && (isSpot || viewport.zoom >= zoomRange.most)) return false;
    const target = fitted(viewport, around);
    // Further in each time, or some marker would never open.
    const zoom = marker ? Math.max(target.zoom, viewport.zoom + 1) : target.zoom;
    this.look({ viewport: moved(target, { zoom }) });
    return true;
  }

  itemsOf(marker: MapMarker): readonly MapItem[] {
    return this.source?.itemsOf(marker, 100) ?? [];
  }

  setFilters(change: Partial<MapFilters>): void {
    this.listed = page;
    this.look({ filters: { ...this.state.filters, ...change } });
  }

  showMore(): void {
    if (!this.state.hasMore) return;
    this.listed += page;
    this.look({});
  }

  async select(which: number | string | undefined): Promise<void> {
    if (which === undefined) return this.set({ selected: undefined, feedback: 'idle', feedbackError: undefined });
    const item = typeof which === 'number' ? this.source?.item(which, this.state.me) : undefined;
    const selected: MapSelection = { ...(item && { item }), load: 'pending' };
    this.set({ selected, feedback: 'idle', feedbackError: undefined });
    let change: MapSelection;
    try {
      const pointId = typeof which === 'string' ? which : await this.idOf(which);
      const { client, federation } = this.options;
      const point = await client.getServicePoint({ path: { code: federation, pointId } }, this.life);
      change = { ...selected, load: 'complete', point, ...this.hoursOf(point) };
    } catch (error) {
      change = { ...selected, load: 'error', error: asFulianError(error, 'service map') };
    }
    // Meanwhile another one may have been chosen.
    if (this.state.selected === selected) this.set({ selected: change });
  }

  addressOf(path: string): string {
    return this.options.client.baseUrl + path;
  }

  async setMe(
    where: (LngLat & { readonly crs: Crs; readonly township?: string }) | undefined,
    zoom?: number,
  ): Promise<void> {
    const turn = (this.whereabouts += 1);
    if (!where) return this.look({ me: undefined });
    const { crs, township } = where;
    // Awaits nothing where there is nothing to convert: it is shown at once.
    const here = crs === 'GCJ-02' ? where : (await import('./conversion.js')).toGcj02(where, crs);
    // Meanwhile she may have changed her mind.
    if (turn !== this.whereabouts) return;
    this.isPlaced = true;
    const source = township === undefined ? 'position' : 'township';
    const name = township === undefined ? {} : { name: township };
    const me: Me = { ...coarse(here), source, ...name };
    const { viewport } = this.state;
    this.look({ me, ...(viewport && zoom !== undefined && { viewport: moved(viewport, { ...place(me), zoom }) }) });
  }

  async placesBelow(code = this.options.federation): Promise<readonly FederationSummary[]> {
    const places: FederationSummary[] = [];
    const input = { path: { code }, query: { limit: 500 } };
    for await (const { items } of this.options.client.pages('listChildFederations', input, this.life))
      places.push(...items);
    return places;
  }

  async chooseTownship({ code, name }: FederationSummary): Promise<boolean> {
    const { client } = this.options;
    const { items } = await client.searchServicePoints({ path: { code }, query: { limit: 500 } }, this.life);
    const places = items.flatMap(({ position }) => position ?? []);
    if (places.length === 0) return false;
    let [lng, lat] = [0, 0];
    for (const place of places) {
      lng += place.lng / places.length;
      lat += place.lat / places.length;
    }
    await this.setMe({ lng, lat, crs: 'GCJ-02', township: name });
    return true;
  }

  refresh(): void {
    this.source?.refresh();
    const { selected } = this.state;
    this.look(selected?.point ? { selected: { ...selected, ...this.hoursOf(selected.point) } } : {});
  }

  async sendFeedback(feedback: ServicePointFeedback): Promise<void> {
    const { selected, feedback: state } = this.state;
    if (!selected?.point || state === 'sending') return;
    const { id } = selected.point;
    const said = JSON.stringify([id, feedback]);
    const idempotencyKey = this.keys.get(said) ?? randomKey();
    this.keys.set(said, idempotencyKey);
    this.set({ feedback: 'sending', feedbackError: undefined });
    let change: Change = { feedback: 'sent' };
    try {
      const path = { code: this.options.federation, pointId: id };
      await this.options.client.sendServicePointFeedback({ path, body: feedback, idempotencyKey }, this.life);
    } catch (error) {
      change = { feedback: 'error', feedbackError: asFulianError(error, 'service map') };
    }
    if (this.state.selected?.point?.id === id) this.set(change);
  }

  stop(): void {
    this.life.end();
    this.source = undefined;
    this.keys.clear();
    this.current = changed(this.current, { markers: [], list: [], me: undefined, selected: undefined });
  }

  private async idOf(row: number): Promise<string> {
    await this.load();
    if (!this.source) throw asFulianError(this.state.loadError, 'service map');
    return this.source.idOf(row);
  }

  private hoursOf({ hours: text }: ServicePoint): Pick<MapSelection, 'change' | 'hours' | 'week'> {
    const hours = text === undefined ? undefined : parseHours(text).hours;
    if (!hours) return { hours: 'unknown' };
    const now = this.clock();
    const change = nextChange(hours, now, this.calendar);
    return {
      hours: stateAt(hours, now, this.calendar),
      week: daysFrom(hours, now, this.calendar),
      ...(change && { change }),
    };
  }

  private async fetchPoints(): Promise<void> {
    // While a newer table is fetched, the older one is shown.
    const isReload = this.state.load === 'complete';
    if (!isReload) this.set({ load: 'pending', loadError: undefined });
    let change: Change;
    try {
      this.source = await this.sourceOf(this.host());
      const { mode, total, totals, extent } = this.source;
      change = { load: 'complete', mode, total, totals, extent };
    } catch (error) {
      change = isReload ? {} : { load: 'error', loadError: asFulianError(error, 'service map') };
    }
    this.loading = undefined;
    if (this.life.isOver) return;
    const { viewport } = this.state;
    const { extent } = change;
    this.look(viewport && extent && !this.isPlaced ? { ...change, viewport: fitted(viewport, extent) } : change);
  }

  private async sourceOf(host: SourceHost): Promise<Source> {
    const { client, federation } = host;
    try {
      const bytes = new Uint8Array(await client.getServicePointTable({ path: { code: federation } }, this.life));
      const table = decodePointTable(bytes);
      this.calendar = table.calendar;
      return new TableSource(table, host);
    } catch (error) {
      if (!isProblemError(error) || error.code !== 'table-too-large') throw error;
      const { ServiceSource } = await import('./service-source.js');
      return new ServiceSource(host);
    }
  }

  private host(): SourceHost {
    return {
      ...this.options,
      clock: this.clock,
      signal: this.life.signal,
      changed: () => this.look({}),
      named: () => {
        const { markers, list, me } = this.state;
        const shown = this.source?.name?.({ markers, list }, me);
        if (shown) this.set(shown);
      },
      outdated: () => {
        // A table that is outdated again at once would be loaded for ever.
        if (this.clock() - this.reloadedAt < 60_000) return;
        this.reloadedAt = this.clock();
        this.loading ??= this.fetchPoints();
      },
    };
  }

  /** Takes a change and shows what follows from it. */
  private look(change: Change): void {
    if (this.life.isOver) return;
    const { filters, viewport, me } = changed(this.state, change);
    const view = this.source?.look({ filters, viewport, me, listed: this.listed });
    this.set({ ...change, ...view });
  }

  protected override set(change: Change): void {
    if (!this.life.isOver) super.set(change);
  }
}

function place({ lng, lat }: LngLat): LngLat {
  return { lng, lat };
}
