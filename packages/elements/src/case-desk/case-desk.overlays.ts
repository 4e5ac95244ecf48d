import { html, nothing, type TemplateResult } from 'lit';
import { penKeys, stepKeys } from './case-desk.keys.js';
import type { DeskView } from './case-desk.view.js';

/** Keeps the keyboard within what lies on top. */
function trap(event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const box = event.currentTarget as HTMLElement;
  const all = [...box.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]')];
  const root = box.getRootNode() as ShadowRoot;
  const [first] = all;
  const last = all[all.length - 1];
  const { activeElement: here } = root;
  if (event.shiftKey ? here === first || here?.id === 'overlay-title' : here === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

function over(view: DeskView, title: string, body: unknown): TemplateResult {
  return html`<div class="overlay" part="overlay">
    <div class="overlay-box" role="dialog" aria-modal="true" aria-labelledby="overlay-title" @keydown=${trap}>
      <div class="line">
        <h2 class="overlay-title" id="overlay-title" tabindex="-1">${title}</h2>
        <button class="tool" id="overlay-close" type="button" @click=${() => view.lay(undefined)}>
          ${view.t('close')}
        </button>
      </div>
      ${body}
    </div>
  </div>`;
}

/** Every key, and what it does. */
export function shortcutsOverlay(view: DeskView): TemplateResult {
  const rows: (readonly [keys: string, words: string])[] = [
    ['j ↓ / k ↑', view.t('key-move')],
    ['PageDown PageUp Home End', view.t('key-jump')],
    ['Enter', view.t('key-open')],
    ['Esc / u', view.t('key-back')],
    ['/', view.t('key-find')],
    ['r', view.t('key-reload')],
    ['i', view.t('register-open')],
    ...Object.keys(penKeys).map((key) => [key, view.t(`pen-${penKeys[key]!}`)] as const),
    ...Object.keys(stepKeys).map((key) => [key, view.t(`do-${stepKeys[key]!}`)] as const),
    ['Ctrl + Enter', view.t('key-send')],
    ['p', view.t('do-print')],
    ['l', view.t('lock')],
    ['?', view.t('shortcuts-open')],
  ];
  return over(
    view,
    view.t('shortcuts-open'),
    html`<p class="hint">${view.t('keys-note')}</p>
      <dl class="keys">
        ${rows.map(
          ([keys, words]) =>
            html`<div class="key">
              <dt translate="no">${keys}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>`,
  );
}

/** What goes on paper. */
export function printOverlay(view: DeskView): TemplateResult {
  const failed = view.scratch.fileFailed;
  return over(
    view,
    view.t('do-print'),
    html`<p>${view.t('print-note')}</p>
      ${failed ? html`<p class="fault" role="alert">${view.t('print-failed')}</p>` : nothing}
      <p class="line">
        <button class="button" id="print-without" type="button" @click=${() => view.print(false)}>
          ${view.t('print-without-notes')}
        </button>
        <button class="button secondary" id="print-with" type="button" @click=${() => view.print(true)}>
          ${view.t('print-with-notes')}
        </button>
      </p>`,
  );
}
