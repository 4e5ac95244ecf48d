import { sql, type Migration } from 'kysely';

/** A request is stored by one statement: settings, idempotency, request, key, receipt and files, or nothing at all. */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
create function submit_help_request(p_portal text, p_key bytea, p_body bytea, p_lock bigint, p_now timestamptz,
  p_fresh_since timestamptz, p_answer bytea, p_owner text, p_id uuid, p_number text, p_salt bytea, p_mac bytea,
  p_case_key bytea, p_category text, p_division text, p_grade text, p_first_contact_by timestamptz, p_excluded text[],
  p_narrative bytea, p_asker bytea, p_contact bytea, p_risk bytea, p_needs bytea, p_exclusion_note bytea,
  p_consents bytea, p_draft bytea, p_files text[], p_file_keys bytea[],
  out outcome text, out answer bytea) language plpgsql as $$
declare v_bound integer;
begin
  perform set_config('fulian.scope', 'visitor', true), set_config('fulian.federation', p_portal, true),
    set_config('fulian.request', p_id::text, true), set_config('fulian.number', p_number, true);
  select c.outcome, c.answer into outcome, answer from claim_key(p_portal, p_key, p_body, p_lock, p_fresh_since) c;
  if outcome <> 'new' then return; end if;

  insert into receipts (number, federation, request_id, salt, mac) values (p_number, p_owner, p_id, p_salt, p_mac)
  on conflict (number) do nothing;
  if not found then outcome := 'number-taken'; return; end if;

  perform set_config('fulian.federation', p_owner, true);
  insert into help_requests (federation, id, portal, category, division, grade, submitted_at, first_contact_by,
    excluded_units, narrative, asker, contact, risk, needs, exclusion_note, consents)
  values (p_owner, p_id, p_portal, p_category, p_division, p_grade, p_now, p_first_contact_by,
    p_excluded, p_narrative, p_asker, p_contact, p_risk, p_needs, p_exclusion_note, p_consents);
  insert into case_keys (federation, request_id, wrapped) values (p_owner, p_id, p_case_key);

  perform set_config('fulian.federation', p_portal, true);
  if cardinality(p_files) > 0 then
    perform set_config('fulian.draft', encode(p_draft, 'hex'), true);
    update attachments a set draft_mac = null, address_mac = null, request_federation = p_owner, request_id = p_id,
      wrapped_key = f.key
    from unnest(p_files, p_file_keys) f (id, key)
    where a.federation = p_portal and a.id = f.id and a.draft_mac = p_draft and a.request_id is null and a.stored;
    get diagnostics v_bound = row_count;
    -- A file was removed meanwhile: nothing of this request may stay.
    if v_bound <> cardinality(p_files) then
      raise exception 'an attachment is gone' using errcode = 'FL404';
    end if;
  end if;
  perform keep_answer(p_portal, p_key, p_body, p_answer, p_now);
  outcome := 'stored';
end $$;

-- The receipt of a number, in one round trip with the setting that lets its policy show it.
create function find_receipt(p_number text) returns setof receipts language plpgsql as $$
begin
  perform set_config('fulian.number', p_number, true);
  return query select * from receipts r where r.number = p_number;
end $$;
`,
      )
      .execute(db);
  },
};
