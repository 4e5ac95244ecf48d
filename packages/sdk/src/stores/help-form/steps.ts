import type { AnswerFault, HelpForm, HelpFormAnswers, StepId } from './types.js';

type Applies = (answers: Readonly<HelpFormAnswers>, form: HelpForm | undefined) => boolean;

const always: Applies = () => true;
const categoryOf = (answers: Readonly<HelpFormAnswers>, form: HelpForm | undefined) =>
  form?.categories.find(({ code }) => code === answers.category);
/** Where the category asks for the risks, and where somebody is or may be in danger. */
const risky: Applies = (answers, form) =>
  answers.danger === 'yes' || answers.danger === 'unknown' || categoryOf(answers, form)?.asksRisk === true;

/** Every step in its order, and when it applies. */
const table: readonly (readonly [StepId, Applies])[] = [
  ['danger', always],
  ['asker', always],
  ['category', always],
  [
    'age',
    (answers, form) =>
      (answers.askerRole !== undefined && answers.askerRole !== 'self') ||
      categoryOf(answers, form)?.concernsChild === true,
  ],
  ['risk', (answers, form) => risky(answers, form) && form?.riskQuestions.length !== 1],
  ['children', (answers, form) => risky(answers, form) || categoryOf(answers, form)?.concernsChild === true],
  ['narrative', always],
  ['attachments', (_, form) => form?.attachments.maxCount !== 0],
  ['place', (_, form) => form?.federation.hasChildren !== false],
  ['identity', always],
  ['contact', always],
  ['contact-safety', ({ channel }) => channel !== 'none'],
  ['needs', (_, form) => !form || form.languages.length + form.accessNeeds.length > 0],
  ['exclusion', (_, form) => form?.units.length !== 0],
  ['consent', always],
  ['check', always],
];

/** The steps that apply to the answers so far, in order. Without a form, those that a form usually has. */
export function stepsFor(answers: Readonly<HelpFormAnswers>, form: HelpForm | undefined): StepId[] {
  return table.filter(([, applies]) => applies(answers, form)).map(([step]) => step);
}

/** Whether a step can be shown before the federation's form is here. */
export function worksWithoutForm(step: StepId): boolean {
  return step === 'danger' || step === 'asker';
}

const stepOfAnswer: { readonly [Key in AnswerFault['answer']]: StepId } = {
  danger: 'danger',
  askerRole: 'asker',
  relation: 'asker',
  reporterBody: 'asker',
  reporterBodyName: 'asker',
  category: 'category',
  underFourteen: 'age',
  risks: 'risk',
  risksInstead: 'risk',
  childrenPresent: 'children',
  narrative: 'narrative',
  attachments: 'attachments',
  place: 'place',
  identity: 'identity',
  name: 'identity',
  channel: 'contact',
  contactValue: 'contact',
  otherPersonName: 'contact',
  otherPersonRelation: 'contact',
  days: 'contact-safety',
  from: 'contact-safety',
  to: 'contact-safety',
  mayLeaveMessage: 'contact-safety',
  maySayWhoCalls: 'contact-safety',
  coverWords: 'contact-safety',
  languages: 'needs',
  accessNeeds: 'needs',
  needsNote: 'needs',
  hasExclusion: 'exclusion',
  excludedUnits: 'exclusion',
  exclusionNote: 'exclusion',
  consentGeneral: 'consent',
  consentSensitive: 'consent',
  consentMinor: 'consent',
  minorConsentBy: 'consent',
};

/** On which step an answer is given. */
export function stepOf(answer: AnswerFault['answer']): StepId {
  return stepOfAnswer[answer];
}
