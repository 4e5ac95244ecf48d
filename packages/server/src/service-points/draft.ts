import { bitsOf, categories, parseHours, toGcj02, worldX, worldY, type LngLat } from '@fulian/contract/rules/map';
import type { components } from '@fulian/contract/types';
import { chainOf } from '../federations/tree.js';
import { areaRadius } from './area.js';
import { pinyinOf } from './pinyin.js';
import { shownOf, type PointRow } from './point.js';

type Schemas = components['schemas'];
/** A service point as staff writes it. */
export type Draft = Schemas['ServicePointDraft'];
/** The same where the place may be left as it is. */
export type DraftWithoutPlace = Omit<Draft, 'position'>;
/** What is wrong in one field of a draft. */
export interface Fault {
  readonly field: string;
  readonly code: string;
}

/** From the county up: a township with a shelter would say more of where it is than an area of 10 km. */
const lowestDepth = 3;

/** Whether a point's place is kept secret. A shelter's always is, whatever its draft says. */
export function isConfidential({ category, confidential }: DraftWithoutPlace): boolean {
  return category === 'shelter' || confidential === true;
}

/** What no schema can say of a draft at a federation. Empty where all is well. */
export function faultsOf(draft: DraftWithoutPlace, federation: string): Fault[] {
  const faults: Fault[] = [];
  if (draft.hours !== undefined) {
    const { fault } = parseHours(draft.hours);
    if (fault) faults.push({ field: 'hours', code: fault });
  }
  if (draft.checkedOn !== undefined && !isDay(draft.checkedOn)) faults.push({ field: 'checkedOn', code: 'bad-format' });
  if (isConfidential(draft)) {
    if (draft.address !== undefined) faults.push({ field: 'address', code: 'gives-place-away' });
    if (chainOf(federation).length > lowestDepth) faults.push({ field: 'confidential', code: 'county-or-above' });
  }
  return faults;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The place of a draft in GCJ-02 with the five decimals that are stored. Converted here and nowhere else. */
export function placeOf({ lng, lat, crs }: Draft['position']): LngLat {
  const place = toGcj02({ lng, lat }, crs);
  return { lng: Math.round(place.lng * 1e5) / 1e5, lat: Math.round(place.lat * 1e5) / 1e5 };
}

/** Where a point stands for everybody, and how its place was given. */
export interface PublicPlace {
  /** In 1e-5 degrees. */
  readonly lng_e5: number;
  readonly lat_e5: number;
  readonly source_crs: string;
}

/** A draft as it is stored. `place` is the public one: of a confidential point the middle of its area. */
export function rowOf(draft: DraftWithoutPlace, federation: string, id: string, place: PublicPlace): PointRow {
  const confidential = isConfidential(draft);
  const facts = {
    federation,
    id,
    category: categories.indexOf(draft.category),
    name: wellFormed(draft.name),
    initials: pinyinOf(wellFormed(draft.name)),
    confidential,
    lng_e5: place.lng_e5,
    lat_e5: place.lat_e5,
    radius: confidential ? areaRadius : null,
    world_x: worldX(place.lng_e5 / 1e5),
    world_y: worldY(place.lat_e5 / 1e5),
    source_crs: place.source_crs,
    address: draft.address === undefined ? null : wellFormed(draft.address),
    hours: draft.hours ?? null,
    phone: draft.phone ?? null,
    duty_role: draft.dutyRole === undefined ? null : wellFormed(draft.dutyRole),
    facilities: bitsOf(draft.facilities ?? []),
    status: draft.status ?? 'in-service',
    checked_on: draft.checkedOn ?? null,
  };
  return { ...facts, shown: shownOf(facts) };
}

/** Degrees as they are stored. */
export function publicPlace({ lng, lat }: LngLat, sourceCrs: string): PublicPlace {
  return { lng_e5: Math.round(lng * 1e5), lat_e5: Math.round(lat * 1e5), source_crs: sourceCrs };
}

/** Half a pair of surrogates, which no database takes, becomes U+FFFD. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
