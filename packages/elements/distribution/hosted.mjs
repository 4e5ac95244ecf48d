/**
 * `npm run build:hosted`, the last step of a build: the copy of all files that pages load, in a folder of its version that
 * never changes again, with the SHA-384 of each in `sri.json`, and a zip of it for those who serve it themselves. The same
 * files give the same bytes. Folders of other versions stay: pages may name them.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zip } from './zip.mjs';

const room = fileURLToPath(new URL('..', import.meta.url));
const root = join(room, '../..');
const dist = join(room, 'dist');
const { version } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'));

/** What of `dist` pages load: scripts, their chunks, and the themes. */
const shipped = /^(?:[\w.-]+\.js|chunks\/[\w.-]+\.js|themes\/[\w.-]+\.css)$/;

/** What of others is inside the scripts. */
const guests = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'zod'];

const pathsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, '/'),
    )
    .sort((a, b) => (a < b ? -1 : 1));

/** The licences of what is inside the scripts, as their makers ask. */
function licencesOfGuests() {
  const licences = guests.map((name) => {
    const { version: its } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    return `${name} ${its}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n`;
  });
  return Buffer.from(licences.join(`\n${'-'.repeat(72)}\n\n`));
}

const licences = [
  ['LICENSE.txt', readFileSync(join(root, 'LICENSE'))],
  ['THIRD-PARTY.txt', licencesOfGuests()],
];

/** Every file of the version with its bytes, by path. */
function filesOfVersion() {
  const scripts = pathsIn(dist).filter((path) => shipped.test(path));
  for (const needed of ['fl.js', 'fl.iife.js', 'fl.iife.en.js', 'help-form.js'])
    if (!scripts.includes(needed)) throw new Error(`${needed} is not in ${dist}: run \`npm run build:bundles\` first`);
  const files = scripts.map((path) => [path, readFileSync(join(dist, path))]);
  const hashes = files.map(([path, bytes]) => [path, `sha384-${createHash('sha384').update(bytes).digest('base64')}`]);
  const sri = { version, files: Object.fromEntries(hashes) };
  return new Map([...files, ['sri.json', Buffer.from(`${JSON.stringify(sri, null, 2)}\n`)], ...licences]);
}

/** Writes files, and takes away what lay there besides: after the writing, so that nobody finds the folder empty. */
function writeFolder(folder, files) {
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes);
  }
  for (const path of pathsIn(folder)) if (!files.has(path)) rmSync(join(folder, path));
}

// They go with the packages, too.
for (const [name, text] of licences)
  for (const folder of [dist, join(root, 'packages/sdk/dist')]) writeFileSync(join(folder, name), text);

const files = filesOfVersion();
const compressed = [...files]
  .filter(([path]) => /\.(js|css)$/.test(path))
  .flatMap(([path, bytes]) => [
    [`${path}.br`, brotliCompressSync(bytes)],
    [`${path}.gz`, gzipSync(bytes, { level: 9 })],
  ]);
const hosted = join(dist, 'hosted');
writeFolder(join(hosted, version), new Map([...files, ...compressed]));

const readme = (name) =>
  Buffer.from(readFileSync(join(room, 'distribution/self-hosting', name), 'utf8').replaceAll('{version}', version));
const packed = zip([
  ...['README.txt', 'README.zh-CN.txt'].map((name) => [`fulian-kit-${version}/${name}`, readme(name)]),
  ...[...files].map(([path, bytes]) => [`fulian-kit-${version}/${version}/${path}`, bytes]),
]);
writeFileSync(join(hosted, `fulian-kit-${version}.zip`), packed);
console.log(`hosted ${version}: ${files.size} files, zip ${packed.length} bytes`);
