/** The zoo: pages that portals have, or have had. */
import type { Origins } from '../journeys/service.js';
import { modules } from '../journeys/clean-page.js';
import type { HostilePage } from './page.js';

const script = (path: string) => `<script src="${path}"></script>`;
const sheet = (path: string) => `<link rel="stylesheet" href="${path}">`;

/** A heading, a menu, a table and a form as the page's own, for libraries of looks to bite on. */
const content = `<ul class="nav nav-tabs layui-nav"><li class="active"><a href="#">首页</a></li><li><a href="#">新闻</a></li></ul>
  <table class="table el-table"><tr><th>标题</th><td>日期</td></tr></table>
  <form class="form-horizontal layui-form"><label>搜索 <input type="text"></label><button class="btn">找</button></form>`;

const libraries: readonly HostilePage[] = [
  { name: 'Prototype 1.6', head: script('/damage/prototype-1.6.js'), isWorst: true },
  {
    name: 'Prototype 1.7.3',
    head: script('/debian/prototype/prototype.js'),
    needs: ['prototype/prototype.js'],
  },
  {
    name: 'MooTools 1.4.5',
    head: script('/debian/mootools/mootools.js') + script('/debian/mootools/mootools-more.js'),
    needs: ['mootools/mootools.js'],
    isWorst: true,
  },
  { name: 'jQuery 1.4.2', isVariation: true, head: script('/lib/backbone-0.3/test/vendor/jquery-1.4.2.js') },
  { name: 'jQuery 1.12.4', head: script('/lib/jquery-1.12/dist/jquery.js'), way: 'loader' },
  { name: 'jQuery 3.7.1', isVariation: true, head: script('/lib/jquery-3/dist/jquery.js') },
  { name: 'Dojo 1.17, loaded as it was in 2007', head: script('/damage/dojo-config.js') + script('/lib/dojo/dojo.js') },
  { name: 'Zone.js', head: script('/lib/zone.js/bundles/zone.umd.js'), adds: /__zone_symbol__/ },
  {
    name: 'the polyfills of web components, and the adapter for old class syntax',
    head:
      script('/lib/@webcomponents/webcomponentsjs/custom-elements-es5-adapter.js') +
      script('/lib/@webcomponents/webcomponentsjs/webcomponents-bundle.js'),
  },
  { name: 'core-js 2, all of it', head: script('/lib/core-js-2/client/shim.js') },
];

const damage: readonly HostilePage[] = [
  { name: 'frozen prototypes', head: script('/damage/frozen.js'), isWorst: true },
  {
    name: 'another fetch, Promise, JSON, Array.from, Object.assign and addEventListener',
    head:
      script('/damage/without-json.js') +
      script('/lib/backbone-0.3/test/vendor/json2.js') +
      script('/damage/overridden.js'),
  },
  { name: 'methods on Array.prototype that for…in meets', head: script('/damage/enumerable-array.js') },
  { name: 'methods on Object.prototype that for…in meets', head: script('/damage/enumerable-object.js') },
  {
    name: 'elements named like things of the browser',
    body: [
      'trustedTypes',
      'ShadyCSS',
      'ShadyDOM',
      'litHtmlVersions',
      'reactiveElementVersions',
      'scheduler',
      'navigation',
    ]
      .map((name) => `<a id="${name}" name="${name}"></a>`)
      .join(''),
  },
];

const documents: readonly HostilePage[] = [
  {
    name: '<base href> of another site',
    head: '<base href="https://elsewhere.example/deep/page.html" target="_blank">',
  },
  { name: 'quirks mode', doctype: '' },
  { name: 'quirks mode and one classic script', isVariation: true, doctype: '<!-- 2003 -->', way: 'classic' },
  { name: 'html{font-size:62.5%}', head: sheet('/damage/small-root.css') },
  { name: 'resets of everything', head: sheet('/damage/reset.css') },
  { name: 'text from right to left', html: 'lang="ar" dir="rtl"', head: '<meta name="locale" content="ar">' },
  { name: 'a frame around it', frame: '' },
  { name: 'a sandboxed frame around it', frame: 'sandbox="allow-scripts allow-same-origin allow-top-navigation"' },
];

const looks: readonly HostilePage[] = [
  { name: 'rules of Bootstrap 2 for elements', head: sheet('/damage/bootstrap-2.css'), body: content },
  { name: 'Bootstrap 3', isVariation: true, head: sheet('/lib/bootstrap-3/dist/css/bootstrap.css'), body: content },
  { name: 'Bootstrap 4', isVariation: true, head: sheet('/lib/bootstrap-4/dist/css/bootstrap.css'), body: content },
  { name: 'Bootstrap 5', head: sheet('/lib/bootstrap-5/dist/css/bootstrap.css'), body: content },
  { name: 'LayUI', head: sheet('/lib/layui/dist/css/layui.css') + script('/lib/layui/dist/layui.js'), body: content },
  { name: 'Element', isVariation: true, head: sheet('/lib/element-ui/lib/theme-chalk/index.css'), body: content },
];

const copies: readonly HostilePage[] = [
  {
    name: 'two copies of us, the other one first',
    scripts: (origins) => modules(origins, '', 'assets-earlier') + modules(origins),
    says: /is defined already/,
    isTwice: true,
  },
  {
    name: 'two copies of us, mixed: exit and provider of the other',
    isVariation: true,
    scripts: (origins) => modules(origins, '', 'assets-earlier', ['quick-exit', 'client']) + modules(origins),
    says: /is defined already/,
    isTwice: true,
  },
  {
    name: 'two copies of us, mixed: all but exit and provider of the other',
    isVariation: true,
    scripts: (origins) =>
      modules(origins, '', 'assets', ['quick-exit', 'client']) + modules(origins, '', 'assets-earlier'),
    says: /is defined already/,
    isTwice: true,
  },
  {
    name: 'us as one classic script and again as modules',
    scripts: ({ service, ...rest }) =>
      `<script src="${service}/assets/fl.iife.js"></script>${modules({ service, ...rest })}`,
    says: /is defined already/,
    isTwice: true,
  },
  {
    name: 'us by the loader and again as one classic script',
    isVariation: true,
    scripts: ({ service }) =>
      `<script type="module" src="${service}/assets/fl.js"></script><script async src="${service}/assets/fl.iife.js"></script>`,
    says: /is defined already/,
    isTwice: true,
  },
];

const csp =
  (policy: (origins: Origins) => string, header = 'Content-Security-Policy') =>
  (origins: Origins) => ({ [header]: policy(origins) });
const strictest = ({ service }: Origins) => `default-src 'none'; script-src ${service}; connect-src ${service}`;

const policies: readonly HostilePage[] = [
  { name: 'the strictest policy', headers: csp(strictest) },
  { name: 'the strictest policy and the loader', isVariation: true, headers: csp(strictest), way: 'loader' },
  { name: 'the strictest policy and one classic script', headers: csp(strictest), way: 'classic' },
  {
    name: 'enforced Trusted Types',
    headers: csp((origins) => `${strictest(origins)}; require-trusted-types-for 'script'; trusted-types lit-html`),
    isWorst: true,
  },
  {
    name: 'enforced Trusted Types, and another library that took the name',
    headers: csp(
      ({ service, host }) =>
        `default-src 'none'; script-src ${service} ${host}; connect-src ${service}; require-trusted-types-for 'script'; trusted-types lit-html fulian-kit`,
    ),
    head: script('/damage/other-policy.js'),
  },
  {
    name: 'a policy by nonce and strict-dynamic',
    headers: csp(
      ({ service }) =>
        `script-src 'nonce-cXVpZXQ' 'strict-dynamic'; object-src 'none'; base-uri 'none'; style-src 'none'; connect-src ${service}`,
    ),
    scriptAttributes: 'nonce="cXVpZXQ"',
  },
  {
    name: 'a policy by nonce, and one classic script',
    isVariation: true,
    headers: csp(({ service }) => `default-src 'none'; script-src 'nonce-cXVpZXQ'; connect-src ${service}`),
    scriptAttributes: 'nonce="cXVpZXQ"',
    way: 'classic',
  },
  {
    name: 'the policy of a government portal',
    headers: csp(
      ({ service }) =>
        `default-src 'self'; script-src 'self' ${service}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' ${service}; form-action 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'`,
    ),
    head: sheet('/lib/bootstrap-3/dist/css/bootstrap.css') + script('/lib/jquery-1.12/dist/jquery.js'),
    body: content,
  },
  {
    name: 'a policy in the markup',
    isVariation: true,
    head: (origins) => `<meta http-equiv="Content-Security-Policy" content="${strictest(origins)}">`,
  },
  {
    name: 'a policy that sandboxes the page',
    headers: csp(() => 'sandbox allow-scripts allow-same-origin'),
  },
  {
    name: 'a policy that only reports, stricter than the one in force',
    isVariation: true,
    headers: (origins) => ({
      'Content-Security-Policy': "script-src * 'unsafe-inline' 'unsafe-eval'",
      'Content-Security-Policy-Report-Only': `${strictest(origins)}; style-src 'none'; img-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html`,
    }),
  },
  {
    name: 'isolation from other origins',
    isVariation: true,
    headers: () => ({ 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' }),
  },
];

/** All of them. */
export const hostilePages: readonly HostilePage[] = [
  ...libraries,
  ...damage,
  ...documents,
  ...looks,
  ...copies,
  ...policies,
];
