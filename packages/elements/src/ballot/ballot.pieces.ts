import { html, nothing, type TemplateResult } from 'lit';
import { timeInChina } from '../base/china-time.js';
import { type BallotView, type Screen, stepsOf } from './ballot.view.js';

/** A part of a screen, or nothing. */
export type Part = TemplateResult | typeof nothing;

/** The heading of a screen with the step that it is; takes the focus when the screen appears. */
export function heading(view: BallotView, words: string, screen?: Screen): TemplateResult {
  const steps = screen ? stepsOf(view) : [];
  const at = screen ? steps.indexOf(screen) + 1 : 0;
  return html`<div>
    ${at ? html`<p class="hint step">${view.t('step', { n: at, of: steps.length })}</p>` : nothing}
    <h2 class="heading" id="heading" part="heading" tabindex="-1" dir="auto">${words}</h2>
  </div>`;
}

/** A button; `look` is that of the base. */
export function button(words: string, act: () => void, look = '', id = ''): TemplateResult {
  return html`<button class="button ${look}" type="button" id=${id || nothing} @click=${act}>${words}</button>`;
}

/** What somebody wrote: as text, in its own direction, and inside its box whatever is in it. */
export function said(words: string | undefined, look = ''): Part {
  return words ? html`<p class="said ${look}" dir="auto">${words}</p>` : nothing;
}

/** Until when, and how long that is. */
export function closing(view: BallotView): Part {
  const { ballot, countdown } = view.state;
  if (!ballot?.closesAt || !countdown) return nothing;
  const { urgency } = countdown;
  return html`<p class="notice closing ${urgency === 'now' ? 'danger' : ''}" part="countdown">
    <b>${leftWords(view)}</b>
    <span>${view.t('closes', { when: when(view, ballot.closesAt) })}</span>
  </p>`;
}

/** How long there is left, rounded down, in words. */
export function leftWords(view: BallotView): string {
  const { urgency, days, hours, minutes } = view.state.countdown!;
  if (urgency === 'over') return view.t('closing');
  const [amount, unit] = days
    ? ([days, 'day'] as const)
    : hours
      ? ([hours, 'hour'] as const)
      : ([minutes, 'minute'] as const);
  if (amount < 2 && unit === 'minute') return view.t('left-soon');
  return view.t('left', { in: new Intl.RelativeTimeFormat(view.language).format(amount, unit) });
}

/** A time of the ballot. */
export function when(view: BallotView, time: string | undefined): string {
  return time ? timeInChina(view.language, time) : '';
}

/** What went wrong with a call, in words. */
export function errorWords(view: BallotView, code: string | undefined): string {
  return view.words(`error-${code === 'timeout' ? 'network' : code}`) ?? view.t('error-other');
}
