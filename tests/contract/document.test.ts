/** The document keeps the promises that hold for every operation of it. */
import { readFileSync } from 'node:fs';
import { operationDetails, problemKinds } from '@fulian/contract/operation-details';
import { operations as table } from '@fulian/contract/operations';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  complaintsOf,
  contract,
  operations,
  problemWithout,
  resolve,
  schemaOf,
  schemas,
  type JsonSchema,
} from './document.js';

const byId = operations.map((operation) => [operation.id, operation] as const);
const problems = parse(readFileSync(new URL('../../openapi/problems.yaml', import.meta.url), 'utf8')) as {
  common: string[];
  outside: string[];
  kinds: Record<string, { status: number; title: string; remedy: string }>;
};
const codes = schemas.ProblemCode!.enum!;

describe('Every operation', () => {
  it('has an operationId of its own', () => {
    const ids = operations.map((one) => one.id);
    expect(ids.length).toBe(132);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z]+)+$/.test(id ?? ''))).toEqual([]);
  });

  it.each(byId)('%s says who may call it, by schemes that exist', (_, { security }) => {
    expect(security).toBeDefined();
    for (const scheme of security!.flat()) expect(contract.components.securitySchemes).toHaveProperty(scheme);
  });

  it.each(byId)('%s shows by examples what it takes and answers', (_, { body, answers }) => {
    const binary = (schema: JsonSchema) => resolve(schema).format === 'binary';
    if (body && !binary(body.schema)) expect(Object.keys(body.examples).length).toBeGreaterThan(0);
    for (const { status, content } of answers)
      if (content && !binary(content.schema))
        expect({ status, count: Object.keys(content.examples).length }).not.toEqual({ status, count: 0 });
  });

  it.each(byId)(
    '%s documents each of its problems, the common ones too, with their status',
    (_, { problems: own, answers }) => {
      expect(own).toEqual([...new Set([...own, ...problems.common])].sort());
      for (const code of own) {
        const { content } = answers.find((one) => one.status === problems.kinds[code]!.status)!;
        expect(content!.type).toBe('application/problem+json');
        expect(content!.schema).toEqual({ $ref: '#/components/schemas/Problem' });
        expect(content!.examples[code]).toMatchObject({
          code,
          status: problems.kinds[code]!.status,
          type: `/v1/problems/${code}`,
        });
      }
    },
  );

  it.each(byId)('%s has one answer of success', (_, { answers }) => {
    expect(answers.filter((one) => one.status < 400).map((one) => one.status)).toHaveLength(1);
  });

  it.each(byId)(
    '%s documents what a missing key, a bad parameter, a bad body and a missing federation answer',
    (_, operation) => {
      const expected = new Set<string>();
      const has = (name: string) => operation.parameters.some((one) => one.name === name);
      expected.add('invalid-request');
      if (has('Idempotency-Key'))
        for (const what of ['missing', 'reused', 'running']) expected.add(`idempotency-key-${what}`);
      if (operation.body) for (const code of ['body-too-large', 'media-type-unsupported']) expected.add(code);
      if (has('cursor')) expected.add('cursor-invalid');
      const things = {
        attachmentId: 'attachment-unknown',
        // Whether its point is there is not said of a photo (S5).
        pointId: operation.id === 'getServicePointPhoto' ? 'photo-unknown' : 'service-point-unknown',
        feedbackId: 'feedback-unknown',
        staffId: 'staff-unknown',
        webhookId: 'webhook-unknown',
        deliveryId: 'webhook-unknown',
        caseId: 'case-unknown',
        councilId: 'council-unknown',
      };
      const thing = Object.entries(things).find(([name]) => has(name));
      if (has('code') && !thing) expected.add('federation-unknown');
      if (thing && operation.id !== 'removeAttachment') expected.add(thing[1]);
      if (has('If-Match')) for (const what of ['missing', 'failed']) expected.add(`precondition-${what}`);
      for (const way of operation.security!)
        if (operation.security!.every((one) => one.length > 0)) expected.add(problemWithout(way[0]!));
      expect([...expected].filter((code) => !operation.problems.includes(code))).toEqual([]);
    },
  );

  // What opens a session makes nothing that would be there twice; each time it is another secret, which is kept nowhere.
  const opening = [
    'openOwnCase',
    'signInStaff',
    'startOidcSignIn',
    'finishOidcSignIn',
    'startSecondFactor',
    'openMemberSession',
  ];

  it.each(byId)('%s carries an Idempotency-Key where it is a POST, and only there', (id, { method, parameters }) => {
    const key = parameters.find((one) => one.name === 'Idempotency-Key');
    expect(key?.required === true).toBe(method === 'POST' && !opening.includes(id));
  });

  it.each(byId)('%s takes no personal word in its address (S3)', (_, { parameters }) => {
    const inAddress = parameters.filter((one) => one.in !== 'header').map((one) => one.name);
    // A part of a map is what a page shows; where its visitor is travels in a header.
    const map = [
      'pointId',
      'feedbackId',
      'bbox',
      'categories',
      'facilities',
      'z',
      'x',
      'y',
      'tableVersion',
      'from',
      'rows',
    ];
    // All of them random but for the number of a log's entry.
    const council = ['councilId', 'topicId', 'commentId', 'meetingId', 'resolutionId', 'ballotId', 'memberId', 'after'];
    const harmless = [
      ...council,
      'code',
      'attachmentId',
      'problemCode',
      'q',
      'level',
      'cursor',
      'limit',
      'format',
      'state',
      ...map,
      // Of cases codes and ids alone: what a case is searched by travels in a header.
      ...['caseId', 'staffId', 'webhookId', 'deliveryId', 'view', 'states', 'grades', 'channels', 'worker', 'division'],
      ...['sort', 'ids', 'skip', 'period'],
      'photoId',
      'size',
      // Of a photo that everybody may see: published with it, as a point's name is.
      'alt',
      'altEn',
    ];
    expect(inAddress.filter((name) => !harmless.includes(name))).toEqual([]);
  });

  it.each(byId)('%s stands in the generated tables as the document says', (id, operation) => {
    const row = table[id as keyof typeof table];
    const details = operationDetails[id as keyof typeof operationDetails];
    expect([row.method, row.path]).toEqual([operation.method, operation.path]);
    expect(details.success).toBe(operation.answers.find((one) => one.status < 400)!.status);
    expect(details.problems).toEqual(operation.problems);
    expect(details.security).toEqual(operation.security!.map((way) => way[0] ?? 'none'));
  });
});

describe('Every schema', () => {
  const everywhere = Object.entries(schemas).flatMap(([name, schema]) => partsOf(schema, name));
  const ofRequests = new Set(operations.flatMap((one) => (one.body ? reached(one.body.schema) : [])));

  it.each([...ofRequests].map((schema) => [schema.$ref ?? 'an inline schema', schema] as const))(
    '%s of a request refuses keys that it does not know',
    (_, schema) => {
      const whole = resolve(schema);
      if (whole.type === 'object') expect(whole.additionalProperties).toBe(false);
    },
  );

  it('of an answer lets keys be added later, but where it says again what was sent', () => {
    const ofAnswers = operations.flatMap((one) =>
      one.answers.flatMap(({ content }) => (content ? reached(content.schema) : [])),
    );
    const sent = new Set([...ofRequests].map((schema) => schema.$ref));
    const closed = ofAnswers.filter(
      (schema) => resolve(schema).additionalProperties === false && !sent.has(schema.$ref),
    );
    expect(closed).toEqual([]);
  });

  it('has patterns with both anchors, so that nothing hides before or behind', () => {
    expect(
      everywhere.filter(({ schema }) => schema.pattern && !/^\^.*\$$/s.test(schema.pattern)).map(({ where }) => where),
    ).toEqual([]);
  });

  it('asks for different items only of plain values, which the zod writer can compare', () => {
    const odd = everywhere.filter(
      ({ schema }) => schema.uniqueItems && ['object', 'array'].includes(resolve(schema.items!).type!),
    );
    expect(odd.map(({ where }) => where)).toEqual([]);
  });

  it('of a request bounds every text and every list', () => {
    const unbounded = [...ofRequests]
      .flatMap((schema) => partsOf(resolve(schema), schema.$ref ?? 'inline'))
      .filter(({ schema }) => {
        if (schema.type === 'string')
          return (
            !schema.enum && schema.const === undefined && schema.maxLength === undefined && schema.pattern === undefined
          );
        return schema.type === 'array' && schema.maxItems === undefined;
      });
    expect(unbounded.map(({ where }) => where)).toEqual([]);
  });
});

describe('Every problem', () => {
  it.each(codes)('%s is answered by some operation, by all, or where there is none', (code) => {
    const users = operations.filter((one) => one.problems.includes(code)).length;
    expect(users > 0 || problems.outside.includes(code)).toBe(true);
  });

  it.each(codes)('%s is described by a status, a title and a remedy', (code) => {
    const kind = { code, ...problems.kinds[code]! };
    expect(complaintsOf(schemaOf('ProblemKind'), kind)).toEqual([]);
    expect(problemKinds[code as keyof typeof problemKinds]).toEqual(problems.kinds[code]);
    expect(kind.title.length).toBeGreaterThan(5);
    expect(kind.remedy).toMatch(/\.$/);
  });

  it('wrong number and wrong secret are the same one (S4)', () => {
    expect(codes.filter((code) => /secret|number/.test(code))).toEqual([]);
    const receipts = operations.filter((one) => one.security!.flat().includes('receipt'));
    expect(receipts.map((one) => one.problems.includes('receipt-refused'))).toEqual(receipts.map(() => true));
  });
});

/** A schema and all schemas inside it, each with its place; references are not followed. */
function partsOf(schema: JsonSchema, where: string): { where: string; schema: JsonSchema }[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => partsOf(part, `${where}.${name}`));
  const items = schema.items ? partsOf(schema.items, `${where}[]`) : [];
  const extra =
    typeof schema.additionalProperties === 'object' ? partsOf(schema.additionalProperties, `${where}{}`) : [];
  return [{ where, schema }, ...inner, ...items, ...extra];
}

/** A schema and every schema that its references lead to. */
function reached(schema: JsonSchema, seen: JsonSchema[] = []): JsonSchema[] {
  if (seen.some((one) => one === schema || (one.$ref !== undefined && one.$ref === schema.$ref))) return seen;
  seen.push(schema);
  for (const part of partsOf(resolve(schema), '')) if (part.schema.$ref) reached(part.schema, seen);
  return seen;
}
