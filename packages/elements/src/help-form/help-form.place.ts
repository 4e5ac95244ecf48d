import { html, nothing, type TemplateResult } from 'lit';
import type { FederationSummary } from '@fulian/sdk/stores/help-form';
import { fieldset, hint } from './help-form.field.js';
import type { PlaceChooser } from './help-form.place-chooser.js';
import type { HelpFormView } from './help-form.view.js';

/** From this many places on there is a box to find one. */
const many = 9;

/** Where it is: township, village, or no more than she wants to say. */
export function placeStep(view: HelpFormView): TemplateResult {
  const { answers, form } = view.state;
  const chosen = answers.place || [];
  const lowest = chosen[chosen.length - 1];
  const above = lowest || form!.federation;
  const up = () => {
    view.answer({ place: chosen.length > 1 ? chosen.slice(0, -1) : undefined });
    view.focus(chosen.length > 1 ? 'place' : 'heading');
  };
  return fieldset(
    view,
    'place',
    { heading: true },
    html`${
      lowest
        ? html`<div class="notice chosen-place">
            <b id="place" tabindex="-1" translate="no"
              >${[form!.federation, ...chosen].map(({ name }) => name).join(' · ')}</b
            >
            <button class="button plain" type="button" @click=${up}>${view.t('place-up')}</button>
          </div>`
        : nothing
    }
    ${above.hasChildren ? level(view, above) : nothing}`,
  );
}

function level(view: HelpFormView, above: { readonly code: string; readonly name: string }): TemplateResult {
  const chooser = view.scratch!.places;
  chooser.show(above.code);
  const { status, places, found, query } = chooser;
  if (status === 'pending') return html`<p class="hint" role="status">${view.t('loading')}</p>`;
  if (status === 'error') {
    const again = () => {
      void chooser.load(above.code);
      view.redraw();
    };
    return html`<div class="notice danger" role="alert">
      <p>${view.t('place-failed')}</p>
      <button class="button secondary" type="button" @click=${again}>${view.t('retry')}</button>
    </div>`;
  }
  if (places.length === 0) return html`${hint(view.t('place-empty'))}`;
  const said =
    query.trim() === ''
      ? nothing
      : found.length > 0
        ? view.t('place-count', { n: found.length })
        : view.t('place-no-match', { query });
  return html`<h3 class="label" id="place-list">${view.t('place-list', { name: above.name })}</h3>
    ${places.length < many ? nothing : filter(view, chooser)}
    <p class="hint count" role="status">${said}</p>
    <ul class="places" aria-labelledby="place-list">
      ${found.map(
        (one) =>
          html`<li>
            <button class="card place" part="place" type="button" translate="no" @click=${() => choose(view, one)}>
              ${one.name}
            </button>
          </li>`,
      )}
    </ul>`;
}

function choose(view: HelpFormView, one: FederationSummary): void {
  view.answer({ place: [...(view.state.answers.place || []), one] });
  view.focus('place');
}

function filter(view: HelpFormView, chooser: PlaceChooser): TemplateResult {
  const find = (event: Event) => {
    chooser.query = (event.target as HTMLInputElement).value;
    view.redraw();
  };
  return html`<label class="hint" for="place-filter">${view.t('place-filter')}</label>
    <input
      class="input"
      id="place-filter"
      autocomplete="off"
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
      writingsuggestions="false"
      .value=${chooser.query}
      @input=${find}
    />`;
}
