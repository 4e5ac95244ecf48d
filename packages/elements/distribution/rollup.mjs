/**
 * What is shipped besides one module an element: `fl.js`, which loads the elements that a page has, and `fl.iife.js`, one
 * classic script for pages without modules, with its English words in `fl.iife.en.js`. Built after the modules, which the
 * first one names.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { likeBesideLike } from './packing.mjs';

const source = 'packages/elements/src';
const dist = 'packages/elements/dist';
const classic = 'packages/elements/src/distribution/classic.ts';

/** What `fl.iife.js` says in English, by catalogue; that of the quick exit is in it anyway. */
const englishCatalogues = [
  'ballot',
  'ballot-result',
  'case-tracker',
  'case-tracker-more',
  'council',
  'help-form',
  'help-form-later',
  'member-sign-in',
  'service-map',
  'service-map-place',
];

/** Files beside the modules that are made here, for whoever tidies the folder. */
export const distributionFiles = ['fl.js', 'fl.iife.js', 'fl.iife.en.js', 'hosted'];

/** All files that a module of `dist` brings with it, itself first. */
function closureOf(file, found = []) {
  if (found.includes(file)) return found;
  found.push(file);
  const code = readFileSync(join(dist, file), 'utf8');
  for (const [, path] of code.matchAll(/\b(?:import|from)"(\.\.?\/[^"]+\.js)"/g))
    closureOf(normalize(join(dirname(file), path)).replace(/\\/g, '/'), found);
  return found;
}

/** Puts into `fl.js` which files each element needs, as they have just been written. */
const partsOfModules = {
  name: 'fulian-parts',
  load(id) {
    if (!id.endsWith('/distribution/parts.ts')) return null;
    const names = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts')));
    const parts = Object.fromEntries(names.map((name) => [name, closureOf(`${name}.js`)]));
    return `export const parts = ${JSON.stringify(parts)};`;
  },
};

/** Has English words come from `fl.iife.en.js`, where modules would import them. */
const classicWords = {
  name: 'fulian-classic-words',
  transform(code, id) {
    if (!id.includes(`/${source}/`)) return null;
    const names = [];
    const changed = code.replace(/\bimport\('\.\.\/locales\/en\/([\w-]+)\.js'\)/g, (_, name) => {
      if (!englishCatalogues.includes(name)) this.error(`${name} is not among the English words of fl.iife.en.js`);
      names.push(name);
      return `englishWords('${name}')`;
    });
    if (names.length === 0) return null;
    return { code: `import { englishWords } from '../distribution/classic-words.js';\n${changed}`, map: null };
  },
  renderChunk(code) {
    const english = createHash('sha384')
      .update(readFileSync(join(dist, 'fl.iife.en.js')))
      .digest('base64');
    return { code: code.replace('ENGLISH_INTEGRITY', JSON.stringify(`sha384-${english}`)), map: null };
  },
};

/** The English words of the public elements, left on the script element that `classic-words.ts` made. */
const englishWords = {
  name: 'fulian-english-words',
  resolveId: (id) => (id === 'fl.iife.en.js' ? `\0${id}` : null),
  load(id) {
    if (id !== '\0fl.iife.en.js') return null;
    const name = (catalogue) => catalogue.replace(/\W/g, '_');
    const imports = englishCatalogues.map(
      (one) => `import * as ${name(one)} from ${JSON.stringify(join(process.cwd(), source, `locales/en/${one}.ts`))};`,
    );
    const entries = englishCatalogues.map((one) => `${JSON.stringify(one)}: ${name(one)}`);
    return `${imports.join('\n')}\ndocument.currentScript.catalogues = { ${entries.join(', ')} };`;
  },
};

/**
 * The bundles, in the order in which they must be made. `plugins` makes what every bundle of the elements goes through,
 * around those given to it; `onwarn` is rollup's.
 */
export function distributionBundles({ plugins, treeshake, onwarn }) {
  const bundle = (file, input, format, own, { compress, ...output } = {}) => ({
    input,
    treeshake,
    onwarn,
    output: {
      file: join(dist, file),
      format,
      generatedCode: { preset: 'es2015', symbols: false },
      freeze: false,
      compact: true,
      ...output,
    },
    plugins: plugins(own, compress),
  });
  return [
    bundle('fl.js', join(source, 'distribution/fl.ts'), 'es', [partsOfModules]),
    bundle('fl.iife.en.js', 'fl.iife.en.js', 'iife', [englishWords]),
    bundle(
      'fl.iife.js',
      classic,
      'iife',
      [likeBesideLike((id) => id.endsWith(`/${classic}`), { late: true }), classicWords],
      {
        inlineDynamicImports: true,
        // Functions put into one another are shorter and pack worse: 1.6 %.
        compress: { reduce_vars: false },
      },
    ),
  ];
}
