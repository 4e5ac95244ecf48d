import { html, nothing, type TemplateResult } from 'lit';
import type { ServicePoint } from '@fulian/sdk/stores/service-map';
import { feedback } from './service-map.feedback.js';
import { hoursState, week } from './service-map.hours.js';
import type { ServiceMapView } from './service-map.view.js';
import { waysOf } from './service-map.ways.js';

/** All that is known of the selected place, below its name. */
export function placeBody(view: ServiceMapView): TemplateResult | typeof nothing {
  const { point } = view.state.selected!;
  return point ? body(view, point) : nothing;
}

function body(view: ServiceMapView, point: ServicePoint): TemplateResult {
  const { confidential, phone, address, dutyRole, facilities, rating, checkedOn } = point;
  return html`${hoursState(view)}
  ${
    confidential
      ? html`<div class="notice" part="confidential">
          <b>${view.t('confidential-title')}</b>
          <p>${view.t('confidential')}</p>
        </div>`
      : nothing
  }
  ${photosOf(view, point)}
  ${
    phone
      ? html`<a class="button call" part="call" href="tel:${phone.replace(/[^0-9+]/g, '')}"
          ><span class="call-label">${view.t('phone')}</span> <b class="call-number">${phone}</b></a
        >`
      : nothing
  }
  ${
    address
      ? html`<div class="fact">
          <h4 class="fact-name">${view.t('address')}</h4>
          <p translate="no">${address}</p>
        </div>`
      : nothing
  }
  ${confidential ? nothing : wayThere(view, address)}
  ${
    dutyRole
      ? html`<div class="fact">
          <h4 class="fact-name">${view.t('duty')}</h4>
          <p translate="no">${dutyRole}</p>
        </div>`
      : nothing
  }
  ${week(view)}
  ${
    facilities.length > 0
      ? html`<div class="fact">
          <h4 class="fact-name">${view.t('facilities-title')}</h4>
          <ul class="badges" part="facilities">
            ${facilities.map((one) => html`<li class="badge">${view.t(`facility-${one}`)}</li>`)}
          </ul>
        </div>`
      : nothing
  }
  ${
    rating || checkedOn
      ? html`<p class="hint">
          ${rating ? view.t('rated', { n: rating.average.toFixed(1), count: rating.count }) : nothing}
          ${checkedOn ? view.t('checked', { date: checkedOn }) : nothing}
        </p>`
      : nothing
  }
  ${feedback(view)}`;
}

/** Maps of others that show the way; each opens where the phone or the browser opens it. */
function wayThere(view: ServiceMapView, address: string | undefined): TemplateResult {
  const { copied } = view.scratch;
  return html`<div class="fact screen-only" part="way">
    <h4 class="fact-name">${view.t('way-title')}</h4>
    <ul class="row ways">
      ${waysOf(view).map(({ target, href, open }) => {
        const words = view.t(`handover-${target}`);
        return html`<li>
          ${
            open
              ? html`<button class="button secondary" type="button" @click=${open}>${words}</button>`
              : html`<a
                  class="button secondary"
                  part="way-link"
                  href=${href}
                  target="_blank"
                  rel="noopener noreferrer"
                  @click=${() => view.handedOver(target)}
                  >${words}</a
                >`
          }
        </li>`;
      })}
      ${
        address
          ? html`<li>
              <button class="button plain" type="button" @click=${() => view.copy(address)}>
                ${view.t(copied ? 'copied' : 'copy')}
              </button>
            </li>`
          : nothing
      }
    </ul>
    <p class="hint">${view.t('way-note')}</p>
  </div>`;
}

/** Draws photos; fetched for the first place that has any. */
let gallery: typeof import('./service-map.photos.js') | undefined;

function photosOf(view: ServiceMapView, point: ServicePoint): TemplateResult | typeof nothing {
  if (!point.photos) return nothing;
  if (gallery) return gallery.photos(view, point.photos);
  void import('./service-map.photos.js').then(
    (fetched) => {
      gallery = fetched;
      view.redraw();
    },
    // All else that is known of the place is there.
    () => undefined,
  );
  return nothing;
}
