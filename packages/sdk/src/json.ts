const { stringify } = JSON;

/**
 * JSON as the language defines it, also where the page runs Prototype.js, which gives arrays a `toJSON` that turns them
 * into strings.
 */
export function toJson(value: unknown): string {
  return ('toJSON' in [] ? write(value) : stringify(value)) as string;
}

function write(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => write(one) ?? 'null').join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value)) {
    const text = write((value as Record<string, unknown>)[key]);
    if (text !== undefined) fields.push(`${stringify(key)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}
