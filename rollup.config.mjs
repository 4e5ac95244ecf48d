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
 * Makes Lit a good guest. Its Trusted Types policy must not end our script where the page (or another copy of us) has one
 * of that name: then it asks for `fulian-kit`, then it does without. It looks for adopted style sheets on the document and
 * not on `Document.prototype`, which MooTools replaces; it would fall back to `<style>`, which the page's policy blocks.
 * And it leaves no list of its versions on `window`.
 */
const guestLit = {
  name: 'fulian-guest-lit',
  transform(code, id) {
    if (!/\/node_modules\/(lit-html|lit-element|@lit\/reactive-element)\/[\w-]+\.js$/.test(id)) return null;
    let changed = code.replace(/\((\w+)\.\w+Versions\?\?=\[\]\)\.push\("[^"]+"\)/, '0');
    if (id.endsWith('/css-tag.js')) {
      changed = changed.replace('"adoptedStyleSheets"in Document.prototype', '"adoptedStyleSheets"in document');
      if (changed === code) this.error('Lit has changed how it finds adopted style sheets; see rollup.config.mjs');
    }
    if (id.endsWith('/lit-html.js')) {
      changed = changed.replace(
        /(\w+)\?\1\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\):void 0/,
        '$1?((rules)=>{for(const name of["lit-html","fulian-kit"])try{return $1.createPolicy(name,rules)}catch(_){}})($2):void 0',
      );
      if (!changed.includes('fulian-kit'))
        this.error('lit-html has changed how it makes its policy; see rollup.config.mjs');
    }
    return { code: changed, map: null };
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

/** Removes the files of the build before, so that no chunk of another day is shipped. Types stay: tsc keeps them. */
function emptied(folder, keep) {
  return {
    name: 'fulian-emptied',
    buildStart() {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) if (!keep.includes(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}

function bundle({ room, input, folder = 'dist', keep = [], conditions }) {
  return {
    input,
    output: {
      dir: join(room, folder),
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      hashCharacters: 'hex',
      generatedCode: 'es2015',
      compact: true,
    },
    plugins: [
      emptied(join(room, folder), keep),
      nodeResolve({ exportConditions: conditions, extensions: ['.ts', '.mjs', '.js'] }),
      guestLit,
      templates,
      esbuild({ target: 'es2019', exclude: [], legalComments: 'none' }),
      terser({ ecma: 2019, module: true, format: { comments: false }, compress: { passes: 2 } }),
      oldEngines,
    ],
    onwarn(warning) {
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

export default [
  bundle({
    room: elements,
    input: elementEntries,
    keep: ['types', 'custom-elements.json'],
    conditions: ['fulian-source', 'production', 'browser'],
  }),
];
