import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { ServicePoint } from '@fulian/sdk/stores/service-map';
import { photoStyles } from './service-map.photos.styles.js';
import type { ServiceMapView } from './service-map.view.js';

type Photo = NonNullable<ServicePoint['photos']>[number];

/** The maps that have these styles already. */
const dressed = new WeakSet<ServiceMapView['page']['renderRoot']>();

/**
 * The photos of a place: a row that scrolls, and one of them large in a dialog over the page. What does not load (a page
 * whose security policy has no `img-src` for the service, a weak line) is left out without a word. Engines without modal
 * dialogs (Safari before 15.4, Firefox before 98) have the row alone.
 */
export function photos(view: ServiceMapView, all: readonly Photo[]): TemplateResult | typeof nothing {
  dress(view.page.renderRoot);
  const { scratch } = view;
  const { broken = [], photo } = scratch;
  const shown = all.filter(({ id }) => !broken.includes(id));
  const count = shown.length;
  if (count === 0) return nothing;
  const at = Math.min(photo ?? 0, count - 1);
  const show = (next?: number) => {
    scratch.photo = next;
    view.redraw();
  };
  const step = (by: number) => show((at + by + count) % count);
  const picture = ({ id, alt, width, height, paths }: Photo, size: 'small' | 'large') =>
    html`<img
      src=${view.store.addressOf(paths[size])}
      alt=${alt[view.language] ?? alt['zh-CN']}
      lang=${alt[view.language] ? nothing : 'zh-CN'}
      width=${width}
      height=${height}
      loading="lazy"
      decoding="async"
      crossorigin="anonymous"
      @error=${() => {
        scratch.broken = [...(scratch.broken ?? []), id];
        // The dialog goes with the last one, and the focus with it.
        if (photo !== undefined && count === 1) view.focus('detail-name');
        else view.redraw();
      }}
    />`;
  return html`<div class="fact screen-only">
    <h4 class="fact-name">${view.t('photos')}</h4>
    <ul class="photos" part="photos">
      ${all.map((one) => {
        const next = shown.indexOf(one);
        // Hidden and not taken out: those behind it would move up and load again.
        return html`<li ?hidden=${next < 0}>
          <button
            class="photo"
            id="photo-${next}"
            type="button"
            @click=${(event: Event) => {
              const dialog = dialogOf(event);
              if (!dialog.showModal) return;
              show(next);
              dialog.showModal();
              // Heard by every quick exit, which comes above what covers it; what the browser itself tells stays in here.
              dialog.dispatchEvent(new CustomEvent('toggle', { bubbles: true, composed: true }));
            }}
          >
            ${picture(one, 'small')}
          </button>
        </li>`;
      })}
    </ul>
    <dialog
      class="viewer"
      part="photo-viewer"
      aria-label=${view.t('photos')}
      @close=${() => {
        show();
        view.focus(`photo-${at}`);
      }}
      @keydown=${({ key }: KeyboardEvent) => {
        const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
        step(view.page.direction === 'rtl' ? -by : by);
      }}
    >
      <button class="button" type="button" @click=${(event: Event) => dialogOf(event).close()}>
        ${view.t('photo-close')}
      </button>
      ${photo === undefined ? nothing : picture(shown[at]!, 'large')}
      ${
        count > 1
          ? html`<div class="row">
              <button class="button secondary" type="button" @click=${() => step(-1)}>${view.t('photo-back')}</button>
              <span role="status">${at + 1} / ${count}</span>
              <button class="button secondary" type="button" @click=${() => step(1)}>${view.t('photo-next')}</button>
            </div>`
          : nothing
      }
    </dialog>
  </div>`;
}

/** The dialog beside or around what an event comes from. */
function dialogOf({ currentTarget }: Event): HTMLDialogElement {
  return (currentTarget as HTMLElement).closest('.fact')!.querySelector('dialog')!;
}

/** Puts the styles of photos beside those that a map has. */
function dress(root: ServiceMapView['page']['renderRoot']): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  const { elementStyles } = (root as ShadowRoot).host.constructor as typeof LitElement;
  adoptStyles(root as ShadowRoot, [...elementStyles, photoStyles]);
}
