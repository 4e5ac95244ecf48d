import { html, nothing, type TemplateResult } from 'lit';
import type { CaseCounts, QueueSort, QueueView } from '@fulian/sdk/stores/case-desk';
import { errorWords } from '../base/staff-sign-in.js';
import { filterPanel, filtersSet } from './case-desk.filters.js';
import { columns } from './case-desk.row.js';
import type { DeskView } from './case-desk.view.js';

const views: readonly (readonly [QueueView, Exclude<keyof CaseCounts, 'lower'> | undefined])[] = [
  ['open', 'all'],
  ['mine', 'mine'],
  ['unassigned', 'unassigned'],
  ['incoming', 'incoming'],
  ['overdue', 'overdue'],
  ['unread', 'unread'],
  ['ended', undefined],
];
const sorts: readonly QueueSort[] = ['due', 'newest', 'changed'];

/** The left side: which cases, and the list itself. */
export function queue(view: DeskView): TemplateResult {
  const { state, store } = view;
  const { queue: list, counts } = state;
  const { filters, total, moved, load } = list;
  return html`<section class="queue" part="queue" aria-label=${view.t('queue')}>
    <div class="queue-head">
      <div class="views" role="group" aria-label=${view.t('queue')}>
        ${views.map(([name, count]) => {
          const n = count === undefined ? undefined : counts?.[count];
          return html`<button
            class="view ${name === 'overdue' && n ? 'hot' : ''}"
            type="button"
            data-view=${name}
            aria-pressed=${filters.view === name ? 'true' : 'false'}
            @click=${() => void store.setFilters({ view: name })}
          >
            ${view.t(`view-${name}`)}${n === undefined ? nothing : html` <b class="count">${counts!.lower?.includes(count!) ? view.t('count-lower', { n }) : n}</b>`}
          </button>`;
        })}
      </div>
      ${finder(view)}
      <div class="line">
        <button
          class="tool"
          id="filters-toggle"
          type="button"
          aria-expanded=${view.scratch.showsFilters ? 'true' : 'false'}
          aria-controls="filters"
          @click=${() => {
            view.scratch.showsFilters = !view.scratch.showsFilters;
            if (view.scratch.showsFilters) view.askWorkers();
            view.redraw();
          }}
        >
          ${filtersSet(filters) > 0 ? view.t('filters-on', { n: filtersSet(filters) }) : view.t('filters')}
        </button>
        <label class="sort"
          ><span class="visually-hidden">${view.t('sort')}</span
          ><select
            class="input"
            id="sort"
            autocomplete="off"
            @change=${(event: Event) =>
              void store.setFilters({ sort: (event.target as HTMLSelectElement).value as QueueSort })}
          >
            ${sorts.map(
              (one) => html`<option .value=${one} .selected=${filters.sort === one}>${view.t(`sort-${one}`)}</option>`,
            )}
          </select></label
        >
        <span class="hint total" role="status"
          >${load === 'complete' ? view.t(list.totalIsLower ? 'total-lower' : 'total', { n: total }) : load === 'pending' ? view.t('filling') : nothing}</span
        >
      </div>
      <div id="filters" ?hidden=${!view.scratch.showsFilters}>
        ${view.scratch.showsFilters ? filterPanel(view) : nothing}
      </div>
      <div role="status">
        ${
          moved > 0
            ? html`<button class="moved" id="moved" type="button" @click=${() => void store.reload()}>
                ${view.t('moved', { n: moved })}
              </button>`
            : nothing
        }
      </div>
    </div>
    ${saying(view)}
    <div
      class="rows"
      id="rows"
      part="rows"
      role="grid"
      tabindex="0"
      aria-label=${view.t('queue')}
      aria-busy=${list.filling ? 'true' : 'false'}
      ?hidden=${load !== 'complete' || total === 0}
    >
      <div class="visually-hidden" role="rowgroup">
        <div role="row" aria-rowindex="1">
          ${columns.map((name) => html`<span role="columnheader">${view.t(`column-${name}`)}</span>`)}
        </div>
      </div>
    </div>
  </section>`;
}

function finder(view: DeskView): TemplateResult {
  const { scratch, store, state } = view;
  const search = (event: Event) => {
    event.preventDefault();
    void store.setFilters({ find: scratch.find });
  };
  const clear = () => {
    scratch.find = '';
    void store.setFilters({ find: '' });
    view.focus('find');
  };
  return html`<form class="finder" role="search" @submit=${search}>
    <label class="visually-hidden" for="find">${view.t('find')}</label>
    <input
      class="input"
      id="find"
      type="search"
      placeholder=${view.t('find')}
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
      writingsuggestions="false"
      maxlength="100"
      .value=${scratch.find}
      @input=${(event: Event) => (scratch.find = (event.target as HTMLInputElement).value)}
    />
    <button class="tool" type="submit">${view.t('find-button')}</button>
    ${
      state.queue.filters.find
        ? html`<button class="tool" id="find-clear" type="button" @click=${clear}>${view.t('find-clear')}</button>`
        : nothing
    }
  </form>`;
}

/** What is said in the place of the list. */
function saying(view: DeskView): TemplateResult | typeof nothing {
  const { queue: list } = view.state;
  if (list.load === 'error')
    return html`<div class="saying" role="alert">
      <p>${errorWords(view, list.error!)}</p>
      <button class="button" id="reload" type="button" @click=${() => void view.store.reload()}>
        ${view.t('retry')}
      </button>
    </div>`;
  if (list.load !== 'complete') return html`<p class="saying hint" role="status">${view.t('loading')}</p>`;
  if (list.total > 0) return nothing;
  const { filters } = list;
  const isPlain = filters.find === '' && filtersSet(filters) === 0;
  return html`<p class="saying hint" id="empty" role="status">${view.t(isPlain ? 'empty' : 'empty-filtered')}</p>`;
}
