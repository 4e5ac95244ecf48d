/** A request as it lies in the database, opened with the service's own keys. */
import {
  openFacts,
  openPiece,
  unwrapFileKey,
  type FileFacts,
  type FileId,
  type FilePart,
} from '../../packages/server/src/attachments/file-keys.js';
import { caseKeyPlace, FederationKeys } from '../../packages/server/src/keys/federation-keys.js';
import { open } from '../../packages/server/src/keys/seal.js';
import type { TestService } from '../../packages/server/src/service-fixture.js';

export interface StoredFile {
  /** As on her device. */
  name: string;
  facts: FileFacts;
  /** As it arrived. */
  original: Buffer;
  /** Without metadata; empty where the original is served. */
  working: Buffer;
}

export interface StoredCase {
  /** Who handles it. */
  federation: string;
  category: string;
  division: string | null;
  grade: string;
  excludedUnits: string[];
  narrative: string | undefined;
  asker: unknown;
  contact: unknown;
  risk: unknown;
  needs: unknown;
  exclusionNote: string | undefined;
  consents: unknown;
  files: StoredFile[];
}

/** Opens the case with this number; fails where there is none. */
export async function readCase(service: TestService, number: string): Promise<StoredCase> {
  const { rows } = await service.admin.query<Record<string, Buffer | null> & { id: string; federation: string }>(
    `select h.*, k.wrapped from receipts r
       join help_requests h on h.id = r.request_id and h.federation = r.federation
       join case_keys k on k.request_id = h.id and k.federation = h.federation
      where r.number = $1`,
    [number],
  );
  const [row] = rows;
  if (!row) throw new Error(`no case has the number ${number}`);
  const { federation, id } = row;
  const federationKey = await new FederationKeys(service.database, service.keys.wrapping, service.clock).of(federation);
  const caseKey = open(federationKey, caseKeyPlace(federation, id), row.wrapped!);
  const text = (column: string) =>
    row[column] ? open(caseKey, ['help_requests', column, federation, id], row[column]).toString('utf8') : undefined;
  const json = (column: string): unknown => {
    const found = text(column);
    return found === undefined ? undefined : JSON.parse(found);
  };
  const plain = row as unknown as {
    category: string;
    division: string | null;
    grade: string;
    excluded_units: string[];
  };
  return {
    federation,
    category: plain.category,
    division: plain.division,
    grade: plain.grade,
    excludedUnits: plain.excluded_units,
    narrative: text('narrative'),
    asker: json('asker'),
    contact: json('contact'),
    risk: json('risk'),
    needs: json('needs'),
    exclusionNote: text('exclusion_note'),
    consents: json('consents'),
    files: await readFiles(service, caseKey, id),
  };
}

interface FileRow {
  federation: string;
  id: string;
  wrapped_key: Buffer;
  name: Buffer;
  facts: Buffer;
}

async function readFiles(service: TestService, caseKey: Buffer, request: string): Promise<StoredFile[]> {
  const { rows } = await service.admin.query<FileRow>(
    'select federation, id, wrapped_key, name, facts from attachments where request_id = $1 order by started_at, id',
    [request],
  );
  return Promise.all(
    rows.map(async (row) => {
      const file = { federation: row.federation, id: row.id };
      const key = unwrapFileKey(caseKey, file, row.wrapped_key);
      return {
        name: open(key, ['attachments', 'name', file.federation, file.id], row.name).toString('utf8'),
        facts: openFacts(key, file, row.facts),
        original: await readPart(service, key, file, 0),
        working: await readPart(service, key, file, 1),
      };
    }),
  );
}

async function readPart(service: TestService, key: Buffer, file: FileId, part: FilePart): Promise<Buffer> {
  const { rows } = await service.admin.query<{ position: number; sealed: Buffer }>(
    'select position, sealed from attachment_pieces where federation = $1 and attachment_id = $2 and part = $3 order by position',
    [file.federation, file.id, part],
  );
  return Buffer.concat(rows.map(({ position, sealed }) => openPiece(key, file, { part, position }, sealed)));
}

/** How many requests there are. */
export async function countCases(service: TestService): Promise<number> {
  const { rows } = await service.admin.query<{ count: number }>('select count(*)::int as count from help_requests');
  return rows[0]!.count;
}

/** Every row of every table as one text: what somebody sees who holds the database and no key. Bytes stand in hex. */
export async function dumpDatabase(service: TestService): Promise<string> {
  const { rows: tables } = await service.admin.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await service.admin.query<{ text: string }>(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return texts.join('\n');
}
