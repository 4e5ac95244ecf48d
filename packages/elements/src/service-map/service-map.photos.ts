import { html, nothing, type TemplateResult } from 'lit';
import type { ServicePoint } from '@fulian/sdk/stores/service-map';
import type { ServiceMapView } from './service-map.view.js';

type Photo = NonNullable<ServicePoint['photos']>[number];

/**
 * The photos of a place: a row that scrolls, and one of them large in a dialog over the page. What does not load (a page
 * whose security policy has no `img-src` for the service, a weak line) is left out without a word.
 */
export function photos(view: ServiceMapView, { photos: all = [] }: ServicePoint): TemplateResult | typeof nothing {
  const { scratch } = view;
  const { broken = [], photo: opened } = scratch;
  const shown = all.filter(({ id }) => !broken.includes(id));
  const count = shown.length;
  if (count === 0) return nothing;
  const at = Math.min(opened ?? 0, count - 1);
  const drop = (id: string) => {
    scratch.broken = [...broken, id];
    // The dialog goes with the last one, and the focus with it.
    if (opened !== undefined && count === 1) view.focus('detail-name');
    else view.redraw();
  };
  const picture = (photo: Photo, size: 'small' | 'large') => {
    const { id, alt, width, height, paths } = photo;
    const own = alt[view.language];
    return html`<img
      src=${view.store.addressOf(paths[size])}
      alt=${own ?? alt['zh-CN']}
      lang=${own === undefined ? 'zh-CN' : nothing}
      width=${width}
      height=${height}
      loading="lazy"
      decoding="async"
      crossorigin="anonymous"
      referrerpolicy="no-referrer"
      @error=${() => drop(id)}
    />`;
  };
  const show = (next: number) => {
    scratch.photo = next;
    view.redraw();
  };
  const step = (by: number) => show((at + by + count) % count);
  const open = (event: Event, next: number) => {
    const dialog = (event.currentTarget as HTMLElement).closest('ul')!.nextElementSibling as HTMLDialogElement;
    show(next);
    // Engines without modal dialogs have it over the page all the same.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
  };
  const closed = () => {
    delete scratch.photo;
    view.focus(`photo-${at}`);
  };
  const close = ({ currentTarget }: Event) => {
    const dialog = (currentTarget as HTMLElement).closest('dialog')!;
    if (dialog.close) dialog.close();
    else {
      dialog.removeAttribute('open');
      closed();
    }
  };
  const press = (event: KeyboardEvent) => {
    const ahead = view.page.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'Escape') close(event);
    else if (/^Arrow(Left|Right)$/.test(event.key)) step(event.key === ahead ? 1 : -1);
  };
  const stepper = (by: 1 | -1) =>
    html`<button class="button secondary" part="photo-step" type="button" @click=${() => step(by)}>
      ${view.t(by === 1 ? 'photo-next' : 'photo-back')}
    </button>`;
  return html`<div class="fact screen-only">
    <h4 class="fact-name">${view.t('photos-title')}</h4>
    <ul class="photos" part="photos">
      ${shown.map(
        (photo, next) =>
          html`<li>
            <button class="photo" id="photo-${next}" type="button" @click=${(event: Event) => open(event, next)}>
              ${picture(photo, 'small')}
            </button>
          </li>`,
      )}
    </ul>
    <dialog class="viewer" part="photo-viewer" aria-label=${view.t('photos-title')} @close=${closed} @keydown=${press}>
      <button class="button" part="photo-close" type="button" @click=${close}>${view.t('photo-close')}</button>
      ${opened === undefined ? nothing : picture(shown[at]!, 'large')}
      ${
        count > 1
          ? html`<div class="row steps">
              ${stepper(-1)}
              <span role="status">${view.t('photo-count', { n: at + 1, count })}</span>
              ${stepper(1)}
            </div>`
          : nothing
      }
    </dialog>
  </div>`;
}
