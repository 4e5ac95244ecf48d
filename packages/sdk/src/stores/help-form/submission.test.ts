import { examples } from '@fulian/contract/examples';
import { findFaults } from '@fulian/contract/rules';
import { HelpRequestSubmission } from '@fulian/contract/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../testing/sample-answers.js';
import { standardForm } from '../../testing/world.js';
import { riskAnswersOf, submissionOf } from './submission.js';
import type { HelpFormAnswers } from './types.js';

const form = standardForm();
const extras = { attachments: [], receiptSecret: '830174652091837465520193' };
const of = (answers: HelpFormAnswers) => submissionOf(form, answers, extras);

describe('a submission', () => {
  test.each(Object.entries(sampleAnswers))('of the %s answers keeps to the contract and to its rules', (_, answers) => {
    expect(HelpRequestSubmission.safeParse(of(answers)).error).toBeUndefined();
    expect(findFaults(form, of(answers))).toEqual([]);
  });

  test('has the shape of the contract’s example', () => {
    const { riskScreen: _, concernedPerson: __, ...example } = examples.submitHelpRequest.requests.urgent;
    expect(submissionOf(form, sampleAnswers.urgent, { ...extras, grade: 'red' })).toEqual({
      ...example,
      concernedPerson: { underFourteen: 'unknown' },
      riskScreen: {
        answers: [
          { question: 'immediate-danger', answer: 'yes' },
          { question: 'weapon', answer: 'yes' },
          { question: 'choking', answer: 'yes' },
        ],
        grade: 'red',
      },
    });
  });

  test('is the same text for the same answers, which is what makes a repeated try recognisable', () => {
    const shuffled = Object.fromEntries(Object.entries(sampleAnswers.urgent).reverse()) as HelpFormAnswers;
    expect(JSON.stringify(of(shuffled))).toBe(JSON.stringify(of(sampleAnswers.urgent)));
  });

  test('says nothing for who was not asked', () => {
    const submission = of(sampleAnswers.anonymous);
    expect(submission.concernedPerson.underFourteen).toBe('unknown');
    expect(submission.childrenPresent).toBe('unknown');
    expect(Object.keys(submission)).not.toContain('needs');
    expect(Object.keys(submission)).not.toContain('exclusion');
  });

  test('leaves behind what no longer applies', () => {
    const submission = of({
      ...sampleAnswers.urgent,
      danger: 'no',
      category: 'land-rights',
      identity: 'anonymous',
      channel: 'none',
      hasExclusion: false,
      relation: 'mother',
      reporterBody: 'school',
    });
    expect(submission.riskScreen.answers).toEqual([{ question: 'immediate-danger', answer: 'no' }]);
    expect(submission.identity).toEqual({ kind: 'anonymous' });
    expect(submission.safeContact).toEqual({ channel: 'none', mayLeaveMessage: false, maySayWhoCalls: false });
    expect(submission.asker).toEqual({ role: 'self' });
    expect(submission.exclusion).toBeUndefined();
  });

  test('does not allow what she did not allow', () => {
    const { mayLeaveMessage: _, maySayWhoCalls: __, ...answers } = sampleAnswers.urgent;
    expect(of(answers).safeContact).toMatchObject({ mayLeaveMessage: false, maySayWhoCalls: false });
  });

  test('carries cover words only where the caller may not say who she is', () => {
    expect(of({ ...sampleAnswers.urgent, maySayWhoCalls: true }).safeContact).not.toHaveProperty('coverWords');
  });

  test('trims what she typed, and leaves out what is blank', () => {
    const blank = of({ ...sampleAnswers.urgent, narrative: ' \n ', name: ' 示例 ', needsNote: '', coverWords: ' ' });
    expect(blank).not.toHaveProperty('narrative');
    expect(blank.identity.name).toBe('示例');
    expect(blank.needs).not.toHaveProperty('note');
    expect(blank.safeContact).not.toHaveProperty('coverWords');
  });

  test('names the lowest place she chose, or none', () => {
    expect(of(sampleAnswers.urgent).division).toBe('990101001001');
    expect(of({ ...sampleAnswers.urgent, place: [] })).not.toHaveProperty('division');
  });

  test('consents for a child by the guardian, or on statutory duty', () => {
    const minor = (answers: HelpFormAnswers) => of(answers).consents.find(({ kind }) => kind === 'minor');
    expect(minor(sampleAnswers.child)).toEqual({ kind: 'minor', version: '1', givenBy: 'statutory-duty' });
    const asked = {
      ...sampleAnswers.child,
      askerRole: 'other',
      relation: 'mother',
      minorConsentBy: 'guardian',
    } as const;
    expect(minor(asked)?.givenBy).toBe('guardian');
    expect(minor({ ...sampleAnswers.child, underFourteen: 'no' })).toBeUndefined();
  });

  test('has no field that is undefined, whatever she has answered so far', () => {
    const some = fc.subarray(Object.keys(sampleAnswers.urgent) as (keyof HelpFormAnswers)[]);
    fc.assert(
      fc.property(some, (names) => {
        const answers = Object.fromEntries(names.map((name) => [name, sampleAnswers.urgent[name]]));
        const { concernedPerson: _, childrenPresent: __, ...submission } = of(answers);
        expect(JSON.parse(JSON.stringify(submission))).toStrictEqual(submission);
      }),
    );
  });
});

describe('the answers to the risk questions', () => {
  const others = form.riskQuestions.slice(1);

  test('what she did not tick she did not say', () => {
    expect(riskAnswersOf(form, sampleAnswers.child)).toEqual([
      { question: 'immediate-danger', answer: 'no' },
      { question: 'injury', answer: 'yes' },
    ]);
  });

  test.each([
    ['none', 'no'],
    ['unknown', 'unknown'],
  ] as const)('“%s of these” answers each of them %s', (risksInstead, answer) => {
    const { risks: _, ...answers } = sampleAnswers.urgent;
    const given = riskAnswersOf(form, { ...answers, risksInstead });
    expect(given.slice(1)).toEqual(others.map(({ code }) => ({ question: code, answer })));
  });
});
