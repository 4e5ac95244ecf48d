/**
 * `npm run build:declarations`: the types that are published, in `dist/declarations/`. They are those of `dist/types/`, but
 * what they take from the contract, which is a private package, lies beside them. Only what an entry reaches is there.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('.', import.meta.url));
const contract = join(room, '../../openapi');
const read = (path) => readFileSync(path, 'utf8');
const entriesOf = (folder) => JSON.parse(read(join(folder, 'package.json'))).exports;
const contractEntries = entriesOf(contract);

const types = join(room, 'dist/types');
const contractTypes = join(contract, 'dist');
const target = join(room, 'dist/declarations');

/** Where a declaration of one of the two folders is published. */
const placeOf = (file) =>
  file.startsWith(types)
    ? join(target, relative(types, file))
    : join(target, 'contract', relative(contractTypes, file));

/** The declaration that a module of `file` names; undefined where it is another package's. */
function resolve(file, specifier) {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')));
  const [, entry] = /^@fulian\/contract\/(.+)$/.exec(specifier) ?? [];
  return entry && join(contract, contractEntries[`./${entry}`].types);
}

const written = new Set();
function publish(file) {
  const place = placeOf(file);
  if (written.has(place)) return;
  written.add(place);
  const text = read(file)
    .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')
    .replace(/(\bfrom |\bimport\(|\bimport )(['"])([^'"]+)\2/g, (all, before, quote, specifier) => {
      const found = resolve(file, specifier);
      if (!found) {
        if (!allowed.includes(specifier)) throw new Error(`${file} names ${specifier}, which nobody installs`);
        return all;
      }
      publish(found);
      const path = relative(dirname(place), placeOf(found))
        .replace(/\\/g, '/')
        .replace(/\.d\.ts$/, '.js');
      return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
    });
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** Packages that whoever installs the SDK has, too: none. */
const allowed = [];

for (const { types: entry } of Object.values(entriesOf(room)))
  publish(join(types, relative('dist/declarations', entry)));
for (const path of readdirSync(target, { recursive: true }))
  if (path.endsWith('.d.ts') && !written.has(join(target, path))) rmSync(join(target, path));
console.log(`declarations: ${written.size} files`);
