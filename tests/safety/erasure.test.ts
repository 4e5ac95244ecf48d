/**
 * S8: what a requester wrote and sent is in no file of the database, and where a case's key is deleted the case is: neither
 * the service nor who holds the files and the master key can read it. Searches the files themselves, the log of the
 * database included.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestService, type TestService } from '../../packages/server/src/service-fixture.js';
import { operations } from '../contract/document.js';
import { answerOf, makeOwned, type Owned } from './owned.js';

const county = '990101000000';
/** Random, so that they are nowhere but where this test put them; Chinese around them, as she would write. */
const mark = () => `种${randomBytes(9).toString('hex')}词`;
const planted = { narrative: mark(), fileName: `${mark()}.pdf`, fileText: randomBytes(9).toString('hex') };

let service: TestService;
let kept: Owned;
let deleted: Owned;
/** Of the database server, and in it the folder of this test's database. */
let folder: string;
let own: string;

beforeAll(async () => {
  service = await createTestService();
  kept = await makeOwned(service, county);
  deleted = await makeOwned(service, county, planted);
  const { rows } = await service.admin.query<{ named: string; pid: number; oid: number }>(
    `select current_setting('data_directory') as named, pg_backend_pid() as pid, oid::int
     from pg_database where datname = current_database()`,
  );
  const { named, pid, oid } = rows[0]!;
  // On Linux the server is told its folder by an open descriptor of its own; it works inside that folder.
  folder = named.startsWith('/proc/') ? readlinkSync(`/proc/${pid}/cwd`) : named;
  own = String(oid);
});
afterAll(() => service.close());

/** Every form in which a word could lie in a file. */
function formsOf(word: string): Buffer[] {
  const bytes = Buffer.from(word, 'utf8');
  // Base64 of a text depends on where it begins: the middle is the same for one of three shifts.
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    ),
  );
  return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(word, 'utf16le'), ...shifted];
}

/** Files of this database, of the server's log, and all others, that hold one of these. */
function filesWith(needles: readonly Buffer[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('base/') || path.startsWith(`base/${own}/`))
    .filter((path) => {
      try {
        const bytes = readFileSync(join(folder, path));
        return needles.some((needle) => bytes.includes(needle));
      } catch (error) {
        // Files of passing use come and go.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    });
}

const words = () => [...Object.values(planted), deleted.secret, deleted.draft];
const flush = () => service.admin.query('checkpoint');

describe('S8 the files of the database', () => {
  it('S8 hold no word that she wrote, no name and no content of a file, no secret and no draft key', async () => {
    await flush();
    expect(filesWith(words().flatMap(formsOf))).toEqual([]);
  });

  it('hold what is written in plain, in the log as well, so that this proof can fail', async () => {
    const plain = mark();
    await service.admin.query('create table plain (word text)');
    await service.admin.query('insert into plain values ($1)', [plain]);
    await flush();
    const found = filesWith(formsOf(plain));
    expect(found.some((path) => path.includes('base/'))).toBe(true);
    expect(found.some((path) => path.includes('pg_wal/'))).toBe(true);
  });
});

describe('S8 deleting the key of a case', () => {
  it('S8 deletes the case: it cannot be opened, and its key is in no table any more', async () => {
    const { rows } = await service.admin.query<{ wrapped: Buffer }>(
      'select wrapped from case_keys where request_id = $1',
      [deleted.request],
    );
    const wrapped = rows[0]!.wrapped;
    await flush();
    expect(filesWith([wrapped]).length, 'the key was there').toBeGreaterThan(0);

    const staff = { scope: 'staff', federation: county } as const;
    const { numDeletedRows } = await service.database.scoped(staff, (db) =>
      db
        .deleteFrom('case_keys')
        .where('federation', '=', county)
        .where('request_id', '=', deleted.request)
        .executeTakeFirstOrThrow(),
    );
    expect(numDeletedRows).toBe(1n);

    for (const id of ['readOwnHelpRequest', 'downloadOwnAttachment']) {
      const operation = operations.find((one) => one.id === id)!;
      const gone = await answerOf(service, operation, deleted, {});
      const never = await answerOf(service, operation, { ...deleted, number: '000000000000' }, {});
      expect(gone.status).toBe(404);
      expect(gone).toEqual(never);
      expect((await answerOf(service, operation, kept, {})).status, 'another case').toBe(200);
    }
    // A plain vacuum frees the place of the row and leaves its bytes: the table has to be written anew. The database's
    // log holds them until it has gone round; wrapped, so that only who has the master key as well could use them.
    await service.admin.query('vacuum full case_keys');
    await flush();
    const left = filesWith([wrapped]);
    expect(left.filter((path) => !path.startsWith('pg_wal/'))).toEqual([]);
    await service.admin.query('vacuum');
    await flush();
    expect(filesWith(words().flatMap(formsOf))).toEqual([]);
  });
});
