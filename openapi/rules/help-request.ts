import type { components } from '../generated/types.js';

type Schemas = components['schemas'];
type Submission = Schemas['HelpRequestSubmission'];
type Finding = Schemas['Finding'];

/** What the rules below say is wrong; stable, because catalogues have words for each. */
export type FaultCode =
  | 'missing'
  | 'not-offered'
  | 'consent-missing'
  | 'consent-outdated'
  | 'guardian-or-duty-needed'
  | 'too-many'
  | 'asked-twice'
  | 'ends-before-it-begins';

/**
 * What a schema cannot say about a request for help: whether its answers fit together and fit the federation's form.
 *
 * Pure and shared: the form's store runs it before a submit, the service on every submit. Returns an empty list where
 * all is well. Each finding names the place as `body/<JSON pointer>` and a `FaultCode`. What needs the database (does the
 * division exist?) is not here.
 *
 * - R1 the category, relation, reporting body, languages, needs and channel are among those the form offers
 * - R2 who asks for somebody else says how they are related; a mandatory reporter says for which body
 * - R3 who gives her name gives one
 * - R4 a channel that needs a number or address has one; `other-person` has a name
 * - R5 general and sensitive consent, in the form's version (PIPL 13, 29)
 * - R6 where a minor under 14 is concerned, a separate consent by a guardian or on statutory duty (PIPL 31, 13)
 * - R7 each risk question is one of the form's, answered at most once; the first one is answered
 * - R8 no more attachments than the form takes
 * - R9 the hours of safe contact end after they begin
 */
export function findFaults(form: Schemas['HelpForm'], request: Submission): Finding[] {
  const faults: Finding[] = [];
  const fault = (where: string, code: FaultCode) => faults.push({ where: `body/${where}`, code });
  const offered = (list: readonly { code: string }[], code: string | undefined, where: string) => {
    if (code !== undefined && !list.some((one) => one.code === code)) fault(where, 'not-offered');
  };

  const { asker, identity, safeContact, riskScreen, needs } = request;
  offered(form.categories, request.category, 'category');
  offered(form.relations, asker.relation, 'asker/relation');
  offered(form.reporterBodies, asker.body, 'asker/body');
  needs?.languages?.forEach((code, at) => offered(form.languages, code, `needs/languages/${at}`));
  needs?.access?.forEach((code, at) => offered(form.accessNeeds, code, `needs/access/${at}`));
  if (!form.channels.includes(safeContact.channel)) fault('safeContact/channel', 'not-offered');

  if (asker.role === 'other' && asker.relation === undefined) fault('asker/relation', 'missing');
  if (asker.role === 'mandatory-reporter' && asker.body === undefined) fault('asker/body', 'missing');
  if (identity.kind === 'named' && blank(identity.name)) fault('identity/name', 'missing');
  if (safeContact.channel !== 'none' && blank(safeContact.value)) fault('safeContact/value', 'missing');
  if (safeContact.channel === 'other-person' && blank(safeContact.personName))
    fault('safeContact/personName', 'missing');
  if (safeContact.from !== undefined && safeContact.to !== undefined && safeContact.to <= safeContact.from)
    fault('safeContact/to', 'ends-before-it-begins');

  const needed: Schemas['ConsentKind'][] = ['general', 'sensitive'];
  if (request.concernedPerson.underFourteen === 'yes') needed.push('minor');
  for (const kind of needed) {
    const at = request.consents.findIndex((one) => one.kind === kind);
    const given = request.consents[at];
    if (!given) fault('consents', 'consent-missing');
    else if (given.version !== form.consents.find((one) => one.kind === kind)?.version)
      fault(`consents/${at}/version`, 'consent-outdated');
    else if (kind === 'minor' && given.givenBy === 'requester')
      fault(`consents/${at}/givenBy`, 'guardian-or-duty-needed');
  }

  const seen = new Set<string>();
  riskScreen.answers.forEach(({ question }, at) => {
    offered(form.riskQuestions, question, `riskScreen/answers/${at}/question`);
    if (seen.has(question)) fault(`riskScreen/answers/${at}/question`, 'asked-twice');
    seen.add(question);
  });
  if (!seen.has(form.riskQuestions[0]!.code)) fault('riskScreen/answers', 'missing');
  if ((request.attachments?.length ?? 0) > form.attachments.maxCount) fault('attachments', 'too-many');
  return faults;
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
