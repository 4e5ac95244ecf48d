/** Writes one zod/mini expression for one JSON Schema of the contract; throws on a keyword it does not know. */
export interface Schema {
  [keyword: string]: unknown;
}

/** Keywords that carry no constraint, or that are handled together with their type. */
const silent = new Set(['type', 'description', 'summary', 'default', 'title', 'examples']);
const known: Record<string, string[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'enum', 'const'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  boolean: ['const'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties'],
};

/** Helpers that the generated file carries: zod counts UTF-16 units, JSON Schema counts characters. */
export const prelude = `import * as z from 'zod/mini';
import type { components } from './types.js';

type Schemas = components['schemas'];
/** Length in characters (code points), as JSON Schema counts. */
export const chars = (min: number, max: number) =>
  z.check<string>((ctx) => {
    let count = 0;
    for (const _ of ctx.value) count += 1;
    const base = { origin: 'string', inclusive: true, input: ctx.value } as const;
    if (count < min) ctx.issues.push({ ...base, code: 'too_small', minimum: min });
    if (count > max) ctx.issues.push({ ...base, code: 'too_big', maximum: max });
  });
/** Length in bytes. */
export const bytes = (min: number, max: number) =>
  z.check<Uint8Array>((ctx) => {
    const base = { origin: 'array', inclusive: true, input: ctx.value } as const;
    if (ctx.value.byteLength < min) ctx.issues.push({ ...base, code: 'too_small', minimum: min });
    if (ctx.value.byteLength > max) ctx.issues.push({ ...base, code: 'too_big', maximum: max });
  });
const unique = z.check<unknown[]>((ctx) => {
  if (new Set(ctx.value.map((item) => JSON.stringify(item))).size < ctx.value.length)
    ctx.issues.push({ code: 'custom', params: { rule: 'not-unique' }, input: ctx.value });
});
/** An integer as it stands in a query or a header. */
export const digits = z.pipe(z.string().check(z.regex(/^-?\\d{1,15}$/)), z.transform(Number));
`;

/** The expression for `schema`; `where` names the place in what is thrown. */
export function zodOf(schema: Schema, where: string): string {
  if (typeof schema.$ref === 'string') return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  const type = String(schema.type);
  const stray = Object.keys(schema).filter((key) => !silent.has(key) && !known[type]?.includes(key));
  if (stray.length > 0) throw new Error(`${where}: the zod writer does not know '${stray.join("', '")}' on '${type}'`);
  const bound = (key: string, fn: string) => (schema[key] === undefined ? [] : [`z.${fn}(${String(schema[key])})`]);
  switch (type) {
    case 'string':
      return stringOf(schema);
    case 'boolean':
      return 'const' in schema ? `z.literal(${JSON.stringify(schema.const)})` : 'z.boolean()';
    case 'integer':
    case 'number': {
      const checks = [
        ...bound('minimum', 'minimum'),
        ...bound('maximum', 'maximum'),
        ...bound('exclusiveMinimum', 'gt'),
        ...bound('exclusiveMaximum', 'lt'),
        ...bound('multipleOf', 'multipleOf'),
      ];
      return checked(type === 'integer' ? 'z.int()' : 'z.number()', checks);
    }
    case 'array': {
      const checks = [...bound('minItems', 'minLength'), ...bound('maxItems', 'maxLength')];
      const items = schema.items as Schema;
      // `unique` compares texts of JSON: keys in another order would look different.
      if (schema.uniqueItems && (items.type === 'object' || items.type === 'array'))
        throw new Error(`${where}: the zod writer knows uniqueItems of plain values only`);
      if (schema.uniqueItems) checks.push('unique');
      return checked(`z.array(${zodOf(items, `${where}[]`)})`, checks);
    }
    case 'object':
      return objectOf(schema, where);
    default:
      throw new Error(`${where}: a schema needs a type`);
  }
}

function checked(base: string, checks: string[]): string {
  return checks.length > 0 ? `${base}.check(${checks.join(', ')})` : base;
}

function stringOf(schema: Schema): string {
  if (schema.const !== undefined) return `z.literal(${JSON.stringify(schema.const)})`;
  if (schema.enum) return `z.enum(${JSON.stringify(schema.enum)})`;
  if (schema.format === 'date-time') return 'z.iso.datetime({ offset: true })';
  if (schema.format === 'binary') return binaryOf(schema);
  if (schema.format) throw new Error(`the zod writer does not know the format '${String(schema.format)}'`);
  const checks: string[] = [];
  if (schema.minLength !== undefined || schema.maxLength !== undefined)
    checks.push(`chars(${String(schema.minLength ?? 0)}, ${String(schema.maxLength ?? 'Infinity')})`);
  if (schema.pattern) checks.push(`z.regex(new RegExp(${JSON.stringify(schema.pattern)}, 'u'))`);
  return checked('z.string()', checks);
}

/** Bytes: their length is counted in bytes. */
function binaryOf({ minLength, maxLength }: Schema): string {
  const bounded = minLength !== undefined || maxLength !== undefined;
  return checked(
    'z.instanceof(Uint8Array)',
    bounded ? [`bytes(${String(minLength ?? 0)}, ${String(maxLength ?? 'Infinity')})`] : [],
  );
}

function objectOf(schema: Schema, where: string): string {
  const extra = schema.additionalProperties;
  if (extra && typeof extra === 'object') return `z.record(z.string(), ${zodOf(extra as Schema, `${where}{}`)})`;
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, field]) => {
    const value = zodOf(field, `${where}.${name}`);
    return `${JSON.stringify(name)}: ${required.has(name) ? value : `z.exactOptional(${value})`}`;
  });
  return `z.${extra === false ? 'strictObject' : 'looseObject'}({ ${fields.join(', ')} })`;
}
