import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { angularModule, angularTypes } from './angular.mjs';
import { editorFiles } from './editors.mjs';
import { reactTypes, svelteTypes } from './jsx.mjs';
import { banner, readElements } from './model.mjs';
import { vueTypes } from './vue.mjs';

// What frameworks and editors know of our elements, written from the manifest into `dist/frameworks`; the second half of
// `npm run build:manifest`.

const room = fileURLToPath(new URL('..', import.meta.url));
const folder = join(room, 'dist/frameworks');
const read = (path) => JSON.parse(readFileSync(join(room, path), 'utf8'));

const manifest = read('dist/custom-elements.json');
const elements = readElements(manifest);
// Types alone, in a module that does nothing, so that a page may import it like any other.
const empty = `${banner}\nexport {};\n`;

const files = {
  'angular.d.ts': angularTypes(elements),
  'angular.js': angularModule(elements),
  'react.d.ts': reactTypes(elements),
  'react.js': empty,
  'svelte.d.ts': svelteTypes(elements),
  'svelte.js': empty,
  'vue.d.ts': vueTypes(elements),
  'vue.js': empty,
};
for (const [name, data] of Object.entries(editorFiles(manifest, read('package.json'))))
  files[name] = `${JSON.stringify(data, null, 2)}\n`;

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
console.log(`frameworks: ${Object.keys(files).length} files for ${elements.length} elements`);
