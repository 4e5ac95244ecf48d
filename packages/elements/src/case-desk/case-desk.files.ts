import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentItem, RegistrationFiles } from '@fulian/sdk/stores/case-desk';
import type { CaseView, DeskView } from './case-desk.view.js';

/** The button that adds files to the step that is being written. */
export function fileChooser({ view }: CaseView): TemplateResult {
  return chooser(view, 'files', (files) => view.store.addFiles(files));
}

/** The button that adds files; `id` is that of its control. */
export function chooser(view: DeskView, id: string, add: (files: File[]) => void): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    add([...(input.files ?? [])]);
    input.value = '';
  };
  return html`<label class="tool file-choose"
    ><input class="visually-hidden" id=${id} type="file" multiple @change=${chosen} />${view.t('files-add')}</label
  >`;
}

/** Files for the step that is being written. */
export function chosenFiles({ view, selected }: CaseView): TemplateResult | typeof nothing {
  const { store } = view;
  return fileList(view, selected.files, {
    remove: (key) => store.removeFile(key),
    retry: (key) => store.retryFile(key),
  });
}

/** Files that are added, and how far they are. */
export function fileList(
  view: DeskView,
  files: readonly AttachmentItem[],
  { remove, retry }: Pick<RegistrationFiles, 'remove' | 'retry'>,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<div role="status">
    <ul class="plain">
      ${files.map(
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
                ? html`<button class="tool" type="button" @click=${() => retry(key)}>${view.t('retry')}</button>`
                : nothing
            }
            <button class="tool" type="button" @click=${() => remove(key)}>${view.t('remove')}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}
