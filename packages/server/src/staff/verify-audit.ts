import { Client } from 'pg';
import { emptyHead, hashOf, headMacOf, type AuditHead, type AuditRow } from './audit-chain.js';

/** Where a federation's log was known to be, such as when it was last verified or as it was printed. */
export interface KnownHead {
  readonly federation: string;
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
}

/** What was found of one federation's log. */
export interface AuditFinding {
  readonly federation: string;
  readonly entries: number;
  /** Hex; of the last entry that is as it was written. */
  readonly hash: string;
  /** Where it is not as it was written; absent where all of it is. */
  readonly fault?: { readonly seq: number; readonly kind: AuditFault };
}

/**
 * - `missing`: there is an entry further on, or the head says that there was one;
 * - `changed`: the entry, or the one before it, is not the one that was written here;
 * - `head`: the head is not the one that was written after the last entry: there may have been more of them;
 * - `shorter`: less than was known, or another log than was known.
 */
export type AuditFault = 'missing' | 'changed' | 'head' | 'shorter';

interface Row {
  seq: string;
  at: Date;
  actor_kind: 'staff' | 'requester' | 'service';
  actor_id: string | null;
  actor_name: string | null;
  actor_unit: string | null;
  operation: string;
  step: string | null;
  request_id: string | null;
  account_id: string | null;
  row_count: number | null;
  hash: Buffer;
}

/** Entries that are held in memory at once. */
const pageRows = 5_000;

/**
 * Recomputes the audit logs of one federation or of all, as they were at one moment, against their heads and against what
 * is known of them from before. `ownerUrl` is of the role that owns the tables.
 */
export async function verifyAudit(
  ownerUrl: string,
  key: Uint8Array,
  only: string | undefined,
  known: readonly KnownHead[] = [],
): Promise<AuditFinding[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`select set_config('fulian.scope', 'setup', true)`);
    const { rows } = await client.query<{ federation: string }>(
      `select federation from audit_heads union select federation from audit_entries
       union select unnest($1::text[]) order by federation`,
      [known.map(({ federation }) => federation)],
    );
    const findings: AuditFinding[] = [];
    for (const { federation } of rows)
      if (only === undefined || federation === only) findings.push(await verifyOne(client, key, federation, known));
    return findings;
  } finally {
    await client.end();
  }
}

async function verifyOne(
  client: Client,
  key: Uint8Array,
  federation: string,
  known: readonly KnownHead[],
): Promise<AuditFinding> {
  const expected = new Map(
    known.filter((one) => one.federation === federation && one.seq > 0).map((one) => [one.seq, one.hash]),
  );
  let head: AuditHead = emptyHead;
  const found = (fault?: AuditFinding['fault']): AuditFinding => ({
    federation,
    entries: head.seq,
    hash: head.hash.toString('hex'),
    ...(fault && { fault }),
  });
  for (;;) {
    const rows = await pageAfter(client, federation, head.seq);
    for (const row of rows) {
      const seq = head.seq + 1;
      if (Number(row.seq) !== seq) return found({ seq, kind: 'missing' });
      if (!hashOf(key, federation, head.hash, factsOf(row)).equals(row.hash)) return found({ seq, kind: 'changed' });
      const hash = row.hash.toString('hex');
      if (expected.has(seq) && expected.get(seq) !== hash) return found({ seq, kind: 'shorter' });
      expected.delete(seq);
      head = { seq, hash: row.hash };
    }
    if (rows.length < pageRows) break;
  }
  const last = await headOf(client, federation);
  if (last && last.seq > head.seq) return found({ seq: head.seq + 1, kind: 'missing' });
  const ends = last !== undefined && last.seq === head.seq && last.hash.equals(head.hash);
  if (head.seq > 0 && !(ends && last.mac.equals(headMacOf(key, federation, head))))
    return found({ seq: head.seq + 1, kind: 'head' });
  if (expected.size > 0) return found({ seq: head.seq + 1, kind: 'shorter' });
  return found();
}

async function pageAfter(client: Client, federation: string, seq: number): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select seq, at, actor_kind, actor_id, actor_name, actor_unit, operation, step, request_id, account_id, row_count, hash
     from audit_entries where federation = $1 and seq > $2 order by seq limit $3`,
    [federation, seq, pageRows],
  );
  return rows;
}

async function headOf(client: Client, federation: string): Promise<(AuditHead & { readonly mac: Buffer }) | undefined> {
  const { rows } = await client.query<{ seq: string; hash: Buffer; mac: Buffer }>(
    'select seq, hash, mac from audit_heads where federation = $1',
    [federation],
  );
  const [row] = rows;
  return row && { seq: Number(row.seq), hash: row.hash, mac: row.mac };
}

function factsOf(row: Row): Omit<AuditRow, 'hash'> {
  const { actor_id: id, actor_name: name, actor_unit: unit, step, request_id: request, account_id: account } = row;
  return {
    seq: Number(row.seq),
    at: row.at,
    actor: {
      kind: row.actor_kind,
      ...(id !== null && { id }),
      ...(name !== null && { name }),
      ...(unit !== null && { unit }),
    },
    operation: row.operation,
    ...(step !== null && { step }),
    ...(request !== null && { request }),
    ...(account !== null && { account }),
    ...(row.row_count !== null && { rows: row.row_count }),
  };
}
