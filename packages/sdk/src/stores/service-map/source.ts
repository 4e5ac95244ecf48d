import type { Client } from '../../client.js';
import type { SignalLike } from '../../wire.js';
import type { Extent, MapFilters, MapItem, MapMarker, MapViewport, Me, ServiceMapState } from './types.js';

/** What the store needs of a client. */
export type ServiceMapClient = Pick<
  Client,
  | 'baseUrl'
  | 'findNearestServicePoints'
  | 'getServicePoint'
  | 'getServicePointCells'
  | 'getServicePointTable'
  | 'listChildFederations'
  | 'listServicePointNames'
  | 'pages'
  | 'searchServicePoints'
  | 'sendServicePointFeedback'
>;

/** What the map wants to show. */
export interface Question {
  readonly filters: MapFilters;
  readonly viewport: MapViewport | undefined;
  readonly me: Me | undefined;
  /** How many the list shows. */
  readonly listed: number;
}

/** What it gets. */
export type View = Pick<ServiceMapState, 'matching' | 'search' | 'markers' | 'list' | 'hasMore'>;

/** What of it has names. */
export type Shown = Pick<View, 'markers' | 'list'>;

/** Where points come from: a table that is here, or the service. */
export interface Source {
  readonly mode: ServiceMapState['mode'];
  readonly total: number;
  readonly totals: readonly number[];
  readonly extent: Extent | undefined;
  /** What is known now; what is missing is fetched, and the host told when it has come. */
  look(question: Question): View;
  /** What is shown, with the names that have come since; nothing else is looked at again. */
  name?(shown: Shown, me: Me | undefined): Shown;
  /** Looks at the clock again. */
  refresh(): void;
  /** The points of a marker. */
  itemsOf(marker: MapMarker, limit: number): readonly MapItem[];
  /** Around all points of a marker. */
  extentOf(marker: MapMarker): Extent | undefined;
  /** A row as far as it is known. */
  item(row: number, me: Me | undefined): MapItem | undefined;
  /** The id of a row. Rejects with a `FulianError`. */
  idOf(row: number): Promise<string>;
}

/** What a source may do and tell. */
export interface SourceHost {
  readonly client: ServiceMapClient;
  /** 12-digit code. */
  readonly federation: string;
  readonly signal: SignalLike;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Something has come: look again. */
  changed(): void;
  /** Names have come, and nothing else. */
  named(): void;
  /** The table has changed on the service: load it again. */
  outdated(): void;
}
