import { execFile, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { spawnIn, type Cluster } from './embedded-cluster.js';
import { EmbeddedError } from './embedded-error.js';
import { isPostmasterOf, startTimeOf, waitUntilGone } from './embedded-process.js';

/** Milliseconds for a first start; replaying the log after a crash may take long, a refusal comes at once. */
const startLimit = 120_000;
/** Milliseconds for an orderly stop, then for an abrupt one (crash recovery at the next start), before it is killed. */
const stopLimits = [10_000, 5_000] as const;

/**
 * Server settings that hold always. What PostgreSQL logs carries no row and no statement (S3): `terse` leaves out the
 * details, which quote values, and statements are logged for a panic only.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  jit: 'off',
};

/** Where the embedded database says what it does; Fastify's logger fits. No line carries anything personal. */
export interface EmbeddedLog {
  info(message: string): void;
  warn(message: string): void;
}

/** A PostgreSQL that runs as our child and is started again when it ends without being asked to. */
export class Postmaster {
  /** On the loopback address; stays the same over restarts. */
  port = 0;
  #child: ChildProcess | undefined;
  #stopped = false;
  #restart: Promise<void> | undefined;
  readonly #endWithUs = () => void this.#child?.kill('SIGINT');

  constructor(
    private readonly cluster: Cluster,
    private readonly log: EmbeddedLog,
    private readonly extra: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it takes connections. Throws `EmbeddedError`. */
  async start(signal: AbortSignal | undefined): Promise<void> {
    const end = performance.now() + startLimit;
    for (;;) {
      this.port = await freePort();
      try {
        await this.#startOnce(signal, end);
        break;
      } catch (error) {
        if (signal?.aborted || !(error instanceof PassingFailure) || performance.now() >= end) throw error;
        await delay(50);
      }
    }
    process.once('exit', this.#endWithUs);
  }

  /** Lets running transactions go, writes everything down and resolves when the process is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#restart?.catch(() => undefined);
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await endPostmaster(this.cluster, child.pid);
    process.removeListener('exit', this.#endWithUs);
  }

  async #startOnce(signal: AbortSignal | undefined, end: number): Promise<void> {
    const { cluster } = this;
    const logStart = sizeOf(cluster.logFile);
    const flags = Object.entries({ ...settings, ...this.extra, port: String(this.port) });
    const child = spawnIn(cluster, cluster.binaries.postgres, (path) => [
      '-D',
      path(cluster.folder),
      ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    let failure: Error | undefined;
    child.once('error', (error) => (failure = error));
    this.#child = child;
    for (;;) {
      if (signal?.aborted || this.#stopped) {
        if (child.pid !== undefined) await endPostmaster(cluster, child.pid);
        throw new EmbeddedError('aborted', 'The start was called off.');
      }
      if (failure || child.exitCode !== null || child.signalCode !== null)
        throw explainFailure(cluster, logStart, failure);
      if (readPidFile(cluster.folder)?.ready === child.pid) break;
      if (performance.now() >= end) {
        await endPostmaster(cluster, child.pid!);
        throw explainFailure(cluster, logStart, new Error(`not ready after ${startLimit / 1000} s`));
      }
      await delay(10);
    }
    child.once('exit', (code, cause) => {
      if (this.#child !== child || this.#stopped) return;
      this.log.warn(`PostgreSQL ended (${cause ?? `code ${code}`}) and is started again`);
      this.#restart = this.#keepTrying();
    });
  }

  /** Tries on, ever more slowly, until it runs again: a full disk may take the owner hours to mend. */
  async #keepTrying(): Promise<void> {
    const began = performance.now();
    for (let pause = 50; !this.#stopped; pause = Math.min(pause * 2, 2_000)) {
      try {
        await this.#startOnce(undefined, performance.now() + startLimit);
        this.log.info(`PostgreSQL runs again after ${Math.round(performance.now() - began)} ms`);
        return;
      } catch (error) {
        if (this.#stopped) return;
        if (pause >= 2_000) this.log.warn((error as Error).message);
        await delay(pause);
      }
    }
  }
}

/**
 * Ends the PostgreSQL that a killed service left running on this folder, and removes a `postmaster.pid` whose process is
 * gone or is somebody else's by now. It is ended and not taken over: it runs with the settings, the log and perhaps the
 * version of a service that is no more.
 */
export async function endOrphan(cluster: Cluster, log: EmbeddedLog): Promise<void> {
  const file = readPidFile(cluster.folder);
  if (!file) return;
  if (isPostmasterOf(file.pid, cluster.folder, file.startedAt)) {
    log.warn(`A PostgreSQL that outlived its service (process ${file.pid}) is stopped`);
    await endPostmaster(cluster, file.pid, [2_000, 1_000]);
  }
  rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
}

/** Ends a server that is known to be ours: in good order, else abruptly, else by force. */
async function endPostmaster(cluster: Cluster, pid: number, limits: readonly number[] = stopLimits): Promise<void> {
  const startTime = startTimeOf(pid);
  if (startTime === undefined) return;
  const steps = [
    { signal: 'SIGINT', mode: 'fast' },
    { signal: 'SIGQUIT', mode: 'immediate' },
  ] as const;
  for (const [at, { signal, mode }] of steps.entries()) {
    // Windows has no signals; pg_ctl speaks to the server in its own way there.
    if (process.platform === 'win32')
      execFile(cluster.binaries.pgCtl, ['stop', '-W', '-m', mode, '-D', cluster.folder]);
    else kill(pid, signal);
    if (await waitUntilGone(pid, startTime, limits[at]!)) return;
  }
  kill(pid, 'SIGKILL');
  await waitUntilGone(pid, startTime, 5_000);
}

/** A start that failed for a reason which passes by itself: the port was taken, or a dead server's children linger. */
class PassingFailure extends EmbeddedError {}

function explainFailure(cluster: Cluster, logStart: number, failure: Error | undefined): EmbeddedError {
  let said = failure?.message ?? '';
  let passing = false;
  try {
    const text = readFileSync(cluster.logFile).subarray(logStart).toString('utf8');
    passing = /Address already in use|pre-existing shared memory block/.test(text);
    const fatal = text.match(/(?:FATAL|PANIC): {2}(.*)/)?.[1] ?? text.trim().split('\n').at(-1);
    if (fatal) said = fatal;
  } catch {
    // Without a log the failure itself has to do.
  }
  const message = `PostgreSQL did not start: ${said}. See ${cluster.logFile}.`;
  return new (passing ? PassingFailure : EmbeddedError)('start-failed', message, { cause: failure });
}

/** What a server writes into its folder: line 1 its process, 3 when it began (s since 1970), 8 its state. */
function readPidFile(folder: string): { pid: number; startedAt: number; ready: number | undefined } | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, startedAt: Number(lines[2]), ready: lines[7]?.trim() === 'ready' ? pid : undefined };
  } catch {
    return undefined;
  }
}

/** A port that nobody uses now; should somebody take it first, the start is tried again with another. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
