import { sql, type Migration } from 'kysely';

/** How members of councils come in: by a card, by the word of a portal, and then by their tokens. */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
-- Whose token it is; no row where it opens nothing now. Members who left keep what they have begun in ballots.
create function open_member_token(p_mac bytea, p_now timestamptz) returns table (federation text, council uuid, id text,
  name text, role text, has_left boolean, expires_at timestamptz) language plpgsql as $$
declare v_session council_sessions;
begin
  perform set_config('fulian.scope', '', true), set_config('fulian.token', encode(p_mac, 'hex'), true);
  select * into v_session from council_sessions s where s.mac = p_mac and s.expires_at > p_now;
  if not found then return; end if;
  perform set_config('fulian.scope', 'council', true), set_config('fulian.federation', v_session.federation, true),
    set_config('fulian.council', v_session.council::text, true);
  return query select m.federation, m.council, m.id, m.name, m.role, m.left_at is not null, v_session.expires_at
  from council_members m
  where m.federation = v_session.federation and m.council = v_session.council and m.id = v_session.member;
end $$;

-- Opens a session of a member who is on the roll; no row for anybody else. The oldest beyond a number end.
create function start_member_session(p_federation text, p_council uuid, p_member text, p_now timestamptz, p_mac bytea,
  p_expires timestamptz, p_most integer) returns table (federation text, council uuid, id text, name text, role text)
language plpgsql as $$
begin
  perform set_config('fulian.scope', 'council', true), set_config('fulian.federation', p_federation, true),
    set_config('fulian.council', p_council::text, true);
  if not exists (select from council_members m where m.federation = p_federation and m.council = p_council
    and m.id = p_member and m.left_at is null) then return; end if;
  delete from council_sessions s where s.federation = p_federation and s.council = p_council and s.member = p_member
    and (s.expires_at <= p_now or s.mac in (
      select o.mac from council_sessions o
      where o.federation = p_federation and o.council = p_council and o.member = p_member
      order by o.created_at desc offset p_most - 1));
  insert into council_sessions (federation, council, mac, member, created_at, expires_at)
  values (p_federation, p_council, p_mac, p_member, p_now, p_expires);
  return query select m.federation, m.council, m.id, m.name, m.role from council_members m
  where m.federation = p_federation and m.council = p_council and m.id = p_member;
end $$;

-- By the code of a card: until it expires unused, then for some hours from its first use. Two cards with one code, which
-- chance will never bring about, open nothing.
create function open_session_by_code(p_code bytea, p_federation text, p_council uuid, p_now timestamptz, p_hours integer,
  p_mac bytea, p_expires timestamptz, p_most integer)
returns table (federation text, council uuid, id text, name text, role text) language plpgsql as $$
declare v_card council_invitations;
begin
  perform set_config('fulian.scope', '', true), set_config('fulian.invitation', encode(p_code, 'hex'), true);
  if (select count(*) from council_invitations i where i.mac = p_code) <> 1 then return; end if;
  update council_invitations i set first_used_at = coalesce(i.first_used_at, p_now)
  where i.mac = p_code
    and case when i.first_used_at is null then i.expires_at > p_now
      else i.first_used_at + make_interval(hours => p_hours) > p_now end
    and (p_council is null or (i.federation, i.council) = (p_federation, p_council))
  returning i.* into v_card;
  if not found then return; end if;
  return query select * from start_member_session(v_card.federation, v_card.council, v_card.member, p_now, p_mac,
    p_expires, p_most);
end $$;

-- By the word of a portal, which counts once. Whoever is on several rolls must say which is meant.
create function open_session_by_subject(p_subject text, p_within text, p_federation text, p_council uuid, p_voucher bytea,
  p_forgettable timestamptz, p_now timestamptz, p_mac bytea, p_expires timestamptz, p_most integer)
returns table (federation text, council uuid, id text, name text, role text) language plpgsql as $$
declare v_found council_members[];
begin
  perform set_config('fulian.scope', 'subject', true), set_config('fulian.subject', p_subject, true),
    set_config('fulian.voucher', encode(p_voucher, 'hex'), true);
  select array_agg(m) into v_found from council_members m
  where m.subject = p_subject and m.left_at is null
    and (p_council is null or (m.federation, m.council) = (p_federation, p_council))
    and (p_within is null or starts_with(m.federation, fulian_prefix(p_within)));
  if cardinality(v_found) is distinct from 1 then return; end if;
  insert into council_vouchers (mac, federation, expires_at) values (p_voucher, v_found[1].federation, p_forgettable)
  on conflict do nothing;
  if not found then return; end if;
  return query select * from start_member_session(v_found[1].federation, v_found[1].council, v_found[1].id, p_now, p_mac,
    p_expires, p_most);
end $$;
`,
      )
      .execute(db);
  },
};
