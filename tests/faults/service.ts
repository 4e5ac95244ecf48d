import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

const main = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));

/** The built service as its own process with its own embedded database, to be killed and started again. */
export class FaultyService {
  #process: ChildProcess | undefined;
  #ended: string | undefined;
  /** Processes that were ended here. */
  readonly #ending = new WeakSet<ChildProcess>();

  private constructor(
    readonly port: number,
    private readonly environment: Record<string, string>,
    readonly folder: string,
  ) {}

  /**
   * Chooses a port for good, so that clients find the service again, and starts it for the first time. Its data lies in a
   * new folder inside `parent`.
   */
  static async start(environment: Record<string, string> = {}, parent = tmpdir()): Promise<FaultyService> {
    const folder = mkdtempSync(join(parent, 'fulian-faults-'));
    const service = new FaultyService(await freePort(), environment, folder);
    await service.start();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process and waits until it is ready to store. Resolves to how long that took, in milliseconds. */
  async start(): Promise<number> {
    const began = performance.now();
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        PORT: String(this.port),
        DATA_DIR: this.folder,
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'warn',
        ...this.environment,
      },
    });
    this.#process = child;
    this.#ended = undefined;
    let said = '';
    child.stderr!.on('data', (text: Buffer) => (said += text.toString()));
    child.once('close', (code, signal) => {
      if (this.#process === child && !this.#ending.has(child))
        this.#ended = `the service ended by itself with ${code ?? signal}: ${said}`;
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('close', (code) => reject(new Error(`the service ended with ${code} before it was ready: ${said}`)));
    });
    return performance.now() - began;
  }

  /** What the service said, where it ended and nobody here ended it: nothing will answer any more. */
  get ended(): string | undefined {
    return this.#ended;
  }

  /** The process id of the service. */
  get pid(): number {
    return this.#process!.pid!;
  }

  /** The process id of its database. */
  get databasePid(): number {
    return Number(this.#postmaster()[0]);
  }

  /** Ends the service at once, without a chance to tidy up. Its database stays behind. */
  async kill(): Promise<void> {
    const child = this.#process!;
    const ended = once(child, 'exit');
    this.#ending.add(child);
    child.kill('SIGKILL');
    await ended;
  }

  /** Ends the database at once, under the running service. */
  killDatabase(): void {
    process.kill(this.databasePid, 'SIGKILL');
  }

  /** Resolves as soon as `/readyz` says 200, to how long that took, in milliseconds. */
  async untilReady(within = 30_000): Promise<number> {
    const began = performance.now();
    for (;;) {
      const status = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(6_000) }).then(
        (response) => response.status,
        () => 0,
      );
      const took = performance.now() - began;
      if (status === 200) return took;
      if (took > within) throw new Error(`not ready after ${Math.round(took)} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Where its database is reached as the superuser; another port after the database was started again. */
  get adminUrl(): string {
    const password = readFileSync(join(this.folder, 'database', 'postgres.password'), 'utf8').trim();
    return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${this.#postmaster()[3]}/postgres`;
  }

  /** Asks the database as its superuser, past row-level security. */
  async query<Row>(text: string): Promise<Row[]> {
    const client = new Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Stops in good order and removes the folder. */
  async remove(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      this.#ending.add(child);
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The lines of `postmaster.pid`: process id, folder, start time, port, … */
  #postmaster(): string[] {
    return readFileSync(join(this.folder, 'database', 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  }
}

/** A port of 127.0.0.1 that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
