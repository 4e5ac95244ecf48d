import { sql, type Migration } from 'kysely';

/**
 * The feed of changes knows what happened only among those who work on a case: her stream does not hint at it. Asked of the events
 * that were just written, so that nothing else has to say it; a request that arrives costs nothing more.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
alter table case_feed add column internal boolean not null default false;

create function mark_internal() returns trigger language plpgsql as $$
begin
  -- What this transaction has written: two steps may bear the same time.
  new.internal := not exists (select from case_events e where e.federation = new.federation
    and e.request_id = new.request_id and e.xmin = pg_current_xact_id()::xid and not e.internal);
  return new;
end $$;
create trigger mark_internal before insert on case_feed for each row
  when (new.kind not in ('submitted', 'registered', 'erased')) execute function mark_internal();
`,
      )
      .execute(db);
  },
};
