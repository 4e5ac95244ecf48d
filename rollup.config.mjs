/**
 * `npm run build:bundles`: the files that a browser loads. ES modules for ES2019 engines (Chromium 79), minified, without
 * source maps: the SDK with its contract, and one module an element with what several of them share in `chunks/`.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import esbuild from 'rollup-plugin-esbuild';

const elements = 'packages/elements';
const sdk = 'packages/sdk';

/** Takes the comments and spaces out of `css` templates; knows no grammar, so it cannot rewrite for newer engines. */
function squeezeCss(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

/** Takes the comments and spaces out of the templates in our own modules. */
const templates = {
  name: 'fulian-templates',
  async transform(code, id) {
    if (!id.includes(`/${elements}/src/`) || !/(html|svg|css)`/.test(code)) return null;
    return minifyHTMLLiterals(code, {
      fileName: id,
      sourceMap: false,
      css: squeezeCss,
      html: { keepClosingSlash: true, collapseBooleanAttributes: true, conservativeCollapse: true },
    });
  },
};

/**
 * What is changed in Lit to make it a good guest, by file. Each change must find its place, so that a new version of Lit
 * cannot slip through.
 */
const guestChanges = {
  // No list of versions on `window`, no hooks for polyfills that we do not ship.
  'lit-html.js': [
    [/\((\w+)\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    // The policy must not end our script where the page, or another copy of us, has one of that name: then `fulian-kit`.
    [
      /(\w+)\?\1\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\):void 0/,
      '$1?(rules=>{for(const name of["lit-html","fulian-kit"])try{return $1.createPolicy(name,rules)}catch(_){}})($2):void 0',
    ],
    [/,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),/, ';'],
  ],
  'lit-element.js': [
    [/\((\w+)\.litElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)(?=;)/, ''],
    [/const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
  ],
  'reactive-element.js': [
    // No initializers of other libraries' decorators.
    [/static addInitializer\(\w+\)\{this\._\$Ei\(\),\(this\.l\?\?=\[\]\)\.push\(\w+\)\}/, ''],
    [/,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
    [/,void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\)/, ''],
    [/\((\w+)\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]+"\)/, '0'],
    [/,(\w+)=\w+\.reactiveElementPolyfillSupport(?=,)/, ''],
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),/, ','],
    // No metadata of standard decorators, which nobody here uses, on `Symbol` and `window`.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\._\$Eh=)/, ''],
  ],
  // Adopted style sheets are looked for on the document and not on `Document.prototype`, which MooTools replaces; Lit would
  // fall back to `<style>`, which the policy of the page blocks.
  'css-tag.js': [
    ['"adoptedStyleSheets"in Document.prototype', '"adoptedStyleSheets"in document'],
    // No sheets made by others, which it would read rule by rule.
    [/(\w+)\?(\w+=>\w+):\w+=>\w+ instanceof CSSStyleSheet\?\(.*?\)\(\w+\):\w+(?=;)/, '$2'],
    // Hints for developers, who work with the source.
    [/"CSSResult is not constructable[^"]+"/, ''],
    [/"Value passed to 'css' function [^"]+"\+\w+\+"[^"]+"/, ''],
  ],
};

const guestLit = {
  name: 'fulian-guest-lit',
  transform(code, id) {
    const [, file] = /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\/([\w-]+\.js)$/.exec(id) ?? [];
    let changed = code;
    for (const [from, to] of guestChanges[file] ?? []) {
      const next = changed.replace(from, to);
      if (next === changed)
        this.error(`${file} of Lit has changed: ${from} is not there any more; see rollup.config.mjs`);
      changed = next;
    }
    return changed === code ? null : { code: changed, map: null };
  },
};

/** Fails where something is used that ES2019 engines or old pages do not have; lit and zod included. */
const oldEngines = {
  name: 'fulian-old-engines',
  generateBundle(_options, bundle) {
    for (const { fileName, code = '' } of Object.values(bundle)) {
      const found =
        /\bnew Event\(|\bArray\.from\(|\bstructuredClone\(|\.randomUUID\(|\bAbortSignal\.(any|timeout)\(|\.replaceAll\(/.exec(
          code,
        );
      if (found) this.error(`${fileName} uses ${found[0]}, which old WebViews or old pages do not have`);
    }
  },
};

/**
 * Removes what the build before left and this one has not written, so that no chunk of another day is shipped. After the
 * writing and not before it, so that whoever serves the folder never finds it empty.
 */
function tidy(folder, keep) {
  return {
    name: 'fulian-tidy',
    writeBundle(_options, written) {
      for (const name of readdirSync(folder, { recursive: true })) {
        const path = name.replace(/\\/g, '/');
        const stays = written[path] || keep.includes(path.split('/')[0]) || !path.endsWith('.js');
        if (!stays) rmSync(join(folder, path));
      }
    },
  };
}

function bundle({ room, input, folder = 'dist', keep = [], conditions, manualChunks }) {
  return {
    input,
    output: {
      dir: join(room, folder),
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: ({ moduleIds }) =>
        moduleIds.every((id) => id.includes('/locales/en/')) ? 'chunks/en-[name]-[hash].js' : 'chunks/[name]-[hash].js',
      hashCharacters: 'hex',
      generatedCode: { preset: 'es2015', symbols: false },
      freeze: false,
      compact: true,
      manualChunks,
      onlyExplicitManualChunks: typeof manualChunks === 'function',
    },
    plugins: [
      nodeResolve({ exportConditions: conditions, extensions: ['.ts', '.mjs', '.js'] }),
      guestLit,
      templates,
      esbuild({ target: 'es2019', exclude: [], legalComments: 'none' }),
      terser({ ecma: 2019, module: true, format: { comments: false }, compress: { passes: 2 } }),
      oldEngines,
      tidy(join(room, folder), keep),
    ],
    onwarn(warning) {
      if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('/node_modules/zod/')))
        return;
      throw new Error(warning.message);
    },
  };
}

/** One entry for each folder of an element. */
const elementEntries = Object.fromEntries(
  readdirSync(join(elements, 'src'))
    .filter((name) => existsSync(join(elements, 'src', name, 'index.ts')))
    .map((name) => [name, join(elements, 'src', name, 'index.ts')]),
);

const conditions = ['fulian-source', 'production', 'browser'];

/**
 * Which files of the elements are one, by what a module's path contains; the rest is left to rollup. Few larger files are
 * fewer requests and compress better than many small ones.
 */
const elementChunks = [
  // The button that must come first is one file with Lit; the others build on it.
  [
    'core',
    /node_modules\/(lit|@lit)|quick-exit\/quick-exit|locales\/[\w-]+\/quick-exit|base\/(define|element|language|provider|frame)\b/,
  ],
  // What the client and a store share.
  ['sdk', /sdk\/src\/(errors|random|exchange|retry)\b/],
  // All that follows the first question of the help form: its steps, the store's part for them, and the schemas.
  [
    'help-form-later',
    /help-form\.(later|steps|questions|check|place|place-chooser|receipt|story|time)\.ts|zh-CN\/help-form-later|stores\/help-form\/(journey|checks|places|sending|submission|uploads|submission-schema|jitless|schema)\.ts|openapi\/(rules|generated\/schemas)|node_modules\/zod|sdk\/src\/findings/,
  ],
];

export default [
  bundle({
    room: sdk,
    input: {
      index: join(sdk, 'src/index.ts'),
      'stores/help-form': join(sdk, 'src/stores/help-form/index.ts'),
      testing: join(sdk, 'src/testing/index.ts'),
    },
    keep: ['types', 'development'],
    conditions,
    manualChunks: { core: [join(sdk, 'src/index.ts')] },
  }),
  // For those who build on the SDK: checks every answer against the contract.
  bundle({
    room: sdk,
    input: { index: join(sdk, 'src/index.ts') },
    folder: 'dist/development',
    conditions: ['fulian-source', 'development', 'browser'],
  }),
  bundle({
    room: elements,
    input: elementEntries,
    keep: ['types', 'custom-elements.json'],
    conditions,
    manualChunks: (id) => elementChunks.find(([, modules]) => modules.test(id))?.[0],
  }),
];
