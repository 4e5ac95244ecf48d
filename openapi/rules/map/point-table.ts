import { bitsOf, categories, type Category, type Facility } from './categories.js';
import type { PointColumns } from './cells.js';
import { hilbertOrder } from './hilbert.js';
import { worldX, worldY } from './mercator.js';
import type { HolidayCalendar } from './opening-hours.js';

/** A service point as it goes into a table: what everybody may know of it. */
export interface TableRow {
  /** Degrees GCJ-02; of a confidential point the middle of its area. Kept to five decimals, which is a metre. */
  readonly lng: number;
  readonly lat: number;
  readonly category: Category;
  readonly facilities: readonly Facility[];
  readonly confidential: boolean;
  readonly paused: boolean;
  /** As the contract's `hours`. */
  readonly hours?: string | undefined;
}

/** What a table says of itself. */
export interface TableFacts {
  /** 16 characters of base64url; another one as soon as anything in the table or its names is another. */
  readonly version: string;
  /** Public holidays of the years that matter. */
  readonly calendar: HolidayCalendar;
  /** Metres: the radius of every confidential point's area. */
  readonly areaRadius: number;
}

/** A table as columns that are ready to use. 100,000 rows take 3 MB. */
export interface PointTable extends TableFacts, PointColumns {
  /** Bits of `facilities`. */
  readonly facilities: Uint16Array;
  /** Bits: `confidentialFlag`, `pausedFlag`. */
  readonly flags: Uint8Array;
  /** Place in `hours` by row; 0 where nobody knows. */
  readonly hoursIndex: Uint16Array;
  /** The distinct texts of opening hours; the first is empty. */
  readonly hours: readonly string[];
}

/** Set in `flags` where a point is confidential and its place an area's middle. */
export const confidentialFlag = 1;
/** Set in `flags` where a point is paused. */
export const pausedFlag = 2;

const magic = 'FLT1';
/** Damaged bytes must not ask for more memory than any table needs. */
const mostRows = 2_000_000;

interface Header extends TableFacts {
  readonly count: number;
  readonly hours: readonly string[];
  /** Distinct triples of category, facilities' bits and flags, the most frequent first. */
  readonly kinds: readonly (readonly [number, number, number])[];
}

/** A table as bytes, and which row of the input each of its rows is: names and ids follow in that order. */
export interface EncodedTable {
  readonly bytes: Uint8Array;
  readonly order: Uint32Array;
}

/**
 * Writes a table. The same rows in the same order make the same bytes.
 *
 * `FLT1`, the length of a JSON header in four bytes, the header, then four columns of whole numbers: differences of longitude
 * and of latitude in 1e-5 degrees along a Hilbert curve, folded (0, -1, 1, -2, …), the row's kind, its hours. A column is one
 * byte that says how many bytes its numbers need, then all their low bytes, all their second bytes, and so on: bytes that look
 * alike stand together. Compression is the transport's business.
 */
export function encodePointTable(rows: readonly TableRow[], facts: TableFacts): EncodedTable {
  const slices = encodeInSlices(rows, facts);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Rows that `encodeInSlices` looks at before it pauses: a millisecond or two. */
export const sliceRows = 4_096;

/** The same, with pauses in which a service answers somebody else. */
export function* encodeInSlices(rows: readonly TableRow[], facts: TableFacts): Generator<undefined, EncodedTable> {
  const lng = new Int32Array(rows.length);
  const lat = new Int32Array(rows.length);
  const [kinds, hours] = [new Dictionary(rows.length), new Dictionary(rows.length, '')];
  for (let row = 0; row < rows.length; row += 1) {
    if (row % sliceRows === sliceRows - 1) yield;
    const one = rows[row]!;
    lng[row] = Math.round(one.lng * 1e5);
    lat[row] = Math.round(one.lat * 1e5);
    kinds.add(row, `[${categories.indexOf(one.category)},${bitsOf(one.facilities)},${flagsOf(one)}]`);
    hours.add(row, one.hours ?? '');
  }
  const order = yield* hilbertOrder(lng, lat, sliceRows);
  const [kindPlaces, hoursPlaces] = [kinds.places(), hours.places()];
  const { version, calendar, areaRadius } = facts;
  const header = asciiJson({
    version,
    calendar,
    areaRadius,
    count: rows.length,
    hours: hoursPlaces.texts,
    kinds: kindPlaces.texts.map((text) => JSON.parse(text) as [number, number, number]),
  } satisfies Header);
  const columns: Uint32Array[] = [];
  for (const column of [() => steps(lng, order), () => steps(lat, order)]) {
    columns.push(column());
    yield;
  }
  for (const { index } of [kindPlaces, hoursPlaces]) {
    columns.push(order.map((row) => index[row]!));
    yield;
  }
  const planes = columns.map(bytesNeeded);
  const size = magic.length + 4 + header.length + planes.reduce((sum, count) => sum + 1 + count * rows.length, 0);
  const bytes = new Uint8Array(size);
  let end = 0;
  const write = (byte: number) => {
    bytes[end] = byte;
    end += 1;
  };
  for (const letter of magic) write(letter.charCodeAt(0));
  for (const shift of [0, 8, 16, 24]) write(header.length >>> shift);
  for (let at = 0; at < header.length; at += 1) write(header.charCodeAt(at));
  for (const [at, column] of columns.entries()) {
    write(planes[at]!);
    for (let plane = 0; plane < planes[at]!; plane += 1) {
      for (const value of column) write(value >>> (8 * plane));
      yield;
    }
  }
  return { bytes, order };
}

/**
 * Reads a table. Throws an `Error` where the bytes are none, are of another version of the form, or end too early; what it
 * says quotes nothing of them.
 */
export function decodePointTable(bytes: Uint8Array): PointTable {
  let at = 0;
  const take = (length: number) => {
    at += length;
    if (at > bytes.length) throw new Error('point table: the bytes end too early');
    return bytes.subarray(at - length, at);
  };
  if (text(take(magic.length)) !== magic) throw new Error('point table: these bytes are not a table of version 1');
  const [a = 0, b = 0, c = 0, d = 0] = take(4);
  const { count, kinds, ...facts } = headerOf(text(take(a + b * 256 + c * 65_536 + d * 16_777_216)));
  const column = <Values extends Int32Array | Uint16Array>(values: Values) => {
    const planes = take(1)[0]!;
    if (planes > 0) values.set(take(count));
    for (let plane = 1; plane < planes; plane += 1) addPlane(values, take(count), 8 * plane);
    return values;
  };
  const lng = unfold(column(new Int32Array(count)));
  const lat = unfold(column(new Int32Array(count)));
  const kind = column(new Int32Array(count));
  const hoursIndex = column(new Uint16Array(count));
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const [category, flags] = [new Uint8Array(count), new Uint8Array(count)];
  const bits = new Uint16Array(count);
  const part = (at: 0 | 1 | 2) => new Uint16Array(kinds.map((one) => one[at]));
  const [kindCategory, kindBits, kindFlags] = [part(0), part(1), part(2)];
  for (let row = 0; row < count; row += 1) {
    x[row] = worldX(lng[row]! / 1e5);
    y[row] = worldY(lat[row]! / 1e5);
    category[row] = kindCategory[kind[row]!]!;
    bits[row] = kindBits[kind[row]!]!;
    flags[row] = kindFlags[kind[row]!]!;
  }
  return { ...facts, count, lng, lat, x, y, category, facilities: bits, flags, hoursIndex };
}

/** By itself, because engines compile small functions early and this one runs a million times. */
function addPlane(values: Int32Array | Uint16Array, part: Uint8Array, shift: number): void {
  for (let row = 0; row < part.length; row += 1) values[row]! |= part[row]! << shift;
}

function headerOf(json: string): Header {
  try {
    const header = JSON.parse(json) as Header;
    if (header.count >= 0 && header.count <= mostRows && Array.isArray(header.kinds) && Array.isArray(header.hours))
      return header;
  } catch {
    // What is wrong with it may quote it.
  }
  throw new Error('point table: its header is damaged');
}

/** Differences from row to row, folded into numbers of no sign. */
function steps(values: Int32Array, order: Uint32Array): Uint32Array {
  let before = 0;
  return order.map((row) => {
    const step = values[row]! - before;
    before = values[row]!;
    return step < 0 ? -2 * step - 1 : 2 * step;
  });
}

/** The way back from `steps`, in the same memory. */
function unfold(values: Int32Array): Int32Array {
  let value = 0;
  for (let row = 0; row < values.length; row += 1) {
    const step = values[row]!;
    value += (step >>> 1) ^ -(step & 1);
    values[row] = value;
  }
  return values;
}

function bytesNeeded(column: Uint32Array): number {
  let most = 0;
  for (const value of column) most = Math.max(most, value);
  return most === 0 ? 0 : Math.floor(Math.log2(most) / 8) + 1;
}

/** ASCII; in pieces, because a call takes only so many arguments. */
function text(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 4096) letters += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return letters;
}

function flagsOf({ confidential, paused }: TableRow): number {
  return (confidential ? confidentialFlag : 0) + (paused ? pausedFlag : 0);
}

/** Distinct texts of rows and how often each of them comes. `first` always comes first. */
class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #frequency: number[] = [];
  readonly #number: Uint32Array;

  constructor(rows: number, first?: string) {
    this.#number = new Uint32Array(rows);
    if (first !== undefined) this.#frequency[this.#numberOf(first)] = Infinity;
  }

  add(row: number, text: string): void {
    const number = this.#numberOf(text);
    this.#number[row] = number;
    this.#frequency[number]! += 1;
  }

  /** The texts, the most frequent first, and each row's place among them. */
  places(): { readonly texts: readonly string[]; readonly index: Uint32Array } {
    const frequency = this.#frequency;
    const sorted = [...this.#numbers].sort(
      ([a, one], [b, other]) => frequency[other]! - frequency[one]! || (a < b ? -1 : 1),
    );
    const places = new Uint32Array(sorted.length);
    sorted.forEach(([, number], place) => {
      places[number] = place;
    });
    return { texts: sorted.map(([text]) => text), index: this.#number.map((number) => places[number]!) };
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    this.#frequency.push(0);
    return number;
  }
}

/** JSON in ASCII, so that its length in characters is that in bytes. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
