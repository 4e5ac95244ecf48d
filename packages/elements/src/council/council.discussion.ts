import { html, nothing, type TemplateResult } from 'lit';
import type { Comment, Topic } from '@fulian/sdk/stores/council';
import { actLine, button, errorWords, fieldFault, type Part, said, textBox, when } from './council.pieces.js';
import { type CouncilView, isBusy } from './council.view.js';

/** What members say about the topic that is open; nothing for every other one. */
export function discussion(view: CouncilView, { id: topic, state: topicState }: Topic): Part {
  const isOpenTo = topicState === 'collected' || topicState === 'admitted';
  const { store, state } = view;
  const { discussion: open, council } = state;
  if (open?.topic !== topic) return nothing;
  const { load, error, items, hasMore, draft } = open;
  const send = () =>
    void store.comment().then((stored) => {
      if (stored) view.focus('comment');
    });
  return html`<section class="talk" part="discussion">
    <p class="hint">${view.t('discuss-members')}</p>
    ${
      load === 'error'
        ? html`<p class="fault" role="alert">${errorWords(view, error?.code)}</p>`
        : load !== 'complete' && items.length === 0
          ? html`<p class="hint" role="status">${view.t('loading')}</p>`
          : items.length === 0
            ? html`<p class="hint">${view.t('discuss-none')}</p>`
            : html`<ol class="comments">
                ${items.map((one) => comment(view, one))}
              </ol>`
    }
    ${hasMore ? html`<div>${button(view.t('more'), () => void store.moreComments(), 'plain')}</div>` : nothing}
    ${
      council!.state === 'active' && isOpenTo
        ? html`<div class="field">
              <label class="label" for="comment">${view.t('comment-write')}</label>
              ${textBox('comment', draft, (words) => store.writeComment(words), fieldFault(view, `comment ${topic}`, 'words'), 3)}
            </div>
            <div class="actions">
              <button
                class="button"
                type="button"
                id="comment-send"
                aria-disabled=${isBusy(view, `comment ${topic}`) ? 'true' : nothing}
                @click=${send}
              >
                ${view.t('comment-send')}
              </button>
            </div>
            ${actLine(view, `comment ${topic}`)}`
        : nothing
    }
  </section>`;
}

function comment(view: CouncilView, { id, at, by, byYou, words, state, reason }: Comment): TemplateResult {
  return html`<li class="comment ${byYou ? 'hers' : ''}" part="comment">
    <p class="hint" dir="auto"><b>${byYou ? view.t('comment-you') : by}</b> · ${when(view, at)}</p>
    ${
      state === 'shown'
        ? said(words)
        : html`<p class="hint">
            ${state === 'hidden' ? view.t('comment-hidden', { reason: reason ?? '' }) : view.t('comment-taken-back')}
          </p>`
    }
    ${
      state !== 'shown'
        ? nothing
        : byYou
          ? button(view.t('take-back'), () => void view.store.takeBack(id), 'plain small')
          : button(view.t('report'), () => void view.store.report(id), 'plain small')
    }
    ${actLine(view, `take-back ${id}`)} ${actLine(view, `report ${id}`, 'reported')}
  </li>`;
}
