import { sql, type Migration } from 'kysely';

/** The tree of federations, what they set for themselves, their keys, and the role that the service runs as. */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
do $$ begin
  if not exists (select from pg_roles where rolname = 'fulian_app') then
    create role fulian_app nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not pg_has_role(current_user, 'fulian_app', 'member') then grant fulian_app to current_user; end if;
end $$;
grant usage on schema public to fulian_app;

-- 1 province, 2 city, 3 county, 4 township, 5 village, by the zeros at the end of the code.
create function fulian_depth(code text) returns smallint language sql immutable parallel safe as $$
  select (case when right(code, 10) = '0000000000' then 1 when right(code, 8) = '00000000' then 2
    when right(code, 6) = '000000' then 3 when right(code, 3) = '000' then 4 else 5 end)::smallint $$;
-- What all codes below one begin with.
create function fulian_prefix(code text) returns text language sql immutable parallel safe as $$
  select left(code, (array[2, 4, 6, 9, 12])[fulian_depth(code)]) $$;
create function fulian_parent(code text) returns text language sql immutable parallel safe as $$
  select case when fulian_depth(code) > 1
    then rpad(left(code, (array[0, 2, 4, 6, 9])[fulian_depth(code)]), 12, '0') end $$;

-- Settings of the transaction (SET LOCAL); after one they are empty, not null.
create function fulian_setting(name text) returns text language sql stable parallel safe as $$
  select nullif(current_setting('fulian.' || name, true), '') $$;
-- Whether rows of a federation belong to the transaction's scope: staff see a subtree, all others one federation.
create function fulian_in_scope(federation text) returns boolean language sql stable parallel safe as $$
  select case fulian_setting('scope')
    when 'staff' then starts_with(federation, fulian_prefix(fulian_setting('federation')))
    else federation = fulian_setting('federation') end $$;

create table federations (
  code text collate "C" primary key check (code ~ '^[0-9]{12}$'),
  name text not null check (char_length(name) between 1 and 100),
  phone text check (char_length(phone) <= 30),
  depth smallint not null generated always as (fulian_depth(code)) stored,
  parent text collate "C" generated always as (fulian_parent(code)) stored,
  characters text[] not null generated always as (string_to_array(lower(name), null)) stored
);
create index federations_by_parent on federations (parent, code);
create index federations_by_characters on federations using gin (characters);
grant select on federations to fulian_app;

create table federation_settings (
  federation text collate "C" not null references federations (code),
  name text not null,
  value jsonb not null,
  primary key (federation, name)
);
alter table federation_settings enable row level security, force row level security;
create policy everybody_reads on federation_settings for select using (true);
create policy setup_writes on federation_settings using (fulian_setting('scope') = 'setup');
grant select on federation_settings to fulian_app;

create table service_state (name text primary key, value bytea not null);
grant select, insert on service_state to fulian_app;

create table federation_keys (
  federation text collate "C" primary key,
  wrapped bytea not null
);
alter table federation_keys enable row level security, force row level security;
create policy own on federation_keys for select using (fulian_in_scope(federation));
create policy own_made on federation_keys for insert with check (federation = fulian_setting('federation'));
grant select, insert on federation_keys to fulian_app;
`,
      )
      .execute(db);
  },
};
