/**
 * Reads and writes design tokens in the format of the W3C's Design Tokens Community Group (Format Module 2025.10): the
 * part of it that looks of elements need. Plain functions; nothing here knows which tokens there are.
 */

/** The types of tokens that we take. */
export const tokenTypes = ['color', 'dimension', 'fontFamily', 'shadow'] as const;

/** One of them. */
export type TokenType = (typeof tokenTypes)[number];

/** One token that was read. */
export interface DesignToken {
  /** Names of its groups and its own, joined by dots; a group's `$root` has the path of the group. */
  readonly path: string;
  readonly type: TokenType;
  /** The value as CSS writes it. */
  readonly css: string;
  readonly description: string | undefined;
}

/** Why a document, or one token of it, cannot be taken. */
export interface TokenFault {
  readonly kind:
    | 'not-json'
    | 'not-an-object'
    | 'bad-name'
    | 'no-type'
    | 'other-type'
    | 'bad-value'
    | 'other-colours'
    | 'missing-alias'
    | 'alias-loop'
    | 'not-supported';
  /** Where: the path of a token or group; empty for the document. */
  readonly path: string;
  /** What stands there, shortened. */
  readonly found: string;
}

/** What a document says, as far as it can be understood. */
export interface TokenReading {
  readonly tokens: readonly DesignToken[];
  readonly faults: readonly TokenFault[];
}

type Json = Record<string, unknown>;

interface Raw {
  readonly value: unknown;
  readonly type: unknown;
  readonly description: unknown;
}

class Unfit extends Error {
  constructor(
    readonly kind: TokenFault['kind'],
    readonly found: unknown,
  ) {
    super(kind);
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAlias = (value: unknown): value is string => typeof value === 'string' && /^\{[^{}]+\}$/.test(value);

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Reads a document from its text. Never throws: what is wrong stands in `faults`, and all else is there. */
export function parseTokens(text: string): TokenReading {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { tokens: [], faults: [{ kind: 'not-json', path: '', found: shown((error as Error).message) }] };
  }
  return readTokens(document);
}

/** Reads a parsed document; as `parseTokens`. */
export function readTokens(document: unknown): TokenReading {
  if (!isObject(document)) return { tokens: [], faults: [{ kind: 'not-an-object', path: '', found: shown(document) }] };
  const faults: TokenFault[] = [];
  const raws = new Map<string, Raw>();
  collect(document, '', undefined, raws, faults);
  const tokens: DesignToken[] = [];
  for (const [path, raw] of raws)
    try {
      const { value, type } = resolve(raw, path, raws);
      const description = typeof raw.description === 'string' ? raw.description : undefined;
      tokens.push({ path, type, css: cssOf(type, value, raws), description });
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      faults.push({ kind: error.kind, path, found: shown(error.found) });
    }
  return { tokens, faults };
}

function collect(node: Json, path: string, outer: unknown, raws: Map<string, Raw>, faults: TokenFault[]): void {
  const type = node.$type ?? outer;
  for (const name of ['$ref', '$extends']) if (name in node) faults.push({ kind: 'not-supported', path, found: name });
  if ('$value' in node) {
    raws.set(path, { value: node.$value, type, description: node.$description });
    return;
  }
  for (const [name, child] of Object.entries(node)) {
    if (name.startsWith('$') && name !== '$root') continue;
    const at = name === '$root' ? path : path ? `${path}.${name}` : name;
    if (name !== '$root' && /[{}.]/.test(name)) faults.push({ kind: 'bad-name', path: at, found: name });
    else if (!isObject(child) || (name === '$root' && !('$value' in child)))
      faults.push({ kind: 'not-an-object', path: at, found: shown(child) });
    else collect(child, at, type, raws, faults);
  }
}

/** The value behind an alias, with the type that holds. */
function resolve(raw: Raw, path: string, raws: Map<string, Raw>): { value: unknown; type: TokenType } {
  let { value, type } = raw;
  const seen = new Set([path]);
  while (isAlias(value)) {
    const next = value.slice(1, -1).replace(/\.\$root$/, '');
    const target = raws.get(next);
    if (!target) throw new Unfit('missing-alias', value);
    if (seen.has(next)) throw new Unfit('alias-loop', value);
    seen.add(next);
    type ??= target.type;
    value = target.value;
  }
  if (type === undefined) throw new Unfit('no-type', value);
  const known = tokenTypes.find((one) => one === type);
  if (!known) throw new Unfit('other-type', type);
  return { value, type: known };
}

function cssOf(type: TokenType, value: unknown, raws: Map<string, Raw>): string {
  // A part of a shadow may stand for another token.
  const part = (kind: TokenType, inner: unknown) =>
    cssOf(
      kind,
      isAlias(inner) ? resolve({ value: inner, type: kind, description: undefined }, '', raws).value : inner,
      raws,
    );
  switch (type) {
    case 'color':
      return colourOf(value);
    case 'dimension':
      return dimensionOf(value);
    case 'fontFamily':
      return familyOf(value);
    case 'shadow': {
      const layers: unknown[] = Array.isArray(value) ? value : [value];
      return layers.map((layer) => shadowOf(layer, part)).join(', ');
    }
  }
}

/** A colour as `#rrggbb`, or `#rrggbbaa` where it is not opaque. Also the bare string of older drafts. */
function colourOf(value: unknown): string {
  if (typeof value === 'string') {
    const digits = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(value)?.[1]?.toLowerCase();
    if (!digits) throw new Unfit('bad-value', value);
    return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
  }
  if (!isObject(value)) throw new Unfit('bad-value', value);
  const { colorSpace, components, alpha = 1, hex } = value;
  if (!isShare(alpha)) throw new Unfit('bad-value', value);
  const veil = alpha === 1 ? '' : twoDigits(alpha);
  if (colorSpace !== 'srgb') {
    // Old engines know no other colours; the format foresees a substitute for them.
    if (typeof colorSpace !== 'string' || typeof hex !== 'string' || !/^#[0-9a-f]{6}$/i.test(hex))
      throw new Unfit(typeof colorSpace === 'string' ? 'other-colours' : 'bad-value', colorSpace ?? value);
    return hex.toLowerCase() + veil;
  }
  if (!Array.isArray(components) || components.length !== 3) throw new Unfit('bad-value', components ?? value);
  const shares = components.map((one: unknown) => (one === 'none' ? 0 : one));
  if (!shares.every(isShare)) throw new Unfit('bad-value', components);
  return `#${shares.map(twoDigits).join('')}${veil}`;
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const twoDigits = (share: number) =>
  Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');

/** A length as `16px`. Also the string of older drafts. */
function dimensionOf(value: unknown): string {
  const text = isObject(value) && typeof value.value === 'number' ? `${value.value}${String(value.unit)}` : value;
  if (typeof text !== 'string' || !/^-?(?:\d+|\d*\.\d+)(?:px|rem)$/.test(text)) throw new Unfit('bad-value', value);
  return text;
}

const genericFamilies = /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+|[a-z][a-z0-9-]*)$/;

function familyOf(value: unknown): string {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  // What could end the declaration that it stands in is no name of a typeface.
  const fit = (name: unknown): name is string => typeof name === 'string' && name !== '' && !/[;{}<>\\'"\n]/.test(name);
  if (names.length === 0 || !names.every(fit)) throw new Unfit('bad-value', value);
  return names.map((name) => (genericFamilies.test(name) ? name : `'${name}'`)).join(', ');
}

function shadowOf(value: unknown, part: (kind: TokenType, value: unknown) => string): string {
  if (!isObject(value)) throw new Unfit('bad-value', value);
  const [x, y, blur, spread] = ['offsetX', 'offsetY', 'blur', 'spread'].map((name) =>
    part('dimension', value[name]).replace(/^0px$/, '0'),
  );
  const lengths = [x, y, blur, ...(spread === '0' ? [] : [spread])].join(' ');
  return `${value.inset === true ? 'inset ' : ''}${lengths} ${part('color', value.color)}`;
}

/** The custom property of a token: `color.on-primary` is `--fl-color-on-primary`. */
export const propertyOf = (path: string): string => `--fl-${path.replace(/\./g, '-')}`;

/** A colour, `#rrggbb` or `#rrggbbaa`, as the format writes it. */
export function colourValue(hex: string): Json {
  const [red = 0, green = 0, blue = 0, alpha = 255] = [1, 3, 5, 7]
    .map((at) => hex.slice(at, at + 2))
    .filter((digits) => digits !== '')
    .map((digits) => Number.parseInt(digits, 16));
  const share = (value: number) => Math.round((value / 255) * 10_000) / 10_000;
  return {
    colorSpace: 'srgb',
    components: [red, green, blue].map(share),
    ...(alpha === 255 ? {} : { alpha: share(alpha) }),
    hex: hex.slice(0, 7),
  };
}

/** A length such as `16px` as the format writes it. */
export const dimensionValue = (css: string): Json => ({
  value: Number.parseFloat(css),
  unit: css.replace(/^[\d.-]+/, ''),
});
