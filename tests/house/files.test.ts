import { expect, test } from 'vitest';
import { addressesIn, emptyNames, maxLines, registriesIn, secretsIn, tooLong, undocumented } from './files.js';
import { isTest, modules, sourcesEnding } from './sources.js';

const written = sourcesEnding('.ts', '.mjs', '.yaml', '.mdx', '.css', '.html', '.sql');
const texts = sourcesEnding(
  '.ts',
  '.mjs',
  '.js',
  '.json',
  '.yaml',
  '.yml',
  '.md',
  '.mdx',
  '.html',
  '.sql',
  '.css',
  '.npmrc',
  '.sh',
).filter(({ path }) => !path.endsWith('package-lock.json') && !path.startsWith('tests/house/'));
const locks = sourcesEnding('package-lock.json');
const code = modules();
const sample = (text: string, path = 'packages/sdk/src/sample.ts') => [{ path, text }];

test('no source file is longer than 400 lines', () => {
  expect(written.length).toBeGreaterThan(50);
  expect(tooLong(written)).toEqual([]);
});

test('a file of 401 lines is found, one of 400 is not', () => {
  expect(tooLong(sample('line\n'.repeat(maxLines)))).toEqual([]);
  expect(tooLong(sample('line\n'.repeat(maxLines + 1)))).toHaveLength(1);
});

test('nothing is named after nothing', () => {
  expect(emptyNames(code)).toEqual([]);
});

test.each([
  ['packages/sdk/src/utils.ts', ''],
  ['packages/server/src/common/x.ts', ''],
  ['packages/elements/src/help-form/help-form.helpers.ts', ''],
  ['packages/sdk/src/sample.ts', 'export class UploadManager {}'],
])('the empty name %s %s is found', (path, text) => {
  expect(emptyNames([{ path, text }])).toHaveLength(1);
});

test('everything that a module exports says what it is', () => {
  const shipped = code.filter(({ path }) => !isTest(path) && /^(openapi|packages|stories|\.storybook)\//.test(path));
  // A story is described by its own title and by the page it stands on.
  expect(undocumented(shipped.filter(({ path }) => !path.endsWith('.stories.ts')))).toEqual([]);
});

test('an export without a doc comment is found, whatever it is', () => {
  const bare = [
    'export const a = 1;',
    'export function b() {}',
    'export class C {}',
    'export interface D {}',
    'export type E = 1;',
  ];
  expect(undocumented(sample(bare.join('\n')))).toHaveLength(bare.length);
  expect(undocumented(sample(bare.map((line) => `/** What it is. */\n${line}`).join('\n')))).toEqual([]);
  expect(undocumented(sample("export { a } from './a.js';\nexport type Form = Schemas['Form'];"))).toEqual([]);
});

test('no secret is written down', () => {
  expect(secretsIn(texts)).toEqual([]);
});

test.each([
  '-----BEGIN PRIVATE KEY-----',
  `const masterKey = '${'Zm9v'.repeat(10)}';`,
  `FULIAN_MASTER_KEY: "${'Zm9v'.repeat(11)}="`,
  'DATABASE_URL=postgres://fulian:swordfish9@db.example/fulian',
])('the secret in %s is found', (line) => {
  expect(secretsIn(sample(line))).toHaveLength(1);
});

test('no file names a package registry, and no lock file an address', () => {
  expect(registriesIn(texts)).toEqual([]);
  expect(locks.map(({ path }) => path)).toContain('package-lock.json');
  for (const { path, text } of locks) {
    expect(text, path).toContain('"lockfileVersion"');
    expect(addressesIn(text), path).toEqual([]);
  }
});

test('a registry and an address are found', () => {
  expect(registriesIn(sample('registry=https://packages.example/', '.npmrc'))).toHaveLength(1);
  expect(registriesIn(sample('curl https://registry.example/lit'))).toHaveLength(1);
  expect(addressesIn('  "resolved": "https://packages.example/lit.tgz",')).toHaveLength(1);
  expect(addressesIn('  "resolved": "packages/sdk",')).toEqual([]);
});
