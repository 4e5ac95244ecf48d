import ts from 'typescript';
import type { Source } from './sources.js';

/** Files of more lines than this are split by meaning. */
export const maxLines = 400;

/** Sources that have grown too long, as `path: 412 lines`. */
export function tooLong(sources: readonly Source[]): string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > maxLines)
    .map(({ path, lines }) => `${path}: ${String(lines)} lines`);
}

const emptyWord = /(^|[-./_])(utils?|helpers?|common|managers?)([-./_]|$)/;
/** Storybook's own name for what sets up its frame. */
const namedByTools = new Set(['.storybook/manager.ts']);
const emptyIdentifier = /(Utils?|Helpers?|Common|Manager)s?$/;

/** Files and exports named after nothing (`utils`, `helpers`, `common`, `manager`). */
export function emptyNames(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...(emptyWord.test(source.path) && !namedByTools.has(source.path)
      ? [`${source.path}: says nothing by its name`]
      : []),
    ...exportsOf(source)
      .filter(({ name }) => emptyIdentifier.test(name))
      .map(({ name }) => `${source.path}: ${name} says nothing by its name`),
  ]);
}

/** Exported declarations without a doc comment. An alias of a contract's schema is described there. */
export function undocumented(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    exportsOf(source)
      .filter(({ node, text }) => !hasDoc(node) && !/^export type \w+ = Schemas\['\w+'\](\['\w+'\])*;$/.test(text))
      .map(({ name }) => `${source.path}: ${name} has no doc comment`),
  );
}

interface Exported {
  readonly name: string;
  readonly node: ts.Statement;
  readonly text: string;
}

/** What a module declares and exports in one go; re-exports are documented where they come from. */
function exportsOf(source: Source): Exported[] {
  let found = parsed.get(source);
  if (!found) parsed.set(source, (found = source.path.endsWith('.ts') ? declarationsIn(source) : []));
  return found;
}

const parsed = new WeakMap<Source, Exported[]>();

function declarationsIn({ path, text }: Source): Exported[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const seen = new Set<string>();
  return file.statements.flatMap((node) => {
    const exported =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    const names = ts.isVariableStatement(node)
      ? node.declarationList.declarations.map((one) => one.name.getText(file))
      : [(node as ts.DeclarationStatement).name?.getText(file) ?? 'default'];
    // Of an overloaded function the first declaration speaks for all.
    const fresh = names.filter((name) => !seen.has(name));
    fresh.forEach((name) => seen.add(name));
    return fresh.map((name) => ({ name, node, text: node.getText(file) }));
  });
}

const hasDoc = (node: ts.Node) => ts.getJSDocCommentsAndTags(node).length > 0;

/** Lines that look like a secret that was written down. Test vectors say that they are: `not-a-secret`. */
export function secretsIn(sources: readonly Source[]): string[] {
  const shapes = [
    /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
    /\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[bp]-[0-9A-Za-z-]{20,}|\bnpm_[A-Za-z0-9]{36}\b/,
    /(?:master_?key|secret|password|token)["']?\s*[:=]\s*["'`][A-Za-z0-9+/_-]{32,}={0,2}["'`]/i,
    /\b(?:postgres|postgresql|https?):\/\/[^\s/:@'"`${}]+:(?!\$\{|password@)[^\s/@'"`]{8,}@(?!127\.0\.0\.1|localhost|\[::1\])/,
  ];
  return linesMatching(sources, (line) => shapes.some((shape) => shape.test(line)) && !line.includes('not-a-secret'));
}

/** Lines that name a package registry or that pin where a package was downloaded from. */
export function registriesIn(sources: readonly Source[]): string[] {
  // In pieces, so that this file does not find itself.
  const hosts = new RegExp(['registry\\.', 'npmmirror\\.', 'npm\\.pkg\\.', 'artifactory', 'verdaccio'].join('|'), 'i');
  const setting = /^\s*(?:@[\w-]+:)?registry\s*=/;
  return linesMatching(sources, (line) => hosts.test(line) || setting.test(line));
}

/** Addresses in a lock file: it must install from whichever registry a machine uses. */
export function addressesIn(lock: string): string[] {
  return linesMatching([{ path: 'package-lock.json', text: lock }], (line) =>
    /"resolved":\s*"(?:https?|git)/.test(line),
  );
}

function linesMatching(sources: readonly Source[], matches: (line: string) => boolean): string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (matches(line) ? [`${path}:${String(at + 1)}: ${line.trim().slice(0, 80)}`] : [])),
  );
}
