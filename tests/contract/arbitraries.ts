/**
 * fast-check arbitraries made from the contract's schemas: values that a schema takes, and values that it refuses
 * because exactly one thing is wrong with them. Tests of the generated schemas and the fuzzing of the service share them.
 */
import * as fc from 'fast-check';
import { resolve, type JsonSchema } from './document.js';

/** A value with one thing wrong, and what and where that is: `too-long at /narrative`. */
export interface BadValue {
  value: unknown;
  fault: string;
}

/** Characters on which countings of length differ: an emoji of two code units, joined ones, half a pair, CJK, NUL. */
const oddCharacters = ['😀', '👩‍👧', '\u{20000}', '\uD800', '\uDC00', '女', '\u0000', 'é', ' ', '"', '<', '\u202E'];

const character = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }) },
  { weight: 2, arbitrary: fc.constantFrom('她', '求', '助', '的', '，') },
  { weight: 1, arbitrary: fc.constantFrom(...oddCharacters) },
);

/** A text of `min` to `max` characters, counted as JSON Schema does: in code points. */
function text(min: number, max: number): fc.Arbitrary<string> {
  const short = Math.min(max, min + 12);
  const ordinary = fc
    .array(character, { minLength: min, maxLength: short })
    .map((parts) => cut(parts.join(''), max))
    // Two halves of a pair that met have become one character.
    .filter((value) => [...value].length >= min);
  // The full length is rare and made by repetition: long strings say little and cost much.
  const full = character.map((one) => cut(one.repeat(max), max));
  return Number.isFinite(max) && max <= 6000
    ? fc.oneof({ weight: 9, arbitrary: ordinary }, { weight: 1, arbitrary: full })
    : ordinary;
}

const cut = (value: string, max: number) => [...value].slice(0, max).join('');

/** A pattern as the contract writes it, made into one that fast-check can draw from. */
const matching = (pattern: string) => fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });

function strings(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.format === 'date-time') return dateTimes;
  if (schema.format === 'binary') return fc.uint8Array({ minLength: schema.minLength ?? 0, maxLength: 64 });
  const { minLength = 0, maxLength = Infinity } = schema;
  if (schema.pattern === undefined) return text(minLength, maxLength);
  const fits = new RegExp(schema.pattern, 'u');
  if (schema.minLength === undefined && schema.maxLength === undefined) return matching(schema.pattern);
  // Almost every text fits a pattern that only names what must not stand in it; almost none fits another.
  if (schema.pattern.startsWith('^[^')) return text(minLength, maxLength).filter((value) => fits.test(value));
  const short = (value: string) => value.length >= minLength && value.length <= maxLength;
  return matching(schema.pattern).filter(short);
}

const two = (value: number) => String(value).padStart(2, '0');

/** RFC 3339 with `Z` or an offset. */
const dateTimes = fc
  .tuple(
    fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true }),
    fc.option(fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 14 }), fc.constantFrom(0, 30, 45))),
    fc.boolean(),
  )
  .map(([date, offset, fraction]) => {
    const instant = date.toISOString().slice(0, fraction ? 23 : 19);
    return instant + (offset ? `${offset[0]}${two(offset[1])}:${two(offset[2])}` : 'Z');
  });

function numbers(schema: JsonSchema): fc.Arbitrary<number> {
  const above = schema.minimum ?? schema.exclusiveMinimum ?? -1_000_000;
  const below = schema.maximum ?? schema.exclusiveMaximum ?? Math.max(1_000_000, above * 2);
  if (schema.type === 'integer') {
    const min = schema.exclusiveMinimum === undefined ? above : above + 1;
    const max = schema.exclusiveMaximum === undefined ? below : below - 1;
    const step = schema.multipleOf ?? 1;
    return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((times) => times * step);
  }
  if (schema.multipleOf !== undefined) throw new Error('multipleOf of a number that is not an integer');
  return fc
    .double({
      min: above,
      max: below,
      noNaN: true,
      minExcluded: schema.exclusiveMinimum !== undefined,
      maxExcluded: schema.exclusiveMaximum !== undefined,
    })
    .map((value) => (Object.is(value, -0) ? 0 : value));
}

/** How much a made value holds: by chance, or every optional part and one item in each list. */
export type Fill = 'chance' | 'everything';

/** Values that a schema takes. */
export function valuesOf(given: JsonSchema, fill: Fill = 'chance'): fc.Arbitrary<unknown> {
  const schema = resolve(given);
  switch (schema.type) {
    case 'string':
      return strings(schema);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return schema.const === undefined ? fc.boolean() : fc.constant(schema.const);
    case 'array': {
      const minItems = Math.max(schema.minItems ?? 0, fill === 'everything' ? 1 : 0);
      const lengths = { minLength: minItems, maxLength: Math.min(schema.maxItems ?? Infinity, minItems + 4) };
      const item = valuesOf(schema.items ?? {}, fill);
      return schema.uniqueItems
        ? fc.uniqueArray(item, { ...lengths, selector: (one) => JSON.stringify(one) })
        : fc.array(item, lengths);
    }
    case 'object':
      return objects(schema, fill);
    default:
      throw new Error(`no arbitrary for the type ${String(schema.type)}`);
  }
}

function objects(schema: JsonSchema, fill: Fill): fc.Arbitrary<unknown> {
  if (typeof schema.additionalProperties === 'object')
    return fc.dictionary(fc.stringMatching(/^[a-z][a-z.-]{0,12}$/), valuesOf(schema.additionalProperties, fill), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  const fields = Object.entries(schema.properties ?? {});
  const arbitraries = Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field, fill)]));
  const requiredKeys = fill === 'everything' ? Object.keys(arbitraries) : (schema.required ?? []);
  return fc.record(arbitraries, { requiredKeys, noNullPrototype: true });
}

/** Keys that tempt a careless server into its own prototypes. */
export const poisonousKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

/** Defines a key as JSON.parse does: `__proto__` becomes an ordinary own property. */
export function withKey(object: object, key: string, value: unknown): object {
  const copy = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function without(object: object, key: string): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Something of another type than the schema's. */
function wrongTypes(schema: JsonSchema): unknown[] {
  const others: Record<string, unknown> = { string: 'text', integer: 7, boolean: true, array: [], object: {} };
  const own = schema.type === 'number' ? 'integer' : String(schema.type);
  return [null, ...Object.entries(others).flatMap(([type, value]) => (type === own ? [] : [value]))];
}

/**
 * Every way to spoil a value that a schema takes, one thing at a time. The list depends on the value: only what is
 * there can be spoilt. Deep: the parts of the value are spoilt, too.
 */
export function spoil(given: JsonSchema, value: unknown, at = ''): BadValue[] {
  const schema = resolve(given);
  const bad: BadValue[] = [];
  const add = (fault: string, spoilt: unknown) => bad.push({ value: spoilt, fault: `${fault} at ${at || '/'}` });
  if (schema.format === 'binary') return bad;
  for (const other of wrongTypes(schema)) add('wrong-type', other);
  if (schema.const !== undefined)
    add('not-a-choice', typeof schema.const === 'boolean' ? !schema.const : 'no-such-choice');
  else if (schema.enum)
    for (const choice of ['no-such-choice', '', `${schema.enum[0]} `, swappedCase(schema.enum[0]!)])
      add('not-a-choice', choice);
  else if (typeof value === 'string') spoilText(schema, value, add);
  if (typeof value === 'number') spoilNumber(schema, value, add);
  if (Array.isArray(value)) spoilList(schema, value, at, bad, add);
  else if (typeof value === 'object' && value !== null) spoilObject(schema, value, at, bad, add);
  return bad;
}

/** A choice in the other case: capitals where it has small letters, and the other way round. */
function swappedCase(choice: string): string {
  return choice === choice.toUpperCase() ? choice.toLowerCase() : choice.toUpperCase();
}

type Add = (fault: string, spoilt: unknown) => void;

function spoilText(schema: JsonSchema, value: string, add: Add): void {
  if (schema.minLength) add('too-short', cut(value, schema.minLength - 1));
  if (schema.maxLength !== undefined) {
    for (const filler of ['x', '😀', '\uD800']) add('too-long', cut(value, 0) + filler.repeat(schema.maxLength + 1));
  }
  if (schema.format === 'date-time')
    for (const text of ['2026-11-20', '2026-11-20T03:15:00', '2026-13-20T03:15:00Z', 'yesterday', ''])
      add('bad-format', text);
  if (schema.pattern === undefined) return;
  const fits = new RegExp(schema.pattern, 'u');
  const tries = [
    '',
    `${value}\n`,
    ` ${value}`,
    `${value}${value}x`,
    value.slice(1),
    '\u0000',
    '１２３４',
    `${value}'--`,
  ];
  for (const text of tries) if (!fits.test(text)) add('bad-format', text);
}

function spoilNumber(schema: JsonSchema, value: number, add: Add): void {
  if (schema.minimum !== undefined) add('too-small', schema.minimum - 1);
  if (schema.exclusiveMinimum !== undefined) add('too-small', schema.exclusiveMinimum);
  if (schema.maximum !== undefined) add('too-big', schema.maximum + 1);
  if (schema.exclusiveMaximum !== undefined) add('too-big', schema.exclusiveMaximum);
  if (schema.type === 'integer') add('wrong-type', value + 0.5);
  if (schema.multipleOf !== undefined && schema.multipleOf !== 1) add('not-a-multiple', value + schema.multipleOf / 2);
}

function spoilList(schema: JsonSchema, value: unknown[], at: string, bad: BadValue[], add: Add): void {
  if (schema.minItems) add('too-short', value.slice(0, schema.minItems - 1));
  if (schema.maxItems !== undefined && value.length > 0)
    add(
      'too-long',
      Array.from({ length: schema.maxItems + 1 }, () => value[0]),
    );
  if (schema.uniqueItems && value.length > 0 && value.length < (schema.maxItems ?? Infinity))
    add('not-unique', [...value, value[0]]);
  value.forEach((item, index) => {
    for (const one of spoil(schema.items ?? {}, item, `${at}/${index}`))
      bad.push({ ...one, value: value.map((old, place) => (place === index ? one.value : old)) });
  });
}

function spoilObject(schema: JsonSchema, value: object, at: string, bad: BadValue[], add: Add): void {
  for (const name of schema.required ?? []) add(`missing ${name}`, without(value, name));
  if (schema.additionalProperties === false)
    for (const key of ['unknownField', '', ...poisonousKeys])
      add(`unknown-field ${key}`, withKey(value, key, { polluted: true }));
  for (const [name, part] of Object.entries(value)) {
    const inner = schema.properties?.[name] ?? schema.additionalProperties;
    if (typeof inner !== 'object') continue;
    for (const one of spoil(inner, part, `${at}/${name}`)) bad.push({ ...one, value: withKey(value, name, one.value) });
  }
}

/** Values that a schema refuses: one that it takes, with one thing spoilt. */
export function badValuesOf(schema: JsonSchema): fc.Arbitrary<BadValue> {
  return valuesOf(schema).chain((value) => fc.constantFrom(...spoil(schema, value)));
}
