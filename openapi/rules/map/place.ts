/** A place in degrees. */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/** A place with three decimals, which is some 100 m: all that is ever sent of where a visitor is. */
export function coarse(place: LngLat): LngLat {
  return { lng: Math.round(place.lng * 1000) / 1000, lat: Math.round(place.lat * 1000) / 1000 };
}

/** Metres between two places as the crow flies, on a sphere of the earth's mean radius. */
export function distance(a: LngLat, b: LngLat): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((b.lat - a.lat) * radians) / 2);
  const east = Math.sin(((b.lng - a.lng) * radians) / 2);
  const square = north * north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east * east;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(Math.min(1, square)));
}
