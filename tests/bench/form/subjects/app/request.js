import { randomSecret } from './service.js';

const secret = randomSecret();
const riskCodes = ['injury', 'weapon', 'threat-to-kill', 'choking', 'escalation', 'suicidal-thoughts'];

/** The request for help from the flat answers of a form: names to a text, or to a list of them. */
export function requestOf(answers, attachments = []) {
  const text = (name) => (answers[name] ? String(answers[name]).trim() || undefined : undefined);
  const list = (name) => [answers[name] ?? []].flat();
  const some = (items) => (items.length > 0 ? items : undefined);
  const risks = list('risks');
  const minor = answers.underFourteen === 'yes';
  const noContact = answers.channel === 'none';
  const request = {
    category: answers.category,
    narrative: text('narrative'),
    asker: {
      role: answers.askerRole,
      relation: text('relation'),
      body: text('reporterBody'),
      bodyName: text('reporterBodyName'),
    },
    identity: { kind: answers.identity, name: text('name') },
    safeContact: {
      channel: answers.channel,
      value: text(`contactValue-${answers.channel}`),
      personName: text('otherPersonName'),
      personRelation: text('otherPersonRelation'),
      days: some(list('days')),
      from: text('from'),
      to: text('to'),
      mayLeaveMessage: !noContact && answers.mayLeaveMessage === 'yes',
      maySayWhoCalls: !noContact && answers.maySayWhoCalls === 'yes',
      coverWords: text('coverWords'),
    },
    division: text('village') ?? text('division'),
    riskScreen: {
      answers: [
        { question: 'immediate-danger', answer: answers.danger },
        ...(answers.risks === undefined || risks.length === 0
          ? []
          : riskCodes.map((question) => ({
              question,
              answer: risks.includes(question) ? 'yes' : risks.includes('unknown') ? 'unknown' : 'no',
            }))),
      ],
    },
    concernedPerson: { underFourteen: answers.underFourteen ?? 'unknown' },
    childrenPresent: answers.childrenPresent ?? 'unknown',
    needs: {
      languages: some(list('languages')),
      access: some(list('accessNeeds')),
      note: text('needsNote'),
    },
    attachments: some(attachments),
    consents: [
      { kind: 'general', version: '1', givenBy: 'requester' },
      { kind: 'sensitive', version: '1', givenBy: 'requester' },
      ...(minor
        ? [
            {
              kind: 'minor',
              version: '1',
              givenBy: answers.askerRole === 'mandatory-reporter' ? 'statutory-duty' : answers.minorConsentBy,
            },
          ]
        : []),
    ],
    exclusion:
      answers.hasExclusion === 'yes' ? { units: list('excludedUnits'), note: text('exclusionNote') } : undefined,
    receiptSecret: secret,
  };
  return request;
}
