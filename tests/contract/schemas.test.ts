/** The generated zod schemas say what the document's JSON Schemas say: on made values, spoilt ones and the examples. */
import { answerSchemas } from '@fulian/contract/answer-schemas';
import { examples } from '@fulian/contract/examples';
import { requestSchemas } from '@fulian/contract/request-schemas';
import * as generated from '@fulian/contract/schemas';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZodMiniType } from 'zod/mini';
import { badValuesOf, poisonousKeys, spoil, valuesOf, withKey } from './arbitraries.js';
import { complaintsOf, operations, resolve, schemaOf, schemas, validatorOf, type JsonSchema } from './document.js';

const names = Object.keys(schemas);
/** For titles: the operationId first. */
const byId = operations.map((operation) => [operation.id, operation] as const);
const zodOf = (name: string) => (generated as unknown as Record<string, ZodMiniType>)[name]!;
/** As it looks after a journey over the wire. */
const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('Every generated schema', () => {
  it('exists for every component of the document', () => {
    expect(names.filter((name) => zodOf(name) === undefined)).toEqual([]);
  });

  it.each(names)('%s takes whatever Ajv takes, and leaves it as it is', (name) => {
    fc.assert(
      fc.property(valuesOf(schemaOf(name)), (made) => {
        const value = wired(made);
        expect(complaintsOf(schemaOf(name), value)).toEqual([]);
        expect(zodOf(name).parse(value)).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it.each(names)('%s refuses whatever Ajv refuses: one thing is wrong each time', (name) => {
    fc.assert(
      fc.property(badValuesOf(schemaOf(name)), ({ value, fault }) => {
        expect({ fault, ajv: validatorOf(schemaOf(name))(value) }).toEqual({ fault, ajv: false });
        expect({ fault, zod: zodOf(name).safeParse(value).success }).toEqual({ fault, zod: false });
      }),
      { numRuns: 120 },
    );
  });

  it.each(names)('%s agrees with Ajv on any JSON at all', (name) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(zodOf(name).safeParse(value).success).toBe(validatorOf(schemaOf(name))(value));
      }),
      { numRuns: 60 },
    );
  });
});

describe('The arbitraries', () => {
  it('spoil a whole submission in every way and in every part of it', () => {
    const { urgent } = examples.submitHelpRequest.requests;
    const spoilt = spoil(schemaOf('HelpRequestSubmission'), { ...urgent, attachments: ['b3duZWQtYnktdGhlLWRyYQ'] });
    const ways = [...new Set(spoilt.map(({ fault }) => fault.split(' ')[0]!))].sort();
    expect(ways).toEqual([
      'bad-format',
      'missing',
      'not-a-choice',
      'not-unique',
      'too-long',
      'too-short',
      'unknown-field',
      'wrong-type',
    ]);
    for (const part of Object.keys(urgent))
      expect(spoilt.some(({ fault }) => fault.includes(` at /${part}`))).toBe(true);
  });
});

/** Schemas of operations: what each takes in its parameters and its body, beside what the document says. */
describe('What an operation takes', () => {
  const taken = requestSchemas as unknown as Record<string, Record<string, ZodMiniType>>;

  it.each(byId)('%s has schemas for exactly its places', (id, { body }) => {
    expect(Object.keys(taken[id]!).sort()).toEqual(
      body ? ['body', 'header', 'path', 'query'] : ['header', 'path', 'query'],
    );
  });

  it.each(byId)('%s takes parameters that fit and refuses those that do not', (id, { parameters }) => {
    for (const place of ['path', 'query', 'header'] as const) {
      const ours = parameters.filter((one) => one.in === place);
      const keyOf = (name: string) => (place === 'header' ? name.toLowerCase() : name);
      const whole = fc.record(Object.fromEntries(ours.map((one) => [keyOf(one.name), textOf(one.schema)])), {
        noNullPrototype: true,
      });
      fc.assert(
        fc.property(whole, (values) => {
          expect(taken[id]![place]!.safeParse(values).success).toBe(true);
        }),
        { numRuns: 20 },
      );
      for (const one of ours) {
        fc.assert(
          fc.property(whole, fc.string(), (values, other) => {
            const fits = validatorOf(one.schema)(numberIn(one.schema, other));
            expect(taken[id]![place]!.safeParse({ ...values, [keyOf(one.name)]: other }).success).toBe(fits);
          }),
          { numRuns: 40 },
        );
      }
    }
  });

  it.each(byId.filter(([, one]) => one.parameters.some((parameter) => parameter.required)))(
    '%s refuses a parameter left out',
    (id, { parameters }) => {
      for (const { name, in: place } of parameters.filter((one) => one.required)) {
        // A missing key is the business of the problem idempotency-key-missing, not of the schema.
        const expected = name === 'Idempotency-Key';
        expect({ name, taken: taken[id]![place]!.safeParse({}).success }).toEqual({ name, taken: expected });
      }
    },
  );

  it.each(byId)('%s refuses a query that the contract does not know, the poisonous ones too', (id, { parameters }) => {
    const query = Object.fromEntries(
      parameters
        .filter((one) => one.in === 'query' && one.required)
        .map((one) => [one.name, one.name === 'period' ? '2026-10' : (resolve(one.schema).enum?.[0] ?? '1')]),
    );
    expect(taken[id]!.query!.safeParse(query).success).toBe(true);
    for (const key of ['unknown', ...poisonousKeys])
      expect({ key, taken: taken[id]!.query!.safeParse(withKey(query, key, '1')).success }).toEqual({
        key,
        taken: false,
      });
  });
});

/** A parameter as it stands in an address or a header. */
const textOf = (schema: JsonSchema) => valuesOf(schema).map(String);

/** What an integer's text means; anything but digits means nothing. */
function numberIn(given: JsonSchema, text: string): unknown {
  if (resolve(given).type !== 'integer') return text;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

describe('The examples', () => {
  const named = operations.flatMap((operation) => [
    ...Object.entries(operation.body?.examples ?? {}).map(
      ([name, value]) => [operation.id, name, value, operation.body!] as const,
    ),
    ...operation.answers.flatMap(({ status, content }) =>
      Object.entries(content?.examples ?? {}).map(
        ([name, value]) => [`${operation.id} ${status}`, name, value, content!] as const,
      ),
    ),
  ]);

  it.each(named)('%s %s is valid against its schema', (_, __, value, content) => {
    expect(complaintsOf(content.schema, value)).toEqual([]);
  });

  it.each(byId)(
    '%s keeps them in the generated file, where the generated schemas take them',
    (id, { body, answers }) => {
      const kept = (
        examples as unknown as Record<string, { requests: Record<string, unknown>; answers: Record<string, unknown> }>
      )[id]!;
      const success = answers.find((one) => one.status < 300)?.content;
      expect(kept.requests).toEqual(body?.examples ?? {});
      expect(kept.answers).toEqual(success?.examples ?? {});
      const takes = (requestSchemas as unknown as Record<string, { body?: ZodMiniType }>)[id]!.body;
      for (const value of Object.values(kept.requests)) expect(takes!.parse(value)).toEqual(value);
      const gives = (answerSchemas as unknown as Record<string, ZodMiniType>)[id];
      for (const value of Object.values(kept.answers)) expect(gives!.parse(value)).toEqual(value);
    },
  );
});
