import { html, nothing, type TemplateResult } from 'lit';
import { sign } from './service-map.list.js';
import type { Session } from './service-map.session.js';
import { distanceWords } from './service-map.words.js';

/** One place, in the place of the list: its name at once, and the rest when it has come. */
export function placePanel(session: Session): TemplateResult {
  const { load, point, item } = session.state.selected!;
  const name = point?.name ?? item?.name;
  const category = point?.category ?? item?.category;
  const far = item?.distance === undefined ? '' : ` · ${distanceWords(session, item.distance)}`;
  const isFailed = load === 'error' || session.placeFailed;
  const isPending = !isFailed && (load === 'pending' || !session.place);
  return html`<section class="detail stack" part="detail" aria-labelledby="detail-name">
    <button class="button plain back" part="back" type="button" @click=${() => session.close()}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M14 5l-7 7 7 7"></path></svg>${session.t('back')}
    </button>
    <header class="detail-head">
      ${category ? sign(session, category) : nothing}
      <div>
        <h3 id="detail-name" tabindex="-1" translate="no">${name || session.t('name')}</h3>
        <p class="hint">${category ? session.t(`category-${category}`) : nothing}${far}</p>
      </div>
    </header>
    ${isPending ? html`<p class="hint" role="status">${session.t('loading')}</p>` : nothing}
    ${
      isFailed
        ? html`<div class="notice danger" role="alert">
            <p>${session.t('detail-failed')}</p>
            <button class="button secondary" type="button" @click=${() => session.reload()}>
              ${session.t('retry')}
            </button>
          </div>`
        : nothing
    }
    ${!isFailed && session.place ? session.place.placeBody(session) : nothing}
  </section>`;
}
