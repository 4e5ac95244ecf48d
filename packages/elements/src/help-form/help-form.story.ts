import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentItem } from '@fulian/sdk/stores/help-form';
import { fileLimits } from './help-form.faults.js';
import { fieldset, textField } from './help-form.field.js';
import type { HelpFormView } from './help-form.view.js';

/** The contract's limit; and how near to it the count is shown. Characters. */
const longest = 5000;
const nearEnd = 500;

/** What happened, in her words; may be left out. */
export function narrativeStep(view: HelpFormView): TemplateResult {
  const left = longest - (view.state.answers.narrative || '').length;
  return html`${textField(view, 'narrative', { heading: true, long: true })}
    <p class="hint count" aria-live="polite">
      ${left > nearEnd ? nothing : view.t(left < 0 ? 'narrative-over' : 'narrative-left', { n: Math.abs(left) })}
    </p>`;
}

/** Photos, recordings, documents; sent while she goes on. */
export function attachmentsStep(view: HelpFormView): TemplateResult {
  const { attachments, form } = view.state;
  const add = (event: Event) => {
    const input = event.target as HTMLInputElement;
    view.store.addFiles([...input.files!]);
    // So that the same file can be chosen again after it was removed; and the control forgets its name.
    input.value = '';
  };
  return fieldset(
    view,
    'attachments',
    { hint: view.t('attachments-hint', fileLimits(form!.attachments)), heading: true },
    html`<ul class="files" ?hidden=${attachments.length === 0}>
        ${attachments.map((item) => file(view, item))}
      </ul>
      <label class="button secondary choose-file">
        <input
          class="visually-hidden"
          id="attachments"
          type="file"
          multiple
          autocomplete="off"
          aria-describedby="attachments-kept"
          @change=${add}
        />
        ${view.t('attachments-add')}
      </label>
      <p class="hint" id="attachments-kept">${view.t('attachments-kept')}</p>`,
  );
}

function file(view: HelpFormView, item: AttachmentItem): TemplateResult {
  const { key, name, size, sent, status, fault } = item;
  const underWay = status === 'waiting' || status === 'uploading';
  const failed = status === 'failed';
  const remove = () => {
    view.store.removeFile(key);
    view.focus('attachments');
  };
  const button = (words: string, act: () => void) =>
    html`<button class="button plain" type="button" @click=${act}>
      ${words} <span class="visually-hidden">${name}</span>
    </button>`;
  return html`<li class="card file" part="file">
    <b translate="no">${name}</b>
    ${underWay ? html`<progress aria-label=${name} max=${size} .value=${sent}></progress>` : nothing}
    <div class="file-line">
      <span class=${failed ? 'fault' : status === 'stored' ? 'done' : 'hint'} role=${failed ? 'alert' : nothing}
        >${fileWords(view, item)}</span
      >
      ${fault && fault.retryable ? button(view.t('retry'), () => view.store.retryFile(key)) : nothing}
      ${button(view.t(underWay ? 'cancel' : 'remove'), remove)}
    </div>
  </li>`;
}

/** How far a file is, or why it was not taken. */
function fileWords(view: HelpFormView, { status, fault, sent, size }: AttachmentItem): string {
  if (status === 'failed')
    return view.words(`file-${fault!.code}`, fileLimits(view.state.form!.attachments)) || view.t('file-other');
  return view.t(status === 'stored' ? 'file-stored' : 'file-uploading', { percent: Math.floor((100 * sent) / size) });
}
