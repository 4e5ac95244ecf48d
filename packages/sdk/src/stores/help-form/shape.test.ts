import { readFileSync } from 'node:fs';
import { HelpRequestSubmission } from '@fulian/contract/schemas';
import { submissionShape } from '@fulian/contract/submission-shape';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../findings.js';
import { sampleAnswers } from '../../testing/sample-answers.js';
import { standardForm } from '../../testing/world.js';
import { findingsIn } from './shape.js';
import { submissionOf } from './submission.js';

const { components } = JSON.parse(
  readFileSync(new URL(import.meta.resolve('@fulian/contract/openapi.json')), 'utf8'),
) as { components: { schemas: Record<string, object> } };
const takenByAjv = new Ajv2020({ strict: false }).compile({
  ...components.schemas.HelpRequestSubmission,
  components,
});

const form = standardForm();
const samples = Object.values(sampleAnswers).map((answers) =>
  submissionOf(form, answers, { attachments: ['a'.repeat(22)], receiptSecret: '0'.repeat(24), grade: 'red' }),
);

const tell = (findings: readonly { where: string; code: string }[]) =>
  findings.map(({ where, code }) => `${where} ${code}`).sort();
const foundHere = (value: unknown) => tell(findingsIn(submissionShape, value, 'body'));
/** Without what zod also says of the length of what has another type than it should. */
function foundByZod(value: unknown): string[] {
  const issues = HelpRequestSubmission.safeParse(value, { reportInput: true }).error?.issues ?? [];
  const all = findingsOf('body', issues);
  const others = all.filter(({ code }) => code === 'wrong-type').map(({ where }) => where);
  return tell(all.filter(({ where, code }) => code === 'wrong-type' || !others.includes(where)));
}

/** Every place inside a value, as the keys that lead there. */
function placesIn(value: unknown, before: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [before, ...inner.flatMap(([key, one]) => placesIn(one, [...before, key]))];
}

/** A copy with another value in one place; `undefined` takes it away. */
function changedAt(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length === 0 && other === undefined && !Array.isArray(value)) delete copy[key];
  else copy[key] = changedAt(copy[key], rest, other);
  return copy;
}

/** What is put in the place of something, chosen for what the contract counts, compares and spells. */
const others = fc.oneof(
  fc.constantFrom<unknown>(
    ...[undefined, null, true, false, 0, '', ' ', 'self', 'yes', 'red', 'phone', 'mon', 'general', 'land-rights'],
    ...['25:00', '23:59', '990101000000', '😀'.repeat(50), '😀'.repeat(51), 'x'.repeat(200), 'x'.repeat(201)],
    ...['x'.repeat(5001), [], {}, ['mon', 'mon'], ['a'.repeat(22), 'b'.repeat(22)], [null], { toString: 1 }],
    ...[Array(11).fill('a'.repeat(22)), ['1', '2'], { kind: 'general', version: '1', givenBy: 'guardian' }],
  ),
  fc.string(),
  fc.array(fc.string({ maxLength: 3 }), { maxLength: 12 }),
);

describe('the shape of a submission', () => {
  test('nothing is found in what the form makes of sample answers', () => {
    for (const sample of samples) expect(foundHere(sample)).toEqual([]);
  });

  test('finds what Ajv finds in the contract itself, and each place and code that its zod schema finds', () => {
    const change = fc.tuple(fc.nat(), others, fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 3 }), (sample, changes) => {
        let value: unknown = sample;
        for (const [pick, other, adds] of changes) {
          const places = placesIn(value);
          const place = places[pick % places.length]!;
          value = changedAt(value, adds && typeof other === 'string' ? [...place, other] : place, other);
        }
        const found = foundHere(value);
        expect(found.length === 0).toBe(takenByAjv(value));
        // zod does not look at each item of a list that is too long, nor for equal ones where one is not well; here all is told.
        expect(found).toEqual(expect.arrayContaining(foundByZod(value)));
      }),
      { numRuns: 1000 },
    );
  });

  test('S3 repeats nothing that was typed', () => {
    const told = JSON.stringify(findingsIn(submissionShape, { category: 'planted word', planted: 1 }, 'body'));
    expect(told).toContain('unknown-field');
    expect(told).not.toContain('planted');
  });
});
