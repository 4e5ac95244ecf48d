/**
 * An archive of vector tiles (PMTiles 3) with a made-up county: a square lake at a place that the test chooses, a road, and a
 * line that says it is a boundary. Written by hand from the two specifications, so that the real readers are put to it.
 */

/** A place in degrees. */
export interface Place {
  readonly lng: number;
  readonly lat: number;
}

type Ring = readonly Place[];

interface Feature {
  readonly kind: 'line' | 'area';
  readonly points: Ring;
}

const extent = 4096;
const zooms = { min: 8, max: 10 } as const;

/** The archive. The lake is `halfWidth` degrees to each side of `lake`. */
export function countyArchive(lake: Place, halfWidth = 0.01): Buffer {
  const around = (half: number): Ring => [
    { lng: lake.lng - half, lat: lake.lat + half },
    { lng: lake.lng + half, lat: lake.lat + half },
    { lng: lake.lng + half, lat: lake.lat - half },
    { lng: lake.lng - half, lat: lake.lat - half },
  ];
  const layers: Record<string, Feature[]> = {
    water: [{ kind: 'area', points: around(halfWidth) }],
    roads: [
      {
        kind: 'line',
        points: [
          { lng: lake.lng - 0.1, lat: lake.lat - 0.03 },
          { lng: lake.lng + 0.1, lat: lake.lat - 0.02 },
        ],
      },
    ],
    boundaries: [{ kind: 'line', points: around(0.05) }],
  };
  const tiles: { id: number; data: Buffer }[] = [];
  for (let z = zooms.min; z <= zooms.max; z += 1) {
    const west = Math.floor(worldOf({ ...lake, lng: lake.lng - 0.12 }).x * 2 ** z);
    const east = Math.floor(worldOf({ ...lake, lng: lake.lng + 0.12 }).x * 2 ** z);
    const north = Math.floor(worldOf({ ...lake, lat: lake.lat + 0.12 }).y * 2 ** z);
    const south = Math.floor(worldOf({ ...lake, lat: lake.lat - 0.12 }).y * 2 ** z);
    for (let x = west; x <= east; x += 1)
      for (let y = north; y <= south; y += 1) tiles.push({ id: tileId(z, x, y), data: tile(layers, z, x, y) });
  }
  tiles.sort((one, other) => one.id - other.id);
  return archive(tiles, Object.keys(layers), lake);
}

function archive(tiles: readonly { id: number; data: Buffer }[], layers: readonly string[], centre: Place): Buffer {
  let before = 0;
  const directory = Buffer.concat([
    varint(tiles.length),
    ...tiles.map(({ id }) => {
      const step = varint(id - before);
      before = id;
      return step;
    }),
    ...tiles.map(() => varint(1)),
    ...tiles.map(({ data }) => varint(data.length)),
    // 0: right behind the one before.
    ...tiles.map((_, at) => varint(at === 0 ? 1 : 0)),
  ]);
  const metadata = Buffer.from(JSON.stringify({ vector_layers: layers.map((id) => ({ id, fields: {} })) }));
  const content = Buffer.concat(tiles.map(({ data }) => data));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const sections = [directory.length, metadata.length, 0, content.length];
  let offset = header.length;
  sections.forEach((length, at) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + at * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + at * 16);
    offset += length;
  });
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(BigInt(tiles.length), at);
  // Clustered; neither directory nor tiles are compressed; the tiles are MVT.
  for (const [at, value] of [1, 1, 1, 1, zooms.min, zooms.max].entries()) header.writeUInt8(value, 96 + at);
  const e7 = (degrees: number) => Math.round(degrees * 1e7);
  const { lng, lat } = centre;
  [lng - 1, lat - 1, lng + 1, lat + 1].forEach((degrees, at) => header.writeInt32LE(e7(degrees), 102 + at * 4));
  header.writeUInt8(zooms.max, 118);
  header.writeInt32LE(e7(lng), 119);
  header.writeInt32LE(e7(lat), 123);
  return Buffer.concat([header, directory, metadata, content]);
}

/** A tile of MVT 2: all features, also what of them lies beyond it. */
function tile(layers: Readonly<Record<string, readonly Feature[]>>, z: number, x: number, y: number): Buffer {
  return Buffer.concat(
    Object.entries(layers).map(([name, features]) =>
      field(
        3,
        Buffer.concat([
          number(15, 2),
          field(1, Buffer.from(name)),
          ...features.map(({ kind, points }) => {
            const onTile = points.map((place) => {
              const world = worldOf(place);
              return [
                Math.round((world.x * 2 ** z - x) * extent),
                Math.round((world.y * 2 ** z - y) * extent),
              ] as const;
            });
            return field(
              2,
              Buffer.concat([number(3, kind === 'area' ? 3 : 2), field(4, geometry(onTile, kind === 'area'))]),
            );
          }),
          number(5, extent),
        ]),
      ),
    ),
  );
}

function geometry(points: readonly (readonly [number, number])[], isArea: boolean): Buffer {
  let [atX, atY] = [0, 0];
  const steps = points.map(([x, y]) => {
    const step = Buffer.concat([zigzag(x - atX), zigzag(y - atY)]);
    [atX, atY] = [x, y];
    return step;
  });
  const [moveTo, lineTo, closePath] = [1 | (1 << 3), 2 | ((points.length - 1) << 3), 7 | (1 << 3)];
  return Buffer.concat([
    varint(moveTo),
    steps[0]!,
    varint(lineTo),
    ...steps.slice(1),
    ...(isArea ? [varint(closePath)] : []),
  ]);
}

const worldOf = ({ lng, lat }: Place) => ({
  x: (lng + 180) / 360,
  y: (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2,
});

/** Number of a tile along the Hilbert curve, all zooms before its own included. */
function tileId(z: number, x: number, y: number): number {
  let id = ((1 << z) * (1 << z) - 1) / 3;
  let [tx, ty] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const rx = tx & side ? 1 : 0;
    const ry = ty & side ? 1 : 0;
    id += side * side * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) [tx, ty] = [side - 1 - (tx & (side - 1)), side - 1 - (ty & (side - 1))];
      [tx, ty] = [ty, tx];
    }
  }
  return id;
}

function varint(value: number): Buffer {
  const bytes = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
}

const zigzag = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const number = (tag: number, value: number) => Buffer.concat([varint(tag * 8), varint(value)]);
const field = (tag: number, value: Buffer) => Buffer.concat([varint(tag * 8 + 2), varint(value.length), value]);
