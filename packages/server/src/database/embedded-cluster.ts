import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account, Binaries } from './embedded-binaries.js';
import { EmbeddedError } from './embedded-error.js';

/** A database folder on the disk, and who may run a server on it. */
export interface Cluster {
  readonly binaries: Binaries;
  /** The database's own folder, `DATA_DIR/postgres`. */
  readonly folder: string;
  /** What PostgreSQL says goes here; nothing personal does, see `settings` in embedded-postmaster. */
  readonly logFile: string;
  /** Set where this process is root: PostgreSQL refuses to be. */
  readonly account: Account | undefined;
  /** Of the superuser `postgres`. */
  readonly password: string;
}

/**
 * The account under which PostgreSQL runs: undefined (our own) unless we are root; then the owner of an existing
 * database folder, else the account `postgres`, which is made where the machine has none.
 */
export function accountFor(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const hint = 'Run the service as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own (15 or newer).';
  if (process.platform !== 'linux')
    throw new EmbeddedError('account-missing', `The embedded PostgreSQL does not run for root on this system. ${hint}`);
  const found = lookUpAccount();
  if (found) return found;
  try {
    const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', [...options, 'postgres'], { stdio: 'ignore' });
  } catch (cause) {
    throw new EmbeddedError(
      'account-missing',
      `PostgreSQL refuses to run as root and no account 'postgres' can be made. ${hint}`,
      { cause },
    );
  }
  return lookUpAccount();
}

/** The superuser's password, made on first use; only this process's account can read the file. */
export function readOrMakePassword(file: string, folder: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(folder))
    throw new EmbeddedError(
      'folder-unusable',
      `The database in ${folder} is there but its password file ${file} is gone. Put the file back, or move the folder away.`,
    );
  const password = randomBytes(24).toString('base64url');
  // On the disk before the database that it opens.
  const handle = openSync(file, 'wx', 0o600);
  writeFileSync(handle, `${password}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return password;
}

/**
 * Makes the database folder where there is none. It is made beside its place and then moved, so that a start which is
 * killed half-way leaves nothing that looks like a database. Throws `EmbeddedError`.
 */
export async function ensureCluster(
  cluster: Cluster,
  durable: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { folder, account, binaries } = cluster;
  const parent = join(folder, '..');
  for (const name of readdirSync(parent))
    if (name.startsWith('postgres.unfinished-'))
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5 });

  if (existsSync(folder)) return checkCluster(cluster);

  const unfinished = join(parent, `postgres.unfinished-${process.pid}`);
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = `${unfinished}.password`;
  try {
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
    if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
    const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8'];
    // Sorted by PostgreSQL's own rules, so that an update of the operating system's does not spoil indexes.
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    if (!durable) options.push('--no-sync');
    const child = spawnIn(cluster, binaries.initdb, (path) => [
      `--pgdata=${path(unfinished)}`,
      `--pwfile=${path(passwordFile)}`,
      ...options,
      ...locale,
    ]);
    await ended(child, signal);
    renameSync(unfinished, folder);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
    if (signal?.aborted) throw new EmbeddedError('aborted', 'The start was called off.', { cause });
    throw new EmbeddedError(
      'start-failed',
      `The database folder ${folder} could not be made: ${(cause as Error).message}. See ${cluster.logFile}.`,
      { cause },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function checkCluster({ folder, account, binaries }: Cluster): void {
  const refuse = (code: 'folder-unusable' | 'version-mismatch', what: string): never => {
    throw new EmbeddedError(code, `The database in ${folder} ${what}, or set DATA_DIR to another folder.`);
  };
  const owner = statSync(folder).uid;
  const runner = account?.uid ?? process.getuid?.() ?? owner;
  if (owner !== runner) refuse('folder-unusable', `belongs to another account (${owner}). Run the service as that one`);
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) refuse('folder-unusable', 'is not complete. Put it back from a backup');
  const made = readFileSync(versionFile, 'utf8').trim();
  if (made !== binaries.majorVersion)
    refuse(
      'version-mismatch',
      `was made by PostgreSQL ${made}; this release brings ${binaries.majorVersion}. Dump it with the release that made it`,
    );
}

/**
 * Runs one of PostgreSQL's programs under the cluster's account, in a session of its own: the terminal's Ctrl-C reaches
 * us only, and we stop the database when we no longer need it.
 *
 * `args` gets a function that says under which path the program finds one of our files. As root we hand those over
 * already open: the account can use them even where it may not walk down to them, which is so for everything below
 * `/root` and inside our own data folder. Our environment, which may hold the master key, is kept from it.
 */
export function spawnIn(
  cluster: Cluster,
  program: string,
  args: (path: (file: string) => string) => readonly string[],
): ChildProcess {
  const { account } = cluster;
  const log = openSync(cluster.logFile, 'a', 0o600);
  const stdio: ('ignore' | number)[] = ['ignore', log, log];
  const pass = (file: string) => `/proc/self/fd/${stdio.push(openSync(file, 'r')) - 1}`;
  try {
    const list = args(account ? pass : (file) => file);
    const { PATH, SystemRoot, TEMP } = process.env;
    const known = Object.entries({ PATH, SystemRoot, TEMP }).filter(([, value]) => value !== undefined);
    const env = { ...Object.fromEntries(known), LC_ALL: 'C', TZ: 'UTC' };
    return spawn(program, list, { cwd: '/', detached: true, windowsHide: true, env, stdio, ...account });
  } finally {
    for (const handle of new Set(stdio)) if (handle !== 'ignore') closeSync(handle);
  }
}

/** Resolves when the program ended well; an abort ends it. */
function ended(child: ChildProcess, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => child.kill();
    signal?.addEventListener('abort', end, { once: true });
    const settle = (error?: Error) => {
      signal?.removeEventListener('abort', end);
      if (error) reject(error);
      else resolve();
    };
    child.once('error', settle);
    child.once('exit', (code) => settle(code === 0 ? undefined : new Error(`initdb ended with code ${code}`)));
    if (signal?.aborted) end();
  });
}

function lookUpAccount(): Account | undefined {
  try {
    const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
