import { html, type TemplateResult } from 'lit';
import type { DeskView } from './council-desk.view.js';

/** Keeps the keyboard within what lies on top. */
function trap(event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const box = event.currentTarget as HTMLElement;
  const all = [...box.querySelectorAll<HTMLElement>('button')];
  const { activeElement: here } = box.getRootNode() as ShadowRoot;
  const [first] = all;
  const last = all[all.length - 1];
  if (event.shiftKey ? here === first || here?.id === 'question-title' : here === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

/** Asks before something that nothing undoes; 'no' comes first, so that a second press of Enter destroys nothing. */
export function question(view: DeskView): TemplateResult {
  const { title, words, button, isRisky, act } = view.scratch.question!;
  return html`<div class="overlay" part="overlay">
    <div
      class="overlay-box"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="question-title"
      aria-describedby="question-words"
      @keydown=${trap}
    >
      <h2 id="question-title" tabindex="-1">${title}</h2>
      <div class="stacked" id="question-words">${words.map((line) => html`<p>${line}</p>`)}</div>
      <div class="line">
        <button class="button secondary" id="question-no" type="button" @click=${() => view.ask(undefined)}>
          ${view.t('question-no')}
        </button>
        <button
          class="button ${isRisky ? 'danger' : ''}"
          id="question-yes"
          type="button"
          @click=${() => {
            view.ask(undefined);
            act();
          }}
        >
          ${button}
        </button>
      </div>
    </div>
  </div>`;
}
