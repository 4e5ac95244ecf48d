import { latOf, lngOf, tileSize, worldX, worldY } from '@fulian/contract/rules/map';
import type { Extent, MapViewport } from './types.js';

/** The zooms that a map goes to. */
export const zoomRange = { least: 3, most: 20 } as const;
/** Nearer than this a map does not go by itself. */
const closest = 17;
/** CSS px that stay free on every side of what is fitted. */
const edge = 40;

/** A viewport that shows all of an extent, at a whole zoom. Its size must be known. */
export function fitted(viewport: MapViewport, { west, south, east, north }: Extent): MapViewport {
  const [left, right, top, bottom] = [worldX(west), worldX(east), worldY(north), worldY(south)];
  const room = (size: number, world: number) => Math.log2(Math.max(32, size - 2 * edge) / tileSize / world);
  const zoom = Math.floor(Math.min(room(viewport.width, right - left), room(viewport.height, bottom - top), closest));
  return moved(viewport, { lng: lngOf((left + right) / 2), lat: latOf((top + bottom) / 2), zoom });
}

/** A viewport with a change, kept within the world and the zooms. */
export function moved(viewport: MapViewport, change: Partial<MapViewport>): MapViewport {
  const next = { ...viewport, ...change };
  const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  return {
    ...next,
    lng: clamp(next.lng, -180, 180),
    lat: clamp(next.lat, -85, 85),
    zoom: clamp(next.zoom, zoomRange.least, zoomRange.most),
  };
}
