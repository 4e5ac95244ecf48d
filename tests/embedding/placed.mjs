/**
 * Puts our elements, as `npm run build` has left them, where a stranger's `npm install` would: below the frameworks, which
 * they find from there, and not in the project's own `node_modules`, from where they would not. Only the pages of strangers
 * find them there; tests go on with the project's own.
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

const from = fileURLToPath(new URL('../../packages/elements', import.meta.url));

/** What is not in the published packages, or nothing here asks for. */
const isLeftOut = (path) => /\.(br|gz|zip|map|tsbuildinfo)$/.test(path) || path.split(sep).includes('hosted');

/** Copies them for the pages in `folder`, a folder beside this file, where they are newer than what is there. Throws where nothing is built. */
export function placeElements(folder) {
  if (!existsSync(join(from, 'dist/frameworks/angular.js')))
    throw new Error('packages/elements/dist is empty: run `npm run build`');
  const files = readdirSync(join(from, 'dist'), { recursive: true })
    .map((path) => join('dist', path))
    .concat('package.json')
    .filter((path) => !isLeftOut(path) && statSync(join(from, path)).isFile());
  const state = files.map((path) => `${path} ${statSync(join(from, path)).mtimeMs}`).join('\n');
  const to = fileURLToPath(new URL(`${folder}/node_modules/@fulian/elements`, import.meta.url));
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
