import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentItem, OutgoingMessage } from '@fulian/sdk/stores/case-tracker';
import { textBox } from './case-tracker.acts.js';
import { button, said } from './case-tracker.pieces.js';
import type { TrackerView } from './case-tracker.view.js';

/** What she writes to the federation, and what of it is on its way. */
export function writing(view: TrackerView): TemplateResult {
  const { case: own, draft, draftFaults, outbox } = view.state;
  const { store, scratch } = view;
  const waits = outbox.map((message) => outgoing(view, message));
  if (!own!.may.includes('message')) return html`<section>${waits}</section>`;
  const { next, timeline } = own!;
  const asked = next.kind === 'your-answer' && timeline.filter(({ kind }) => kind === 'asked').pop();
  const keep = (words: string) => {
    scratch.sent = false;
    store.setDraft(words);
  };
  const send = () =>
    void store.sendMessage().then((sent) => {
      view.change({ sent });
      if (!sent) view.focus('message');
    });
  const add = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    store.addFiles([...input.files!]);
    // So that the same file can be chosen again after it was removed; and the control forgets its name.
    input.value = '';
  };
  return html`<section part="write">
    <h3><label for="message">${view.t('write')}</label></h3>
    ${asked ? html`<p class="notice said" dir="auto">${asked.words}</p>` : nothing}
    <p class="hint">${view.t('write-hint')}</p>
    <div id="draft-faults">
      ${draftFaults.map(({ code }) => html`<p class="fault" part="fault">${view.t(`draft-${code}`)}</p>`)}
    </div>
    ${textBox('message', draft.words, keep, draftFaults.length > 0 ? 'draft-faults' : undefined)}
    ${draft.attachments.length > 0 ? files(view) : nothing}
    <div class="actions">
      <button class="button" type="button" part="send" @click=${send}>${view.t('send')}</button>
      <label class="button plain choose-file">
        <input class="visually-hidden" id="attachments" type="file" multiple autocomplete="off" @change=${add} />
        ${view.t('add-files')}
      </label>
    </div>
    <p class="done" role="status">${scratch.sent && outbox.length === 0 ? view.t('sent') : nothing}</p>
    ${waits}
  </section>`;
}

function outgoing(view: TrackerView, { key, words, files, status }: OutgoingMessage): TemplateResult {
  const { store } = view;
  const takeBack = () => {
    store.takeBackMessage(key);
    view.focus('message');
  };
  return html`<div class="event hers" part="outgoing">
    <p class=${status === 'sending' ? 'hint' : 'fault'} role=${status === 'sending' ? 'status' : 'alert'}>
      ${view.t(`out-${status}`)}
    </p>
    ${said(words)}
    ${files.length > 0 ? html`<p class="hint">${view.t('files-count', { n: files.length })}</p>` : nothing}
    ${status === 'unknown' ? button(view.t('again'), () => void store.retryMessage(key), 'plain') : nothing}
    ${status === 'refused' ? button(view.t('take-back'), takeBack, 'plain') : nothing}
  </div>`;
}

/** The files of the message that she is writing. */
function files(view: TrackerView): TemplateResult {
  return html`<ul class="files">
      ${view.state.draft.attachments.map((item) => file(view, item))}
    </ul>
    <p class="hint">${view.t('files-kept')}</p>`;
}

function file(view: TrackerView, { key, name, size, sent, status, fault }: AttachmentItem): TemplateResult {
  const { store } = view;
  const percent = Math.floor((100 * sent) / size);
  const remove = () => {
    store.removeFile(key);
    view.focus('attachments');
  };
  const act = (words: string, run: () => void) =>
    html`<button class="button plain" type="button" @click=${run}>
      ${words} <span class="visually-hidden">${name}</span>
    </button>`;
  return html`<li class="card file" part="file">
    <b class="title" translate="no" dir="auto">${name}</b>
    <div class="file-line">
      <span class=${fault ? 'fault' : status === 'stored' ? 'done' : 'hint'} role=${fault ? 'alert' : nothing}
        >${
          fault
            ? view.words(`file-${fault.code}`) || view.t('file-other')
            : view.t(status === 'stored' ? 'file-stored' : 'file-uploading', { percent })
        }</span
      >
      ${fault?.retryable ? act(view.t('again'), () => store.retryFile(key)) : nothing} ${act(view.t('remove'), remove)}
    </div>
  </li>`;
}
