import { html, nothing, type TemplateResult } from 'lit';
import type { Resolution } from '@fulian/sdk/stores/council';
import { actLine, badge, button, day, fieldFault, listed, type Part, said, textBox } from './council.pieces.js';
import { type CouncilView, isBusy, isMember } from './council.view.js';

/** What was decided, who does it until when, and whether it was done. */
export function resolutionsSection(view: CouncilView): TemplateResult {
  return listed(view, 'resolutions', view.state.resolutions, (one) => resolution(view, one));
}

function resolution(view: CouncilView, one: Resolution): TemplateResult {
  const { title, words, decidedAt, state, responsible, due, isLate, evidence, acceptance, ballot, notice } = one;
  return html`<div class="line">
      <h3 class="title" dir="auto">${title}</h3>
      ${isLate ? badge(view.t('late'), 'bad') : nothing}
      ${badge(view.t(`resolution-${state}`), state === 'accepted' ? 'good' : '')}
    </div>
    <p class="hint">
      ${view.t('decided', { when: day(view, decidedAt) })}
      ${notice ? html` · ${view.t('notice', { from: day(view, notice.from), until: day(view, notice.until) })}` : nothing}
    </p>
    ${said(words)}
    <dl class="facts">
      <dt>${view.t('who')}</dt>
      <dd dir="auto">${responsible || view.t('who-nobody')}</dd>
      <dt>${view.t('due')}</dt>
      <dd class=${isLate ? 'fault' : ''}>${day(view, due)}</dd>
    </dl>
    ${
      evidence.length > 0
        ? html`<h4>${view.t('evidence')}</h4>
            <ol class="evidence" part="evidence">
              ${evidence.map(
                ({ at, words: done }) =>
                  html`<li>
                    <span class="hint">${day(view, at)}</span>
                    ${said(done)}
                  </li>`,
              )}
            </ol>`
        : nothing
    }
    ${
      acceptance
        ? html`<div class="notice ${state === 'accepted' ? 'success' : ''}">
            <b>${view.t('acceptance')}</b>
            ${said(acceptance)}
          </div>`
        : nothing
    }
    ${ballot ? html`<div>${button(view.t('see-ballot'), () => view.choose(ballot), 'plain small')}</div>` : nothing}
    ${one.mayAccept ? accepting(view, one) : nothing} ${satisfaction(view, one)}`;
}

/** She who proposed it says whether it was done. */
function accepting(view: CouncilView, { id, title }: Resolution): TemplateResult {
  const { store, state } = view;
  const act = (accepted: boolean) => () =>
    void store.answerExecution(id, accepted).then((stored) => {
      if (!stored && !accepted) view.focus(`answer-${id}`);
    });
  const name = `answer ${id}` as const;
  return html`<section class="notice" part="accept" aria-label=${title}>
    <h4>${view.t('accept')}</h4>
    <div class="field">
      <label class="label" for="answer-${id}">${view.t('accept-words')}</label>
      ${textBox(`answer-${id}`, state.answerDrafts[id] ?? '', (words) => store.writeAnswer(id, words), fieldFault(view, name, 'words'), 2)}
    </div>
    <div class="actions">
      ${button(view.t('accept-yes'), act(true), '', `accept-${id}`)}
      ${button(view.t('accept-no'), act(false), 'secondary', `return-${id}`)}
    </div>
    ${actLine(view, name)}
  </section>`;
}

/** How satisfied people are; the mean is said from five on. */
function satisfaction(view: CouncilView, { id, title, state, ratings, yourRating }: Resolution): Part {
  const may = isMember(view) && (state === 'reported' || state === 'accepted');
  const { count, mean } = ratings;
  if (!may && count === 0) return nothing;
  return html`<section part="satisfaction">
    <h4>${view.t('satisfaction')}</h4>
    ${
      count > 0
        ? html`<p>
            ${mean === undefined ? view.t('ratings-few', { n: count }) : view.t('ratings', { n: count, mean })}
          </p>`
        : nothing
    }
    ${
      may
        ? html`<fieldset aria-disabled=${isBusy(view, `rate ${id}`) ? 'true' : nothing}>
              <legend>${view.t('rating')}<span class="visually-hidden"> ${title}</span></legend>
              <div class="stars">
                ${([1, 2, 3, 4, 5] as const).map(
                  (points) =>
                    html`<label class="star"
                      ><input
                        type="radio"
                        name="rate-${id}"
                        autocomplete="off"
                        .checked=${yourRating === points}
                        @change=${() => void view.store.rate(id, points)}
                      /><span>${points}<small>${view.t(`rating-${points}`)}</small></span></label
                    >`,
                )}
              </div>
            </fieldset>
            ${yourRating ? html`<p class="hint">${view.t('rating-now', { n: yourRating })}</p>` : nothing}
            ${actLine(view, `rate ${id}`)}`
        : nothing
    }
  </section>`;
}
