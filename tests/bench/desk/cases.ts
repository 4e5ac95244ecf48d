import { caseKeyPlace, type FederationKeys } from '../../../packages/server/src/keys/federation-keys.js';
import { newKey, seal } from '../../../packages/server/src/keys/seal.js';
import { asking, county } from '../server/own-service.js';

/** One case, by what addresses it. */
export interface CaseAddress {
  readonly federation: string;
  readonly id: string;
}

/** The share of all cases that belongs to the county whose queue is asked, and the share of those that is open. */
export const inCounty = 0.6;
const isOpen = 1 / 3;

const townships = Array.from({ length: 8 }, (_, at) => `990101${String(at + 11).padStart(3, '0')}000`);
const counties = Array.from({ length: 9 }, (_, at) => `9901${String(at + 11).padStart(2, '0')}000000`);

/**
 * Writes so many cases of the last year: more than half in one county and its townships, a third of them open, each with its key
 * and three events. What is sealed is random bytes of the size that it usually has; see `sealCases`.
 */
export async function writeCases(databaseUrl: string, count: number): Promise<void> {
  await asking(databaseUrl, async (client) => {
    const values = [...townships, ...counties];
    await client.query(`insert into federations (code, name) select code, '单位' from unnest($1::text[]) code`, [
      values,
    ]);
    await client.query(
      `insert into help_requests (federation, id, portal, category, grade, state, submitted_at, first_contact_by, division,
         narrative, asker, contact, risk, consents, number, channel, owner, access_units, assignee, assignee_name, revision,
         last_seq, changed_at, unread, limits, next_limit, next_due, next_due_2, next_due_3, resolved_at, ended_at)
       select o, gen_random_uuid(), o,
         (array['marriage-family', 'domestic-violence', 'labour-rights', 'property', 'mental-health'])[1 + n % 5],
         (array['none', 'none', 'pink', 'orange', 'red'])[1 + (n / 7) % 5],
         case when open then (array['submitted', 'accepted', 'in-progress', 'in-progress'])[1 + (n / 3) % 4] else 'closed' end,
         t, t + interval '3 days', o, bytes(400), bytes(160), bytes(180), bytes(220), bytes(150),
         lpad((100000000000 + n)::text, 12, '0'), (array['web', 'wechat', 'hotline-12338', 'visit'])[1 + n % 4], o, array[o],
         case when n % 4 > 0 then lpad((n % 40)::text, 22, 'w') end, case when n % 4 > 0 then '干部' || n % 40 end, 1 + n % 9, 3,
         t + interval '2 days', n % 11 = 0,
         jsonb_build_array(jsonb_build_object('kind', 'first-contact', 'due', t + interval '3 days', 'due2', t + interval '4 days',
           'due3', t + interval '5 days', 'metAt', t + interval '1 day'), jsonb_build_object('kind', 'resolution', 'due', due,
           'due2', due + interval '3 days', 'due3', due + interval '9 days')),
         case when open then 'resolution' end, case when open then due else 'infinity' end,
         case when open then due + interval '3 days' else 'infinity' end,
         case when open then due + interval '9 days' else 'infinity' end,
         case when not open then t + interval '20 days' end, case when not open then t + interval '30 days' end
       from (select n, now() - n * interval '365 days' / $1::integer t, random() < $2 open,
           now() + (random() * 45 - 5) * interval '1 day' due,
           case when random() < $3 then case when random() < 0.3 then $4
             else ($5::text[])[1 + n % cardinality($5::text[])] end else ($6::text[])[1 + n % cardinality($6::text[])] end o
         from generate_series(1, $1::integer) n) made`.replaceAll(
        /bytes\((\d+)\)/g,
        // `random()` in it: else it is computed once for all rows.
        (_, size: string) => `convert_to(rpad(random()::text, ${size}, md5(n::text)), 'UTF8')`,
      ),
      [count, isOpen, inCounty, county, townships, counties],
    );
    await client.query(
      `insert into case_keys (federation, request_id, wrapped) select federation, id, decode(repeat('00', 61), 'hex') from help_requests
       on conflict do nothing`,
    );
    await client.query(
      `insert into case_events (federation, request_id, seq, at, kind, actor_kind, actor_name, actor_unit, internal, facts)
       select federation, id, seq, submitted_at + seq * interval '1 hour',
         (array['submitted', 'accept', 'claim'])[seq], case seq when 1 then 'requester' else 'staff' end, '示例干部', federation,
         false, '{}' from help_requests cross join generate_series(1, 3) seq`,
    );
    await client.query('analyze');
  });
}

/** Seals some cases for good, spread over the county, so that the service can open them. */
export async function sealCases(
  databaseUrl: string,
  keys: FederationKeys,
  count: number,
): Promise<readonly CaseAddress[]> {
  return asking(databaseUrl, async (client) => {
    const { rows } = await client.query<CaseAddress>(
      `select federation, id from help_requests where county = $1 and ended_at is null order by id limit $2`,
      [county, count],
    );
    for (const { federation, id } of rows) {
      const key = newKey();
      const sealed = (column: string, value: unknown) =>
        seal(key, ['help_requests', column, federation, id], typeof value === 'string' ? value : JSON.stringify(value));
      await client.query(
        `update help_requests set narrative = $3, asker = $4, contact = $5, risk = $6, consents = $7
         where federation = $1 and id = $2`,
        [
          federation,
          id,
          sealed('narrative', '近半年多次发生争吵,孩子在场,希望有人了解情况并帮助申请保护。'.repeat(4)),
          sealed('asker', { asker: { role: 'self' }, identity: { kind: 'named', name: '示例女士' } }),
          sealed('contact', {
            channel: 'phone',
            value: '000-0000-0001',
            days: ['mon', 'tue', 'wed', 'thu', 'fri'],
            from: '09:00',
            to: '17:00',
            mayLeaveMessage: false,
            maySayWhoCalls: false,
          }),
          sealed('risk', { answers: [], childrenPresent: 'unknown', concernedPerson: { underFourteen: 'no' } }),
          sealed('consents', []),
        ],
      );
      await client.query('update case_keys set wrapped = $3 where federation = $1 and request_id = $2', [
        federation,
        id,
        seal(await keys.of(federation), caseKeyPlace(federation, id), key),
      ]);
    }
    await client.query('vacuum analyze');
    return rows;
  });
}
