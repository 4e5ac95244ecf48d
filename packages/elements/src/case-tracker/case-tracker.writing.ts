import { html, nothing, type TemplateResult } from 'lit';
import type { OutgoingMessage } from '@fulian/sdk/stores/case-tracker';
import { button, said, textBox } from './case-tracker.pieces.js';
import type { TrackerView } from './case-tracker.view.js';

/** What she writes to the federation, and what of it is on its way. */
export function writing(view: TrackerView): TemplateResult | typeof nothing {
  const { case: own, draft, draftFaults, outbox } = view.state;
  const { store, scratch } = view;
  const waits = outbox.map((message) => outgoing(view, message));
  if (!own!.may.includes('message')) return outbox.length > 0 ? html`<section>${waits}</section>` : nothing;
  const { next, timeline } = own!;
  const asked = next.kind === 'your-answer' && timeline.filter(({ kind }) => kind === 'asked').pop();
  const keep = (words: string) => {
    scratch.sent = false;
    store.setDraft(words);
  };
  return html`<section part="write">
    <h3><label for="message">${view.t('write')}</label></h3>
    ${asked ? html`<p class="notice said" dir="auto">${asked.words}</p>` : nothing}
    <p class="hint">${view.t('write-hint')}</p>
    <div id="draft-faults">
      ${draftFaults.map(({ code }) => html`<p class="fault" part="fault">${view.t(`draft-${code}`)}</p>`)}
    </div>
    ${textBox('message', draft.words, keep, draftFaults.length > 0 ? 'draft-faults' : undefined)}
    ${
      draft.attachments.length > 0
        ? (view.more?.files(view) ??
          html`<p class="hint">${view.t('files-count', { n: draft.attachments.length })}</p>`)
        : nothing
    }
    <div class="actions">
      <button class="button" type="button" part="send" @click=${() => view.send()}>${view.t('send')}</button>
      <label class="button plain choose-file">
        <input
          class="visually-hidden"
          id="attachments"
          type="file"
          multiple
          autocomplete="off"
          @change=${(event: Event) => view.addFiles(event.target as HTMLInputElement)}
        />
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
