import { sql, type Migration } from 'kysely';

/**
 * A request becomes a case: who handles it, what is due, what happened, what it is found by, and a feed of what changed. Staff
 * sees a case by `access_units` (its owner first, those that work on it, who it was offered to); its keys and sealed fields stay
 * bound to the federation that it came to first, which is `federation` everywhere and never changes.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
-- The owner of the tables is bound by their policies, too, and must fill what is there.
alter table help_requests no force row level security;
alter table receipts no force row level security;
drop policy staff_reads on help_requests;
drop policy staff_changes on help_requests;
-- What columns may hold, as domains: a table's check is read from its text and compiled again by every statement that writes.
create domain federation_code as text collate "C" check (value ~ '^[0-9]{12}$');
create domain case_grade as text check (value in ('none', 'pink', 'orange', 'red'));
create domain case_state as text check (value in ('submitted', 'accepted', 'in-progress', 'resolved', 'followed-up',
  'closed', 'declined', 'withdrawn', 'reopened'));
create domain case_channel as text check (value in ('web', 'hotline-12338', 'hotline-12345', 'wechat', 'visit', 'letter',
  'grid', 'police', 'court', 'federation'));
create domain case_waiting as text check (value in ('requester', 'receiver', 'approval'));
create domain case_actor as text check (value in ('staff', 'requester', 'service'));
create domain case_mark_kind as text check (value in ('phone', 'name'));
alter table help_requests drop constraint help_requests_grade_check, drop constraint help_requests_state_check,
  alter column grade type case_grade, alter column state type case_state;
alter table help_requests
  add column number text collate "C",
  add column channel case_channel not null default 'web',
  -- Who handles it now.
  add column owner federation_code,
  add column access_units text[],
  add column assignee text collate "C",
  add column assignee_name text,
  add column waiting case_waiting,
  add column revision integer not null default 1,
  add column last_seq integer not null default 1,
  add column changed_at timestamptz,
  add column unread boolean not null default false,
  add column limits jsonb not null default '[]',
  -- Of the open limits: which ends first, when the first of them reaches each level, and when the next level is to be told.
  add column next_limit text,
  add column next_due timestamptz not null default 'infinity',
  add column next_due_2 timestamptz not null default 'infinity',
  add column next_due_3 timestamptz not null default 'infinity',
  add column alarm_at timestamptz not null default 'infinity',
  add column extended boolean not null default false,
  add column key_family boolean not null default false,
  add column follow_ups jsonb not null default '[]',
  add column joint text[] not null default '{}',
  add column offer jsonb,
  add column asked boolean not null default false,
  add column consent_asked boolean not null default false,
  add column transfer_consent boolean,
  add column closing_by text,
  add column satisfied boolean,
  add column dismissed text[] not null default '{}',
  add column helpers bytea,
  add column plan bytea,
  -- Those of case_marks, so that they can be found to be deleted.
  add column marks bytea[] not null default '{}',
  add column resolved_at timestamptz,
  add column ended_at timestamptz,
  add column erased_at timestamptz;
update help_requests set owner = federation, access_units = array[federation], changed_at = submitted_at,
  number = (select r.number from receipts r where r.federation = help_requests.federation and r.request_id = id),
  limits = jsonb_build_array(jsonb_build_object('kind', 'first-contact', 'due', first_contact_by,
    'due2', first_contact_by, 'due3', first_contact_by)),
  next_limit = 'first-contact', next_due = first_contact_by, next_due_2 = first_contact_by,
  next_due_3 = first_contact_by, alarm_at = first_contact_by;
alter table help_requests alter column owner set not null, alter column access_units set not null,
  alter column changed_at set not null,
  add constraint owner_sees check (access_units[1] = owner and cardinality(access_units) <= 12),
  add column county text collate "C" not null generated always as (left(owner, 6) || '000000') stored;

-- The queue of a county in its three orders; that of a city or province is merged from its counties.
create index cases_by_due on help_requests (county, next_due, id) where ended_at is null;
create index cases_by_age on help_requests (county, submitted_at, id);
create index cases_by_change on help_requests (county, changed_at, id);
-- A township or village has so few that they are sorted when asked for.
create index cases_by_owner on help_requests (owner) where ended_at is null and owner <> county;
create index cases_unread on help_requests (county) where unread;
create index cases_by_assignee on help_requests (assignee) where assignee is not null;
create index cases_by_alarm on help_requests (alarm_at) where alarm_at < 'infinity';

-- What does not depend on the row is computed once a statement, and as a truth value: the planner takes it for likely, and a
-- comparison for so rare that it would sort a whole queue for its first page.
drop policy requester_reads on help_requests;
create policy requester_reads on help_requests for select using (
  (select fulian_setting('scope') = 'receipt') and federation = (select fulian_setting('federation'))
  and id = (select fulian_setting('request'))::uuid);
create policy requester_locks on help_requests for update using (
  (select fulian_setting('scope') = 'receipt') and federation = (select fulian_setting('federation'))
  and id = (select fulian_setting('request'))::uuid) with check (false);
create policy staff_reads on help_requests for select using (
  (select fulian_setting('scope') = 'staff')
  and (starts_with(access_units[1], (select fulian_prefix(fulian_setting('federation'))))
    or cardinality(access_units) > 1 and exists (
      select from unnest(access_units) u where starts_with(u, fulian_prefix(fulian_setting('federation')))))
  and not (select fulian_setting('federation')) = any (excluded_units));
-- Locks only; whoever may see a case writes it by take_case_step, which holds on to this one row.
create policy staff_locks on help_requests for update using (
  (select fulian_setting('scope') = 'staff')
  and (starts_with(access_units[1], (select fulian_prefix(fulian_setting('federation'))))
    or cardinality(access_units) > 1 and exists (
      select from unnest(access_units) u where starts_with(u, fulian_prefix(fulian_setting('federation')))))
  and not (select fulian_setting('federation')) = any (excluded_units)) with check (false);
create policy pinned_reads on help_requests for select using (
  (select fulian_setting('scope') = 'case') and federation = (select fulian_setting('federation'))
  and id = (select fulian_setting('request'))::uuid);
create policy pinned_changes on help_requests for update using (
  (select fulian_setting('scope') = 'case') and federation = (select fulian_setting('federation'))
  and id = (select fulian_setting('request'))::uuid);
create policy watch_reads on help_requests for select using (
  (select fulian_setting('scope') = 'watch') and alarm_at < 'infinity');
create policy watch_locks on help_requests for update using (
  (select fulian_setting('scope') = 'watch') and alarm_at < 'infinity') with check (false);

-- What happened, one row an event; only grows. Facts are codes and times; words are sealed under the case's key.
create table case_events (
  federation text collate "C" not null,
  request_id uuid not null,
  seq integer not null check (seq >= 1),
  at timestamptz not null,
  kind text not null,
  actor_kind case_actor not null,
  actor_id text,
  actor_name text,
  actor_unit text collate "C",
  internal boolean not null,
  facts jsonb not null,
  words bytea,
  primary key (federation, request_id, seq)
);
insert into case_events (federation, request_id, seq, at, kind, actor_kind, internal, facts)
select federation, id, 1, submitted_at, 'submitted', 'requester', false, '{}' from help_requests;
alter table case_events enable row level security, force row level security;
alter table help_requests force row level security;
alter table receipts force row level security;
create policy with_request on case_events for select using (exists (
  select from help_requests r where r.federation = case_events.federation and r.id = case_events.request_id));
create policy pinned on case_events for insert with check (
  fulian_setting('scope') = 'case' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);
grant select, insert on case_events to fulian_app;

-- What a case is found by: MACs under a key that is not in the database. Gone with the case's key.
create table case_marks (
  federation text collate "C" not null,
  request_id uuid not null,
  kind case_mark_kind not null,
  mark bytea not null,
  primary key (mark, federation, request_id, kind)
);
alter table case_marks enable row level security, force row level security;
create policy with_request on case_marks for select using (exists (
  select from help_requests r where r.federation = case_marks.federation and r.id = case_marks.request_id));
create policy pinned_adds on case_marks for insert with check (
  fulian_setting('scope') = 'case' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);
create policy pinned_forgets on case_marks for delete using (
  fulian_setting('scope') = 'case' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);
grant select, insert, delete on case_marks to fulian_app;
create function forget_case_marks() returns trigger language plpgsql as $$
declare v_scope text := coalesce(fulian_setting('scope'), '');
  v_federation text := coalesce(fulian_setting('federation'), ''); v_request text := coalesce(fulian_setting('request'), '');
begin
  perform pin_case(old.federation, old.request_id);
  delete from case_marks m using help_requests h
  where h.federation = old.federation and h.id = old.request_id and m.mark = any (h.marks)
    and m.federation = old.federation and m.request_id = old.request_id;
  perform set_config('fulian.scope', v_scope, true), set_config('fulian.federation', v_federation, true),
    set_config('fulian.request', v_request, true);
  return null;
end $$;
create trigger forget_case_marks after delete on case_keys for each row execute function forget_case_marks();

-- Federations besides its owner that see a case, for their queues.
create table case_guests (
  unit text collate "C" not null,
  federation text collate "C" not null,
  request_id uuid not null,
  primary key (unit, federation, request_id)
);
create index case_guests_of_case on case_guests (federation, request_id);
alter table case_guests enable row level security, force row level security;
create policy staff_reads on case_guests for select using (
  (select fulian_setting('scope') = 'staff') and starts_with(unit, (select fulian_prefix(fulian_setting('federation')))));
create policy pinned on case_guests using (
  (select fulian_setting('scope') = 'case') and federation = (select fulian_setting('federation'))
  and request_id = (select fulian_setting('request'))::uuid);
grant select, insert, delete on case_guests to fulian_app;

-- What changed, for streams; swept after a day. Units are all that see it, and all that saw it before.
create table case_feed (
  id bigint generated always as identity,
  federation text collate "C" not null,
  request_id uuid not null,
  revision integer not null,
  kind text not null,
  units text[] not null,
  -- Who must not learn that there is such a case: streams ask before they tell.
  excluded text[] not null default '{}',
  at timestamptz not null,
  primary key (id, federation)
);
alter table case_feed enable row level security, force row level security;
create policy pinned on case_feed for insert with check (
  fulian_setting('scope') = 'case' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);
create policy feed_reads on case_feed for select using (fulian_setting('scope') in ('feed', 'sweep'));
create policy sweep on case_feed using (fulian_setting('scope') = 'sweep');
grant select, insert, update, delete on case_feed to fulian_app;

create index attachments_of_case on attachments (request_federation, request_id) where request_id is not null;
-- Files that came later lie elsewhere than the first ones: she asks for them by the federation that her case came to.
drop policy requester_reads on attachments;
create policy requester_reads on attachments for select using (
  fulian_setting('scope') = 'receipt' and request_id = fulian_setting('request')::uuid
  and (federation = fulian_setting('federation') or request_federation = fulian_setting('federation')));

create policy requester_deletes on case_keys for delete using (
  fulian_setting('scope') = 'receipt' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);

-- From here on the transaction touches this one case.
create function pin_case(p_federation text, p_id uuid) returns void language sql as $$
  select set_config('fulian.scope', 'case', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.request', p_id::text, true) $$;

-- Writes a change of the pinned case down for streams and webhooks, in the change's own transaction (S10).
create function tell_case(p_federation text, p_id uuid, p_revision integer, p_kind text, p_units text[],
  p_at timestamptz, p_excluded text[]) returns void language plpgsql as $$
begin
  insert into case_feed (federation, request_id, revision, kind, units, excluded, at)
  values (p_federation, p_id, p_revision, p_kind, p_units, p_excluded, p_at);
  if exists (select from webhooks) then -- Most counties have none.
    perform tell_webhooks(p_federation, p_id, p_kind, p_units, p_at, p_excluded);
  end if;
end $$;

-- Binds files of a draft to a case, all or none (FL404). Leaves the scope of a visitor of p_at.
create function bind_case_files(p_at text, p_federation text, p_id uuid, p_draft bytea, p_files text[], p_keys bytea[])
returns void language plpgsql as $$
declare v_bound integer;
begin
  if coalesce(cardinality(p_files), 0) = 0 then return; end if;
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_at, true),
    set_config('fulian.request', p_id::text, true), set_config('fulian.draft', encode(p_draft, 'hex'), true);
  update attachments a set draft_mac = null, address_mac = null, request_federation = p_federation, request_id = p_id,
    wrapped_key = f.key
  from unnest(p_files, p_keys) f (id, key)
  where a.federation = p_at and a.id = f.id and a.draft_mac = p_draft and a.request_id is null and a.stored;
  get diagnostics v_bound = row_count;
  -- A file was removed meanwhile: nothing of this may stay.
  if v_bound <> cardinality(p_files) then
    raise exception 'an attachment is gone' using errcode = 'FL404';
  end if;
end $$;

drop function submit_help_request;
create function submit_help_request(p_portal text, p_key bytea, p_body bytea, p_lock bigint, p_now timestamptz,
  p_fresh_since timestamptz, p_answer bytea, p_owner text, p_id uuid, p_number text, p_salt bytea, p_mac bytea,
  p_case_key bytea, p_category text, p_division text, p_grade text, p_first_contact_by timestamptz, p_excluded text[],
  p_narrative bytea, p_asker bytea, p_contact bytea, p_risk bytea, p_needs bytea, p_exclusion_note bytea,
  p_consents bytea, p_draft bytea, p_files text[], p_file_keys bytea[], p_channel text, p_limits jsonb,
  p_next_limit text, p_due timestamptz, p_due_2 timestamptz, p_due_3 timestamptz, p_mark_kinds text[], p_marks bytea[],
  p_actor jsonb, p_audit jsonb,
  out outcome text, out answer bytea) language plpgsql as $$
begin
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_portal, true),
    set_config('fulian.request', p_id::text, true), set_config('fulian.number', p_number, true);
  select c.outcome, c.answer into outcome, answer from claim_key(p_portal, p_key, p_body, p_lock, p_fresh_since) c;
  if outcome <> 'new' then return; end if;

  insert into receipts (number, federation, request_id, salt, mac) values (p_number, p_owner, p_id, p_salt, p_mac)
  on conflict (number) do nothing;
  if not found then outcome := 'number-taken'; return; end if;
  perform keep_answer(p_portal, p_key, p_body, p_answer, p_now);

  perform set_config('fulian.federation', p_owner, true);
  insert into help_requests (federation, id, portal, category, division, grade, submitted_at, first_contact_by,
    excluded_units, narrative, asker, contact, risk, needs, exclusion_note, consents, number, channel, owner,
    access_units, changed_at, limits, next_limit, next_due, next_due_2, next_due_3, alarm_at, marks)
  values (p_owner, p_id, p_portal, p_category, p_division, p_grade, p_now, p_first_contact_by,
    p_excluded, p_narrative, p_asker, p_contact, p_risk, p_needs, p_exclusion_note, p_consents, p_number, p_channel,
    p_owner, array[p_owner], p_now, p_limits, p_next_limit, p_due, p_due_2, p_due_3, p_due, p_marks);
  insert into case_keys (federation, request_id, wrapped) values (p_owner, p_id, p_case_key);

  if cardinality(p_files) > 0 then
    perform bind_case_files(p_portal, p_owner, p_id, p_draft, p_files, p_file_keys);
    perform set_config('fulian.federation', p_owner, true);
  end if;
  perform set_config('fulian.scope', 'case', true);
  if cardinality(p_marks) > 0 then
    insert into case_marks (federation, request_id, kind, mark)
    select p_owner, p_id, m.kind, m.mark from unnest(p_mark_kinds, p_marks) m (kind, mark);
  end if;
  insert into case_events (federation, request_id, seq, at, kind, actor_kind, actor_id, actor_name, actor_unit, internal,
    facts)
  values (p_owner, p_id, 1, p_now, case when p_actor is null then 'submitted' else 'registered' end,
    case when p_actor is null then 'requester' else 'staff' end, p_actor->>'id', p_actor->>'name', p_actor->>'unit',
    false, jsonb_build_object('channel', p_channel));
  -- The service rings for the streams once it is stored: commits of transactions that notify wait for each other.
  perform tell_case(p_owner, p_id, 1, 'submitted', array[p_owner], p_now, coalesce(p_excluded, '{}'));
  if p_audit is not null then perform append_audit(p_audit); end if;
  outcome := 'stored';
end $$;

-- Takes a step: all of it or nothing. Row-level security of the caller's scope decides whether there is such a case; then
-- 'moved' where somebody else changed it, 'again' where only the service did (the caller reads it again and does the same).
-- p_revision null asks for no revision. p_row is the row's new facts, as CaseRepository writes them.
create function take_case_step(p_scope text, p_unit text, p_federation text, p_id uuid, p_revision integer,
  p_last_seq integer, p_now timestamptz, p_key_at text, p_key bytea, p_body bytea, p_lock bigint,
  p_fresh_since timestamptz, p_answer bytea, p_row jsonb, p_events jsonb, p_words bytea[], p_actor jsonb, p_helpers bytea,
  p_plan bytea, p_files_at text, p_draft bytea, p_files text[], p_file_keys bytea[], p_audit jsonb,
  out outcome text, out answer bytea) language plpgsql as $$
declare v_case help_requests; v_new help_requests;
begin
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_key_at, true);
    select c.outcome, c.answer into outcome, answer from claim_key(p_key_at, p_key, p_body, p_lock, p_fresh_since) c;
    if outcome <> 'new' then return; end if;
  end if;
  perform set_config('fulian.scope', p_scope, true), set_config('fulian.federation', p_unit, true),
    set_config('fulian.request', p_id::text, true);
  select * into v_case from help_requests h where h.federation = p_federation and h.id = p_id for update;
  if not found or v_case.erased_at is not null then outcome := 'gone'; return; end if;
  if p_revision is not null and v_case.revision <> p_revision then outcome := 'moved'; return; end if;
  if v_case.last_seq <> p_last_seq then outcome := 'again'; return; end if;

  perform bind_case_files(p_files_at, p_federation, p_id, p_draft, p_files, p_file_keys);
  perform pin_case(p_federation, p_id);
  v_new := jsonb_populate_record(v_case, p_row);
  update help_requests h set state = v_new.state, grade = v_new.grade, owner = v_new.owner,
    access_units = v_new.access_units, assignee = v_new.assignee, assignee_name = v_new.assignee_name,
    waiting = v_new.waiting, revision = v_new.revision, last_seq = v_new.last_seq,
    changed_at = case when v_new.revision = v_case.revision then v_case.changed_at else p_now end,
    unread = v_new.unread, limits = v_new.limits, next_limit = v_new.next_limit, next_due = v_new.next_due,
    next_due_2 = v_new.next_due_2, next_due_3 = v_new.next_due_3, alarm_at = v_new.alarm_at,
    extended = v_new.extended, key_family = v_new.key_family, follow_ups = v_new.follow_ups, joint = v_new.joint,
    offer = v_new.offer, asked = v_new.asked, consent_asked = v_new.consent_asked,
    transfer_consent = v_new.transfer_consent, closing_by = v_new.closing_by, satisfied = v_new.satisfied,
    dismissed = v_new.dismissed, resolved_at = v_new.resolved_at, ended_at = v_new.ended_at,
    helpers = coalesce(p_helpers, h.helpers), plan = coalesce(p_plan, h.plan)
  where h.federation = p_federation and h.id = p_id;
  if v_new.access_units <> v_case.access_units then
    delete from case_guests g where g.federation = p_federation and g.request_id = p_id;
    insert into case_guests (unit, federation, request_id)
    select u, p_federation, p_id from unnest(v_new.access_units[2:]) u;
  end if;
  insert into case_events (federation, request_id, seq, at, kind, actor_kind, actor_id, actor_name, actor_unit, internal,
    facts, words)
  select p_federation, p_id, (e.event->>'seq')::integer, p_now, e.event->>'kind', p_actor->>'kind', p_actor->>'id',
    p_actor->>'name', p_actor->>'unit', (e.event->>'internal')::boolean, e.event->'facts', p_words[e.place]
  from jsonb_array_elements(p_events) with ordinality e (event, place);
  if jsonb_array_length(p_events) > 0 then
    perform tell_case(p_federation, p_id, v_new.revision, p_events->-1->>'kind',
      array(select distinct u from unnest(v_case.access_units || v_new.access_units) u), p_now, v_case.excluded_units),
      pg_notify('fulian_cases', '');
  end if;

  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_key_at, true);
    perform keep_answer(p_key_at, p_key, p_body, p_answer, p_now);
  end if;
  perform append_audit(p_audit);
  outcome := 'stored';
end $$;

-- Deletes a case for who holds its receipt: its key, its marks, and what staff wrote of it. What remains are counts. The service
-- has asked the rules whether it may be.
create function erase_case(p_federation text, p_id uuid, p_revision integer, p_now timestamptz) returns text
language plpgsql as $$
declare v_case help_requests;
begin
  perform set_config('fulian.scope', 'receipt', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.request', p_id::text, true);
  select * into v_case from help_requests h where h.federation = p_federation and h.id = p_id for update;
  if not found or v_case.erased_at is not null then return 'gone'; end if;
  if v_case.revision <> p_revision then return 'moved'; end if;
  delete from case_keys k where k.federation = p_federation and k.request_id = p_id;
  perform pin_case(p_federation, p_id);
  update help_requests h set erased_at = p_now, revision = h.revision + 1, changed_at = p_now, helpers = null, plan = null,
    unread = false, alarm_at = 'infinity', marks = '{}'
  where h.federation = p_federation and h.id = p_id;
  delete from case_guests g where g.federation = p_federation and g.request_id = p_id;
  perform tell_case(p_federation, p_id, v_case.revision + 1, 'erased', v_case.access_units, p_now, v_case.excluded_units),
    pg_notify('fulian_cases', '');
  return 'erased';
end $$;
`,
      )
      .execute(db);
  },
};
