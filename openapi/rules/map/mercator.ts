/**
 * Spherical Mercator, as all map tiles use it. World coordinates run from 0 in the north-west to 1 in the south-east; at
 * zoom `z` the world is `256 · 2^z` CSS px wide.
 */

/** CSS px of a tile's side. */
export const tileSize = 256;

/** World x of a longitude in degrees. */
export function worldX(lng: number): number {
  return lng / 360 + 0.5;
}

/** World y of a latitude in degrees between -85 and 85. */
export function worldY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/** Longitude in degrees of a world x. */
export function lngOf(x: number): number {
  return (x - 0.5) * 360;
}

/** Latitude in degrees of a world y. */
export function latOf(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}

/** A rectangle in world coordinates: x from west to east, y from north to south. */
export interface WorldBounds {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** What a viewport shows: its centre in degrees, its zoom (any fraction) and its size in CSS px. */
export function viewBounds(view: {
  lng: number;
  lat: number;
  zoom: number;
  width: number;
  height: number;
}): WorldBounds {
  const scale = tileSize * 2 ** view.zoom;
  const [x, y] = [worldX(view.lng), worldY(view.lat)];
  const [halfX, halfY] = [view.width / scale / 2, view.height / scale / 2];
  return { west: x - halfX, north: y - halfY, east: x + halfX, south: y + halfY };
}

/** Metres of the ground under one CSS px at a latitude and zoom. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (Math.cos((lat * Math.PI) / 180) * 40_030_228.88) / (tileSize * 2 ** zoom);
}
