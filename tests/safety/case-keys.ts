/** What somebody reads in the database who holds the master key as well. */
import { createDecipheriv } from 'node:crypto';
import { unwrapFileKey } from '../../packages/server/src/attachments/file-keys.js';
import { caseKeyPlace } from '../../packages/server/src/keys/federation-keys.js';
import { open, sealOverhead } from '../../packages/server/src/keys/seal.js';
import type { TestService } from '../../packages/server/src/service-fixture.js';

/** Every cell of bytes of every table. */
async function cellsOf({ admin }: TestService): Promise<Buffer[]> {
  const { rows: columns } = await admin.query<{ table_name: string; column_name: string }>(
    `select quote_ident(c.table_name) as table_name, quote_ident(c.column_name) as column_name
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'bytea'`,
  );
  const cells: Buffer[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const { rows } = await admin.query<{ cell: Buffer }>(
      `select ${column} as cell from ${table} where ${column} is not null`,
    );
    cells.push(...rows.map(({ cell }) => cell));
  }
  return cells;
}

/** All keys that can be had: those of the service, and whatever is wrapped under them. */
async function keysOf({ admin, keys }: TestService): Promise<Buffer[]> {
  const found = Object.values(keys).filter((key): key is Buffer => Buffer.isBuffer(key) && key.length === 32);
  const federationKeys = new Map<string, Buffer>();
  const wrapped = await admin.query<{ federation: string; wrapped: Buffer }>('select * from federation_keys');
  for (const row of wrapped.rows)
    federationKeys.set(
      row.federation,
      open(keys.wrapping, ['federation_keys', 'wrapped', row.federation], row.wrapped),
    );
  const caseKeys = await admin.query<{ federation: string; request_id: string; wrapped: Buffer }>(
    'select * from case_keys',
  );
  const opened = new Map(
    caseKeys.rows.map((row) => [
      row.request_id,
      open(federationKeys.get(row.federation)!, caseKeyPlace(row.federation, row.request_id), row.wrapped),
    ]),
  );
  const files = await admin.query<{ federation: string; id: string; request_id: string | null; wrapped_key: Buffer }>(
    'select federation, id, request_id, wrapped_key from attachments',
  );
  const fileKeys = files.rows.flatMap((row) => {
    const key = row.request_id === null ? undefined : opened.get(row.request_id);
    return key ? [unwrapFileKey(key, row, row.wrapped_key)] : [];
  });
  return [...found, ...federationKeys.values(), ...opened.values(), ...fileKeys];
}

/**
 * Whatever every key makes of every cell, as one text. Asks for no place and no tag: sealed bytes are a stream under their key, and who has
 * the key reads them wherever they lie.
 */
export async function readWithAllKeys(service: TestService): Promise<Buffer> {
  const cells = (await cellsOf(service)).filter((cell) => cell.length > sealOverhead);
  const pieces: Buffer[] = [];
  for (const key of await keysOf(service))
    for (const cell of cells) {
      const counter = Buffer.concat([cell.subarray(1, 13), Buffer.from([0, 0, 0, 2])]);
      const stream = createDecipheriv('aes-256-ctr', key, counter);
      pieces.push(stream.update(cell.subarray(13, cell.length - 16)), Buffer.from('\n'));
    }
  return Buffer.concat(pieces);
}
