import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseFolder, keyFolder, readConfig, type Config } from '../config.js';
import { startEmbedded } from '../database/embedded.js';
import { migrate } from '../database/migrate.js';
import { deriveKeys } from '../keys/keyring.js';
import { readMasterKey } from '../keys/master-key.js';
import { StartError } from '../start-error.js';
import { makeStaffToken, revokeStaffTokens } from './tokens.js';

const usage = 'npm run staff-token -- <12-digit federation> <label> [--days N] [--revoke]';
const defaultDays = 90;
const mostDays = 3_650;

/** What was asked for on the command line. */
interface TokenCommand {
  readonly federation: string;
  readonly label: string;
  readonly days: number;
  readonly revoke: boolean;
}

/**
 * Makes a token for somebody who works for a federation, or revokes those with a label; answers the one line to print.
 * Works while the service runs and while it does not. Throws `StartError`.
 */
export async function staffTokenCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const { federation, label, days, revoke } = readCommand(args);
  const config = readConfig(env);
  const keys = deriveKeys(readMasterKey({ given: config.masterKey, folder: keyFolder(config) }));
  return withDatabase(config, async (ownerUrl) => {
    const now = new Date();
    if (revoke) return `${await revokeStaffTokens(ownerUrl, federation, label, now)} revoked`;
    return makeStaffToken({ ownerUrl, macKey: keys.staff, federation, label, now, days });
  });
}

function readCommand(args: readonly string[]): TokenCommand {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { days: { type: 'string' }, revoke: { type: 'boolean', default: false } },
    });
    const [federation = '', label = '', ...more] = positionals;
    const days = Number(values.days ?? defaultDays);
    const usable = /^\d{12}$/.test(federation) && label.length >= 1 && label.length <= 80 && more.length === 0;
    if (usable && Number.isInteger(days) && days >= 1 && days <= mostDays)
      return { federation, label, days, revoke: values.revoke };
  } catch {
    // An option that nobody knows.
  }
  throw new StartError('usage', usage);
}

/** The operator's own database, that of a service that runs beside us, or one that is started for this. */
async function withDatabase<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
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
