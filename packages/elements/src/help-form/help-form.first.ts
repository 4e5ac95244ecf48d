import { html, nothing, type TemplateResult } from 'lit';
import { emergencyPanel, hotline } from './help-form.emergency.js';
import { heading, radios } from './help-form.field.js';
import type { HelpFormView } from './help-form.view.js';

/** What somebody must know before she writes a word; then the question that comes before everything else. */
export function dangerStep(view: HelpFormView): TemplateResult {
  const hint = view.state.form?.riskQuestions[0]?.hint;
  const options = (['yes', 'no', 'unknown'] as const).map((value) => ({
    value,
    label: view.t(`danger-${value}`),
    ...(value === 'yes' ? { reveal: () => emergencyPanel(view) } : {}),
  }));
  return html`<div class="notice safety" part="safety">
      <b>${view.t('safety-title')}</b>
      <ul>
        <li>${view.t('safety-touch')}</li>
        <li class="keys">${view.t('safety-keys')}</li>
        <li>${view.t('safety-history')}</li>
      </ul>
    </div>
    ${radios(view, 'danger', options, { hint: hint && view.localized(hint), heading: true })}`;
}

/** After leaving, in case the page comes back: blank but for a way to begin anew. */
export function closedScreen(view: HelpFormView): TemplateResult {
  return html`<div class="screen">
    <p>${view.t('closed')}</p>
    <div class="actions">
      <button class="button secondary" type="button" @click=${() => view.restart()}>${view.t('open-again')}</button>
    </div>
  </div>`;
}

/** What comes next is not here: it is still coming, or could not be loaded. Nothing has been sent, and a voice is there. */
export function gate(view: HelpFormView, screen: 'loading' | 'offline' | 'service'): TemplateResult {
  const failed = screen !== 'loading';
  return html`${heading(view.t(failed ? 'load-failed' : 'loading'))}
    ${failed ? html`<p>${view.t(`load-failed-${screen}`)} ${view.t('load-failed-kept')}</p>` : nothing}
    <div class="actions">
      ${
        failed
          ? html`<button class="button" part="continue" type="button" @click=${() => view.next()}>
              ${view.t('retry')}
            </button>`
          : nothing
      }
      <button class="button plain" part="back" type="button" @click=${() => view.back()}>${view.t('back')}</button>
    </div>
    ${hotline(view)}`;
}
