/** Which colours of ours meet on the screen, and whether they can be told apart as WCAG 2.2 asks. */

/** Two tokens that meet: what is seen, and what lies under it. */
export interface ColourPair {
  readonly ink: string;
  readonly ground: string;
  /** Words are read; a line or a ring is only seen. */
  readonly kind: 'words' | 'shape';
}

/** A pair that is too faint. */
export interface FaintPair extends ColourPair {
  /** From 1 (the same) to 21 (black on white), rounded down to two digits. */
  readonly ratio: number;
  /** What it must be at least. */
  readonly least: number;
}

const words = (ink: string, ...grounds: string[]): ColourPair[] =>
  grounds.map((ground) => ({ ink, ground, kind: 'words' }));
const shapes = (ink: string, ...grounds: string[]): ColourPair[] =>
  grounds.map((ground) => ({ ink, ground, kind: 'shape' }));

const c = (name: string) => `color.${name}`;
const plain = ['surface', 'raised', 'soft'].map(c);

/** Every pair that some element draws, by the tokens' paths. */
export const colourPairs: readonly ColourPair[] = [
  ...words(
    c('text'),
    ...plain,
    c('danger-soft'),
    c('success-soft'),
    'desk.note-soft',
    'desk.orange-soft',
    'map.ground',
  ),
  ...words(c('muted'), ...plain, 'desk.note-soft', 'map.ground'),
  ...words(c('primary'), ...plain),
  ...words(c('primary-strong'), ...plain),
  ...words(c('on-primary'), c('primary'), c('primary-strong')),
  ...words(c('danger'), c('surface'), c('raised'), c('danger-soft')),
  ...words(c('on-danger'), c('danger'), c('danger-strong')),
  ...words(c('success'), c('surface'), c('raised'), c('success-soft')),
  ...words('desk.orange', c('surface'), c('raised'), c('soft'), 'desk.orange-soft'),
  ...words('desk.red', c('surface'), c('raised'), c('soft')),
  ...words('desk.pink', c('surface'), c('raised'), c('soft')),
  ...shapes(c('focus'), ...plain, c('danger-soft'), c('success-soft'), 'map.ground'),
  ...shapes(c('border'), c('surface'), c('raised')),
  ...shapes(c('primary'), 'map.ground'),
];

/** Words that are white in every theme, and what they stand on. */
const underWhite = ['map.cluster', 'quick-exit.background'];

/** Relative luminance by WCAG 2.2; of `#rgb`, `#rrggbb`. Throws for anything else: no veil can be told apart by itself. */
export function luminance(colour: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) throw new Error(`'${colour}' is not a colour in hex`);
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(pairs.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What each kind of pair must reach; AAA asks no more of shapes, we do. */
export const least = { AA: { words: 4.5, shape: 3 }, AAA: { words: 7, shape: 4.5 } } as const;

/** The pairs that do not reach `level`. `valueOf` gives the colour of a path; pairs with an absent one are left out. */
export function faintPairs(valueOf: (path: string) => string | undefined, level: keyof typeof least): FaintPair[] {
  const white = underWhite.map((ground): ColourPair => ({ ink: '#ffffff', ground, kind: 'words' }));
  return [...colourPairs, ...white].flatMap((pair) => {
    const ink = pair.ink.startsWith('#') ? pair.ink : valueOf(pair.ink);
    const ground = valueOf(pair.ground);
    if (ink === undefined || ground === undefined) return [];
    const ratio = Math.floor(contrast(ink, ground) * 100) / 100;
    return ratio < least[level][pair.kind] ? [{ ...pair, ratio, least: least[level][pair.kind] }] : [];
  });
}
