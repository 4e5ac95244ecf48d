import type { AnswerFault, HelpFormAnswers, StepId } from './types.js';

type Answers = Readonly<HelpFormAnswers>;

/** Which questions of a step want an answer. What the form and the contract demand of it is checked with them, later. */
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
    const list: (keyof HelpFormAnswers)[] = ['consentGeneral', 'consentSensitive'];
    if (minor) list.push('consentMinor');
    if (minor && askerRole !== 'mandatory-reporter') list.push('minorConsentBy');
    return list;
  },
};

/** The questions of a step that have no answer. Pure; needs nothing that is loaded later. */
export function missingAnswers(step: StepId, answers: Answers, steps: readonly StepId[]): AnswerFault[] {
  return (wanted[step]?.(answers, steps) ?? [])
    .filter((name) => isUnanswered(answers[name], name))
    .map((answer) => ({ answer, code: 'missing' }));
}

function isUnanswered(answer: unknown, name: string): boolean {
  // A consent that was not given is no answer to go on with.
  if (name.startsWith('consent')) return answer !== true;
  return answer === undefined || (Array.isArray(answer) && answer.length === 0);
}
