import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as zod from 'zod/mini';
import { prelude, zodOf, type Schema } from './zod-writer.js';

type Zod = zod.ZodMiniType;
type Components = Record<string, Schema>;

/** What the vectors refer to, in the order of their references. */
const components: Components = {
  Code: { type: 'string', pattern: '^[0-9]{4}$' },
  Person: {
    type: 'object',
    additionalProperties: false,
    required: ['code'],
    properties: { code: { $ref: '#/components/schemas/Code' }, name: { type: 'string', minLength: 1 } },
  },
  Family: {
    type: 'object',
    additionalProperties: false,
    required: ['members'],
    properties: { members: { type: 'array', maxItems: 2, items: { $ref: '#/components/schemas/Person' } } },
  },
};

/** Turns TypeScript of the writer into a module and gives what it exports. */
async function load<T>(source: string): Promise<T> {
  const mini = import.meta.resolve('zod/mini');
  const { code } = await transform(source.replace("'zod/mini'", JSON.stringify(mini)), { loader: 'ts', format: 'esm' });
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as T;
}

const validators = new Map<string, Zod>();

/** Writes, compiles and loads the zod schemas of all vectors at once. */
async function loadVectors(): Promise<void> {
  const names = Object.entries(components).map(([name, schema]) => `const ${name} = ${zodOf(schema, name)};`);
  const made = distinct.map((text) => zodOf(JSON.parse(text) as Schema, 'vector'));
  const module = await load<{ vectors: Zod[] }>(
    `${prelude}\n${names.join('\n')}\nexport const vectors = [${made.join(',\n')}];`,
  );
  module.vectors.forEach((schema, at) => validators.set(distinct[at]!, schema));
}

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

const takenByAjv = (schema: Schema, value: unknown) =>
  ajv.compile({ ...schema, components: { schemas: components } })(value);
const takenByZod = (schema: Schema, value: unknown) => validators.get(JSON.stringify(schema))!.safeParse(value).success;

/** As a body arrives: `__proto__` becomes an ordinary key. */
const parsed = (text: string): unknown => JSON.parse(text);

const strict: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['a'],
  properties: { a: { type: 'string' }, b: { type: 'integer' } },
};
const loose: Schema = { ...strict };
delete loose.additionalProperties;
const unitless: Schema = { type: 'string', minLength: 2, maxLength: 3 };
const unique: Schema = { type: 'array', uniqueItems: true, items: { type: 'string' } };
const mixedNumbers: Schema = { type: 'array', uniqueItems: true, items: { type: 'number' } };
const record: Schema = { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } };
const exclusive: Schema = { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 };
const instant: Schema = { type: 'string', format: 'date-time' };
const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** What is written, what is given, and whether JSON Schema takes it. */
const vectors: [sentence: string, schema: Schema, value: unknown, taken: boolean][] = [
  ['a strict object with its required key', strict, { a: 'x' }, true],
  ['a strict object with an optional key', strict, { a: 'x', b: 1 }, true],
  ['a strict object without its required key', strict, { b: 1 }, false],
  ['a strict object with an unknown key', strict, { a: 'x', c: 1 }, false],
  ['a strict object with the own key __proto__', strict, parsed('{"a":"x","__proto__":{"b":1}}'), false],
  ['a strict object with the own key constructor', strict, parsed('{"a":"x","constructor":{}}'), false],
  ['a strict object whose required key is only inherited', strict, Object.create({ a: 'x' }), true],
  ['an optional key of the wrong type', strict, { a: 'x', b: '1' }, false],
  ['an optional key that is null', strict, { a: 'x', b: null }, false],
  ['null instead of an object', strict, null, false],
  ['an array instead of an object', strict, [], false],
  ['a text instead of an object', strict, 'a', false],
  ['a loose object with an unknown key', loose, { a: 'x', c: 1 }, true],
  ['a loose object without its required key', loose, { c: 1 }, false],
  ['a text of the least length', unitless, 'ab', true],
  ['a text that is too short', unitless, 'a', false],
  ['a text of the greatest length', unitless, 'abc', true],
  ['a text that is too long', unitless, 'abcd', false],
  ['three emoji, six code units', unitless, '😀😀😀', true],
  ['one emoji, two code units', unitless, '😀', false],
  ['four emoji', unitless, '😀😀😀😀', false],
  ['three lone surrogates', unitless, '\uD800\uD800\uD800', true],
  ['four lone surrogates', unitless, '\uDC00\uDC00\uDC00\uDC00', false],
  ['surrogates in the wrong order', unitless, '\uDC00\uD800', true],
  ['a joined emoji of three characters', unitless, '👩‍👧', true],
  ['a letter with a combining accent', unitless, 'e\u0301', true],
  ['a number instead of a text', unitless, 12, false],
  ['an empty text without bounds', { type: 'string' }, '', true],
  ['a pattern that fits', reference('Code'), '0123', true],
  ['a pattern with a line break behind', reference('Code'), '0123\n', false],
  ['a pattern with full-width digits', reference('Code'), '０１２３', false],
  ['a pattern without anchors', { type: 'string', pattern: 'b' }, 'abc', true],
  ['a pattern over an astral character', { type: 'string', pattern: '^.$' }, '😀', true],
  ['a pattern that refuses NUL', { type: 'string', pattern: '^[^\u0000]*$' }, 'a\u0000b', false],
  ['one of an enumeration', { type: 'string', enum: ['yes', 'no'] }, 'yes', true],
  ['none of an enumeration', { type: 'string', enum: ['yes', 'no'] }, 'Yes', false],
  ['the name of a method instead of one of an enumeration', { type: 'string', enum: ['yes'] }, 'toString', false],
  ['a constant', { type: 'string', const: 'ok' }, 'ok', true],
  ['another constant', { type: 'string', const: 'ok' }, 'OK', false],
  ['a constant truth', { type: 'boolean', const: true }, true, true],
  ['a constant truth denied', { type: 'boolean', const: true }, false, false],
  ['a boolean', { type: 'boolean' }, false, true],
  ['a word instead of a boolean', { type: 'boolean' }, 'false', false],
  ['an integer', { type: 'integer' }, -3, true],
  ['an integer written as 1.0', { type: 'integer' }, parsed('1.0'), true],
  ['a fraction instead of an integer', { type: 'integer' }, 1.5, false],
  ['a text instead of an integer', { type: 'integer' }, '1', false],
  ['an integer at its lower bound', { type: 'integer', minimum: 1 }, 1, true],
  ['an integer below its lower bound', { type: 'integer', minimum: 1 }, 0, false],
  ['an integer at its upper bound', { type: 'integer', maximum: 5 }, 5, true],
  ['an integer above its upper bound', { type: 'integer', maximum: 5 }, 6, false],
  ['a multiple', { type: 'integer', multipleOf: 3 }, 9, true],
  ['what is no multiple', { type: 'integer', multipleOf: 3 }, 10, false],
  ['a number inside exclusive bounds', exclusive, 0.5, true],
  ['a number at its exclusive lower bound', exclusive, 0, false],
  ['a number at its exclusive upper bound', exclusive, 1, false],
  ['different texts', unique, ['a', 'b'], true],
  ['the same text twice', unique, ['a', 'b', 'a'], false],
  ['texts that differ in case', unique, ['a', 'A'], true],
  ['an empty list of different texts', unique, [], true],
  ['the same number in two notations', mixedNumbers, parsed('[1, 1.0]'), false],
  ['a list at its upper bound', reference('Family'), { members: [{ code: '0001' }, { code: '0002' }] }, true],
  [
    'a list above its upper bound',
    reference('Family'),
    { members: ['0001', '0002', '0003'].map((code) => ({ code })) },
    false,
  ],
  ['a list below its lower bound', { type: 'array', minItems: 1, items: { type: 'string' } }, [], false],
  ['an object that looks like a list', { type: 'array', items: { type: 'string' } }, { 0: 'a', length: 1 }, false],
  ['a nested unknown key', reference('Family'), { members: [{ code: '0001', x: 1 }] }, false],
  ['a nested missing key', reference('Family'), { members: [{ name: 'x' }] }, false],
  ['a nested pattern that does not fit', reference('Family'), { members: [{ code: '1' }] }, false],
  ['a time in UTC', instant, '2026-11-20T03:15:00Z', true],
  ['a time with a fraction of a second', instant, '2026-11-20T03:15:00.123456Z', true],
  ['a time with an offset', instant, '2026-11-20T11:15:00+08:00', true],
  ['a time with a negative offset', instant, '2026-11-20T00:15:00-03:30', true],
  ['a time without an offset', instant, '2026-11-20T03:15:00', false],
  ['a time without seconds', instant, '2026-11-20T03:15Z', false],
  ['a date instead of a time', instant, '2026-11-20', false],
  ['the 29th of February in a leap year', instant, '2028-02-29T00:00:00Z', true],
  ['the 29th of February in another year', instant, '2026-02-29T00:00:00Z', false],
  ['the hour 24', instant, '2026-11-20T24:00:00Z', false],
  ['an offset of 25 hours', instant, '2026-11-20T00:00:00+25:00', false],
  ['a record', record, { anything: 1, else: 0 }, true],
  ['an empty record', record, {}, true],
  ['a record with a value that does not fit', record, { anything: -1 }, false],
  ['a list instead of a record', record, [1], false],
];
/** Never JSON, hence no vector for Ajv. */
const piece: Schema = { type: 'string', format: 'binary', minLength: 1, maxLength: 3 };
const distinct = [...new Set([...vectors.map(([, schema]) => schema), piece].map((schema) => JSON.stringify(schema)))];

describe('The zod writer', () => {
  beforeAll(loadVectors);

  it.each(vectors)('agrees with Ajv 2020 on %s', (_, schema, value, taken) => {
    expect({ ajv: takenByAjv(schema, value), zod: takenByZod(schema, value) }).toEqual({ ajv: taken, zod: taken });
  });

  it.each([
    [0, false],
    [1, true],
    [3, true],
    [4, false],
  ])('counts binary content in bytes: %i of 1 to 3', (length, taken) => {
    expect(validators.get(JSON.stringify(piece))!.safeParse(new Uint8Array(length)).success).toBe(taken);
  });

  it('does not change what it takes', () => {
    const value = { members: [{ code: '0001', name: ' spaces stay ' }] };
    expect(validators.get(JSON.stringify(reference('Family')))!.parse(value)).toEqual(value);
  });

  it('refuses an integer beyond 2^53, which JSON Schema takes, because it is not exact any more', () => {
    const schema: Schema = { type: 'integer' };
    expect([takenByAjv(schema, 2 ** 60), takenByZod(schema, 2 ** 60)]).toEqual([true, false]);
  });

  it.each<[string, Schema]>([
    ['a keyword that no type has', { type: 'string', contentMediaType: 'text/plain' }],
    ['a keyword of another type', { type: 'string', minimum: 1 }],
    ['allOf', { type: 'object', allOf: [] }],
    ['oneOf without a type', { oneOf: [{ type: 'string' }] }],
    ['a format it does not know', { type: 'string', format: 'email' }],
    ['several types at once', { type: ['string', 'null'] }],
    ['no type at all', {}],
    [
      'a keyword deep inside',
      { type: 'object', properties: { a: { type: 'array', items: { type: 'string', not: {} } } } },
    ],
    [
      'uniqueItems of objects, whose keys have no order',
      { type: 'array', uniqueItems: true, items: { type: 'object', properties: {} } },
    ],
  ])('throws instead of writing a weaker schema on %s', (_, schema) => {
    expect(() => zodOf(schema, 'Place')).toThrow();
  });

  it('names the place of a keyword that it does not know', () => {
    const schema: Schema = { type: 'object', properties: { a: { type: 'array', items: { type: 'string', not: {} } } } };
    expect(() => zodOf(schema, 'Place')).toThrow("Place.a[]: the zod writer does not know 'not' on 'string'");
  });

  it('writes the prelude that the generated file begins with', () => {
    expect(readFileSync(new URL('generated/schemas.ts', import.meta.url), 'utf8')).toContain(prelude);
  });
});
