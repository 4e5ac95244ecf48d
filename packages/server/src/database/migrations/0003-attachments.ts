import { sql, type Migration } from 'kysely';

/** Files of drafts and requests, and the functions that keep their limits whoever sends at the same time. */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table attachments (
  federation text collate "C" not null,
  id text collate "C" not null,
  draft_mac bytea,
  address_mac bytea,
  request_federation text collate "C",
  request_id uuid,
  size integer not null check (size between 1 and 20971520),
  received integer not null default 0 check (received between 0 and size),
  pieces integer not null default 0,
  stored boolean not null default false,
  wrapped_key bytea not null,
  name bytea not null,
  facts bytea,
  working_size integer,
  started_at timestamptz not null,
  primary key (federation, id),
  check ((draft_mac is null) = (request_id is not null)),
  check (stored = (facts is not null)),
  check (request_id is null or stored)
);
create index attachments_of_draft on attachments (federation, draft_mac) where request_id is null;
create index attachments_unsubmitted on attachments (started_at) where request_id is null;
create index attachments_of_request on attachments (federation, request_id) where request_id is not null;
alter table attachments enable row level security, force row level security;
create policy draft_holder on attachments using (
    fulian_setting('scope') = 'visitor' and federation = fulian_setting('federation') and (
      request_id is null and draft_mac = decode(fulian_setting('draft'), 'hex')
      -- The row after it was bound to the request that is being submitted.
      or request_id = fulian_setting('request')::uuid))
  with check (fulian_setting('scope') = 'visitor' and federation = fulian_setting('federation'));
create policy requester_reads on attachments for select using (
  fulian_setting('scope') = 'receipt' and request_id = fulian_setting('request')::uuid);
create policy staff_reads on attachments for select using (
  fulian_setting('scope') = 'staff' and exists (
    select from help_requests r where r.federation = request_federation and r.id = request_id));
create policy totals on attachments for select using (
  fulian_setting('scope') = 'totals' and federation = fulian_setting('federation') and request_id is null);
create policy sweep on attachments using (fulian_setting('scope') = 'sweep' and request_id is null);
grant select, insert, update, delete on attachments to fulian_app;

create table attachment_pieces (
  federation text collate "C" not null,
  attachment_id text collate "C" not null,
  part smallint not null check (part in (0, 1)),
  position integer not null,
  sealed bytea not null,
  primary key (federation, attachment_id, part, position),
  foreign key (federation, attachment_id) references attachments (federation, id) on delete cascade
);
-- Ciphertext does not compress.
alter table attachment_pieces alter column sealed set storage external;
alter table attachment_pieces enable row level security, force row level security;
create policy with_attachment on attachment_pieces using (exists (
  select from attachments a where a.federation = attachment_pieces.federation and a.id = attachment_id));
grant select, insert on attachment_pieces to fulian_app;

-- Whether a key is new, running, used with the same body (then its answer) or used with another one. Holds the key
-- until the transaction ends.
create function claim_key(p_federation text, p_key bytea, p_body bytea, p_lock bigint, p_fresh_since timestamptz,
  out outcome text, out answer bytea) language plpgsql as $$
declare v_row idempotency_keys;
begin
  if not pg_try_advisory_xact_lock(p_lock) then outcome := 'running'; return; end if;
  select * into v_row from idempotency_keys k where k.federation = p_federation and k.key_mac = p_key;
  if not found or v_row.created_at <= p_fresh_since then outcome := 'new';
  elsif v_row.body_mac = p_body then outcome := 'replay'; answer := v_row.answer;
  else outcome := 'reused'; end if;
end $$;

create function keep_answer(p_federation text, p_key bytea, p_body bytea, p_answer bytea, p_now timestamptz)
returns void language sql as $$
  insert into idempotency_keys (federation, key_mac, body_mac, answer, created_at)
  values (p_federation, p_key, p_body, p_answer, p_now)
  on conflict (federation, key_mac) do update set body_mac = p_body, answer = p_answer, created_at = p_now $$;

create function start_attachment(p_federation text, p_key bytea, p_body bytea, p_lock bigint, p_now timestamptz,
  p_fresh_since timestamptz, p_answer bytea, p_id text, p_draft bytea, p_address bytea, p_size integer, p_name bytea,
  p_wrapped_key bytea, p_draft_files integer, p_address_files integer, p_address_bytes bigint, p_federation_bytes bigint,
  out outcome text, out answer bytea) language plpgsql as $$
declare v_files bigint; v_bytes bigint; v_all bigint;
begin
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.draft', encode(p_draft, 'hex'), true);
  select c.outcome, c.answer into outcome, answer from claim_key(p_federation, p_key, p_body, p_lock, p_fresh_since) c;
  if outcome <> 'new' then return; end if;
  -- One at a time for a draft and for an address, so that a limit cannot be passed by asking twice at once.
  perform pg_advisory_xact_lock(hashtextextended(encode(p_draft, 'hex'), 1));
  perform pg_advisory_xact_lock(hashtextextended(encode(p_address, 'hex'), 2));
  select count(*) into v_files from attachments where federation = p_federation and draft_mac = p_draft
    and request_id is null;
  if v_files >= p_draft_files then outcome := 'too-many'; return; end if;
  perform set_config('fulian.scope', 'totals', true);
  select count(*) filter (where address_mac = p_address), coalesce(sum(size) filter (where address_mac = p_address), 0),
    coalesce(sum(size), 0) into v_files, v_bytes, v_all
  from attachments where federation = p_federation and request_id is null;
  perform set_config('fulian.scope', 'visitor', true);
  if v_files >= p_address_files or v_bytes + p_size > p_address_bytes or v_all + p_size > p_federation_bytes then
    outcome := 'full'; return;
  end if;
  insert into attachments (federation, id, draft_mac, address_mac, size, wrapped_key, name, started_at)
  values (p_federation, p_id, p_draft, p_address, p_size, p_wrapped_key, p_name, p_now);
  perform keep_answer(p_federation, p_key, p_body, p_answer, p_now);
  outcome := 'stored';
end $$;

-- Adds a piece where it follows what has arrived; otherwise says how far it is ('moved').
create function append_piece(p_federation text, p_draft bytea, p_id text, p_position integer, p_length integer,
  p_sealed bytea, p_max_pieces integer, out outcome text, out received integer) language plpgsql as $$
declare v_pieces integer;
begin
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.draft', encode(p_draft, 'hex'), true);
  select a.received, a.pieces into received, v_pieces from attachments a
  where a.federation = p_federation and a.id = p_id and a.draft_mac = p_draft for update;
  if not found then outcome := 'gone';
  elsif received <> p_position then outcome := 'moved';
  elsif v_pieces >= p_max_pieces then outcome := 'too-small';
  else
    received := p_position + p_length;
    update attachments a set received = append_piece.received, pieces = v_pieces + 1
    where a.federation = p_federation and a.id = p_id;
    insert into attachment_pieces (federation, attachment_id, part, position, sealed)
    values (p_federation, p_id, 0, p_position, p_sealed);
    outcome := 'appended';
  end if;
end $$;
`,
      )
      .execute(db);
  },
};
