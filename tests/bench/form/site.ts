import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Bench } from '../area.js';
import { folderOf } from '../peers.js';
import { wizardOf } from './formio-model.js';
import { markupOf } from './questions-markup.js';
import type { Questions } from './questions.js';
import { surveyOf } from './surveyjs-model.js';

/** The files of one subject's page by path; `/` is the page itself. */
export type Site = ReadonlyMap<string, Uint8Array | string>;

const root = join(import.meta.dirname, '../../..');
/** Where our elements are built to. */
const elements = join(root, 'packages/elements/dist');

/** Makes the site of one subject, as it would be put on line. Throws what is missing. */
export async function siteOf(subject: string, questions: Questions, bench: Bench): Promise<Site> {
  switch (subject) {
    case 'fulian':
      return ownSite();
    case 'plain':
      return bundledSite(subject, questions, [], markupOf(questions, 'native'), "@import './form.css';");
    case 'webawesome':
      return bundledSite(
        subject,
        questions,
        modulesOf(bench, subject),
        markupOf(questions, 'wa'),
        "@import '@awesome.me/webawesome/dist/styles/themes/default.css'; @import './form.css';",
      );
    case 'surveyjs':
      return bundledSite(subject, questions, modulesOf(bench, subject), `${exit}<div id="survey"></div>`);
    case 'formio':
      return bundledSite(subject, questions, modulesOf(bench, subject), `${exit}<div id="wizard"></div>`);
    default:
      throw new Error(`there is no subject ${subject}`);
  }
}

const exit = '<a id="exit" href="/weather.html">快速离开</a>';

const modulesOf = (bench: Bench, peer: string) => [join(folderOf(bench.peers, peer), 'node_modules')];

/** Our element with the very lines that our README tells a portal to copy, over the files that `npm run build` made. */
async function ownSite(): Promise<Site> {
  if (!existsSync(join(elements, 'help-form.js'))) throw new Error('packages/elements/dist is missing: npm run build');
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const lines = /```html\n([\s\S]*?<fl-help-form[\s\S]*?)```/.exec(readme)?.[1];
  const folder = /src="https:\/\/help\.example(\/[\w-]+)\/help-form\.js"/.exec(lines ?? '')?.[1];
  if (lines === undefined || folder === undefined) throw new Error('README.md no longer says how to embed the form');
  const site = new Map<string, Uint8Array | string>();
  for (const path of await readdir(elements, { recursive: true }))
    if (path.endsWith('.js')) site.set(`${folder}/${path}`, await readFile(join(elements, path)));
  const scripts = lines.match(/<(script|link)[^>]*>(<\/script>)?/g) ?? [];
  const body = lines.replace(/<(script|link)[^>]*>(<\/script>)?\s*/g, '');
  site.set(
    '/',
    pageOf(scripts.join('').replaceAll('https://help.example', ''), body.replaceAll('https://help.example', '')),
  );
  return site;
}

/** A page with one script and one style sheet, both made for production by esbuild. */
async function bundledSite(
  subject: string,
  questions: Questions,
  nodePaths: string[],
  body: string,
  styles = '',
): Promise<Site> {
  const subjects = join(import.meta.dirname, 'subjects');
  const { outputFiles } = await build({
    stdin: { contents: `import './${subject}.js'; import 'styles:page';`, resolveDir: subjects },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    nodePaths,
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.svg': 'empty', '.eot': 'empty' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'bench-form',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^questions:/ }, ({ path }) => ({ path, namespace: 'questions' }));
          onLoad({ filter: /.*/, namespace: 'questions' }, ({ path }) => ({
            contents: JSON.stringify(
              path === 'questions:surveyjs'
                ? { survey: surveyOf(questions), words: questions.words }
                : { wizard: wizardOf(questions), words: questions.words },
            ),
            loader: 'json',
          }));
          onResolve({ filter: /^styles:/ }, ({ path }) => ({ path, namespace: 'styles' }));
          onLoad({ filter: /.*/, namespace: 'styles' }, async () => ({
            contents: styles + (await readFile(join(subjects, 'page.css'), 'utf8')),
            loader: 'css',
            resolveDir: subjects,
          }));
        },
      },
    ],
  });
  const site = new Map<string, Uint8Array | string>();
  for (const file of outputFiles) site.set(file.path.endsWith('.css') ? '/form.css' : '/form.js', file.contents);
  const head = '<link rel="stylesheet" href="/form.css"><script type="module" src="/form.js"></script>';
  site.set('/', pageOf(head, body));
  return site;
}

function pageOf(head: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>清溪县妇联</title>${head}</head><body><main>${body}</main></body></html>`;
}
