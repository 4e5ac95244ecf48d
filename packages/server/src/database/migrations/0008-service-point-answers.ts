import { sql, type Migration } from 'kysely';
import { writeShownTexts } from '../../service-points/shown-texts.js';

/**
 * What everybody reads of a service point is stored as the text that goes out, so that an answer of a hundred points is put
 * together and not made anew; and indexes hold all that a box and a tile are searched by, so that only rows that are answered
 * are read.
 */
export const migration: Migration = {
  async up(db) {
    await sql`alter table service_points add column shown text`.execute(db);
    await writeShownTexts(db);
    await sql
      .raw(
        `
alter table service_points alter shown set not null;

drop index service_points_by_id;
create index service_points_by_id on service_points (id)
  include (federation, world_x, world_y, category, facilities);
drop index service_points_by_world;
create index service_points_by_world on service_points (world_x, world_y)
  include (federation, id, category, facilities, lng_e5, lat_e5);

-- As before, with the text.
create or replace function write_service_points(p_code text, p_staff text, p_key bytea, p_body bytea, p_lock bigint,
  p_now timestamptz, p_fresh_since timestamptz, p_answer bytea, p_added jsonb, p_changed jsonb, p_places jsonb,
  p_draws jsonb, out outcome text, out answer bytea) language plpgsql as $$
declare v_changed integer; v_draw confidential_draws; v_drawn integer;
begin
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
    select c.outcome, c.answer into outcome, answer from claim_key(p_code, p_key, p_body, p_lock, p_fresh_since) c;
    if outcome <> 'new' then return; end if;
  end if;
  perform as_staff(p_staff);
  update service_points p set category = c.category, name = c.name, initials = c.initials,
    confidential = c.confidential, lng_e5 = c.lng_e5, lat_e5 = c.lat_e5, radius = c.radius, world_x = c.world_x,
    world_y = c.world_y, source_crs = c.source_crs, address = c.address, hours = c.hours, phone = c.phone,
    duty_role = c.duty_role, facilities = c.facilities, status = c.status, checked_on = c.checked_on,
    shown = c.shown, revision = p.revision + 1
  from jsonb_populate_recordset(null::service_points, p_changed) c
  where p.federation = c.federation and p.id = c.id and p.revision = c.revision;
  get diagnostics v_changed = row_count;
  if v_changed <> jsonb_array_length(p_changed) then
    raise exception 'a service point has changed' using errcode = 'FL412';
  end if;
  insert into service_points (federation, id, category, name, initials, confidential, lng_e5, lat_e5, radius, world_x,
    world_y, source_crs, address, hours, phone, duty_role, facilities, status, checked_on, shown)
  select a.federation, a.id, a.category, a.name, a.initials, a.confidential, a.lng_e5, a.lat_e5, a.radius, a.world_x,
    a.world_y, a.source_crs, a.address, a.hours, a.phone, a.duty_role, a.facilities, a.status, a.checked_on,
    a.shown
  from jsonb_populate_recordset(null::service_points, p_added) a;
  -- What is public now needs no sealed place.
  delete from confidential_places s using jsonb_populate_recordset(null::service_points, p_changed) c
  where s.federation = c.federation and s.id = c.id and not c.confidential;
  insert into confidential_places as s (federation, id, sealed)
  select n.federation, n.id, n.sealed from jsonb_populate_recordset(null::confidential_places, p_places) n
  on conflict (federation, id) do update set sealed = excluded.sealed;
  for v_draw in select * from jsonb_populate_recordset(null::confidential_draws, p_draws) loop
    insert into confidential_draws as d (federation, drawn) values (v_draw.federation, v_draw.drawn)
    on conflict (federation) do update set drawn = d.drawn + excluded.drawn returning d.drawn into v_drawn;
    if v_drawn > 100 then raise exception 'too many areas' using errcode = 'FL409'; end if;
  end loop;
  perform count_service_point_change(array(
    select c.federation from jsonb_populate_recordset(null::service_points, p_changed || p_added) c));
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
    perform keep_answer(p_code, p_key, p_body, p_answer, p_now);
  end if;
  outcome := 'stored';
end $$;
`,
      )
      .execute(db);
  },
};
