import type { Finding } from './types.js';

/** A schema of the contract as `findingsIn` knows it; objects take no unknown field. */
export interface Shape {
  readonly type: 'object' | 'array' | 'string' | 'boolean';
  readonly properties?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** In characters, of any alphabet. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** What does not fit a shape, as the service's own schema finds it: each place with a stable code, and no value. */
export function findingsIn(shape: Shape, value: unknown, where: string): Finding[] {
  const finding = (code: string) => [{ where, code }];
  const { type, minItems, maxItems, minLength = minItems ?? 0, maxLength = maxItems ?? Infinity } = shape;
  if (value === undefined) return finding('missing');
  if (shape.enum) return shape.enum.includes(value as string) ? [] : finding('not-a-choice');
  if (kindOf(value) !== type) return finding('wrong-type');
  const found: Finding[] = [];
  if (type === 'object') {
    const fields = value as Record<string, unknown>;
    const { properties = {}, required = [] } = shape;
    // Pages have methods on `Object.prototype`: only what is her own counts.
    const [names, given] = [Object.keys(properties), Object.keys(fields)];
    for (const name of names)
      if (given.includes(name) || required.includes(name))
        found.push(...findingsIn(properties[name]!, fields[name], `${where}/${name}`));
    if (given.some((name) => !names.includes(name))) found.push(...finding('unknown-field'));
  } else if (type !== 'boolean') {
    const all = [...(value as string | readonly unknown[])];
    if (shape.items) all.forEach((item, at) => found.push(...findingsIn(shape.items!, item, `${where}/${at}`)));
    if (all.length < minLength) found.push(...finding('too-short'));
    if (all.length > maxLength) found.push(...finding('too-long'));
    if (shape.uniqueItems && new Set(all).size < all.length) found.push(...finding('not-unique'));
    if (shape.pattern && !new RegExp(shape.pattern, 'u').test(value as string)) found.push(...finding('bad-format'));
  }
  return found;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
