import { accessUnits } from '@fulian/contract/rules/case';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { AppParts } from '../app.js';
import { rowOf } from '../cases/case-rows.js';
import { CaseSeals } from '../cases/case-seals.js';
import { marksOf } from '../cases/marks.js';
import { sealContents } from '../help-requests/contents.js';
import { caseKeyPlace, FederationKeys } from '../keys/federation-keys.js';
import { macOf } from '../keys/keyring.js';
import { newKey, seal } from '../keys/seal.js';
import { demoCases, type DemoCase } from './case-journeys.js';
import { demoTree } from './tree.js';

type Row = Readonly<Record<string, unknown>>;

/** Cases that are written by one statement. */
const atOnce = 500;
const filled = ['help_requests', 'case_keys', 'receipts', 'case_events', 'case_marks', 'case_guests'] as const;
/** Computed by the database. */
const generated = new Set(['county']);

/**
 * Fills the demo county with some 2,000 cases of a year, unless it has them already. Written past the service, because it writes one case
 * at a time and only such as come now; sealed and marked as the service does it.
 */
export async function seedDemoCases(
  { database, keys, clock }: Pick<AppParts, 'database' | 'keys' | 'clock'>,
  ownerUrl: string,
  count = 2_000,
): Promise<void> {
  const tree = demoTree();
  const now = clock.now();
  // The first one is the same whenever it is made.
  if (await isThere(database, demoCases(tree, now, 1)[0]!)) return;
  const cases = demoCases(tree, now, count);
  const federationKeys = new FederationKeys(database, keys.wrapping, clock);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    // The owner of the tables is bound by their policies, too.
    for (const table of filled) await client.query(`alter table ${table} no force row level security`);
    for (let from = 0; from < cases.length; from += atOnce) {
      const rows = await Promise.all(cases.slice(from, from + atOnce).map((one) => rowsOf(one, keys, federationKeys)));
      for (const table of filled)
        await insert(
          client,
          table,
          rows.flatMap((one) => one[table]),
        );
    }
    for (const table of filled) await client.query(`alter table ${table} force row level security`);
    await client.query('commit');
    await client.query('analyze help_requests, case_events');
  } finally {
    await client.end();
  }
}

async function isThere(database: AppParts['database'], { facts, id }: DemoCase): Promise<boolean> {
  const found = await database.scoped({ scope: 'staff', federation: facts.home }, (db) =>
    db
      .selectFrom('case_keys')
      .select('request_id')
      .where('federation', '=', facts.home)
      .where('request_id', '=', id)
      .execute(),
  );
  if (found.length > 0) return true;
  const scope = { scope: 'receipt', federation: facts.home, request: id } as const;
  const rows = await database.scoped(scope, (db) =>
    db.selectFrom('help_requests').select('id').where('federation', '=', facts.home).where('id', '=', id).execute(),
  );
  return rows.length > 0;
}

async function rowsOf(
  one: DemoCase,
  keys: AppParts['keys'],
  federationKeys: FederationKeys,
): Promise<Record<(typeof filled)[number], Row[]>> {
  const { facts, id, submission, submittedAt } = one;
  const place = { home: facts.home, id };
  const key = { federation: facts.home, request_id: id };
  const caseKey = newKey();
  const wrapped = seal(await federationKeys.of(facts.home), caseKeyPlace(facts.home, id), caseKey);
  const seals = await CaseSeals.open(federationKeys, place, wrapped);
  const contents = sealContents(caseKey, { federation: facts.home, request: id }, submission, submittedAt);
  const marks = marksOf(keys.marks, submission);
  const salt = randomBytes(16);
  return {
    help_requests: [
      {
        ...rowOf(facts),
        federation: facts.home,
        id,
        portal: facts.home,
        category: facts.category,
        division: one.division,
        submitted_at: submittedAt,
        first_contact_by: facts.limits.find((limit) => limit.kind === 'first-contact')?.due ?? submittedAt,
        excluded_units: [],
        narrative: hex(contents.narrative),
        asker: hex(contents.asker),
        contact: hex(contents.contact),
        risk: hex(contents.risk),
        needs: hex(contents.needs),
        exclusion_note: hex(contents.exclusionNote),
        consents: hex(contents.consents),
        number: one.number,
        channel: one.channel,
        changed_at: one.changedAt,
        plan: one.plan ? hex(seals.sealColumn('plan', one.plan)) : null,
        marks: marks.map(({ mark }) => hex(mark)),
      },
    ],
    case_keys: [{ ...key, wrapped: hex(wrapped) }],
    // Nobody was given their secrets.
    receipts: [
      { ...key, number: one.number, salt: hex(salt), mac: hex(macOf(keys.receipt, salt, one.number, randomBytes(16))) },
    ],
    case_events: one.events.map(({ seq, at, kind, internal, facts: about, words, actor }) => ({
      ...key,
      seq,
      at,
      kind,
      ...(typeof actor === 'string'
        ? { actor_kind: actor }
        : { actor_kind: 'staff', actor_id: actor.id, actor_name: actor.name, actor_unit: actor.unit }),
      internal,
      facts: about,
      words: words === undefined ? null : hex(seals.sealWords(seq, words)),
    })),
    case_marks: marks.map(({ kind, mark }) => ({ ...key, kind, mark: hex(mark) })),
    case_guests: accessUnits(facts)
      .slice(1)
      .map((unit) => ({ ...key, unit })),
  };
}

/** Writes rows of one shape; who seeds at the same time has written the same. */
async function insert(client: Client, table: (typeof filled)[number], rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .filter((name) => !generated.has(name))
    .join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

function hex(bytes: Buffer | null): string | null {
  return bytes && `\\x${bytes.toString('hex')}`;
}
