import { brotliCompressSync, constants } from 'node:zlib';
import {
  categories,
  cellsOf,
  decodePointTable,
  encodePointTable,
  latOf,
  lngOf,
  type PointTable,
  tileSize,
  worldX,
  worldY,
} from '@fulian/contract/rules/map';
import { manyRows } from '../../../openapi/rules/map/sample-rows.js';

/** Version of our table of so many points, as its header says it. */
export const versionOf = (count: number) => `bench${String(count).padStart(11, '0')}`;

/** The category that the filter looks for. */
export const wanted = 'nursing-room';

/** The same points in each form that a subject takes, all in the order of our table. */
export interface Points {
  readonly count: number;
  /** How many of them are of the category that is looked for. */
  readonly ofWanted: number;
  readonly table: PointTable;
  /** Ours, as the service sends it. */
  readonly encoded: Uint8Array;
  /** What map engines read: position and category alone, which is less than our table says. */
  readonly geojson: Uint8Array;
  /** What the limit reads: world x, world y (Float32), category (a byte), column by column. */
  readonly columns: Uint8Array;
}

/** Makes so many points, the same each time. */
export function pointsOf(count: number): Points {
  const facts = { version: versionOf(count), calendar: {}, areaRadius: 10_000 };
  const encoded = encodePointTable(manyRows(count), facts).bytes;
  const table = decodePointTable(encoded);
  const { lng, lat, x, y, category } = table;
  const features = Array.from({ length: count }, (_, row) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lng[row]! / 1e5, lat[row]! / 1e5] },
    properties: { category: categories[category[row]!] },
  }));
  const places = new Float32Array([...x, ...y]);
  return {
    count,
    ofWanted: category.reduce((sum, one) => sum + Number(categories[one] === wanted), 0),
    table,
    encoded,
    geojson: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    columns: Buffer.concat([Buffer.from(places.buffer), category]),
  };
}

/** How many bytes come over the wire, with the quality that our service compresses with. */
export function bytesOnWire(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
}

/** What every subject shows at first, and the place around which it zooms. */
export interface View {
  readonly count: number;
  readonly wanted: string;
  readonly lng: number;
  readonly lat: number;
  /** Whole; a world of 256 · 2^zoom CSS px. */
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, and CSS px in the first view: where most points stand. */
  readonly anchor: { readonly lng: number; readonly lat: number; readonly x: number; readonly y: number };
}

/** How far the walk zooms in. */
export const walk = 4;

/** The view that shows all points, as our store fits them. */
export function viewOf({ count, table }: Points, size: { readonly width: number; readonly height: number }): View {
  const [left, right] = [least(table.x), -least(table.x.map((value) => -value))];
  const [top, bottom] = [least(table.y), -least(table.y.map((value) => -value))];
  const room = (pixels: number, world: number) => Math.log2(Math.max(32, pixels - 80) / tileSize / world);
  const zoom = Math.floor(Math.min(room(size.width, right - left), room(size.height, bottom - top), 17));
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const bounds = { west: left, north: top, east: right, south: bottom };
  const crowd = cellsOf(table, undefined, zoom + walk, bounds).reduce((most, cell) =>
    cell.count > most.count ? cell : most,
  );
  const across = tileSize * 2 ** zoom;
  return {
    count,
    wanted,
    lng: lngOf(x),
    lat: latOf(y),
    zoom,
    ...size,
    anchor: {
      lng: crowd.lng,
      lat: crowd.lat,
      x: (worldX(crowd.lng) - x) * across + size.width / 2,
      y: (worldY(crowd.lat) - y) * across + size.height / 2,
    },
  };
}

function least(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}

/** Rows of names, as our service answers them. */
export function namesOf(count: number, from: number, rows: number) {
  const numbers = Array.from({ length: Math.max(0, Math.min(rows, count - from)) }, (_, at) => from + at);
  return {
    from,
    ids: numbers.map((number) => String(number).padStart(22, '0')),
    names: numbers.map((number) => `服务点${number}号`),
    initials: numbers.map((number) => `fuwudian${number}hao`),
  };
}
