const { stringify } = JSON;

/**
 * **G1** One text for one value: JSON after RFC 8785, the names of each object sorted by their UTF-16 code units, no spaces. Properties
 * that are `undefined` are left out, as JSON does.
 * @throws TypeError where a value has no such text: a function, `undefined` in a list, NaN, half a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    const names = Object.keys(object).filter((name) => object[name] !== undefined);
    return `{${names
      .sort()
      .map((name) => `${plain(name)}:${canonicalJson(object[name])}`)
      .join(',')}}`;
  }
  return plain(value);
}

function plain(value: unknown): string {
  if (typeof value === 'string' ? halfPair.test(value) : typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('no canonical JSON of this value');
  const text = stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('no canonical JSON of this value');
  return text;
}

/** A high surrogate without its low one, or the other way round. */
const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text is exactly the canonical JSON of what it says, so that not a byte of it can be another one. */
export function isCanonicalJson(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
