import { html, nothing, type TemplateResult } from 'lit';
import {
  mayMergeInto,
  topicDecisionsAllowed,
  type Comment,
  type Topic,
  type TopicState,
} from '@fulian/sdk/stores/council-desk';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/council-desk-topics.js';
import { tool } from './council-desk.fields.js';
import { smallForm } from './council-desk.forms.js';
import { actSaid, isBusy, listed } from './council-desk.gates.js';
import { day, when } from './council-desk.time.js';
import type { CouncilView } from './council-desk.view.js';
import { catalogue } from './council-desk.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of this section in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/council-desk-topics.js')).words);
}

const states: readonly TopicState[] = ['suggested', 'collected', 'admitted', 'merged', 'declined'];
/** Decisions in the order in which they are offered. */
const order = ['collect', 'admit', 'merge', 'decline'] as const;
type Decision = (typeof order)[number];

/** The topics, or one of them with what was said about it. */
export function screen(council: CouncilView): TemplateResult {
  return council.view.scratch.place.item === undefined ? listScreen(council) : topicScreen(council);
}

function listScreen({ view, shown }: CouncilView): TemplateResult {
  const { store } = view;
  const { topics, topicState } = shown;
  const filter = (state: TopicState | undefined, label: string) =>
    html`<button
      class="tool"
      id="filter-${state ?? 'all'}"
      type="button"
      aria-pressed=${topicState === state ? 'true' : 'false'}
      @click=${() => void store.setTopicState(state)}
    >
      ${label}
    </button>`;
  return html`<h3 id="list-title" tabindex="-1">${view.t('topics-title')}</h3>
    <div class="line" role="group" aria-label=${view.t('topics-filter')}>
      ${filter(undefined, view.t('topics-all'))} ${states.map((one) => filter(one, view.t(`topic-${one}`)))}
    </div>
    ${listed(
      view,
      topics,
      (items) =>
        html`<ul class="items" part="list">
          ${waitingFirst(items).map((one) => html`<li class="item" part="item" data-id=${one.id}>${topic({ view, shown }, one)}</li>`)}
        </ul>`,
      {
        empty: view.t(topicState === 'suggested' ? 'topics-empty-suggested' : 'topics-empty'),
        more: () => void store.more('topics'),
        again: () => void store.setTopicState(topicState),
      },
    )}`;
}

/** Those that wait for her come first, as far as they are here; the others as the service orders them. */
function waitingFirst(items: readonly Topic[]): readonly Topic[] {
  const waits = ({ state }: Topic) => state === 'suggested';
  return [...items.filter(waits), ...items.filter((one) => !waits(one))];
}

/** One topic: what it says, how it stands, and what may be decided. */
function topic(council: CouncilView, one: Topic, isOpen = false): TemplateResult {
  const { view, shown } = council;
  const { id, title, words: text, state, at, by, fromMember, seconds, answer, comments = 0 } = one;
  const { small } = view.scratch;
  const who = by ? view.t(fromMember ? 'topic-by-member' : 'topic-by', { name: by }) : view.t('topic-by-nobody');
  const look = state === 'suggested' ? 'waits' : state === 'admitted' ? 'alive' : state === 'collected' ? '' : 'over';
  const allowed = topicDecisionsAllowed(state);
  return html`<p class="line">
      ${
        isOpen
          ? nothing
          : html`<button
              class="item-title"
              type="button"
              data-id=${id}
              @click=${() => view.go({ section: 'topics', item: id })}
            >
              <bdi>${title}</bdi>
            </button>`
      }
      <span class="state ${look}">${view.t(`topic-${state}`)}</span>
    </p>
    <p class="said">${text}</p>
    <p class="hint">
      <bdi>${who}</bdi> · ${day(view.language, at)} · ${view.t('topic-seconds', { n: seconds })} ·
      ${view.t('topic-comments', { n: comments })}
    </p>
    ${answer ? html`<p class="said">${view.t('topic-answer')}<bdi>${answer}</bdi></p>` : nothing}
    <div class="line">
      ${order
        .filter((decision) => allowed.includes(decision))
        .map((decision) =>
          tool(
            `${decision}-${id}`,
            view.t(`do-${decision}`),
            () => view.unfold(id, decision),
            decision === 'decline' ? 'risky' : '',
            small?.id === id && small.kind === decision,
          ),
        )}
      ${isOpen ? nothing : tool(`open-${id}`, view.t('topic-open'), () => view.go({ section: 'topics', item: id }))}
    </div>
    ${small?.id === id ? screening(council, one, small.kind as Decision) : nothing}
    ${actSaid(view, shown.acts[`screen ${id}`], `said-${id}`)}`;
}

/** The words of a decision, and the other topic where it goes on. */
function screening({ view, shown }: CouncilView, { id, title }: Topic, decision: Decision): TemplateResult {
  const small = view.scratch.small!;
  const act = () => {
    const text = small.words.trim();
    const decided = {
      decision,
      ...(text !== '' && { words: text }),
      ...(decision === 'merge' && { into: small.into }),
    };
    const after = () => {
      view.tell('fl-changed', { what: 'screen' });
      if (view.scratch.small !== small) return;
      view.scratch.small = undefined;
      view.focus(view.scratch.place.item === undefined ? 'list-title' : 'place-title');
    };
    void view.act(`screen ${id}`, () => view.store.screen(id, decided), after, `said-${id}`);
  };
  const others = shown.topics.items.filter((one) => one.id !== id && mayMergeInto(one.state));
  const isMissing = small.isIncomplete && decision === 'merge' && small.into === '';
  return smallForm(view, {
    title: view.t(`screen-${decision}-title`, { title }),
    label: view.t('screen-words'),
    hint: view.t(`screen-${decision}-hint`),
    button: view.t(`screen-${decision}-button`),
    isRisky: decision === 'decline',
    needsWords: decision === 'decline',
    max: 1000,
    lacks: () => decision === 'merge' && small.into === '',
    fields:
      decision === 'merge'
        ? html`<div class="field">
            <label class="label" for="small-into">${view.t('screen-into')}</label>
            <select
              class="input"
              id="small-into"
              autocomplete="off"
              aria-invalid=${isMissing ? 'true' : nothing}
              aria-describedby=${isMissing ? 'small-into-fault' : nothing}
              @change=${(event: Event) => void (small.into = (event.target as HTMLSelectElement).value)}
            >
              <option value="">${view.t(others.length === 0 ? 'screen-into-none' : 'screen-into-choose')}</option>
              ${others.map((one) => html`<option .value=${one.id} .selected=${one.id === small.into}>${one.title}</option>`)}
            </select>
            ${isMissing ? html`<p class="fault" id="small-into-fault" role="alert">${view.t('screen-into-missing')}</p>` : nothing}
          </div>`
        : nothing,
    isBusy: isBusy(shown.acts[`screen ${id}`]),
    act,
  });
}

function topicScreen(council: CouncilView): TemplateResult {
  const { view, shown } = council;
  const { item } = view.scratch.place;
  const one = shown.topics.items.find(({ id }) => id === item);
  const { discussion } = shown;
  return html`<div class="line">${tool('back', view.t('topic-back'), () => view.go({ section: 'topics' }))}</div>
    <article class="block">
      <h3 id="place-title" tabindex="-1"><bdi>${one?.title ?? view.t('discussion')}</bdi></h3>
      ${one ? topic(council, one, true) : nothing}
    </article>
    <section class="block" aria-labelledby="discussion-title">
      <h3 id="discussion-title">${view.t('discussion')}</h3>
      ${
        discussion
          ? listed(
              view,
              discussion,
              (items) =>
                html`<ol class="comments">
                  ${items.map((comment) => html`<li data-id=${comment.id}>${said(council, comment)}</li>`)}
                </ol>`,
              {
                empty: view.t('discussion-empty'),
                more: () => void view.store.more('discussion'),
                again: () => void view.store.openTopic(item),
              },
            )
          : nothing
      }
    </section>`;
}

/** One contribution, and what the organiser may do about it. */
function said({ view, shown }: CouncilView, { id, at, by, words: text, state, reason, reported }: Comment): unknown {
  const { small } = view.scratch;
  const act = shown.acts[`moderate ${id}`];
  const moderate = (hidden: boolean, why?: string) => {
    const after = () => {
      view.tell('fl-changed', { what: 'moderate' });
      if (view.scratch.small === small) view.scratch.small = undefined;
      view.focus(hidden ? `show-${id}` : `hide-${id}`);
    };
    void view.act(`moderate ${id}`, () => view.store.moderate(id, hidden, why), after, `said-${id}`);
  };
  return html`<p class="line">
      <b><bdi>${by}</bdi></b> <span class="hint">${when(view.language, at)}</span>
      ${reported ? html`<span class="state waits">${view.t('comment-reported')}</span>` : nothing}
      <span class="push"></span>
      ${
        state === 'shown'
          ? tool(`hide-${id}`, view.t('do-hide'), () => view.unfold(id, 'hide'), 'risky', small?.id === id)
          : state === 'hidden'
            ? tool(`show-${id}`, view.t('do-show'), () => moderate(false))
            : nothing
      }
    </p>
    ${text === undefined ? nothing : html`<p class="said">${text}</p>`}
    ${
      state === 'shown'
        ? nothing
        : html`<p class="hint">
            <bdi
              >${state === 'hidden' ? view.t('comment-hidden', { reason: reason ?? '' }) : view.t('comment-taken-back')}</bdi
            >
          </p>`
    }
    ${
      small?.id === id && small.kind === 'hide'
        ? smallForm(view, {
            title: view.t('hide-title', { name: by }),
            label: view.t('hide-words'),
            hint: view.t('hide-hint'),
            button: view.t('hide-button'),
            isRisky: true,
            needsWords: true,
            max: 500,
            isBusy: isBusy(act),
            act: () => moderate(true, small.words.trim()),
          })
        : nothing
    }
    ${actSaid(view, act, `said-${id}`)}`;
}
