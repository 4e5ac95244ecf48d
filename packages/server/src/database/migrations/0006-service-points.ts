import { sql, type Migration } from 'kysely';

/**
 * Service points, what visitors say of them, and the tokens of staff. What everybody may know stands in `service_points`;
 * where a confidential place really is stands sealed in `confidential_places`, which only staff of its federation reaches,
 * so that no answer can hold it by mistake (S5).
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table service_points (
  federation text collate "C" not null,
  id text collate "C" not null check (id ~ '^[A-Za-z0-9_-]{22}$'),
  category smallint not null,
  name text not null,
  initials text not null,
  confidential boolean not null,
  -- The public place, GCJ-02 in 1e-5 degrees: of a confidential point the middle of its area.
  lng_e5 integer not null,
  lat_e5 integer not null,
  radius integer,
  -- The same place in spherical Mercator from 0 to 1, computed by the rules that clients run.
  world_x double precision not null,
  world_y double precision not null,
  place point not null generated always as (point(world_x, world_y)) stored,
  source_crs text not null,
  address text,
  hours text,
  phone text,
  duty_role text,
  facilities integer not null,
  status text not null check (status in ('in-service', 'paused')),
  checked_on text,
  rating_sum integer not null default 0,
  rating_count integer not null default 0,
  revision integer not null default 1,
  characters text[] not null generated always as (string_to_array(lower(name), null)) stored,
  primary key (federation, id),
  check (confidential = (radius is not null)),
  check (not confidential or address is null)
);
create index service_points_by_id on service_points (id);
create index service_points_by_place on service_points using gist (place);
create index service_points_by_world on service_points (world_x, world_y);
create index service_points_by_characters on service_points using gin (characters);
alter table service_points enable row level security, force row level security;
create policy everybody_reads on service_points for select using (true);
create policy staff_adds on service_points for insert with check (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_changes on service_points for update using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_retires on service_points for delete using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update, delete on service_points to fulian_app;

-- Stays when its point is retired: who adds the same place again must not draw another area around it.
create table confidential_places (
  federation text collate "C" not null,
  id text collate "C" not null,
  sealed bytea not null,
  primary key (federation, id)
);
alter table confidential_places enable row level security, force row level security;
create policy staff on confidential_places using (fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update, delete on confidential_places to fulian_app;

-- How often an area was drawn for a federation, whatever became of the point: who tries to find a house by adding and
-- moving places beside it must not have thousands of tries.
create table confidential_draws (
  federation text collate "C" primary key,
  drawn integer not null
);
alter table confidential_draws enable row level security, force row level security;
create policy staff on confidential_draws using (fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update on confidential_draws to fulian_app;

-- Counts up with every change: whoever remembers an answer asks for the sum of a subtree, which never was the same before.
create table service_point_versions (
  federation text collate "C" primary key,
  version bigint not null
);
alter table service_point_versions enable row level security, force row level security;
create policy everybody_reads on service_point_versions for select using (true);
create policy staff_adds on service_point_versions for insert with check (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_counts on service_point_versions for update using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update on service_point_versions to fulian_app;

create table service_point_feedback (
  federation text collate "C" not null,
  id text collate "C" not null,
  point_id text collate "C" not null,
  kind text not null,
  stars smallint check (stars between 1 and 5),
  note bytea,
  state text not null default 'new' check (state in ('new', 'accepted', 'refused')),
  received_at timestamptz not null,
  primary key (federation, id),
  foreign key (federation, point_id) references service_points (federation, id) on delete cascade
);
create index service_point_feedback_of_point on service_point_feedback (federation, point_id);
create index service_point_feedback_by_age on service_point_feedback (received_at, id);
alter table service_point_feedback enable row level security, force row level security;
create policy visitor_sends on service_point_feedback for insert with check (
  fulian_setting('scope') = 'visitor' and federation = fulian_setting('federation'));
create policy staff_reads on service_point_feedback for select using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_settles on service_point_feedback for update using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update on service_point_feedback to fulian_app;

create table staff_tokens (
  mac bytea primary key,
  federation text collate "C" not null references federations (code),
  label text not null check (char_length(label) between 1 and 80),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
alter table staff_tokens enable row level security, force row level security;
-- Nobody can list tokens: a transaction sees the one that it shows.
create policy by_mac on staff_tokens for select using (mac = decode(fulian_setting('token'), 'hex'));
-- The service itself makes none.
create policy setup_writes on staff_tokens using (fulian_setting('scope') = 'setup' and current_user <> 'fulian_app');
grant select on staff_tokens to fulian_app;

create function find_staff_token(p_mac bytea) returns setof staff_tokens language plpgsql as $$
begin
  perform set_config('fulian.token', encode(p_mac, 'hex'), true);
  return query select * from staff_tokens t where t.mac = p_mac;
end $$;

create function as_staff(p_staff text) returns void language sql as $$
  select set_config('fulian.scope', 'staff', true), set_config('fulian.federation', p_staff, true) $$;

create function count_service_point_change(p_federations text[]) returns void language sql as $$
  insert into service_point_versions as v (federation, version)
  select distinct f, 1 from unnest(p_federations) f order by f
  on conflict (federation) do update set version = v.version + 1 $$;

-- Adds and changes points, all or nothing; with a key once. Raises FL412 where a point is not any more what was read, and
-- FL409 where more areas were drawn than a county can need.
create function write_service_points(p_code text, p_staff text, p_key bytea, p_body bytea, p_lock bigint,
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
    revision = p.revision + 1
  from jsonb_populate_recordset(null::service_points, p_changed) c
  where p.federation = c.federation and p.id = c.id and p.revision = c.revision;
  get diagnostics v_changed = row_count;
  if v_changed <> jsonb_array_length(p_changed) then
    raise exception 'a service point has changed' using errcode = 'FL412';
  end if;
  insert into service_points (federation, id, category, name, initials, confidential, lng_e5, lat_e5, radius, world_x,
    world_y, source_crs, address, hours, phone, duty_role, facilities, status, checked_on)
  select a.federation, a.id, a.category, a.name, a.initials, a.confidential, a.lng_e5, a.lat_e5, a.radius, a.world_x,
    a.world_y, a.source_crs, a.address, a.hours, a.phone, a.duty_role, a.facilities, a.status, a.checked_on
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

create function retire_service_point(p_staff text, p_federation text, p_id text, p_revision integer,
  out outcome text) language plpgsql as $$
declare v_revision integer;
begin
  perform as_staff(p_staff);
  select p.revision into v_revision from service_points p where p.federation = p_federation and p.id = p_id for update;
  if not found then outcome := 'gone'; return; end if;
  if v_revision <> p_revision then outcome := 'moved'; return; end if;
  delete from service_points p where p.federation = p_federation and p.id = p_id;
  perform count_service_point_change(array[p_federation]);
  outcome := 'retired';
end $$;

create function send_service_point_feedback(p_code text, p_key bytea, p_body bytea, p_lock bigint, p_now timestamptz,
  p_fresh_since timestamptz, p_answer bytea, p_federation text, p_point text, p_id text, p_kind text, p_stars smallint,
  p_note bytea, out outcome text, out answer bytea) language plpgsql as $$
begin
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
  select c.outcome, c.answer into outcome, answer from claim_key(p_code, p_key, p_body, p_lock, p_fresh_since) c;
  if outcome <> 'new' then return; end if;
  perform set_config('fulian.federation', p_federation, true);
  insert into service_point_feedback (federation, id, point_id, kind, stars, note, received_at)
  values (p_federation, p_id, p_point, p_kind, p_stars, p_note, p_now);
  perform set_config('fulian.federation', p_code, true);
  perform keep_answer(p_code, p_key, p_body, p_answer, p_now);
  outcome := 'stored';
end $$;

-- Settles what a visitor said; the point's rating is counted anew from all that was accepted.
create function settle_service_point_feedback(p_staff text, p_low text, p_high text, p_id text, p_state text)
returns setof service_point_feedback language plpgsql as $$
declare v_row service_point_feedback; v_sum integer; v_count integer;
begin
  perform as_staff(p_staff);
  update service_point_feedback f set state = p_state
  where f.federation between p_low and p_high and f.id = p_id returning f.* into v_row;
  if not found then return; end if;
  -- Two who settle at once wait here for each other and count one after the other.
  perform from service_points p where p.federation = v_row.federation and p.id = v_row.point_id for update;
  select coalesce(sum(f.stars), 0), count(f.stars) into v_sum, v_count from service_point_feedback f
  where f.federation = v_row.federation and f.point_id = v_row.point_id and f.state = 'accepted';
  update service_points p set rating_sum = v_sum, rating_count = v_count, revision = p.revision + 1
  where p.federation = v_row.federation and p.id = v_row.point_id
    and (p.rating_sum, p.rating_count) is distinct from (v_sum, v_count);
  return next v_row;
end $$;
`,
      )
      .execute(db);
  },
};
