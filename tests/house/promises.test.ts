import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  brokenCommands,
  brokenLinks,
  rulesDue,
  undescribedSettings,
  unexplainedPackages,
  unprovenRules,
} from './promises.js';
import { modules, readJson, root, sourcesEnding } from './sources.js';

const scripts = Object.keys((readJson('package.json') as { scripts: Record<string, string> }).scripts);
const guides = sourcesEnding('.md', '.mdx');
const sample = (text: string) => [{ path: 'sample', text }];

test('every safety rule that is due is named by a test', () => {
  const tests = modules().filter(({ path }) => path.endsWith('.test.ts') && !path.startsWith('tests/house/'));
  expect(tests.length).toBeGreaterThan(10);
  expect(unprovenRules(tests, rulesDue)).toEqual([]);
});

test('a rule without a test is found, and S1 is not taken for S10', () => {
  expect(unprovenRules(sample("test('S10 no request is lost', () => {})"), ['S1', 'S10'])).toEqual(['S1']);
  expect(unprovenRules(sample('it.each([1])(\n  `S1 nothing comes back`, () => {})'), ['S1'])).toEqual([]);
  expect(unprovenRules(sample("// S1 is proven elsewhere\nconst s = 'S1';"), ['S1'])).toEqual(['S1']);
});

test('every command that a guide tells people to type exists', () => {
  expect(guides.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md']),
  );
  expect(brokenCommands(guides, scripts)).toEqual([]);
});

test('a command that does not exist is found', () => {
  expect(brokenCommands(sample('Run `npm test`, then `npm run deploy`.'), ['test'])).toEqual([
    'sample: npm run deploy',
  ]);
  expect(brokenCommands(sample('`npm start`'), [])).toEqual(['sample: npm start']);
});

test('no guide links to a file that is not there', () => {
  const broken = guides.flatMap((guide) =>
    brokenLinks([guide], (target) => existsSync(join(root, guide.path, '..', target))),
  );
  expect(broken).toEqual([]);
});

test('a link to nothing is found', () => {
  expect(
    brokenLinks(sample('[a](./a.md) [b](b.md#top) [c](https://example.org) [d](#d)'), (path) => path === './a.md'),
  ).toEqual(['sample: b.md is not there']);
});

test('every dependency has a reason, and every reason a dependency', () => {
  type Manifest = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;
  const manifests = ['.', 'openapi', 'packages/sdk', 'packages/elements', 'packages/server'].map(
    (folder) => readJson(`${folder}/package.json`) as Manifest,
  );
  const names = manifests.flatMap(({ dependencies = {}, devDependencies = {} }) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  );
  const others = [...new Set(names)].filter((name) => !name.startsWith('@fulian/'));
  const page = readFileSync(join(root, 'stories/decisions/dependencies.mdx'), 'utf8');
  expect(others.length).toBeGreaterThan(30);
  expect(unexplainedPackages(page, others)).toEqual([]);
});

test('a package without a reason and a reason without a package are found', () => {
  const page = '- `lit`,\n  `@types/x`: Small\n- `npm ci` is the test';
  expect(unexplainedPackages(page, ['lit', '@types/x'])).toEqual([]);
  expect(unexplainedPackages(page, ['lit', 'left-pad'])).toEqual([
    'left-pad has no reason',
    '@types/x is explained and not used',
  ]);
});

test('the guide to running the service names every setting, and no other', () => {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const config = read('packages/server/src/config.ts');
  expect(config).toContain('env.DATABASE_URL');
  expect(undescribedSettings(config, read('stories/guides/operate.mdx'))).toEqual([]);
});

test('a setting without a word and a word without a setting are found', () => {
  const config = "host: env.HOST, port: whole(env, 'PORT', 1)";
  expect(undescribedSettings(config, '- `PORT`,\n  `HOST` (default `8080`): where')).toEqual([]);
  expect(undescribedSettings(config, '- `PORT`, `DATA_DIR`: where')).toEqual([
    'HOST is not in the guide',
    'DATA_DIR is in the guide only',
  ]);
});
