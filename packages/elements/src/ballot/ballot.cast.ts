import { html, nothing, type TemplateResult } from 'lit';
import { refused } from './ballot.choose.js';
import { button, closing, heading, type Part, when } from './ballot.pieces.js';
import { type BallotView, choiceOf, linesOf } from './ballot.view.js';

/** What she is about to cast, once more and large. */
export function checkScreen(view: BallotView): TemplateResult {
  const { ballot, draft, castError } = view.state;
  const { rules, motion, closesAt } = ballot!;
  return html`<div class="screen" part="screen">
    ${heading(view, view.t('check'), 'check')}
    <p class="about" dir="auto">${motion.title}</p>
    ${castError ? refused(view, castError.code) : nothing}
    <section class="mine">
      <p class="hint">${view.t('you-choose')}</p>
      ${lines(linesOf(view, choiceOf(view, draft)))}
    </section>
    <ul class="plain">
      <li>${view.t(rules.revote ? 'check-revote' : 'check-final', { when: when(view, closesAt) })}</li>
      ${rules.secrecy === 'open' ? html`<li>${view.t('check-open')}</li>` : nothing}
    </ul>
    <div class="actions">
      ${button(view.t('cast'), () => view.cast(), 'large', 'cast')}
      ${button(view.t('change'), () => view.store.back(), 'secondary', 'back')}
    </div>
    ${closing(view)}
  </div>`;
}

/** A choice, one line each. */
function lines(all: readonly string[]): TemplateResult {
  return html`<ul class="chosen" part="choice">
    ${all.map((one) => html`<li dir="auto">${one}</li> `)}
  </ul>`;
}

/** On the way: says what is known of it and no more. */
export function castingScreen(view: BallotView): TemplateResult {
  const { casting } = view.state;
  const { status = 'sending' } = casting ?? {};
  const waits = status === 'waiting' || status === 'unknown' || casting?.error !== undefined;
  const words = status === 'preparing' ? (casting?.error ? 'waiting' : 'sending') : status;
  return html`<div class="screen" part="screen">
    ${heading(view, view.t('on-the-way'))}
    <p class="notice ${waits ? 'danger' : ''}" id="casting" part="casting" role="status">${view.t(words)}</p>
    ${
      status === 'unknown' || status === 'preparing'
        ? html`<div class="actions">
            ${waits ? button(view.t('send-again'), () => view.cast(), 'large', 'send-again') : nothing}
          </div>`
        : nothing
    }
    ${closing(view)}
  </div>`;
}

/** The plain last step. */
export function votedScreen(view: BallotView): TemplateResult {
  const { ballot, mayChange, receipt } = view.state;
  const until = when(view, ballot!.closesAt);
  return html`<div class="screen" part="screen">
    ${heading(view, view.t('voted'))}
    <p class="notice success" role="status">
      <b>${view.t('voted-now')}</b><br />
      <span>${view.t('result-at', { when: until })}</span>
    </p>
    ${receipt ? receiptOf(view, receipt) : nothing}
    ${
      mayChange
        ? html`<section>
            <p>${view.t('change-until', { when: until })}</p>
            <div class="actions">
              ${button(view.t('begin-change'), () => view.store.change(), 'secondary', 'change')}
            </div>
          </section>`
        : html`<p class="hint">${view.t('final-now')}</p>`
    }
    ${closing(view)}
  </div>`;
}

/** Sixteen groups of four, four a line: the first line is enough to find it again. */
export function receiptOf(view: BallotView, receipt: string): Part {
  const rows = receipt.match(/.{16}/g) ?? [];
  return html`<section part="receipt">
    <h3 id="receipt">${view.t('receipt')}</h3>
    <p class="hint">${view.t('receipt-hint')}</p>
    <p class="digits receipt" dir="ltr" translate="no" aria-labelledby="receipt">
      ${rows.map((row, at) => html`<span class=${at ? 'hint' : ''}>${row.replace(/.{4}(?=.)/g, '$& ')}</span>`)}
    </p>
  </section>`;
}
