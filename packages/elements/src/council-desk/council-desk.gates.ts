import { html, nothing, type TemplateResult } from 'lit';
import type { FulianError } from '@fulian/sdk';
import type { ActState, ListState } from '@fulian/sdk/stores/council-desk';
import type { DeskView, Scratch } from './council-desk.view.js';

/** The screen as it is before anybody does anything. */
export const freshScratch = (): Scratch => ({
  place: { section: 'roll' },
  question: undefined,
  small: undefined,
  find: '',
  findName: '',
  chosen: new Set(),
  showsLeft: false,
  cardsPrinted: false,
  options: [],
  printFailed: false,
});

/** Something is on its way. */
export function waiting(view: DeskView): TemplateResult {
  return html`<p class="saying hint" role="status">${view.t('loading')}</p>`;
}

/** Something could not be loaded. */
export function failed(view: DeskView, error: FulianError | undefined, again: () => void): TemplateResult {
  return html`<div class="saying" role="alert">
    <p><b>${view.t('load-failed')}</b></p>
    ${error ? html`<p>${view.failure(error)}</p>` : nothing}
    ${error?.requestId === undefined ? nothing : html`<p class="hint" translate="no">${error.requestId}</p>`}
    <button class="button" id="again" type="button" @click=${again}>${view.t('retry')}</button>
  </div>`;
}

/** A list in its four states; `rows` draws what is there. What was here stays while it is read again. */
export function listed<Item>(
  view: DeskView,
  list: ListState<Item>,
  rows: (items: readonly Item[]) => TemplateResult,
  rest: { readonly empty: string; readonly more?: () => void; readonly again: () => void },
): TemplateResult {
  const { load, items, hasMore, error } = list;
  if (items.length === 0) {
    if (load === 'error') return failed(view, error, rest.again);
    if (load !== 'complete') return waiting(view);
    return html`<p class="saying hint" id="empty" role="status">${rest.empty}</p>`;
  }
  return html`${rows(items)}
  ${
    load === 'error'
      ? html`<div class="notice danger" role="alert">
          ${view.t('list-stale')} ${error ? view.failure(error) : nothing}
          <button class="tool" id="again" type="button" @click=${rest.again}>${view.t('retry')}</button>
        </div>`
      : nothing
  }
  ${
    hasMore && rest.more
      ? html`<p><button class="tool" id="more" type="button" @click=${rest.more}>${view.t('more')}</button></p>`
      : nothing
  }`;
}

/** How far an act is; nothing where it is done or was not tried. */
export function actSaid(view: DeskView, act: ActState | undefined, id = 'act-said'): TemplateResult | typeof nothing {
  if (!act || act.status === 'done') return nothing;
  const { status, error, faults = [] } = act;
  const isWrong = status === 'failed' || status === 'unknown';
  return html`<div
    class="notice ${isWrong ? 'danger' : ''}"
    id=${id}
    tabindex="-1"
    role=${isWrong ? 'alert' : 'status'}
  >
    <p>${view.t(`act-${status}`)}</p>
    ${error && status === 'failed' ? html`<p>${view.failure(error)}</p>` : nothing}
    ${faults.map(({ where, code }) => html`<p>${where === 'checks' ? view.words('check', `${code}-not`) : view.words('fault', code)}</p>`)}
  </div>`;
}

/** Whether an act is on its way, so that its button does nothing. */
export function isBusy(act: ActState | undefined): boolean {
  return act?.status === 'sending' || act?.status === 'waiting';
}
