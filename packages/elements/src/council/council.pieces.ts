import { html, nothing, type TemplateResult } from 'lit';
import type { ActName, CouncilLists, ListState } from '@fulian/sdk/stores/council';
import { dayInChina, timeInChina } from '../base/china-time.js';
import type { CouncilView } from './council.view.js';
import type { CouncilKey } from './council.words.js';

/** A part of a screen, or nothing. */
export type Part = TemplateResult | typeof nothing;

/** A button; `look` is that of the base. */
export function button(words: string, act: () => void, look = '', id = ''): TemplateResult {
  return html`<button class="button ${look}" type="button" id=${id || nothing} @click=${act}>${words}</button>`;
}

/** What somebody wrote: as text, in its own direction, and inside its box whatever is in it. */
export function said(words: string | undefined): Part {
  return words ? html`<p class="said" dir="auto">${words}</p>` : nothing;
}

/** How something stands, as a word with a frame. */
export function badge(words: string, look = ''): TemplateResult {
  return html`<span class="badge ${look}">${words}</span>`;
}

/** A time, in words. */
export function when({ language }: CouncilView, time: string | undefined): string {
  return time ? timeInChina(language, time) : '';
}

/** A day, in words. */
export function day({ language }: CouncilView, date: string): string {
  return dayInChina(language, date);
}

/** What went wrong with a call, in words. */
export function errorWords(view: CouncilView, code: string | undefined): string {
  return view.words(`error-${code === 'timeout' ? 'network' : code}`) ?? view.t('error-other');
}

/** How far something is that she did; nothing where it is simply done. */
export function actLine(view: CouncilView, name: ActName, done?: CouncilKey): Part {
  const act = view.state.acts[name];
  if (!act || (act.status === 'done' && !done)) return nothing;
  const { status, error } = act;
  const words =
    status === 'done'
      ? view.t(done!)
      : (status === 'failed' && view.words(`refused-${error?.code}`)) || view.t(`act-${status}`);
  const look = status === 'done' ? 'done' : status === 'sending' ? 'hint' : 'fault';
  return html`<p class=${look} role=${status === 'failed' ? 'alert' : 'status'}>${words}</p>`;
}

/** What is wrong with a field of what she did, beside the field. */
export function fieldFault(view: CouncilView, name: ActName, field: string): string | undefined {
  const fault = view.state.acts[name]?.faults?.find(({ where }) => where === `body/${field}`);
  return fault && (view.words(`fault-${fault.code}`) ?? view.t('fault-other'));
}

/** Several lines, of which no browser, keyboard or cloud is to remember anything (S2). */
export function textBox(
  id: string,
  value: string,
  keep: (words: string) => void,
  fault?: string,
  rows = 4,
): TemplateResult {
  return html`${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}<textarea
      class="input"
      id=${id}
      rows=${rows}
      dir="auto"
      autocomplete="off"
      autocorrect="off"
      spellcheck="false"
      writingsuggestions="false"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${id}-fault` : nothing}
      .value=${value}
      @input=${(event: Event) => keep((event.target as HTMLTextAreaElement).value)}
    ></textarea>`;
}

/** A list with its four states, and the way to more of it. */
export function listed<Item>(
  view: CouncilView,
  name: keyof CouncilLists,
  { load, error, items, hasMore }: ListState<Item>,
  draw: (item: Item) => TemplateResult,
): TemplateResult {
  const none = `${name}-none`;
  return html`${
    items.length > 0
      ? html`<ul class="items" part="items">
          ${items.map((one) => html`<li class="card" part="item">${draw(one)}</li>`)}
        </ul>`
      : nothing
  }
  ${
    load === 'error'
      ? html`<div class="notice danger" role="alert">
          <p>${errorWords(view, error?.code)}</p>
          ${button(view.t('again'), () => void view.store.refresh(), 'secondary')}
        </div>`
      : load !== 'complete'
        ? html`<p class="hint" role="status">${view.t('loading')}</p>`
        : items.length === 0
          ? html`<p class="empty">${view.words(none)}</p>`
          : nothing
  }
  ${
    hasMore && load === 'complete'
      ? html`<div>${button(view.t('more'), () => void view.store.more(name), 'secondary', 'more')}</div>`
      : nothing
  }`;
}
