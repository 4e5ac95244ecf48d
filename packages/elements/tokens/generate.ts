/**
 * Generates what the elements take from the tokens: the colours of every element, and the presets that `<fl-client>` fetches
 * where it is asked for one. `--check` writes nothing and fails where a generated file is stale; `--themes <folder>` writes
 * what hosts can take: a style sheet for each preset, and the tokens.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { propertyOf } from './format.js';
import { presetCss } from './preset-css.js';
import { isDark, palettes, presets, type PaletteName, type Preset, type PresetName } from './presets.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const header = '// Generated from packages/elements/tokens/ by `npm run generate`. Do not edit.\n';

/** `#ffffff` as `#fff`: the colours are in every visitor's bundle. */
const short = (css: string) => css.replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3(?![0-9a-f])/g, '#$1$2$3');

/** Tokens that every element can draw with; the others belong to one element, which has their defaults itself. */
const shared = (path: string, name: PaletteName) => (name === 'contrast' ? /^color/ : /^(?:color|shadow)/).test(path);

function sharedBlock(name: PaletteName): string {
  const lines = [...palettes[name]]
    .filter(([path]) => shared(path, name))
    .map(([path, css]) => {
      const value = short(css);
      // In high contrast nothing of a host's holds: it is there for people who need it.
      return `  --_${path.replace(/^color\./, '')}: ${name === 'contrast' ? value : `var(${propertyOf(path)}, ${value})`};`;
    });
  const scheme = isDark(name) ? 'dark' : 'light';
  const line = name === 'contrast' ? scheme : `var(--fl-scheme, ${scheme})`;
  return `export const ${name} = css\`\n${lines.join('\n')}\n  color-scheme: ${line};\n\`;\n`;
}

const coloursModule = [
  header,
  "import { css } from 'lit';\n",
  ...(['light', 'dark', 'contrast'] as const).map((name) => `/** The colours of ${name}. */\n${sharedBlock(name)}`),
].join('\n');

const names = [...palettes.light.keys()];
const inOrder = (name: PaletteName) => {
  const values = new Map(palettes[name]);
  const known = names.map((path) => values.get(path) ?? '');
  const extra = [...values].filter(([path]) => !names.includes(path));
  return { text: short(known.join('|')), extra };
};
const extras = [
  ...new Set(Object.keys(palettes).flatMap((name) => inOrder(name as PaletteName).extra.map(([p]) => p))),
];

const presetsModule = `${header}
/** The custom properties of a palette, in order, without \`--fl-\`. */
export const names =
  '${[...names, ...extras].map((path) => propertyOf(path).slice('--fl-'.length)).join('|')}|scheme';

/** What each palette gives them. */
export const palettes = {
${Object.keys(palettes)
  .map((key) => {
    const name = key as PaletteName;
    const { text, extra } = inOrder(name);
    const others = extras.map((path) => new Map(extra).get(path) ?? '');
    const label = /^\w+$/.test(key) ? key : `'${key}'`;
    const values = `'${[text, ...others, isDark(name) ? 'dark' : 'light'].join('|')}'`;
    // As the formatter breaks it.
    return `  ${label}:${label.length > 4 ? '\n    ' : ' '}${values},`;
  })
  .join('\n')}
} as const;

/** Which palettes a preset has: by day, at night, in high contrast. */
export const presets: Readonly<Record<string, readonly (keyof typeof palettes)[]>> = {
${Object.entries(presets as Record<string, Preset>)
  .map(
    ([name, { day, night, contrast }]) =>
      `  ${name}: [${[day, night, contrast].flatMap((one) => (one ? [`'${one}'`] : [])).join(', ')}],`,
  )
  .join('\n')}
};
`;

const generated = {
  '../src/base/colours.styles.ts': coloursModule,
  '../src/client/client.presets.ts': presetsModule,
};

function writeThemes(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(presets) as PresetName[]) {
    const about = `/* Fulian Kit: appearance="${name}" on <fl-client>, on one of its elements or around them. */\n`;
    writeFileSync(join(folder, `${name}.css`), about + presetCss(name));
  }
  for (const name of readdirSync(here).filter((one) => one.endsWith('.tokens.json')))
    copyFileSync(join(here, name), join(folder, name));
}

const [option, folder] = process.argv.slice(2);
if (option === '--themes' && folder) writeThemes(folder);
else
  for (const [name, text] of Object.entries(generated)) {
    const path = join(here, name);
    if (option !== '--check') writeFileSync(path, text);
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      console.error(`${name.slice(3)} is stale: run \`npm run generate\``);
      process.exitCode = 1;
    }
  }
