import { stepOf } from './steps.js';
import type { Submission } from './submission.js';
import type { AnswerFault, Finding, StepId } from './types.js';

/** Places in a submission and the answers that stand there; the longest that fits counts. */
const answers: { readonly [where: string]: AnswerFault['answer'] } = {
  category: 'category',
  narrative: 'narrative',
  'asker/role': 'askerRole',
  'asker/relation': 'relation',
  'asker/body': 'reporterBody',
  'asker/bodyName': 'reporterBodyName',
  'identity/kind': 'identity',
  'identity/name': 'name',
  'safeContact/channel': 'channel',
  'safeContact/value': 'contactValue',
  'safeContact/personName': 'otherPersonName',
  'safeContact/personRelation': 'otherPersonRelation',
  'safeContact/days': 'days',
  'safeContact/from': 'from',
  'safeContact/to': 'to',
  'safeContact/mayLeaveMessage': 'mayLeaveMessage',
  'safeContact/maySayWhoCalls': 'maySayWhoCalls',
  'safeContact/coverWords': 'coverWords',
  division: 'place',
  riskScreen: 'risks',
  'riskScreen/answers/0': 'danger',
  concernedPerson: 'underFourteen',
  childrenPresent: 'childrenPresent',
  'needs/languages': 'languages',
  'needs/access': 'accessNeeds',
  'needs/note': 'needsNote',
  attachments: 'attachments',
  consents: 'consentGeneral',
  exclusion: 'excludedUnits',
  'exclusion/note': 'exclusionNote',
};

const lists: readonly AnswerFault['answer'][] = ['days', 'languages', 'accessNeeds', 'attachments', 'excludedUnits'];

/**
 * A finding as a fault of the answer it is about; `undefined` where no answer stands at that place. The same for what
 * the schema, the rules and the service find, because all three speak of places in the submission.
 */
export function faultAt({ where, code }: Finding, submission: Submission): AnswerFault | undefined {
  const path = where.split('/').slice(1);
  const answer = path[0] === 'consents' && path[1] !== undefined ? consentAt(path, submission) : answerAt(path);
  if (!answer) return undefined;
  // A list that is 'too long' has too many entries; a consent that is missing is an answer that is missing.
  if (code === 'too-long' && lists.includes(answer)) return { answer, code: 'too-many' };
  return { answer, code: code.endsWith('-missing') || code.endsWith('-needed') ? 'missing' : code };
}

function answerAt(path: readonly string[]): AnswerFault['answer'] | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const answer = answers[path.slice(0, length).join('/')];
    if (answer) return answer;
  }
  return undefined;
}

function consentAt([, at, field]: readonly string[], { consents }: Submission): AnswerFault['answer'] {
  const kind = consents[Number(at)]?.kind;
  if (kind === 'minor') return field === 'givenBy' ? 'minorConsentBy' : 'consentMinor';
  return kind === 'sensitive' ? 'consentSensitive' : 'consentGeneral';
}

/** The faults of one step, one for each answer: the first that was found. */
export function faultsOfStep(step: StepId, faults: readonly AnswerFault[]): AnswerFault[] {
  const seen = new Set<string>();
  return faults.filter(({ answer }) => stepOf(answer) === step && !seen.has(answer) && seen.add(answer));
}
