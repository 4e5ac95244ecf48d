import { html, nothing, type TemplateResult } from 'lit';
import type { TrackerView } from './case-tracker.view.js';

/** The heading of a screen; takes the focus when the screen appears. */
export function heading(words: string): TemplateResult {
  return html`<h2 class="heading" id="heading" part="heading" tabindex="-1">${words}</h2>`;
}

/** A number that a phone dials when it is tapped. */
export function callLink(number: string, label: string): TemplateResult {
  return html`<a class="button secondary call" part="call" href="tel:${number.replace(/[^\d+*#,-]/g, '')}"
    ><bdi class="call-number">${number}</bdi> <span>${label}</span></a
  >`;
}

/** A button; `look` is that of the base. */
export function button(words: string, act: () => void, look = '', id = ''): TemplateResult {
  return html`<button class="button ${look}" type="button" id=${id || nothing} @click=${act}>${words}</button>`;
}

/** What somebody else wrote, or she herself: as text, in its own direction, and inside its box whatever is in it. */
export function said(words: string | undefined): TemplateResult | typeof nothing {
  return words ? html`<p class="said" dir="auto">${words}</p>` : nothing;
}

/** It is still coming, or could not be loaded: she can try again, and the next answer does it, too. */
export function waiting(view: TrackerView): TemplateResult {
  const failed = view.moreFailed;
  return html`<p class=${failed ? 'fault' : 'hint'} role="status">${view.t(failed ? 'action-failed' : 'loading')}</p>
    ${failed ? button(view.t('again'), () => view.loadMore(), 'plain') : nothing}`;
}
