import { html, nothing, type TemplateResult } from 'lit';
import { button, callLink, heading, waiting } from './case-tracker.pieces.js';
import { timeline } from './case-tracker.timeline.js';
import { asks, type Panel, type TrackerView, whenInChina, whoHandles, writes } from './case-tracker.view.js';

type Part = TemplateResult | typeof nothing;

/** The opened case: what comes next first, then what she is asked, what she can write, and what happened. */
export function caseScreen(view: TrackerView): TemplateResult {
  const { case: own } = view.state;
  const { handledBy, state, next } = own!;
  const who = whoHandles(view, own!);
  const due = next.due && whenInChina(view, next.due);
  return html`${strip(view)}
    <div class="screen" part="screen">
      <div class="top">${heading(view.t(`state-${state}`))} ${putAway(view)}</div>
      <section class="notice ${next.late ? 'danger' : ''}" part="next">
        <h3>${view.t('next')}</h3>
        <p>${view.t(state === 'declined' ? 'next-declined' : `next-${next.kind}`, { who })}</p>
        ${due && next.kind !== 'your-rating' ? html`<p><b>${view.t(next.late ? 'next-late' : 'next-due', { when: due })}</b></p>` : nothing}
      </section>
      ${questions(view)}
      <section>
        <h3>${view.t('call')}</h3>
        <div class="calls">
          ${handledBy.phone ? callLink(handledBy.phone, who) : html`<p>${who}</p>`}
          ${callLink('12338', view.t('hotline'))}
        </div>
      </section>
      ${timeline(view)} ${writing(view)} ${more(view)}
      <div class="end">${putAway(view)}</div>
    </div>`;
}

function putAway(view: TrackerView): TemplateResult {
  return html`<button class="button secondary" type="button" part="put-away" @click=${() => view.putAway()}>
    ${view.t('put-away')}
  </button>`;
}

/** What she must know at once, told politely and kept in sight: news, a broken connection, and that it will be blank soon. */
function strip(view: TrackerView): TemplateResult {
  const { unseen, live, idleSoon, expiresSoon } = view.state;
  const see = () => {
    view.store.markSeen();
    view.focus('timeline');
  };
  return html`<div class="strip" role="status">
    ${
      unseen
        ? html`<p class="notice success" part="news">
            <b>${view.t('news', { n: unseen })}</b> ${button(view.t('news-see'), see, 'plain')}
          </p>`
        : nothing
    }
    ${live === 'offline' ? html`<p class="notice">${view.t('offline')}</p>` : nothing}
    ${
      idleSoon
        ? html`<p class="notice danger">
            <b>${view.t('idle-soon')}</b> ${button(view.t('still-here'), () => view.store.touch(), 'plain')}
          </p>`
        : expiresSoon
          ? html`<p class="notice">${view.t('expires-soon')}</p>`
          : nothing
    }
  </div>`;
}

/** What she is asked to decide; not every case asks, so it is loaded when one does. */
function questions(view: TrackerView): Part {
  if (!asks(view.state)) return nothing;
  return view.more ? view.more.questions(view) : html`<section class="card">${waiting(view)}</section>`;
}

/** Where she writes; most visits only look, so it is loaded when she wants to, or is asked to. */
function writing(view: TrackerView): Part {
  const { state, scratch, more } = view;
  if (!state.case!.may.includes('message') && state.outbox.length === 0) return nothing;
  const isOpen = scratch.writes || writes(state);
  if (isOpen && more) return more.writing(view);
  return html`<section part="write">
    ${isOpen ? waiting(view) : button(view.t('write'), () => view.write(), 'secondary', 'write')}
  </section>`;
}

/** What is rarely used: its words and ways are loaded when one is unfolded. */
function more(view: TrackerView): TemplateResult {
  const { may, erasableFrom } = view.state.case!;
  const { panel } = view.scratch;
  const panels: Panel[] = ['download'];
  if (may.includes('withdraw')) panels.push('withdraw');
  if (may.includes('erase')) panels.push('erase');
  return html`<section class="more" part="more">
    <h3>${view.t('more')}</h3>
    ${panels.map(
      (one) =>
        html`<div>
          <button
            class="button plain"
            type="button"
            id="${one}-toggle"
            aria-expanded=${panel === one ? 'true' : 'false'}
            @click=${() => view.unfold(panel === one ? undefined : one)}
          >
            ${view.t(`more-${one}`)}
          </button>
          ${panel === one ? (view.more?.panelOf(view, one) ?? waiting(view)) : nothing}
        </div>`,
    )}
    ${
      erasableFrom && !may.includes('erase')
        ? html`<p class="hint">${view.t('erase-from', { when: whenInChina(view, erasableFrom) })}</p>`
        : nothing
    }
  </section>`;
}
