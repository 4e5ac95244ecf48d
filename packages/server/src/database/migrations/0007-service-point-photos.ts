import { sql, type Migration } from 'kysely';

/**
 * Photos of service points: two sizes of each, written anew by the service and sealed, so that what is deleted can be read
 * in no file of the database either. A confidential point never has any: the one statement that makes it so removes them,
 * whoever wrote it (S5).
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table service_point_photos (
  federation text collate "C" not null,
  point_id text collate "C" not null,
  -- Of the large size's content.
  id text collate "C" not null check (id ~ '^[A-Za-z0-9_-]{22}$'),
  place smallint not null,
  alt_zh text not null,
  alt_en text,
  width integer not null,
  height integer not null,
  small bytea not null,
  large bytea not null,
  primary key (federation, point_id, id),
  foreign key (federation, point_id) references service_points (federation, id) on delete cascade
);
-- Sealed bytes cannot be packed.
alter table service_point_photos alter small set storage external, alter large set storage external;
alter table service_point_photos enable row level security, force row level security;
create policy everybody_reads on service_point_photos for select using (true);
create policy staff_adds on service_point_photos for insert with check (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_changes on service_point_photos for update using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_removes on service_point_photos for delete using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update, delete on service_point_photos to fulian_app;

create function remove_photos_of_confidential_point() returns trigger language plpgsql as $$
begin
  delete from service_point_photos f where f.federation = new.federation and f.point_id = new.id;
  return null;
end $$;
create trigger no_photos_of_confidential_points after update of confidential on service_points
  for each row when (new.confidential and not old.confidential)
  execute function remove_photos_of_confidential_point();

-- Adds a photo behind the others; the same picture again only gets other words. Who makes the point confidential at the same
-- time waits for this, or this for her.
create function add_service_point_photo(p_code text, p_staff text, p_key bytea, p_body bytea, p_lock bigint,
  p_now timestamptz, p_fresh_since timestamptz, p_answer bytea, p_federation text, p_point text, p_id text, p_alt_zh text,
  p_alt_en text, p_width integer, p_height integer, p_small bytea, p_large bytea, p_most integer,
  out outcome text, out answer bytea) language plpgsql as $$
declare v_confidential boolean; v_count integer; v_last integer;
begin
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
    select c.outcome, c.answer into outcome, answer from claim_key(p_code, p_key, p_body, p_lock, p_fresh_since) c;
    if outcome <> 'new' then return; end if;
  end if;
  perform as_staff(p_staff);
  select p.confidential into v_confidential from service_points p
  where p.federation = p_federation and p.id = p_point for update;
  if not found then outcome := 'gone'; return; end if;
  if v_confidential then outcome := 'confidential'; return; end if;
  update service_point_photos f set alt_zh = p_alt_zh, alt_en = p_alt_en
  where f.federation = p_federation and f.point_id = p_point and f.id = p_id;
  if not found then
    select count(*), coalesce(max(f.place), 0) into v_count, v_last from service_point_photos f
    where f.federation = p_federation and f.point_id = p_point;
    if v_count >= p_most then outcome := 'too-many'; return; end if;
    insert into service_point_photos (federation, point_id, id, place, alt_zh, alt_en, width, height, small, large)
    values (p_federation, p_point, p_id, v_last + 1, p_alt_zh, p_alt_en, p_width, p_height, p_small, p_large);
  end if;
  update service_points p set revision = p.revision + 1 where p.federation = p_federation and p.id = p_point;
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
    perform keep_answer(p_code, p_key, p_body, p_answer, p_now);
  end if;
  outcome := 'stored';
end $$;

create function change_service_point_photo(p_staff text, p_federation text, p_point text, p_revision integer, p_id text,
  p_alt_zh text, p_alt_en text, p_place integer, out outcome text) language plpgsql as $$
declare v_revision integer; v_others integer; v_place integer;
begin
  perform as_staff(p_staff);
  select p.revision into v_revision from service_points p where p.federation = p_federation and p.id = p_point for update;
  if not found then outcome := 'gone'; return; end if;
  if v_revision <> p_revision then outcome := 'moved'; return; end if;
  select count(*) into v_others from service_point_photos f
  where f.federation = p_federation and f.point_id = p_point and f.id <> p_id;
  v_place := least(p_place, v_others + 1);
  update service_point_photos f set alt_zh = p_alt_zh, alt_en = p_alt_en, place = v_place
  where f.federation = p_federation and f.point_id = p_point and f.id = p_id;
  if not found then outcome := 'unknown'; return; end if;
  update service_point_photos f set place = o.at + case when o.at >= v_place then 1 else 0 end
  from (select s.id, row_number() over (order by s.place, s.id) as at from service_point_photos s
    where s.federation = p_federation and s.point_id = p_point and s.id <> p_id) o
  where f.federation = p_federation and f.point_id = p_point and f.id = o.id;
  update service_points p set revision = p.revision + 1 where p.federation = p_federation and p.id = p_point;
  outcome := 'changed';
end $$;

create function remove_service_point_photo(p_staff text, p_federation text, p_point text, p_id text, out outcome text)
language plpgsql as $$
begin
  perform as_staff(p_staff);
  perform from service_points p where p.federation = p_federation and p.id = p_point for update;
  if not found then outcome := 'gone'; return; end if;
  outcome := 'removed';
  delete from service_point_photos f where f.federation = p_federation and f.point_id = p_point and f.id = p_id;
  if not found then return; end if;
  update service_points p set revision = p.revision + 1 where p.federation = p_federation and p.id = p_point;
end $$;
`,
      )
      .execute(db);
  },
};
