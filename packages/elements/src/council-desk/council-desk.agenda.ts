import { html, nothing, type TemplateResult } from 'lit';
import type { DeskDrafts } from '@fulian/sdk/stores/council-desk';
import type { CouncilView } from './council-desk.view.js';

type Agenda = DeskDrafts['meeting']['agenda'];
type Item = Agenda[number];

/** The agenda: items in their order, and where new ones come from. */
export function agendaField(
  { view, shown }: CouncilView,
  { agenda = [] }: Partial<DeskDrafts['meeting']>,
  fault: string | undefined,
): TemplateResult {
  const write = (next: Agenda) => view.store.write('meeting', { agenda: next });
  const add = (item: Item) => write([...agenda, item]);
  const move = (at: number, by: number) => {
    const next = [...agenda];
    const [item] = next.splice(at, 1);
    next.splice(at + by, 0, item!);
    write(next);
  };
  const topics = shown.topics.items.filter(
    ({ id, state }) => state === 'admitted' && !agenda.some((one) => one.topic === id),
  );
  const ballots = shown.ballots.items.filter(
    ({ id, state }) => (state === 'draft' || state === 'open') && !agenda.some((one) => one.ballot === id),
  );
  return html`<fieldset class="field stacked" aria-describedby=${fault ? 'agenda-fault' : nothing}>
    <legend class="label">${view.t('agenda')}</legend>
    ${
      agenda.length === 0
        ? html`<p class="hint">${view.t('agenda-empty')}</p>`
        : html`<ol class="agenda">
            ${agenda.map(
              ({ title, topic, ballot }, at) =>
                html`<li>
                  <span class="agenda-title">
                    ${at + 1}. <bdi>${title}</bdi>
                    ${
                      topic === undefined && ballot === undefined
                        ? nothing
                        : html`<span class="hint"
                            >${view.t(ballot === undefined ? 'agenda-topic' : 'agenda-ballot')}</span
                          >`
                    }
                  </span>
                  <span class="moves">
                    ${at > 0 ? sign(`up-${at}`, '↑', view.t('agenda-up', { title }), () => move(at, -1)) : nothing}
                    ${
                      at < agenda.length - 1
                        ? sign(`down-${at}`, '↓', view.t('agenda-down', { title }), () => move(at, 1))
                        : nothing
                    }
                    ${sign(`remove-${at}`, '×', view.t('agenda-remove', { title }), () => write(agenda.filter((_, index) => index !== at)))}
                  </span>
                </li>`,
            )}
          </ol>`
    }
    ${fault ? html`<p class="fault" id="agenda-fault">${fault}</p>` : nothing}
    ${
      topics.length === 0
        ? nothing
        : chooser(
            { view, shown },
            'agenda-add-topic',
            topics.map(({ id, title }) => [id, title] as const),
            (id, title) => add({ title, topic: id }),
          )
    }
    ${
      ballots.length === 0
        ? nothing
        : chooser(
            { view, shown },
            'agenda-add-ballot',
            ballots.map(({ id, motion }) => [id, motion.title] as const),
            (id, title) => {
              const { topic } = ballots.find((one) => one.id === id)!.motion;
              add({ title, ballot: id, ...(topic !== undefined && { topic }) });
            },
          )
    }
    ${own({ view, shown }, (title) => add({ title }))}
  </fieldset>`;
}

function sign(id: string, look: string, words: string, press: () => void): TemplateResult {
  return html`<button class="tool" id="agenda-${id}" type="button" aria-label=${words} @click=${press}>
    <span aria-hidden="true">${look}</span>
  </button>`;
}

/** Adds one of what is there already as soon as it is chosen. */
function chooser(
  { view }: CouncilView,
  key: 'agenda-add-topic' | 'agenda-add-ballot',
  choices: readonly (readonly [id: string, title: string])[],
  add: (id: string, title: string) => void,
): TemplateResult {
  const chosen = (event: Event) => {
    const list = event.target as HTMLSelectElement;
    const found = choices.find(([id]) => id === list.value);
    list.value = '';
    if (found) add(...found);
  };
  return html`<div>
    <label class="label" for=${key}>${view.t(key)}</label>
    <select class="input" id=${key} autocomplete="off" @change=${chosen}>
      <option value="">${view.t('agenda-choose')}</option>
      ${choices.map(([id, title]) => html`<option .value=${id}>${title}</option>`)}
    </select>
  </div>`;
}

function own({ view }: CouncilView, add: (title: string) => void): TemplateResult {
  const take = (field: HTMLInputElement) => {
    const title = field.value.trim();
    if (title === '') return;
    field.value = '';
    add(title);
  };
  return html`<div>
    <label class="label" for="agenda-own">${view.t('agenda-add-own')}</label>
    <div class="add-row">
      <input
        class="input"
        id="agenda-own"
        maxlength="100"
        autocomplete="off"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          // Enter adds the item and does not save the meeting.
          event.preventDefault();
          take(event.target as HTMLInputElement);
        }}
      />
      <button
        class="tool"
        id="agenda-own-add"
        type="button"
        @click=${(event: Event) =>
          take((event.currentTarget as HTMLElement).previousElementSibling as HTMLInputElement)}
      >
        ${view.t('agenda-add')}
      </button>
    </div>
  </div>`;
}
