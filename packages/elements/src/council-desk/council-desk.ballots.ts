import { html, nothing, type TemplateResult } from 'lit';
import { mayRunAgain, type Ballot, type BallotCheck, type DeskBallot } from '@fulian/sdk/stores/council-desk';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/council-desk-ballots.js';
import { ballotForm, openBallotForm } from './council-desk.ballot-form.js';
import { tool } from './council-desk.fields.js';
import { actSaid, failed, listed, waiting } from './council-desk.gates.js';
import { optionNames, outcomeWords, resultBlock, rulesList, votesTable } from './council-desk.result.js';
import { resultSheet } from './council-desk.result-sheet.js';
import { leftUntil, when } from './council-desk.time.js';
import type { CouncilView, DeskView } from './council-desk.view.js';
import { catalogue } from './council-desk.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of this section in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/council-desk-ballots.js')).words);
}

const looks = { draft: '', open: 'alive', 'awaiting-chair': 'waits', closed: 'over', cancelled: 'over' } as const;

/** The ballots, one of them, or the form of one. */
export function screen(council: CouncilView): TemplateResult {
  const { item, isForm } = council.view.scratch.place;
  if (item === undefined) return listScreen(council);
  return isForm ? ballotForm(council) : ballotScreen(council);
}

function listScreen(council: CouncilView): TemplateResult {
  const { view, shown } = council;
  return html`<div class="line">
      <h3 id="list-title" tabindex="-1">${view.t('ballots-title')}</h3>
      <span class="push"></span>
      ${tool('ballot-new', view.t('ballot-new'), () => openBallotForm(council))}
    </div>
    ${listed(
      view,
      shown.ballots,
      (items) =>
        html`<ul class="items" part="list">
          ${items.map((one) => ballotItem(view, one))}
        </ul>`,
      {
        empty: view.t('ballots-empty'),
        more: () => void view.store.more('ballots'),
        again: () => void view.store.refresh(),
      },
    )}`;
}

function ballotItem(view: DeskView, one: Ballot): TemplateResult {
  const { id, motion, state, rules, result } = one;
  return html`<li class="item" part="item" data-id=${id}>
    <p class="line">
      <button class="item-title" type="button" data-id=${id} @click=${() => view.go({ section: 'ballots', item: id })}>
        <bdi>${motion.title}</bdi>
      </button>
      <span class="state ${looks[state]}">${view.t(`ballot-${state}`)}</span>
    </p>
    ${
      result
        ? html`<p>
            <b><bdi>${outcomeWords(view, one)}</bdi></b>
          </p>`
        : nothing
    }
    <p class="hint">
      ${view.t(rules.secrecy === 'secret' ? 'ballot-secret' : 'ballot-public')} · ${timeWords(view, one)}
    </p>
  </li>`;
}

function timeWords(view: DeskView, { closedAt, closesAt }: Ballot): string {
  if (closedAt !== undefined) return view.t('closed-at', { when: when(view.language, closedAt) });
  return closesAt === undefined ? '' : view.t('closes-at', { when: when(view.language, closesAt) });
}

function ballotScreen(council: CouncilView): TemplateResult {
  const { view, shown } = council;
  const { item } = view.scratch.place;
  const open = shown.ballot?.id === item ? shown.ballot : undefined;
  const back = html`<div class="line">
    ${tool('back', view.t('ballot-back'), () => view.go({ section: 'ballots' }))}
  </div>`;
  if (!open || (open.load !== 'error' && !open.ballot)) return html`${back}${waiting(view)}`;
  const { ballot } = open;
  if (!ballot) return html`${back}${failed(view, open.error, () => void view.store.openBallotView(item))}`;
  const { motion, state, rules, eligible, options } = ballot;
  return html`${back}
    <article class="stacked">
      <div class="line">
        <h3 id="place-title" tabindex="-1"><bdi>${motion.title}</bdi></h3>
        <span class="state ${looks[state]}">${view.t(`ballot-${state}`)}</span>
      </div>
      <p class="said">${motion.words}</p>
      ${
        rules.method === 'yes-no'
          ? nothing
          : html`<ol class="items">
              ${options.map(
                ({ title, words: about }, at) =>
                  html`<li>
                    ${at + 1}. <b><bdi>${title}</bdi></b
                    >${about ? html`<p class="said hint">${about}</p>` : nothing}
                  </li>`,
              )}
            </ol>`
      }
      <p class="hint">${view.t('eligible-count', { n: eligible })} · ${timeWords(view, ballot)}</p>
      ${ballot.again === undefined ? nothing : html`<p class="hint">${view.t('ballot-again-of')}</p>`}
      ${state === 'open' ? running(council, ballot) : nothing}
      ${
        state === 'awaiting-chair'
          ? html`<p class="notice" id="chair-pending">
              ${view.t('chair-pending', { names: (ballot.result?.tie?.between ?? []).map(optionNames(view, ballot)).join(view.t('comma')) })}
            </p>`
          : nothing
      }
      ${resultBlock(view, ballot)} ${state === 'draft' || state === 'open' ? checklist(view, open) : nothing}
      ${steps(council, open, ballot)}
      ${(['open', 'close', 'cancel'] as const).map((act) => actSaid(view, shown.acts[`${act} ${ballot.id}`], `said-${act}`))}
      ${view.scratch.printFailed ? html`<p class="notice danger" role="alert">${view.t('result-print-failed')}</p>` : nothing}
      ${votesTable(view, ballot)}
      <details class="exact" ?open=${state === 'draft'}>
        <summary>${view.t('rules-plain')}</summary>
        ${rulesList(view, ballot)}
      </details>
    </article>`;
}

/** How much time is left, and nothing of what was voted. */
function running({ view }: CouncilView, { closesAt }: Ballot): TemplateResult | typeof nothing {
  if (closesAt === undefined) return nothing;
  const { days: d, hours: h, minutes: m, seconds: s } = leftUntil(closesAt, view.now);
  const key = d > 0 ? 'left-days' : h > 0 ? 'left-hours' : m + s > 0 ? 'left-minutes' : 'left-over';
  return html`<div class="block" part="clock">
    ${key === 'left-over' ? nothing : html`<p>${view.t('time-left')}</p>`}
    <p class="clock" id="clock" role="timer">${view.t(key, { d, h, m, s })}</p>
    <p class="hint">${view.t('nothing-shown')}</p>
  </div>`;
}

/** What stands against the next step, and what should be thought of before it. */
function checklist(view: DeskView, { checks, load, ballot }: DeskBallot): TemplateResult {
  return html`<section class="block" part="checks" aria-labelledby="checks-title">
    <div class="line">
      <h3 id="checks-title">${view.t('checks')}</h3>
      <span class="push"></span>
      ${tool('checks-again', view.t('checks-again'), () => void view.store.check())}
    </div>
    ${ballot?.state === 'open' ? html`<p class="hint">${view.t('checks-closing')}</p>` : nothing}
    ${
      checks.length === 0 && load === 'pending'
        ? html`<p class="hint" role="status">${view.t('checks-loading')}</p>`
        : html`<ul class="checks">
            ${checks.map((one) => check(view, one))}
          </ul>`
    }
  </section>`;
}

function check(view: DeskView, { id, ok, blocks, number }: BallotCheck): TemplateResult {
  // Unanimity is said in any case: nobody can tell a service that it was.
  const kind = ok && id !== 'unanimity-told' ? 'fine' : blocks ? 'stands' : 'reminds';
  const signs = { fine: '✓', stands: '✕', reminds: '!' } as const;
  return html`<li class=${kind} data-check=${id}>
    <span class="sign" aria-hidden="true">${signs[kind]}</span>
    <span
      ><span class="visually-hidden">${view.t(`check-${kind}`)}${view.t('colon')}</span>${view.t(
        ok ? `check-${id}` : `check-${id}-not`,
        {
          n: number ?? 0,
        },
      )}</span
    >
  </li>`;
}

/** What may be done with it now; what nothing undoes is asked first. */
function steps(council: CouncilView, { isBlocked }: DeskBallot, ballot: Ballot): TemplateResult {
  const { view } = council;
  const { store } = view;
  const { id, state, rules, result } = ballot;
  const act = (name: 'open' | 'close' | 'cancel', run: () => Promise<boolean>) => {
    const after = () => {
      view.tell('fl-changed', { what: name });
      if (view.scratch.place.item !== id) return;
      if (name === 'cancel') view.go({ section: 'ballots' });
      else view.focus('place-title');
    };
    void view.act(`${name} ${id}`, run, after, `said-${name}`);
  };
  const main = (button: string, words: string, title: string, lines: readonly string[], go: string, run: () => void) =>
    html`<button
      class="button"
      id=${button}
      type="button"
      aria-disabled=${isBlocked ? 'true' : nothing}
      aria-describedby=${isBlocked ? 'checks-title' : nothing}
      @click=${() => {
        if (isBlocked) view.focus('checks-again');
        else view.ask({ title, words: lines, button: go, act: run, backTo: button });
      }}
    >
      ${words}
    </button>`;
  const cancel = (key: 'drop-draft' | 'cancel', label: string) =>
    tool(
      'do-cancel',
      label,
      () =>
        view.ask({
          title: view.t(`${key}-title`),
          words: [view.t(`${key}-words`)],
          button: view.t(`${key}-go`),
          isRisky: true,
          backTo: 'do-cancel',
          act: () => act('cancel', () => store.cancelBallot(id)),
        }),
      'risky',
    );
  return html`<div class="line">
    ${
      state === 'draft'
        ? html`${main(
            'do-open',
            view.t('do-open'),
            view.t('open-title'),
            [view.t('open-words'), ...(rules.secrecy === 'secret' ? [view.t('open-words-secret')] : [])],
            view.t('open-go'),
            () => act('open', () => store.openBallot(id)),
          )}
          ${tool('ballot-change', view.t('ballot-change'), () => openBallotForm(council, id))}
          ${cancel('drop-draft', view.t('do-drop'))}`
        : nothing
    }
    ${
      state === 'open'
        ? html`${main(
            'do-close',
            view.t('do-close'),
            view.t('close-title'),
            [view.t('close-words')],
            view.t('close-go'),
            () => act('close', () => store.closeBallot(id)),
          )}
          ${cancel('cancel', view.t('do-cancel'))}`
        : nothing
    }
    ${
      result && (result.outcome === 'passed' || result.outcome === 'elected')
        ? html`<button class="button" id="do-resolve" type="button" @click=${() => resolve(view, id)}>
            ${view.t('do-resolve')}
          </button>`
        : nothing
    }
    ${mayRunAgain(state, result) ? tool('do-again', view.t('do-again'), () => openBallotForm(council, undefined, id)) : nothing}
    ${result ? tool('result-print', view.t('result-print'), () => void printResult(council, ballot)) : nothing}
  </div>`;
}

function resolve(view: DeskView, ballotId: string): void {
  view.unlessUnsaved('resolution', () => {
    view.go({ section: 'resolutions', item: 'new', isForm: true });
    void view.store.resolutionFrom(ballotId);
  });
}

/** The result as a notice, with the log's signed head as it is now. */
async function printResult({ view, shown }: CouncilView, ballot: Ballot): Promise<void> {
  view.scratch.printFailed = false;
  const { head: before } = shown;
  await view.store.readHead();
  const { selected } = view.state;
  // An older head would not prove this result.
  if (selected?.id !== shown.id || !selected.head || selected.head === before) {
    view.scratch.printFailed = true;
    view.redraw();
    return;
  }
  await view.print('result', resultSheet(view, selected, ballot, selected.head));
}
