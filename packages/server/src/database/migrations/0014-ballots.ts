import { sql, type Migration } from 'kysely';

/** Tables of which a transaction sees what belongs to the one ballot that it pins, and nothing else. */
const pinnedTables = ['ballot_rolls', 'ballot_boxes', 'ballot_keys', 'ballot_open_votes'];

const pinned = (column: string) => `(select fulian_setting('scope')) = 'ballot'
  and federation = (select fulian_setting('federation')) and council = (select fulian_setting('council'))::uuid
  and ${column} = (select fulian_setting('ballot'))::uuid`;

/**
 * Ballots. The roll and the box of a ballot are one row each, with everything in sorted lists, and written as a whole: no voter and no vote has a row,
 * a place or a transaction number of its own, at no moment (S9). Whether a vote is in time is decided here, by the database's clock.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create table ballots (
  federation text collate "C" not null,
  council uuid not null,
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'awaiting-chair', 'closed', 'cancelled')),
  -- Canonical JSON of the contract's Motion, BallotOption[] and BallotRules.
  motion text not null,
  options text not null,
  rules text not null,
  secret boolean not null,
  revote boolean not null,
  meeting uuid,
  closes_at timestamptz not null,
  -- When it was prepared, then when it opened.
  listed_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  again uuid,
  eligible integer,
  paper_key bytea check (length(paper_key) = 32),
  -- Canonical JSON of the contract's BallotResult.
  result text,
  -- Of all that were counted, sorted.
  receipts bytea[],
  revision integer not null default 1,
  primary key (federation, council, id),
  foreign key (federation, council) references councils (federation, id),
  foreign key (federation, council, again) references ballots (federation, council, id),
  check ((state = 'draft') = (opened_at is null)),
  check ((state in ('closed', 'awaiting-chair')) = (result is not null))
);
create index ballots_by_age on ballots (federation, council, listed_at desc, id desc);
create index ballots_again on ballots (federation, council, again) where again is not null;
create index ballots_due on ballots (closes_at) where state = 'open';
alter table ballots enable row level security, force row level security;
create policy public_reads on ballots for select using ((select fulian_setting('scope')) = 'council' and state <> 'draft'
  and federation = (select fulian_setting('federation')) and council = (select fulian_setting('council'))::uuid);
create policy staff on ballots using ((select fulian_setting('scope')) = 'staff' and fulian_in_scope(federation));
create policy pinned on ballots using (${pinned('id')});
create policy watch on ballots for select using ((select fulian_setting('scope')) = 'watch' and state = 'open');
grant select, insert, update, delete on ballots to fulian_app;

-- What a ballot is about does not change once it is open, and what came out never.
create function ballots_keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'draft' then return old; end if;
  elsif old.state = 'draft' and new.state in ('draft', 'open')
    or (new.motion, new.options, new.rules, new.secret, new.revote, new.closes_at, new.opened_at, new.eligible)
      = (old.motion, old.options, old.rules, old.secret, old.revote, old.closes_at, old.opened_at, old.eligible)
    and new.meeting is not distinct from old.meeting and new.again is not distinct from old.again
    and new.paper_key is not distinct from old.paper_key
    and (old.state = 'open' and new.state in ('awaiting-chair', 'closed', 'cancelled')
      or old.state = 'awaiting-chair' and new.state = 'closed' and new.receipts = old.receipts) then return new;
  end if;
  raise exception 'a ballot that was opened does not change' using errcode = 'FL405';
end $$;
create trigger ballots_keep before update or delete on ballots for each row execute function ballots_keep();

-- Who may vote, sorted; beside each member the blinded element that she asked a paper with, and after the closing whether she did.
create table ballot_rolls (
  federation text collate "C" not null,
  council uuid not null,
  ballot uuid not null,
  members text[] collate "C" not null,
  blinded bytea[],
  given boolean[],
  primary key (federation, council, ballot),
  foreign key (federation, council, ballot) references ballots (federation, council, id)
);

-- What was put in, sorted by receipt; paper and choice are sealed under the box's key, all in one length.
create table ballot_boxes (
  federation text collate "C" not null,
  council uuid not null,
  ballot uuid not null,
  receipts bytea[] not null,
  sealed bytea[] not null,
  primary key (federation, council, ballot),
  foreign key (federation, council, ballot) references ballots (federation, council, id)
);
alter table ballot_boxes alter column sealed set storage external, alter column receipts set storage external;

-- The keys of papers and box of a secret ballot while it is open, sealed under the federation's key.
create table ballot_keys (
  federation text collate "C" not null,
  council uuid not null,
  ballot uuid not null,
  sealed bytea not null,
  primary key (federation, council, ballot),
  foreign key (federation, council, ballot) references ballots (federation, council, id)
);

-- Open ballots only.
create table ballot_open_votes (
  federation text collate "C" not null,
  council uuid not null,
  ballot uuid not null,
  member text collate "C" not null,
  -- Canonical JSON.
  choice text not null,
  salt bytea not null,
  receipt bytea not null,
  primary key (federation, council, ballot, member),
  foreign key (federation, council, ballot) references ballots (federation, council, id)
);
create policy published on ballot_open_votes for select using ((select fulian_setting('scope')) in ('council', 'staff')
  and exists (select from ballots b where (b.federation, b.council, b.id) = (ballot_open_votes.federation,
    ballot_open_votes.council, ballot_open_votes.ballot) and b.state in ('awaiting-chair', 'closed')));
${pinnedTables
  .map(
    (table) => `
alter table ${table} enable row level security, force row level security;
create policy pinned on ${table} using (${pinned('ballot')});
grant select, insert, update, delete on ${table} to fulian_app;`,
  )
  .join('')}
-- From 17 on a role may be let clean up what it does not own.
do $$ begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute 'grant maintain on ballot_rolls, ballot_boxes, ballot_keys to fulian_app';
  end if;
end $$;

-- Opening and closing need the council, its roll and its meetings, and hold the log while they read them.
create policy ballot_reads on councils for select using ((select fulian_setting('scope')) = 'ballot'
  and federation = (select fulian_setting('federation')) and id = (select fulian_setting('council'))::uuid);
${['council_members', 'council_invitations', 'council_meetings', 'council_log_heads']
  .map(
    (table) => `
create policy ballot_reads on ${table} for select using ((select fulian_setting('scope')) = 'ballot'
  and federation = (select fulian_setting('federation')) and council = (select fulian_setting('council'))::uuid);`,
  )
  .join('')}
create policy ballot_locks on council_log_heads for update using ((select fulian_setting('scope')) = 'ballot'
  and federation = (select fulian_setting('federation')) and council = (select fulian_setting('council'))::uuid) with check (false);

create function pin_ballot(p_federation text, p_council uuid, p_ballot uuid) returns void language sql as $$
  select set_config('fulian.scope', 'ballot', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.council', p_council::text, true), set_config('fulian.ballot', p_ballot::text, true) $$;

-- Keys of idempotency in the transaction of what they stand for; the scope is afterwards what it was before.
create function claim_ballot_key(p_federation text, p_key bytea, p_body bytea, p_lock bigint, p_fresh_since timestamptz,
  out outcome text, out answer bytea) language plpgsql as $$
declare v_scope text := coalesce(fulian_setting('scope'), ''); v_of text := coalesce(fulian_setting('federation'), '');
begin
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_federation, true);
  select c.outcome, c.answer into outcome, answer from claim_key(p_federation, p_key, p_body, p_lock, p_fresh_since) c;
  perform set_config('fulian.scope', v_scope, true), set_config('fulian.federation', v_of, true);
end $$;
create function keep_ballot_answer(p_federation text, p_key bytea, p_body bytea, p_answer bytea, p_now timestamptz)
returns void language plpgsql as $$
declare v_scope text := coalesce(fulian_setting('scope'), ''); v_of text := coalesce(fulian_setting('federation'), '');
begin
  if p_key is null then return; end if;
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_federation, true);
  perform keep_answer(p_federation, p_key, p_body, p_answer, p_now);
  perform set_config('fulian.scope', v_scope, true), set_config('fulian.federation', v_of, true);
end $$;

-- A vote in an open ballot with its entry in the log. The entry's time decides whether it was in time, so it is written before that is
-- known: FL409 where it was not, and nothing was written. 'same' where this choice is stored already.
create function cast_open_vote(p_federation text, p_council uuid, p_ballot uuid, p_member text, p_choice text, p_salt bytea,
  p_receipt bytea, out outcome text, out receipt bytea) language plpgsql as $$
declare v_ballot ballots; v_vote ballot_open_votes; v_at timestamptz;
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select * into v_ballot from ballots b
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot and b.state <> 'draft' for share;
  if not found then outcome := 'gone'; return; end if;
  if not exists (select from ballot_rolls r where r.federation = p_federation and r.council = p_council
    and r.ballot = p_ballot and p_member = any (r.members)) then outcome := 'not-eligible'; return; end if;
  if v_ballot.state <> 'open' or v_ballot.closes_at <= clock_timestamp() then outcome := 'not-open'; return; end if;
  if v_ballot.secret then outcome := 'secret'; return; end if;
  insert into ballot_open_votes (federation, council, ballot, member, choice, salt, receipt)
  values (p_federation, p_council, p_ballot, p_member, p_choice, p_salt, p_receipt) on conflict do nothing;
  if not found then
    select * into v_vote from ballot_open_votes v where v.federation = p_federation and v.council = p_council
      and v.ballot = p_ballot and v.member = p_member for update;
    receipt := v_vote.receipt;
    if v_vote.choice = p_choice then outcome := 'same'; return; end if;
    if not v_ballot.revote then outcome := 'counted'; return; end if;
    update ballot_open_votes v set choice = p_choice, salt = p_salt, receipt = p_receipt where v.federation = p_federation
      and v.council = p_council and v.ballot = p_ballot and v.member = p_member;
  end if;
  select l.at into v_at from append_council_log(p_federation, p_council, 'vote-stored',
    format('{"ballot":"%s","receipt":"%s"', p_ballot, encode(p_receipt, 'hex'))
    || coalesce(',"replaces":"' || encode(v_vote.receipt, 'hex') || '"', '') || '}') l;
  if v_at >= v_ballot.closes_at then raise exception 'the time is over' using errcode = 'FL409'; end if;
  receipt := p_receipt;
  outcome := 'stored';
end $$;

-- Hands a member her one paper: 'given' where she asks for the first time, or again with the same blinded element.
create function take_ballot_paper(p_federation text, p_council uuid, p_ballot uuid, p_member text, p_blinded bytea)
returns text language plpgsql as $$
declare v_ballot ballots; v_roll ballot_rolls; v_place integer;
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select * into v_ballot from ballots b
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot and b.state <> 'draft' for share;
  if not found then return 'gone'; end if;
  select * into v_roll from ballot_rolls r
  where r.federation = p_federation and r.council = p_council and r.ballot = p_ballot for update;
  v_place := array_position(v_roll.members, p_member);
  if v_place is null then return 'not-eligible'; end if;
  if v_ballot.state <> 'open' or v_ballot.closes_at <= clock_timestamp() then return 'not-open'; end if;
  if not v_ballot.secret then return 'open'; end if;
  if v_roll.blinded[v_place] = p_blinded then return 'given'; end if;
  if v_roll.blinded[v_place] is not null then return 'other'; end if;
  v_roll.blinded[v_place] := p_blinded;
  update ballot_rolls r set blinded = v_roll.blinded
  where r.federation = p_federation and r.council = p_council and r.ballot = p_ballot;
  return 'given';
end $$;

-- Puts a sealed vote into the box, under the receipt of its paper. 'there' with what is there where the paper was used before; it is
-- replaced where the rules allow that and p_before is still what is there. Knows nobody.
create function put_into_box(p_federation text, p_council uuid, p_ballot uuid, p_receipt bytea, p_sealed bytea,
  p_before bytea, out outcome text, out sealed bytea) language plpgsql as $$
declare v_ballot ballots; v_box ballot_boxes; v_place integer;
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select * into v_ballot from ballots b
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot and b.state <> 'draft' for share;
  if not found then outcome := 'gone'; return; end if;
  select * into v_box from ballot_boxes x
  where x.federation = p_federation and x.council = p_council and x.ballot = p_ballot for update;
  -- After both locks: what waited for them past the closing is late.
  if v_ballot.state <> 'open' or not v_ballot.secret or v_ballot.closes_at <= clock_timestamp() then
    outcome := 'not-open'; return;
  end if;
  v_place := array_position(v_box.receipts, p_receipt);
  if v_place is null then
    select array_agg(e.receipt order by e.receipt), array_agg(e.sealed order by e.receipt) into v_box.receipts, v_box.sealed
    from (select * from unnest(v_box.receipts, v_box.sealed) b (receipt, sealed)
      union all select p_receipt, p_sealed) e (receipt, sealed);
  elsif p_before is null or not v_ballot.revote or v_box.sealed[v_place] <> p_before then
    outcome := 'there'; sealed := v_box.sealed[v_place]; return;
  else
    v_box.sealed[v_place] := p_sealed;
  end if;
  update ballot_boxes x set receipts = v_box.receipts, sealed = v_box.sealed
  where x.federation = p_federation and x.council = p_council and x.ballot = p_ballot;
  outcome := 'stored';
end $$;

-- Where a member stands; no row where the ballot is none, or a draft. p_held is whether she is on the roll that it opened with.
create function own_ballot(p_federation text, p_council uuid, p_ballot uuid, p_member text)
returns table (eligible boolean, has_paper boolean, choice text, receipt bytea, may_vote boolean) language plpgsql as $$
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  return query select s.place is not null, coalesce(r.blinded[s.place] is not null or r.given[s.place], false), v.choice,
    v.receipt, s.place is not null and b.state = 'open' and b.closes_at > clock_timestamp()
      and (v.member is null or b.revote)
  from ballots b
  join ballot_rolls r on (r.federation, r.council, r.ballot) = (b.federation, b.council, b.id)
  cross join lateral (select array_position(r.members, p_member) as place) s
  left join ballot_open_votes v on (v.federation, v.council, v.ballot, v.member) = (b.federation, b.council, b.id, p_member)
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot and b.state <> 'draft';
end $$;

-- How far a ballot is: who may vote, papers that were handed out, votes that are in.
create function ballot_progress(p_federation text, p_council uuid, p_ballot uuid,
  out eligible integer, out papers integer, out votes integer) language plpgsql as $$
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select cardinality(r.members), (select count(*)::integer from unnest(r.blinded) b where b is not null)
    + (select count(*)::integer from unnest(r.given) g where g)
  into eligible, papers from ballot_rolls r where r.ballot = p_ballot;
  select coalesce((select cardinality(x.receipts) from ballot_boxes x where x.ballot = p_ballot),
    (select count(*)::integer from ballot_open_votes v where v.ballot = p_ballot)) into votes;
end $$;

-- The last step of opening, in a transaction that holds ballot and log.
create function open_ballot(p_federation text, p_council uuid, p_ballot uuid, p_members text[], p_paper_key bytea,
  p_keys bytea, p_body text, p_audit jsonb) returns void language plpgsql as $$
declare v_at timestamptz;
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select l.at into v_at from append_council_log(p_federation, p_council, 'ballot-opened', p_body) l;
  update ballots b set state = 'open', opened_at = v_at, listed_at = v_at, eligible = cardinality(p_members),
    paper_key = p_paper_key, revision = b.revision + 1
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot;
  insert into ballot_rolls (federation, council, ballot, members, blinded)
  values (p_federation, p_council, p_ballot, p_members,
    case when p_keys is not null then array_fill(null::bytea, array[cardinality(p_members)]) end);
  if p_keys is not null then
    insert into ballot_keys (federation, council, ballot, sealed) values (p_federation, p_council, p_ballot, p_keys);
    insert into ballot_boxes (federation, council, ballot, receipts, sealed)
    values (p_federation, p_council, p_ballot, '{}', '{}');
  end if;
  perform append_audit(p_audit);
end $$;

-- The last step of closing, in a transaction that holds the ballot: the box, its key and the blinded elements are gone.
create function close_ballot(p_federation text, p_council uuid, p_ballot uuid, p_state text, p_result text,
  p_receipts bytea[], p_body text, p_audit jsonb) returns void language plpgsql as $$
declare v_at timestamptz;
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select l.at into v_at from append_council_log(p_federation, p_council, 'ballot-closed', p_body) l;
  update ballots b set state = p_state, result = p_result, receipts = p_receipts, closed_at = v_at,
    revision = b.revision + 1
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot;
  perform empty_ballot();
  perform append_audit(p_audit);
end $$;

create function empty_ballot() returns void language sql as $$
  delete from ballot_boxes where ballot = fulian_setting('ballot')::uuid;
  delete from ballot_keys where ballot = fulian_setting('ballot')::uuid;
  update ballot_rolls set blinded = null,
    given = (select array_agg(b.element is not null order by b.place)
      from unnest(blinded) with ordinality b (element, place))
  where ballot = fulian_setting('ballot')::uuid and blinded is not null;
$$;

-- Drops a draft; an open ballot ends uncounted, with what was voted destroyed.
create function cancel_ballot(p_federation text, p_council uuid, p_ballot uuid, p_revision integer, p_audit jsonb)
returns text language plpgsql as $$
declare v_ballot ballots; v_at timestamptz;
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  select * into v_ballot from ballots b
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot for update;
  if not found then return 'gone'; end if;
  if v_ballot.revision <> p_revision then return 'moved'; end if;
  if v_ballot.state = 'draft' then
    delete from ballots b where b.federation = p_federation and b.council = p_council and b.id = p_ballot;
  elsif v_ballot.state = 'open' then
    select l.at into v_at from append_council_log(p_federation, p_council, 'ballot-cancelled',
      format('{"ballot":"%s"}', p_ballot)) l;
    update ballots b set state = 'cancelled', closed_at = v_at, revision = b.revision + 1
    where b.federation = p_federation and b.council = p_council and b.id = p_ballot;
    perform empty_ballot();
    delete from ballot_open_votes v where v.federation = p_federation and v.council = p_council and v.ballot = p_ballot;
  else
    return 'refused';
  end if;
  perform append_audit(p_audit);
  return 'cancelled';
end $$;

-- The chair's vote where a closed ballot is tied; the log is held by who asks.
create function decide_ballot(p_federation text, p_council uuid, p_ballot uuid, p_result text, p_body text)
returns void language plpgsql as $$
begin
  perform pin_ballot(p_federation, p_council, p_ballot);
  perform append_council_log(p_federation, p_council, 'casting-vote', p_body);
  update ballots b set state = 'closed', result = p_result, revision = b.revision + 1
  where b.federation = p_federation and b.council = p_council and b.id = p_ballot;
end $$;
`,
      )
      .execute(db);
  },
};
