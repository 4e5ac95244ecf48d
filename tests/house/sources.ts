import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the repository: its path from the top, with slashes, and what it says. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The top of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What people here write; everything else at the top is made by a tool. */
const rooms = ['.storybook', 'openapi', 'packages', 'stories', 'tests'];
const skipped = new Set(['node_modules', 'dist', 'generated', 'shots', 'results']);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // What begins with a dot is made by tools; `.storybook` is a room and named above.
    if (entry.isDirectory() && (skipped.has(entry.name) || entry.name.startsWith('.'))) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/** Every file in the rooms and at the top whose name ends so. Generated and built files are not among them. */
export function sourcesEnding(...endings: string[]): Source[] {
  const top = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(root, entry.name));
  const within = rooms.flatMap((room) => (existsSync(join(root, room)) ? [...walk(join(root, room))] : []));
  return [...top, ...within]
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** Every module that somebody wrote. */
export const modules = (): Source[] => sourcesEnding('.ts', '.mjs');

/** A file that only tests and their environment use. */
export const isTest = (path: string): boolean => /^tests\/|\.test\.ts$|\/test(ing)?\//.test(path);

/** Reads a JSON file by its path from the top. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
