import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot, Meeting } from '@fulian/sdk/stores/council';
import { badge, button, listed, type Part, said, when } from './council.pieces.js';
import type { CouncilView } from './council.view.js';

/** Meetings with their agenda, attendance and minutes. */
export function meetingsSection(view: CouncilView): TemplateResult {
  return listed(view, 'meetings', view.state.meetings, (one) => meeting(view, one));
}

function meeting(
  view: CouncilView,
  { at, place, form = 'regular', state, agenda, attendance, minutes }: Meeting,
): TemplateResult {
  return html`<div class="line">
      <h3 class="title">${when(view, at)}</h3>
      ${badge(view.t(`meeting-${state}`), state === 'planned' ? 'good' : '')}
    </div>
    <p class="hint" dir="auto">
      ${view.t(`form-${form}`)} ·
      <bdi>${place}</bdi>${attendance === undefined ? nothing : html` · ${view.t('attendance', { n: attendance })}`}
    </p>
    ${
      agenda.length > 0
        ? html`<h4>${view.t('agenda')}</h4>
            <ol class="agenda">
              ${agenda.map(
                ({ title, ballot }) =>
                  html`<li>
                    <bdi>${title}</bdi>
                    ${
                      ballot
                        ? html`<button class="button plain small" type="button" @click=${() => view.choose(ballot)}>
                            ${view.t('see-ballot')}<span class="visually-hidden"> ${title}</span>
                          </button>`
                        : nothing
                    }
                  </li>`,
              )}
            </ol>`
        : nothing
    }
    ${
      minutes
        ? html`<details part="minutes">
            <summary>${view.t('minutes')}</summary>
            ${said(minutes)}
          </details>`
        : nothing
    }`;
}

/** Ballots, the latest first. */
export function ballotsSection(view: CouncilView): TemplateResult {
  return listed(view, 'ballots', view.state.ballots, (one) => ballot(view, one));
}

function ballot(view: CouncilView, one: Ballot): TemplateResult {
  const { id, motion, state, rules, closesAt, closedAt } = one;
  const isOpen = state === 'open';
  return html`<div class="line">
      <h3 class="title" dir="auto">${motion.title}</h3>
      ${badge(view.words(`ballot-${state}`) ?? state, isOpen ? 'good' : '')}
    </div>
    <p class="hint">
      ${view.t(rules.secrecy)} ·
      ${
        isOpen
          ? view.t('ballot-until', { when: when(view, closesAt) })
          : view.t('ballot-ended', { when: when(view, closedAt ?? closesAt) })
      }
    </p>
    ${outcome(view, one)}
    <div>
      ${button(view.t(isOpen ? 'ballot-vote' : 'ballot-result'), () => view.choose(id), isOpen ? '' : 'secondary', `ballot-${id}`)}
    </div>`;
}

function outcome(view: CouncilView, { result, options }: Ballot): Part {
  if (!result) return nothing;
  const { threshold, winners } = result;
  const names = winners.map((id) => options.find((one) => one.id === id)?.title ?? id).join(view.t('comma'));
  return html`<p dir="auto">
    <b>${view.t(`outcome-${result.outcome}`, { names })}</b>
    ${
      threshold
        ? html`<span
            >${view.t('needed', { base: threshold.base, reached: threshold.reached, needed: threshold.needed })}</span
          >`
        : nothing
    }
  </p>`;
}
