import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** The county that requests are sent to, and its tree. */
export const county = '990101000000';
const tree = [
  ['990000000000', '云岭省'],
  ['990100000000', '云溪市'],
  [county, '清溪县'],
  ['990101001000', '柳桥镇'],
  ['990101001001', '荷塘村'],
  ['990101002000', '东湖街道'],
] as const;

/** What `statfs` says of a file system in memory. */
const tmpfs = 0x01021994;

/** Our service, with the database that it brought. */
export interface OwnService {
  readonly origin: string;
  /** Numbers of the processes whose CPU is counted: the service and its database's first. */
  readonly pids: { readonly service: number; readonly database: number };
  /** Of the database's superuser; pgbench and the peers work on the same server. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the service that `npm run build` made, as an operator would: own process, own embedded PostgreSQL in a fresh
 * folder, everything as it comes, save for the rate limits, which one address would run into at once, and for `settings`.
 */
export async function startOwnService(settings: Readonly<Record<string, string>> = {}): Promise<OwnService> {
  const main = join(import.meta.dirname, '../../../packages/server/dist/main.js');
  if (!existsSync(main)) throw new Error('packages/server/dist is missing: npm run build');
  const folder = await mkdtemp(join(tmpdir(), 'fulian-bench-'));
  if ((await statfs(folder)).type === tmpfs)
    throw new Error(`${folder} is in memory, where nothing is durable: set TMPDIR`);
  const child = fork(main, {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      RATE_LIMITS: 'off',
      ...settings,
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const origin = await readiness(child);
    const { databaseUrl, pid } = await whereDatabaseIs(join(folder, 'database'));
    await plantTree(databaseUrl);
    return { origin, databaseUrl, pids: { service: child.pid!, database: pid }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readiness(child: ChildProcess): Promise<string> {
  let complaint = '';
  child.stderr!.on('data', (piece: Buffer) => (complaint += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${complaint}`)));
    child.on('message', (message: { event: string; address: string }) => {
      if (message.event === 'ready') resolve(message.address);
    });
  });
}

/** The embedded database tells nobody where it is; its own files do. */
async function whereDatabaseIs(folder: string): Promise<{ databaseUrl: string; pid: number }> {
  const [pid, , , port] = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  const password = (await readFile(join(folder, 'postgres.password'), 'utf8')).trim();
  return {
    databaseUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    pid: Number(pid),
  };
}

async function plantTree(databaseUrl: string): Promise<void> {
  await asking(databaseUrl, async (client) => {
    for (const [code, name] of tree)
      await client.query('insert into federations (code, name) values ($1, $2) on conflict do nothing', [code, name]);
    const { rows } = await client.query<{ fsync: string }>('show fsync');
    if (rows[0]?.fsync !== 'on') throw new Error('the database does not sync to the disk: its figures would not count');
  });
}

/** A connection for as long as `work` takes. */
export async function asking<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
