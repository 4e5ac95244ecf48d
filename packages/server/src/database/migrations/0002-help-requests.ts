import { sql, type Migration } from 'kysely';

/**
 * Requests, their keys and receipts, and the answers kept for repeated requests. All but `receipts` carry the federation
 * first in their primary key, so that a distributed PostgreSQL can place them; a receipt is looked up by its number alone.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table help_requests (
  federation text collate "C" not null,
  id uuid not null,
  portal text collate "C" not null,
  category text not null,
  division text collate "C",
  grade text not null check (grade in ('none', 'pink', 'orange', 'red')),
  state text not null default 'submitted' check (state in ('submitted', 'accepted', 'in-progress', 'resolved',
    'followed-up', 'closed', 'declined', 'withdrawn', 'reopened')),
  submitted_at timestamptz not null,
  first_contact_by timestamptz not null,
  excluded_units text[] not null default '{}',
  narrative bytea,
  asker bytea not null,
  contact bytea not null,
  risk bytea not null,
  needs bytea,
  exclusion_note bytea,
  consents bytea not null,
  primary key (federation, id)
);
alter table help_requests enable row level security, force row level security;
create policy visitor_submits on help_requests for insert with check (
  fulian_setting('scope') = 'visitor' and federation = fulian_setting('federation')
  and id = fulian_setting('request')::uuid);
create policy requester_reads on help_requests for select using (
  fulian_setting('scope') = 'receipt' and federation = fulian_setting('federation')
  and id = fulian_setting('request')::uuid);
create policy staff_reads on help_requests for select using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation)
  and not fulian_setting('federation') = any (excluded_units));
create policy staff_changes on help_requests for update using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation)
  and not fulian_setting('federation') = any (excluded_units));
grant select, insert, update on help_requests to fulian_app;

create table case_keys (
  federation text collate "C" not null,
  request_id uuid not null,
  wrapped bytea not null,
  primary key (federation, request_id),
  foreign key (federation, request_id) references help_requests (federation, id) on delete cascade
);
alter table case_keys enable row level security, force row level security;
create policy visitor_submits on case_keys for insert with check (
  fulian_setting('scope') = 'visitor' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);
-- Whoever may see the request may open it: the policies of help_requests hold inside.
create policy with_request on case_keys for select using (exists (
  select from help_requests r where r.federation = case_keys.federation and r.id = case_keys.request_id));
create policy staff_deletes on case_keys for delete using (fulian_setting('scope') = 'staff' and exists (
  select from help_requests r where r.federation = case_keys.federation and r.id = case_keys.request_id));
grant select, insert, delete on case_keys to fulian_app;

create table receipts (
  number text collate "C" primary key check (number ~ '^[0-9]{12}$'),
  federation text collate "C" not null,
  request_id uuid not null,
  salt bytea not null,
  mac bytea not null
);
alter table receipts enable row level security, force row level security;
-- Nobody can list receipts: a transaction sees the number that it names.
create policy by_number on receipts for select using (number = fulian_setting('number'));
create policy visitor_submits on receipts for insert with check (
  fulian_setting('scope') = 'visitor' and number = fulian_setting('number')
  and request_id = fulian_setting('request')::uuid);
grant select, insert on receipts to fulian_app;

create table idempotency_keys (
  federation text collate "C" not null,
  key_mac bytea not null,
  body_mac bytea not null,
  answer bytea not null,
  created_at timestamptz not null,
  primary key (federation, key_mac)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
alter table idempotency_keys enable row level security, force row level security;
create policy visitor_repeats on idempotency_keys using (
  fulian_setting('scope') = 'visitor' and federation = fulian_setting('federation'));
create policy sweep on idempotency_keys using (fulian_setting('scope') = 'sweep');
grant select, insert, update, delete on idempotency_keys to fulian_app;
`,
      )
      .execute(db);
  },
};
