/**
 * Installs what only pages of strangers need: frameworks, old libraries, their checkers. They have a package.json and a lock
 * file of their own, so that the project itself neither loads them nor is updated with them. Tests call it and wait; where
 * everything is there already it takes a moment. `node tests/embedding/install.mjs [folder]` does the same by hand.
 *
 * Plain JavaScript on Node's own modules, so that anything can begin with it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the package.json of all hostile pages and examples. */
const here = fileURLToPath(new URL('.', import.meta.url));

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether every package of the folder's lock file is in its `node_modules` in the right version. */
export function isInstalled(folder = here) {
  const hidden = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const { packages: there } = read(hidden);
  const { packages: wanted } = read(join(folder, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) => path === '' || optional || peer || there[path]?.version === version,
  );
}

/**
 * Resolves when `node_modules` of the folder is as its lock file says. Install scripts of packages are not run. Two callers
 * at a time wait for each other; rejects with npm's own complaint.
 */
export async function install(folder = here) {
  const lock = join(folder, 'node_modules.lock');
  const ends = Date.now() + 600_000;
  while (!isInstalled(folder)) {
    if (take(lock))
      try {
        await npmCi(folder);
        if (!isInstalled(folder)) throw new Error(`npm ci left packages out of ${folder}`);
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    else {
      if (Date.now() > ends) throw new Error(`${lock} is there for ten minutes: remove it if nobody installs`);
      await new Promise((again) => setTimeout(again, 250));
    }
  }
}

/** Whether the lock is ours now; one whose owner is gone is taken over. */
function take(lock) {
  const owner = join(lock, 'pid');
  try {
    mkdirSync(lock);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
  } catch (error) {
    // Made a moment ago, its owner not yet written; or its owner has ended.
    const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
    if (error.code === 'ESRCH' || age > 5_000) rmSync(lock, { recursive: true, force: true });
  }
  return false;
}

/** Rejects with what npm says where it fails. */
function npmCi(folder) {
  return new Promise((done, failed) => {
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-workspaces', '--loglevel=error'];
    const npm = spawn('npm', ['ci', ...options], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
      timeout: 600_000,
      // What npm tells a child of `npm test` would lead it back to the project.
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^npm_(config_local|package|lifecycle)/.test(name)),
      ),
    });
    let complaint = '';
    npm.stderr.on('data', (piece) => (complaint += piece));
    npm.on('error', failed);
    npm.on('close', (code) =>
      code === 0 ? done() : failed(new Error(`npm ci in ${folder} ended with ${code}: ${complaint.slice(-2_000)}`)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ? resolve(process.argv[2]) : here;
  if (isInstalled(folder)) console.log('Everything is there already.');
  else await install(folder);
}
