/**
 * The ways in which a page takes our elements, as the guide `stories/guides/embedding.mdx` names them, and what each of them
 * has the page's own events wait for.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const elements = new URL('../../../packages/elements/', import.meta.url);

/** The folder of files as it is hosted, and its version. */
export const { version } = JSON.parse(readFileSync(new URL('package.json', elements), 'utf8')) as { version: string };
/** Where `npm run build` leaves the hosted folder of that version. */
export const hostedFolder = fileURLToPath(new URL(`dist/hosted/${version}/`, elements));

/** One way to take them. */
export interface Paste {
  readonly name: string;
  /** The lines for a page's head; `origin` is ours. */
  readonly markup: (origin: string) => string;
  /** In which engines the page's events wait for us. */
  readonly delays: { readonly dcl: readonly string[]; readonly load: readonly string[] };
}

const { files } = JSON.parse(readFileSync(`${hostedFolder}sri.json`, 'utf8')) as { files: Record<string, string> };
const at = (origin: string, file: string) => `${origin}/assets/${version}/${file}`;
const modulesOf = (origin: string, attributes: string) =>
  ['quick-exit', 'client', 'help-form']
    .map((name) => `<script type="module"${attributes} src="${at(origin, `${name}.js`)}"></script>`)
    .join('\n');
const nowhere: readonly string[] = [];
const everywhere = ['Chromium', 'Firefox'];

/** After the page has loaded: nothing of the page can wait for it, in any engine. */
export const afterLoad: Paste = {
  name: 'fl.js after the page has loaded',
  markup: (origin) => `<script>
  addEventListener('load', function () {
    import('${at(origin, 'fl.js')}').catch(console.warn);
  });
</script>`,
  delays: { dcl: nowhere, load: nowhere },
};

/** As early as possible without holding up what people see. */
export const asyncModule: Paste = {
  name: 'fl.js as an async module',
  markup: (origin) => `<script type="module" async src="${at(origin, 'fl.js')}"></script>`,
  delays: { dcl: nowhere, load: everywhere },
};

/** The same, and the form's files at the same time as what asks for them. */
export const preloaded: Paste = {
  name: "fl.js as an async module, and the form's files named before it",
  markup: (origin) =>
    `${['quick-exit', 'client', 'help-form'].map((name) => `<link rel="modulepreload" href="${at(origin, `${name}.js`)}" />`).join('\n')}
${asyncModule.markup(origin)}`,
  delays: { dcl: nowhere, load: everywhere },
};

/** For pages without modules. */
export const classic: Paste = {
  name: 'fl.iife.js with its hash, as an async script',
  markup: (origin) =>
    `<script async src="${at(origin, 'fl.iife.js')}" integrity="${files['fl.iife.js']}" crossorigin></script>`,
  delays: { dcl: nowhere, load: everywhere },
};

/** The other ways that the guide tells of. */
export const others: readonly Paste[] = [
  preloaded,
  {
    name: 'fl.js by import() in a script of the page',
    markup: (origin) => `<script>import("${at(origin, 'fl.js')}").catch(console.warn)</script>`,
    delays: { dcl: nowhere, load: ['Firefox'] },
  },
  {
    name: 'fl.iife.js after the page has loaded',
    markup: (origin) => `<script>
      addEventListener("load", function () {
        var script = document.createElement("script");
        script.src = "${at(origin, 'fl.iife.js')}";
        script.integrity = "${files['fl.iife.js']}";
        script.crossOrigin = "anonymous";
        document.head.appendChild(script);
      });
    </script>`,
    delays: { dcl: nowhere, load: nowhere },
  },
  {
    name: 'one module for each element, async',
    markup: (origin) => modulesOf(origin, ' async'),
    delays: { dcl: nowhere, load: everywhere },
  },
  {
    name: 'one module for each element, not async',
    markup: (origin) => modulesOf(origin, ''),
    delays: { dcl: everywhere, load: everywhere },
  },
];
