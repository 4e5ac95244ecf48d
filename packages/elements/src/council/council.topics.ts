import { html, nothing, type TemplateResult } from 'lit';
import type { Topic, TopicState } from '@fulian/sdk/stores/council';
import { discussion } from './council.discussion.js';
import { actLine, badge, button, day, fieldFault, listed, type Part, said, textBox } from './council.pieces.js';
import { type CouncilView, isBusy, isMember } from './council.view.js';

const states: readonly TopicState[] = ['collected', 'admitted', 'merged', 'declined'];

/** Topics, the way to propose one, and what members say about them. */
export function topicsSection(view: CouncilView): TemplateResult {
  const { topics, topicState, council } = view.state;
  const pick = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    void view.store.setTopicState(states.find((one) => one === value));
  };
  return html`${council!.state === 'active' ? proposal(view) : nothing}
    <label class="filter"
      ><span class="label">${view.t('topics-show')}</span
      ><select class="input" id="topic-state" autocomplete="off" @change=${pick}>
        <option value="" .selected=${topicState === undefined}>${view.t('topics-all')}</option>
        ${states.map(
          (one) => html`<option .value=${one} .selected=${one === topicState}>${view.t(`topic-${one}`)}</option>`,
        )}
      </select></label
    >
    ${listed(view, 'topics', topics, (one) => topic(view, one))}`;
}

function topic(view: CouncilView, one: Topic): TemplateResult {
  const { id, title, words, state, at, by, byYou, seconds, answer, into } = one;
  const other = into && view.state.topics.items.find((each) => each.id === into)?.title;
  return html`<div class="line">
      <h3 class="title" dir="auto">${title}</h3>
      ${badge(view.t(`topic-${state}`), state === 'admitted' ? 'good' : '')}
    </div>
    <p class="hint" dir="auto">
      <bdi>${byYou ? view.t('by-you') : by ? view.t('by', { name: by }) : view.t('by-visitor')}</bdi> · ${day(view, at)}
    </p>
    ${said(words)}
    ${
      answer || other
        ? html`<div class="notice">
            <b>${view.t('answer')}</b>
            ${said(answer)} ${other ? html`<p dir="auto">→ ${other}</p>` : nothing}
          </div>`
        : nothing
    }
    <div class="line acts">
      <span><b>${view.t('seconds', { n: seconds })}</b></span>
      ${seconding(view, one)} ${talk(view, one)}
    </div>
    ${actLine(view, `second ${id}`)} ${discussion(view, one)}`;
}

function seconding(view: CouncilView, { id, title, state, byYou, secondedByYou }: Topic): Part {
  if (!isMember(view) || state !== 'collected' || byYou) return nothing;
  const act = () => void (secondedByYou ? view.store.unsecond(id) : view.store.second(id));
  return html`<button
    class="button ${secondedByYou ? 'plain' : 'secondary'}"
    type="button"
    id="second-${id}"
    aria-disabled=${isBusy(view, `second ${id}`) ? 'true' : nothing}
    @click=${act}
  >
    ${view.t(secondedByYou ? 'unsecond' : 'second')}<span class="visually-hidden"> ${title}</span>
  </button>`;
}

function talk(view: CouncilView, { id, title, comments = 0 }: Topic): Part {
  if (!isMember(view)) return nothing;
  const isOpen = view.state.discussion?.topic === id;
  return html`<button
    class="button plain"
    type="button"
    id="discuss-${id}"
    aria-expanded=${isOpen ? 'true' : 'false'}
    @click=${() => void view.store.openTopic(isOpen ? undefined : id)}
  >
    ${isOpen ? view.t('discuss-fold') : view.t('discuss', { n: comments })}<span class="visually-hidden">
      ${title}</span
    >
  </button>`;
}

/** Where a topic is written, by anyone. */
function proposal(view: CouncilView): TemplateResult {
  const { store, state, unfolded } = view;
  const { proposal: draft, proposed } = state;
  const isThere = state.acts.propose?.status === 'done';
  if (!unfolded.proposal)
    return html`<div>
      ${button(view.t('propose'), () => view.unfold('proposal', true), '', 'propose')}
      ${
        isThere
          ? html`<p class="done" id="proposed" role="status">
              ${view.t(proposed?.state === 'suggested' ? 'suggested' : 'proposed')}
            </p>`
          : nothing
      }
    </div>`;
  const title = fieldFault(view, 'propose', 'title');
  return html`<section class="card" part="proposal" id="proposal">
    <h3 id="proposal-heading" tabindex="-1">${view.t('propose')}</h3>
    <p class="hint">${view.t(isMember(view) ? 'propose-member' : 'propose-visitor')} ${view.t('propose-public')}</p>
    <div class="field">
      <label class="label" for="title">${view.t('propose-title')}</label>
      ${title ? html`<p class="fault" id="title-fault">${title}</p>` : nothing}
      <input
        class="input"
        id="title"
        dir="auto"
        maxlength="100"
        autocomplete="off"
        aria-invalid=${title ? 'true' : nothing}
        aria-describedby=${title ? 'title-fault' : nothing}
        .value=${draft.title}
        @input=${(event: Event) => store.writeProposal({ title: (event.target as HTMLInputElement).value })}
      />
    </div>
    <div class="field">
      <label class="label" for="words">${view.t('propose-words')}</label>
      ${textBox('words', draft.words, (words) => store.writeProposal({ words }), fieldFault(view, 'propose', 'words'))}
    </div>
    ${
      isMember(view)
        ? nothing
        : html`<div class="field">
            <label class="label" for="name">${view.t('propose-name')}</label>
            <input
              class="input"
              id="name"
              dir="auto"
              maxlength="50"
              autocomplete="off"
              .value=${draft.name}
              @input=${(event: Event) => store.writeProposal({ name: (event.target as HTMLInputElement).value })}
            />
          </div>`
    }
    <div class="actions">
      <button
        class="button"
        type="button"
        id="propose-go"
        aria-disabled=${isBusy(view, 'propose') ? 'true' : nothing}
        @click=${() => view.propose()}
      >
        ${view.t('propose-go')}
      </button>
      ${button(view.t('propose-fold'), () => view.unfold('proposal', false), 'plain')}
    </div>
    ${isThere ? nothing : actLine(view, 'propose')}
  </section>`;
}
