/** A place in degrees. */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}
