import { html, nothing, type TemplateResult } from 'lit';
import { actionLine, textBox } from './case-tracker.acts.js';
import { button, said } from './case-tracker.pieces.js';
import { nameIn, type TrackerView, whenInChina } from './case-tracker.view.js';

type Part = TemplateResult | typeof nothing;

/** What she is asked to decide. */
export function questions(view: TrackerView): TemplateResult {
  return html`${consent(view)} ${rating(view)}`;
}

/** Whether what says who she is may go to a partner agency. */
function consent(view: TrackerView): Part {
  const { case: own, consent: action } = view.state;
  if (!own!.may.includes('consent')) return nothing;
  const asked = own!.timeline.filter(({ kind }) => kind === 'consent-asked').pop();
  const answer = (given: boolean) => () => {
    view.focus('heading');
    void view.store.answerConsent(given);
  };
  return html`<section class="card" part="consent">
    <h3>${view.t('consent', { unit: asked?.unit ? nameIn(asked.unit) : view.t('other') })}</h3>
    ${said(asked?.words)}
    <p class="hint">${view.t('consent-hint')}</p>
    <div class="actions">
      ${button(view.t('consent-yes'), answer(true))} ${button(view.t('consent-no'), answer(false), 'secondary')}
    </div>
    ${actionLine(view, action)}
  </section>`;
}

/** Satisfied or not; dissatisfied in time begins it again. */
function rating(view: TrackerView): Part {
  const { case: own, rating: action } = view.state;
  const { scratch, store } = view;
  const { satisfied, reopenUntil, may, next } = own!;
  if (!may.includes('rate')) return nothing;
  // The service says it where it can: the clock of a phone may be wrong.
  const inTime =
    reopenUntil !== undefined &&
    (next.kind === 'your-rating' || (satisfied === true && +new Date(reopenUntil) > Date.now()));
  const complain = () => {
    view.change({ complains: true });
    view.focus('complaint');
  };
  const send = () => {
    void store.rate(false, scratch.complaint).then(() => {
      if (store.state.rating?.status !== 'done') return;
      view.change({ complains: false, complaint: '' });
      view.focus('heading');
    });
  };
  return html`<section class="card" part="rating">
    <h3>${satisfied === undefined ? view.t('rate') : view.t(satisfied ? 'rated-yes' : 'rated-no')}</h3>
    ${inTime ? html`<p class="hint">${view.t('rate-until', { when: whenInChina(view, reopenUntil) })}</p>` : nothing}
    ${
      scratch.complains
        ? html`<label class="label" for="complaint">${view.t('rate-words')}</label>
            ${textBox('complaint', scratch.complaint, (complaint) => (scratch.complaint = complaint))}
            <div class="actions">
              ${button(view.t(inTime ? 'rate-send' : 'rate-send-late'), send)}
              ${button(view.t('back'), () => view.change({ complains: false }), 'plain')}
            </div>`
        : html`<div class="actions">
            ${
              satisfied === undefined
                ? html`${button(view.t('rate-yes'), () => void store.rate(true))}
                  ${button(view.t('rate-no'), complain, 'secondary')}`
                : satisfied && inTime
                  ? button(view.t('rate-change'), complain, 'plain')
                  : nothing
            }
          </div>`
    }
    ${actionLine(view, action)}
  </section>`;
}
