import { sql, type Migration } from 'kysely';

/**
 * Who works for federations: accounts, sessions, and the audit log of what they do (S7). The log only grows: the
 * service's role may neither change nor delete an entry, and a trigger refuses it to everybody else.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table staff_accounts (
  federation text collate "C" not null references federations (code),
  id text collate "C" not null check (id ~ '^[A-Za-z0-9_-]{22}$'),
  account text collate "C" not null check (account ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  name text not null check (char_length(name) between 1 and 50),
  role text not null check (role in ('intake', 'worker', 'supervisor', 'administrator', 'auditor')),
  password text not null,
  -- Sealed; counts once it is confirmed.
  totp bytea,
  totp_confirmed boolean not null default false,
  -- The step of the last code that was used: a code counts once.
  totp_step bigint,
  disabled boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (federation, id),
  check (totp is not null or not totp_confirmed)
);
create index staff_accounts_by_id on staff_accounts (id);
create index staff_accounts_by_name on staff_accounts (account, federation, id);
alter table staff_accounts enable row level security, force row level security;
create policy self_reads on staff_accounts for select using (fulian_setting('scope') = 'self'
  and federation = fulian_setting('federation') and id = fulian_setting('staff'));
create policy self_changes on staff_accounts for update using (fulian_setting('scope') = 'self'
  and federation = fulian_setting('federation') and id = fulian_setting('staff'));
create policy staff on staff_accounts using (fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update on staff_accounts to fulian_app;

-- What somebody signs in with, unique in the whole service: a name, or the MAC of who she is elsewhere.
create table staff_logins (
  login text collate "C" primary key,
  federation text collate "C" not null,
  staff_id text collate "C" not null,
  foreign key (federation, staff_id) references staff_accounts (federation, id) on delete cascade
);
create index staff_logins_of_account on staff_logins (federation, staff_id);
alter table staff_logins enable row level security, force row level security;
-- Nobody can list names: a transaction sees the one that it was given.
create policy by_login on staff_logins for select using (login = fulian_setting('login'));
create policy staff on staff_logins using (fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, delete on staff_logins to fulian_app;

create table staff_sessions (
  mac bytea primary key,
  federation text collate "C" not null,
  staff_id text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  idle_until timestamptz not null,
  -- Whether a second factor was shown, or a provider answers for her.
  proven boolean not null,
  foreign key (federation, staff_id) references staff_accounts (federation, id) on delete cascade
);
create index staff_sessions_of_account on staff_sessions (federation, staff_id);
alter table staff_sessions enable row level security, force row level security;
create policy by_mac_reads on staff_sessions for select using (mac = decode(fulian_setting('token'), 'hex'));
create policy by_mac_lasts on staff_sessions for update using (mac = decode(fulian_setting('token'), 'hex'));
create policy self on staff_sessions using (fulian_setting('scope') = 'self'
  and federation = fulian_setting('federation') and staff_id = fulian_setting('staff'));
create policy staff on staff_sessions using (fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
grant select, insert, update, delete on staff_sessions to fulian_app;

create function as_self(p_federation text, p_id text) returns void language sql as $$
  select set_config('fulian.scope', 'self', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.staff', p_id, true) $$;

-- Whose token it is, of a session or of a machine; no row where it opens nothing now. A session that is used lives on,
-- which is written once a minute at most.
create function open_staff_token(p_mac bytea, p_now timestamptz, p_idle interval)
returns table (kind text, federation text, id text, account text, name text, role text, second_factor boolean,
  proven boolean, ends_at timestamptz) language plpgsql as $$
declare v_session staff_sessions; v_account staff_accounts;
begin
  perform set_config('fulian.scope', '', true), set_config('fulian.token', encode(p_mac, 'hex'), true);
  select * into v_session from staff_sessions s where s.mac = p_mac;
  if not found then
    return query select 'machine', t.federation, ''::text, ''::text, t.label, 'machine', false, true, t.expires_at
      from staff_tokens t
      where t.mac = p_mac and t.expires_at > p_now and (t.revoked_at is null or t.revoked_at > p_now);
    return;
  end if;
  if v_session.expires_at <= p_now or v_session.idle_until <= p_now then return; end if;
  perform as_self(v_session.federation, v_session.staff_id);
  select * into v_account from staff_accounts a
  where a.federation = v_session.federation and a.id = v_session.staff_id and not a.disabled;
  if not found then return; end if;
  if v_session.idle_until < p_now + p_idle - interval '1 minute' then
    update staff_sessions s set idle_until = p_now + p_idle where s.mac = p_mac;
  end if;
  return query select 'person', v_account.federation, v_account.id, v_account.account, v_account.name, v_account.role,
    v_account.totp_confirmed, v_session.proven, v_session.expires_at;
end $$;

create table audit_entries (
  federation text collate "C" not null,
  seq bigint not null check (seq >= 1),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'requester', 'service')),
  actor_id text collate "C",
  actor_name text,
  actor_unit text collate "C",
  operation text not null,
  step text,
  request_id uuid,
  account_id text collate "C",
  row_count integer,
  hash bytea not null,
  primary key (federation, seq)
);
alter table audit_entries enable row level security, force row level security;
create policy adds on audit_entries for insert with check (
  fulian_setting('scope') = 'audit' and federation = fulian_setting('audited'));
create policy staff_reads on audit_entries for select using (
  fulian_setting('scope') = 'staff' and fulian_in_scope(federation));
create policy setup_reads on audit_entries for select using (
  fulian_setting('scope') = 'setup' and current_user <> 'fulian_app');
grant select, insert on audit_entries to fulian_app;

-- The end of each chain. Its own MAC is not that of an entry, so that a shorter log needs a head that is gone.
create table audit_heads (
  federation text collate "C" primary key,
  seq bigint not null,
  hash bytea not null,
  mac bytea not null
);
alter table audit_heads enable row level security, force row level security;
create policy audited on audit_heads using (
  fulian_setting('scope') = 'audit' and federation = fulian_setting('audited'));
create policy setup_reads on audit_heads for select using (
  fulian_setting('scope') = 'setup' and current_user <> 'fulian_app');
grant select, insert, update on audit_heads to fulian_app;

create function only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'audit_heads' and tg_level = 'ROW' then
    if new.seq > old.seq and new.federation = old.federation then return new; end if;
  end if;
  raise exception 'the audit log only grows' using errcode = 'FL405';
end $$;
create trigger only_grows before update or delete on audit_entries for each row execute function only_grows();
create trigger only_grows_whole before truncate on audit_entries for each statement execute function only_grows();
create trigger only_grows before update or delete on audit_heads for each row execute function only_grows();
create trigger only_grows_whole before truncate on audit_heads for each statement execute function only_grows();

create function audit_head(p_federation text) returns setof audit_heads language plpgsql as $$
begin
  perform set_config('fulian.scope', 'audit', true), set_config('fulian.audited', p_federation, true);
  return query select * from audit_heads h where h.federation = p_federation;
end $$;

-- Adds entries that the service has chained, in the transaction of what they tell. Call it last in a function: it holds
-- the federation's log until the end. Raises FL423 where somebody else was sooner; then all of it is done again. The
-- scope of the transaction is afterwards what it was before. Without entries (null) it does nothing.
create function append_audit(p_audit jsonb) returns void language plpgsql as $$
declare v_scope text := coalesce(fulian_setting('scope'), ''); v_code text := p_audit->>'federation';
  v_head audit_heads; v_count integer;
begin
  if p_audit is null then return; end if;
  perform set_config('fulian.scope', 'audit', true), set_config('fulian.audited', v_code, true);
  select * into v_head from audit_heads h where h.federation = v_code for update;
  if not found then
    insert into audit_heads (federation, seq, hash, mac) values (v_code, 0, '', '') on conflict do nothing;
    select * into v_head from audit_heads h where h.federation = v_code for update;
  end if;
  if v_head.seq <> (p_audit->>'after')::bigint or v_head.hash <> decode(p_audit->>'before', 'hex') then
    raise exception 'the audit log has grown' using errcode = 'FL423';
  end if;
  insert into audit_entries (federation, seq, at, actor_kind, actor_id, actor_name, actor_unit, operation, step,
    request_id, account_id, row_count, hash)
  select v_code, v_head.seq + e.place, (e.entry->>'at')::timestamptz, e.entry->>'actorKind', e.entry->>'actorId',
    e.entry->>'actorName', e.entry->>'actorUnit', e.entry->>'operation', e.entry->>'step',
    (e.entry->>'request')::uuid, e.entry->>'account', (e.entry->>'rows')::integer, decode(e.entry->>'hash', 'hex')
  from jsonb_array_elements(p_audit->'entries') with ordinality e (entry, place);
  get diagnostics v_count = row_count;
  update audit_heads h set seq = v_head.seq + v_count, hash = decode(p_audit->'entries'->-1->>'hash', 'hex'),
    mac = decode(p_audit->>'headMac', 'hex')
  where h.federation = v_code;
  perform set_config('fulian.scope', v_scope, true);
end $$;

-- The account that a login opens; no row where there is none.
create function find_staff_login(p_login text) returns setof staff_accounts language plpgsql as $$
declare v_login staff_logins;
begin
  perform set_config('fulian.scope', '', true), set_config('fulian.login', p_login, true);
  select * into v_login from staff_logins l where l.login = p_login;
  perform as_self(v_login.federation, v_login.staff_id);
  return query select * from staff_accounts a where a.federation = v_login.federation and a.id = v_login.staff_id;
end $$;

create function find_own_account(p_federation text, p_id text) returns setof staff_accounts language plpgsql as $$
begin
  perform as_self(p_federation, p_id);
  return query select * from staff_accounts a where a.federation = p_federation and a.id = p_id;
end $$;

-- Opens a session; with a step uses up the one-time code of that step. 'refused' where the account was disabled or got
-- another password meanwhile, or the code was used.
create function start_staff_session(p_federation text, p_id text, p_password text, p_step bigint, p_mac bytea,
  p_now timestamptz, p_expires timestamptz, p_idle_until timestamptz, p_proven boolean, p_most integer, p_audit jsonb)
returns text language plpgsql as $$
begin
  perform as_self(p_federation, p_id);
  update staff_accounts a set totp_step = coalesce(p_step, a.totp_step)
  where a.federation = p_federation and a.id = p_id and not a.disabled
    and (p_password is null or a.password = p_password)
    and (p_step is null or a.totp_confirmed and (a.totp_step is null or a.totp_step < p_step));
  if not found then return 'refused'; end if;
  delete from staff_sessions s where s.federation = p_federation and s.staff_id = p_id
    and (s.expires_at <= p_now or s.idle_until <= p_now or s.mac in (
      select o.mac from staff_sessions o where o.federation = p_federation and o.staff_id = p_id
      order by o.created_at desc offset p_most - 1));
  insert into staff_sessions (mac, federation, staff_id, created_at, expires_at, idle_until, proven)
  values (p_mac, p_federation, p_id, p_now, p_expires, p_idle_until, p_proven);
  perform append_audit(p_audit);
  return 'started';
end $$;

create function end_staff_session(p_federation text, p_id text, p_mac bytea, p_audit jsonb) returns void
language plpgsql as $$
begin
  perform as_self(p_federation, p_id);
  delete from staff_sessions s where s.mac = p_mac and s.federation = p_federation and s.staff_id = p_id;
  perform append_audit(p_audit);
end $$;

-- Ends all other sessions. 'refused' where the password is not any more what was checked.
create function change_own_password(p_federation text, p_id text, p_mac bytea, p_before text, p_password text,
  p_audit jsonb) returns text language plpgsql as $$
begin
  perform as_self(p_federation, p_id);
  update staff_accounts a set password = p_password, revision = a.revision + 1
  where a.federation = p_federation and a.id = p_id and not a.disabled and a.password = p_before;
  if not found then return 'refused'; end if;
  delete from staff_sessions s where s.federation = p_federation and s.staff_id = p_id and s.mac <> p_mac;
  perform append_audit(p_audit);
  return 'changed';
end $$;

-- A secret that counts once it is confirmed; 'there' where one was.
create function start_second_factor(p_federation text, p_id text, p_totp bytea) returns text language plpgsql as $$
begin
  perform as_self(p_federation, p_id);
  update staff_accounts a set totp = p_totp, totp_step = null
  where a.federation = p_federation and a.id = p_id and not a.totp_confirmed;
  return case when found then 'started' else 'there' end;
end $$;

-- The session that shows the first code has shown it; those that were opened without one end.
create function confirm_second_factor(p_federation text, p_id text, p_mac bytea, p_totp bytea, p_step bigint,
  p_audit jsonb) returns text language plpgsql as $$
begin
  perform as_self(p_federation, p_id);
  update staff_accounts a set totp_confirmed = true, totp_step = p_step, revision = a.revision + 1
  where a.federation = p_federation and a.id = p_id and not a.totp_confirmed and a.totp = p_totp;
  if not found then return 'refused'; end if;
  delete from staff_sessions s where s.federation = p_federation and s.staff_id = p_id and s.mac <> p_mac
    and not s.proven;
  update staff_sessions s set proven = true where s.mac = p_mac;
  perform append_audit(p_audit);
  return 'confirmed';
end $$;

create function create_staff_account(p_code text, p_staff text, p_key bytea, p_body bytea, p_lock bigint,
  p_now timestamptz, p_fresh_since timestamptz, p_answer bytea, p_account jsonb, p_logins text[], p_audit jsonb,
  out outcome text, out answer bytea) language plpgsql as $$
declare v_new staff_accounts;
begin
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
    select c.outcome, c.answer into outcome, answer from claim_key(p_code, p_key, p_body, p_lock, p_fresh_since) c;
    if outcome <> 'new' then return; end if;
  end if;
  perform as_staff(p_staff);
  v_new := jsonb_populate_record(null::staff_accounts, p_account);
  insert into staff_accounts (federation, id, account, name, role, password, created_at)
  values (v_new.federation, v_new.id, v_new.account, v_new.name, v_new.role, v_new.password, p_now);
  -- A login that is taken ends all of this.
  insert into staff_logins (login, federation, staff_id) select l, v_new.federation, v_new.id from unnest(p_logins) l;
  if p_key is not null then
    perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_code, true);
    perform keep_answer(p_code, p_key, p_body, p_answer, p_now);
  end if;
  perform append_audit(p_audit);
  outcome := 'stored';
end $$;

-- What is null stays. Whoever is disabled, gets another role or password, or loses her second factor is signed out.
create function change_staff_account(p_staff text, p_federation text, p_id text, p_revision integer, p_name text,
  p_role text, p_disabled boolean, p_password text, p_drop boolean, p_subject text, p_audit jsonb) returns text
language plpgsql as $$
begin
  perform as_staff(p_staff);
  update staff_accounts a set name = coalesce(p_name, a.name), role = coalesce(p_role, a.role),
    disabled = coalesce(p_disabled, a.disabled), password = coalesce(p_password, a.password),
    totp = case when p_drop then null else a.totp end, totp_confirmed = a.totp_confirmed and not p_drop,
    totp_step = case when p_drop then null else a.totp_step end, revision = a.revision + 1
  where a.federation = p_federation and a.id = p_id and a.revision = p_revision;
  if not found then return 'moved'; end if;
  if p_subject is not null then
    delete from staff_logins l where l.federation = p_federation and l.staff_id = p_id and starts_with(l.login, 'oidc:');
    insert into staff_logins (login, federation, staff_id) values (p_subject, p_federation, p_id);
  end if;
  if p_drop or p_disabled or p_role is not null or p_password is not null then
    delete from staff_sessions s where s.federation = p_federation and s.staff_id = p_id;
  end if;
  perform append_audit(p_audit);
  return 'changed';
end $$;
`,
      )
      .execute(db);
  },
};
