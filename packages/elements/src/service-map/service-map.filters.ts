import { html, nothing, type TemplateResult } from 'lit';
import { categories, facilities } from '@fulian/sdk/stores/service-map';
import type { ServiceMapView } from './service-map.view.js';

/** Without the one, or with it where it was not there. */
function toggled<Item>(list: readonly Item[], one: Item): Item[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** What somebody looks for, and near to what. */
export function filters(view: ServiceMapView): TemplateResult {
  const { state, store, scratch } = view;
  const chosen = state.filters;
  const count = chosen.facilities.length;
  const find = (event: Event) => store.setFilters({ text: (event.target as HTMLInputElement).value });
  const offered = categories.filter(
    (_, at) => state.mode === 'service' || state.load !== 'complete' || state.totals[at],
  );
  const toggleFacilities = () => {
    scratch.showsFacilities = !scratch.showsFacilities;
    view.redraw();
  };
  // On a small screen large type would fill it with what to look for, and nothing found.
  const isFolded = view.folds && !scratch.showsFilters;
  const unfold = () => {
    scratch.showsFilters = !scratch.showsFilters;
    view.redraw();
  };
  return html`<div class="filters" part="filters">
    ${nearMe(view)}
    ${
      view.folds
        ? html`<button
            class="chip bare fold"
            part="filters-toggle"
            type="button"
            aria-expanded=${isFolded ? 'false' : 'true'}
            aria-controls="find chips"
            @click=${unfold}
          >
            ${view.t('conditions')}
          </button>`
        : nothing
    }
    <div class="find" id="find" ?hidden=${isFolded}>
      <label for="text">${view.t('text')}</label>
      <input
        class="input"
        id="text"
        part="text"
        type="search"
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck="false"
        writingsuggestions="false"
        .value=${chosen.text}
        @input=${find}
      />
    </div>
    <div class="chips" id="chips" ?hidden=${isFolded} role="group" aria-label=${view.t('conditions')}>
      <button
        class="chip bare"
        part="open-now"
        type="button"
        aria-pressed=${chosen.openNow ? 'true' : 'false'}
        @click=${() => store.setFilters({ openNow: !chosen.openNow })}
      >
        ${view.t('open-now')}
      </button>
      ${offered.map(
        (category) =>
          html`<button
            class="chip"
            part="category"
            type="button"
            data-category=${category}
            aria-pressed=${chosen.categories.includes(category) ? 'true' : 'false'}
            @click=${() => store.setFilters({ categories: toggled(chosen.categories, category) })}
          >
            <span class="sign ${category}" aria-hidden="true" .textContent=${view.t(`sign-${category}`)}></span
            ><span .textContent=${view.t(`short-${category}`)}></span>
          </button>`,
      )}
      <button
        class="chip bare"
        part="facilities-toggle"
        type="button"
        aria-expanded=${scratch.showsFacilities ? 'true' : 'false'}
        aria-controls="facilities"
        @click=${toggleFacilities}
      >
        ${count > 0 ? view.t('facilities-chosen', { n: count }) : view.t('facilities')}
      </button>
    </div>
    <div class="facility-choices" id="facilities" ?hidden=${isFolded || !scratch.showsFacilities}>
      ${
        scratch.showsFacilities
          ? facilities.map(
              (one) =>
                html`<label class="choice"
                  ><input
                    type="checkbox"
                    .checked=${chosen.facilities.includes(one)}
                    @change=${() => store.setFilters({ facilities: toggled(store.state.filters.facilities, one) })}
                  /><span>${view.t(`facility-${one}`)}</span></label
                >`,
            )
          : nothing
      }
    </div>
  </div>`;
}

/** Her position, or the township that she chooses where there is none. */
function nearMe(view: ServiceMapView): TemplateResult {
  const { scratch, state } = view;
  const { locating, showsTownships } = scratch;
  const { me } = state;
  const isNear = me?.source === 'position';
  return html`<div class="stack" part="near">
    <div class="row">
      <button
        class="button ${isNear ? 'secondary' : ''}"
        id="near-me"
        part="near-me"
        type="button"
        aria-disabled=${locating === 'pending' ? 'true' : nothing}
        @click=${() => (isNear ? view.forgetMe() : view.locate())}
      >
        ${view.t(isNear ? 'near-me-off' : 'near-me')}
      </button>
      <button
        class="chip bare"
        part="township-toggle"
        type="button"
        aria-expanded=${showsTownships ? 'true' : 'false'}
        aria-controls="townships"
        @click=${() => view.toggleTownships()}
      >
        ${me?.source === 'township' && me.name ? me.name : view.t('township')}
      </button>
    </div>
    <p class="hint" id="locate-said" role="status" tabindex="-1">
      ${view.t(locating === 'pending' ? 'locating' : locating === 'refused' ? 'locate-refused' : 'locate-note')}
    </p>
    <div id="townships" ?hidden=${!showsTownships}>${showsTownships ? townshipChoice(view) : nothing}</div>
  </div>`;
}

function townshipChoice(view: ServiceMapView): TemplateResult {
  const { townships } = view.scratch;
  if (townships === undefined || townships === 'pending')
    return html`<p class="hint" role="status">${view.t('loading')}</p>`;
  if (townships === 'error') return html`<p class="fault" role="alert">${view.t('township-failed')}</p>`;
  const choose = (event: Event) => view.chooseTownship((event.target as HTMLSelectElement).value);
  const { me } = view.state;
  return html`<label class="township"
    ><span class="visually-hidden">${view.t('township')}</span>
    <select class="input" id="township" part="township" autocomplete="off" @change=${choose}>
      <option value="">${view.t('township-none')}</option>
      ${townships.map(
        ({ code, name }) =>
          html`<option .value=${code} .selected=${me?.source === 'township' && me.name === name}>${name}</option>`,
      )}
    </select></label
  >`;
}
