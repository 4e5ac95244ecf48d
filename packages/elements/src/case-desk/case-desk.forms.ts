import { html, nothing, type TemplateResult } from 'lit';
import { type CaseStep, type CaseStepKind, filesWith } from '@fulian/sdk/stores/case-desk';
import { chosenFiles, fileChooser } from './case-desk.files.js';
import { helpersField, planField } from './case-desk.plan.js';
import { today } from './case-desk.time.js';
import { targetField, unitField } from './case-desk.transfer.js';
import type { CaseView } from './case-desk.view.js';
import type { DeskKey } from './case-desk.words.js';

type Field = Exclude<keyof CaseStep, 'kind' | 'attachments' | 'words' | 'transfer' | 'repeat'>;

/** What the form of each kind asks besides its words. */
const fields: { readonly [Kind in CaseStepKind]?: readonly Field[] } = {
  assign: ['worker', 'helpers'],
  regrade: ['grade'],
  contact: ['reached', 'on'],
  measure: ['measure', 'on'],
  plan: ['plan'],
  'offer-transfer': ['to', 'named'],
  invite: ['unit'],
  leave: ['unit'],
  resolve: ['next', 'keyFamily'],
  'follow-up': ['outcome', 'on', 'next', 'keyFamily'],
  consent: ['given', 'to'],
};
/** Kinds that cannot do without words. */
const needWords: readonly CaseStepKind[] = [
  'decline',
  'regrade',
  'ask',
  'message',
  'note',
  'extend',
  'offer-transfer',
  'return-transfer',
  'resolve',
  'refuse-closing',
];
/** Kinds of which she reads the words (`isReadByHer` of the rules of a case). */
const readByHer: readonly CaseStepKind[] = ['accept', 'decline', 'ask', 'message', 'extend', 'resolve', 'consent'];
const grades = ['red', 'orange', 'pink', 'none'] as const;
const outcomes = ['stable', 'needs-help', 'not-reached', 'not-wanted'] as const;
const measures = [
  'mediation',
  'counselling',
  'legal-aid',
  'court-mediation',
  'admonition-letter',
  'protection-order',
  'shelter',
  'medical-evidence',
  'hardship-aid',
  'judicial-aid',
  'family-education',
  'visit',
  'other',
] as const;

/** The form of one kind of step; what is written in it is kept until it was taken. */
export function stepForm(shown: CaseView, kind: CaseStepKind): TemplateResult {
  const { view } = shown;
  return html`<form
    class="step-form"
    aria-labelledby="step-title"
    @submit=${(event: Event) => {
      event.preventDefault();
      void view.take(kind);
    }}
  >
    <div class="line">
      <h3 class="step-title" id="step-title" tabindex="-1">${view.t(`do-${kind}`)}</h3>
      <button class="tool" type="button" id="step-close" @click=${() => view.leaveStep()}>${view.t('close')}</button>
    </div>
    ${fields[kind]?.map((one) => fieldOf(shown, kind, one)) ?? nothing} ${wordsField(shown, kind, { rows: 2 })}
    ${sendLine(shown, kind)}
  </form>`;
}

/** Faults, files, and the button that sends; says who is going to read it. */
export function sendLine(shown: CaseView, kind: CaseStepKind): TemplateResult {
  const { view, selected } = shown;
  const isSending = selected.step?.status === 'sending';
  const hers = readByHer.includes(kind);
  const ownWords = kind === 'note' || kind === 'message' || kind === 'ask';
  return html`${faults(shown, kind)} ${filesWith.includes(kind) ? chosenFiles(shown) : nothing}
    <div class="line send-line">
      <button
        class="button send ${hers ? 'hers' : ''}"
        id="send"
        part="send"
        type="submit"
        aria-disabled=${isSending ? 'true' : nothing}
      >
        ${isSending ? view.t('step-sending', { what: view.t(`do-${kind}`) }) : view.t(ownWords ? `send-${kind}` : 'send', { what: view.t(`do-${kind}`) })}
      </button>
      ${filesWith.includes(kind) ? fileChooser(shown) : nothing}
      <span class="audience ${hers ? 'hers' : 'own'}">${view.t(hers ? 'read-by-her' : 'read-by-staff')}</span>
    </div>`;
}

function faults({ view, selected }: CaseView, kind: CaseStepKind): TemplateResult | typeof nothing {
  if (selected.faultsOf !== kind || selected.faults.length === 0) return nothing;
  return html`<div id="step-faults" role="alert" tabindex="-1">
    <ul class="faults fault">
      ${selected.faults.map(({ field, code }) => {
        const [first = ''] = field.split('/');
        return html`<li>${view.words('field', first)}${view.t('colon')}${view.words('fault', code)}</li>`;
      })}
    </ul>
  </div>`;
}

/** The words of a step. */
export function wordsField(shown: CaseView, kind: CaseStepKind, { rows }: { readonly rows: number }): TemplateResult {
  const { view, selected } = shown;
  const required = needWords.includes(kind);
  const label: DeskKey =
    kind === 'note' || kind === 'message' || kind === 'ask'
      ? `words-${kind}`
      : kind === 'decline' || kind === 'resolve' || kind === 'regrade' || kind === 'offer-transfer' || kind === 'extend'
        ? `words-${kind}`
        : 'words-other';
  return html`<div class="field">
    <label class="field-label" for="words"
      >${view.t(label)}${required ? nothing : html` <span class="hint">${view.t('optional')}</span>`}</label
    >
    <textarea
      class="input words ${readByHer.includes(kind) ? 'hers' : 'own'}"
      id="words"
      rows=${rows}
      dir="auto"
      autocomplete="off"
      writingsuggestions="false"
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${selected.faultsOf === kind && selected.faults.some(({ field }) => field === 'words') ? 'true' : nothing}
      .value=${selected.drafts[kind]?.words ?? ''}
      @input=${(event: Event) => view.store.write(kind, { words: (event.target as HTMLTextAreaElement).value })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
        event.preventDefault();
        void view.take(kind);
      }}
    ></textarea>
  </div>`;
}

/** One of several, as radio buttons in a row. */
export function radioField<Value extends string | boolean>(
  { view, selected }: CaseView,
  kind: CaseStepKind,
  name: 'grade' | 'measure' | 'outcome' | 'reached' | 'given',
  options: readonly (readonly [value: Value, words: string])[],
): TemplateResult {
  const chosen = selected.drafts[kind]?.[name];
  return html`<fieldset class="field">
    <legend class="field-label">${view.t(`field-${name}`)}</legend>
    <div class="radios">
      ${options.map(
        ([value, words], at) =>
          html`<label class="radio"
            ><input
              type="radio"
              id="${name}-${at}"
              name=${name}
              autocomplete="off"
              .checked=${chosen === value}
              @change=${() => view.store.write(kind, { [name]: value })}
            /><span>${words}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function fieldOf(shown: CaseView, kind: CaseStepKind, name: Field): TemplateResult | typeof nothing {
  const { view, selected, detail } = shown;
  switch (name) {
    case 'grade':
      return radioField(
        shown,
        kind,
        'grade',
        grades.filter((one) => one !== detail.summary.grade).map((one) => [one, view.gradeName(one)]),
      );
    case 'measure':
      return radioField(
        shown,
        kind,
        'measure',
        measures.map((one) => [one, view.t(`measure-${one}`)]),
      );
    case 'outcome':
      return radioField(
        shown,
        kind,
        'outcome',
        outcomes.map((one) => [one, view.t(`outcome-${one}`)]),
      );
    case 'reached':
      return radioField<boolean>(shown, kind, 'reached', [
        [true, view.t('reached-yes')],
        [false, view.t('reached-no')],
      ]);
    case 'given':
      return radioField<boolean>(shown, kind, 'given', [
        [true, view.t('given-yes')],
        [false, view.t('given-no')],
      ]);
    case 'on':
    case 'next': {
      const now = today(view.now);
      return html`<label class="field small-field"
        ><span class="field-label">${view.t(`field-${name}`)} <span class="hint">${view.t('optional')}</span></span
        ><input
          class="input"
          id=${name}
          type="date"
          autocomplete="off"
          min=${name === 'next' ? now : nothing}
          max=${name === 'on' ? now : nothing}
          .value=${selected.drafts[kind]?.[name] ?? ''}
          @change=${(event: Event) => view.store.write(kind, { [name]: (event.target as HTMLInputElement).value || undefined })}
      /></label>`;
    }
    case 'keyFamily':
      return tick(shown, kind, 'keyFamily', view.t('field-keyFamily'));
    case 'named':
      return namedField(shown, kind);
    case 'worker':
      return workerField(shown);
    case 'helpers':
      return helpersField(shown);
    case 'plan':
      return planField(shown);
    case 'to':
      return targetField(shown, kind);
    case 'unit':
      return unitField(shown, kind);
    default:
      return nothing;
  }
}

function tick(
  { view, selected }: CaseView,
  kind: CaseStepKind,
  name: 'keyFamily' | 'named',
  words: string,
): TemplateResult {
  return html`<label class="radio field"
    ><input
      type="checkbox"
      id=${name}
      autocomplete="off"
      .checked=${selected.drafts[kind]?.[name] === true}
      @change=${(event: Event) => view.store.write(kind, { [name]: (event.target as HTMLInputElement).checked || undefined })}
    /><span>${words}</span></label
  >`;
}

/** C7: a partner agency learns who she is only with her consent. */
function namedField(shown: CaseView, kind: CaseStepKind): TemplateResult {
  const { view, selected, detail } = shown;
  const { to } = selected.drafts[kind] ?? {};
  const lacksConsent = to?.partner !== undefined && detail.transferConsent !== true;
  return html`<div class="field">
    ${tick(shown, kind, 'named', view.t('field-named'))}
    ${
      lacksConsent
        ? html`<p class="notice danger">
            ${view.t(detail.transferConsent === false ? 'consent-refused' : 'consent-needed')}
            ${
              detail.may.includes('consent')
                ? html`<button class="tool" type="button" @click=${() => view.begin('consent')}>
                    ${view.t('do-consent')}
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }
  </div>`;
}

function workerField({ view, selected }: CaseView): TemplateResult {
  const { workers } = view.scratch;
  const { role } = view.member;
  if (role !== 'supervisor') return html`<p class="hint">${view.t('worker-by-supervisor')}</p>`;
  if (workers === 'error')
    return html`<p class="fault" role="alert">
      ${view.t('part-failed')}
      <button class="tool" type="button" @click=${() => view.askWorkers()}>${view.t('retry')}</button>
    </p>`;
  return html`<label class="field small-field"
    ><span class="field-label">${view.t('field-worker')}</span
    ><select
      class="input"
      id="worker"
      autocomplete="off"
      @change=${(event: Event) =>
        view.store.write('assign', { worker: (event.target as HTMLSelectElement).value || undefined })}
    >
      <option value="">${view.t(typeof workers === 'object' ? 'choose' : 'loading')}</option>
      ${
        typeof workers === 'object'
          ? workers.map(
              ({ id, name, federation }) =>
                html`<option .value=${id} .selected=${selected.drafts.assign?.worker === id}>
                  ${name} · ${federation.name}
                </option>`,
            )
          : nothing
      }
    </select></label
  >`;
}
