import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.js';

/** Where a master key may come from. */
export interface MasterKeySource {
  /** `FULIAN_MASTER_KEY`; wins over the file. */
  readonly given: string | undefined;
  /** The folder of the key file, outside the database's. */
  readonly folder: string;
}

/**
 * The master key: 32 bytes from the environment, else from `master.key` in the folder, which is made with mode 0600
 * where it is missing. Throws `StartError` on a key of another length and on a file that others may read.
 */
export function readMasterKey({ given, folder }: MasterKeySource): Buffer {
  if (given !== undefined) return parseKey(given, 'FULIAN_MASTER_KEY');
  const file = join(folder, 'master.key');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    makeOnce(file, folder);
    const { mode } = statSync(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new StartError('key-file-open', `The key file ${file} can be read by others: run chmod 600 on it.`);
    return parseKey(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new StartError('key-file-unusable', `The key file ${file} cannot be used (${code}). Set DATA_DIR.`);
  }
}

/** Writes a new key beside and links it into place: another process sees no key or a whole one, and the first wins. */
function makeOnce(file: string, folder: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  const draft = join(folder, `master.key.${randomBytes(8).toString('hex')}`);
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const folderHandle = openSync(folder, 'r');
  fsyncSync(folderHandle);
  closeSync(folderHandle);
}

function parseKey(text: string, from: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64url');
  if (key.length !== 32 || !/^[A-Za-z0-9+/_=-]+$/.test(trimmed))
    throw new StartError('key-malformed', `${from} is not a key: it needs 32 random bytes in base64 or 64 hex digits.`);
  return key;
}
