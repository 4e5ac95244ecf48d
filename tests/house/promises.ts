import type { Source } from './sources.js';

/** The safety rules of the house that hold for what exists today; a capability that needs another adds it here. */
export const rulesDue = ['S1', 'S2', 'S3', 'S4', 'S6', 'S8', 'S10'] as const;

/** Rules that no test title names: a promise that nobody checks. */
export function unprovenRules(tests: readonly Source[], rules: readonly string[]): string[] {
  const titles = tests.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:test|it|describe)(?:\.\w+)*(?:\([^()]*\))?\(\s*(['"`])([^]*?)\1/g)].map(
      ([, , title]) => title ?? '',
    ),
  );
  return rules.filter((rule) => !titles.some((title) => new RegExp(`\\b${rule}\\b`).test(title)));
}

/** Commands that a text tells people to type and that no package.json has, as `npm run x`. */
export function brokenCommands(texts: readonly Source[], scripts: readonly string[]): string[] {
  return texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
      .map(([command, named, short]) => ({ command, script: named ?? short ?? '' }))
      .filter(({ script }) => !scripts.includes(script))
      .map(({ command }) => `${path}: ${command}`),
  );
}

/** Links from one file of the repository to another that is not there. */
export function brokenLinks(texts: readonly Source[], exists: (path: string) => boolean): string[] {
  return texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#|\?)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !exists(target))
      .map((target) => `${path}: ${target} is not there`),
  );
}

/** Packages that the page on dependencies does not explain, and explanations of packages that are gone. */
export function unexplainedPackages(page: string, packages: readonly string[]): string[] {
  const entries = [...page.matchAll(/^- ((?:`[^`]+`(?:,\s+)?)+): \S/gm)];
  const explained = entries.flatMap(([, names = '']) => names.match(/(?<=`)[^`,\s]+(?=`)/g) ?? []);
  return [
    ...packages.filter((name) => !explained.includes(name)).map((name) => `${name} has no reason`),
    ...explained.filter((name) => !packages.includes(name)).map((name) => `${name} is explained and not used`),
  ];
}

/** Settings that the service reads and the guide does not name, and those that the guide names for nothing. */
export function undescribedSettings(config: string, guide: string): string[] {
  const read = new Set(config.match(/\b[A-Z][A-Z]+(?:_[A-Z]+)*(?=['\b])|(?<=env\.)[A-Z_]+/g));
  const entries = [...guide.matchAll(/^- ((?:`[A-Z_]+`(?:,\s+)?)+)/gm)];
  const named = new Set(entries.flatMap(([, names = '']) => names.match(/[A-Z_]+/g) ?? []));
  return [
    ...[...read].filter((name) => !named.has(name)).map((name) => `${name} is not in the guide`),
    ...[...named].filter((name) => !read.has(name)).map((name) => `${name} is in the guide only`),
  ];
}
