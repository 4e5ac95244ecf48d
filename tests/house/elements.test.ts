import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  catalogueFaults,
  incompleteFolders,
  reachesOut,
  strayTexts,
  undescribedTokens,
  type Catalogues,
} from './elements.js';
import { propertyOf } from '../../packages/elements/tokens/format.js';
import { frameTokens, tokens } from '../../packages/elements/tokens/presets.js';
import { isTest, modules, root } from './sources.js';

const home = 'packages/elements/src/';
const sources = modules();
const shipped = sources.filter(({ path }) => path.startsWith(home) && !isTest(path));

async function readCatalogues(): Promise<Catalogues> {
  const all: Record<string, Record<string, Record<string, string>>> = {};
  for (const { path } of shipped.filter((source) => source.path.startsWith(`${home}locales/`))) {
    const [language = '', file = ''] = path.slice(`${home}locales/`.length).split('/');
    const words = Object.values((await import(join(root, path))) as Record<string, Record<string, string>>);
    (all[language] ??= {})[file] = Object.assign({}, ...words) as Record<string, string>;
  }
  return all;
}

test('every element has its index, class, styles, test, story and summary', () => {
  expect(shipped.length).toBeGreaterThan(10);
  expect(incompleteFolders(sources)).toEqual([]);
});

test('whatever an element lacks is named', () => {
  const folder = (...names: string[]) =>
    names.map((path) => ({ path, text: 'export class FlMap extends X { render() {} }' }));
  expect(incompleteFolders(folder(`${home}map/map.ts`))).toEqual([
    `${home}map/index.ts is missing`,
    `${home}map/map.test.ts is missing`,
    `${home}map/map.styles.ts is missing`,
    'stories/map.stories.ts is missing',
    'map: the class has no @summary',
  ]);
  expect(incompleteFolders(folder(`${home}quick-exit/quick-exit.ts`))).toContain('quick-exit: no class FlQuickExit');
});

test('every text is there in every language, with the same gaps', async () => {
  const catalogues = await readCatalogues();
  expect(Object.keys(catalogues).sort()).toEqual(['en', 'zh-CN']);
  expect(Object.values(catalogues['zh-CN'] ?? {}).flatMap(Object.keys).length).toBeGreaterThan(100);
  expect(catalogueFaults(catalogues)).toEqual([]);
});

test('a missing catalogue, key, word or gap is found', () => {
  const faults = (en: Record<string, Record<string, string>>) =>
    catalogueFaults({ 'zh-CN': { form: { go: '第 {n} 步' } }, en });
  expect(faults({ form: { go: 'Step {n}' } })).toEqual([]);
  expect(faults({})).toEqual(['form.go has no words in en']);
  expect(faults({ form: { go: ' ' } })).toEqual(['form.go has no words in en']);
  expect(faults({ form: { go: 'Step {n}', stop: 'Stop' } })).toEqual(['form.stop has no words in zh-CN']);
  expect(faults({ form: { go: 'Step' } })).toEqual(['form.go has other gaps in one language than in another']);
});

test('no text for a person stands outside the catalogues', () => {
  expect(strayTexts(shipped.filter(({ path }) => !path.startsWith(`${home}locales/`)))).toEqual([]);
});

test.each([
  "const label = '快速离开';",
  'const label = `离开 ${name}`;',
  'html`<p>${hint} Call us</p>`',
  'html`<button aria-label="Close">×</button>`',
])('the stray text in %s is found', (text) => {
  expect(strayTexts([{ path: 'packages/elements/src/x/x.ts', text }])).toHaveLength(1);
});

test('markup, bindings and comments are not taken for text', () => {
  const text = '/** 求助表 */ html`<!-- Note --><p class="hint" title=${word}>${one} / ${two}</p>`';
  expect(strayTexts([{ path: 'packages/elements/src/x/x.ts', text }])).toEqual([]);
});

test('S2 no element reaches for the network or for a storage, but by the one place where she is asked first', () => {
  expect(reachesOut(shipped)).toEqual([`${home}base/device.ts uses localStorage`]);
});

test('S2 what lies on her device is asked for in the two places that say so to her', () => {
  const users = shipped
    .filter(({ text }) => text.includes('placeOnDevice('))
    .map(({ path }) => path.slice(home.length));
  // The papers are those of ballot/ballot.ts, which asks.
  expect(users.sort()).toEqual(['ballot/ballot.ts', 'base/council-papers.ts', 'base/device.ts', 'council/council.ts']);
});

test.each(['await fetch(url);', 'window.localStorage.clear();', "window['sessionStorage']", 'document.cookie = x;'])(
  'S2 the reach in %s is found',
  (text) => {
    expect(reachesOut([{ path: 'packages/elements/src/x/x.ts', text }])).toHaveLength(1);
  },
);

test('every custom property that a page may set is described where it belongs', () => {
  // Those of a map, a desk or the quick exit belong to one element.
  const base = tokens.map(({ path }) => path).filter((path) => !/^(?:map|desk|quick-exit)\./.test(path));
  expect(undescribedTokens(shipped, [...base.map(propertyOf), '--fl-scheme'])).toEqual([]);
  expect(tokens.filter(({ description }) => !description)).toEqual([]);
});

test('type and sizes in the elements are those of the tokens', () => {
  const text = shipped.find(({ path }) => path === `${home}base/frame.styles.ts`)?.text ?? '';
  const uses = text.matchAll(/var\(\s*(--fl-[\w-]+),\s*([^)]+)\)/g);
  const inSource = Object.fromEntries([...uses].map(([, name = '', value = '']) => [name, value]));
  expect(inSource).toEqual(Object.fromEntries(frameTokens.map(({ path, css }) => [propertyOf(path), css])));
});

test('what an element has for a token of its own is the same as in the tokens', () => {
  const own = tokens.filter(({ path }) => /^(?:map|desk|quick-exit)\./.test(path));
  const described = shipped.map(({ text }) => text).join('\n');
  const short = (css: string) => css.replace(/#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  const missing = own.filter(({ path, css }) => !described.includes(`@cssprop [${propertyOf(path)}=${short(css)}]`));
  expect(missing.map(({ path }) => path)).toEqual([]);
});

test('a custom property that is undescribed, or described for nothing, is found', () => {
  const base = { path: `${home}base/tokens.styles.ts`, text: 'color: var(--fl-ink, #000)' };
  const element = { path: `${home}x/x.ts`, text: '/** @cssprop [--fl-x-old=1px] - Gone. */' };
  const styles = { path: `${home}x/x.styles.ts`, text: 'top: var(--fl-x-top, 0); color: var(--fl-ink, #000)' };
  expect(undescribedTokens([base, element, styles], ['--fl-ink'])).toEqual([
    'x: --fl-x-top has no @cssprop',
    'x: --fl-x-old is described and not used',
  ]);
  expect(undescribedTokens([base], ['--fl-paper'])).toEqual([
    '--fl-ink is not in the guide to theming',
    '--fl-paper is in the guide to theming only',
  ]);
});
