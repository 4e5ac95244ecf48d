import { examples } from '@fulian/contract/examples';
import { readWords } from './words.js';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** True where one of these holds: an answer has (`=`) or has not (`!=`) a value. */
export type Condition = readonly { readonly field: string; readonly is: '=' | '!='; readonly value: string }[];

/** One control, or one group of them, as any form library knows it. */
export interface Field {
  readonly name: string;
  readonly kind: 'radio' | 'checkbox' | 'text' | 'long-text' | 'select' | 'agree' | 'file' | 'place';
  readonly label: string;
  readonly hint?: string;
  /** What is said where it is left empty; absent: it may be. */
  readonly missing?: string;
  readonly options?: readonly Option[];
  readonly maxLength?: number;
  readonly when?: Condition;
}

/** One screen. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly hint?: string;
  readonly when?: Condition;
  readonly fields: readonly Field[];
}

/** The whole form, free of any library: what each subject turns into its own. */
export interface Questions {
  readonly steps: readonly Step[];
  readonly hotlines: readonly Option[];
  readonly words: Readonly<
    Record<
      'next' | 'back' | 'submit' | 'emergency' | 'errors' | 'change' | 'number' | 'secret' | 'sent' | 'progress',
      string
    >
  >;
}

/** The questions of our form for the contract's standard county, in Chinese. */
export async function readQuestions(): Promise<Questions> {
  const { say, has } = await readWords();
  const form = examples.getHelpForm.answers.standard;
  const hintOf = (name: string, gaps = {}) => (has(`${name}-hint`) ? { hint: say(`${name}-hint`, gaps) } : {});
  const choice = (key: string, value: string): Option => ({ value, label: say(key), ...hintOf(key) });
  /** Words of the question's own for a choice, else those that any question has for it. */
  const keyOf = (name: string, value: string) => (has(`${name}-${value}`) ? `${name}-${value}` : `any-${value}`);
  const choices = (name: string, ...values: string[]) => values.map((value) => choice(keyOf(name, value), value));
  const truth = (name: string) => [choice(keyOf(name, 'true'), 'yes'), choice(keyOf(name, 'false'), 'no')];
  const localized = (list: readonly { code: string; label: { 'zh-CN': string }; hint?: { 'zh-CN': string } }[]) =>
    list.map(({ code, label, hint }) => ({ value: code, label: label['zh-CN'], ...(hint && { hint: hint['zh-CN'] }) }));

  const any = (field: string, ...values: string[]): Condition => values.map((value) => ({ field, is: '=', value }));
  const not = (field: string, value: string): Condition => [{ field, is: '!=', value }];
  const asksRisk = any('category', ...form.categories.filter((one) => one.asksRisk).map((one) => one.code));
  const risky = [...any('danger', 'yes', 'unknown'), ...asksRisk];
  const concernsChild = any(
    'category',
    ...form.categories.filter((one) => 'concernsChild' in one).map((one) => one.code),
  );

  const radio = (name: string, options: readonly Option[], when?: Condition): Field => ({
    name,
    kind: 'radio',
    label: say(`${name}-legend`),
    ...hintOf(name),
    options,
    missing: say('fault-choose', { question: say(`${name}-legend`) }),
    ...(when && { when }),
  });
  const boxes = (name: string, options: readonly Option[], more: Partial<Field> = {}): Field => ({
    name,
    kind: 'checkbox',
    label: say(`${name}-legend`),
    ...hintOf(name),
    options,
    ...more,
  });
  const text = (name: string, maxLength: number, needed: boolean, when?: Condition, key = `${name}-legend`): Field => ({
    name,
    kind: 'text',
    label: say(key),
    ...hintOf(name.replace(/(contactValue).*/, '$1')),
    maxLength,
    ...(needed && { missing: say('fault-write', { question: say(key) }) }),
    ...(when && { when }),
  });
  const hours = Array.from({ length: 48 }, (_, at) => `${String(at >> 1).padStart(2, '0')}:${at % 2 ? '30' : '00'}`);
  const hour = (name: string): Field => ({
    name,
    kind: 'select',
    label: say(`${name}-legend`),
    options: [{ value: '', label: say('any-time') }, ...hours.map((value) => ({ value, label: value }))],
  });
  const agree = (name: string, consent: number, when?: Condition): Field => ({
    name,
    kind: 'agree',
    label: say('agree'),
    hint: `${say(`${name}-legend`)}：${form.consents[consent]!.purpose['zh-CN']}`,
    missing: say('fault-tick', { question: say(`${name}-legend`) }),
    ...(when && { when }),
  });
  /** A screen whose title is its first question, or has words of its own under `key`. */
  const step = (name: string, key: string, fields: readonly Field[], when?: Condition): Step => {
    const title = say(has(`${key}-legend`) ? `${key}-legend` : key);
    const limits = { count: form.attachments.maxCount, size: form.attachments.maxBytes / 2 ** 20 };
    return {
      name,
      title,
      ...hintOf(key, limits),
      fields: fields.map((one) => untitled(one, title)),
      ...(when && { when }),
    };
  };

  return {
    hotlines: form.hotlines
      .filter((one) => one.urgent)
      .map(({ number, label }) => ({ value: number, label: label['zh-CN'] })),
    words: {
      next: say('continue'),
      back: say('back'),
      submit: say('submit'),
      emergency: say('emergency-title'),
      errors: say('error-title'),
      change: say('change'),
      number: say('receipt-number'),
      secret: say('receipt-secret'),
      sent: say('receipt'),
      progress: say('progress'),
    },
    steps: [
      step('danger', 'danger', [radio('danger', choices('danger', 'yes', 'no', 'unknown'))]),
      step('asker', 'askerRole', [
        radio('askerRole', choices('askerRole', 'self', 'other', 'witness', 'mandatory-reporter')),
        radio('relation', localized(form.relations), any('askerRole', 'other')),
        radio('reporterBody', localized(form.reporterBodies), any('askerRole', 'mandatory-reporter')),
        text('reporterBodyName', 100, false, any('askerRole', 'mandatory-reporter')),
      ]),
      step('category', 'category', [radio('category', localized(form.categories))]),
      step(
        'age',
        'underFourteen',
        [radio('underFourteen', choices('underFourteen', 'yes', 'no', 'unknown'))],
        [...not('askerRole', 'self'), ...concernsChild],
      ),
      step(
        'risk',
        'risks',
        [
          boxes('risks', [...localized(form.riskQuestions).slice(1), ...choices('risksInstead', 'none', 'unknown')], {
            missing: say('fault-choose', { question: say('risks-legend') }),
          }),
        ],
        risky,
      ),
      step(
        'children',
        'childrenPresent',
        [radio('childrenPresent', choices('childrenPresent', 'yes', 'no', 'unknown'))],
        [...risky, ...concernsChild],
      ),
      step('narrative', 'narrative', [
        { name: 'narrative', kind: 'long-text', label: say('narrative-legend'), maxLength: 5_000 },
      ]),
      step('attachments', 'attachments', [{ name: 'attachments', kind: 'file', label: say('attachments-add') }]),
      step('place', has('place-self') ? 'place-self' : 'place', [
        { name: 'division', kind: 'place', label: '乡镇、街道' },
      ]),
      step('identity', 'identity', [
        radio('identity', choices('identity', 'anonymous', 'named')),
        text('name', 50, true, any('identity', 'named')),
      ]),
      step('contact', 'channel', [
        radio('channel', choices('channel', ...form.channels)),
        ...form.channels
          .filter((channel) => channel !== 'none')
          .map((channel) =>
            text(`contactValue-${channel}`, 200, true, any('channel', channel), `contactValue-${channel}`),
          ),
        text('otherPersonName', 50, true, any('channel', 'other-person')),
        text('otherPersonRelation', 50, false, any('channel', 'other-person')),
      ]),
      step(
        'contact-safety',
        'contact-safety',
        [
          radio('mayLeaveMessage', truth('mayLeaveMessage')),
          radio('maySayWhoCalls', truth('maySayWhoCalls')),
          text('coverWords', 200, false, any('maySayWhoCalls', 'no')),
          boxes(
            'days',
            days.map(([value, label]) => ({ value, label })),
          ),
          hour('from'),
          hour('to'),
        ],
        not('channel', 'none'),
      ),
      step('needs', 'needs', [
        boxes('languages', localized(form.languages)),
        boxes('accessNeeds', localized(form.accessNeeds)),
        text('needsNote', 500, false),
      ]),
      step('exclusion', 'hasExclusion', [
        radio('hasExclusion', truth('hasExclusion')),
        boxes(
          'excludedUnits',
          form.units.map(({ code, name }) => ({ value: code, label: say('unit', { name }) })),
          {
            missing: say('fault-choose', { question: say('excludedUnits-legend') }),
            when: any('hasExclusion', 'yes'),
          },
        ),
        text('exclusionNote', 500, false, any('hasExclusion', 'yes')),
      ]),
      step('consent', 'consent', [
        agree('consentGeneral', 0),
        agree('consentSensitive', 1),
        agree('consentMinor', 2, any('underFourteen', 'yes')),
        radio('minorConsentBy', choices('minorConsentBy', 'guardian', 'statutory-duty'), any('underFourteen', 'yes')),
      ]),
      step('check', 'check', []),
    ],
  };
}

const days = [
  ['mon', '周一'],
  ['tue', '周二'],
  ['wed', '周三'],
  ['thu', '周四'],
  ['fri', '周五'],
  ['sat', '周六'],
  ['sun', '周日'],
] as const;

/** The hint of a screen's first question stands below its title already. */
function untitled(field: Field, title: string): Field {
  if (field.label !== title) return field;
  const { hint: _, ...rest } = field;
  return rest;
}
