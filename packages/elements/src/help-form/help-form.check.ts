import { html, nothing, type TemplateResult } from 'lit';
import type { HelpFormAnswers, HelpFormState, StepId } from '@fulian/sdk/stores/help-form';
import { hotline } from './help-form.emergency.js';
import { questionOf } from './help-form.faults.js';
import { coded, heading, hint, type Option } from './help-form.field.js';
import { dayWords, hourWords } from './help-form.time.js';
import type { HelpFormView } from './help-form.view.js';

type Key = keyof HelpFormAnswers;

/** Everything that she said, each with a way back to it. */
export function checkStep(view: HelpFormView): TemplateResult {
  const { steps, submission } = view.state;
  return html`${submission === 'unsent' ? unsent(view) : nothing}
    <div>${heading(view.t('check-legend'))} ${hint(view.t('check-hint'))}</div>
    <dl class="summary" part="summary">
      ${steps.filter((step) => step !== 'check' && step !== 'consent').map((step) => row(view, step))}
    </dl>`;
}

function row(view: HelpFormView, step: StepId): TemplateResult {
  const question = view.words(`${step}-legend`) ?? questionOf(view, asked[step]![0]!);
  const lines = linesOf(view, step);
  return html`<div class="summary-row">
    <dt>${question}</dt>
    <dd translate="no">
      ${lines.length > 0 ? lines.map((line) => html`<div class="said">${line}</div>`) : html`<span class="hint">${view.t('not-answered')}</span>`}
    </dd>
    <dd class="summary-change">
      <button
        class="button plain"
        type="button"
        ?disabled=${view.state.submission === 'sending'}
        @click=${() => view.change(step)}
      >
        ${view.t('change')} <span class="visually-hidden">${question}</span>
      </button>
    </dd>
  </div>`;
}

/** The answers of a step, in the order of its questions. */
const asked: { readonly [Step in StepId]?: readonly Key[] } = {
  danger: ['danger'],
  asker: ['askerRole', 'relation', 'reporterBody', 'reporterBodyName'],
  category: ['category'],
  age: ['underFourteen'],
  risk: ['risks', 'risksInstead'],
  children: ['childrenPresent'],
  narrative: ['narrative'],
  place: ['place'],
  identity: ['identity', 'name'],
  contact: ['channel', 'otherPersonName', 'otherPersonRelation', 'contactValue'],
  'contact-safety': ['mayLeaveMessage', 'maySayWhoCalls', 'coverWords', 'days', 'from', 'to'],
  needs: ['languages', 'accessNeeds', 'needsNote'],
  exclusion: ['hasExclusion', 'excludedUnits', 'exclusionNote'],
};

/** When a follow-up question stands: what she chose before and left again is not sent, and not shown. */
const stands: { readonly [Name in Key]?: (answers: HelpFormAnswers) => boolean } = {
  relation: ({ askerRole }) => askerRole === 'other',
  reporterBody: ({ askerRole }) => askerRole === 'mandatory-reporter',
  reporterBodyName: ({ askerRole }) => askerRole === 'mandatory-reporter',
  name: ({ identity }) => identity === 'named',
  contactValue: ({ channel }) => channel !== 'none',
  otherPersonName: ({ channel }) => channel === 'other-person',
  otherPersonRelation: ({ channel }) => channel === 'other-person',
  coverWords: ({ maySayWhoCalls }) => maySayWhoCalls === false,
  excludedUnits: ({ hasExclusion }) => hasExclusion === true,
  exclusionNote: ({ hasExclusion }) => hasExclusion === true,
};

function linesOf(view: HelpFormView, step: StepId): string[] {
  const { answers, attachments } = view.state;
  if (step === 'attachments') return attachments.map(({ name }) => name);
  return (asked[step] ?? [])
    .filter((key) => answers[key] !== undefined && (stands[key]?.(answers) ?? true))
    .map((key) => {
      const words = wordsOf(view, key);
      return step === 'contact-safety' ? `${questionOf(view, key)} ${words}` : words;
    });
}

/** One answer as she would say it. */
function wordsOf(view: HelpFormView, key: Key): string {
  const value = view.state.answers[key];
  if (typeof value === 'boolean')
    return view.t(key === 'hasExclusion' ? (value ? 'yes' : 'no') : value ? 'may' : 'may-not');
  if (key === 'from' || key === 'to') return hourWords(view, value as string);
  if (key === 'childrenPresent') return view.t(value as 'yes' | 'no' | 'unknown');
  const options = lists[key]?.(view.state.form!, view);
  const one = (item: unknown) =>
    typeof item === 'object'
      ? (item as { name: string }).name
      : (options?.find((option) => option.value === item)?.label ??
        view.words(`${key}-${String(item)}`) ??
        String(item));
  if (key === 'days')
    return (value as NonNullable<HelpFormAnswers['days']>).map((day) => dayWords(view, day)).join(' ');
  return Array.isArray(value) ? value.map(one).join(key === 'place' ? ' · ' : '\n') : one(value);
}

type Form = NonNullable<HelpFormState['form']>;

/** Where the words of an answer are the federation's. */
const lists: { readonly [Name in Key]?: (form: Form, view: HelpFormView) => readonly Option[] } = {
  relation: ({ relations }, view) => coded(view, relations),
  reporterBody: ({ reporterBodies }, view) => coded(view, reporterBodies),
  category: ({ categories }, view) => coded(view, categories),
  risks: ({ riskQuestions }, view) => coded(view, riskQuestions),
  languages: ({ languages }, view) => coded(view, languages),
  accessNeeds: ({ accessNeeds }, view) => coded(view, accessNeeds),
  excludedUnits: ({ units }, view) => units.map(({ code, name }) => ({ value: code, label: view.t('unit', { name }) })),
};

const reasons: { readonly [code: string]: 'answers' | 'files' | undefined } = {
  'invalid-request': 'answers',
  'request-incomplete': 'answers',
  contract: 'answers',
  'attachment-unknown': 'files',
  'attachment-unfinished': 'files',
};

/** Not sent, or not known to be sent: never more than is known, and a voice to turn to. */
function unsent(view: HelpFormView): TemplateResult {
  const { code, retryAfter } = view.state.submitError!;
  const lost = code === 'network' || code === 'timeout' || code === 'aborted';
  const reason = lost ? (navigator.onLine ? 'network' : 'offline') : (reasons[code] ?? code);
  return html`<div class="notice danger unsent" id="unsent" part="unsent" role="alert" tabindex="-1">
    <b>${view.t('unsent')}</b>
    <p>
      ${view.words(`unsent-${reason}`, { n: retryAfter ?? 10 }) ?? view.t('unsent-service')} ${view.t('unsent-kept')}
    </p>
    <button class="button" type="button" part="submit" @click=${() => view.submit()}>${view.t('submit-again')}</button>
    ${hotline(view)}
  </div>`;
}
