/**
 * What was sent, in texts that PostgreSQL takes: NUL and half a pair of surrogates become U+FFFD. Goes through objects and lists; everything
 * else stays as it is.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string')
    return Buffer.from(value.replaceAll('\u0000', '\uFFFD'), 'utf8').toString('utf8') as T & string;
  if (Array.isArray(value)) return value.map(storable) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, storable(one)])) as T;
}
