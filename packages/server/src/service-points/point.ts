import { categories, facilitiesOf } from '@fulian/contract/rules/map';
import type { components } from '@fulian/contract/types';

type Schemas = components['schemas'];
/** A service point as everybody sees it. */
export type ServicePoint = Schemas['ServicePoint'];

/** What is stored of a service point and may be known by everybody. */
export interface PointRow {
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

/** The same with what the database counts. */
export interface StoredPoint extends PointRow {
  readonly rating_sum: number;
  readonly rating_count: number;
  readonly revision: number;
}

/** Ratings below this number say more of one visitor than of the place. */
const fewestRatings = 5;

/** A row on the wire. */
export function pointOf(row: Omit<StoredPoint, 'initials' | 'world_x' | 'world_y'>): ServicePoint {
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
    ...(row.rating_count >= fewestRatings && {
      rating: { average: Math.round((row.rating_sum * 10) / row.rating_count) / 10, count: row.rating_count },
    }),
    ...(row.checked_on !== null && { checkedOn: row.checked_on }),
  };
}

/** The same with its photos, where there are any. Lists leave them out. */
export function withPhotos(point: ServicePoint, photos: readonly Schemas['ServicePointPhoto'][]): ServicePoint {
  return photos.length === 0 ? point : { ...point, photos: [...photos] };
}

/** What `changeServicePoint` asks for. */
export function pointTag(revision: number): string {
  return `"${revision}"`;
}
