import { expect, test } from 'vitest';
import { cyclesOf, importsOf, wrongDirections, type Room } from './imports.js';
import { modules, readJson } from './sources.js';

type Targets = Record<string, string | Record<string, string>>;

const sourceOf = (targets: Targets) =>
  Object.fromEntries(
    Object.entries(targets).map(([key, to]) => [
      key,
      typeof to === 'string' ? to : (to['fulian-source'] ?? to.development ?? to.default ?? ''),
    ]),
  );

const rooms = ['openapi', 'packages/sdk', 'packages/elements', 'packages/server'].map((folder): Room => {
  const manifest = readJson(`${folder}/package.json`) as { name: string; exports?: Targets; imports?: Targets };
  const { name, exports = {}, imports: own = {} } = manifest;
  return { name, folder, exports: sourceOf(exports), imports: sourceOf(own) };
});
const imports = importsOf(modules(), rooms);

test('no module imports itself by way of others', () => {
  expect(imports.length).toBeGreaterThan(10);
  expect(cyclesOf(imports)).toEqual([]);
});

test('every import keeps to the direction table', () => {
  expect(wrongDirections(imports)).toEqual([]);
});

test('a cycle is found, also by way of a type and of a package', () => {
  const sample = importsOf(
    [
      { path: 'openapi/rules/a.ts', text: "import type { B } from './b.js';" },
      { path: 'openapi/rules/b.ts', text: "const c = await import('@sample/contract/c');" },
      { path: 'openapi/rules/c.ts', text: "export * from './a.js';" },
    ],
    [{ name: '@sample/contract', folder: 'openapi', exports: { './*': './rules/*.ts' }, imports: {} }],
  );
  expect(cyclesOf(sample)).toEqual([
    'openapi/rules/a.ts → openapi/rules/b.ts → openapi/rules/c.ts → openapi/rules/a.ts',
  ]);
});

test.each([
  ['openapi/rules/a.ts', 'packages/sdk/src/errors.ts', 'contract may not know sdk core'],
  ['packages/sdk/src/client.ts', 'packages/sdk/src/stores/x/index.ts', 'sdk core may not know sdk stores'],
  ['packages/elements/src/x/x.ts', 'openapi/generated/types.ts', 'elements may not know contract'],
  ['packages/elements/src/x/x.ts', 'packages/sdk/src/testing/index.ts', 'elements may not know sdk testing'],
  ['packages/server/src/app.ts', 'packages/sdk/src/client.ts', 'server may not know sdk core'],
  ['packages/sdk/src/client.ts', 'tests/house/sources.ts', 'sdk core may not know tests'],
  ['packages/elements/src/x/x.ts', 'packages/elements/src/x/x.test.ts', 'elements may not know tests'],
])('%s may not import %s', (from, to, reason) => {
  expect(wrongDirections([{ from, specifier: '@sample/x', to }])).toEqual([`${from} imports ${to}: ${reason}`]);
});

test('a package that a room must not know and a path into another room are found', () => {
  expect(wrongDirections([{ from: 'packages/sdk/src/client.ts', specifier: 'lit', to: undefined }])).toHaveLength(1);
  expect(
    wrongDirections([
      {
        from: 'stories/a.stories.ts',
        specifier: '../packages/sdk/src/testing/index.js',
        to: 'packages/sdk/src/testing/index.ts',
      },
    ]),
  ).toHaveLength(1);
});
