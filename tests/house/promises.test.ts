import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenCommands, brokenLinks, rulesDue, unprovenRules } from './promises.js';
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
