import { describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../testing/sample-answers.js';
import { standardForm } from '../../testing/world.js';
import { faultAt, faultsOfStep } from './places.js';
import { submissionOf } from './submission.js';

const secret = { attachments: [], receiptSecret: '0'.repeat(24) };
const submission = submissionOf(standardForm(), sampleAnswers.child, secret);

describe('a finding of the service', () => {
  test.each([
    ['body/narrative', 'too-long', 'narrative', 'too-long'],
    ['body/asker/body', 'missing', 'reporterBody', 'missing'],
    ['body/identity/name', 'missing', 'name', 'missing'],
    ['body/safeContact/value', 'too-long', 'contactValue', 'too-long'],
    ['body/safeContact/days/2', 'not-a-choice', 'days', 'not-a-choice'],
    ['body/safeContact/to', 'ends-before-it-begins', 'to', 'ends-before-it-begins'],
    ['body/needs/languages/0', 'not-offered', 'languages', 'not-offered'],
    ['body/needs/languages', 'too-long', 'languages', 'too-many'],
    ['body/exclusion/units', 'too-long', 'excludedUnits', 'too-many'],
    ['body/exclusion/note', 'too-long', 'exclusionNote', 'too-long'],
    ['body/attachments', 'too-many', 'attachments', 'too-many'],
    ['body/riskScreen/answers', 'missing', 'risks', 'missing'],
    ['body/riskScreen/answers/0/answer', 'not-a-choice', 'danger', 'not-a-choice'],
    ['body/riskScreen/answers/3/question', 'not-offered', 'risks', 'not-offered'],
    ['body/consents', 'consent-missing', 'consentGeneral', 'missing'],
    ['body/consents/1/version', 'consent-outdated', 'consentSensitive', 'consent-outdated'],
    ['body/consents/2/givenBy', 'guardian-or-duty-needed', 'minorConsentBy', 'missing'],
    ['body/consents/2/version', 'consent-outdated', 'consentMinor', 'consent-outdated'],
    ['body/division', 'not-offered', 'place', 'not-offered'],
  ])('at %s (%s) is a fault of %s (%s)', (where, code, answer, fault) => {
    expect(faultAt({ where, code }, submission)).toEqual({ answer, code: fault });
  });

  test.each(['body', 'body/receiptSecret', 'path/code', 'header/idempotency-key', ''])(
    'at %j is nothing she answered',
    (where) => {
      expect(faultAt({ where, code: 'missing' }, submission)).toBeUndefined();
    },
  );
});

test('a step shows one fault for each of its answers, the first that was found', () => {
  const faults = [
    { answer: 'name', code: 'missing' },
    { answer: 'narrative', code: 'too-long' },
    { answer: 'name', code: 'too-short' },
  ] as const;
  expect(faultsOfStep('identity', faults)).toEqual([{ answer: 'name', code: 'missing' }]);
});
