import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyFolder, readConfig, type Config } from '../config.js';
import { openDatabase } from '../database/database.js';
import { withDatabase } from '../database/for-command.js';
import { claimDatabase } from '../keys/claim-database.js';
import { deriveKeys } from '../keys/keyring.js';
import { readMasterKey } from '../keys/master-key.js';
import { StartError } from '../start-error.js';
import { verifyAudit, type AuditFault, type AuditFinding, type KnownHead } from './verify-audit.js';

const usage = 'npm run verify-audit -- [12-digit federation [--head <entries>:<hash>]] [--forget]';

/** What the command prints, and whether all was as it was written. */
export interface AuditVerdict {
  readonly lines: readonly string[];
  readonly intact: boolean;
}

const sayings: Readonly<Record<AuditFault, (seq: number) => string>> = {
  missing: (seq) => `entry ${seq} is missing`,
  changed: (seq) => `entry ${seq} is not what was written`,
  head: (seq) => `the log does not end where it ended: entry ${seq} and later ones may have been removed`,
  shorter: (seq) => `entry ${seq} is not what it was when the log was last verified: it was cut or put back`,
};

/**
 * Recomputes the audit logs (S7), and remembers in DATA_DIR where they ended, outside the database, so that the next time
 * finds out whether somebody put back an older one. `--head` compares with what was printed and kept elsewhere, `--forget`
 * begins anew after a backup was put back on purpose. Works while the service runs and while it does not. Throws
 * `StartError`.
 */
export async function verifyAuditCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<AuditVerdict> {
  const { only, head, forget } = readCommand(args);
  const config = readConfig(env);
  const keys = deriveKeys(readMasterKey({ given: config.masterKey, folder: keyFolder(config) }));
  const remembered = forget ? [] : readHeads(config);
  const findings = await withDatabase(config, async (ownerUrl) => {
    const database = openDatabase(ownerUrl, { connections: 1 });
    // With another key every entry would look changed.
    await claimDatabase(database, keys).finally(() => database.close());
    return verifyAudit(ownerUrl, keys.audit, only, [...remembered, ...(head ? [head] : [])]);
  });
  if (only !== undefined && findings.length === 0)
    return { lines: [`${only}  no entries`], intact: head === undefined || head.seq === 0 };
  const sound = findings.filter((one) => !one.fault && one.entries > 0);
  const others = remembered.filter((one) => !sound.some(({ federation }) => federation === one.federation));
  writeHeads(config, [
    ...others,
    ...sound.map(({ federation, entries, hash }) => ({ federation, seq: entries, hash })),
  ]);
  return { lines: [...findings.map(lineOf), summaryOf(findings)], intact: findings.every((one) => !one.fault) };
}

function lineOf({ federation, entries, hash, fault }: AuditFinding): string {
  if (fault) return `${federation}  BROKEN: ${sayings[fault.kind](fault.seq)}`;
  return `${federation}  ${entries} entries, head ${hash}`;
}

function summaryOf(findings: readonly AuditFinding[]): string {
  const broken = findings.filter((one) => one.fault).length;
  const entries = findings.reduce((sum, one) => sum + one.entries, 0);
  if (broken > 0) return `${broken} of ${findings.length} logs are not as they were written`;
  const logs = findings.length === 1 ? '1 federation' : `${findings.length} federations`;
  return `${entries} entries of ${logs} are as they were written`;
}

function readCommand(args: readonly string[]): { only?: string; head?: KnownHead; forget: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { head: { type: 'string' }, forget: { type: 'boolean', default: false } },
    });
    const [only, ...more] = positionals;
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.head ?? '') ?? [];
    const named = only === undefined || /^\d{12}$/.test(only);
    const usable = values.head === undefined || (hash !== undefined && only !== undefined);
    if (named && usable && more.length === 0)
      return {
        forget: values.forget,
        ...(only !== undefined && { only }),
        ...(only !== undefined && hash !== undefined && { head: { federation: only, seq: Number(seq), hash } }),
      };
  } catch {
    // An option that nobody knows.
  }
  throw new StartError('usage', usage);
}

function headsFile(config: Config): string {
  return join(config.dataDir, 'audit-heads.json');
}

function readHeads(config: Config): KnownHead[] {
  const file = headsFile(config);
  if (!existsSync(file)) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KnownHead[];
  } catch {
    throw new StartError('audit-heads', `${file} cannot be read: put it back from a backup, or use --forget.`);
  }
}

/** At once or not at all: half a file would look like a log that was cut. */
function writeHeads(config: Config, heads: readonly KnownHead[]): void {
  mkdirSync(config.dataDir, { recursive: true });
  const file = headsFile(config);
  writeFileSync(`${file}.new`, `${JSON.stringify(heads)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
