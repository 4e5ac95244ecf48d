/**
 * Puts our packages, as `npm run build` has left them, where a stranger's `npm install` would: beside the frameworks, which
 * they find from there, and not in the project's own `node_modules`, from where they would not.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));
const target = fileURLToPath(new URL('node_modules/@fulian', import.meta.url));

/** What is not in the published packages, or nothing here asks for. */
const isLeftOut = (path) => /\.(br|gz|zip|map|tsbuildinfo)$/.test(path) || path.split(sep).includes('hosted');

/** Copies what is newer than what is there; throws where nothing is built. */
export function placePackages() {
  for (const name of ['elements', 'sdk']) place(name);
}

function place(name) {
  const from = join(packages, name);
  if (!existsSync(join(from, 'dist/types'))) throw new Error(`packages/${name}/dist is empty: run \`npm run build\``);
  const files = readdirSync(join(from, 'dist'), { recursive: true })
    .map((path) => join('dist', path))
    .concat('package.json')
    .filter((path) => !isLeftOut(path) && statSync(join(from, path)).isFile());
  const state = files.map((path) => `${path} ${statSync(join(from, path)).mtimeMs}`).join('\n');
  const to = join(target, name);
  const stamp = join(to, 'placed.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  // Elsewhere first, so that nobody ever reads half of it.
  const half = `${to}.${process.pid}`;
  for (const path of files) {
    mkdirSync(dirname(join(half, path)), { recursive: true });
    cpSync(join(from, path), join(half, path));
  }
  writeFileSync(join(half, 'placed.txt'), state);
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
}
