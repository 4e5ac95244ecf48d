import { html, nothing, type TemplateResult } from 'lit';
import type { Schemas } from '@fulian/sdk';
import type { DeskView } from './council-desk.view.js';
import { ruleLines, shareWords } from './council-desk.rules.js';

type Ballot = Schemas['Ballot'];
type Result = Schemas['BallotResult'];

/** What the options are called. */
export function optionNames(
  view: DeskView,
  { options, rules }: Pick<Ballot, 'options' | 'rules'>,
): (id: string) => string {
  if (rules.method === 'yes-no') return (id) => view.words('option', id);
  const names = new Map(options.map(({ id, title }) => [id, title]));
  return (id) => names.get(id) ?? id;
}

/** How it ended, in one sentence. */
export function outcomeWords(view: DeskView, ballot: Ballot): string {
  const { result, state } = ballot;
  if (!result) return view.t(`ballot-${state}`);
  const name = optionNames(view, ballot);
  const names = (ids: readonly string[]) => ids.map(name).join(view.t('comma'));
  if (result.outcome === 'elected') return view.t('outcome-elected', { names: names(result.winners) });
  if (result.outcome === 'tied') return view.t('outcome-tied', { names: names(result.tie?.between ?? []) });
  return view.t(`outcome-${result.outcome}`);
}

/** The result and how it came about, so that anybody can count it again; on paper nothing is folded. */
export function resultBlock(view: DeskView, ballot: Ballot, onPaper = false): TemplateResult | typeof nothing {
  const { result } = ballot;
  if (!result) return nothing;
  return html`<section class="block result" part="result" aria-labelledby="result-title">
    <h3 id="result-title">${view.t('result')}</h3>
    <p class="outcome">${outcomeWords(view, ballot)}</p>
    <ul class="plain-rules">
      ${reasons(view, ballot, result).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${counts(view, ballot, result)} ${rounds(view, ballot, result, onPaper)} ${order(view, ballot, result)}
  </section>`;
}

/** 'Of 10, 7 are needed; it got 7': each number with what it is compared to. */
export function reasons(view: DeskView, { rules }: Ballot, result: Result): string[] {
  const { turnout, quorum, threshold, tie, outcome } = result;
  const lines = [view.t('turnout', { of: turnout.eligible, n: turnout.cast, abstained: turnout.abstained })];
  if (turnout.present !== undefined) lines.push(view.t('turnout-present', { n: turnout.present }));
  if (turnout.papers !== undefined) lines.push(view.t('turnout-papers', { n: turnout.papers, of: turnout.eligible }));
  if (rules.quorum.share.numerator > 0)
    lines.push(
      view.t(`quorum-${rules.quorum.counts}-${quorum.met ? 'met' : 'missed'}`, {
        n: quorum.counted,
        needed: quorum.needed,
      }),
    );
  if (threshold && rules.threshold && outcome !== 'no-quorum' && outcome !== 'too-few')
    lines.push(
      view.t(`threshold-${rules.threshold.relation}-${threshold.met ? 'met' : 'missed'}`, {
        base: view.t(`base-${rules.base}`),
        of: threshold.base,
        share: shareWords(view, rules.threshold.share),
        needed: threshold.needed,
        n: threshold.reached,
      }),
    );
  if (tie?.unfollowed) lines.push(view.t('tie-unfollowed'));
  if (tie) lines.push(view.t(`tie-${tie.rule}-${tie.chosen === undefined ? 'pending' : 'decided'}`));
  return lines;
}

function counts(view: DeskView, ballot: Ballot, { counts: rows, winners }: Result): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const name = optionNames(view, ballot);
  const heading = view.t(ballot.rules.method === 'score' ? 'points' : ranked(ballot) ? 'first-votes' : 'votes');
  return html`<div class="table-box" tabindex="0" role="group" aria-label=${view.t('result')}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${view.t('option')}</th>
          <th scope="col" class="number">${heading}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ option, votes }) =>
            html`<tr>
              <th scope="row"><bdi>${name(option)}</bdi> ${winners.includes(option) ? html`<b>✓</b>` : nothing}</th>
              <td class="number">${votes}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const ranked = ({ rules: { method } }: Ballot) =>
  method === 'instant-runoff' || method === 'schulze' || method === 'stv';

function rounds(view: DeskView, ballot: Ballot, result: Result, onPaper: boolean): TemplateResult | typeof nothing {
  const { rounds: all = [] } = result;
  if (all.length === 0) return nothing;
  const name = optionNames(view, ballot);
  const names = (ids: readonly string[]) => ids.map(name).join(view.t('comma'));
  return html`<details class="exact" ?open=${onPaper}>
    <summary>${view.t('rounds', { n: all.length })}</summary>
    <ol class="items">
      ${all.map(
        (round, at) =>
          html`<li>
            <b>${view.t('round', { n: at + 1 })}</b>
            ${round.counts.map(({ option, votes }) => view.t('round-count', { name: name(option), n: votes })).join(view.t('comma'))}
            ${round.elected.length > 0 ? html`<br />${view.t('round-elected', { names: names(round.elected) })}` : nothing}
            ${round.eliminated.length > 0 ? html`<br />${view.t('round-eliminated', { names: names(round.eliminated) })}` : nothing}
            ${round.exhausted !== '0' ? html`<br />${view.t('round-exhausted', { n: round.exhausted })}` : nothing}
          </li>`,
      )}
    </ol>
  </details>`;
}

function order(view: DeskView, ballot: Ballot, result: Result): TemplateResult | typeof nothing {
  if (!result.order) return nothing;
  const name = optionNames(view, ballot);
  return html`<h4>${view.t('order')}</h4>
    <ol class="items">
      ${result.order.map((place, at) => html`<li>${at + 1}. ${place.map(name).join(' = ')}</li>`)}
    </ol>`;
}

/** Who voted what, of an open ballot that is closed. */
export function votesTable(view: DeskView, ballot: Ballot): TemplateResult | typeof nothing {
  const { votes = [], rules } = ballot;
  if (rules.secrecy === 'secret' || votes.length === 0) return nothing;
  const name = optionNames(view, ballot);
  return html`<section class="block">
    <h3>${view.t('who-voted-what')}</h3>
    <div class="table-box" tabindex="0" role="group" aria-label=${view.t('who-voted-what')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${view.t('name')}</th>
            <th scope="col">${view.t('her-vote')}</th>
          </tr>
        </thead>
        <tbody>
          ${votes.map(
            ({ name: who, choice }) =>
              html`<tr>
                <th scope="row"><bdi>${who}</bdi></th>
                <td>${choiceWords(view, choice, name)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function choiceWords(view: DeskView, choice: Schemas['PublishedVote']['choice'], name: (id: string) => string): string {
  const { abstain, picks, scores, ranking } = choice;
  if (abstain) return view.t('abstains');
  if (scores) return scores.map(({ option, points }) => `${name(option)} ${points}`).join(view.t('comma'));
  if (ranking) return ranking.map((id, at) => `${at + 1}. ${name(id)}`).join(' ');
  return (picks ?? []).length > 0 ? picks!.map(name).join(view.t('comma')) : view.t('none-chosen');
}

/** The rules as a list of sentences. */
export function rulesList(view: DeskView, { rules, eligible }: Pick<Ballot, 'rules' | 'eligible'>): TemplateResult {
  return html`<ul class="plain-rules">
    ${ruleLines(view, rules, eligible).map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
