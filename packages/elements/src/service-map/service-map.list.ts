import { html, nothing, type TemplateResult } from 'lit';
import type { Category, MapItem } from '@fulian/sdk/stores/service-map';
import type { ServiceMapView } from './service-map.view.js';
import { distanceWords, type Speaking } from './service-map.words.js';

/** The character of a category on its colour, as it stands on the map. */
export function sign(speaker: Speaking, category: Category): TemplateResult {
  return html`<span class="sign ${category}" aria-hidden="true">${speaker.t(`sign-${category}`)}</span>`;
}

/** The list: everything that the map shows, and the same in words. */
export function pointList(view: ServiceMapView): TemplateResult {
  const { state, scratch } = view;
  const { here } = scratch;
  if (state.load === 'error') return failed(view);
  if (state.load !== 'complete') return html`<p class="hint" role="status">${view.t('loading')}</p>`;
  const items = here ? view.store.itemsOf(here) : state.list;
  return html`${
      here
        ? html`<p><b id="here" tabindex="-1">${view.t('here-title', { n: here.count })}</b></p>
            <button class="button plain back" type="button" @click=${() => view.close()}>${view.t('back')}</button>`
        : html`<p class="said" id="count" role="status" tabindex="-1">${countWords(view)}</p>`
    }
    <ol class="points" part="list" aria-label=${view.t('list-label')}>
      ${items.map((item) => pointCard(view, item))}
    </ol>
    ${items.length === 0 && state.search !== 'pending' ? nothingThere(view) : nothing}
    ${
      !here && state.hasMore
        ? html`<button class="button secondary more" part="more" type="button" @click=${() => view.store.showMore()}>
            ${view.t('more', { n: moreCount(view) })}
          </button>`
        : nothing
    }`;
}

function moreCount({ state }: ServiceMapView): number {
  return state.mode === 'table' ? Math.min(20, state.matching - state.list.length) : 20;
}

function countWords(view: ServiceMapView): string {
  const { matching, total, search, mode, list, me } = view.state;
  if (search === 'pending') return view.t('loading');
  if (search === 'error') return view.t('load-failed');
  if (mode === 'table' && total === 0) return '';
  const n = mode === 'table' ? matching : Math.max(matching, list.length);
  if (n === 0) return view.t('count-none');
  const words = mode === 'table' && n < total ? view.t('count-some', { n, total }) : view.t('count-all', { n });
  return words + view.t(me ? 'order-me' : 'order-map');
}

/** One template and no texts between elements: twenty of these are most of what a visitor's phone has to make at first. */
function pointCard(view: ServiceMapView, item: MapItem): TemplateResult {
  const { category, name, distance } = item;
  const kind = view.t(`category-${category}`);
  const state = stateOf(item);
  return html`<li>
    <button
      class="point-card"
      part="point"
      type="button"
      data-row=${item.row >= 0 ? item.row : item.id || ''}
      @click=${() => view.open(item)}
    >
      <span class="sign ${category}" aria-hidden="true" .textContent=${view.t(`sign-${category}`)}></span>
      <span class="point-text">
        <span class="point-name" translate="no" .textContent=${name || kind}></span>
        <span class="point-kind"
          ><span .textContent=${`${kind} · `}></span><span class="state ${state}" .textContent=${view.t(state)}></span
        ></span>
      </span>
      ${distance === undefined ? nothing : html`<span class="point-far">${distanceWords(view, distance)}</span>`}
    </button>
  </li>`;
}

/** What is said of its hours; the class of the style sheet, too. */
function stateOf({ areaRadius, paused, hours }: MapItem) {
  return areaRadius === undefined ? (paused ? 'paused' : hours) : 'confidential-list';
}

/** Where nothing is to be shown there is still a voice. */
function nothingThere(view: ServiceMapView): TemplateResult {
  const { total, mode } = view.state;
  const isEmpty = mode === 'table' && total === 0;
  const clear = () => {
    view.store.setFilters({ categories: [], facilities: [], openNow: false, text: '' });
    view.focus('count');
  };
  return html`<div class="empty" part="empty">
    <b>${view.t(isEmpty ? 'empty-title' : 'no-match-title')}</b>
    ${isEmpty ? nothing : html`<p>${view.t('no-match')}</p>`}
    ${
      isEmpty
        ? nothing
        : html`<button class="button secondary" part="clear" type="button" @click=${clear}>${view.t('clear')}</button>`
    }
    ${hotline(view)}
  </div>`;
}

function failed(view: ServiceMapView): TemplateResult {
  const isOffline = view.state.loadError?.code === 'network';
  return html`<div class="notice danger stack" part="error" role="alert">
    <b>${view.t('load-failed')}</b>
    <p>${view.t(isOffline ? 'load-failed-offline' : 'load-failed-service')}</p>
    <div class="row">
      <button class="button" part="retry" type="button" @click=${() => void view.store.load()}>
        ${view.t('retry')}
      </button>
    </div>
    ${hotline(view)}
  </div>`;
}

/** The number that answers in all of China. */
function hotline(view: ServiceMapView): TemplateResult {
  return html`<p>
    ${view.t('call')}
    <a class="button secondary call" part="call" href="tel:12338"
      ><b class="call-number">12338</b> <span class="call-label">${view.t('hotline')}</span></a
    >
  </p>`;
}
