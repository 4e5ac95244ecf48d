import { sql, type Migration } from 'kysely';

/**
 * Who holds a receipt reads files under the federation through whose form they came, as the service asks for them, and not
 * under any other; and only who holds the draft adds pieces to a file: what may be read must not be changed thereby.
 */
export const migration: Migration = {
  async up(db) {
    await sql
      .raw(
        `
drop policy requester_reads on attachments;
create policy requester_reads on attachments for select using (
  fulian_setting('scope') = 'receipt' and federation = fulian_setting('federation')
  and request_id = fulian_setting('request')::uuid);

drop policy with_attachment on attachment_pieces;
create policy with_attachment on attachment_pieces for select using (exists (
  select from attachments a where a.federation = attachment_pieces.federation and a.id = attachment_id));
create policy draft_holder_adds on attachment_pieces for insert with check (
  fulian_setting('scope') = 'visitor' and exists (
    select from attachments a where a.federation = attachment_pieces.federation and a.id = attachment_id
      and a.request_id is null));
`,
      )
      .execute(db);
  },
};
