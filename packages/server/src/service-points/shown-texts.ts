import { sql, type Kysely } from 'kysely';
import { shownOf, type PointFacts } from './point.js';

/** Rows that are rewritten by one statement. */
const atOnce = 2_000;

/**
 * Writes the column `shown` of every service point anew: for migrations, as the owner of the table, in their transaction. It
 * changes what answers are made of and not what they say, so no revision and no version moves.
 */
export async function writeShownTexts(db: Kysely<unknown>): Promise<void> {
  // Whoever owns a table is bound by its policies, too, and is no staff.
  await sql`alter table service_points no force row level security`.execute(db);
  for (let after = { federation: '', id: '' }; ;) {
    const { rows } = await sql<PointFacts>`
      select federation, id, category, name, confidential, lng_e5, lat_e5, radius, source_crs, address, hours, phone,
        duty_role, facilities, status, checked_on
      from service_points where (federation, id) > (${after.federation}, ${after.id})
      order by federation, id limit ${atOnce}`.execute(db);
    const texts = rows.map((row) => ({ federation: row.federation, id: row.id, shown: shownOf(row) }));
    await sql`
      update service_points p set shown = t.shown
      from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as t (federation text, id text, shown text)
      where p.federation = t.federation and p.id = t.id`.execute(db);
    const last = texts.at(-1);
    if (!last || texts.length < atOnce) break;
    after = last;
  }
  await sql`alter table service_points force row level security`.execute(db);
}
