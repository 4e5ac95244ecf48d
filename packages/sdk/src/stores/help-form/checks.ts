import { findFaults } from '@fulian/contract/rules';
import { findingsOf } from '../../findings.js';
import { faultAt, faultsOfStep } from './places.js';
import type { SubmissionSchema } from './schema.js';
import { stepsFor } from './steps.js';
import type { Submission } from './submission.js';
import type { AnswerFault, AttachmentItem, HelpForm, HelpFormAnswers, StepId } from './types.js';

/** What a check looks at. */
export interface Checked {
  readonly form: HelpForm | undefined;
  readonly answers: Readonly<HelpFormAnswers>;
  readonly attachments: readonly AttachmentItem[];
  /** What the rules and the schema find in the submission as it is so far, see `faultsFound`. */
  readonly found: readonly AnswerFault[];
}

type Answers = Readonly<HelpFormAnswers>;
type Name = AnswerFault['answer'];

/** Which questions of a step want an answer. What a form or the contract demands of it is checked with them. */
const wanted: {
  readonly [Step in StepId]?: (answers: Answers, steps: readonly StepId[]) => readonly (keyof HelpFormAnswers)[];
} = {
  danger: () => ['danger'],
  asker: () => ['askerRole'],
  category: () => ['category'],
  age: () => ['underFourteen'],
  risk: ({ risksInstead }) => (risksInstead ? [] : ['risks']),
  children: () => ['childrenPresent'],
  identity: () => ['identity'],
  contact: () => ['channel'],
  'contact-safety': () => ['mayLeaveMessage', 'maySayWhoCalls'],
  exclusion: ({ hasExclusion }) => (hasExclusion ? ['excludedUnits'] : ['hasExclusion']),
  consent: ({ underFourteen, askerRole }, steps) => {
    const minor = underFourteen === 'yes' && steps.includes('age');
    const guardian = minor && askerRole !== 'mandatory-reporter';
    const list: (keyof HelpFormAnswers)[] = ['consentGeneral', 'consentSensitive'];
    return [...list, ...(minor ? (['consentMinor'] as const) : []), ...(guardian ? (['minorConsentBy'] as const) : [])];
  },
};

/** Numbers are written in many ways; only what cannot be one is refused. */
const shapes: { readonly [Channel in NonNullable<HelpFormAnswers['channel']>]?: RegExp } = {
  phone: /^[+＋(（]?(?:[\d０-９][-－\s()（）]*){3,20}$/,
  sms: /^[+＋(（]?(?:[\d０-９][-－\s()（）]*){3,20}$/,
  email: /^\S+@\S+$/,
};

/**
 * What is wrong with one step: questions without an answer, then what the shared rules and the contract's schema find at
 * this step's places in the submission. Pure. One fault for each answer, in the order of the questions.
 */
export function checkStep(step: StepId, checked: Checked): AnswerFault[] {
  const { form, answers } = checked;
  const faults: AnswerFault[] = (wanted[step]?.(answers, stepsFor(answers, form)) ?? [])
    .filter((name) => isUnanswered(answers, name))
    .map((answer: Name) => ({ answer, code: 'missing' }));
  if (step === 'attachments' && checked.attachments.some(({ status }) => status === 'failed'))
    faults.push({ answer: 'attachments', code: 'unfinished' });
  if (step === 'contact' && answers.channel && answers.contactValue) {
    const shape = shapes[answers.channel];
    if (shape && !shape.test(answers.contactValue.trim())) faults.push({ answer: 'contactValue', code: 'bad-format' });
  }
  return faultsOfStep(step, [...faults, ...checked.found]);
}

/**
 * What the shared rules and the contract's schema find in a submission, as faults of answers. Without the schema, whose
 * file may not be loaded yet, lengths and formats are left to the service.
 */
export function faultsFound(
  form: HelpForm,
  submission: Submission,
  schema: SubmissionSchema | undefined,
): readonly AnswerFault[] {
  const issues = schema?.safeParse(submission, { reportInput: true }).error?.issues ?? [];
  const findings = [...findFaults(form, submission), ...findingsOf('body', issues)];
  return findings.flatMap((finding) => faultAt(finding, submission) ?? []);
}

function isUnanswered(answers: Answers, name: keyof HelpFormAnswers): boolean {
  const answer = answers[name];
  if (name.startsWith('consent')) return answer !== true;
  return answer === undefined || (typeof answer === 'object' && answer.length === 0);
}

/** Files that are still on their way or did not arrive: a request with them would be refused. */
export function unfinishedFiles(attachments: readonly AttachmentItem[]): AnswerFault[] {
  return attachments.every(({ status }) => status === 'stored') ? [] : [{ answer: 'attachments', code: 'unfinished' }];
}
