/** The tokens that there are, and what `appearance` can be; read from the token files beside this module. */
import blue from './blue.tokens.json' with { type: 'json' };
import blueDark from './blue-dark.tokens.json' with { type: 'json' };
import contrast from './contrast.tokens.json' with { type: 'json' };
import dark from './dark.tokens.json' with { type: 'json' };
import frame from './frame.tokens.json' with { type: 'json' };
import light from './light.tokens.json' with { type: 'json' };
import red from './red.tokens.json' with { type: 'json' };
import redDark from './red-dark.tokens.json' with { type: 'json' };
import { readTokens, type DesignToken } from './format.js';

/** The files of colours by name, as they are. */
export const documents = { light, dark, contrast, blue, 'blue-dark': blueDark, red, 'red-dark': redDark } as const;

/** The name of one of them. */
export type PaletteName = keyof typeof documents;

/** What CSS says for each token, by the token's path. */
export type Palette = ReadonlyMap<string, string>;

function read(name: string, document: object): readonly DesignToken[] {
  const { tokens, faults } = readTokens(document);
  const [fault] = faults;
  if (fault) throw new Error(`${name}.tokens.json: ${fault.kind} at ${fault.path}: ${fault.found}`);
  return tokens;
}

const colours = read('light', light);

/** Type and sizes, the same in every appearance. */
export const frameTokens = read('frame', frame);

/** Every token, with what holds where nobody sets one; colours are those of `light`. */
export const tokens: readonly DesignToken[] = [...colours, ...frameTokens];

const paletteOf = (name: PaletteName): Palette =>
  new Map(read(name, documents[name]).map(({ path, css }) => [path, css]));

/** The colours of each file. */
export const palettes: Readonly<Record<PaletteName, Palette>> = {
  light: new Map(colours.map(({ path, css }) => [path, css])),
  dark: paletteOf('dark'),
  contrast: paletteOf('contrast'),
  blue: paletteOf('blue'),
  'blue-dark': paletteOf('blue-dark'),
  red: paletteOf('red'),
  'red-dark': paletteOf('red-dark'),
};

/** Palettes on a ground that is dark: what the browser draws itself has to be dark, too. */
export const isDark = (name: PaletteName): boolean => name.endsWith('dark');

/** What holds by day; where the device asks for it, at night and in high contrast. */
export interface Preset {
  readonly day: PaletteName;
  readonly night?: PaletteName;
  readonly contrast?: PaletteName;
}

/** What `appearance` can be. */
export const presets = {
  plain: { day: 'light', night: 'dark', contrast: 'contrast' },
  light: { day: 'light' },
  dark: { day: 'dark' },
  contrast: { day: 'contrast' },
  blue: { day: 'blue', night: 'blue-dark', contrast: 'contrast' },
  red: { day: 'red', night: 'red-dark', contrast: 'contrast' },
} as const satisfies Record<string, Preset>;

/** One of them. */
export type PresetName = keyof typeof presets;
