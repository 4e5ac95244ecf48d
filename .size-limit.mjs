/**
 * What a visitor's phone has to load, gzipped, counted over what the built modules really import. `npx size-limit` after
 * `npm run build`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * The files that `entry` (and another, or several) brings with it; with `late` also what it fetches by `import()` while it is
 * used, except words in a language that the visitor does not read, presets and modes that few pages ask for (2 kB), and what
 * `without` leaves out.
 */
function filesOf(entry, { late = false, and, without } = {}) {
  if (!existsSync(entry)) throw new Error(`${entry} is not there: run \`npm run build\` first`);
  const found = new Set();
  const waiting = [entry, and ?? []].flat();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(file, 'utf8');
    const imports = [...code.matchAll(late ? /\b(?:from|import)\(?"(\.[^"]+)"/g : /\b(?:from|import)"(\.[^"]+)"/g)];
    for (const [, path] of imports) {
      const next = normalize(join(dirname(file), path));
      if (!/[\\/](?:en|client-looks)-[^\\/]+$/.test(next) && !without?.test(next)) waiting.push(next);
    }
  }
  return [...found];
}

const elements = 'packages/elements/dist';
const sdk = 'packages/sdk/dist';

const chunks = `${elements}/chunks`;
const drawn = existsSync(chunks) ? readdirSync(chunks).find((name) => /^service-map-drawing-\w+\.js$/.test(name)) : '';
const drawing = join(chunks, drawn ?? 'service-map-drawing');

export default [
  { name: 'fl.js, which loads what a page has', path: `${elements}/fl.js`, gzip: true, limit: '3 kB' },
  // The goal is 110 kB for all that the public may have on a page before somebody opens a ballot.
  {
    name: 'fl.iife.js: quick exit, form, map, tracker and council as one classic script, in Chinese',
    path: `${elements}/fl.iife.js`,
    gzip: true,
    limit: '102 kB',
  },
  { name: 'a ballot beside it', path: `${elements}/fl.iife.ballot-*.js`, gzip: true, limit: '23.5 kB' },
  {
    name: 'quick exit, form, map, tracker and council as modules, in Chinese',
    path: filesOf(`${elements}/quick-exit.js`, {
      late: true,
      and: ['client', 'help-form', 'service-map', 'case-tracker', 'council'].map((name) => `${elements}/${name}.js`),
      without: /\/ballot\.js$/,
    }),
    gzip: true,
    limit: '116 kB',
  },
  {
    name: 'the same and a ballot',
    path: filesOf(`${elements}/quick-exit.js`, {
      late: true,
      and: ['client', 'help-form', 'service-map', 'case-tracker', 'council', 'ballot'].map(
        (name) => `${elements}/${name}.js`,
      ),
    }),
    gzip: true,
    limit: '141 kB',
  },
  { name: 'quick exit alone, Lit included', path: filesOf(`${elements}/quick-exit.js`), gzip: true, limit: '9 kB' },
  { name: 'help form before the first answer', path: filesOf(`${elements}/help-form.js`), gzip: true, limit: '25 kB' },
  {
    name: 'help form with all it needs',
    path: filesOf(`${elements}/help-form.js`, { late: true, and: `${elements}/client.js` }),
    gzip: true,
    limit: '40.5 kB',
  },
  // The goal for all of it is 35 kB. What converts coordinates (1.5 kB) comes when somebody asks what is near her.
  {
    name: 'service map with list, filters and drawn map, before she says where she is',
    path: filesOf(`${elements}/service-map.js`, {
      late: true,
      and: `${elements}/client.js`,
      without: /service-map-place|service-map-photos|service-source|conversion/,
    }),
    gzip: true,
    limit: '42.7 kB',
  },
  // But photos, which come with the first place that has any, and the same.
  {
    name: 'service map and a place, where all places fit into one table, before she says where she is',
    path: filesOf(`${elements}/service-map.js`, {
      late: true,
      and: `${elements}/client.js`,
      without: /service-map-photos|service-source|conversion/,
    }),
    gzip: true,
    limit: '47.4 kB',
  },
  {
    name: 'case desk with sign-in and queue',
    path: filesOf(`${elements}/case-desk.js`),
    gzip: true,
    limit: '60 kB',
  },
  {
    name: 'case desk with a case and all its steps, taking down, accounts, audit log and printing',
    path: filesOf(`${elements}/case-desk.js`, { late: true }),
    gzip: true,
    limit: '80 kB',
  },
  { name: 'case report', path: filesOf(`${elements}/case-report.js`, { late: true }), gzip: true, limit: '31 kB' },
  { name: 'drawn map alone', path: [drawing], gzip: true, limit: '6.5 kB' },
  // Without Lit and what all elements share, and without MapLibre (some 440 kB), which is the site's; with what converts.
  {
    name: 'vector layer alone',
    path: filesOf(`${elements}/vector-layer.js`, { late: true, without: /quick-exit|client|service-map\.js/ }),
    gzip: true,
    limit: '5.5 kB',
  },
  // The goal for the first is 25 kB, of which Lit, the quick exit and the provider are 14.7. Most visits only look.
  {
    name: 'case tracker with a case on the screen, before it listens',
    path: filesOf(`${elements}/case-tracker.js`, { and: `${elements}/client.js` }),
    gzip: true,
    limit: '26.1 kB',
  },
  // But what she does with it: writing with files, what a case asks her, and what is rarely used.
  {
    name: 'case tracker that listens to news, before she does anything and before it asks her anything',
    path: filesOf(`${elements}/case-tracker.js`, {
      late: true,
      and: `${elements}/client.js`,
      without: /case-tracker-acts/,
    }),
    gzip: true,
    limit: '27.5 kB',
  },
  {
    name: 'case tracker with all it needs',
    path: filesOf(`${elements}/case-tracker.js`, { late: true, and: `${elements}/client.js` }),
    gzip: true,
    limit: '36.4 kB',
  },
  // The goal is 35 kB. A ballot that is opened inside comes then, see below.
  {
    name: 'council with topics, meetings, ballots, resolutions, discussion and sign-in',
    path: filesOf(`${elements}/council.js`, { late: true, and: `${elements}/client.js`, without: /\/ballot\.js$/ }),
    gzip: true,
    limit: '34.9 kB',
  },
  // The goal for all of it is 30 kB, of which Lit, the quick exit and the provider are 14.7.
  {
    name: 'ballot with every method, sign-in and receipt, before a secret paper and before its result',
    path: filesOf(`${elements}/ballot.js`, {
      late: true,
      and: `${elements}/client.js`,
      without: /ballot-paper|ballot\.result/,
    }),
    gzip: true,
    limit: '38.4 kB',
  },
  {
    name: 'ballot with all it needs: what seals a secret paper (RFC 9497), and the result',
    path: filesOf(`${elements}/ballot.js`, { late: true, and: `${elements}/client.js` }),
    gzip: true,
    limit: '45.2 kB',
  },
  // For staff, at their own computers; what it opens with, and all of its sections.
  {
    name: 'council desk with the councils on the screen',
    path: filesOf(`${elements}/council-desk.js`, { and: `${elements}/client.js` }),
    gzip: true,
    limit: '52 kB',
  },
  {
    name: 'council desk with all its sections',
    path: filesOf(`${elements}/council-desk.js`, { late: true, and: `${elements}/client.js` }),
    gzip: true,
    limit: '81 kB',
  },
  { name: 'SDK core without schemas', path: filesOf(`${sdk}/index.js`), gzip: true, limit: '4 kB' },
  // With the core and the session; the two for members without an element.
  {
    name: 'ballot store with all it needs, what seals a secret paper included',
    path: filesOf(`${sdk}/stores/ballot.js`, { late: true }),
    gzip: true,
    limit: '17 kB',
  },
  { name: 'council store', path: filesOf(`${sdk}/stores/council.js`, { late: true }), gzip: true, limit: '12 kB' },
];
