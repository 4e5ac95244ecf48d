import type { AnswerFault } from '@fulian/sdk/stores/help-form';
import type { GapValues } from '../base/language.js';
import type { HelpFormView } from './help-form.view.js';

type Answer = AnswerFault['answer'];

/** The answers that are typed, with the contract's limits; for the words only, what holds is checked by the store. */
const longest: { readonly [answer: string]: number } = {
  reporterBodyName: 100,
  narrative: 5000,
  name: 50,
  contactValue: 200,
  otherPersonName: 50,
  otherPersonRelation: 50,
  coverWords: 200,
  needsNote: 500,
  exclusionNote: 500,
};

/** The question of an answer, in the federation's words or in ours. */
export function questionOf(view: HelpFormView, answer: Answer): string {
  const { form, answers } = view.state;
  const first = form && form.riskQuestions[0];
  if (answer === 'danger' && first) return view.localized(first.label);
  if (answer === 'place' && answers.askerRole === 'self') return view.t('place-self');
  return view.words(answer === 'contactValue' ? `contactValue-${answers.channel}` : `${answer}-legend`) || '';
}

/** The fault of one answer of the step on the screen. */
export function faultOf(view: HelpFormView, answer: Answer): AnswerFault | undefined {
  return view.state.faults.find((fault) => fault.answer === answer);
}

/** A fault in words: the same in the summary on top and beside the field. */
export function faultWords(view: HelpFormView, { answer, code }: AnswerFault): string {
  const { form } = view.state;
  const missing = answer in longest ? 'write' : answer.startsWith('consent') ? 'tick' : 'choose';
  const values = {
    question: questionOf(view, answer),
    max: longest[answer] || 5,
    ...(form && fileLimits(form.attachments)),
  };
  return (
    view.words(`${answer}-${code}`, values) ||
    view.words(`fault-${code === 'missing' ? missing : code === 'consent-outdated' ? 'not-offered' : code}`, values) ||
    view.t('fault-other', values)
  );
}

/** How many files and of what size (MB), to fill gaps. */
export function fileLimits({ maxCount, maxBytes }: { maxCount: number; maxBytes: number }): GapValues {
  return { count: maxCount, size: Math.floor(maxBytes / 1048576) };
}
