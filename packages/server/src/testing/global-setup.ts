import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded, type EmbeddedServer } from '../database/embedded.js';

/** One for the whole run, although every project loads this file for itself. */
interface Shared {
  users: number;
  started: Promise<{ server: EmbeddedServer; folder: string }>;
}
const shared = globalThis as { fulianTestDatabase?: Shared };

/** Starts the run's PostgreSQL with the first project that needs it and stops it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = (shared.fulianTestDatabase ??= { users: 0, started: start() });
  own.users++;
  const { server, folder } = await own.started;
  project.provide('serverUrl', server.url);
  return async () => {
    if (--own.users > 0) return;
    delete shared.fulianTestDatabase;
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

const prefix = 'fulian-test-';

async function start(): Promise<{ server: EmbeddedServer; folder: string }> {
  await sweepUp();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  return { server: await startFast(folder), folder };
}

/** Tests need no protection against a power cut; without it a database is made in a third of the time. */
function startFast(folder: string): Promise<EmbeddedServer> {
  return startEmbedded({
    dataDir: folder,
    log: { info: () => undefined, warn: (message) => void process.stderr.write(`${message}\n`) },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
  });
}

/**
 * Removes what runs left that were killed, their PostgreSQL included. Starting on such a folder takes the orphan over,
 * and is refused where the run is still going on.
 */
async function sweepUp(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      // A run that ends in good order lets its lock go before it removes the folder: leave it to that.
      if (readdirSync(join(folder, 'lock')).length === 0) continue;
      await (await startFast(folder)).stop();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // In use by another run, or not ours.
    }
  }
}
