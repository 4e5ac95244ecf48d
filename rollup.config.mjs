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
import { distributionBundles, distributionFiles } from './packages/elements/distribution/rollup.mjs';
import { likeBesideLike, oneKeyword } from './packages/elements/distribution/packing.mjs';
import { guestChanges } from './packages/elements/guest-changes.mjs';

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
          this.error(
            `${file} of ${name} has changed: ${from} is not there any more; see packages/elements/guest-changes.mjs`,
          );
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

/** Fails where an element uses what `guestChanges` has taken out of Lit. */
const leftOut = {
  name: 'fulian-left-out',
  transform(code, id) {
    const [found] =
      (id.includes(`/${elements}/src/`) &&
        /\b(?:svg|mathml)`|\buseDefault:|\bconverter:|\bremoveController\(|'lit\/(?:async-)?directive/.exec(code)) ||
      [];
    if (found) this.error(`${found} is not in our Lit any more; see packages/elements/guest-changes.mjs`);
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
        const stays = written[script] || keep.includes(script.split('/')[0]) || !script.endsWith('.js');
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

/**
 * Copies of what some share with others whose file they should not load. Desk and report: what lies with the help form's file, which a desk
 * does not load, and which should not be cut into more. The tracker: what it shares with the desk, which no page shows beside it: one file
 * packs better than two. The council's desk and other staff: what members load with a council or a ballot, for the same reason.
 * The first that fits counts.
 */
const copies = [
  {
    suffix: '.own-copy-tracker.ts',
    importers: /sdk\/src\/stores\/case-tracker\//,
    shared: /sdk\/src\/(?:requester|stores\/live\/live|stream)\.ts$|generated\/requester-operations\.ts$/,
  },
  {
    suffix: '.own-copy.ts',
    importers: /sdk\/src\/stores\/case-(?:desk|report)/,
    shared: /sdk\/src\/stores\/help-form\/[\w-]+\.ts$|openapi\/rules\/[\w-]+\.ts$|generated\/submission-shape\.ts$/,
  },
  {
    suffix: '.staff-copy.ts',
    importers: /sdk\/src\/(?:stores\/council-desk\/|staff\.ts)|elements\/src\/council-desk\//,
    shared:
      /sdk\/src\/stores\/(?:server-clock|council\/(?:acts|paged))\.ts$|rules\/council\/[\w-]+\.ts$|generated\/(?:council|ballot)-operations\.ts$/,
  },
];

const ownCopy = {
  name: 'fulian-own-copy',
  async resolveId(source, importer, options) {
    const copy = copies.find(({ suffix, importers }) => importers.test(importer) || importer?.endsWith(suffix));
    if (!copy) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && copy.shared.test(found.id) ? found.id.replace(/\.ts$/, copy.suffix) : found;
  },
  load: (id) => {
    const copy = copies.find(({ suffix }) => id.endsWith(suffix));
    return copy ? readFileSync(id.slice(0, -copy.suffix.length) + '.ts', 'utf8') : null;
  },
};

/**
 * What every bundle goes through; `own` are plugins of one bundle, which see modules before they are compiled, and `compress` what one
 * has otherwise.
 */
function plugins({ conditions, own = [], compress = {} }) {
  return [
    nodeResolve({ exportConditions: conditions, extensions: ['.ts', '.mjs', '.js'] }),
    guestLit,
    leftOut,
    ...own,
    templates,
    esbuild({
      target: 'es2019',
      // As old as modules themselves, though the standard has them only since 2020.
      supported: { 'import-meta': true },
      exclude: [],
      legalComments: 'none',
    }),
    // It knows by the format whether a bundle is a module, and so strict without saying so.
    terser({ ecma: 2019, format: { comments: false }, compress: { passes: 3, keep_fargs: false, ...compress } }),
    oneKeyword,
    oldEngines,
  ];
}

/** As the packages of SDK and contract say: a module of which nothing is used is left out. */
const treeshake = { moduleSideEffects: (id) => !/\/packages\/sdk\/src\/|\/openapi\//.test(id) };

function onwarn(warning) {
  if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('/node_modules/zod/'))) return;
  throw new Error(warning.message);
}

const elementsInOrder = likeBesideLike((id) => /\/elements\/src\/[\w-]+\/index\.ts$/.test(id));

function bundle({ room, input, folder = 'dist', keep = [], conditions, manualChunks, preserveEntrySignatures }) {
  return {
    input,
    treeshake,
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
      ...plugins({ conditions, own: room === elements ? [compressed(join(room, folder)), elementsInOrder] : [] }),
      eager,
      tidy(join(room, folder), keep),
    ],
    onwarn,
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
  // What a page's own looks and modes need: presets, and watching for the modes.
  ['client-looks', /src\/client\/client\.(?:looks|presets)\.ts/],
  // The provider is one file with the SDK's core (the client, and what a store shares with it) and with what the larger
  // elements share, which is looks for the most part.
  [
    'client',
    /elements\/src\/(?:client|base(?!\/(?:staff-|member-|council|china-|device|read-)))\/|sdk\/src\/(errors|random|exchange|retry|client|request|json|check|derived|stores\/observable)\b|generated\/public-operations/,
  ],
  // What the SDK adds to its core for cases, for the desk and the report.
  ['cases', /sdk\/src\/(?:requester|stores\/live\/live)\.ts|generated\/requester-operations\.ts/],
  // What listens to news of her case, when it is on the screen.
  ['case-tracker-news', /sdk\/src\/stream\.own-copy-tracker\.ts/],
  // What she does with her case: the views, the store's part for them with uploads, and the words.
  [
    'case-tracker-acts',
    /case-tracker\.(?:more|questions|writing|acts|files)\.ts|zh-CN\/case-tracker-more|stores\/case-tracker\/(?:acting|outbox)\.ts/,
  ],
  // What members of a council load wherever they are: the way in, and what the elements of a council share.
  [
    'council-members',
    /base\/(?:member-|council|china-|device|read-)|zh-CN\/member-sign-in|sdk\/src\/(?:ballot\.ts|stores\/(?:member-session\/|network|timer))|generated\/ballot-operations\.ts/,
  ],
  // The drawn map, which comes after the list.
  ['service-map-drawing', /service-map\.(surface|markers|gestures|tiles|base|viewport)\.ts/],
  // What is known of one place, which comes when the first one is opened, and photos, with the first that has any.
  [
    'service-map-place',
    /service-map\.(place|detail|feedback|hours|ways)\.ts|zh-CN\/service-map-place|service-map\/handover\.ts/,
  ],
  ['service-map-photos', /service-map\.photos\.(styles\.)?ts/],
  // Files on their way: for the form, and for a case.
  ['uploads', /stores\/help-form\/uploads\.ts/],
  // All that follows the first question of the help form: its steps, the store's part for them, and the schema.
  [
    'help-form-later',
    /help-form\.(later|steps|questions|check|place|place-chooser|receipt|story|time)\.ts|zh-CN\/help-form-later|stores\/help-form\/(journey|checks|places|sending|submission|shape)\.ts|openapi\/(rules\/[\w-]+\.ts|generated\/submission-shape\.ts)/,
  ],
  [
    'help-form',
    /elements\/src\/help-form\/|zh-CN\/help-form\.ts|sdk\/src\/stores\/help-form\/(?:index|store|questions|steps)\.ts/,
  ],
];

export default [
  bundle({
    room: sdk,
    input: {
      index: join(sdk, 'src/index.ts'),
      requester: join(sdk, 'src/requester.ts'),
      staff: join(sdk, 'src/staff.ts'),
      council: join(sdk, 'src/council.ts'),
      ballot: join(sdk, 'src/ballot.ts'),
      'stores/help-form': join(sdk, 'src/stores/help-form/index.ts'),
      'stores/service-map': join(sdk, 'src/stores/service-map/index.ts'),
      'stores/case-desk': join(sdk, 'src/stores/case-desk/index.ts'),
      'stores/case-report': join(sdk, 'src/stores/case-report/index.ts'),
      'stores/case-tracker': join(sdk, 'src/stores/case-tracker/index.ts'),
      'stores/staff-session': join(sdk, 'src/stores/staff-session/index.ts'),
      'stores/ballot': join(sdk, 'src/stores/ballot/index.ts'),
      'stores/council': join(sdk, 'src/stores/council/index.ts'),
      'stores/council-desk': join(sdk, 'src/stores/council-desk/index.ts'),
      'stores/member-session': join(sdk, 'src/stores/member-session/index.ts'),
      tally: join(sdk, 'src/tally/index.ts'),
      testing: join(sdk, 'src/testing/index.ts'),
      verify: join(sdk, 'src/verify/index.ts'),
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
      council: join(sdk, 'src/council.ts'),
      ballot: join(sdk, 'src/ballot.ts'),
    },
    folder: 'dist/development',
    conditions: ['fulian-source', 'development', 'browser'],
  }),
  bundle({
    room: elements,
    input: elementEntries,
    keep: ['types', 'frameworks', 'custom-elements.json', ...distributionFiles],
    conditions,
    // An entry holds its element itself, and what others take from it: a page that names all it uses loads all at once,
    // and no file has to be read before the next one is known.
    preserveEntrySignatures: 'allow-extension',
    manualChunks: (id) => elementChunks.find(([, modules]) => modules.test(id))?.[0],
  }),
  ...distributionBundles({
    plugins: (own, compress) => plugins({ conditions, own: [compressed(join(elements, 'dist')), ...own], compress }),
    treeshake,
    onwarn,
  }),
];
