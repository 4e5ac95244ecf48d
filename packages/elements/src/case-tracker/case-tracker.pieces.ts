import { html, nothing, type TemplateResult } from 'lit';
import type { OwnActionState } from '@fulian/sdk/stores/case-tracker';
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

/** How far something is that she did. */
export function actionLine(view: TrackerView, action: OwnActionState | undefined): TemplateResult | typeof nothing {
  if (!action || action.status === 'done') return nothing;
  const { status } = action;
  const sends = status === 'sending';
  return html`<p class=${sends ? 'hint' : 'fault'} role=${sends ? 'status' : 'alert'}>
    ${view.t(`action-${status}`)}
  </p>`;
}

/** Several lines, of which no browser, keyboard or cloud is to remember anything (S2). */
export function textBox(id: string, value: string, keep: (words: string) => void, fault?: string): TemplateResult {
  return html`<textarea
    class="input"
    id=${id}
    rows="4"
    dir="auto"
    autocomplete="off"
    autocorrect="off"
    spellcheck="false"
    writingsuggestions="false"
    aria-invalid=${fault ? 'true' : nothing}
    aria-describedby=${fault || nothing}
    .value=${value}
    @input=${(event: Event) => keep((event.target as HTMLTextAreaElement).value)}
  ></textarea>`;
}
