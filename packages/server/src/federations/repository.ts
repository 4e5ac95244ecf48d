import type { components } from '@fulian/contract/types';
import { sql, type SqlBool } from 'kysely';
import type { Database } from '../database/database.js';
import { chainOf, depthOf, levelOf, type Level } from './tree.js';

type Schemas = components['schemas'];
/** What a list shows of a federation. */
export type FederationSummary = Schemas['FederationSummary'];
/** A federation with those above it. */
export type Federation = Schemas['Federation'];

/** Reads the tree. Everything here is public. */
export class FederationRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One federation; undefined where there is none. */
  async find(code: string): Promise<Federation | undefined> {
    const chain = await this.#byCodes(chainOf(code));
    const own = chain.at(-1);
    if (own?.code !== code) return undefined;
    return {
      ...own.summary,
      ...(own.phone !== null && { phone: own.phone }),
      parents: chain.slice(0, -1).map((one) => one.summary),
    };
  }

  /** Those of the codes that exist. */
  async existing(codes: readonly string[]): Promise<Set<string>> {
    if (codes.length === 0) return new Set();
    const rows = await this.#database.kysely
      .selectFrom('federations')
      .select('code')
      .where('code', 'in', codes)
      .execute();
    return new Set(rows.map((row) => row.code));
  }

  /** The name of a federation; its code where there is none. */
  async nameOf(code: string): Promise<string> {
    const row = await this.#database.kysely
      .selectFrom('federations')
      .select('name')
      .where('code', '=', code)
      .executeTakeFirst();
    return row?.name ?? code;
  }

  /** At most `limit` federations directly below one, by code, after a code. */
  async children(parent: string, after: string, limit: number): Promise<FederationSummary[]> {
    const rows = await this.#select()
      .where('parent', '=', parent)
      .where('code', '>', after)
      .orderBy('code')
      .limit(limit)
      .execute();
    return rows.map(summaryOf);
  }

  /** At most `limit` federations whose name contains a text, the higher levels first, after a place in that order. */
  async search(
    text: string,
    level: Level | undefined,
    after: { readonly depth: number; readonly code: string } | undefined,
    limit: number,
  ): Promise<(FederationSummary & { readonly depth: number })[]> {
    const wanted = text.toLowerCase();
    let query = this.#select()
      // The index knows which characters a name has; in which order is looked at in what remains.
      .where(sql<SqlBool>`characters @> string_to_array(${wanted}, null)`)
      .where(sql<SqlBool>`position(${wanted} in lower(name)) > 0`);
    if (level !== undefined) query = query.where('depth', '=', depthOf(level));
    if (after) query = query.where(sql<SqlBool>`(depth, code) > (${after.depth}::smallint, ${after.code})`);
    const rows = await query.orderBy('depth').orderBy('code').limit(limit).execute();
    return rows.map((row) => ({ ...summaryOf(row), depth: row.depth }));
  }

  async #byCodes(codes: readonly string[]) {
    const rows = await this.#select().select('phone').where('code', 'in', codes).orderBy('depth').execute();
    return rows.map((row) => ({ code: row.code, phone: row.phone, summary: summaryOf(row) }));
  }

  #select() {
    const below = sql<boolean>`exists (select from federations as below where below.parent = federations.code)`;
    return this.#database.kysely.selectFrom('federations').select(['code', 'name', 'depth', below.as('has_children')]);
  }
}

function summaryOf(row: { code: string; name: string; depth: number; has_children: boolean }): FederationSummary {
  return { code: row.code, level: levelOf(row.depth), name: row.name, hasChildren: row.has_children };
}
