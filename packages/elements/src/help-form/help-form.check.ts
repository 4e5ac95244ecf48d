import { html, nothing, type TemplateResult } from 'lit';
import type { StepId } from '@fulian/sdk/stores/help-form';
import { hotline } from './help-form.emergency.js';
import { questionOf } from './help-form.faults.js';
import { heading, hint } from './help-form.field.js';
import { asked, linesOf } from './help-form.questions.js';
import type { HelpFormView } from './help-form.view.js';

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
  const { submission, attachments } = view.state;
  const names = asked[step] || [];
  const question = view.words(`${step}-legend`) || questionOf(view, names[0]!);
  const lines =
    step === 'attachments'
      ? attachments.map(({ name }) => name)
      : names.flatMap((name) => linesOf(view, name, step === 'contact-safety'));
  return html`<div class="summary-row">
    <dt>${question}</dt>
    <dd translate="no">
      ${lines.length > 0 ? lines.map((line) => html`<div class="said">${line}</div>`) : hint(view.t('not-answered'))}
    </dd>
    <dd class="summary-change">
      <button
        class="button plain"
        type="button"
        ?disabled=${submission === 'sending'}
        @click=${() => view.change(step)}
      >
        ${view.t('change')} <span class="visually-hidden">${question}</span>
      </button>
    </dd>
  </div>`;
}

/** Not sent, or not known to be sent: never more than is known, and a voice to turn to. */
function unsent(view: HelpFormView): TemplateResult {
  const { code, retryAfter } = view.state.submitError!;
  const lost = code === 'network' || code === 'timeout' || code === 'aborted';
  const reason = lost ? (navigator.onLine ? 'network' : 'offline') : code;
  return html`<div class="notice danger unsent" id="unsent" part="unsent" role="alert" tabindex="-1">
    <b>${view.t('unsent')}</b>
    <p>
      ${view.words(`unsent-${reason}`, { n: retryAfter || 10 }) || view.t('unsent-service')} ${view.t('unsent-kept')}
    </p>
    <button class="button" type="button" part="submit" @click=${() => view.submit()}>${view.t('submit-again')}</button>
    ${hotline(view)}
  </div>`;
}
