import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/ballot-result.js';
import type { BallotResult, Explanation } from '@fulian/sdk/stores/ballot';
import { receiptOf } from './ballot.cast.js';
import { button, heading, type Part, said } from './ballot.pieces.js';
import { rules } from './ballot.motion.js';
import { type BallotView, isRanked, linesOf, titleOf, titlesOf } from './ballot.view.js';
import { catalogue } from './ballot.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of what is here in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/ballot-result.js')).words);
}

/** What came out and how, so that everybody can follow it; and whether her own vote is in it. */
export function resultScreen(view: BallotView): TemplateResult {
  const { ballot, mayDecide } = view.state;
  const { motion, state, result } = ballot!;
  if (state === 'cancelled')
    return html`<div class="screen" part="screen">
      ${heading(view, motion.title)}
      <p class="notice"><b>${view.t('cancelled')}</b><br />${view.t('cancelled-why')}</p>
      ${said(motion.words)}
    </div>`;
  const outcome = state === 'awaiting-chair' ? 'awaiting-chair' : (`outcome-${result!.outcome}` as const);
  const good = result!.outcome === 'passed' || result!.outcome === 'elected';
  return html`<div class="screen" part="screen">
    ${heading(view, motion.title)}
    <section class="notice ${good ? 'success' : ''}" part="result">
      <p class="outcome">${view.t(outcome)}</p>
      ${
        result!.outcome === 'elected'
          ? html`<p><b dir="auto">${view.t('winners', { names: titlesOf(view, result!.winners) })}</b></p>`
          : nothing
      }
      <ul class="plain">
        ${view.state.explanation.map((one) => explained(view, one))}
      </ul>
    </section>
    ${
      mayDecide
        ? chair(view)
        : view.waitsForCard
          ? html`<div class="actions">
              ${button(view.t('chair-in'), () => view.go('sign-in'), 'secondary', 'begin')}
            </div>`
          : nothing
    }
    ${counts(view, result!)} ${inclusion(view)}
    <details part="rules">
      <summary>${view.t('decide')}</summary>
      ${said(motion.words)} ${rules(view)}
    </details>
    ${votes(view)}
    <p class="hint">${view.t('whole-log')}</p>
  </div>`;
}

function explained(view: BallotView, one: Explanation): Part {
  const line = (words: string) => html`<li>${words}</li>`;
  switch (one.kind) {
    case 'turnout':
      return line(view.t('turnout', { eligible: one.eligible, cast: one.cast, abstained: one.abstained }));
    case 'papers':
      return line(view.t('papers', { n: one.papers }));
    case 'quorum':
      return one.needed > 0
        ? line(
            view.t(one.met ? `quorum-met-${one.counts}` : `quorum-missed-${one.counts}`, {
              needed: one.needed,
              counted: one.counted,
            }),
          )
        : nothing;
    case 'threshold':
      return html`<li>
        <b>${view.t(`needed-${one.of}`, { base: one.base, reached: one.reached, needed: one.needed })}</b>
      </li>`;
    case 'tie': {
      const key = `tie-chosen-${one.rule}`;
      const chosen = one.chosen === undefined ? '' : titleOf(view, one.chosen);
      const after = one.chosen !== undefined || one.rule === 'again' ? view.words(key, { name: chosen }) : undefined;
      const many = one.unfollowed ? view.t('tie-unfollowed') : '';
      return line([view.t('tie-between', { names: titlesOf(view, one.between) }), many, after ?? ''].join(' ').trim());
    }
    case 'unanimous':
      return line(view.t('unanimous', { title: titleOf(view, one.option) }));
    case 'outcome':
      return one.outcome === 'too-few' ? line(view.t('too-few-why')) : nothing;
  }
}

/** The table of the count: a bar is as long as its share of the largest number. */
function counts(view: BallotView, { counts: all, rounds, order, pairs, winners, droopQuota }: BallotResult): Part {
  const { method } = view.state.ballot!.rules;
  if (all.length === 0) return nothing;
  const unit = method === 'score' ? 'points' : isRanked(method) ? 'first' : 'votes';
  return html`${table(view, view.t('counts'), unit, all, winners)} ${order ? orderOf(view, order) : nothing}
  ${
    rounds
      ? html`<details part="rounds">
          <summary>${view.t('rounds')}</summary>
          <div class="stack">
            ${droopQuota ? html`<p>${view.t('seat-needs', { n: droopQuota })}</p>` : nothing}
            ${rounds.map(
              (one, at) =>
                html`${table(view, view.t('round', { n: at + 1 }), 'votes', one.counts, one.elected, one.exhausted)}
                ${
                  one.tied
                    ? html`<p>
                        ${view.t(one.eliminated.length > 0 ? 'round-lot' : 'round-alike', { names: titlesOf(view, one.tied) })}
                      </p>`
                    : nothing
                }
                ${
                  one.elected.length > 0
                    ? html`<p><b>${view.t('round-in', { names: titlesOf(view, one.elected) })}</b></p>`
                    : nothing
                }
                ${
                  one.eliminated.length > 0
                    ? html`<p>${view.t('round-out', { names: titlesOf(view, one.eliminated) })}</p>`
                    : nothing
                }`,
            )}
          </div>
        </details>`
      : nothing
  }
  ${
    pairs
      ? html`<details part="pairs">
          <summary>${view.t('pairs')}</summary>
          <table>
            <tbody>
              ${pairs.map(
                ({ option, over, votes }) =>
                  html`<tr>
                    <th scope="row" dir="auto">
                      ${view.t('pair', { option: titleOf(view, option), over: titleOf(view, over) })}
                    </th>
                    <td>${votes}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </details>`
      : nothing
  }`;
}

function table(
  view: BallotView,
  caption: string,
  unit: 'votes' | 'points' | 'first',
  all: BallotResult['counts'],
  winners: readonly string[],
  exhausted = '0',
): TemplateResult {
  const most = Math.max(1, ...all.map(({ votes }) => Number(votes)));
  return html`<table part="counts">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${view.t('option')}</th>
        <th scope="col">${view.t(unit)}</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(
        ({ option, votes }) =>
          html`<tr>
            <th scope="row">
              <span dir="auto"
                >${winners.includes(option) ? html`<b>${titleOf(view, option)}</b>` : titleOf(view, option)}</span
              >
              <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect width=${(100 * Number(votes)) / most} height="6"></rect>
              </svg>
            </th>
            <td>${votes}</td>
          </tr>`,
      )}
      ${
        exhausted === '0'
          ? nothing
          : html`<tr>
              <th scope="row">${view.t('exhausted')}</th>
              <td>${exhausted}</td>
            </tr>`
      }
    </tbody>
  </table>`;
}

function orderOf(view: BallotView, order: NonNullable<BallotResult['order']>): TemplateResult {
  let place = 1;
  const rows = order.map((together) => {
    const n = place;
    place += together.length;
    return html`<li><b>${view.t('place', { n })}</b> <span dir="auto">${titlesOf(view, together)}</span></li>`;
  });
  return html`<section>
    <h3>${view.t('order')}</h3>
    <ol class="plain order">
      ${rows}
    </ol>
  </section>`;
}

/** Of an open ballot: who voted what. */
function votes(view: BallotView): Part {
  const { votes: all } = view.state.ballot!;
  if (!all || all.length === 0) return nothing;
  return html`<details part="votes">
    <summary>${view.t('who-voted')}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${view.t('member')}</th>
          <th scope="col">${view.t('vote')}</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ name, choice }) =>
            html`<tr>
              <th scope="row" dir="auto">${name}</th>
              <td dir="auto">${linesOf(view, choice).join(view.t('comma'))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** Was my ballot counted? The list is looked through on her phone, so nobody learns whose it is. */
function inclusion(view: BallotView): Part {
  const { receipt, inclusion: found, ballot } = view.state;
  if (ballot!.result!.outcome === 'too-few') return nothing;
  const look = (event: Event) => {
    const field = (event.currentTarget as Element).closest('section')!.querySelector<HTMLInputElement>('#typed');
    view.check(field ? field.value : '');
  };
  return html`<section class="card" part="counted">
    <h3 id="counted" tabindex="-1">${view.t('counted')}</h3>
    ${
      receipt
        ? receiptOf(view, receipt)
        : html`<div class="field">
            <label class="visually-hidden" for="typed">${view.t('receipt')}</label>
            <p class="hint" id="typed-hint">${view.t('counted-hint')}</p>
            ${view.shortReceipt ? html`<p class="fault" id="typed-fault" role="alert">${view.t('counted-short')}</p>` : nothing}
            <input
              class="input digits"
              id="typed"
              dir="ltr"
              autocomplete="off"
              autocorrect="off"
              autocapitalize="off"
              spellcheck="false"
              writingsuggestions="false"
              aria-invalid=${view.shortReceipt ? 'true' : nothing}
              aria-describedby=${view.shortReceipt ? 'typed-hint typed-fault' : 'typed-hint'}
            />
          </div>`
    }
    <div class="actions">
      <button class="button secondary" type="button" id="check-receipt" @click=${look}>
        ${view.t('counted-check')}
      </button>
    </div>
    <p
      class="found ${found?.status === 'counted' ? 'done' : found && found.status !== 'pending' ? 'fault' : ''}"
      id="found"
      role="status"
    >
      ${
        found
          ? view.t(
              (
                {
                  pending: 'counted-checking',
                  counted: 'counted-yes',
                  missing: 'counted-no',
                  error: 'counted-failed',
                } as const
              )[found.status],
              { of: found.of ?? 0 },
            )
          : nothing
      }
    </p>
  </section>`;
}

/** The chair decides a tie. */
function chair(view: BallotView): TemplateResult {
  const { ballot, decision } = view.state;
  const between = ballot!.result!.tie?.between ?? [];
  const decide = (event: Event) => {
    const box = (event.currentTarget as Element).closest('section')!;
    const chosen = box.querySelector<HTMLInputElement>('input:checked');
    if (chosen) view.decide(chosen.value);
    else view.announce(view.t('fault-missing'));
  };
  const waits = decision?.status === 'sending' || decision?.status === 'waiting';
  return html`<section class="card" part="chair">
    <fieldset>
      <legend><h3>${view.t('chair-choose')}</h3></legend>
      <p class="hint">${view.t('chair-why')}</p>
      ${between.map(
        (id) =>
          html`<label class="choice option" part="option"
            ><input type="radio" name="chair" .value=${id} autocomplete="off" /><span dir="auto"
              >${titleOf(view, id)}</span
            ></label
          >`,
      )}
    </fieldset>
    <div class="actions">
      <button class="button large" type="button" id="decide" aria-disabled=${waits ? 'true' : nothing} @click=${decide}>
        ${view.t('chair-cast')}
      </button>
    </div>
    ${
      decision && decision.status !== 'done'
        ? html`<p class=${decision.status === 'sending' ? 'hint' : 'fault'} role="status">
            ${decision.status === 'failed' ? view.t('refused-other') : view.t(decision.status)}
          </p>`
        : nothing
    }
  </section>`;
}
