import { sql, type Migration } from 'kysely';

/**
 * Webhooks of federations and what is to be sent to them. A delivery is written in the transaction that changes the case, so that
 * neither a killed process nor an unreachable receiver loses one (S10). Holds ids and codes only; address and secret are sealed.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table webhooks (
  federation text collate "C" not null references federations (code),
  id text collate "C" not null check (id ~ '^[A-Za-z0-9_-]{22}$'),
  url bytea not null,
  secret bytea not null,
  kinds text[] not null,
  created_at timestamptz not null,
  primary key (federation, id)
);
alter table webhooks enable row level security, force row level security;
create policy staff_keeps on webhooks using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
-- Scope 'case' is that of the functions that change one case, and of nothing that the service asks by itself.
create policy service_reads on webhooks for select using ((select fulian_setting('scope')) in ('case', 'courier'));
grant select, insert, delete on webhooks to fulian_app;

create table webhook_deliveries (
  federation text collate "C" not null,
  id text collate "C" not null,
  webhook text collate "C" not null,
  kind text not null,
  payload text not null,
  at timestamptz not null,
  attempts integer not null default 0,
  last_status integer,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  -- When it is tried next; while it is being tried, when somebody else may take it over.
  next_at timestamptz not null,
  settled_at timestamptz,
  primary key (federation, id),
  foreign key (federation, webhook) references webhooks (federation, id) on delete cascade
);
create index webhook_deliveries_due on webhook_deliveries (next_at) where state = 'waiting';
create index webhook_deliveries_by_age on webhook_deliveries (federation, at desc, id desc);
create index webhook_deliveries_of_webhook on webhook_deliveries (federation, webhook);
create index webhook_deliveries_settled on webhook_deliveries (settled_at) where settled_at is not null;
alter table webhook_deliveries enable row level security, force row level security;
create policy staff_reads on webhook_deliveries for select using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy staff_repeats on webhook_deliveries for update using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy service_writes on webhook_deliveries for insert with check (fulian_setting('scope') = 'case');
create policy courier on webhook_deliveries using (fulian_setting('scope') in ('courier', 'sweep'))
  with check (fulian_setting('scope') = 'courier');
grant select, insert, update, delete on webhook_deliveries to fulian_app;

-- Writes what is sent of a change. Runs while the case is pinned; called by tell_case where there are webhooks at all.
create function tell_webhooks(p_federation text, p_id uuid, p_kind text, p_units text[], p_at timestamptz,
  p_excluded text[]) returns void language plpgsql as $$
declare v_state text; v_grade text; v_kind text; v_data jsonb; v_all jsonb;
begin
  if p_kind = 'erased' then return; end if;
  select h.state, h.grade into v_state, v_grade from help_requests h where h.federation = p_federation and h.id = p_id;
  v_kind := case when p_kind in ('submitted', 'registered') then 'case.submitted'
    when p_kind = 'overdue' then 'case.overdue'
    when p_kind in ('close', 'approve-closing', 'decline', 'own-withdraw') then 'case.closed'
    else 'case.changed' end;
  v_data := jsonb_build_object('caseId', p_federation || '-' || p_id, 'state', v_state, 'grade', v_grade);
  v_all := jsonb_build_array(v_data);
  if v_kind = 'case.overdue' then
    -- One message a limit that has passed a level.
    select jsonb_agg(v_data || jsonb_build_object('limit', e.facts->'limit') order by e.seq) into v_all from case_events e
    where e.federation = p_federation and e.request_id = p_id and e.kind = 'overdue' and e.at = p_at;
  end if;
  insert into webhook_deliveries (federation, id, webhook, kind, payload, at, next_at)
  select w.federation,
    'msg_' || left(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'), 22),
    w.id, v_kind,
    jsonb_build_object('type', v_kind, 'timestamp', to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'data', d.data)::text,
    p_at, p_at
  from webhooks w cross join jsonb_array_elements(v_all) d (data)
  where v_kind = any (w.kinds) and not w.federation = any (p_excluded)
    and exists (select from unnest(p_units) u where starts_with(u, fulian_prefix(w.federation)));
end $$;
`,
      )
      .execute(db);
  },
};
