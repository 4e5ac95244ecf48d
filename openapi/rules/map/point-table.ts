import { categories, type Category, bitsOf, type Facility } from './categories.js';
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

interface Header extends TableFacts {
  readonly count: number;
  readonly hours: readonly string[];
  /** Distinct pairs of facilities' bits and flags, the most frequent first. */
  readonly sets: readonly (readonly [number, number])[];
}

/** A table as bytes, and which row of the input each of its rows is: names and ids follow in that order. */
export interface EncodedTable {
  readonly bytes: Uint8Array;
  readonly order: Uint32Array;
}

/**
 * Writes a table. The same rows in the same order make the same bytes.
 *
 * `FLT1`, then the length of a JSON header and the header, then five columns: differences of longitude and of latitude in
 * 1e-5 degrees along a Hilbert curve, category, facilities with flags, hours. All numbers are variable-length, low bits
 * first; differences are folded (0, -1, 1, -2, …). Compression is the transport's business.
 */
export function encodePointTable(rows: readonly TableRow[], facts: TableFacts): EncodedTable {
  const lng = new Int32Array(rows.map((row) => Math.round(row.lng * 1e5)));
  const lat = new Int32Array(rows.map((row) => Math.round(row.lat * 1e5)));
  const order = hilbertOrder(lng, lat);
  const sets = new Dictionary(rows.map((row) => `[${bitsOf(row.facilities)},${flagsOf(row)}]`));
  const hours = new Dictionary(
    rows.map((row) => row.hours ?? ''),
    '',
  );
  const { version, calendar, areaRadius } = facts;
  const header: Header = {
    version,
    calendar,
    areaRadius,
    count: rows.length,
    hours: hours.texts,
    sets: sets.texts.map((text) => JSON.parse(text) as [number, number]),
  };
  const out = new Writer();
  out.text(magic);
  const text = asciiJson(header);
  out.number(text.length);
  out.text(text);
  for (const column of [lng, lat]) {
    let before = 0;
    for (const row of order) {
      const step = column[row]! - before;
      out.number(step < 0 ? -2 * step - 1 : 2 * step);
      before = column[row]!;
    }
  }
  for (const row of order) out.number(categories.indexOf(rows[row]!.category));
  for (const row of order) out.number(sets.index[row]!);
  for (const row of order) out.number(hours.index[row]!);
  return { bytes: out.bytes(), order };
}

/**
 * Reads a table. Throws an `Error` where the bytes are none, are of another version of the form, or end too early; what it
 * says quotes nothing of them.
 */
export function decodePointTable(bytes: Uint8Array): PointTable {
  const input = new Reader(bytes);
  if (input.text(magic.length) !== magic) throw new Error('point table: these bytes are not a table of version 1');
  const { count, sets, ...facts } = JSON.parse(input.text(input.number())) as Header;
  const columns = {
    lng: new Int32Array(count),
    lat: new Int32Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    category: new Uint8Array(count),
    facilities: new Uint16Array(count),
    flags: new Uint8Array(count),
    hoursIndex: new Uint16Array(count),
  };
  for (const column of [columns.lng, columns.lat]) {
    let value = 0;
    for (let row = 0; row < count; row += 1) {
      const folded = input.number();
      value += folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
      column[row] = value;
    }
  }
  for (let row = 0; row < count; row += 1) columns.category[row] = input.number();
  for (let row = 0; row < count; row += 1) {
    const set = sets[input.number()];
    if (!set) throw new Error('point table: a set of facilities is missing');
    [columns.facilities[row], columns.flags[row]] = set;
  }
  for (let row = 0; row < count; row += 1) columns.hoursIndex[row] = input.number();
  for (let row = 0; row < count; row += 1) {
    columns.x[row] = worldX(columns.lng[row]! / 1e5);
    columns.y[row] = worldY(columns.lat[row]! / 1e5);
  }
  return { ...facts, ...columns, count };
}

function flagsOf({ confidential, paused }: TableRow): number {
  return (confidential ? confidentialFlag : 0) + (paused ? pausedFlag : 0);
}

/** Distinct texts, the most frequent first, and the place of each input among them. `first` always comes first. */
class Dictionary {
  readonly texts: readonly string[];
  readonly index: readonly number[];

  constructor(all: readonly string[], first?: string) {
    const frequency = new Map<string, number>();
    if (first !== undefined) frequency.set(first, Infinity);
    for (const text of all) frequency.set(text, (frequency.get(text) ?? 0) + 1);
    this.texts = [...frequency.keys()].sort((a, b) => frequency.get(b)! - frequency.get(a)! || (a < b ? -1 : 1));
    const places = new Map(this.texts.map((text, at) => [text, at]));
    this.index = all.map((text) => places.get(text)!);
  }
}

/** JSON in ASCII, so that its length in characters is that in bytes. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

class Writer {
  private buffer = new Uint8Array(65_536);
  private length = 0;

  number(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    this.byte(rest);
  }

  text(value: string): void {
    for (let at = 0; at < value.length; at += 1) this.byte(value.charCodeAt(at));
  }

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private byte(value: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length] = value;
    this.length += 1;
  }
}

class Reader {
  private at = 0;

  constructor(private readonly buffer: Uint8Array) {}

  number(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  text(length: number): string {
    let text = '';
    for (let left = length; left > 0; left -= 1) text += String.fromCharCode(this.byte());
    return text;
  }

  private byte(): number {
    if (this.at >= this.buffer.length) throw new Error('point table: the bytes end too early');
    const byte = this.buffer[this.at]!;
    this.at += 1;
    return byte;
  }
}
