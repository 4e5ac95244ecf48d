import { html, nothing, type TemplateResult } from 'lit';
import type { ServicePoint } from '@fulian/sdk/stores/service-map';
import { feedback } from './service-map.feedback.js';
import { hoursState, week } from './service-map.hours.js';
import { sign } from './service-map.list.js';
import type { ServiceMapView } from './service-map.view.js';
import { distanceWords } from './service-map.words.js';

/** One place with all that is known of it, in the place of the list. */
export function detailPanel(view: ServiceMapView): TemplateResult {
  const { selected } = view.state;
  const { load: status, point, item } = selected!;
  const name = point?.name ?? item?.name;
  const category = point?.category ?? item?.category;
  return html`<section class="detail stack" part="detail" aria-labelledby="detail-name">
    <button class="button plain back" part="back" type="button" @click=${() => view.close()}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M14 5l-7 7 7 7"></path></svg>${view.t('back')}
    </button>
    <header class="detail-head">
      ${category ? sign(view, category) : nothing}
      <div>
        <h3 id="detail-name" tabindex="-1" translate="no">${name || view.t('name')}</h3>
        <p class="hint">${category ? view.t(`category-${category}`) : nothing}${farWords(view)}</p>
      </div>
    </header>
    ${status === 'pending' ? html`<p class="hint" role="status">${view.t('loading')}</p>` : nothing}
    ${
      status === 'error'
        ? html`<div class="notice danger" role="alert">
            <p>${view.t('detail-failed')}</p>
            <button class="button secondary" type="button" @click=${() => view.reload()}>${view.t('retry')}</button>
          </div>`
        : nothing
    }
    ${point ? body(view, point) : nothing}
  </section>`;
}

function farWords(view: ServiceMapView): string {
  const distance = view.state.selected!.item?.distance;
  return distance === undefined ? '' : ` · ${distanceWords(view, distance)}`;
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
      ${view.ways.map(({ target, href, open }) => {
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
