/** The pages that are measured: the first question of the help form, each in the way that its maker tells one to embed it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Bench } from '../area.js';
import type { Option, Questions } from '../form/questions.js';
import { siteOf as formSiteOf } from '../form/site.js';
import { folderOf } from '../peers.js';
import { builtScripts } from './sizes.js';

/** Files of a site by path; `/` is the page itself. */
export type Site = ReadonlyMap<string, Uint8Array | string>;

const subjects = join(import.meta.dirname, 'subjects');
const federation = '990101000000';

const loader = '<script type="module" src="/assets/fl.js"></script>';
const formModules = ['quick-exit', 'client', 'help-form'].map((name) => `/assets/${name}.js`);

/** Our ways, by the name of the site. */
export const ways = {
  loader,
  preloaded: formModules.map((path) => `<link rel="modulepreload" href="${path}">`).join('') + loader,
  modules: formModules.map((path) => `<script type="module" src="${path}"></script>`).join(''),
  iife: '<script async src="/assets/fl.iife.js"></script>',
} as const;

/** Makes the site of one subject. Throws what is missing. */
export async function siteOf(subject: string, questions: Questions, bench: Bench): Promise<Site> {
  if (subject === 'plain') return formSiteOf('plain', questions, bench);
  if (subject === 'govuk') return govuk(questions, folderOf(bench.peers, subject));
  if (subject === 'webawesome') return webAwesome(questions, folderOf(bench.peers, subject));
  return ownSite(ways[subject as keyof typeof ways], formMarkup);
}

const formMarkup = '<fl-help-form exit-href="/weather.html"><a href="tel:12338">12338</a></fl-help-form>';

/** A page with something of ours on it. */
export function ownSite(head: string, body: string): Site {
  const site = new Map<string, Uint8Array | string>(
    [...builtScripts()].map(([path, text]) => [`/assets/${path}`, text]),
  );
  site.set('/', pageOf(head, `<fl-client base-url="/" federation="${federation}">${body}</fl-client>`));
  return site;
}

async function govuk({ steps, hotlines, words }: Questions, folder: string): Promise<Site> {
  const dist = join(folder, 'node_modules/govuk-frontend/dist/govuk');
  const { outputFiles } = await build({
    entryPoints: [join(subjects, 'govuk.js')],
    nodePaths: [join(folder, 'node_modules')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  const question = steps[0]!;
  const choices = question.fields[0]!.options!;
  const radio = ({ value, label }: Option) =>
    `<div class="govuk-radios__item"><input class="govuk-radios__input" id="danger-${value}" name="danger" type="radio" value="${value}"${value === 'yes' ? ' data-aria-controls="numbers"' : ''}><label class="govuk-label govuk-radios__label" for="danger-${value}">${label}</label></div>${value === 'yes' ? `<div class="govuk-radios__conditional govuk-radios__conditional--hidden" id="numbers">${callsOf(hotlines)}</div>` : ''}`;
  const body = `<div class="govuk-exit-this-page" data-module="govuk-exit-this-page"><a href="/weather.html" role="button" draggable="false" class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button" rel="nofollow noreferrer">快速离开</a></div>
<form class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h2 class="govuk-fieldset__heading">${question.title}</h2></legend><div class="govuk-radios" data-module="govuk-radios">${choices.map(radio).join('')}</div></fieldset><button type="submit" class="govuk-button" data-module="govuk-button">${words.next}</button></form>`;
  return new Map<string, Uint8Array | string>([
    [
      '/',
      pageOf(
        '<link rel="stylesheet" href="/govuk.css"><script type="module" src="/govuk.js"></script>',
        body,
        'govuk-template__body',
      ),
    ],
    ['/govuk.js', outputFiles[0]!.contents],
    ['/govuk.css', readFileSync(join(dist, 'govuk-frontend.min.css'))],
  ]);
}

/** With its own loader, which fetches what the page has. */
function webAwesome({ steps, hotlines, words }: Questions, folder: string): Site {
  const dist = join(folder, 'node_modules/@awesome.me/webawesome/dist-cdn');
  const site = new Map<string, Uint8Array | string>();
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:js|css)$/.test(path) && !/^(?:react|ssr)\b/.test(path))
      site.set(`/wa/${path.replaceAll('\\', '/')}`, readFileSync(join(dist, path)));
  const question = steps[0]!;
  const choices = question.fields[0]!.options!.map(
    ({ value, label }) => `<wa-radio value="${value}">${label}</wa-radio>`,
  );
  const body = `<wa-button variant="danger" href="/weather.html">快速离开</wa-button>
<wa-radio-group id="danger" name="danger" label="${question.title}">${choices.join('')}</wa-radio-group>
<div id="emergency" hidden>${callsOf(hotlines)}</div><wa-button>${words.next}</wa-button>`;
  const head =
    '<link rel="stylesheet" href="/wa/styles/webawesome.css"><script type="module" src="/wa/webawesome.loader.js"></script><script type="module" src="/reveal.js"></script>';
  site.set('/reveal.js', readFileSync(join(subjects, 'reveal.js')));
  site.set('/', pageOf(head, body));
  return site;
}

const callsOf = (hotlines: readonly Option[]) =>
  hotlines.map(({ value, label }) => `<p><a href="tel:${value}">${value} ${label}</a></p>`).join('');

function pageOf(head: string, body: string, classes = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>清溪县妇联</title>${head}</head><body class="${classes}"><main>${body}</main></body></html>`;
}
