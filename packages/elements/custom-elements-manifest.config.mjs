import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The manifest of the elements, for editors, Storybook and other tools: `npm run build:manifest`. Fails where an element
// does not describe what a page can see of it.

const source = fileURLToPath(new URL('src', import.meta.url));
const folderOf = (path) => /(?:^|\/)src\/([^/]+)\/\1\.ts$/.exec(path)?.[1];

/** All code of one element's folder, without its tests. */
function codeOf(folder) {
  const names = readdirSync(join(source, folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return names.map((name) => readFileSync(join(source, folder, name), 'utf8')).join('\n');
}

const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];

const tokens = all(codeOf('base'), /var\(\s*(--fl-[\w-]+)/g);
const base = readFileSync(join(source, 'base/element.ts'), 'utf8');
const lifecycle = new Set(['connectedCallback', 'disconnectedCallback']);

/** Names each element's tag, which `define()` hides from the analyzer, and maps its module to what is built of it. */
const tags = {
  name: 'fulian-tags',
  packageLinkPhase({ customElementsManifest }) {
    const elements = [];
    for (const module of customElementsManifest.modules) {
      const folder = folderOf(module.path);
      if (!folder || !existsSync(join(source, folder, 'index.ts'))) continue;
      for (const declaration of module.declarations.filter(({ kind }) => kind === 'class')) {
        const path = `dist/${folder}.js`;
        const { name } = declaration;
        Object.assign(declaration, { tagName: `fl-${folder}`, customElement: true });
        delete declaration.superclass;
        elements.push({
          kind: 'javascript-module',
          path,
          declarations: [declaration],
          exports: [
            { kind: 'js', name, declaration: { name, module: path } },
            { kind: 'custom-element-definition', name: declaration.tagName, declaration: { name, module: path } },
          ],
        });
      }
    }
    customElementsManifest.modules = elements;
  },
};

/** Keeps what a page can use: no private or protected members, none that are `@internal`, none of Lit's own. */
const publicOnly = {
  name: 'fulian-public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations) {
        const internal = new Set(all(codeOf(declaration.tagName.slice(3)) + base, /@internal \*\/\s+(?:get )?(\w+)/g));
        const isHidden = ({ name, privacy = 'public', static: isStatic }) =>
          privacy !== 'public' || isStatic || internal.has(name) || lifecycle.has(name);
        const hidden = (declaration.members ?? []).filter(isHidden).map(({ name }) => name);
        declaration.members = (declaration.members ?? []).filter((one) => !isHidden(one));
        declaration.attributes = (declaration.attributes ?? []).filter(({ fieldName }) => !hidden.includes(fieldName));
        for (const list of [declaration.members, declaration.attributes])
          for (const one of list) delete one.inheritedFrom;
      }
  },
};
/** What one element does not describe, or describes and does not have; `events` are those of each element by tag. */
function gapsOf(element, eventsOf) {
  const gaps = [];
  const folder = element.tagName.slice(3);
  const code = codeOf(folder);
  const names = (list) => (list ?? []).map(({ name }) => name);
  const compare = (tag, there, told) => {
    const say = (name, fault) => gaps.push(`${element.tagName}: ${tag} ${name || '(default)'} ${fault}`);
    for (const name of there) if (!told.includes(name)) say(name, 'is not described');
    for (const name of told) if (!there.includes(name)) say(name, 'is not there');
  };

  if (!element.summary) gaps.push(`${element.tagName}: @summary is missing`);
  const fired = all(code, /new CustomEvent(?:<[^(]*>)?\(\s*'(fl-[\w-]+)'/g);
  const events = names(element.events);
  // A function may get the event's name, and the events of elements inside it come out of it.
  const passed = all(code, /<(fl-[\w-]+)[\s>]/g)
    .flatMap(eventsOf)
    .concat(all(code, /'(fl-[\w-]+)'/g));
  compare('@fires', fired.concat(passed.filter((name) => events.includes(name))), events);
  compare('@csspart', all(code, /\bpart="([\w-]+)"/g), names(element.cssParts));
  const rendered = all(code, /<slot name="([\w-]+)"/g).concat(/<slot>/.test(code) ? [''] : []);
  // What stands in an element as a fallback, for where its script never runs, is described and not shown.
  const slots = names(element.slots).filter((name) => name !== '' || rendered.includes(''));
  compare('@slot', rendered, slots);
  const properties = names(element.cssProperties);
  const used = all(code, /var\(\s*(--fl-[\w-]+)/g);
  compare(
    '@cssprop',
    used.filter((name) => !tokens.includes(name) || properties.includes(name)),
    properties,
  );

  // An attribute is described by its property.
  const attributes = (element.attributes ?? []).filter(({ fieldName }) => !fieldName);
  const lists = [element.members, attributes, element.events, element.slots, element.cssParts, element.cssProperties];
  for (const one of lists.flatMap((list) => list ?? []))
    if (!one.description) gaps.push(`${element.tagName}: ${one.name || 'the default slot'} has no description`);
  return gaps;
}

/** Fails where something that a page can see is not described, or described and not there. */
const described = {
  name: 'fulian-described',
  packageLinkPhase({ customElementsManifest }) {
    const elements = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
    const eventsOf = (tag) => (elements.find(({ tagName }) => tagName === tag)?.events ?? []).map(({ name }) => name);
    const gaps = elements.flatMap((element) => gapsOf(element, eventsOf));
    if (elements.length === 0) gaps.push('no element was found');
    if (gaps.length > 0) throw new Error(`The manifest of the elements has gaps:\n  ${gaps.join('\n  ')}`);
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/base/testing/**', 'src/locales/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tags, publicOnly, described],
};
