import type { HelpForm, HelpFormAnswers, Registration, StepId } from '@fulian/sdk/stores/case-desk';
import type { DeskKey } from './case-desk.words.js';
import type { DeskView } from './case-desk.view.js';

/** One question of a request that is taken down. */
export interface Question {
  readonly name: keyof HelpFormAnswers;
  readonly kind: 'radios' | 'ticks' | 'tick' | 'select' | 'text' | 'long' | 'time' | 'place';
  /** It is only asked where this step of the help form applies. */
  readonly step?: StepId;
  readonly words: string;
  readonly options?: readonly (readonly [value: unknown, words: string])[];
  readonly when?: (answers: Readonly<HelpFormAnswers>) => boolean;
}

const dayCodes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const roles = ['self', 'other', 'witness', 'mandatory-reporter'] as const;

/** All questions in the order in which they are asked on the telephone: danger first, and how she is reached safely. */
export function questions(day: DeskView, registration: Registration): readonly Question[] {
  const form = day.state.form!;
  const t = (key: DeskKey) => day.t(key);
  const list = (name: 'relations' | 'reporterBodies' | 'languages' | 'accessNeeds') =>
    form[name].map(({ code, label }) => [code, day.localized(label)] as const);
  const answers = (['yes', 'no', 'unknown'] as const).map((one) => [one, t(`answer-${one}`)] as const);
  const yesNo = [
    [true, t('answer-yes')],
    [false, t('answer-no')],
  ] as const;
  const [first, ...risks] = form.riskQuestions;
  return [
    {
      name: 'danger',
      kind: 'radios',
      step: 'danger',
      words: first ? day.localized(first.label) : '',
      options: answers,
    },
    {
      name: 'askerRole',
      kind: 'radios',
      step: 'asker',
      words: t('asker'),
      options: roles.map((one) => [one, t(`asker-${one}`)]),
    },
    {
      name: 'relation',
      kind: 'select',
      words: t('relation'),
      options: list('relations'),
      when: ({ askerRole }) => askerRole === 'other',
    },
    {
      name: 'reporterBody',
      kind: 'select',
      words: t('reporter'),
      options: list('reporterBodies'),
      when: ({ askerRole }) => askerRole === 'mandatory-reporter',
    },
    {
      name: 'reporterBodyName',
      kind: 'text',
      words: t('reporter-name'),
      when: ({ askerRole }) => askerRole === 'mandatory-reporter',
    },
    {
      name: 'category',
      kind: 'select',
      step: 'category',
      words: t('filter-category'),
      options: form.categories.map(({ code, label }) => [code, day.localized(label)]),
    },
    { name: 'underFourteen', kind: 'radios', step: 'age', words: t('under-fourteen'), options: answers },
    {
      name: 'risks',
      kind: 'ticks',
      step: 'risk',
      words: t('risk'),
      options: risks.map(({ code, label }) => [code, day.localized(label)]),
      when: ({ risksInstead }) => risksInstead === undefined,
    },
    {
      name: 'risksInstead',
      kind: 'radios',
      step: 'risk',
      words: t('risks-instead'),
      options: [
        ['none', t('risks-none')],
        ['unknown', t('risks-unknown')],
        [undefined, t('risks-some')],
      ],
    },
    { name: 'childrenPresent', kind: 'radios', step: 'children', words: t('children'), options: answers },
    { name: 'narrative', kind: 'long', step: 'narrative', words: t('narrative') },
    { name: 'place', kind: 'place', step: 'place', words: t('place') },
    {
      name: 'identity',
      kind: 'radios',
      step: 'identity',
      words: t('identity'),
      options: [
        ['anonymous', t('anonymous')],
        ['named', t('named')],
      ],
    },
    { name: 'name', kind: 'text', words: t('name'), when: ({ identity }) => identity === 'named' },
    ...contact(day, form, yesNo),
    { name: 'languages', kind: 'ticks', step: 'needs', words: t('languages'), options: list('languages') },
    { name: 'accessNeeds', kind: 'ticks', step: 'needs', words: t('access'), options: list('accessNeeds') },
    { name: 'needsNote', kind: 'text', step: 'needs', words: t('needs') },
    { name: 'hasExclusion', kind: 'radios', step: 'exclusion', words: t('exclusion'), options: yesNo },
    {
      name: 'excludedUnits',
      kind: 'ticks',
      words: t('excluded-units'),
      options: form.units.map(({ code, name }) => [code, name]),
      when: ({ hasExclusion }) => hasExclusion === true,
    },
    ...consents(day, form, registration),
  ];
}

function contact(day: DeskView, form: HelpForm, yesNo: readonly (readonly [boolean, string])[]): Question[] {
  const t = (key: DeskKey) => day.t(key);
  const reached = ({ channel }: Readonly<HelpFormAnswers>) => channel !== undefined && channel !== 'none';
  const other = ({ channel }: Readonly<HelpFormAnswers>) => channel === 'other-person';
  return [
    {
      name: 'channel',
      kind: 'radios',
      step: 'contact',
      words: t('contact'),
      options: form.channels.map((one) => [one, t(`contact-${one}`)]),
    },
    { name: 'otherPersonName', kind: 'text', words: t('contact-person'), when: other },
    { name: 'otherPersonRelation', kind: 'text', words: t('contact-relation'), when: other },
    { name: 'contactValue', kind: 'text', words: t('contact-value'), when: reached },
    { name: 'mayLeaveMessage', kind: 'radios', words: t('ask-leave-message'), options: yesNo, when: reached },
    { name: 'maySayWhoCalls', kind: 'radios', words: t('ask-say-who'), options: yesNo, when: reached },
    {
      name: 'coverWords',
      kind: 'text',
      words: t('cover-words'),
      when: (given) => reached(given) && given.maySayWhoCalls === false,
    },
    {
      name: 'days',
      kind: 'ticks',
      words: t('contact-days'),
      options: dayCodes.map((one) => [one, t(`day-${one}`)]),
      when: reached,
    },
    { name: 'from', kind: 'time', words: t('contact-from'), when: reached },
    { name: 'to', kind: 'time', words: t('contact-to'), when: reached },
  ];
}

/** Read aloud to her, each by itself (PIPL 14, 29, 31). */
function consents(day: DeskView, form: HelpForm, { answers, steps }: Registration): Question[] {
  const minor = answers.underFourteen === 'yes' && steps.includes('age');
  const names = { general: 'consentGeneral', sensitive: 'consentSensitive', minor: 'consentMinor' } as const;
  const asked: Question[] = form.consents
    .filter(({ kind }) => kind !== 'minor' || minor)
    .map(({ kind, purpose }) => ({
      name: names[kind],
      kind: 'tick',
      step: 'consent',
      words: `${day.t(`consent-${kind}`)}${day.t('colon')}${day.localized(purpose)}`,
    }));
  if (minor && answers.askerRole !== 'mandatory-reporter')
    asked.push({
      name: 'minorConsentBy',
      kind: 'radios',
      words: day.t('consent-by'),
      options: [
        ['guardian', day.t('consent-guardian')],
        ['statutory-duty', day.t('consent-duty')],
      ],
    });
  return asked;
}
