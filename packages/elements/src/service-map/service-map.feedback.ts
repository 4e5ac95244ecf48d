import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceMapView } from './service-map.view.js';

/** What can be wrong with a place, in the order in which it is asked for. */
const kinds = ['closed', 'wrong-place', 'wrong-hours', 'wrong-phone', 'missing-facility', 'other'] as const;

/** What can be wrong with what is said of a confidential place: nobody is asked where it is. */
const confidentialKinds = ['wrong-phone', 'other'] as const;

/** 'Something is wrong here' and 'rate it': one form at a time, opened by a button. */
export function feedback(view: ServiceMapView): TemplateResult {
  const { form } = view.scratch;
  const { feedback: sending } = view.state;
  if (sending === 'sent')
    return html`<p class="notice success" id="feedback-said" tabindex="-1" role="status">${view.t('sent')}</p>`;
  const opener = (kind: 'report' | 'rate') =>
    html`<button
      class="chip bare"
      id=${kind}
      part="feedback-opener"
      type="button"
      aria-expanded=${form === kind ? 'true' : 'false'}
      @click=${() => view.openForm(form === kind ? undefined : kind)}
    >
      ${view.t(`${kind}-open`)}
    </button>`;
  return html`<div class="fact screen-only">
    <h4 class="fact-name">${view.t('feedback-title')}</h4>
    <div class="row">${opener('report')} ${isConfidential(view) ? nothing : opener('rate')}</div>
    ${form ? sheet(view, form) : nothing}
  </div>`;
}

function isConfidential(view: ServiceMapView): boolean {
  return view.state.selected!.point!.confidential;
}

function sheet(view: ServiceMapView, form: 'report' | 'rate'): TemplateResult {
  const { scratch, state } = view;
  const isSending = state.feedback === 'sending';
  const choose = (event: Event) => {
    scratch.chosen = (event.target as HTMLInputElement).value;
    scratch.unchosen = false;
    view.redraw();
  };
  const options =
    form === 'report'
      ? (isConfidential(view) ? confidentialKinds : kinds).map((kind) => ({
          value: kind as string,
          label: view.t(`kind-${kind}`),
        }))
      : ['1', '2', '3', '4', '5'].map((value) => ({ value, label: view.t('stars', { n: value }) }));
  // No `<form>`: in a frame or a page that is sandboxed without `allow-forms` it would never be sent.
  return html`<div class="stack feedback" part="feedback">
    <fieldset>
      <legend class="label" id="feedback-legend">${view.t(`${form}-legend`)}</legend>
      <div class="feedback-choices ${form}">
        ${options.map(
          ({ value, label }) =>
            html`<label class="choice">
              <input
                type="radio"
                name="feedback"
                .value=${value}
                .checked=${scratch.chosen === value}
                aria-describedby=${scratch.unchosen ? 'feedback-fault' : nothing}
                @change=${choose}
              />
              <span>${label}</span>
            </label>`,
        )}
      </div>
      ${scratch.unchosen ? html`<p class="fault" id="feedback-fault" role="alert">${view.t('choose')}</p>` : nothing}
    </fieldset>
    ${form === 'report' ? noteField(view) : nothing}
    ${state.feedback === 'error' ? html`<p class="fault" role="alert">${view.t('send-failed')}</p>` : nothing}
    <div class="row">
      <button
        class="button"
        part="send"
        type="button"
        aria-disabled=${isSending ? 'true' : nothing}
        @click=${() => view.send()}
      >
        ${view.t(isSending ? 'sending' : 'send')}
      </button>
      <button class="button plain" type="button" @click=${() => view.openForm(undefined)}>${view.t('cancel')}</button>
    </div>
  </div>`;
}

function noteField(view: ServiceMapView): TemplateResult {
  const { scratch } = view;
  const write = (event: Event) => void (scratch.note = (event.target as HTMLTextAreaElement).value);
  return html`<div>
    <label class="label" for="note">${view.t('note')}</label>
    <p class="hint" id="note-hint">${view.t('note-hint')}</p>
    <textarea
      class="input"
      id="note"
      maxlength="500"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="note-hint"
      .value=${scratch.note}
      @input=${write}
    ></textarea>
  </div>`;
}
