import { macOf } from '../keys/keyring.js';

/** A place in degrees. */
export interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** Side of the squares whose places all have the same area, in metres. */
export const cellMetres = 4_000;
/** From the middle of the square to the middle of the published area, in metres. */
export const shiftMetres = 6_000;
/** Of the published area, in metres: the place is always inside, 3.1 to 8.9 km from the middle. */
export const areaRadius = 10_000;

const metresPerDegree = 111_195;
const fraction = (mac: Buffer, at: number) => mac.readUInt32BE(at) / 2 ** 32;

/**
 * The square of 4 km in which a confidential place stands. Nothing finer of the place is ever used for an answer.
 *
 * Where the lattice of squares begins is secret and another one for each seed: were it the same for all, the one point of
 * the lattice at 6 km from the published middle would give the square away, and probes of one's own would, too.
 */
export function cellOf(key: Uint8Array, seed: Uint8Array, place: Place): { readonly x: number; readonly y: number } {
  const lattice = latticeOf(key, seed);
  const y = Math.floor((place.lat * metresPerDegree) / cellMetres - lattice.y);
  const x = Math.floor((place.lng * lngMetres(key, seed, y)) / cellMetres - lattice.x);
  return { x, y };
}

/**
 * The middle of the area that is published for a confidential place (S5), in degrees rounded to five decimals: the middle
 * of its square, moved 6 km in a direction that only the key knows. The same for every place of the square.
 */
export function areaOf(key: Uint8Array, seed: Uint8Array, place: Place): Place {
  const { x, y } = cellOf(key, seed, place);
  const lattice = latticeOf(key, seed);
  const direction = fraction(macOf(key, 'direction', seed, `${x} ${y}`), 0) * 2 * Math.PI;
  const north = (y + lattice.y + 0.5) * cellMetres + shiftMetres * Math.sin(direction);
  const lat = north / metresPerDegree;
  const middle = ((x + lattice.x + 0.5) * cellMetres) / lngMetres(key, seed, y);
  const lng = middle + (shiftMetres * Math.cos(direction)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180));
  return { lng: rounded(lng, 180), lat: rounded(lat, 85) };
}

function latticeOf(key: Uint8Array, seed: Uint8Array): { readonly x: number; readonly y: number } {
  const mac = macOf(key, 'lattice', seed);
  return { x: fraction(mac, 0), y: fraction(mac, 4) };
}

/** Metres of a degree of longitude in a row of squares, the same for the whole row. */
function lngMetres(key: Uint8Array, seed: Uint8Array, y: number): number {
  const lat = ((y + latticeOf(key, seed).y + 0.5) * cellMetres) / metresPerDegree;
  return metresPerDegree * Math.cos((lat * Math.PI) / 180);
}

function rounded(degrees: number, most: number): number {
  return Math.max(-most, Math.min(most, Math.round(degrees * 100_000) / 100_000));
}
