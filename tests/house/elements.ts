import ts from 'typescript';
import type { Source } from './sources.js';

const home = 'packages/elements/src/';
/** Folders of `packages/elements/src` that hold no element. */
const shared = new Set(['base', 'distribution', 'locales']);

/** What is missing in an element's folder: index, class with a summary, styles, test, story. */
export function incompleteFolders(sources: readonly Source[]): string[] {
  const at = (path: string) => sources.find((source) => source.path === path)?.text;
  const names = new Set(
    sources
      .filter(({ path }) => path.startsWith(home))
      .map(({ path }) => path.slice(home.length).split('/'))
      .flatMap(([folder, file]) => (folder && file && !shared.has(folder) ? [folder] : [])),
  );
  return [...names].sort().flatMap((name) => {
    const code = at(`${home}${name}/${name}.ts`);
    // An element that draws nothing of its own (a provider) has neither styles nor a look to show.
    const draws = code === undefined || (/\brender\(/.test(code) && !code.includes('return html`<slot></slot>`'));
    const wanted = [`${home}${name}/index.ts`, `${home}${name}/${name}.ts`, `${home}${name}/${name}.test.ts`];
    if (draws) wanted.push(`${home}${name}/${name}.styles.ts`, `stories/${name}.stories.ts`);
    const missing = wanted.filter((path) => at(path) === undefined).map((path) => `${path} is missing`);
    const className = `Fl${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
    if (code !== undefined && !code.includes(`class ${className} `)) missing.push(`${name}: no class ${className}`);
    if (code !== undefined && !/\* @summary \S/.test(code)) missing.push(`${name}: the class has no @summary`);
    return missing;
  });
}

/** All words of the interface: language → catalogue → key → text. */
export type Catalogues = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const gapsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/** Where the catalogues of the languages differ: a catalogue, a key or a gap that one of them lacks, an empty text. */
export function catalogueFaults(catalogues: Catalogues): string[] {
  const languages = Object.keys(catalogues);
  const names = new Set(languages.flatMap((language) => Object.keys(catalogues[language] ?? {})));
  return [...names].flatMap((name) => {
    const keys = new Set(languages.flatMap((language) => Object.keys(catalogues[language]?.[name] ?? {})));
    return [...keys].flatMap((key) => {
      const texts = languages.map((language) => ({ language, text: catalogues[language]?.[name]?.[key] }));
      const silent = texts.filter(({ text }) => text === undefined || text.trim() === '');
      if (silent.length > 0) return silent.map(({ language }) => `${name}.${key} has no words in ${language}`);
      const gaps = new Set(texts.map(({ text = '' }) => gapsOf(text)));
      return gaps.size > 1 ? [`${name}.${key} has other gaps in one language than in another`] : [];
    });
  });
}

/** Text for a person that stands in code and not in a catalogue. Comments and tests may hold what they like. */
export function strayTexts(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const stray: string[] = [];
    const found = (words: string) =>
      stray.push(`${path}: “${words.trim().replace(/\s+/g, ' ').slice(0, 40)}” belongs in a catalogue`);
    visitNodes(path, text, (node) => {
      if (isText(node) && /[\u3400-\u9fff]/u.test(node.text)) found(node.text);
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') wordsOf(node.template).forEach(found);
    });
    return stray;
  });
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** Letters between the tags of a template and in attributes that are read aloud. */
function wordsOf(template: ts.TemplateLiteral): string[] {
  const markup = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text + template.templateSpans.map((span) => `\u0000${span.literal.text}`).join('');
  const spoken = [...markup.matchAll(/\b(?:aria-label|aria-description|placeholder|title|alt)="([^"]*)"/g)].map(
    ([, value]) => value ?? '',
  );
  const between = markup.replace(/<!--[^]*?-->/g, '').split(/<[^>]*>/);
  return [...spoken, ...between].filter((part) => /\p{L}{2,}/u.test(part));
}

const forbidden = new Set(
  (
    'fetch XMLHttpRequest WebSocket EventSource sendBeacon Worker SharedWorker serviceWorker BroadcastChannel ' +
    'localStorage sessionStorage indexedDB caches cookieStore cookie Notification'
  ).split(' '),
);

/** Uses of the network or of a storage in elements: both belong to the SDK or to nobody (S2). */
export function reachesOut(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const uses: string[] = [];
    visitNodes(path, text, (node) => {
      const name = ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : '';
      if (forbidden.has(name)) uses.push(`${path} uses ${name}`);
    });
    return uses;
  });
}

function visitNodes(path: string, text: string, visit: (node: ts.Node) => void): void {
  const each = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, each);
  };
  each(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
}

/**
 * Custom properties that somebody may set and that nobody describes: those of the base in the guide to theming, those of
 * one element as `@cssprop` of its class. Also descriptions of what is not there.
 */
export function undescribedTokens(sources: readonly Source[], guide: readonly string[]): string[] {
  const used = (text: string) => new Set<string>(text.match(/(?<=var\(\s*)--fl-[\w-]+/g) ?? []);
  const base = new Set(
    sources.filter(({ path }) => path.startsWith(`${home}base/`)).flatMap(({ text }) => [...used(text)]),
  );
  const faults = [
    ...[...base].filter((name) => !guide.includes(name)).map((name) => `${name} is not in the guide to theming`),
    ...guide.filter((name) => !base.has(name)).map((name) => `${name} is in the guide to theming only`),
  ];
  for (const { path, text } of sources) {
    const [folder = '', file] = path.slice(home.length).split('/');
    if (file !== `${folder}.ts` || shared.has(folder)) continue;
    const own = sources
      .filter((source) => source.path.startsWith(`${home}${folder}/`))
      .flatMap((source) => [...used(source.text)]);
    const described: string[] = text.match(/(?<=@cssprop(?:erty)? \[?)--fl-[\w-]+/g) ?? [];
    const missing = new Set(own.filter((name) => !base.has(name) && !described.includes(name)));
    faults.push(...[...missing].map((name) => `${folder}: ${name} has no @cssprop`));
    faults.push(
      ...described.filter((name) => !own.includes(name)).map((name) => `${folder}: ${name} is described and not used`),
    );
  }
  return faults;
}
