/** A theme in the making: what the playground changes, takes in and gives out. Every function returns a new one. */
import { colourValue, dimensionValue, parseTokens, type TokenFault } from './format.js';
import { documents, frameTokens, isDark, palettes, presets, tokens, type Palette } from './presets.js';
import { themeCss } from './theme-css.js';

/** The presets that a theme can start from: those with a night of their own. */
export const beginnings = ['plain', 'blue', 'red'] as const;

/** One of them. */
export type Beginning = (typeof beginnings)[number];

/** Which half of a theme is meant. */
export type Half = 'day' | 'night';

/** A theme in the making. */
export interface Draft {
  /** What it began as. */
  readonly beginning: Beginning;
  /** Colours by the tokens' paths. */
  readonly day: Palette;
  readonly night: Palette;
  /** Sizes, the same by day and at night; those alone that differ from what every element has. */
  readonly frame: Palette;
}

/** Why something of a document was not taken. */
export interface ImportFault extends Omit<TokenFault, 'kind'> {
  readonly kind: TokenFault['kind'] | 'unknown-token' | 'not-opaque' | 'nothing-ours' | 'too-large';
}

/** What has become of a document. */
export interface Import {
  /** The draft with all that could be taken; the same one where nothing could. */
  readonly draft: Draft;
  /** How many tokens were taken. */
  readonly taken: number;
  readonly faults: readonly ImportFault[];
}

/** Colours that somebody can choose, by path; shadows follow the preset. */
export const colourPaths: readonly string[] = tokens.filter(({ type }) => type === 'color').map(({ path }) => path);

/** Sizes that somebody can choose, by path. */
export const sizePaths: readonly string[] = frameTokens
  .filter(({ type }) => type === 'dimension')
  .map(({ path }) => path);

const typeOf = new Map(tokens.map(({ path, type }) => [path, type]));
const standard = new Map(frameTokens.map(({ path, css }) => [path, css]));

const colourHalf = (half: Half, beginning: Beginning) => palettes[presets[beginning][half]];

/** A theme as a preset has it. */
export function draftFrom(beginning: Beginning): Draft {
  const split = (half: Half) => [...colourHalf(half, beginning)];
  return {
    beginning,
    day: new Map(split('day').filter(([path]) => !standard.has(path))),
    night: new Map(split('night').filter(([path]) => !standard.has(path))),
    frame: new Map(split('day').filter(([path]) => standard.has(path))),
  };
}

/** What holds for a token. */
export function valueIn(draft: Draft, half: Half, path: string): string {
  return draft[half].get(path) ?? draft.frame.get(path) ?? standard.get(path) ?? '';
}

/** A colour in six digits, whatever of the usual ways to write it was typed; nothing where it is none. */
export function colourFrom(text: string): string | undefined {
  const digits = /^\s*#?([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text)?.[1]?.toLowerCase();
  return digits && `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** The most that a size can be; what is meant for a room is no size of ours. Pixels. */
const largest = 200;

/** A size in pixels from what was typed; nothing where it is none. */
export function sizeFrom(text: string): string | undefined {
  const number = /^\s*(\d{1,3}(?:\.\d{1,2})?)\s*(?:px)?\s*$/.exec(text)?.[1];
  return number !== undefined && Number(number) <= largest ? `${Number(number)}px` : undefined;
}

/** The draft with another value for one token. */
export function withValue(draft: Draft, half: Half, path: string, css: string): Draft {
  if (!standard.has(path)) return { ...draft, [half]: new Map(draft[half]).set(path, css) };
  const frame = new Map(draft.frame);
  if (standard.get(path) === css) frame.delete(path);
  else frame.set(path, css);
  return { ...draft, frame };
}

/** The style sheet of a draft, for every `<fl-client>` of a page. */
export function draftCss(draft: Draft, selector = 'fl-client'): string {
  return themeCss(selector, {
    day: { values: [...draft.day, ...draft.frame], isDark: false },
    night: { values: draft.night, isDark: true },
  });
}

/** The style sheet that shows one half of a draft, whatever the device asks for. */
export function halfCss(draft: Draft, half: Half, selector: string): string {
  return themeCss(selector, {
    day: { values: [...draft[half], ...draft.frame], isDark: isDark(presets[draft.beginning][half]) },
  });
}

type Json = Record<string, unknown>;

function put(document: Json, path: string, type: string, value: unknown): void {
  let node = document;
  for (const name of path.split('.')) node = (node[name] ??= {}) as Json;
  // A group whose own token this is, such as `font.size` beside `font.size.elder`.
  const isGroup = Object.keys(node).some((name) => !name.startsWith('$'));
  const target = isGroup ? ((node.$root ??= {}) as Json) : node;
  target.$type ??= type;
  target.$value = value;
}

/** One half of a draft as a document of design tokens. */
export function draftTokens(draft: Draft, half: Half): string {
  const document = structuredClone(documents[presets[draft.beginning][half]]) as Json;
  for (const path of colourPaths) put(document, path, 'color', colourValue(valueIn(draft, half, path)));
  // All sizes that are not as everywhere, those of elder mode after the ones that they belong to.
  for (const path of sizePaths)
    if (draft.frame.has(path))
      put(
        document,
        path === 'font.size' ? 'font.size.$root' : path,
        'dimension',
        dimensionValue(valueIn(draft, half, path)),
      );
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What a document may have at most, characters: ours have 5,000. */
const largestDocument = 500_000;

/**
 * Takes a document of design tokens into one half of a draft, and its sizes into both. What cannot be taken is named and
 * leaves what was there.
 */
export function importTokens(draft: Draft, half: Half, text: string): Import {
  if (text.length > largestDocument)
    return { draft, taken: 0, faults: [{ kind: 'too-large', path: '', found: String(text.length) }] };
  const reading = parseTokens(text);
  const faults: ImportFault[] = [...reading.faults];
  let next = draft;
  let taken = 0;
  for (const { path, type, css } of reading.tokens) {
    const fault = (kind: ImportFault['kind'], found: string) => void faults.push({ kind, path, found });
    if (!typeOf.has(path) || type !== typeOf.get(path)) fault('unknown-token', path);
    else if (type === 'color' && css.length > 7) fault('not-opaque', css);
    else if (type === 'dimension' && sizeFrom(css) === undefined) fault('bad-value', css);
    else {
      next = type === 'fontFamily' ? next : withValue(next, half, path, css);
      taken += 1;
    }
  }
  if (taken === 0 && faults.length === 0) faults.push({ kind: 'nothing-ours', path: '', found: '' });
  return { draft: taken === 0 ? draft : next, taken, faults };
}
