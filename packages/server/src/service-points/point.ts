import { categories, facilitiesOf } from '@fulian/contract/rules/map';
import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];
/** A service point as everybody sees it. */
export type ServicePoint = Schemas['ServicePoint'];

/** What is known of a service point by everybody. */
export interface PointFacts {
  readonly federation: string;
  readonly id: string;
  /** Place in `categories`. */
  readonly category: number;
  readonly name: string;
  readonly initials: string;
  readonly confidential: boolean;
  /** GCJ-02 in 1e-5 degrees; of a confidential point the middle of its area. */
  readonly lng_e5: number;
  readonly lat_e5: number;
  readonly radius: number | null;
  readonly world_x: number;
  readonly world_y: number;
  readonly source_crs: string;
  readonly address: string | null;
  readonly hours: string | null;
  readonly phone: string | null;
  readonly duty_role: string | null;
  readonly facilities: number;
  readonly status: string;
  readonly checked_on: string | null;
}

/** The same as it is written: with its text, so that answers to many are put together from what was made once. */
export interface PointRow extends PointFacts {
  /** See `shownOf`. */
  readonly shown: string;
}

/** The same with what the database counts. */
export interface StoredPoint extends PointRow {
  readonly rating_sum: number;
  readonly rating_count: number;
  readonly revision: number;
}

/** Ratings below this number say more of one visitor than of the place. */
const fewestRatings = 5;

type WireFacts = Omit<PointFacts, 'initials' | 'world_x' | 'world_y'>;
type Ratings = Pick<StoredPoint, 'rating_sum' | 'rating_count'>;

/** A row on the wire. */
export function pointOf(row: WireFacts & Ratings): ServicePoint {
  return { ...unrated(row), ...ratedBy(row) };
}

/**
 * What `pointOf` says but for the rating, as JSON: stored beside the row whenever that is written. Who changes what it says
 * adds a migration that calls `writeShownTexts`.
 */
export function shownOf(row: WireFacts): string {
  return JSON.stringify(unrated(row));
}

/** What `pointOf` says as JSON, from the stored text. */
export function pointText(row: Pick<StoredPoint, 'shown'> & Ratings): string {
  if (row.rating_count < fewestRatings) return row.shown;
  return `${row.shown.slice(0, -1)},${JSON.stringify(ratedBy(row)).slice(1)}`;
}

function unrated(row: WireFacts): ServicePoint {
  const middle = { lng: row.lng_e5 / 1e5, lat: row.lat_e5 / 1e5 };
  return {
    id: row.id,
    federation: row.federation,
    category: categories[row.category]!,
    name: row.name,
    confidential: row.confidential,
    ...(row.radius === null ? { position: middle } : { area: { ...middle, radius: row.radius } }),
    sourceCrs: row.source_crs as ServicePoint['sourceCrs'],
    ...(row.address !== null && { address: row.address }),
    ...(row.hours !== null && { hours: row.hours }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.duty_role !== null && { dutyRole: row.duty_role }),
    facilities: facilitiesOf(row.facilities),
    status: row.status as ServicePoint['status'],
    ...(row.checked_on !== null && { checkedOn: row.checked_on }),
  };
}

function ratedBy({ rating_sum: sum, rating_count: count }: Ratings): Pick<ServicePoint, 'rating'> {
  return count < fewestRatings ? {} : { rating: { average: Math.round((sum * 10) / count) / 10, count } };
}

/** The same with its photos, where there are any. Lists leave them out. */
export function withPhotos(point: ServicePoint, photos: readonly Schemas['ServicePointPhoto'][]): ServicePoint {
  return photos.length === 0 ? point : { ...point, photos: [...photos] };
}

/** What `changeServicePoint` asks for. */
export function pointTag(revision: number): string {
  return `"${revision}"`;
}
