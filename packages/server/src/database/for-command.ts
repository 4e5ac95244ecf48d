import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFolder, type Config } from '../config.js';
import { startEmbedded } from './embedded.js';
import { migrate } from './migrate.js';

/**
 * Runs a command on the operator's own database, on that of a service that runs beside us, or on one that is started for
 * this; migrated in any case. Throws `StartError`.
 */
export async function withDatabase<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const running = config.databaseUrl ?? runningUrl(databaseFolder(config));
  if (running !== undefined) {
    await migrate(running);
    return work(running);
  }
  const quiet = { info: () => undefined, warn: () => undefined };
  const embedded = await startEmbedded({ dataDir: databaseFolder(config), log: quiet });
  try {
    await migrate(embedded.url);
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}

/** Where the embedded database of a running service listens; undefined where none runs. */
function runningUrl(folder: string): string | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // It is there, and not ours to signal.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}
