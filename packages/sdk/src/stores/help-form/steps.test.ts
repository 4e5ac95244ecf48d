import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardForm } from '../../testing/world.js';
import { stepOf, stepsFor } from './steps.js';
import type { HelpFormAnswers, StepId } from './types.js';

const form = standardForm();
const answer = fc.constantFrom('yes', 'no', 'unknown', undefined);
const anyAnswers = fc.record({
  danger: answer,
  askerRole: fc.constantFrom('self', 'other', 'witness', 'mandatory-reporter', undefined),
  category: fc.constantFrom(...form.categories.map(({ code }) => code), undefined),
  channel: fc.constantFrom('phone', 'none', undefined),
}) as fc.Arbitrary<HelpFormAnswers>;

/** Which of the steps that depend on answers apply. */
const conditional = (answers: HelpFormAnswers) =>
  stepsFor(answers, form).filter((step) => ['age', 'risk', 'children', 'contact-safety'].includes(step));

describe('the steps that apply', () => {
  test('begin with danger, end with check, keep one order and come once each', () => {
    const all = stepsFor({ danger: 'yes', askerRole: 'other' }, form);
    expect(all).toHaveLength(16);
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const steps = stepsFor(answers, form);
        expect([steps[0], steps[steps.length - 1]]).toEqual(['danger', 'check']);
        expect(all.filter((step) => steps.includes(step))).toEqual(steps);
      }),
    );
  });

  test('ask nobody for more than her case needs', () => {
    expect(conditional({ danger: 'no', askerRole: 'self', category: 'land-rights', channel: 'none' })).toEqual([]);
  });

  test.each<[string, HelpFormAnswers, StepId[]]>([
    ['the age where she asks for somebody else', { askerRole: 'other' }, ['age', 'contact-safety']],
    ['the age where she saw it', { askerRole: 'witness' }, ['age', 'contact-safety']],
    [
      'the age, the risks and children where a child is harmed',
      { askerRole: 'self', category: 'child-harm' },
      ['age', 'risk', 'children', 'contact-safety'],
    ],
    [
      'the risks where the category asks for them',
      { category: 'family-dispute' },
      ['risk', 'children', 'contact-safety'],
    ],
    [
      'the risks where somebody is in danger, whatever the category',
      { danger: 'yes', category: 'land-rights' },
      ['risk', 'children', 'contact-safety'],
    ],
    [
      'the risks where she does not know whether somebody is in danger',
      { danger: 'unknown', category: 'suggestion' },
      ['risk', 'children', 'contact-safety'],
    ],
    ['how contact is safe where there is a channel', { channel: 'sms' }, ['contact-safety']],
  ])('ask %s', (_, answers, steps) => {
    expect(conditional(answers)).toEqual(steps);
  });

  test('leave out what the federation does not offer', () => {
    const bare = {
      ...form,
      attachments: { maxCount: 0, maxBytes: 1 },
      units: [],
      languages: [],
      accessNeeds: [],
      riskQuestions: form.riskQuestions.slice(0, 1),
      federation: { ...form.federation, hasChildren: false },
    };
    const steps = stepsFor({ danger: 'yes' }, bare);
    for (const step of ['attachments', 'exclusion', 'needs', 'risk', 'place'] as const)
      expect(steps).not.toContain(step);
  });

  test('are known before the form is here', () => {
    expect(stepsFor({}, undefined).slice(0, 3)).toEqual(['danger', 'asker', 'category']);
  });
});

test('every answer is given on a step that can apply', () => {
  const all = stepsFor({ danger: 'yes', askerRole: 'other' }, form);
  for (const name of ['danger', 'relation', 'minorConsentBy', 'attachments', 'exclusionNote'] as const)
    expect(all).toContain(stepOf(name));
});
