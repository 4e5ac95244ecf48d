import { html, nothing, type TemplateResult } from 'lit';
import type { OwnActionState } from '@fulian/sdk/stores/case-tracker';
import type { TrackerView } from './case-tracker.view.js';

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
