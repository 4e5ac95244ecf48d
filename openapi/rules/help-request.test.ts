import { describe, expect, it } from 'vitest';
import { examples } from '../generated/examples.js';
import type { components } from '../generated/types.js';
import { findFaults } from './help-request.js';

type Schemas = components['schemas'];
type Submission = Schemas['HelpRequestSubmission'];
type Change = { [Key in keyof Submission]?: Partial<Submission[Key]> | undefined };

const form = examples.getHelpForm.answers.standard as unknown as Schemas['HelpForm'];
const requests = examples.submitHelpRequest.requests as unknown as Record<'anonymous' | 'urgent' | 'child', Submission>;

/** The anonymous example with parts replaced; a part that is an object is merged, `undefined` takes a key away. */
function request(change: Change, from: Submission = requests.anonymous): Submission {
  const merged: Record<string, unknown> = { ...from };
  for (const [key, part] of Object.entries(change)) {
    const old = merged[key];
    const both = typeof part === 'object' && !Array.isArray(part) && typeof old === 'object';
    merged[key] = both ? withoutUndefined({ ...old, ...part }) : part;
  }
  return withoutUndefined(merged) as unknown as Submission;
}

const withoutUndefined = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));

const general = { kind: 'general', version: '1', givenBy: 'requester' } as const;
const sensitive = { kind: 'sensitive', version: '1', givenBy: 'requester' } as const;
const minor = { kind: 'minor', version: '1', givenBy: 'guardian' } as const;
const danger = { question: 'immediate-danger', answer: 'no' } as const;
const phone = { channel: 'phone', value: '000-0000-0009' } as const;
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(22, 'a'));

/** Rule, sentence, what differs from a request without fault, and the findings as `where code`. */
const cases: [rule: string, sentence: string, change: Change, faults: string[]][] = [
  ['R1', 'a category that the form offers', { category: 'work-rights' }, []],
  ['R1', 'a category that it does not offer', { category: 'lottery' }, ['body/category not-offered']],
  ['R1', 'a relation that it offers', { asker: { role: 'other', relation: 'neighbour' } }, []],
  [
    'R1',
    'a relation that it does not offer',
    { asker: { role: 'other', relation: 'landlord' } },
    ['body/asker/relation not-offered'],
  ],
  [
    'R1',
    'a body that it does not offer',
    { asker: { role: 'mandatory-reporter', body: 'circus' } },
    ['body/asker/body not-offered'],
  ],
  [
    'R1',
    'languages, one of which it does not offer',
    { needs: { languages: ['mandarin', 'latin'] } },
    ['body/needs/languages/1 not-offered'],
  ],
  [
    'R1',
    'access needs, one of which it does not offer',
    { needs: { access: ['piano', 'hearing'] } },
    ['body/needs/access/0 not-offered'],
  ],
  ['R1', 'languages and needs that it offers', { needs: { languages: ['mandarin'], access: ['hearing'] } }, []],
  ['R1', 'needs that are only a note', { needs: { note: 'a quiet room' } }, []],
  ['R2', 'for herself, without a relation', { asker: { role: 'self' } }, []],
  ['R2', 'for somebody else, without a relation', { asker: { role: 'other' } }, ['body/asker/relation missing']],
  ['R2', 'as a witness, without a relation', { asker: { role: 'witness' } }, []],
  [
    'R2',
    'as a mandatory reporter, without a body',
    { asker: { role: 'mandatory-reporter' } },
    ['body/asker/body missing'],
  ],
  [
    'R2',
    'as a mandatory reporter, of a body without its name',
    { asker: { role: 'mandatory-reporter', body: 'school' } },
    [],
  ],
  ['R3', 'without a name, anonymously', { identity: { kind: 'anonymous' } }, []],
  ['R3', 'with a name', { identity: { kind: 'named', name: '示例女士' } }, []],
  ['R3', 'with the promise of a name but none', { identity: { kind: 'named' } }, ['body/identity/name missing']],
  ['R3', 'with a name of blanks', { identity: { kind: 'named', name: ' \u3000\t' } }, ['body/identity/name missing']],
  ['R4', 'without a channel', { safeContact: { channel: 'none' } }, []],
  ['R4', 'by phone with a number', { safeContact: phone }, []],
  ...(['phone', 'sms', 'wechat', 'email'] as const).map((channel): [string, string, Change, string[]] => [
    'R4',
    `by ${channel} without a number or address`,
    { safeContact: { channel } },
    ['body/safeContact/value missing'],
  ]),
  [
    'R4',
    'by phone with a number of blanks',
    { safeContact: { ...phone, value: '  ' } },
    ['body/safeContact/value missing'],
  ],
  [
    'R4',
    'by another person with number and name',
    { safeContact: { ...phone, channel: 'other-person', personName: '示例' } },
    [],
  ],
  [
    'R4',
    'by another person without a name',
    { safeContact: { ...phone, channel: 'other-person' } },
    ['body/safeContact/personName missing'],
  ],
  [
    'R4',
    'by another person of whom nothing is said',
    { safeContact: { channel: 'other-person' } },
    ['body/safeContact/value missing', 'body/safeContact/personName missing'],
  ],
  ['R5', 'with both consents', { consents: [general, sensitive] }, []],
  ['R5', 'with both consents the other way round', { consents: [sensitive, general] }, []],
  ['R5', 'without the general consent', { consents: [sensitive] }, ['body/consents consent-missing']],
  ['R5', 'without the consent to sensitive data', { consents: [general] }, ['body/consents consent-missing']],
  [
    'R5',
    'with none of both',
    { consents: [minor] },
    ['body/consents consent-missing', 'body/consents consent-missing'],
  ],
  [
    'R5',
    'with consent to words of another version',
    { consents: [general, { ...sensitive, version: '0' }] },
    ['body/consents/1/version consent-outdated'],
  ],
  [
    'R6',
    'for a child with a guardian’s consent',
    { concernedPerson: { underFourteen: 'yes' }, consents: [general, sensitive, minor] },
    [],
  ],
  [
    'R6',
    'for a child on statutory duty',
    {
      concernedPerson: { underFourteen: 'yes' },
      consents: [general, sensitive, { ...minor, givenBy: 'statutory-duty' }],
    },
    [],
  ],
  [
    'R6',
    'for a child without a separate consent',
    { concernedPerson: { underFourteen: 'yes' } },
    ['body/consents consent-missing'],
  ],
  [
    'R6',
    'for a child whose consent the requester gives',
    { concernedPerson: { underFourteen: 'yes' }, consents: [general, sensitive, { ...minor, givenBy: 'requester' }] },
    ['body/consents/2/givenBy guardian-or-duty-needed'],
  ],
  [
    'R6',
    'for a child with an outdated consent',
    { concernedPerson: { underFourteen: 'yes' }, consents: [general, { ...minor, version: '0' }, sensitive] },
    ['body/consents/1/version consent-outdated'],
  ],
  ['R6', 'for somebody of unknown age', { concernedPerson: { underFourteen: 'unknown' } }, []],
  ['R7', 'with the first question answered', { riskScreen: { answers: [danger] } }, []],
  [
    'R7',
    'with the first question answered by "I do not know"',
    { riskScreen: { answers: [{ ...danger, answer: 'unknown' }] } },
    [],
  ],
  ['R7', 'without any answer', { riskScreen: { answers: [] } }, ['body/riskScreen/answers missing']],
  [
    'R7',
    'with another question only',
    { riskScreen: { answers: [{ question: 'injury', answer: 'yes' }] } },
    ['body/riskScreen/answers missing'],
  ],
  [
    'R7',
    'with a question that the form does not ask',
    { riskScreen: { answers: [danger, { question: 'weather', answer: 'no' }] } },
    ['body/riskScreen/answers/1/question not-offered'],
  ],
  [
    'R7',
    'with a question answered twice',
    { riskScreen: { answers: [danger, { ...danger, answer: 'yes' }] } },
    ['body/riskScreen/answers/1/question asked-twice'],
  ],
  ['R8', 'with ten attachments', { attachments: ids(10) }, []],
  ['R8', 'with eleven attachments', { attachments: ids(11) }, ['body/attachments too-many']],
  ['R9', 'with hours that end after they begin', { safeContact: { ...phone, from: '09:00', to: '09:01' } }, []],
  [
    'R9',
    'with hours that end when they begin',
    { safeContact: { ...phone, from: '09:00', to: '09:00' } },
    ['body/safeContact/to ends-before-it-begins'],
  ],
  [
    'R9',
    'with hours over midnight',
    { safeContact: { ...phone, from: '22:00', to: '06:00' } },
    ['body/safeContact/to ends-before-it-begins'],
  ],
  ['R9', 'with a beginning only', { safeContact: { ...phone, from: '22:00' } }, []],
  ['R9', 'with an end only', { safeContact: { ...phone, to: '06:00' } }, []],
];

const found = (of: Schemas['HelpForm'], submission: Submission) =>
  findFaults(of, submission).map(({ where, code }) => `${where} ${code}`);

describe('findFaults', () => {
  it.each(Object.entries(requests))('finds nothing in the example %s', (_, submission) => {
    expect(findFaults(form, submission)).toEqual([]);
  });

  it.each(cases)('%s: a request %s', (_, __, change, faults) => {
    expect(found(form, request(change))).toEqual(faults);
  });

  it.each(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'])('%s is tried with and without a fault', (rule) => {
    const own = cases.filter(([name]) => name === rule);
    expect(own.some(([, , , faults]) => faults.length === 0)).toBe(true);
    expect(own.some(([, , , faults]) => faults.length > 0)).toBe(true);
  });

  it('R1: a channel that this federation cannot use', () => {
    const own = { ...form, channels: ['phone', 'none'] as Schemas['ContactChannel'][] };
    expect(found(own, request({ safeContact: { channel: 'wechat', value: 'x' } }))).toEqual([
      'body/safeContact/channel not-offered',
    ]);
  });

  it('R1: a category that this federation has switched off', () => {
    const own = { ...form, categories: form.categories.filter((one) => one.code !== 'land-rights') };
    expect(found(own, requests.anonymous)).toEqual(['body/category not-offered']);
  });

  it('R5: a consent in the version of this federation', () => {
    const own = { ...form, consents: form.consents.map((one) => ({ ...one, version: '2026-11' })) };
    const consents = requests.anonymous.consents.map((one) => ({ ...one, version: '2026-11' }));
    expect(found(own, request({ consents }))).toEqual([]);
    expect(found(own, requests.anonymous)).toEqual([
      'body/consents/0/version consent-outdated',
      'body/consents/1/version consent-outdated',
    ]);
  });

  it('R8: no attachment where this federation takes none', () => {
    const own = { ...form, attachments: { maxCount: 0, maxBytes: 1 } };
    expect(found(own, request({ attachments: ids(1) }))).toEqual(['body/attachments too-many']);
  });

  it('reports all faults at once, so that she does not mend them one by one', () => {
    const faulty = request({
      category: 'lottery',
      asker: { role: 'other' },
      consents: [general],
      riskScreen: { answers: [] },
    });
    expect(found(form, faulty)).toEqual([
      'body/category not-offered',
      'body/asker/relation missing',
      'body/consents consent-missing',
      'body/riskScreen/answers missing',
    ]);
  });

  it('S3 repeats nothing that was sent', () => {
    const told = JSON.stringify(
      findFaults(
        form,
        request({
          category: 'planted-word',
          identity: { kind: 'named', name: ' ' },
          needs: { languages: ['planted-word'] },
        }),
      ),
    );
    expect(told).not.toContain('planted-word');
  });
});
