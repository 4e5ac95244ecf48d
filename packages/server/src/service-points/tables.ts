import {
  categories,
  encodeInSlices,
  facilitiesOf,
  sliceRows,
  type HolidayCalendar,
  type TableRow,
} from '@fulian/contract/rules/map';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Clock } from '../clock.js';
import { ProblemError } from '../problem.js';
import { areaRadius } from './area.js';
import { holidaysAround } from './holidays.js';
import type { ListedPoint, ServicePointRepository } from './repository.js';

/** All points of an area as phones download them, and what follows in the same order. */
export interface Table {
  /** 16 characters of base64url, of all that is in the table and its names. */
  readonly version: string;
  readonly bytes: Buffer;
  readonly brotli: Buffer;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly initials: readonly string[];
}

interface Remembered {
  readonly key: string;
  readonly table: Promise<Table | undefined>;
  /** 0 until it is known. */
  rows: number;
}

/** Rows that are remembered in all tables together; a row with its names takes some 300 bytes. */
const mostRows = 400_000;
const compress = promisify(brotliCompress);
const turn = promisify(setImmediate);
/** Rows that are read at once: some milliseconds, in which nobody else is answered. */
const rowsAtOnce = 1_000;

/**
 * Makes tables and remembers them until a point changes. Each answer asks the database whether one has, which is one row
 * for each federation that has points.
 */
export class Tables {
  readonly #remembered = new Map<string, Remembered>();

  constructor(
    private readonly points: ServicePointRepository,
    private readonly clock: Clock,
    /** The most rows of one table. */
    private readonly most: number,
  ) {}

  /** The table as it is now. Throws `federation-unknown` and `table-too-large`. */
  async of(code: string): Promise<Table> {
    const version = await this.points.version(code);
    if (version === undefined) throw new ProblemError('federation-unknown');
    const calendar = holidaysAround(this.clock.now());
    const key = `${version} ${Object.keys(calendar).join()}`;
    const known = this.#remembered.get(code);
    const entry = known?.key === key ? known : this.#begin(code, key, calendar);
    // The one that was asked for last goes last.
    this.#remembered.delete(code);
    this.#remembered.set(code, entry);
    const table = await entry.table;
    if (!table) throw new ProblemError('table-too-large');
    return table;
  }

  #begin(code: string, key: string, calendar: HolidayCalendar): Remembered {
    const table = this.#make(code, calendar);
    const entry: Remembered = { key, table, rows: 0 };
    table.then(
      (made) => {
        entry.rows = made?.ids.length ?? 0;
        this.#forget();
      },
      () => {
        if (this.#remembered.get(code) === entry) this.#remembered.delete(code);
      },
    );
    return entry;
  }

  #forget(): void {
    let rows = 0;
    for (const entry of this.#remembered.values()) rows += entry.rows + 1;
    for (const [code, entry] of this.#remembered) {
      if (rows <= mostRows) return;
      rows -= entry.rows + 1;
      this.#remembered.delete(code);
    }
  }

  /** In slices: others have their turn in between. `undefined` where there are too many points. */
  async #make(code: string, calendar: HolidayCalendar): Promise<Table | undefined> {
    const hash = createHash('sha256').update(JSON.stringify(calendar));
    const rows: TableRow[] = [];
    const texts: (readonly [id: string, name: string, initials: string])[] = [];
    for await (const part of this.points.list(code, rowsAtOnce)) {
      if (rows.length + part.length > this.most) return undefined;
      hash.update(JSON.stringify(part));
      for (const row of part) {
        rows.push(tableRowOf(row));
        texts.push([row.id, row.name, row.initials]);
      }
    }
    const version = hash.digest('base64url').slice(0, 16);
    const encoding = encodeInSlices(rows, { version, calendar, areaRadius });
    let step = encoding.next();
    for (; !step.done; step = encoding.next()) await turn();
    const { bytes, order } = step.value;
    const brotli = await compress(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    const table = { version, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), brotli };
    const [ids, names, initials]: [string[], string[], string[]] = [[], [], []];
    for (const [at, row] of order.entries()) {
      if (at % sliceRows === sliceRows - 1) await turn();
      const [id, name, letters] = texts[row]!;
      ids.push(id);
      names.push(name);
      initials.push(letters);
    }
    return { ...table, ids, names, initials };
  }
}

function tableRowOf(row: ListedPoint): TableRow {
  return {
    lng: row.lng_e5 / 1e5,
    lat: row.lat_e5 / 1e5,
    category: categories[row.category]!,
    facilities: facilitiesOf(row.facilities),
    confidential: row.confidential,
    paused: row.status === 'paused',
    hours: row.hours ?? undefined,
  };
}
