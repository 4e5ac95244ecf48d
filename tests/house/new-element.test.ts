import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format } from 'oxfmt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueFaults, incompleteFolders, strayTexts } from './elements.js';
import { readJson, root } from './sources.js';

const script = join(root, 'packages/elements/new.mjs');
let copy: string;

/** Runs `npm run new` in the copy; what it says and its exit code. */
function scaffold(name: string) {
  const { status, stderr } = spawnSync(process.execPath, [script, name, copy], { encoding: 'utf8' });
  return { status, stderr };
}

/** The files that were made, as the house rules read them. */
function made() {
  const all = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.d)\.ts$/.test(path));
  return all
    .filter((path) => path.includes('tea-house'))
    .map((path) => ({ path, text: readFileSync(join(copy, path), 'utf8') }));
}

beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  // Inside the repository, so that its packages are found.
  copy = mkdtempSync(join(root, '.cache/new-'));
  cpSync(join(root, 'packages/elements/src/base'), join(copy, 'packages/elements/src/base'), { recursive: true });
  expect(scaffold('tea-house')).toEqual({ status: 0, stderr: '' });
});

afterAll(() => rmSync(copy, { recursive: true }));

test('a new element has every file that the house asks for, and no stray text', () => {
  const sources = made();
  expect(sources).toHaveLength(7);
  expect(incompleteFolders(sources)).toEqual([]);
  expect(strayTexts(sources.filter(({ path }) => !/locales|stories|\.test\.ts$/.test(path)))).toEqual([]);
});

test('a new element speaks every language', async () => {
  const words = async (language: string) =>
    ((await import(join(copy, `packages/elements/src/locales/${language}/tea-house.ts`))) as { words: object }).words;
  const catalogues = { 'zh-CN': { 'tea-house': await words('zh-CN') }, en: { 'tea-house': await words('en') } };
  expect(catalogueFaults(catalogues as never)).toEqual([]);
});

test('a new element passes the type check and the formatter as it is', async () => {
  const elements = join(copy, 'packages/elements');
  const compilerOptions = {
    noEmit: true,
    composite: false,
    emitDeclarationOnly: false,
    rootDir: root,
    types: ['mocha'],
    paths: { '@fulian/elements/*': ['./src/*/index.ts'] },
  };
  const config = {
    extends: relative(elements, join(root, 'packages/elements/tsconfig.json')),
    compilerOptions,
    include: ['src/**/*.ts', '../../stories/*.ts'],
    exclude: ['src/base/**/*.test.ts'],
    references: [],
  };
  writeFileSync(join(elements, 'tsconfig.json'), JSON.stringify(config));
  const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
  expect(spawnSync(process.execPath, [compiler, '-p', elements], { encoding: 'utf8' }).stdout).toBe('');
  const { ignorePatterns: _, $schema: _schema, ...style } = readJson('.oxfmtrc.json') as Record<string, unknown>;
  for (const { path, text } of made()) expect((await format(path, text, style)).code).toBe(text);
});

test.each([
  ['tea-house', 'is there already'],
  ['Tea House', 'kebab-case'],
  ['../outside', 'kebab-case'],
  ['fl-tea', "leave 'fl-' away"],
  ['', 'kebab-case'],
])('the name %o is refused in one line', (name, reason) => {
  const { status, stderr } = scaffold(name);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(reason)]);
});
