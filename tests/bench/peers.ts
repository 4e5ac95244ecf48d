import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from './rounds.js';

/** The bench's own folder for what it installs and builds; not in the repository. */
export const peersFolder = join(import.meta.dirname, '.peers');
export const workFolder = join(import.meta.dirname, '.work');

/** Where a peer is installed, or why it is not. */
export type Installation = { readonly folder: string } | { readonly failure: string };

/** Of one area: peer to its packages, to their exact versions. */
export type PeerList = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Installs the peers that `<area>/peers.json` lists, each into a folder of its own (`.peers/<area>/<peer>`), so that one
 * that cannot be installed takes no other with it and nothing reaches the project. What is there already in the listed
 * versions is not installed again. Install scripts of packages are not run.
 */
export async function installPeers(area: string, tell: (what: string) => void): Promise<Map<string, Installation>> {
  const list = JSON.parse(await readFile(join(import.meta.dirname, area, 'peers.json'), 'utf8')) as PeerList;
  const installed = new Map<string, Installation>();
  for (const [peer, dependencies] of Object.entries(list)) {
    const folder = join(peersFolder, area, peer);
    try {
      await installInto(folder, peer, dependencies, tell);
      installed.set(peer, { folder });
    } catch (error) {
      installed.set(peer, { failure: `does not install: ${messageOf(error)}` });
    }
  }
  return installed;
}

/** The folder of a peer that a subject needs; throws its reason where it is not there. */
export function folderOf(installed: ReadonlyMap<string, Installation>, peer: string): string {
  const installation = installed.get(peer) ?? { failure: `${peer} is not in peers.json` };
  if ('failure' in installation) throw new Error(installation.failure);
  return installation.folder;
}

async function installInto(
  folder: string,
  peer: string,
  dependencies: Readonly<Record<string, string>>,
  tell: (what: string) => void,
): Promise<void> {
  const wanted = JSON.stringify({ name: `bench-${peer}`, private: true, type: 'module', dependencies }, null, 2);
  const stamp = join(folder, 'installed.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), wanted);
  tell(`installing ${peer}`);
  await npmInstall(folder, (line) => tell(`installing ${peer}: ${line}`));
  await writeFile(stamp, wanted);
}

/** Resolves when npm is done; rejects with its own complaint. Ten minutes at most. */
function npmInstall(folder: string, tell: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = ['--no-audit', '--no-fund', '--no-workspaces', '--ignore-scripts', '--legacy-peer-deps'];
    const npm = spawn('npm', ['install', ...options], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 600_000,
      // What npm tells a child of `npm run bench` would lead it back to the project.
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^npm_(config_local|package|lifecycle)/.test(name)),
      ),
    });
    let complaint = '';
    const started = performance.now();
    const clock = setInterval(() => tell(`${((performance.now() - started) / 1_000).toFixed(0)} s`), 2_000);
    npm.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    npm.on('error', reject);
    npm.on('close', (code) => {
      clearInterval(clock);
      const lines = complaint.split('\n').filter((line) => line.startsWith('npm error'));
      if (code === 0) resolve();
      else reject(new Error(lines.map((line) => line.slice(10)).join(' ') || `npm install ended with ${code}`));
    });
  });
}
