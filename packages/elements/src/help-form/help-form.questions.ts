import type { HelpFormAnswers, HelpFormState, StepId } from '@fulian/sdk/stores/help-form';
import { questionOf } from './help-form.faults.js';
import type { Option } from './help-form.field.js';
import { dayWords, hourWords } from './help-form.time.js';
import type { HelpFormView } from './help-form.view.js';

/** A name of one answer. */
export type AnswerName = keyof HelpFormAnswers;

type Form = NonNullable<HelpFormState['form']>;
type List =
  | 'relations'
  | 'reporterBodies'
  | 'categories'
  | 'riskQuestions'
  | 'channels'
  | 'languages'
  | 'accessNeeds'
  | 'units';

/** An entry of a list of the federation's; a unit has a name and no label. */
type Item = Partial<Pick<Form['categories'][number], 'label' | 'hint'>> & {
  readonly code: string;
  readonly name?: string;
};

/** How one answer is asked for. Its words are in the catalogue, under its name. */
export interface Question {
  /** What can be chosen: a list of the federation's, or values of ours. Absent where it is typed. */
  readonly of?: List | readonly (string | boolean)[];
  /** More than one may be chosen. */
  readonly many?: true;
  /** By value: what is asked below that choice, while it is chosen. Left again, it is neither sent nor shown. */
  readonly below?: { readonly [value: string]: readonly AnswerName[] };
  readonly optional?: true;
  readonly long?: true;
}

const yesNoUnknown = ['yes', 'no', 'unknown'];
const reach: readonly AnswerName[] = ['contactValue'];

/** Every half hour, from 5 in the morning, because a day begins there. */
const halfHours = [...Array(48).keys()].map((at) => {
  const minutes = (at * 30 + 300) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`;
});

/** All questions but those that have a screen of their own making: files and place, and the consents. */
export const questions: { readonly [Name in AnswerName]?: Question } = {
  danger: { of: yesNoUnknown },
  askerRole: {
    of: ['self', 'other', 'witness', 'mandatory-reporter'],
    below: { other: ['relation'], 'mandatory-reporter': ['reporterBody', 'reporterBodyName'] },
  },
  relation: { of: 'relations' },
  reporterBody: { of: 'reporterBodies' },
  reporterBodyName: { optional: true },
  category: { of: 'categories' },
  underFourteen: { of: yesNoUnknown },
  risks: { of: 'riskQuestions', many: true },
  risksInstead: { of: ['none', 'unknown'] },
  childrenPresent: { of: yesNoUnknown },
  narrative: { long: true },
  identity: { of: ['anonymous', 'named'], below: { named: ['name'] } },
  name: {},
  channel: {
    of: 'channels',
    below: {
      phone: reach,
      sms: reach,
      wechat: reach,
      email: reach,
      'other-person': ['otherPersonName', 'otherPersonRelation', 'contactValue'],
    },
  },
  contactValue: {},
  otherPersonName: {},
  otherPersonRelation: { optional: true },
  mayLeaveMessage: { of: [true, false] },
  maySayWhoCalls: { of: [true, false], below: { false: ['coverWords'] } },
  coverWords: { optional: true },
  days: { of: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], many: true },
  from: { of: halfHours },
  to: { of: halfHours },
  languages: { of: 'languages', many: true },
  accessNeeds: { of: 'accessNeeds', many: true },
  needsNote: { optional: true },
  hasExclusion: { of: [false, true], below: { true: ['excludedUnits', 'exclusionNote'] } },
  excludedUnits: { of: 'units', many: true },
  exclusionNote: { optional: true },
  minorConsentBy: { of: ['guardian', 'statutory-duty'] },
};

/** What the screen of a step asks, in order. */
export const asked: { readonly [Step in StepId]?: readonly AnswerName[] } = {
  danger: ['danger'],
  asker: ['askerRole'],
  category: ['category'],
  age: ['underFourteen'],
  risk: ['risks', 'risksInstead'],
  children: ['childrenPresent'],
  narrative: ['narrative'],
  place: ['place'],
  identity: ['identity'],
  contact: ['channel'],
  'contact-safety': ['mayLeaveMessage', 'maySayWhoCalls', 'days', 'from', 'to'],
  needs: ['languages', 'accessNeeds', 'needsNote'],
  exclusion: ['hasExclusion'],
};

/** The choices of a question, in words. Empty where the federation has none. */
export function optionsOf(view: HelpFormView, answer: AnswerName): Option[] {
  const { of = [] } = questions[answer]!;
  const list: readonly (string | boolean | Item)[] = typeof of === 'string' ? view.state.form![of] : of;
  return list.map((item): Option => {
    if (typeof item === 'object') {
      const { code, label, name = '', hint } = item;
      return {
        value: code,
        label: label ? view.localized(label) : view.t('unit', { name }),
        hint: hint && view.localized(hint),
      };
    }
    const words =
      answer === 'days'
        ? dayWords(view, String(item))
        : answer === 'from' || answer === 'to'
          ? hourWords(view, String(item))
          : view.words(`${answer}-${item}`) || view.words(`any-${item}`);
    return { value: item, label: words, hint: view.words(`${answer}-${item}-hint`) };
  });
}

/** What she answered, and what was asked below it, line by line; with the questions where `labelled`. */
export function linesOf(view: HelpFormView, answer: AnswerName, labelled: boolean): string[] {
  const value = view.state.answers[answer];
  if (value === undefined) return [];
  const { below, of } = questions[answer] || {};
  const options = of ? optionsOf(view, answer) : [];
  const words = [value].flat().map((one) => {
    if (typeof one === 'object') return one.name;
    const option = options.find((candidate) => candidate.value === one);
    return (option && option.label) || String(one);
  });
  const line = words.join(answer === 'place' ? ' · ' : labelled ? ' ' : '\n');
  const more = (below && below[String(value)]) || [];
  return [
    labelled ? `${questionOf(view, answer)} ${line}` : line,
    ...more.flatMap((one) => linesOf(view, one, labelled)),
  ];
}
