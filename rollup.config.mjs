/**
 * `npm run build:bundles`: the files that a browser loads. ES modules for ES2019 engines (Chromium 79), minified, without
 * source maps: the SDK with its contract, and one module an element with what several of them share in `chunks/`.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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
    // No templates of bare SVG or MathML (`<svg>` inside `html` needs none), and no values inside comments.
    [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
    [/\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, ''],
    [/if\((this\.el=[^{]*?),2===(\w)\|\|3===\2\)\{.*?\}(?=for)/, '$1;'],
    // Parts know nothing about themselves that only directives would ask.
    [/get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
    [/get tagName\(\)\{.*?\}/, ''],
    // No directives, and so no parts that stand for an element.
    [/function \w\(t,i,s=t,e\)\{if\(i===\w\)return i;let h=.*?,h,e\)\),i\}(?=class)/, ''],
    [/t=\w\(this,t,i\),(?=\w\(t\)\?t===)/, ''],
    [/t=\w\(this,t,i,0\),(?=\w=!\w\(t\))/, ''],
    [/r=\w\(this,e\[s\+n\],i,n\)/, 'r=e[s+n]'],
    [/\(t=\w\(this,t,i,0\)\?\?(\w)\)/, '(t=t??$1)'],
    [/class \w\{constructor\(t,i,s\)\{this\.element=t,this\.type=6,.*?\w\(this,t\)\}\}/, ''],
    [/,V:\w(,I:.*?),F:\w\}/, '$1}'],
    [/:6===r\.type&&\(i=new \w\(h,this,t\)\)/, ':0'],
    [/else t\.startsWith\(\w\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(t\)\)/, ''],
    // What only tells its makers' compiler something.
    [/const (\w)=\w\(t\)\.nextSibling;\w\(t\)\.remove/, 'const $1=t.nextSibling;t.remove'],
    [/if\((\w\.data===\w)\)(\w\.push\([^)]*\));else\{let .*?length-1\}/, '$1&&$2;'],
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
    // No `useDefault`, and no controller that goes before its element does.
    [
      /\{useDefault:\w,reflect:(\w),wrapped:\w\},\w\)\{.*?\)\|\|\((this\..*?)\|\|\w\|\|(.*?add\(t\))\)\}/,
      '{reflect:$1}){$2||$3}',
    ],
    [/!\((\(\w\.hasChanged\?\?\w\)\(\w,\w\))\|\|\w\.useDefault.*?\)\)\)\)return/, '!$1)return'],
    [/const (\w)=(\w\.fromAttribute\(\w,\w\.type\));(this\[\w\])=\1\?\?this\._\$Ej\?\.get\(\w\)\?\?\1/, '$3=$2'],
    [/removeController\(\w\)\{.*?\}/, ''],
    // No accessors of our own under a declared property, and no converters but the two for words and flags.
    [/const (\w)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(.*?\)\}(?=\}let)/, ''],
    [/this\.prototype\.hasOwnProperty\(\w\)&&\(\((\w)=Object\.create\(\1\)\)\.wrapped=!0\),/, ''],
    [/"function"==typeof \w\.converter\?.*?\.converter:(?=\w;)/, ''],
    [/\(void 0!==\w\.converter\?\.toAttribute\?\w\.converter:(\w)\)/, '$1'],
    // What only tells its makers' compiler something.
    [/\w\(("elementProperties"|"finalized"|"properties")\)/g, '$1'],
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

/**
 * The same for zod, of which the elements only use `safeParse(…).error.issues`: nothing on `globalThis`, which is the
 * page's, and neither the words nor the ways to ask that nobody reads or calls.
 */
const guestZodChanges = {
  'core/core.js': [
    ['globalThis.__zod_globalConfig?.postProcessor', 'undefined'],
    ['(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});', ''],
    ['export const globalConfig = globalThis.__zod_globalConfig;', 'export const globalConfig = {};'],
  ],
  'core/registries.js': [
    ['(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());', ''],
    ['globalThis.__zod_globalRegistry', 'undefined'],
  ],
  'core/schemas.js': [
    // The 'standard schema' door for other libraries, and the way back from a value to its encoding.
    [/, \{\n {4}\/\/ Wrappers extend this by[^]*?\n\}\);/, ');'],
    [/ {8}const handleCanaryResult =[^]*?(?= {12}\/\/ forward)/, '        inst._zod.run = (payload, ctx) => {\n'],
  ],
  'core/util.js': [[/const message = iss\.message\n[^]*?"Invalid input"\);/, 'const message = "";']],
  'core/parse.js': [
    [/error = new Err\((issues\.map\(.*?\))\);/, 'error = { issues: $1 };'],
    ['_safeParse(errors.$ZodRealError)', '_safeParse()'],
  ],
  'mini/schemas.js': [
    [/\n {4}\/\/ `with` is an alias[^]*?\n {4}parse\(data, params\) \{[^]*?\n {4}\},(?=\n {4}safeParse\()/, ''],
    [/\n {4}safeParseAsync\(data, params\) \{[^]*?\n {4}\},(?=\n {4}check\()/, ''],
    [/\n {4}brand\(\) \{[^]*?\n {4}\},(?=\n\}\);)/, ''],
  ],
};

/** Changes modules of packages, found by `pattern`; its first group is the key in `changes`. */
function guest(name, pattern, changes) {
  return {
    name: `fulian-guest-${name}`,
    transform(code, id) {
      const [, file] = pattern.exec(id) ?? [];
      let changed = code;
      for (const [from, to] of changes[file] ?? []) {
        const next = changed.replace(from, to);
        if (next === changed)
          this.error(`${file} of ${name} has changed: ${from} is not there any more; see rollup.config.mjs`);
        changed = next;
      }
      return changed === code ? null : { code: changed, map: null };
    },
  };
}

const guestLit = guest(
  'lit',
  /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\/([\w-]+\.js)$/,
  guestChanges,
);
const guestZod = guest('zod', /\/node_modules\/zod\/v4\/(\w+\/[\w-]+\.js)$/, guestZodChanges);

/** Fails where an element uses what `guestChanges` has taken out of Lit. */
const leftOut = {
  name: 'fulian-left-out',
  transform(code, id) {
    const [found] =
      (id.includes(`/${elements}/src/`) &&
        /\b(?:svg|mathml)`|\buseDefault:|\bconverter:|\bremoveController\(|'lit\/(?:async-)?directive/.exec(code)) ||
      [];
    if (found) this.error(`${found} is not in our Lit any more; see guestChanges in rollup.config.mjs`);
    return null;
  },
};

/** Fails where something is used that ES2019 engines or old pages do not have; lit and zod included. */
const oldEngines = {
  name: 'fulian-old-engines',
  generateBundle(_options, bundle) {
    for (const { fileName, code = '' } of Object.values(bundle)) {
      const found =
        /\bnew Event\(|\bArray\.from\(|\bstructuredClone\(|\.randomUUID\(|\bAbortSignal\.(any|timeout)\(|\.replaceAll\(|[\w)\]]\.at\(/.exec(
          code,
        );
      if (found) this.error(`${fileName} uses ${found[0]}, which old WebViews or old pages do not have`);
    }
  },
};

/**
 * Has what a page needs at first compiled while it is loaded, on another thread where the engine can: it runs nearly all of
 * it at once, and a phone would else stop at each function. Chromium 136 and later; others read a comment.
 */
const eager = {
  name: 'fulian-eager',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (/^(quick-exit|client|service-map(-drawing)?)$/.test(chunk.name))
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
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
        const script = path.replace(/\.(br|gz)$/, '');
        const stays = written[script] || keep.includes(path.split('/')[0]) || !script.endsWith('.js');
        if (!stays) rmSync(join(folder, path));
      }
    },
  };
}

/** Writes each file compressed beside itself, for servers that send what lies ready, such as ours. */
function compressed(folder) {
  return {
    name: 'fulian-compressed',
    writeBundle(_options, written) {
      for (const [name, { code }] of Object.entries(written)) {
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(code));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(code, { level: 9 }));
      }
    },
  };
}

/** What the stores of cases share with the help form. */
const sharedWithForm = /sdk\/src\/(?:findings|stores\/help-form\/[\w-]+)\.ts$|openapi\/rules\/[\w-]+\.ts$/;

/** And with each other. */
const sharedByCases =
  /sdk\/src\/(?:derived|requester|stores\/observable|stores\/live\/live|stream)\.ts$|generated\/requester-operations\.ts$/;

/**
 * Gives the stores of cases a copy of what they share with the help form. In its file lies all that follows its first question, and
 * neither may a tracker load that nor the form be cut into more files. The tracker has a copy of its own, also of what it shares with
 * the desk, which no page shows beside it: one file packs better than two.
 */
const ownCopy = {
  name: 'fulian-own-copy',
  async resolveId(source, importer, options) {
    if (!importer || !/sdk\/src\/stores\/case-|\.own-copy(-tracker)?\.ts$/.test(importer)) return null;
    const copy = /stores\/case-tracker\/|-tracker\.ts$/.test(importer) ? '.own-copy-tracker.ts' : '.own-copy.ts';
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const isShared = sharedWithForm.test(found?.id) || (copy.includes('tracker') && sharedByCases.test(found?.id));
    return isShared ? found.id.replace(/\.ts$/, copy) : found;
  },
  load: (id) => (/\.own-copy/.test(id) ? readFileSync(id.replace(/\.own-copy(-tracker)?/, ''), 'utf8') : null),
};

function bundle({ room, input, folder = 'dist', keep = [], conditions, manualChunks, preserveEntrySignatures }) {
  return {
    input,
    preserveEntrySignatures,
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
      ...(room === elements ? [ownCopy] : []),
      nodeResolve({ exportConditions: conditions, extensions: ['.ts', '.mjs', '.js'] }),
      guestLit,
      leftOut,
      ...(room === elements ? [guestZod, compressed(join(room, folder))] : []),
      templates,
      esbuild({ target: 'es2019', exclude: [], legalComments: 'none' }),
      terser({ ecma: 2019, module: true, format: { comments: false }, compress: { passes: 3, keep_fargs: false } }),
      oldEngines,
      eager,
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
    'quick-exit',
    /node_modules\/(lit|@lit)|src\/quick-exit\/|locales\/[\w-]+\/quick-exit|base\/(define|element|language|provider|frame)\b/,
  ],
  // The provider is one file with the SDK's core (the client, and what a store shares with it) and with what the larger
  // elements share, which is looks for the most part.
  [
    'client',
    /elements\/src\/(?:client|base(?!\/staff-))\/|sdk\/src\/(errors|random|exchange|retry|client|request|json|check)\b|generated\/public-operations/,
  ],
  // What the SDK adds to its core for cases, for the desk and the report.
  [
    'cases',
    /sdk\/src\/(?:derived|requester|stores\/observable|stores\/live\/live)\.ts|generated\/requester-operations\.ts/,
  ],
  // What listens to news of her case, when it is on the screen.
  ['case-tracker-news', /sdk\/src\/stream\.own-copy-tracker\.ts/],
  // What she does with her case: the views, the store's part for them with uploads, and the words.
  [
    'case-tracker-acts',
    /case-tracker\.(?:more|questions|writing|acts)\.ts|zh-CN\/case-tracker-more|stores\/case-tracker\/(?:acting|outbox)\.ts|uploads\.own-copy-tracker\.ts/,
  ],
  // The drawn map, which comes after the list.
  ['service-map-drawing', /service-map\.(surface|markers|gestures|tiles|base|viewport)\.ts/],
  // What is known of one place, which comes when the first one is opened, and photos, with the first that has any.
  [
    'service-map-place',
    /service-map\.(place|detail|feedback|hours|ways)\.ts|zh-CN\/service-map-place|service-map\/handover\.ts/,
  ],
  ['service-map-photos', /service-map\.photos\.(styles\.)?ts/],
  // All that follows the first question of the help form: its steps, the store's part for them, and the schemas.
  [
    'help-form-later',
    /help-form\.(later|steps|questions|check|place|place-chooser|receipt|story|time)\.ts|zh-CN\/help-form-later|stores\/help-form\/(journey|checks|places|sending|submission|uploads|submission-schema|jitless|schema)\.ts|openapi\/(rules\/[\w-]+\.ts|generated\/schemas)|node_modules\/zod|sdk\/src\/findings\.ts/,
  ],
];

export default [
  bundle({
    room: sdk,
    input: {
      index: join(sdk, 'src/index.ts'),
      requester: join(sdk, 'src/requester.ts'),
      staff: join(sdk, 'src/staff.ts'),
      'stores/help-form': join(sdk, 'src/stores/help-form/index.ts'),
      'stores/service-map': join(sdk, 'src/stores/service-map/index.ts'),
      'stores/case-desk': join(sdk, 'src/stores/case-desk/index.ts'),
      'stores/case-report': join(sdk, 'src/stores/case-report/index.ts'),
      'stores/case-tracker': join(sdk, 'src/stores/case-tracker/index.ts'),
      'stores/staff-session': join(sdk, 'src/stores/staff-session/index.ts'),
      testing: join(sdk, 'src/testing/index.ts'),
    },
    keep: ['types', 'development'],
    conditions,
    manualChunks: { core: [join(sdk, 'src/index.ts')] },
  }),
  // For those who build on the SDK: checks every answer against the contract.
  bundle({
    room: sdk,
    input: {
      index: join(sdk, 'src/index.ts'),
      requester: join(sdk, 'src/requester.ts'),
      staff: join(sdk, 'src/staff.ts'),
    },
    folder: 'dist/development',
    conditions: ['fulian-source', 'development', 'browser'],
  }),
  bundle({
    room: elements,
    input: elementEntries,
    keep: ['types', 'custom-elements.json'],
    conditions,
    // An entry holds its element itself, and what others take from it: a page that names all it uses loads all at once,
    // and no file has to be read before the next one is known.
    preserveEntrySignatures: 'allow-extension',
    manualChunks: (id) => elementChunks.find(([, modules]) => modules.test(id))?.[0],
  }),
];
