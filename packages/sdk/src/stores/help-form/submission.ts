import type { Schemas } from '../../operation-types.js';
import { stepsFor } from './steps.js';
import type { HelpForm, HelpFormAnswers } from './types.js';

/** A request as it goes over the wire. */
export type Submission = Schemas['HelpRequestSubmission'];

/** What a submission carries besides her answers. */
export interface SubmissionExtras {
  /** Ids of stored attachments. */
  readonly attachments: readonly string[];
  /** 24 digits. */
  readonly receiptSecret: string;
  readonly grade?: Schemas['Grade'];
}

/** The answers to the risk questions, as far as they were asked. What she did not tick she did not say. */
export function riskAnswersOf(form: HelpForm, answers: Readonly<HelpFormAnswers>): Schemas['RiskAnswer'][] {
  const [first, ...others] = form.riskQuestions;
  const given: Schemas['RiskAnswer'][] = [];
  if (answers.danger !== undefined) given.push({ question: first!.code, answer: answers.danger });
  if (!stepsFor(answers, form).includes('risk')) return given;
  for (const { code } of others) {
    if (answers.risks?.includes(code)) given.push({ question: code, answer: 'yes' });
    else if (answers.risksInstead)
      given.push({ question: code, answer: answers.risksInstead === 'none' ? 'no' : 'unknown' });
  }
  return given;
}

/**
 * Her answers as a submission. Pure: the same answers give the same submission, which is what makes a repeated try
 * recognisable. Carries what the steps that apply have asked and nothing else; an answer to a question that was asked
 * earlier and no longer applies stays behind. Where answers are missing, so are fields: checks find them.
 */
export function submissionOf(
  form: HelpForm,
  answers: Readonly<HelpFormAnswers>,
  { attachments, receiptSecret, grade }: SubmissionExtras,
): Submission {
  const steps = stepsFor(answers, form);
  const applies = (step: (typeof steps)[number]) => steps.includes(step);
  const { askerRole, channel, place = [] } = answers;
  const named = answers.identity === 'named';
  const reachable = applies('contact-safety');
  const lowest = place[place.length - 1];
  return compact({
    category: answers.category,
    narrative: text(answers.narrative),
    asker: compact({
      role: askerRole,
      relation: askerRole === 'other' ? answers.relation : undefined,
      body: askerRole === 'mandatory-reporter' ? answers.reporterBody : undefined,
      bodyName: askerRole === 'mandatory-reporter' ? text(answers.reporterBodyName) : undefined,
    }),
    identity: compact({ kind: answers.identity, name: named ? text(answers.name) : undefined }),
    safeContact: compact({
      channel,
      value: reachable ? text(answers.contactValue) : undefined,
      personName: channel === 'other-person' ? text(answers.otherPersonName) : undefined,
      personRelation: channel === 'other-person' ? text(answers.otherPersonRelation) : undefined,
      days: reachable ? some(answers.days) : undefined,
      from: reachable ? answers.from : undefined,
      to: reachable ? answers.to : undefined,
      // What she did not allow is not allowed.
      mayLeaveMessage: reachable && answers.mayLeaveMessage === true,
      maySayWhoCalls: reachable && answers.maySayWhoCalls === true,
      coverWords: reachable && answers.maySayWhoCalls !== true ? text(answers.coverWords) : undefined,
    }),
    division: applies('place') ? lowest?.code : undefined,
    riskScreen: compact({ answers: riskAnswersOf(form, answers), grade }),
    // Who was not asked has not said no.
    concernedPerson: { underFourteen: applies('age') ? answers.underFourteen : 'unknown' },
    childrenPresent: applies('children') ? answers.childrenPresent : 'unknown',
    needs: applies('needs') ? needsOf(answers) : undefined,
    attachments: applies('attachments') ? some(attachments) : undefined,
    consents: consentsOf(form, answers, applies('age') && answers.underFourteen === 'yes'),
    exclusion:
      applies('exclusion') && answers.hasExclusion === true
        ? compact({ units: answers.excludedUnits ?? [], note: text(answers.exclusionNote) })
        : undefined,
    receiptSecret,
  }) as unknown as Submission;
}

function consentsOf(form: HelpForm, answers: Readonly<HelpFormAnswers>, minor: boolean) {
  const givenBy = answers.askerRole === 'mandatory-reporter' ? 'statutory-duty' : answers.minorConsentBy;
  const given = [
    answers.consentGeneral === true && { kind: 'general', givenBy: 'requester' },
    answers.consentSensitive === true && { kind: 'sensitive', givenBy: 'requester' },
    minor && answers.consentMinor === true && { kind: 'minor', givenBy },
  ];
  return given.flatMap((consent) => {
    const version = consent && form.consents.find(({ kind }) => kind === consent.kind)?.version;
    return consent ? [compact({ ...consent, version })] : [];
  });
}

function needsOf(answers: Readonly<HelpFormAnswers>) {
  const needs = compact({
    languages: some(answers.languages),
    access: some(answers.accessNeeds),
    note: text(answers.needsNote),
  });
  return Object.keys(needs).length > 0 ? needs : undefined;
}

/** What she typed, without blank ends; nothing where nothing is left. */
function text(typed: string | undefined): string | undefined {
  const trimmed = typed?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function some<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function compact(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept;
}
