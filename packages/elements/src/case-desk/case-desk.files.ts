import { html, nothing, type TemplateResult } from 'lit';
import type { CaseView } from './case-desk.view.js';

/** The button that adds files to the step that is being written. */
export function fileChooser({ view }: CaseView): TemplateResult {
  const add = (event: Event) => {
    const input = event.target as HTMLInputElement;
    view.store.addFiles([...(input.files ?? [])]);
    input.value = '';
  };
  return html`<label class="tool file-choose"
    ><input class="visually-hidden" id="files" type="file" multiple @change=${add} />${view.t('files-add')}</label
  >`;
}

/** Files for the step that is being written. */
export function chosenFiles({ view, selected }: CaseView): TemplateResult | typeof nothing {
  const { store } = view;
  if (selected.files.length === 0) return nothing;
  return html`<ul class="plain" role="status">
    ${selected.files.map(
      ({ key, name, size, sent, status, fault }) =>
        html`<li class="line">
          <bdi class="said-line">${name}</bdi>
          <span class=${status === 'failed' ? 'fault' : 'hint'}
            >${
              status === 'stored'
                ? view.t('file-stored')
                : status === 'failed'
                  ? view.words('file-fault', fault?.code ?? 'other')
                  : view.t('file-uploading', { percent: Math.floor((100 * sent) / Math.max(1, size)) })
            }</span
          >
          ${
            fault?.retryable
              ? html`<button class="tool" type="button" @click=${() => store.retryFile(key)}>
                  ${view.t('retry')}
                </button>`
              : nothing
          }
          <button class="tool" type="button" @click=${() => store.removeFile(key)}>${view.t('remove')}</button>
        </li>`,
    )}
  </ul>`;
}
