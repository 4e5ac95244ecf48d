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

/** An element that `fl.iife.js` has as a script of its own. */
const isApart = (id) => id.endsWith('/ballot/index.ts');

/** Of `fl.iife.js`: which parts come as scripts of their own, by what runs one and by its SHA-384 in the code. */
const classicParts = {
  name: 'fulian-classic-parts',
  transform(code, id) {
    if (!id.includes(`/${source}/`)) return null;
    const used = new Set();
    const use = (name, argument) => {
      used.add(name);
      return `${name}(${argument})`;
    };
    const changed = code
      .replace(/\bimport\('\.\.\/locales\/en\/([\w-]+)\.js'\)/g, (_, name) => {
        if (!englishCatalogues.includes(name)) this.error(`${name} is not among the English words of fl.iife.en.js`);
        return use('englishWords', `'${name}'`);
      })
      .replace(/\bimport\('\.\.\/ballot\/index\.js'\)/g, (dynamicImport) => use('ballotScript', dynamicImport));
    if (used.size === 0) return null;
    return { code: `import { ${[...used].join()} } from '../distribution/classic-scripts.js';\n${changed}`, map: null };
  },
  /** A script of its own is known by its name; what lies in the same file stays as it is. */
  renderDynamicImport: ({ targetModuleId }) => (isApart(targetModuleId ?? '') ? { left: '(', right: ')' } : null),
  /** Rollup has written one CommonJS module each: `core` gives what it exports to a part on the part's script element. */
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle);
    const core = chunks.find(({ isEntry }) => isEntry);
    const parts = chunks.filter((chunk) => chunk !== core);
    if (parts.length !== 1) this.error(`${parts.map(({ fileName }) => fileName).join()} should be one script`);
    const [ballot] = parts;
    // Names that are free: a minifier makes short ones, and knows that these two are somebody else's.
    ballot.code = `((script,exports,require)=>{${ballot.code}script.brings=exports})(...(script=>[script,{},()=>script.uses])(document.currentScript));\n`;
    const hashes = {
      ENGLISH_INTEGRITY: readFileSync(join(dist, 'fl.iife.en.js')),
      BALLOT_INTEGRITY: ballot.code,
    };
    core.code = `(exports=>{${core.code}})({});\n`;
    for (const [name, code] of Object.entries(hashes)) {
      const hash = createHash('sha384').update(code).digest('base64');
      core.code = core.code.replace(name, JSON.stringify(`sha384-${hash}`));
    }
  },
};

/** The English words of the public elements, left on the script element that `classic-scripts.ts` made. */
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
    return `${imports.join('\n')}\ndocument.currentScript.brings = { ${entries.join(', ')} };`;
  },
};

/** All that the classic script brings, whenever it is needed, but what `isApart`; ids of modules. */
function coreOf(entry, getModuleInfo, found = new Set()) {
  if (found.has(entry) || isApart(entry)) return found;
  found.add(entry);
  const { importedIds, dynamicallyImportedIds } = getModuleInfo(entry);
  for (const id of [...importedIds, ...dynamicallyImportedIds]) coreOf(id, getModuleInfo, found);
  return found;
}

/** Two chunks: what is needed without the parts that are apart, and those. */
function chunksOfClassic() {
  let core;
  return (id, { getModuleInfo, getModuleIds }) => {
    core ??= coreOf(
      [...getModuleIds()].find((one) => one.endsWith(`/${classic}`)),
      getModuleInfo,
    );
    return core.has(id) ? 'core' : 'ballot';
  };
}

/**
 * The bundles, in the order in which they must be made. `plugins` makes what every bundle of the elements goes through,
 * around those given to it; `onwarn` is rollup's.
 */
export function distributionBundles({ plugins, treeshake, onwarn }) {
  const bundle = (input, own, { compress, ...output }) => ({
    input,
    treeshake,
    preserveEntrySignatures: 'allow-extension',
    onwarn,
    output: {
      dir: dist,
      generatedCode: { preset: 'es2015', symbols: false },
      freeze: false,
      compact: true,
      ...output,
    },
    plugins: plugins(own, compress),
  });
  return [
    bundle({ fl: join(source, 'distribution/fl.ts') }, [partsOfModules], { format: 'es' }),
    bundle({ 'fl.iife.en': 'fl.iife.en.js' }, [englishWords], { format: 'iife' }),
    bundle(
      { 'fl.iife': classic },
      [likeBesideLike((id) => isApart(id) || id.endsWith(`/${classic}`), { late: true, isApart }), classicParts],
      {
        format: 'cjs',
        chunkFileNames: 'fl.iife.[name]-[hash].js',
        manualChunks: chunksOfClassic(),
        hashCharacters: 'hex',
        // Functions put into one another are shorter and pack worse: 1.6 %.
        compress: { reduce_vars: false },
      },
    ),
  ];
}
