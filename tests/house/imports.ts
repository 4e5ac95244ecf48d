import { posix } from 'node:path';
import ts from 'typescript';
import type { Source } from './sources.js';

/** One import of one module, as it stands there and as a path where it is one of ours. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly to: string | undefined;
}

/** A room's package: where it lies and what it lets others import (`./types` → `./generated/types.ts`). */
export interface Room {
  readonly name: string;
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
  /** What it calls its own modules by (`#default-check` → `./src/check/development.ts`). */
  readonly imports: Readonly<Record<string, string>>;
}

/** All imports of the sources: static, dynamic and of types only. */
export function importsOf(sources: readonly Source[], rooms: readonly Room[]): Import[] {
  const known = new Set(sources.map((source) => source.path));
  return sources.flatMap(({ path, text }) =>
    ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
      from: path,
      specifier: fileName,
      to: resolve(path, fileName, known, rooms),
    })),
  );
}

function resolve(from: string, specifier: string, known: Set<string>, rooms: readonly Room[]): string | undefined {
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier);
    return [path.replace(/\.js$/, '.ts'), path].find((candidate) => known.has(candidate)) ?? path;
  }
  if (specifier.startsWith('#')) {
    const own = rooms.find(({ folder }) => from.startsWith(`${folder}/`));
    return own && posix.join(own.folder, own.imports[specifier] ?? specifier);
  }
  const room = rooms.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (!room) return undefined;
  const entry = specifier === room.name ? '.' : `.${specifier.slice(room.name.length)}`;
  for (const [pattern, target] of Object.entries(room.exports)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined ? entry === pattern : entry.startsWith(before) && entry.endsWith(after))
      return posix.join(room.folder, after === undefined ? target : target.replaceAll('*', entry.slice(before.length)));
  }
  return posix.join(room.folder, entry);
}

/** Every cycle once, as `a → b → a`. Imports of types count: what cannot be read in one direction is one thing. */
export function cyclesOf(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) if (to) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found = new Set<string>();
  const visit = (at: string, trail: readonly string[]): void => {
    const start = trail.indexOf(at);
    if (start >= 0) found.add([...trail.slice(start), at].join(' → '));
    if (start >= 0 || done.has(at)) return;
    for (const to of next.get(at) ?? []) visit(to, [...trail, at]);
    done.add(at);
  };
  for (const from of next.keys()) visit(from, []);
  return [...found];
}

/** What a place may import besides its own kind. The first place whose path fits counts. */
interface Place {
  readonly name: string;
  readonly path: RegExp;
  /** Places of ours. */
  readonly may: readonly string[];
  /** Packages of others, by the start of their specifier; `undefined`: any that its package.json names. */
  readonly packages?: RegExp;
  /** No package ships it, so that others name it by its path. */
  readonly byPath?: true;
}

/** The direction table of the house, from the bottom up. */
const places: readonly Place[] = [
  { name: 'tests', path: /^tests\/|\.test\.ts$|^packages\/elements\/src\/.+\/testing\//, may: ['*'] },
  { name: 'contract tools', path: /^openapi\/[^/]+\.ts$/, may: ['contract', 'contract tools'] },
  { name: 'contract', path: /^openapi\//, may: ['contract'], packages: /^zod/ },
  { name: 'sdk testing', path: /^packages\/sdk\/src\/testing\//, may: ['contract', 'sdk core', 'sdk stores'] },
  { name: 'sdk stores', path: /^packages\/sdk\/src\/stores\//, may: ['contract', 'sdk core'], packages: /^zod/ },
  { name: 'sdk core', path: /^packages\/sdk\/src\//, may: ['contract'], packages: /^zod/ },
  {
    name: 'elements base',
    path: /^packages\/elements\/src\/base\//,
    may: ['sdk core', 'sdk stores'],
    packages: /^lit/,
  },
  { name: 'locales', path: /^packages\/elements\/src\/locales\//, may: ['elements base'], packages: /^$/ },
  {
    name: 'elements',
    path: /^packages\/elements\/src\//,
    may: ['elements base', 'locales', 'sdk core', 'sdk stores'],
    packages: /^lit/,
  },
  { name: 'tokens', path: /^packages\/elements\/tokens\//, may: [], packages: /^node:/, byPath: true },
  { name: 'server', path: /^packages\/server\//, may: ['contract'] },
  {
    name: 'stories',
    path: /^(stories|\.storybook)\//,
    may: ['elements', 'elements base', 'tokens', 'sdk core', 'sdk stores', 'sdk testing', 'contract'],
  },
];

const placeOf = (path: string) => places.find((place) => place.path.test(path));

/** Every import against the direction table, as a sentence. */
export function wrongDirections(imports: readonly Import[]): string[] {
  const wrong: string[] = [];
  for (const { from, specifier, to } of imports) {
    const here = placeOf(from);
    if (!here || here.may.includes('*')) continue;
    if (to === undefined) {
      if (here.packages && !here.packages.test(specifier))
        wrong.push(`${from} imports ${specifier}: not for ${here.name}`);
      continue;
    }
    const there = placeOf(to);
    if (there && there !== here && !here.may.includes(there.name))
      wrong.push(`${from} imports ${to}: ${here.name} may not know ${there.name}`);
    const crosses = specifier.startsWith('.') && roomOf(from) !== roomOf(to) && !there?.byPath;
    if (crosses) wrong.push(`${from} imports ${to} by its path: use the package's public entry`);
  }
  return wrong;
}

const roomOf = (path: string) => /^(packages\/[^/]+|[^/]+)\//.exec(path.replace(/^\.storybook\//, 'stories/'))?.[1];
