import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEmbedded, type EmbeddedServer } from './embedded.js';
import { startTimeOf, waitUntilGone } from './embedded-process.js';

const quiet = { info: () => undefined, warn: () => undefined };
const service = fileURLToPath(new URL('../testing/embedded-service.ts', import.meta.url));
/** What was started in a test and may still run after it; only these are ever ended. */
const started: ChildProcess[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fulian-embedded-'));
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  // Whatever still runs in the folder is ours: take it over and stop it in good order.
  if (existsSync(join(dataDir, 'postgres')))
    await startEmbedded({ dataDir, log: quiet }).then((server) => server.stop());
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts a service as a process of its own and waits for its first line. */
async function startService(): Promise<{ child: ChildProcess; says: string; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', service, dataDir], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [says]: string[] = await once(createInterface(child.stdout), 'line');
  return { child, says: says!, url: says!.replace(/^ready /, '') };
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Asks again until the database answers; fails where it does not within `ms`. */
async function queryWithin<Row>(ms: number, url: string, sql: string): Promise<Row[]> {
  const end = performance.now() + ms;
  for (;;) {
    try {
      return await query<Row>(url, sql);
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function killAndWait(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('startEmbedded', () => {
  it('S10 keeps what was committed when its service is killed, and is ready again within 5 s', async () => {
    const first = await startService();
    await query(first.url, 'create table kept as select 42 as answer');
    const orphan = postmasterOf(dataDir);
    const began = startTimeOf(orphan)!;
    await killAndWait(first.child);
    expect(startTimeOf(orphan), 'the database outlives its service').toBe(began);

    const start = performance.now();
    const second = await startService();
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(startTimeOf(orphan), 'the orphan was stopped').not.toBe(began);
  });

  it('S10 starts the database again on the same address when it is killed itself', async () => {
    const { url } = await startService();
    await query(url, 'create table kept as select 42 as answer');
    const killed = postmasterOf(dataDir);
    const began = startTimeOf(killed)!;
    process.kill(killed, 'SIGKILL');
    expect(await waitUntilGone(killed, began, 2_000)).toBe(true);
    expect(await queryWithin(5_000, url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(postmasterOf(dataDir)).not.toBe(killed);
  });

  it('starts after its service and its database were killed together', async () => {
    const { child, url } = await startService();
    await query(url, 'create table kept as select 42 as answer');
    const killed = postmasterOf(dataDir);
    const began = startTimeOf(killed)!;
    await killAndWait(child);
    process.kill(killed, 'SIGKILL');
    await waitUntilGone(killed, began, 2_000);
    const again = await startService();
    expect(await query(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts in a folder where a start was killed half-way', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', service, dataDir], { stdio: 'ignore' });
    started.push(child);
    await vi.waitUntil(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.unfinished-')), 10_000);
    await killAndWait(child);
    const again = await startService();
    expect(again.says).toMatch(/^ready /);
    expect(readdirSync(dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('refuses a second service on the same folder in one line that names the first, and lets it in once that is dead', async () => {
    const first = await startService();
    const second = await startService();
    expect(second.says).toBe(
      `failed folder-in-use The data folder ${dataDir} is in use by another service (process ${first.child.pid}). Stop that one, or set DATA_DIR to another folder.`,
    );
    expect(await query(first.url, 'select 1 as one'), 'the first is not disturbed').toEqual([{ one: 1 }]);
    await killAndWait(first.child);
    expect((await startService()).says).toMatch(/^ready /);
  });

  it('never ends a process that is not its own, whatever postmaster.pid says', async () => {
    await (await startEmbedded({ dataDir, log: quiet })).stop();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { cwd: tmpdir(), stdio: 'ignore' });
    started.push(bystander);
    const seconds = Math.floor(Date.now() / 1000);
    const folder = join(dataDir, 'postgres');
    writeFileSync(join(folder, 'postmaster.pid'), `${bystander.pid}\n${folder}\n${seconds}\n5432\n\n\n\nready\n`);
    const server = await startEmbedded({ dataDir, log: quiet });
    expect(startTimeOf(bystander.pid!)).toBeDefined();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('does not die of a Ctrl-C that reaches the whole terminal', async () => {
    const { child, url } = await startService();
    process.kill(-child.pid!, 'SIGINT');
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  describe('while it runs', () => {
    let server: EmbeddedServer;
    let own: string;
    beforeAll(async () => {
      own = mkdtempSync(join(tmpdir(), 'fulian-embedded-'));
      vi.stubEnv('FULIAN_MASTER_KEY', 'planted');
      server = await startEmbedded({ dataDir: own, log: quiet });
    });
    afterAll(async () => {
      await server.stop();
      rmSync(own, { recursive: true, force: true });
    });

    it('syncs commits, listens on the loopback address only, and asks for its password', async () => {
      const show = async (name: string) =>
        Object.values((await query<Record<string, string>>(server.url, `show ${name}`))[0]!)[0];
      expect(await show('fsync')).toBe('on');
      expect(await show('synchronous_commit')).toBe('on');
      expect(await show('listen_addresses')).toBe('127.0.0.1');
      expect(await show('unix_socket_directories')).toBe('');
      await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    });

    it('keeps its password in a file that only the owner may read', () => {
      const file = join(own, 'postgres.password');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(new URL(server.url).password).toBe(readFileSync(file, 'utf8').trim());
    });

    it('S3 writes neither a statement nor a value into its log', async () => {
      await query(server.url, `create table secrets (word text primary key); insert into secrets values ('planted')`);
      await expect(query(server.url, `insert into secrets values ('planted')`)).rejects.toThrow(/duplicate key/);
      const log = readFileSync(join(own, 'postgres.log'), 'utf8');
      expect(log).toContain('duplicate key');
      expect(log).not.toContain('planted');
    });

    it('S8 keeps the environment, where the master key may stand, from the database', () => {
      const environment = readFileSync(`/proc/${postmasterOf(own)}/environ`, 'utf8');
      expect(environment).toContain('LC_ALL=C');
      expect(environment).not.toContain('planted');
    });

    it('leaves no process and no lock behind when it is stopped, however often', async () => {
      const pid = postmasterOf(own);
      const began = startTimeOf(pid);
      await Promise.all([server.stop(), server.stop()]);
      expect(startTimeOf(pid)).not.toBe(began);
      expect(readdirSync(join(own, 'lock'))).toEqual([]);
    });
  });

  it('can be called off, and leaves nothing behind then', async () => {
    const control = new AbortController();
    const starting = startEmbedded({ dataDir, log: quiet, signal: control.signal });
    await vi.waitUntil(() => readdirSync(dataDir).some((name) => name.startsWith('postgres.unfinished-')));
    control.abort();
    await expect(starting).rejects.toMatchObject({ code: 'aborted' });
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.unf'))).toEqual([]);
    expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);
  });

  it('says in one line when the database was made by another major version', async () => {
    await (await startEmbedded({ dataDir, log: quiet })).stop();
    const file = join(dataDir, 'postgres/PG_VERSION');
    const version = readFileSync(file);
    writeFileSync(file, '12\n');
    await expect(startEmbedded({ dataDir, log: quiet })).rejects.toMatchObject({
      code: 'version-mismatch',
      message: expect.stringMatching(
        /^The database in .* was made by PostgreSQL 12; this release brings 18\..*$/,
      ) as string,
    });
    writeFileSync(file, version);
  });

  it('says in one line when the platform has no embedded PostgreSQL', async () => {
    const arch = vi.spyOn(process, 'arch', 'get').mockReturnValue('riscv64');
    await expect(startEmbedded({ dataDir, log: quiet })).rejects.toMatchObject({
      code: 'platform-unsupported',
      message:
        'No embedded PostgreSQL is installed for linux-riscv64. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).',
    });
    arch.mockRestore();
  });
});
