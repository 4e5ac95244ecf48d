import { html, nothing, type TemplateResult } from 'lit';
import { callLink, heading } from './case-tracker.pieces.js';
import type { TrackerView } from './case-tracker.view.js';

/** Digits of each, four a group. */
const lengths = { number: 12, secret: 24 } as const;

/** Asks for number and secret. */
export function receiptScreen(view: TrackerView): TemplateResult {
  const { phase } = view.state;
  const opens = phase === 'opening';
  return html`<div class="screen" part="screen">
    ${heading(view.t('enter'))}
    <p>${view.t('enter-hint')}</p>
    <p class="notice hint" part="safety">${view.t('safety')}</p>
    ${phase === 'error' ? refused(view) : nothing} ${field(view, 'number')} ${field(view, 'secret')}
    <button
      class="button"
      type="button"
      part="open"
      aria-disabled=${opens ? 'true' : nothing}
      @click=${() => view.open()}
    >
      ${view.t(opens ? 'loading' : 'open')}
    </button>
    <details part="lost">
      <summary>${view.t('lost')}</summary>
      <p>${view.t('lost-secret')}</p>
      <p>${view.t('lost-then')}</p>
      ${callLink('12338', view.t('hotline'))}
    </details>
  </div>`;
}

function refused(view: TrackerView): TemplateResult {
  const { code, retryAfter = 30 } = view.state.openError!;
  const isRefused = code === 'receipt-refused';
  return html`<div class="notice danger" id="refused" part="error" role="alert" tabindex="-1">
    <b>${view.t(isRefused ? 'refused' : 'open-failed')}</b>
    <p>
      ${
        isRefused
          ? view.t('refused-why')
          : view.words(`error-${code === 'timeout' ? 'network' : code}`, { n: retryAfter }) || view.t('error-other')
      }
    </p>
  </div>`;
}

/**
 * No form, no `name` and no line of text but a box, so that no browser offers to keep it (S2); in the clear, because it is
 * copied from paper, and as wide as the lines that stand there. Groups form while she types at the end.
 */
function field(view: TrackerView, id: 'number' | 'secret'): TemplateResult {
  const n = lengths[id];
  const fault = view.state.receiptFaults.find((one) => one.field === id);
  const go = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    view.open();
  };
  const group = (event: Event) => {
    const input = event.target as HTMLTextAreaElement;
    const { value } = input;
    const digits = value.normalize('NFKC').replace(/[\s-]/g, '');
    const grows = (event as InputEvent).inputType?.startsWith('insert') && input.selectionEnd === value.length;
    if (grows && !(event as InputEvent).isComposing && /^\d+$/.test(digits))
      input.value = digits.replace(/\d{4}(?=\d)/g, '$& ');
  };
  return html`<div class="field" part="field">
    <label class="label" for=${id}>${view.t(id)}</label>
    <p class="hint" id="${id}-hint">${view.t('groups', { n, groups: n / 4 })}</p>
    ${
      fault
        ? html`<p class="fault" id="${id}-fault" part="fault">
            <span class="visually-hidden">${view.t('fault-prefix')}</span>${view.t(`fault-${fault.code}`, {
              field: view.t(id),
              n,
            })}
          </p>`
        : nothing
    }
    <textarea
      class="input digits"
      id=${id}
      dir="ltr"
      rows=${n / 12}
      inputmode="numeric"
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
      writingsuggestions="false"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${id}-hint ${id}-fault` : `${id}-hint`}
      @input=${group}
      @keydown=${go}
    ></textarea>
  </div>`;
}

/** Nothing of the case, and the way back. */
export function closedScreen(view: TrackerView): TemplateResult {
  const { closedBecause, hasUnsent } = view.state;
  return html`<div class="screen" role="status">
    <p id="closed" tabindex="-1">${view.t('closed')}</p>
    ${closedBecause ? html`<p>${view.t(`closed-${closedBecause}`)}</p>` : nothing}
    ${hasUnsent ? html`<p>${view.t('closed-unsent')}</p>` : nothing}
    <button class="button secondary" type="button" @click=${() => view.restart()}>${view.t('open-again')}</button>
  </div>`;
}
