import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot } from '@fulian/sdk/stores/ballot';
import { memberSignIn } from '../base/member-sign-in.js';
import { button, closing, heading, type Part, said } from './ballot.pieces.js';
import { type BallotView, titlesOf } from './ballot.view.js';

/** What is decided, until when and by which rules; the way on where she may vote, else why she may not. */
export function motionScreen(view: BallotView): TemplateResult {
  const { phase, ballot } = view.state;
  const { motion, again } = ballot!;
  return html`<div class="screen" part="screen">
    ${heading(view, motion.title, phase === 'choosing' || phase === 'sign-in' ? 'motion' : undefined)}
    ${again ? html`<p class="hint">${view.t('again-of')}</p>` : nothing} ${said(motion.words, 'words')} ${closing(view)}
    ${wayOn(view)}
    <details part="rules" .open=${phase === 'hindered'}>
      <summary>${view.t('rules')}</summary>
      ${rules(view)}
    </details>
  </div>`;
}

function wayOn(view: BallotView): Part {
  const { phase, hindrance } = view.state;
  switch (phase) {
    case 'not-open':
      return hint(view, 'not-open');
    case 'counting':
      return hint(view, 'closing');
    case 'hindered':
      return hint(
        view,
        hindrance === 'counted' ? 'counted-before' : hindrance === 'paper-elsewhere' ? hindrance : 'no-right',
      );
    case 'sign-in':
      return html`<div class="actions">${button(view.t('begin-vote'), () => view.go('sign-in'), 'large', 'begin')}</div>
        <p class="hint">${view.t('sign-in-why')}</p>`;
    default:
      return html`<div class="actions">
        ${button(view.t('begin-vote'), () => view.go('secrecy'), 'large', 'begin')}
      </div>`;
  }
}

function hint(
  view: BallotView,
  what: 'not-open' | 'closing' | 'no-right' | 'paper-elsewhere' | 'counted-before',
): TemplateResult {
  return html`<div class="notice" id="hindrance" role="status">
    <b>${view.t(what)}</b>
    <p>${view.t(`${what}-why`)}</p>
  </div>`;
}

/** The rules of this ballot as sentences. */
export function rules(view: BallotView): TemplateResult {
  const { rules: said, eligible } = view.state.ballot!;
  const { secrecy, revote, quorum, threshold, base, seats = 1, tie, lot = [] } = said;
  const { share, counts } = quorum;
  const needed = Math.ceil((eligible * share.numerator) / share.denominator);
  return html`<ul class="plain" part="rule-list">
    <li>${view.t(secrecy === 'open' ? 'rule-open' : 'rule-secret')}</li>
    <li>${view.t(revote ? 'rule-revote' : 'rule-final')}</li>
    ${seats > 1 ? html`<li>${view.t('rule-seats', { n: seats })}</li>` : nothing}
    ${needed > 0 ? html`<li>${view.t(`rule-quorum-${counts}`, { of: eligible, n: needed })}</li>` : nothing}
    ${
      threshold
        ? html`<li>
            ${view.t(`rule-${threshold.relation}`, { base: view.t(`base-${base}`), share: shareWords(view, threshold.share) })}
          </li>`
        : nothing
    }
    <li>${view.t(`tie-${tie}`, { order: titlesOf(view, lot) })}</li>
  </ul>`;
}

/** A fraction as people say it. */
function shareWords(view: BallotView, share: NonNullable<Ballot['rules']['threshold']>['share']): string {
  const { numerator, denominator } = share;
  if (numerator === 0) return view.t('share-none');
  if (numerator === denominator) return view.t('share-all');
  return numerator * 2 === denominator ? view.t('share-half') : view.t('share', { numerator, denominator });
}

/** Asks for the card before she votes. */
export function signInScreen(view: BallotView): TemplateResult {
  return html`<div class="screen" part="screen">
    ${heading(view, view.t('sign-in-first'))}
    <div part="sign-in">${memberSignIn(view)}</div>
    <div class="actions">${button(view.t('back'), () => view.go('motion'), 'plain')}</div>
  </div>`;
}

/** What secrecy of level 1 promises and what not, before she chooses. */
export function secrecyScreen(view: BallotView): TemplateResult {
  return html`<div class="screen" part="screen">
    ${heading(view, view.t('secret'), 'secrecy')}
    <section class="notice success">
      <h3>${view.t('secret-can')}</h3>
      <ul class="plain">
        <li>${view.t('secret-stored')}</li>
        <li>${view.t('secret-few')}</li>
      </ul>
    </section>
    <section class="notice">
      <h3>${view.t('secret-cannot')}</h3>
      <ul class="plain">
        <li>${view.t('secret-behind')}</li>
        <li>${view.t('secret-unanimous')}</li>
        <li>${view.t('secret-trust')}</li>
      </ul>
    </section>
    <div class="actions">
      ${button(view.t('next'), () => (view.keepsPaper ? view.begin(true) : view.go('paper')), 'large', 'next')}
      ${button(view.t('back'), () => view.go('motion'), 'plain', 'back')}
    </div>
  </div>`;
}

/** Whether her blank paper may stay on this device: without it, a page that is closed at the wrong moment loses her vote. */
export function paperScreen(view: BallotView): TemplateResult {
  return html`<div class="screen" part="screen">
    ${heading(view, view.t('paper'))}
    <p>${view.t('paper-why')}</p>
    <p>${view.t('paper-hint')}</p>
    <div class="actions" part="paper">
      ${button(view.t('paper-keep'), () => view.begin(true), 'large', 'keep')}
      ${button(view.t('paper-once'), () => view.begin(false), 'secondary', 'once')}
      ${button(view.t('back'), () => view.go('secrecy'), 'plain', 'back')}
    </div>
  </div>`;
}
