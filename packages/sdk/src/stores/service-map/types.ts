import type { Category, Crs, DayHours, Facility, HoursChange, LngLat, OpenState } from '@fulian/contract/rules/map';
import type { components } from '@fulian/contract/types';
import type { FulianError } from '../../errors.js';
import type { Store } from '../../store.js';

export type { Category, Crs, DayHours, Facility, HoursChange, LngLat, OpenState };
type Schemas = components['schemas'];
export type ServicePoint = Schemas['ServicePoint'];
export type ServicePointFeedback = Schemas['ServicePointFeedback'];
export type FederationSummary = Schemas['FederationSummary'];

/** What the map shows: its middle in degrees GCJ-02, its zoom (any fraction from 0 to 20), its size in CSS px. */
export interface MapViewport extends LngLat {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** What a visitor looks for. All that is asked must fit. */
export interface MapFilters {
  /** Of one of these; empty: all. */
  readonly categories: readonly Category[];
  /** With all of these. */
  readonly facilities: readonly Facility[];
  /** Open at this moment. Places of which nobody knows are left out, and so are paused ones. */
  readonly openNow: boolean;
  /** Part of a name, in characters or in pinyin. */
  readonly text: string;
}

/** Something on the map: one point, or several that stand too close to be told apart. */
export interface MapMarker extends LngLat {
  /** The same as long as it is the same marker, for a pool of buttons. */
  readonly key: string;
  /** How many points. */
  readonly count: number;
  /** How many of each category, in the order of `categories`; they add up to `count`. */
  readonly counts: readonly number[];
  /** Of a single point only: all that the list says of it. */
  readonly item?: MapItem;
}

/** A point as the list shows it. */
export interface MapItem extends LngLat {
  /** Its number in this store, which is its row where there is a table; what `select` takes. Another one after a reload. */
  readonly row: number;
  /** Absent until the names have come. */
  readonly id?: string;
  readonly name?: string;
  readonly category: Category;
  readonly facilities: readonly Facility[];
  /** Metres from `me` as the crow flies; absent where nobody knows where she is. Of a confidential point from its area's middle. */
  readonly distance?: number;
  /** Whether it is open now. */
  readonly hours: OpenState;
  /** Not in service at present. */
  readonly paused: boolean;
  /** Metres. Of a confidential point only: it is somewhere within this of `lng`, `lat`, and nowhere more exactly (S5). */
  readonly areaRadius?: number;
}

/** The point whose panel is open. */
export interface MapSelection {
  /** What is known at once. Absent where it was chosen by its id. */
  readonly item?: MapItem;
  readonly load: 'pending' | 'complete' | 'error';
  readonly error?: FulianError;
  /** With `complete`. */
  readonly point?: ServicePoint;
  /** With `complete`: whether it is open now, when that changes, and its next seven days (absent without hours). */
  readonly hours?: OpenState;
  readonly change?: HoursChange;
  readonly week?: readonly DayHours[];
}

/** Where she is, in GCJ-02: her position with three decimals (some 100 m), or the township that she chose. */
export interface Me extends LngLat {
  readonly source: 'position' | 'township';
  /** The township's name. */
  readonly name?: string;
}

/** A rectangle in degrees. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** All that a map and its list show, at one moment. */
export interface ServiceMapState {
  readonly load: 'initial' | 'pending' | 'complete' | 'error';
  readonly loadError?: FulianError;
  /**
   * `table`: all points are here, and everything is answered without the network. `service`: the area is too large for
   * that, and the service is asked for what the map shows.
   */
  readonly mode: 'table' | 'service';
  /** How many points there are, and how many of each category, in the order of `categories`. Mode `table` only; else 0. */
  readonly total: number;
  readonly totals: readonly number[];
  /** How many of them fit the filters; in mode `service`, how many of those that stand in the view. */
  readonly matching: number;
  /** Around all points; absent where there are none or nobody knows. */
  readonly extent?: Extent;
  readonly filters: MapFilters;
  /** Text is looked for on the service where there are too many names to have them here; until it answers, `pending`. */
  readonly search: 'idle' | 'pending' | 'error';
  readonly viewport?: MapViewport;
  /** What stands in the viewport and a little around it. Empty without a viewport. */
  readonly markers: readonly MapMarker[];
  /** The nearest that fit the filters: to `me`, else to the middle of the viewport. */
  readonly list: readonly MapItem[];
  /** There are more than the list shows. */
  readonly hasMore: boolean;
  readonly selected?: MapSelection;
  readonly me?: Me;
  readonly feedback: 'idle' | 'sending' | 'sent' | 'error';
  readonly feedbackError?: FulianError;
}

/** The headless state of a map of service points and of the list that says the same. */
export interface ServiceMapStore extends Store<ServiceMapState> {
  /** Loads the points; again after an error. Never rejects: see `load` and `loadError`. */
  load(): Promise<void>;
  /** Moves or resizes the map; what is left out stays. Before the first `width` and `height` there are no markers. */
  setViewport(change: Partial<MapViewport>): void;
  /** Shows all points, or those of a marker, in the viewport, at a whole zoom. False where that changes nothing: they stand on one spot. */
  fit(marker?: MapMarker): boolean;
  /** The points of a marker, for a list of those that no zoom tells apart. At most 100. */
  itemsOf(marker: MapMarker): readonly MapItem[];
  /** Changes filters; what is left out stays. The list begins anew. */
  setFilters(change: Partial<MapFilters>): void;
  /** Lengthens the list by twenty. */
  showMore(): void;
  /** Opens a point's panel and loads the rest of it; a row, or an id from elsewhere. `undefined` closes it. */
  select(which: number | string | undefined): Promise<void>;
  /**
   * Says where she is; with a zoom, the map goes there. Her position is made coarse at once, and the exact one is kept nowhere. `undefined` forgets it. In
   * GCJ-02 it is known when this returns; rejects where what converts another system cannot be fetched.
   */
  setMe(place: (LngLat & { readonly crs: Crs; readonly township?: string }) | undefined, zoom?: number): Promise<void>;
  /** The divisions directly below one (default: the map's own), to choose a township. Rejects with a FulianError. */
  placesBelow(code?: string): Promise<readonly FederationSummary[]>;
  /**
   * Takes the middle of a township's places for where she is. Resolves to false where it has none with a public place.
   * Rejects with a FulianError.
   */
  chooseTownship(township: FederationSummary): Promise<boolean>;
  /** The whole address of a path that the service answered, such as that of a photo, for an `<img>`. */
  addressOf(path: string): string;
  /** Looks at the clock again: call it when a minute has passed. */
  refresh(): void;
  /**
   * Says what is wrong with the selected point, or how good it is. The same words are counted once, however often they are
   * sent. Never rejects: see `feedback` and `feedbackError`.
   */
  sendFeedback(feedback: ServicePointFeedback): Promise<void>;
  /** Ends what runs and forgets where she was. The store is of no use afterwards. */
  stop(): void;
}
