import type { Client } from 'pg';
import { openVote, type BallotPlace } from '../../packages/server/src/ballots/box.js';

/** A row as who holds the whole database sees it, headers included. */
export interface DumpedRow {
  readonly table: string;
  /** Its place in the table's file: page × 10,000 + line. */
  readonly place: number;
  /** The transaction that wrote it, and that locked or deleted it last. */
  readonly xmin: number;
  readonly xmax: number;
  /** Bytes that it takes. */
  readonly size: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A line of the service's own log. */
export interface DumpedLine {
  readonly time: number;
  readonly operationId: string | undefined;
  readonly ms: number;
}

/** All that is there after the fact. */
export interface Dump {
  readonly rows: readonly DumpedRow[];
  readonly lines: readonly DumpedLine[];
  /** Where each sequence stands. */
  readonly sequences: Readonly<Record<string, string>>;
}

/** Takes everything: each row of each table in the order in which it lies there, each sequence, each line of the log. */
export async function dumpOf(admin: Client, lines: readonly string[]): Promise<Dump> {
  const tables = await admin.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  );
  const rows: DumpedRow[] = [];
  for (const { name } of tables.rows) {
    const found = await admin.query<{ ctid: string } & Omit<DumpedRow, 'table' | 'place'>>(
      `select t.ctid::text, t.xmin::text::integer, t.xmax::text::integer, pg_column_size(t.*) as size, to_jsonb(t) as value
       from ${name} t order by t.ctid`,
    );
    for (const { ctid, ...row } of found.rows) {
      const [page, line] = ctid.slice(1, -1).split(',').map(Number);
      rows.push({ table: name, place: page! * 10_000 + line!, ...row });
    }
  }
  const sequences = await admin.query<{ name: string; value: string | null }>(
    `select sequencename::text as name, last_value::text as value from pg_sequences`,
  );
  return {
    rows,
    lines: lines.map((line) => {
      const { time, operationId, ms } = JSON.parse(line) as { time: string; operationId?: string; ms?: number };
      return { time: Date.parse(time), operationId, ms: ms ?? 0 };
    }),
    sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value ?? ''])),
  };
}

/** The same dump to who has the key of the box, too: what lies in it, in the open. */
export function openedDump(dump: Dump, place: BallotPlace, key: Uint8Array): Dump {
  const bytes = (text: unknown) => Buffer.from(String(text).slice(2), 'hex');
  return {
    ...dump,
    rows: dump.rows.map((row) => {
      if (row.table !== 'ballot_boxes' || row.value.ballot !== place.id) return row;
      const receipts = row.value.receipts as string[];
      const votes = (row.value.sealed as string[]).map((sealed, at) => {
        const { paper, choice } = openVote(key, place, bytes(receipts[at]).toString('hex'), bytes(sealed));
        return { paper, choice: JSON.parse(choice) as unknown };
      });
      return { ...row, value: { ...row.value, sealed: votes } };
    }),
  };
}
