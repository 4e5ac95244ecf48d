import { html, nothing, type TemplateResult } from 'lit';
import type { OwnCaseExport } from '@fulian/sdk/stores/case-tracker';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/case-tracker-more.js';
import { actionLine } from './case-tracker.acts.js';
import { saveBytes } from './case-tracker.files.js';
import { button } from './case-tracker.pieces.js';
import { eventWords } from './case-tracker.timeline.js';
import { type Panel, type TrackerView, whenInChina } from './case-tracker.view.js';
import { catalogue } from './case-tracker.words.js';

export { filesOf } from './case-tracker.files.js';
export { questions } from './case-tracker.questions.js';
export { writing } from './case-tracker.writing.js';

catalogue.add('zh-CN', words);

/** Fetches the words of what is here in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/case-tracker-more.js')).words);
}

/** What is unfolded at the end of the page: says what it means, and asks before it does it. */
export function panelOf(view: TrackerView, panel: Panel): TemplateResult {
  const body = { download, withdraw, erase }[panel](view);
  return html`<div class="card" id="panel" part="panel" role="group" aria-labelledby="${panel}-toggle" tabindex="-1">
    ${body}
  </div>`;
}

function back(view: TrackerView): TemplateResult {
  return button(view.t('cancel'), () => view.unfold(undefined), 'plain');
}

function download(view: TrackerView): TemplateResult {
  const { download: action } = view.state;
  const save = () => void view.store.downloadAll().then((all) => all && saveAs(view, all));
  return html`<p><b>${view.t('download-warn')}</b></p>
    <p class="hint">${view.t('download-wechat')}</p>
    <div class="actions">${button(view.t('download-go'), save, '', 'download-go')} ${back(view)}</div>
    <p class="done" role="status">${action?.status === 'done' ? view.t('download-done') : nothing}</p>
    ${actionLine(view, action)}`;
}

/** JSON over several lines, also where the page runs Prototype.js, which gives arrays a `toJSON` that makes texts of them. */
export function readableJson(value: object): string {
  return JSON.stringify(
    value,
    function asItIs(this: Record<string, unknown>, key: string) {
      return this[key];
    },
    2,
  );
}

/** A text that can be read without us, with everything below it as the service sent it. Its name says nothing. */
function saveAs(view: TrackerView, all: OwnCaseExport): void {
  const { timeline } = all.case;
  const lines = [
    ...timeline.map((one) => `${whenInChina(view, one.at)}  ${eventWords(view, one)}\n${one.words ?? ''}\n`),
    `${view.t('download-wrote')}\n${all.request.narrative ?? ''}\n`,
    `${view.t('download-all')}\n${readableJson(all)}\n`,
  ];
  const content = new Blob(['\ufeff', lines.join('\n')], { type: 'text/plain;charset=utf-8' });
  saveBytes(content, `${view.t('download-name')}-${all.exportedAt.slice(0, 10)}.txt`);
}

function withdraw(view: TrackerView): TemplateResult {
  const { store, state } = view;
  const go = () =>
    void store.withdraw().then(() => {
      if (store.state.withdrawal?.status !== 'done') return;
      view.unfold(undefined);
      view.focus('heading');
    });
  return html`<p>${view.t('withdraw-means')}</p>
    <div class="actions">${button(view.t('withdraw-go'), go, 'danger', 'withdraw-go')} ${back(view)}</div>
    ${actionLine(view, state.withdrawal)}`;
}

/** Whoever only holds the phone does not know the number: its last group is asked for. */
function erase(view: TrackerView): TemplateResult {
  const { store, state, scratch } = view;
  const go = (event: Event) => {
    const input = ((event.currentTarget as Element).closest('.card') as Element).querySelector('input')!;
    const typed = input.value.normalize('NFKC').replace(/\D/g, '');
    const wrongGroup = typed !== state.case!.number.slice(-4);
    view.change({ wrongGroup });
    if (wrongGroup) view.focus('group');
    else void store.erase();
  };
  return html`<p><b>${view.t('erase-means')}</b></p>
    <div class="field">
      <label class="label" for="group">${view.t('erase-group')}</label>
      ${scratch.wrongGroup ? html`<p class="fault" id="group-fault" role="alert">${view.t('erase-wrong')}</p>` : nothing}
      <input
        class="input digits"
        id="group"
        dir="ltr"
        inputmode="numeric"
        autocomplete="off"
        autocorrect="off"
        spellcheck="false"
        writingsuggestions="false"
        aria-invalid=${scratch.wrongGroup ? 'true' : nothing}
        aria-describedby=${scratch.wrongGroup ? 'group-fault' : nothing}
      />
    </div>
    <div class="actions">
      <button class="button danger" type="button" id="erase-go" @click=${go}>${view.t('erase-go')}</button>
      ${back(view)}
    </div>
    ${actionLine(view, state.erasure)}`;
}
