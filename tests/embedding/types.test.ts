/**
 * The types that `npm run build:manifest` writes for React, Vue, Svelte and Angular, each under its own checker: what is right
 * passes, and of what is wrong every line is refused. Beside them the data for editors.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { install } from './install.mjs';
import { placeElements } from './placed.mjs';

const here = import.meta.dirname;
const installed = join(here, 'node_modules');
const dist = join(here, '../../packages/elements/dist');

beforeAll(async () => {
  await install();
  placeElements('types');
  placeElements('examples');
}, 600_000);

/** Runs a checker in a folder; resolves to what it says, whatever it thinks of it. */
function run(folder: string, script: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: join(here, folder) });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(stripVTControlCharacters(said)));
  });
}

/** The checker of each framework, for the `tsconfig.json` of a folder. */
const checkers: Record<string, (folder: string) => Promise<string>> = {
  react: (folder) => run(folder, join(here, '../../node_modules/@typescript/native/bin/tsc'), '--pretty', 'false'),
  vue: (folder) => run(folder, join(installed, 'vue-tsc/bin/vue-tsc.js'), '--pretty', 'false'),
  svelte: (folder) =>
    run(
      folder,
      join(installed, 'svelte-check/bin/svelte-check'),
      ...['--tsconfig', './tsconfig.json', '--output', 'machine', '--threshold', 'error'],
    ),
  angular: (folder) => run(folder, join(installed, '@angular/compiler-cli/bundles/src/bin/ngc.js'), '-p', '.'),
};

/** Lines where something is refused, as `Wrong.vue:10`, from `Wrong.vue(10,17)`, `"Wrong.svelte" 10:17` or `wrong.html:10:17 - error`. */
const refusedIn = (said: string) =>
  [...said.matchAll(/^(?:\d+ ERROR )?"?([\w./-]+?)"?[(: ](\d+)[,:]\d+[):]?(?= - error|: error| ")/gm)].map(
    ([, file, line]) => `${file}:${line}`,
  );

/** Lines below a comment that says `wrong: …`. */
function wrongIn(folder: string): string[] {
  const files = readdirSync(join(here, 'types', folder)).filter((name) => /^wrong\.(?!ts$)/i.test(name));
  return files.flatMap((file) =>
    readFileSync(join(here, 'types', folder, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.includes('wrong: ') ? [`${file}:${at + 2}`] : [])),
  );
}

test.each(Object.keys(checkers))(
  '%s: what is right passes its own checker, and every wrong value, property, element and event is refused',
  async (framework) => {
    const wrong = wrongIn(framework);
    expect(wrong.length).toBeGreaterThan(6);
    const said = await checkers[framework]!(`types/${framework}`);
    expect([...new Set(refusedIn(said))].sort(), said).toEqual(wrong.sort());
  },
);

// What an Angular page gets wrong does not build, and that one is built.
test.each(['react', 'vue', 'svelte'])('%s: the example passes the same checker', async (framework) => {
  const said = await checkers[framework]!(`examples/${framework}`);
  expect(refusedIn(said), said).toEqual([]);
  expect(said).not.toContain('error');
});

const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

test('editors learn every element with its attributes and the words that they take', () => {
  type Named = { name: string; description: unknown };
  type Tag = Named & { attributes: (Named & { values?: Named[] })[] };
  type WebTag = Named & { attributes: Named[]; js: { events: Named[] }; css: { parts: Named[] } };
  const manifest = read<{ modules: { declarations: { tagName: string }[] }[] }>(join(dist, 'custom-elements.json'));
  const tags = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)).sort();
  const vsCode = read<{ version: number; tags: Tag[] }>(join(dist, 'frameworks/html-custom-data.json'));
  const jetBrains = read<{ name: string; version: string; contributions: { html: { elements: WebTag[] } } }>(
    join(dist, 'frameworks/web-types.json'),
  );
  const ours = read<Record<string, string>>(join(here, '../../packages/elements/package.json'));

  expect(tags.length).toBeGreaterThan(10);
  expect(vsCode.tags.map(({ name }) => name).sort()).toEqual(tags);
  const appearance = vsCode.tags
    .find(({ name }) => name === 'fl-help-form')
    ?.attributes.find(({ name }) => name === 'appearance');
  expect(appearance?.values?.map(({ name }) => name)).toEqual(expect.arrayContaining(['light', 'dark', 'contrast']));

  expect(jetBrains).toMatchObject({ name: ours.name, version: ours.version });
  expect(join(here, '../../packages/elements', ours['web-types']!)).toBe(join(dist, 'frameworks/web-types.json'));
  const { elements } = jetBrains.contributions.html;
  expect(elements.map(({ name }) => name).sort()).toEqual(tags);
  const form = elements.find(({ name }) => name === 'fl-help-form')!;
  expect(form.js.events.map(({ name }) => name)).toContain('fl-submitted');
  expect(form.css.parts.map(({ name }) => name)).toContain('receipt');
  for (const { description } of [...vsCode.tags, ...elements]) expect(description).toBeTruthy();
});

test('the properties of style sheets are told once each', () => {
  const { properties } = read<{ properties: { name: string }[] }>(join(dist, 'frameworks/css-custom-data.json'));
  const names = properties.map(({ name }) => name);
  expect(names).toContain('--fl-sticky-top');
  expect(new Set(names).size).toBe(names.length);
});
