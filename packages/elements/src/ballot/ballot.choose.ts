import { html, nothing, type TemplateResult } from 'lit';
import type { Ballot } from '@fulian/sdk/stores/ballot';
import { button, closing, heading, type Part, said } from './ballot.pieces.js';
import { ranking } from './ballot.rank.js';
import { type BallotView, isRanked } from './ballot.view.js';

type Option = Ballot['options'][number];

/** Where she chooses: one decision, large targets, nothing that has to be dragged. */
export function chooseScreen(view: BallotView): TemplateResult {
  const { state, store } = view;
  const { ballot, canUndo, isChange, mayHaveVoted, castError } = state;
  const { method } = ballot!.rules;
  const back = () => (isChange ? store.keepVote() : view.go(ballot!.rules.secrecy === 'secret' ? 'secrecy' : 'motion'));
  return html`<div class="screen" part="screen">
    ${heading(view, view.t(`choose-${method}`), 'choose')}
    <p class="about" dir="auto">${ballot!.motion.title}</p>
    ${castError ? refused(view, castError.code) : nothing}
    ${mayHaveVoted ? html`<p class="notice">${view.t('may-have-voted')}</p>` : nothing} ${faults(view)}
    ${controls(view)}
    ${canUndo ? html`<div>${button(view.t('undo'), () => undo(view), 'plain', 'undo')}</div>` : nothing}
    <div class="actions">
      ${button(view.t('next'), () => view.review(), 'large', 'next')}
      ${button(view.t(isChange ? 'keep-vote' : 'back'), back, 'plain', 'back')}
    </div>
    ${closing(view)}
  </div>`;
}

/** Why the vote was not taken; what she chose is still there. */
export function refused(view: BallotView, code: string): TemplateResult {
  return html`<div class="notice danger" id="refused" part="error" role="alert" tabindex="-1">
    <b>${view.t('not-taken')}</b>
    <p>${view.words(`refused-${code}`) ?? view.t('refused-other')}</p>
  </div>`;
}

function undo(view: BallotView): void {
  view.store.undo();
  // The button goes with the last step that can be undone.
  view.focus(view.state.canUndo ? 'undo' : 'heading');
}

/** How many there may be, for the texts that say so. */
function range({ state }: BallotView): { min: number; max: number } {
  const { rules, options } = state.ballot!;
  return rules.picks ?? { min: 1, max: options.length };
}

function faults(view: BallotView): Part {
  const { faults: found } = view.state;
  if (found.length === 0) return nothing;
  const [code] = found.map((one) => one.code);
  return html`<p class="notice danger fault" id="fault" part="fault" role="alert" tabindex="-1">
    ${view.words(`fault-${code}`, range(view)) ?? view.t('fault-missing')}
  </p>`;
}

function controls(view: BallotView): TemplateResult {
  const { method } = view.state.ballot!.rules;
  if (isRanked(method)) return html`${ranking(view)} ${abstention(view)}`;
  if (method === 'score') return html`${scores(view)} ${abstention(view)}`;
  return picks(view);
}

/** Radios or boxes; 'I abstain' is one of the radios. */
function picks(view: BallotView): TemplateResult {
  const { store, state } = view;
  const { options, rules } = state.ballot!;
  const { draft } = state;
  const many = rules.method === 'approval';
  const choose = (event: Event, { id }: Option) => {
    if (!many) return store.pick(id);
    if (store.toggle(id)) return;
    (event.target as HTMLInputElement).checked = draft.picks.includes(id);
    view.announce(view.t('fault-too-many', range(view)));
  };
  const isOn = ({ id }: Option) => !draft.abstain && draft.picks.includes(id);
  return html`<fieldset aria-labelledby="heading" aria-describedby=${many ? 'picks' : nothing}>
      ${many ? pickCount(view) : nothing}
      ${options.map(
        (one) =>
          html`<label class="choice option ${isOn(one) ? 'on' : ''}" part="option"
              ><input
                type=${many ? 'checkbox' : 'radio'}
                name="choice"
                autocomplete="off"
                .checked=${isOn(one)}
                @change=${(event: Event) => choose(event, one)}
              /><span dir="auto">${one.title}</span></label
            >${more(view, one)}`,
      )}
      ${
        rules.abstain && !many
          ? html`<label class="choice option ${draft.abstain ? 'on' : ''}" part="option"
              ><input
                type="radio"
                name="choice"
                autocomplete="off"
                .checked=${draft.abstain}
                @change=${() => store.abstain(true)}
              /><span>${view.t('abstain')}<small class="hint">${view.t('abstain-hint')}</small></span></label
            >`
          : nothing
      }
    </fieldset>
    ${many ? abstention(view) : nothing}`;
}

function pickCount(view: BallotView): TemplateResult {
  const { min, max } = range(view);
  const { options } = view.state.ballot!;
  const key = min === max ? 'picks-exact' : min <= 1 && max >= options.length ? 'picks-all' : 'picks-range';
  return html`<p id="picks">
    ${view.t(key, { min, max })} <b>${view.t('picks-now', { n: view.state.draft.picks.length })}</b>
  </p>`;
}

/** Where nothing else can stand beside it: a box of its own. */
function abstention(view: BallotView): Part {
  const { ballot, draft } = view.state;
  if (!ballot!.rules.abstain) return nothing;
  const set = (event: Event) => view.store.abstain((event.target as HTMLInputElement).checked);
  return html`<label class="choice option ${draft.abstain ? 'on' : ''}" part="option"
    ><input type="checkbox" id="abstain" autocomplete="off" .checked=${draft.abstain} @change=${set} /><span
      >${view.t('abstain')}<small class="hint">${view.t('abstain-hint')}</small></span
    ></label
  >`;
}

function more(view: BallotView, { words, title }: Option): Part {
  return words
    ? html`<details class="about-option">
        <summary>${view.t('more-words')}<span class="visually-hidden"> ${title}</span></summary>
        ${said(words)}
      </details>`
    : nothing;
}

/** One row of points for each option. */
function scores(view: BallotView): TemplateResult {
  const { options, rules } = view.state.ballot!;
  const { min, max } = rules.scale!;
  return html`<p class="hint">${view.t('score-hint', { min, max })}</p>
    ${options.map((one) => html`${pointsOf(view, one, min, max)} ${more(view, one)}`)}`;
}

/** As many that no row stands almost empty. */
function columnsFor(points: number): number {
  if (points <= 5) return points;
  return points % 5 === 0 ? 5 : points === 6 || points === 9 ? 3 : 4;
}

function pointsOf(view: BallotView, { id, title }: Option, min: number, max: number): TemplateResult {
  const { draft } = view.state;
  const points = [...Array(max - min + 1).keys()].map((one) => one + min);
  return html`<fieldset class="card" part="option">
    <legend class="visually-hidden">${view.t('score-of', { title })}</legend>
    <b class="title" aria-hidden="true" dir="auto">${title}</b>
    <div class="points of-${columnsFor(points.length)}">
      ${points.map(
        (n) =>
          html`<label class="point"
            ><input
              type="radio"
              name="score-${id}"
              autocomplete="off"
              .checked=${!draft.abstain && draft.scores[id] === n}
              @change=${() => view.store.score(id, n)}
            /><span>${n}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
