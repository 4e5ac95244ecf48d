import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBinaries, reachableBinaries } from './embedded-binaries.js';
import { accountFor, ensureCluster, readOrMakePassword, type Cluster } from './embedded-cluster.js';
import { EmbeddedError } from './embedded-error.js';
import { holdFolder } from './embedded-lock.js';
import { endOrphan, Postmaster, type EmbeddedLog } from './embedded-postmaster.js';

export type { EmbeddedLog } from './embedded-postmaster.js';

/** What `startEmbedded` needs. */
export interface EmbeddedOptions {
  /**
   * The service's data folder, made where it is missing. Inside it: `postgres/` (the database), `postgres.password`
   * (0600), `postgres.log`, `lock/`.
   */
  dataDir: string;
  log: EmbeddedLog;
  /** Calls a running start off; after it has resolved use `stop`. */
  signal?: AbortSignal;
  /** More server settings, by PostgreSQL's names. Only tests may set `fsync` to `off`. Default: none. */
  settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL that this process brought. */
export interface EmbeddedServer {
  /** `postgres://postgres:…@127.0.0.1:<port>/postgres`, of the superuser; valid until `stop`, over restarts too. */
  readonly url: string;
  /** Stops the database in good order and lets the folder go. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL in `dataDir`, for machines that have none.
 *
 * - It listens on a free port of 127.0.0.1 with a random password of its own, and syncs every commit to the disk.
 * - One service a folder: a second one is refused, also after the first was killed and while it still runs elsewhere.
 * - What a killed service left running is found and stopped; a database that is killed itself is started again.
 *
 * Throws `EmbeddedError`, whose message is one line for a person.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { log, signal, settings = {} } = options;
  const dataDir = resolve(options.dataDir);
  const binaries = findBinaries();
  makeFolder(dataDir);
  const letGo = await holdFolder(dataDir);
  try {
    const folder = join(dataDir, 'postgres');
    const account = accountFor(folder);
    const cluster: Cluster = {
      binaries: account ? reachableBinaries(binaries, account) : binaries,
      folder,
      logFile: join(dataDir, 'postgres.log'),
      account,
      password: readOrMakePassword(join(dataDir, 'postgres.password'), folder),
    };
    turnLogOver(cluster.logFile);
    await endOrphan(cluster, log);
    await ensureCluster(cluster, settings.fsync !== 'off', signal);
    const postmaster = new Postmaster(cluster, log, settings);
    await postmaster.start(signal);

    let stopping: Promise<void> | undefined;
    return {
      url: `postgres://postgres:${cluster.password}@127.0.0.1:${postmaster.port}/postgres`,
      stop: () => (stopping ??= postmaster.stop().finally(letGo)),
    };
  } catch (error) {
    letGo();
    throw error instanceof EmbeddedError ? error : unusable(dataDir, error);
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/** Only system calls fail with a code; anything else is a mistake of ours and stays what it is. */
function unusable(dataDir: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new EmbeddedError('folder-unusable', `The data folder ${dataDir} cannot be used (${code}). Set DATA_DIR.`, {
    cause: error,
  });
}

/** Keeps PostgreSQL's log and the one before it, so that it cannot fill the disk by restarts alone. */
function turnLogOver(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 1_000_000) renameSync(file, `${file}.1`);
}
