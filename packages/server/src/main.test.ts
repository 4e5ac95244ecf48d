import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/database.js';

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'fulian-main-'));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly ended: Promise<{ code: number | null; err: string }>;
}

/** Runs main.ts as it is, with its own environment. */
function run(env: Record<string, string>): Run {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=fulian-source', main], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, DATABASE_URL: database.url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, err })),
  );
  return { child, out: () => out, ended };
}

describe('a service that cannot start', () => {
  it.concurrent.each([
    [
      'an unreachable database',
      { DATABASE_URL: 'postgres://u:s3cret@127.0.0.1:1/x' },
      'The database 127.0.0.1:1/x cannot be used (ECONNREFUSED): start it or correct DATABASE_URL.',
    ],
    ['a gap in its configuration', { PORT: 'http' }, 'PORT is not usable: it must be a whole number from 0 to 65535.'],
    [
      'a key that is none',
      { FULIAN_MASTER_KEY: 'abc' },
      'FULIAN_MASTER_KEY is not a key: it needs 32 random bytes in base64 or 64 hex digits.',
    ],
    [
      'a data folder that is none',
      { DATA_DIR: '/dev/null' },
      'The key file /dev/null/keys/master.key cannot be used (ENOTDIR). Set DATA_DIR.',
    ],
  ])('says why in one line: %s', async (_, env, line) => {
    expect(await run(env).ended).toEqual({ code: 1, err: `fulian: ${line}\n` });
  });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    expect(await run({ PORT: String(port) }).ended).toEqual({
      code: 1,
      err: `fulian: Port ${port} on 127.0.0.1 is taken: stop the other program or set PORT.\n`,
    });
    other.close();
  });
});

it('a service says that it is ready, serves, and stops in good order', async () => {
  const service = run({});
  await expect.poll(service.out, { timeout: 20_000 }).toContain('"event":"ready"');
  const ready = service
    .out()
    .split('\n')
    .find((line) => line.includes('"event":"ready"'))!;
  const { address } = JSON.parse(ready) as { address: string };
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(statSync(join(folder, 'keys', 'master.key')).mode & 0o777).toBe(0o600);
  service.child.kill('SIGTERM');
  expect(await service.ended).toEqual({ code: 0, err: '' });

  const other = run({ FULIAN_MASTER_KEY: '00'.repeat(32) });
  expect(await other.ended).toEqual({
    code: 1,
    err: 'fulian: The master key is not the one of this database: restore the key file or FULIAN_MASTER_KEY.\n',
  });
});
