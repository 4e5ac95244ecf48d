import { html, nothing, type TemplateResult } from 'lit';
import type { HelpFormView } from './help-form.view.js';

/** A number to call. */
export interface PhoneNumber {
  readonly number: string;
  readonly label: string;
}

/** The numbers to call at once: the federation's, and before they are loaded those that hold in all of China. */
function urgentNumbers(view: HelpFormView): readonly PhoneNumber[] {
  const { form } = view.state;
  const configured = form ? form.hotlines.filter((one) => one.urgent) : [];
  if (configured.length > 0) return configured.map(({ number, label }) => ({ number, label: view.localized(label) }));
  return (['110', '120', '12338'] as const).map((number) => ({ number, label: view.t(`emergency-${number}`) }));
}

/** A number that a phone dials when it is tapped. */
export function callLink({ number, label }: PhoneNumber, look = 'secondary'): TemplateResult {
  return html`<a class="button call ${look}" part="call" href="tel:${number}"
    ><b class="call-number">${number}</b> <span class="call-label">${label}</span></a
  >`;
}

/** Large, right below the answer that says so. Said at once to who cannot see it. */
export function emergencyPanel(view: HelpFormView): TemplateResult {
  return html`<div class="notice danger" part="emergency" role="alert">
    <b>${view.t('emergency-title')}</b>
    <div class="calls">${urgentNumbers(view).map((one) => callLink(one, 'danger'))}</div>
  </div>`;
}

/** In one row that stays in reach on every later screen. */
export function emergencyRow(view: HelpFormView): TemplateResult | typeof nothing {
  if (!view.state.inDanger) return nothing;
  return html`<div class="emergency-row" part="emergency" role="status">
    ${urgentNumbers(view).map((one) => callLink(one))}
  </div>`;
}

/** The number that answers day and night: of the urgent ones the last, which is the federation's own. */
export function hotlineNumber(view: HelpFormView): PhoneNumber {
  const numbers = urgentNumbers(view);
  return numbers.find(({ number }) => number === '12338') || numbers[numbers.length - 1]!;
}

/** Where the service cannot be reached, a voice still can. */
export function hotline(view: HelpFormView): TemplateResult {
  return html`<div class="hotline">
    <p>${view.t('hotline-now')}</p>
    ${callLink(hotlineNumber(view))}
  </div>`;
}
