import { parseArgs } from 'node:util';
import { keyFolder, readConfig } from '../config.js';
import { withDatabase } from '../database/for-command.js';
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
