import { html, nothing, type TemplateResult } from 'lit';
import { type BallotView, titleOf } from './ballot.view.js';

/**
 * An order of preference: by tapping one after the other, and by buttons that move one up or down. What moves keeps the focus, and who
 * listens hears where it is now.
 */
export function ranking(view: BallotView): TemplateResult {
  const { ballot, draft } = view.state;
  const { ranking: mine } = draft;
  const rest = ballot!.options.filter(({ id }) => !mine.includes(id));
  return html`<p class="hint">${view.t('rank-hint')}</p>
    <section>
      <h3 id="mine">${view.t('rank-mine')}</h3>
      ${
        mine.length > 0
          ? html`<ol class="ranked" aria-labelledby="mine">
              ${mine.map((id, at) => ranked(view, id, at))}
            </ol>`
          : html`<p class="empty">${view.t('rank-none')}</p>`
      }
    </section>
    ${
      rest.length > 0
        ? html`<section>
            <h3 id="rest">${view.t('rank-rest')}</h3>
            <ul class="rest" aria-labelledby="rest">
              ${rest.map((one) => unranked(view, one))}
            </ul>
          </section>`
        : nothing
    }`;
}

function ranked(view: BallotView, id: string, at: number): TemplateResult {
  const { store, state } = view;
  const title = titleOf(view, id);
  const last = state.draft.ranking.length - 1;
  const move = (by: 1 | -1) => () => {
    if (!store.move(id, by)) return;
    view.announce(view.t('rank-now', { title, n: at + 1 + by }));
    // At the end of its way the button that was pressed is of no use any more.
    const end = by < 0 ? at + by === 0 : at + by === last;
    view.focus(`${end === by < 0 ? 'down' : 'up'}-${id}`);
  };
  const out = () => {
    store.unrank(id);
    view.announce(view.t('rank-removed', { title }));
    view.focus(`add-${id}`);
  };
  return html`<li class="card" part="ranked">
    <span class="place">${view.t('rank-place', { n: at + 1 })}</span>
    <b class="title" dir="auto">${title}</b>
    <div class="moves">
      ${mover(view, 'rank-up', `up-${id}`, title, at > 0 && move(-1))}
      ${mover(view, 'rank-down', `down-${id}`, title, at < last && move(1))}
      ${mover(view, 'rank-out', `out-${id}`, title, out)}
    </div>
  </li>`;
}

function mover(
  view: BallotView,
  key: 'rank-up' | 'rank-down' | 'rank-out',
  id: string,
  title: string,
  act: (() => void) | false,
): TemplateResult {
  return html`<button
    class="button secondary"
    type="button"
    id=${id}
    aria-disabled=${act ? nothing : 'true'}
    @click=${act || nothing}
  >
    ${view.t(key)}<span class="visually-hidden"> ${title}</span>
  </button>`;
}

function unranked(view: BallotView, { id, title }: { readonly id: string; readonly title: string }): TemplateResult {
  const n = view.state.draft.ranking.length + 1;
  const add = () => {
    const next = view.state.ballot!.options.find((one) => one.id !== id && !view.state.draft.ranking.includes(one.id));
    view.store.rank(id);
    view.announce(view.t('rank-now', { title, n }));
    view.focus(next ? `add-${next.id}` : 'next');
  };
  return html`<li>
    <button
      class="choice option"
      type="button"
      part="option"
      id="add-${id}"
      aria-label=${view.t('rank-add', { title, n })}
      @click=${add}
    >
      <span class="place" aria-hidden="true">${n}</span><span dir="auto">${title}</span>
    </button>
  </li>`;
}
