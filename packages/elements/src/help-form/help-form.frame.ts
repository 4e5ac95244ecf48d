import { html, nothing, type TemplateResult } from 'lit';
import { faultWords } from './help-form.faults.js';
import type { HelpFormView } from './help-form.view.js';

/** How far she is, in words and as a line. */
export function progress(view: HelpFormView): TemplateResult {
  const { steps, step } = view.state;
  // How many there are is known with the later steps.
  const count = steps.length;
  const n = Math.max(steps.indexOf(step), 0) + 1;
  return html`<div class="progress" part="progress">
    ${count > 0 ? view.t('progress', { n, count }) : view.t('loading')}
    <progress max=${count || 14} .value=${n} aria-hidden="true"></progress>
  </div>`;
}

/** What is to be changed on this screen; takes the focus. Each entry leads to its field and says the same words. */
export function errorSummary(view: HelpFormView): TemplateResult | typeof nothing {
  const { faults } = view.state;
  if (faults.length === 0) return nothing;
  return html`<div
    class="error-summary"
    id="error-summary"
    part="error-summary"
    role="group"
    aria-labelledby="error-title"
    tabindex="-1"
  >
    <b id="error-title">${view.t('error-title')}</b>
    <ul>
      ${faults.map(
        (fault) =>
          html`<li>
            <button class="button plain error-link" type="button" @click=${() => view.focus(fault.answer)}>
              ${faultWords(view, fault)}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Continue and Back; on the last screen Submit. */
export function actions(view: HelpFormView): TemplateResult {
  const { step, submission } = view.state;
  const sending = submission === 'sending';
  const forward =
    step === 'check'
      ? html`<button
          class="button"
          part="submit"
          type="button"
          aria-disabled=${sending ? 'true' : nothing}
          @click=${() => view.submit()}
        >
          ${view.t('submit')}
        </button>`
      : html`<button class="button" part="continue" type="button" @click=${() => view.next()}>
          ${view.t('continue')}
        </button>`;
  return html`<div class="actions">
    ${forward}
    ${
      step === 'danger' || sending
        ? nothing
        : html`<button class="button plain" part="back" type="button" @click=${() => view.back()}>
            ${view.t('back')}
          </button>`
    }
    <p class="hint" role="status">${sending ? view.t('sending') : nothing}</p>
  </div>`;
}
