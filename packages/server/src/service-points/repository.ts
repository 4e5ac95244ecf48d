import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/database.js';
import { subtreeOf } from '../federations/tree.js';
import type { PointFilter } from './filters.js';
import type { StoredPoint } from './point.js';

/** A rectangle in world coordinates (spherical Mercator from 0 to 1). */
export interface WorldBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** What a search asks for. */
export interface PointSearch extends PointFilter {
  readonly bbox?: WorldBox | undefined;
  /** Part of a name, in characters or in pinyin. */
  readonly text?: string | undefined;
  /** Only ids after this one. */
  readonly after: string;
  readonly limit: number;
}

/** How many points of a category stand in one cell, and the sums of their places in 1e-5 degrees. */
export interface CellSum {
  readonly x: number;
  readonly y: number;
  readonly category: number;
  readonly count: number;
  readonly lng: number;
  readonly lat: number;
}

const columns = [
  'federation',
  'id',
  'category',
  'name',
  'confidential',
  'lng_e5',
  'lat_e5',
  'radius',
  'source_crs',
  'address',
  'hours',
  'phone',
  'duty_role',
  'facilities',
  'status',
  'checked_on',
  'rating_sum',
  'rating_count',
  'revision',
] as const;

/** A point without what is stored for searching only. */
export type FoundPoint = Pick<StoredPoint, (typeof columns)[number]>;
/** A point as lists of many answer it: see `pointText`. */
export type ShownPoint = Pick<StoredPoint, 'id' | 'shown' | 'rating_sum' | 'rating_count'>;
/** The same with its public place. */
export type NearPoint = ShownPoint & Pick<StoredPoint, 'lng_e5' | 'lat_e5'>;
/** A point as tables and names need it. */
export type ListedPoint = Pick<
  StoredPoint,
  | 'federation'
  | 'id'
  | 'category'
  | 'name'
  | 'initials'
  | 'confidential'
  | 'lng_e5'
  | 'lat_e5'
  | 'hours'
  | 'facilities'
  | 'status'
>;

/** Reads service points. All of it is public but `sealedPlaces`. `code` always stands for a federation and all below it. */
export class ServicePointRepository {
  constructor(private readonly database: Database) {}

  /** One point; undefined where it is not there or belongs to another federation. */
  async find(code: string, id: string): Promise<FoundPoint | undefined> {
    return this.#select(code).where('id', '=', id).executeTakeFirst();
  }

  /** Those of the ids that are there. */
  async findAll(code: string, ids: readonly string[]): Promise<FoundPoint[]> {
    if (ids.length === 0) return [];
    return this.#select(code)
      .where(sql<SqlBool>`id = any (${ids})`)
      .execute();
  }

  /** At most `limit` points with ids after `after`, by id. */
  async page(code: string, after: string, limit: number): Promise<FoundPoint[]> {
    return this.#select(code).where('id', '>', after).orderBy('id').limit(limit).execute();
  }

  /** At most `limit` points that fit, by id. */
  async search(code: string, { bbox, text, after, limit, ...filter }: PointSearch): Promise<ShownPoint[]> {
    if (filter.facilities === undefined) return [];
    const { low, high } = subtreeOf(code);
    const box = bbox ? inside(bbox) : sql`true`;
    const name = text === undefined ? sql`true` : named(text.toLowerCase());
    // What fits is found in an index alone; of the table only those rows are read that are answered.
    const { rows } = await sql<ShownPoint>`
      with found as materialized (
        select federation, id from service_points
        where federation between ${low} and ${high} and ${box} and ${fits(filter)} and ${name} and id > ${after}
        order by id limit ${limit})
      select p.id, p.shown, p.rating_sum, p.rating_count
      from found join service_points p using (federation, id) order by p.id`.execute(this.database.kysely);
    return rows;
  }

  /** At most `limit` points, those that are nearest on the map first. */
  async nearest(code: string, x: number, y: number, filter: PointFilter, limit: number): Promise<NearPoint[]> {
    if (filter.facilities === undefined) return [];
    const { low, high } = subtreeOf(code);
    const { rows } = await sql<NearPoint>`
      select id, lng_e5, lat_e5, shown, rating_sum, rating_count from service_points
      where federation between ${low} and ${high} and ${fits(filter)}
      order by place <-> point(${x}::float8, ${y}::float8) limit ${limit}`.execute(this.database.kysely);
    return rows;
  }

  /** Counts the points of a tile by cells, of which there are `across` on one side of the world; in no order. */
  async cells(code: string, box: WorldBox, across: number, filter: PointFilter): Promise<CellSum[]> {
    if (filter.facilities === undefined) return [];
    const { low, high } = subtreeOf(code);
    // A power of two: what the database multiplies is to the last bit what clients do.
    const { rows } = await sql<CellSum>`
      select floor(world_x * ${across}::float8)::int as x, floor(world_y * ${across}::float8)::int as y, category,
        count(*)::int as count, sum(lng_e5)::float8 as lng, sum(lat_e5)::float8 as lat
      from service_points where federation between ${low} and ${high} and ${ofTile(box)} and ${fits(filter)}
      group by 1, 2, 3`.execute(this.database.kysely);
    return rows;
  }

  /**
   * All points as far as tables need them, in an order of their own, `rows` at a time: between two readings others have
   * their turn, and may change what was read.
   */
  async *list(code: string, rows: number): AsyncGenerator<ListedPoint[]> {
    const { low, high } = subtreeOf(code);
    for (let after = { federation: low, id: '' }; ;) {
      const { rows: part } = await sql<ListedPoint>`
        select federation, id, category, name, initials, confidential, lng_e5, lat_e5, hours, facilities, status
        from service_points
        where (federation, id) > (${after.federation}, ${after.id}) and federation <= ${high}
        order by federation, id limit ${rows}`.execute(this.database.kysely);
      yield part;
      const last = part.at(-1);
      if (!last || part.length < rows) return;
      after = last;
    }
  }

  /** Changes with every change of any of the points, to what it never was before; undefined where there is no federation. */
  async version(code: string): Promise<string | undefined> {
    const { low, high } = subtreeOf(code);
    const [row] = await this.database.call<{ version: string }>(
      'service-point-version',
      `select (select coalesce(sum(version), 0) from service_point_versions
         where federation >= $2 and federation <= $3)::text as version
       from federations where code = $1`,
      [code, low, high],
    );
    return row?.version;
  }

  /** Where a federation's own confidential points really are, and those that are retired; sealed. */
  async sealedPlaces(staff: string, federation: string): Promise<{ id: string; sealed: Buffer }[]> {
    return this.database.scoped({ scope: 'staff', federation: staff }, (db) =>
      db
        .selectFrom('confidential_places')
        .select(['id', 'sealed'])
        .where('federation', '=', federation)
        .orderBy('id')
        .execute(),
    );
  }

  #select(code: string) {
    const { low, high } = subtreeOf(code);
    return this.database.kysely
      .selectFrom('service_points')
      .select(columns)
      .where('federation', '>=', low)
      .where('federation', '<=', high);
  }
}

function fits({ categories, facilities }: PointFilter): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (categories) conditions.push(sql`category = any (${categories}::smallint[])`);
  if (facilities) conditions.push(sql`facilities & ${facilities}::int = ${facilities}::int`);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** A tile: its south and east sides belong to the next ones. */
function ofTile({ west, north, east, south }: WorldBox): RawBuilder<SqlBool> {
  return sql`world_x >= ${west}::float8 and world_x < ${east}::float8
    and world_y >= ${north}::float8 and world_y < ${south}::float8`;
}

/** A box with all its sides. Where its west lies east of its east it goes over the meridian of 180 degrees. */
function inside({ west, north, east, south }: WorldBox): RawBuilder<SqlBool> {
  const columnsFit =
    west <= east
      ? sql`world_x between ${west}::float8 and ${east}::float8`
      : sql`(world_x >= ${west}::float8 or world_x <= ${east}::float8)`;
  return sql`${columnsFit} and world_y between ${north}::float8 and ${south}::float8`;
}

function named(text: string): RawBuilder<SqlBool> {
  // Pinyin is Latin letters alone: whatever else is asked for can stand in the name only, and the index knows that.
  const inName = sql<SqlBool>`characters @> string_to_array(${text}, null) and position(${text} in lower(name)) > 0`;
  return /^[a-z]+$/.test(text) ? sql`(position(${text} in initials) > 0 or (${inName}))` : inName;
}
