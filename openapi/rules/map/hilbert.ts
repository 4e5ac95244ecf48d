/**
 * The place of a square on a Hilbert curve over 65,536 × 65,536 squares; squares with near numbers are near each other,
 * so that differences between neighbours are small and compress well.
 */
export function hilbertPlace(column: number, line: number): number {
  let [x, y, place] = [column, line, 0];
  for (let side = 32_768; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const low = (y & side) > 0 ? 1 : 0;
    place += side * side * ((3 * right) ^ low);
    if (low === 0) {
      if (right === 1) [x, y] = [65_535 - x, 65_535 - y];
      [x, y] = [y, x];
    }
  }
  return place;
}

/**
 * Row numbers in the order of the curve laid over the rows' own rectangle; rows of one square keep their order. Pauses
 * after every `slice` rows.
 */
export function* hilbertOrder(lng: Int32Array, lat: Int32Array, slice: number): Generator<undefined, Uint32Array> {
  const count = lng.length;
  let [west, south, size] = [Infinity, Infinity, 1];
  for (let row = 0; row < count; row += 1) {
    west = Math.min(west, lng[row]!);
    south = Math.min(south, lat[row]!);
  }
  for (let row = 0; row < count; row += 1) size = Math.max(size, lng[row]! - west, lat[row]! - south);
  const scale = 65_535 / size;
  const places = new Uint32Array(count);
  let order = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) {
    if (row % slice === slice - 1) yield;
    places[row] = hilbertPlace(Math.floor((lng[row]! - west) * scale), Math.floor((lat[row]! - south) * scale));
    order[row] = row;
  }
  // By digits, the last first: each pass keeps the order of the one before, and takes a few milliseconds at most.
  for (const shift of [0, 8, 16, 24]) {
    order = byDigit(order, places, shift);
    yield;
  }
  return order;
}

function byDigit(rows: Uint32Array, places: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(257);
  for (const place of places) ends[((place >>> shift) & 255) + 1]! += 1;
  for (let digit = 0; digit < 256; digit += 1) ends[digit + 1]! += ends[digit]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = (places[row]! >>> shift) & 255;
    sorted[ends[digit]!] = row;
    ends[digit]! += 1;
  }
  return sorted;
}
