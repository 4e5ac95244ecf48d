import { sql, type Migration } from 'kysely';

/**
 * What a desk counts of open cases stands in the index of its queue, with all that row-level security asks: counting reads no case, whose
 * row is a hundred times as large.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
drop index cases_by_due;
create index cases_by_due on help_requests (county, next_due, id)
  include (federation, owner, access_units, excluded_units, alarm_at, assignee, grade)
  where ended_at is null and erased_at is null;
drop index cases_unread;
create index cases_unread on help_requests (county, next_due, id)
  include (federation, owner, access_units, excluded_units, alarm_at) where unread and erased_at is null;
`,
      )
      .execute(db);
  },
};
