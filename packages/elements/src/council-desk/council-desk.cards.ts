import { html, type TemplateResult } from 'lit';
import type { InvitationCard } from '@fulian/sdk/stores/council-desk';
import { tool } from './council-desk.fields.js';
import { day } from './council-desk.time.js';
import type { CouncilView, DeskView } from './council-desk.view.js';

/** How many cards fit on a sheet of A4. */
const onSheet = 8;

/** Cards with their codes. They go to the printer and leave the screen at once; whoever says 'printed' has them forgotten. */
export function cardsScreen({ view, shown }: CouncilView): TemplateResult {
  const { cards } = shown;
  const { scratch, store } = view;
  const away = () => {
    store.forgetCards();
    scratch.cardsPrinted = false;
    view.go({ section: 'roll' });
  };
  const print = () => {
    scratch.cardsPrinted = true;
    view.focus('place-title');
    void view.print('cards', sheets(view, shown.council?.name ?? '', cards));
  };
  const drop = () =>
    view.ask({
      title: view.t('cards-drop-title'),
      words: [view.t('cards-drop-words')],
      button: view.t('cards-drop'),
      isRisky: true,
      backTo: 'cards-drop',
      act: away,
    });
  return html`<div class="stacked">
    <h3 id="place-title" tabindex="-1">${view.t('cards-title', { n: cards.length })}</h3>
    ${
      scratch.cardsPrinted
        ? html`<p class="notice" role="status">${view.t('cards-hidden')}</p>
            <div class="line">
              <button class="button" id="cards-done" type="button" @click=${away}>${view.t('cards-done')}</button>
              ${tool('cards-again', view.t('cards-again'), print)}
            </div>`
        : html`<p class="notice danger">${view.t('cards-note')}</p>
            <div class="line">
              <button class="button" id="cards-print" type="button" @click=${print}>${view.t('cards-print')}</button>
              ${tool('cards-drop', view.t('cards-drop'), drop, 'risky')}
            </div>
            <ul class="cards" part="cards">
              ${cards.map((one) => html`<li class="card" part="card">${face(view, shown.council?.name ?? '', one)}</li>`)}
            </ul>`
    }
  </div>`;
}

/** Cards as they are printed: eight on a sheet, with lines to cut along. */
function sheets(view: DeskView, council: string, cards: readonly InvitationCard[]): readonly TemplateResult[] {
  const all: TemplateResult[] = [];
  for (let from = 0; from < cards.length; from += onSheet)
    all.push(
      html`<div class="sheet">
        ${cards
          .slice(from, from + onSheet)
          .map((one) => html`<div class="card" part="card">${face(view, council, one)}</div>`)}
      </div>`,
    );
  return all;
}

/** One card: what it is, whose, the code in four groups, where to go, what for, and how long it works. */
function face(view: DeskView, council: string, { name, code, expiresAt }: InvitationCard): TemplateResult {
  const { cardAddress } = view;
  return html`<small><bdi>${council}</bdi> · ${view.t('card-for')}</small>
    <span class="card-name"><bdi>${name}</bdi></span>
    <small>${view.t('card-code')}</small>
    <span class="card-code" translate="no"
      >${(code.match(/\d{4}/g) ?? [code]).map((group) => html`<span>${group}</span>`)}</span
    >
    <small>${cardAddress === undefined ? view.t('card-ask') : view.t('card-where', { address: cardAddress })}</small>
    <small>${view.t('card-what')}</small>
    <small>${view.t('card-until', { day: day(view.language, expiresAt) })}</small> `;
}
