import { describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../testing/sample-answers.js';
import { standardForm } from '../../testing/world.js';
import { contactFaults, submissionFaults } from './checks.js';
import { missingAnswers } from './questions.js';
import { stepsFor } from './steps.js';
import { submissionOf } from './submission.js';
import type { HelpFormAnswers } from './types.js';

const form = standardForm();
const submissionWith = (answers: HelpFormAnswers) =>
  submissionOf(form, answers, { attachments: [], receiptSecret: '0'.repeat(24) });
const found = (answers: HelpFormAnswers) => submissionFaults(form, submissionWith(answers));

describe('questions without an answer', () => {
  test.each(Object.entries(sampleAnswers))('there are none in the %s answers', (_, answers) => {
    const steps = stepsFor(answers, form);
    expect(steps.flatMap((step) => missingAnswers(step, answers, steps))).toEqual([]);
  });

  test('every step that asks for a decision says which is missing', () => {
    const steps = stepsFor({ danger: 'yes', askerRole: 'other' }, form);
    const missing = steps.map((step) => [step, missingAnswers(step, {}, steps).map(({ answer }) => answer)] as const);
    expect(Object.fromEntries(missing.filter(([, answers]) => answers.length > 0))).toEqual({
      danger: ['danger'],
      asker: ['askerRole'],
      category: ['category'],
      age: ['underFourteen'],
      risk: ['risks'],
      children: ['childrenPresent'],
      identity: ['identity'],
      contact: ['channel'],
      'contact-safety': ['mayLeaveMessage', 'maySayWhoCalls'],
      exclusion: ['hasExclusion'],
      consent: ['consentGeneral', 'consentSensitive'],
    });
  });

  test('a consent that was refused is missing, a permission that was refused is not', () => {
    const answers = { consentGeneral: false, consentSensitive: true, mayLeaveMessage: false, maySayWhoCalls: false };
    expect(missingAnswers('consent', answers, [])).toEqual([{ answer: 'consentGeneral', code: 'missing' }]);
    expect(missingAnswers('contact-safety', answers, [])).toEqual([]);
  });

  test('a child needs a consent of its own and who gives it, except from a mandatory reporter', () => {
    const { consentMinor: _, ...child } = sampleAnswers.child;
    const missing = (answers: HelpFormAnswers) =>
      missingAnswers('consent', answers, ['age']).map(({ answer }) => answer);
    expect(missing(child)).toEqual(['consentMinor']);
    expect(missing({ ...child, askerRole: 'other' })).toEqual(['consentMinor', 'minorConsentBy']);
  });

  test('a unit has to be named where one is to be kept out', () => {
    const missing = missingAnswers('exclusion', { hasExclusion: true, excludedUnits: [] }, []);
    expect(missing).toEqual([{ answer: 'excludedUnits', code: 'missing' }]);
  });
});

describe('what is found in a submission', () => {
  test.each(Object.entries(sampleAnswers))('is nothing for the %s answers', (_, answers) => {
    expect(found(answers)).toEqual([]);
  });

  const long = 'x'.repeat(5001);
  test.each<[string, Partial<HelpFormAnswers>, string, string]>([
    ['a story of 5,001 characters', { narrative: long }, 'narrative', 'too-long'],
    ['a name of 51', { name: long.slice(0, 51) }, 'name', 'too-long'],
    ['cover words of 201', { coverWords: long.slice(0, 201) }, 'coverWords', 'too-long'],
    ['hours that end before they begin', { from: '10:00', to: '09:30' }, 'to', 'ends-before-it-begins'],
    ['a time that is none', { from: '25:00' }, 'from', 'bad-format'],
    [
      'six units',
      { excludedUnits: ['1', '2', '3', '4', '5', '6'].map((end) => end.padStart(12, '9')) },
      'excludedUnits',
      'too-many',
    ],
    ['a category that is not offered', { category: 'astrology' }, 'category', 'not-offered'],
    ['no name where one is given', { name: ' ' }, 'name', 'missing'],
    ['no number', { contactValue: '' }, 'contactValue', 'missing'],
    ['no relation', { askerRole: 'other' }, 'relation', 'missing'],
  ])('%s', (_, change, answer, code) => {
    expect(found({ ...sampleAnswers.urgent, ...change })).toContainEqual({ answer, code });
  });

  test('5,000 characters of any alphabet fit, emoji included: the contract counts characters', () => {
    expect(found({ ...sampleAnswers.urgent, narrative: '😀'.repeat(5000) })).toEqual([]);
  });
});

describe('a number or an address', () => {
  test.each([
    ['phone', '138 0000 0000'],
    ['phone', '+86-512-0000-0000'],
    ['phone', '（0512）00000000'],
    ['sms', '１３８００００００００'],
    ['phone', '110'],
    ['email', 'somebody@example.org'],
    ['wechat', 'any name at all'],
    ['other-person', '问我妹妹'],
  ] as const)('%s takes %s', (channel, contactValue) => {
    expect(contactFaults({ channel, contactValue })).toEqual([]);
  });

  test.each([
    ['phone', 'my sister knows'],
    ['phone', '12'],
    ['sms', 'somebody@example.org'],
    ['email', '13800000000'],
    ['email', 'a b@c'],
  ] as const)('%s does not take %s', (channel, contactValue) => {
    expect(contactFaults({ channel, contactValue })).toEqual([{ answer: 'contactValue', code: 'bad-format' }]);
  });
});
