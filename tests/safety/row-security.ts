/** Row-level security as the database itself knows it: which tables have it, and what a transaction may be set to. */
import type { Client } from 'pg';
import type { Owned } from './owned.js';

/** Settings of a transaction, without the prefix `fulian.`. */
export type Settings = Readonly<Record<string, string>>;

const publicTables = `select c.oid, c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as guarded
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'm', 'v', 'f')`;

/** Tables with row-level security, by name. */
export async function tablesOf(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select name from (${publicTables}) t where guarded order by name`,
  );
  return rows.map((row) => row.name);
}

/**
 * Tables and views that know federations, by the name of a column or by a code in any row, and are not guarded by forced
 * row-level security.
 */
export async function unguardedTables(admin: Client, codes: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; named: boolean }>(
    `select name, exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       and a.attname ~ 'federation|portal') as named
     from (${publicTables}) t where not guarded order by name`,
  );
  const found: string[] = [];
  for (const { name, named } of rows) {
    const holds = `select 1 from ${name} t where t::text ~ $1 limit 1`;
    if (named || (await admin.query(holds, [codes.join('|')])).rowCount === 1) found.push(name);
  }
  return found;
}

/** A fingerprint of all rows of each table, by one statement: a matrix asks for it before and after each of its rows. */
export async function everyRow(admin: Client): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query<{ name: string }>(`select name from (${publicTables}) t order by name`);
  const prints = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as print from ${name} t`,
  );
  const { rows } = await admin.query<{ name: string; print: string }>(prints.join(' union all '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

/** Who holds what: what a transaction of `own` may say of itself, and what it may have heard of `other`. */
export interface Parties {
  readonly own: Owned;
  readonly other: Owned;
}

/** Every scope that a transaction of a federation can have, with its own things and with guessed ones of the other. */
export function scopesOf(federation: string): [title: string, settings: (parties: Parties) => Settings][] {
  const scopes = ['visitor', 'receipt', 'staff', 'totals', 'setup', 'no-such-scope'];
  return [
    ['no settings at all', () => ({})],
    ['a federation without a scope', () => ({ federation })],
    ...scopes.flatMap((scope): [string, (parties: Parties) => Settings][] => [
      [`${scope} of ${federation}`, () => ({ scope, federation })],
      [
        `${scope} of ${federation} with a request, a draft and a number of its own`,
        ({ own }) => ({ scope, federation, request: own.request, draft: own.draftMac, number: own.number }),
      ],
    ]),
    ['a token of its own', ({ own }) => ({ token: own.tokenMac })],
    [`staff of ${federation} with its token`, ({ own }) => ({ scope: 'staff', federation, token: own.tokenMac })],
    ['a scope without a federation', () => ({ scope: 'staff' })],
    ['staff of an empty federation', () => ({ scope: 'staff', federation: '' })],
    [
      `a visitor of ${federation} with the draft of another`,
      ({ other }) => ({ scope: 'visitor', federation, draft: other.draftMac }),
    ],
    [
      `a visitor of ${federation} with the request of another`,
      ({ other }) => ({ scope: 'visitor', federation, request: other.request }),
    ],
    [
      `a receipt of ${federation} with the request of another`,
      ({ other }) => ({ scope: 'receipt', federation, request: other.request }),
    ],
    [
      `members of ${federation} with a council of another`,
      ({ other }) => ({ scope: 'council', federation, council: other.council.council.council }),
    ],
    [
      `members of ${federation} with a council and a ballot of their own`,
      ({ own }) => ({
        scope: 'council',
        federation: own.federation,
        council: own.council.council.council,
        ballot: own.council.ballots.secret.id,
      }),
    ],
    [
      `a ballot of ${federation} with one of another`,
      ({ other }) => ({
        scope: 'ballot',
        federation,
        council: other.council.council.council,
        ballot: other.council.ballots.secret.id,
      }),
    ],
    [
      `a card and a word of ${federation}`,
      ({ own }) => ({ invitation: own.council.invitation, voucher: own.council.voucher }),
    ],
    [`somebody whom a portal of ${federation} names`, () => ({ scope: 'subject', federation, subject: 'nobody' })],
    [
      `staff of ${federation} with the request of another`,
      ({ other }) => ({ scope: 'staff', federation, request: other.request }),
    ],
  ];
}
