import { html, nothing, type TemplateResult } from 'lit';
import type { OwnCaseEvent } from '@fulian/sdk/stores/case-tracker';
import { actionLine } from './case-tracker.acts.js';
import { button } from './case-tracker.pieces.js';
import { type TrackerView, nameIn } from './case-tracker.view.js';

type Attachment = NonNullable<OwnCaseEvent['attachments']>[number];

/** How a file is called on her phone, by what it is: the end of its name tells the phone what opens it. */
const endings: readonly (readonly [kind: RegExp, ending: string])[] = [
  [/jpeg/, 'jpg'],
  [/mpeg/, 'mp3'],
  [/x-m4a|audio.mp4/, 'm4a'],
  [/quicktime/, 'mov'],
  [/3gpp/, '3gp'],
  [/wordprocessing/, 'docx'],
  [/spreadsheet/, 'xlsx'],
  [/presentation/, 'pptx'],
];

/** The files of something that happened, by name. Which one is saved says nothing of it on her phone. */
export function filesOf(view: TrackerView, { at, attachments }: OwnCaseEvent): TemplateResult {
  const isWanted = view.scratch.files === at;
  return html`<ul class="files" id=${isWanted ? 'files' : nothing} tabindex=${isWanted ? '-1' : nothing}>
    ${attachments!.map((one, index) => file(view, one, index + 1))}
  </ul>`;
}

function file(view: TrackerView, one: Attachment, number: number): TemplateResult {
  const { scratch, state, store } = view;
  const { id, size } = one;
  const name = nameIn(one.name ?? '');
  const action = state.fileDownload?.id === id ? state.fileDownload : undefined;
  const ask = () => {
    view.change({ saves: id });
    view.focus('file-go');
  };
  const back = () => {
    view.change({ saves: undefined });
    view.focus(`file-${id}`);
  };
  const go = () =>
    void store.downloadFile(id).then((bytes) => {
      if (!bytes) return;
      saveBytes(new Blob([bytes]), `${view.t('download-name')}-${number}${endingOf(one.mediaType)}`);
      back();
    });
  return html`<li class="card" part="attachment">
    <b class="title said" translate="no" dir="auto">${name || view.t('file-nameless', { n: number })}</b>
    <div class="file-line">
      <span class="hint">${sizeIn(size)}</span>
      ${
        scratch.saves === id
          ? nothing
          : html`<button class="button plain" type="button" id="file-${id}" @click=${ask}>
              ${view.t('file-save')} <span class="visually-hidden">${name}</span>
            </button>`
      }
    </div>
    ${
      scratch.saves === id
        ? html`<p><b>${view.t('download-warn')}</b></p>
            <p class="hint">${view.t('download-wechat')}</p>
            <div class="actions">
              ${button(view.t('download-go'), go, '', 'file-go')} ${button(view.t('cancel'), back, 'plain')}
            </div>`
        : nothing
    }
    <p class="done" role="status">${action?.status === 'done' ? view.t('download-done') : nothing}</p>
    ${actionLine(view, action)}
  </li>`;
}

/** Lets the phone save something under a name that says nothing. */
export function saveBytes(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some phones begin to read it only after they have asked where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function endingOf(mediaType = ''): string {
  const known = endings.find(([kind]) => kind.test(mediaType));
  const ending = known?.[1] ?? mediaType.split('/').pop()!;
  return /^[a-z0-9]{2,5}$/.test(ending) ? `.${ending}` : '';
}

/** Bytes as people read them. */
function sizeIn(size: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
