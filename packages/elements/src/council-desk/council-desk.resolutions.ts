import { html, nothing, type TemplateResult } from 'lit';
import { executionStepsAllowed, type Resolution } from '@fulian/sdk/stores/council-desk';
import type { Language } from '../base/language.js';
import { words } from '../locales/zh-CN/council-desk-resolutions.js';
import { tool } from './council-desk.fields.js';
import { smallForm } from './council-desk.forms.js';
import { actSaid, isBusy, listed, waiting } from './council-desk.gates.js';
import { noticeSheet } from './council-desk.notice-sheet.js';
import { resolutionForm } from './council-desk.resolution-form.js';
import { day } from './council-desk.time.js';
import type { CouncilView, DeskView } from './council-desk.view.js';
import { catalogue } from './council-desk.words.js';

catalogue.add('zh-CN', words);

/** Fetches the words of this section in `language`. Rejects where they cannot be loaded. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en') catalogue.add('en', (await import('../locales/en/council-desk-resolutions.js')).words);
}

const looks = { assigned: '', working: '', reported: 'waits', accepted: 'alive', dropped: 'over' } as const;
/** Steps in the order in which they are offered. */
const order = ['begin', 'add', 'report', 'accept', 'return', 'drop'] as const;
type Step = (typeof order)[number];

/** The resolutions, one of them with what was done, or the form of one. */
export function screen(council: CouncilView): TemplateResult {
  const { item, isForm } = council.view.scratch.place;
  if (item === undefined) return listScreen(council);
  return isForm ? resolutionForm(council) : resolutionScreen(council, item);
}

function listScreen({ view, shown }: CouncilView): TemplateResult {
  return html`<div class="line">
      <h3 id="list-title" tabindex="-1">${view.t('resolutions-title')}</h3>
      <span class="push"></span>
      ${tool('resolution-new', view.t('resolution-new'), () =>
        view.edit('resolution', { section: 'resolutions', item: 'new', isForm: true }),
      )}
    </div>
    ${listed(
      view,
      shown.resolutions,
      (items) =>
        html`<ul class="items" part="list">
          ${items.map((one) => resolutionItem(view, one))}
        </ul>`,
      {
        empty: view.t('resolutions-empty'),
        more: () => void view.store.more('resolutions'),
        again: () => void view.store.refresh(),
      },
    )}`;
}

function states(view: DeskView, { state, isLate, mayAccept }: Resolution): TemplateResult {
  return html`<span class="state ${looks[state]}">${view.t(`resolution-${state}`)}</span>
    ${isLate ? html`<span class="state waits">${view.t('is-late')}</span>` : nothing}
    ${
      state === 'reported'
        ? html`<span class="state ${mayAccept ? 'waits' : ''}"
            >${view.t(mayAccept ? 'waits-here' : 'waits-proposer')}</span
          >`
        : nothing
    }`;
}

function resolutionItem(view: DeskView, one: Resolution): TemplateResult {
  const { id, title, responsible, due } = one;
  return html`<li class="item" part="item" data-id=${id}>
    <p class="line">
      <button
        class="item-title"
        type="button"
        data-id=${id}
        @click=${() => view.go({ section: 'resolutions', item: id })}
      >
        <bdi>${title}</bdi>
      </button>
      ${states(view, one)}
    </p>
    <p class="hint"><bdi>${responsible}</bdi> · ${view.t('due-until', { day: day(view.language, due) })}</p>
  </li>`;
}

function resolutionScreen(council: CouncilView, item: string): TemplateResult {
  const { view, shown } = council;
  const one = shown.resolutions.items.find(({ id }) => id === item);
  const back = html`<div class="line">
    ${tool('back', view.t('resolution-back'), () => view.go({ section: 'resolutions' }))}
  </div>`;
  if (!one) return html`${back}${waiting(view)}`;
  const { id, title, words: text, decidedAt, responsible, due, notice, state } = one;
  const act = shown.acts[`execute ${id}`];
  const print = () => void view.print('notice', noticeSheet(view, shown, one));
  const change = () => view.edit('resolution', { section: 'resolutions', item: id, isForm: true }, id);
  return html`${back}
    <article class="stacked">
      <div class="line">
        <h3 id="place-title" tabindex="-1"><bdi>${title}</bdi></h3>
        ${states(view, one)}
      </div>
      <p class="said">${text}</p>
      <dl class="facts">
        <dt>${view.t('responsible')}</dt>
        <dd><bdi>${responsible}</bdi></dd>
        <dt>${view.t('due')}</dt>
        <dd>${day(view.language, due)}</dd>
        <dt>${view.t('notice')}</dt>
        <dd>
          ${notice ? view.t('notice-says', { from: day(view.language, notice.from), until: day(view.language, notice.until) }) : '—'}
        </dd>
        <dt>${view.t('satisfaction')}</dt>
        <dd>${ratings(view, one)}</dd>
      </dl>
      <p class="hint">${view.t('decided-at', { day: day(view.language, decidedAt) })}</p>
      <div class="line">
        ${steps(council, one)}
        ${state === 'accepted' || state === 'dropped' ? nothing : tool('resolution-change', view.t('resolution-change'), change)}
        ${tool('notice-print', view.t('notice-print'), print)}
      </div>
      ${state === 'reported' && !one.mayAccept ? html`<p class="hint">${view.t('accepts-proposer')}</p>` : nothing}
      ${view.scratch.small?.id === id ? stepForm(council, one, view.scratch.small.kind as Step) : nothing}
      ${actSaid(view, act)} ${evidence(view, one)}
    </article>`;
}

function ratings(view: DeskView, { ratings: { count, mean } }: Resolution): string {
  if (count === 0) return view.t('ratings-none');
  return mean === undefined ? view.t('ratings-few', { n: count }) : view.t('ratings-mean', { n: count, mean });
}

/** Who says now that it was done (X2). */
function acceptorOf({ mayAccept }: Resolution): 'organiser' | 'proposer' {
  return mayAccept ? 'organiser' : 'proposer';
}

function steps({ view }: CouncilView, one: Resolution): TemplateResult[] {
  const { id, state } = one;
  const allowed = executionStepsAllowed(state, acceptorOf(one));
  const { small } = view.scratch;
  return order
    .filter((kind) => allowed.includes(kind))
    .map((kind) =>
      tool(
        `${kind}-${id}`,
        view.t(`step-${kind}`),
        () => view.unfold(id, kind),
        kind === 'drop' ? 'risky' : '',
        small?.id === id && small.kind === kind,
      ),
    );
}

function stepForm({ view, shown }: CouncilView, { id }: Resolution, kind: Step): TemplateResult {
  const { small } = view.scratch;
  const act = shown.acts[`execute ${id}`];
  const take = () => {
    const text = small!.words.trim();
    const step = { kind, ...(text !== '' && { words: text }) };
    const after = () => {
      view.tell('fl-changed', { what: kind });
      if (view.scratch.small !== small) return;
      view.scratch.small = undefined;
      view.focus('place-title');
    };
    void view.act(`execute ${id}`, () => view.store.execute(id, step), after);
  };
  return smallForm(view, {
    title: view.t(`step-${kind}-title`),
    label: view.t(`step-${kind}-words`),
    hint: view.t(`step-${kind}-hint`),
    button: view.t(`step-${kind}-title`),
    isRisky: kind === 'drop',
    needsWords: kind !== 'begin',
    max: 2000,
    isBusy: isBusy(act),
    act: take,
  });
}

function evidence(view: DeskView, { evidence: all, acceptedAt, acceptance }: Resolution): TemplateResult {
  return html`<section class="block" aria-labelledby="evidence-title">
    <h3 id="evidence-title">${view.t('evidence')}</h3>
    ${
      all.length === 0
        ? html`<p class="hint">${view.t('evidence-empty')}</p>`
        : html`<ol class="comments">
            ${all.map(
              ({ at, words: text }) =>
                html`<li>
                  <span class="hint">${day(view.language, at)}</span>
                  <p class="said">${text}</p>
                </li>`,
            )}
          </ol>`
    }
    ${acceptance ? html`<p class="said">${view.t('acceptance')}<bdi>${acceptance}</bdi></p>` : nothing}
    ${acceptedAt ? html`<p class="hint">${view.t('accepted-at', { day: day(view.language, acceptedAt) })}</p>` : nothing}
  </section>`;
}
