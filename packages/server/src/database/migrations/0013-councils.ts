import { sql, type Migration } from 'kysely';

/** Tables that the scope `council` may read of the one council that it pins, and where members write, change there. */
const tables = {
  councils: 'reads',
  council_members: 'reads',
  council_roll_changes: 'reads',
  council_sessions: 'writes',
  council_topics: 'writes',
  council_seconds: 'writes',
  council_comments: 'writes',
  council_meetings: 'reads',
  council_resolutions: 'writes',
  council_evidence: 'reads',
  council_ratings: 'writes',
} as const;

function guard([table, rights]: [string, string]): string {
  const column = table === 'councils' ? 'id' : 'council';
  const pinned = `(select fulian_setting('scope')) = 'council' and federation = (select fulian_setting('federation'))
  and ${column} = (select fulian_setting('council'))::uuid`;
  return `
alter table ${table} enable row level security, force row level security;
create policy pinned on ${table}${rights === 'reads' ? ' for select' : ''} using (${pinned});
create policy staff on ${table} using ((select fulian_setting('scope')) = 'staff' and fulian_in_scope(federation));
grant select, insert, update, delete on ${table} to fulian_app;`;
}

/**
 * Councils: roll, sessions, topics, meetings, resolutions, and the public log of each council. What stands here is no case data:
 * it is stored plainly. Tokens and codes are known by their MACs only. The log is a chain of SHA-256 that is made here, by the
 * database's clock, so that a vote and its entry need one statement; it only grows.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table councils (
  federation text collate "C" not null references federations (code),
  id uuid not null,
  name text not null,
  words text,
  ended boolean not null default false,
  created_at timestamptz not null,
  revision integer not null default 1,
  -- Of the roll as a whole.
  roll_revision integer not null default 1,
  primary key (federation, id)
);
create index councils_by_name on councils (federation, name collate "C", id);

create table council_members (
  federation text collate "C" not null,
  council uuid not null,
  id text collate "C" not null check (id ~ '^[A-Za-z0-9_-]{22}$'),
  name text not null,
  role text not null check (role in ('chair', 'secretary', 'member')),
  -- Who she is where a portal signs her in.
  subject text collate "C",
  joined_at timestamptz not null,
  left_at timestamptz,
  reason text,
  primary key (federation, council, id),
  foreign key (federation, council) references councils (federation, id)
);
create unique index council_members_chair on council_members (federation, council)
  where role = 'chair' and left_at is null;
create unique index council_members_subject on council_members (federation, council, subject) where left_at is null;
create index council_members_by_subject on council_members (subject) where subject is not null and left_at is null;

create table council_roll_changes (
  federation text collate "C" not null,
  council uuid not null,
  member text collate "C" not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('joined', 'changed', 'left', 'invited')),
  -- The name of who did it, as it was then.
  by_name text,
  reason text,
  primary key (federation, council, member, seq),
  foreign key (federation, council, member) references council_members (federation, council, id)
);

create table council_sessions (
  federation text collate "C" not null,
  council uuid not null,
  mac bytea not null,
  member text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (federation, council, mac),
  foreign key (federation, council, member) references council_members (federation, council, id)
);
create index council_sessions_by_mac on council_sessions (mac);
create index council_sessions_by_age on council_sessions (expires_at);

-- The last card of each member. It opens sessions until a time after its first use.
create table council_invitations (
  federation text collate "C" not null,
  council uuid not null,
  member text collate "C" not null,
  mac bytea not null,
  printed_at timestamptz not null,
  expires_at timestamptz not null,
  first_used_at timestamptz,
  primary key (federation, council, member),
  foreign key (federation, council, member) references council_members (federation, council, id)
);
create index council_invitations_by_mac on council_invitations (mac);
alter table council_invitations enable row level security, force row level security;
-- Nobody can list codes: a transaction sees the one that it was given.
create policy by_mac_reads on council_invitations for select using (mac = decode(fulian_setting('invitation'), 'hex'));
create policy by_mac_counts on council_invitations for update using (mac = decode(fulian_setting('invitation'), 'hex'));
create policy staff on council_invitations using (
  (select fulian_setting('scope')) = 'staff' and fulian_in_scope(federation));
grant select, insert, update, delete on council_invitations to fulian_app;

-- Words of portals that were taken; each counts once.
create table council_vouchers (
  mac bytea primary key,
  -- Where it let somebody in.
  federation text collate "C" not null,
  expires_at timestamptz not null
);
create index council_vouchers_by_age on council_vouchers (expires_at);
alter table council_vouchers enable row level security, force row level security;
create policy by_mac on council_vouchers using (mac = decode(fulian_setting('voucher'), 'hex'));
create policy sweep on council_vouchers using (fulian_setting('scope') = 'sweep');
grant select, insert, update, delete on council_vouchers to fulian_app;

create table council_topics (
  federation text collate "C" not null,
  council uuid not null,
  id uuid not null,
  title text not null,
  words text not null,
  state text not null check (state in ('suggested', 'collected', 'admitted', 'merged', 'declined')),
  at timestamptz not null,
  -- Of the member who proposed it; else the name that a visitor gave, if any.
  member text collate "C",
  visitor text,
  answer text,
  into_topic uuid,
  primary key (federation, council, id),
  foreign key (federation, council) references councils (federation, id),
  foreign key (federation, council, member) references council_members (federation, council, id),
  foreign key (federation, council, into_topic) references council_topics (federation, council, id)
);
create index council_topics_by_age on council_topics (federation, council, at desc, id desc);

create table council_seconds (
  federation text collate "C" not null,
  council uuid not null,
  topic uuid not null,
  member text collate "C" not null,
  primary key (federation, council, topic, member),
  foreign key (federation, council, topic) references council_topics (federation, council, id),
  foreign key (federation, council, member) references council_members (federation, council, id)
);

create table council_comments (
  federation text collate "C" not null,
  council uuid not null,
  id uuid not null,
  topic uuid not null,
  at timestamptz not null,
  member text collate "C" not null,
  -- Gone where it was taken back.
  words text,
  state text not null default 'shown' check (state in ('shown', 'hidden', 'taken-back')),
  reason text,
  reported boolean not null default false,
  primary key (federation, council, id),
  foreign key (federation, council, topic) references council_topics (federation, council, id),
  foreign key (federation, council, member) references council_members (federation, council, id),
  check ((words is null) = (state = 'taken-back'))
);
create index council_comments_of_topic on council_comments (federation, council, topic, at, id);

create table council_meetings (
  federation text collate "C" not null,
  council uuid not null,
  id uuid not null,
  at timestamptz not null,
  place text not null,
  form text,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  -- Items of the contract's AgendaItem.
  agenda jsonb not null,
  -- Ids of members; null before attendance was taken.
  present text[] collate "C",
  minutes text,
  publish_minutes boolean not null default false,
  revision integer not null default 1,
  primary key (federation, council, id),
  foreign key (federation, council) references councils (federation, id)
);
create index council_meetings_by_time on council_meetings (federation, council, at desc, id desc);

create table council_resolutions (
  federation text collate "C" not null,
  council uuid not null,
  id uuid not null,
  title text not null,
  words text not null,
  ballot uuid,
  topic uuid,
  decided_at timestamptz not null,
  state text not null check (state in ('assigned', 'working', 'reported', 'accepted', 'dropped')),
  responsible text not null,
  -- Days of the Chinese calendar, as text: they are no points in time.
  due text collate "C" not null check (due ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  accepted_at timestamptz,
  acceptance text,
  notice_from text collate "C",
  notice_until text collate "C",
  revision integer not null default 1,
  primary key (federation, council, id),
  foreign key (federation, council) references councils (federation, id),
  foreign key (federation, council, topic) references council_topics (federation, council, id)
);
create index council_resolutions_by_age on council_resolutions (federation, council, decided_at desc, id desc);

create table council_evidence (
  federation text collate "C" not null,
  council uuid not null,
  resolution uuid not null,
  seq integer not null,
  at timestamptz not null,
  words text not null,
  primary key (federation, council, resolution, seq),
  foreign key (federation, council, resolution) references council_resolutions (federation, council, id)
);

create table council_ratings (
  federation text collate "C" not null,
  council uuid not null,
  resolution uuid not null,
  member text collate "C" not null,
  points smallint not null check (points between 1 and 5),
  primary key (federation, council, resolution, member),
  foreign key (federation, council, resolution) references council_resolutions (federation, council, id),
  foreign key (federation, council, member) references council_members (federation, council, id)
);
${Object.entries(tables).map(guard).join('')}

-- Lists and sums across councils: of what is public about them.
create policy report on councils for select using ((select fulian_setting('scope')) = 'report');
create policy report on council_resolutions for select using ((select fulian_setting('scope')) = 'report');
create policy report on council_members for select using ((select fulian_setting('scope')) = 'report');
create policy by_mac on council_sessions for select using (mac = decode(fulian_setting('token'), 'hex'));
create policy sweep on council_sessions using ((select fulian_setting('scope')) = 'sweep');
create policy by_subject on council_members for select using (
  (select fulian_setting('scope')) = 'subject' and subject = (select fulian_setting('subject')));

create table council_log (
  federation text collate "C" not null,
  council uuid not null,
  seq integer not null check (seq >= 1),
  -- Canonical JSON (RFC 8785) of the entry without its hash.
  entry text collate "C" not null,
  hash bytea not null,
  primary key (federation, council, seq)
);
create table council_log_heads (
  federation text collate "C" not null,
  council uuid not null,
  seq integer not null,
  hash bytea not null,
  at timestamptz not null,
  primary key (federation, council)
);
alter table council_log enable row level security, force row level security;
alter table council_log_heads enable row level security, force row level security;
create policy pinned on council_log using ((select fulian_setting('scope')) = 'council'
  and federation = (select fulian_setting('federation')) and council = (select fulian_setting('council'))::uuid);
create policy pinned on council_log_heads using ((select fulian_setting('scope')) = 'council'
  and federation = (select fulian_setting('federation')) and council = (select fulian_setting('council'))::uuid);
grant select, insert on council_log to fulian_app;
grant select, insert, update on council_log_heads to fulian_app;

create function council_log_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'council_log_heads' and tg_level = 'ROW' then
    if new.seq = old.seq + 1 and (new.federation, new.council) = (old.federation, old.council) then return new; end if;
  end if;
  raise exception 'the log of a council only grows' using errcode = 'FL405';
end $$;
create trigger only_grows before update or delete on council_log for each row execute function council_log_only_grows();
create trigger only_grows_whole before truncate on council_log
  for each statement execute function council_log_only_grows();
create trigger only_grows before update or delete on council_log_heads
  for each row execute function council_log_only_grows();
create trigger only_grows_whole before truncate on council_log_heads
  for each statement execute function council_log_only_grows();

-- Adds an entry to the log of a council, in the transaction of what it tells; holds the log until that ends, so that it comes
-- as late in it as can be, but before append_audit. p_body is canonical JSON. The keys of an entry stand in canonical order.
-- The time is the database's, and never before that of the entry before it; p_at is for sample data only. The scope of the
-- transaction is afterwards what it was before.
create function append_council_log(p_federation text, p_council uuid, p_kind text, p_body text,
  p_at timestamptz default null, out seq integer, out at timestamptz, out hash bytea) language plpgsql as $$
declare v_head council_log_heads; v_scope text := coalesce(fulian_setting('scope'), ''); v_of text := coalesce(fulian_setting('federation'), '');
  v_council text := coalesce(fulian_setting('council'), ''); v_entry text;
begin
  perform set_config('fulian.scope', 'council', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.council', p_council::text, true);
  select * into v_head from council_log_heads h
  where h.federation = p_federation and h.council = p_council for update;
  if not found then
    insert into council_log_heads (federation, council, seq, hash, at)
    values (p_federation, p_council, 0, decode(repeat('00', 32), 'hex'), '-infinity') on conflict do nothing;
    select * into v_head from council_log_heads h
    where h.federation = p_federation and h.council = p_council for update;
  end if;
  seq := v_head.seq + 1;
  at := greatest(date_trunc('milliseconds', coalesce(p_at, clock_timestamp())), v_head.at);
  v_entry := format('{"at":"%s","body":%s,"council":"%s-%s","kind":"%s","seq":%s}',
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), p_body, p_federation, p_council, p_kind, seq);
  hash := sha256(convert_to(encode(v_head.hash, 'hex') || E'\\n' || v_entry, 'UTF8'));
  insert into council_log (federation, council, seq, entry, hash) values (p_federation, p_council, seq, v_entry, hash);
  update council_log_heads h set seq = append_council_log.seq, hash = append_council_log.hash,
    at = append_council_log.at
  where h.federation = p_federation and h.council = p_council;
  perform set_config('fulian.scope', v_scope, true), set_config('fulian.federation', v_of, true),
    set_config('fulian.council', v_council, true);
end $$;
`,
      )
      .execute(db);
  },
};
