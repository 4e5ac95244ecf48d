import { html, nothing, type TemplateResult } from 'lit';
import type { Council } from '@fulian/sdk/stores/council-desk';
import { rateWords, sectionsOf } from './council-desk.bar.js';
import { areaField, faultAt, textField, tickField, tool } from './council-desk.fields.js';
import { form } from './council-desk.forms.js';
import { failed, listed, waiting } from './council-desk.gates.js';
import type { DeskView } from './council-desk.view.js';

/** The councils that she looks after, with how much of what they decided was done. */
export function councilsScreen(view: DeskView): TemplateResult {
  const { state, store, scratch } = view;
  const { councils, load, loadError, report } = state;
  if (scratch.place.section === 'council') return councilForm(view);
  if (load === 'error') return failed(view, loadError, () => void store.load());
  if (load !== 'complete') return waiting(view);
  const look = (event: SubmitEvent) => {
    event.preventDefault();
    void store.findCouncils(scratch.find.trim());
  };
  return html`<div class="line">
      <h2 id="councils-title" tabindex="-1">${view.t('councils')}</h2>
      <span class="push"></span>
      ${tool('council-new', view.t('council-new'), () =>
        view.edit('council', { section: 'council', item: 'new', isForm: true }),
      )}
    </div>
    ${
      report
        ? html`<p class="hint">
            <bdi>${report.federation.name}</bdi> · ${view.t('councils-count', { n: report.councils })} ·
            ${rateWords(view, report.counts)}
          </p>`
        : nothing
    }
    <form class="line search" role="search" @submit=${look}>
      ${unitChoice(view)}
      ${textField(
        {
          id: 'find',
          label: view.t('find'),
          value: scratch.find,
          write: (text) => void (scratch.find = text),
        },
        'search',
      )}
      <button class="tool" id="find-go" type="submit">${view.t('find-go')}</button>
    </form>
    ${listed(
      view,
      councils,
      (items) =>
        html`<ul class="items" part="list">
          ${items.map((one) => councilItem(view, one))}
        </ul>`,
      {
        empty: view.t(state.find === '' ? 'councils-none' : 'councils-not-found'),
        more: () => void store.moreCouncils(),
        again: () => void store.findCouncils(state.find),
      },
    )}`;
}

function councilItem(view: DeskView, { id, name, federation, members, counts, state }: Council): TemplateResult {
  return html`<li class="item" part="item">
    <p class="line">
      <button class="item-title" type="button" data-id=${id} @click=${() => view.open(id)}><bdi>${name}</bdi></button>
      ${state === 'ended' ? html`<span class="state over">${view.t('council-ended')}</span>` : nothing}
    </p>
    <p class="hint">
      <bdi>${federation.name}</bdi> · ${view.t('members', { n: members })} · ${rateWords(view, counts)}
    </p>
  </li>`;
}

/** Whose councils: her own federation's, or those of one below it. */
function unitChoice(view: DeskView): TemplateResult | typeof nothing {
  const { report, federation } = view.state;
  const own = view.member.federation;
  const units = [
    own,
    ...(report && report.federation.code !== own.code ? [report.federation] : []),
    ...(report?.children ?? []).map((one) => one.federation),
  ];
  if (units.length < 2) return nothing;
  return html`<div class="field">
    <label class="label" for="unit">${view.t('unit')}</label>
    <select
      class="input"
      id="unit"
      autocomplete="off"
      @change=${(event: Event) => void view.store.setFederation((event.target as HTMLSelectElement).value)}
    >
      ${units.map(({ code, name }) => html`<option .value=${code} .selected=${code === federation}>${name}</option>`)}
    </select>
  </div>`;
}

/** Founds a council, or changes what is written about one. */
function councilForm(view: DeskView): TemplateResult {
  const { store, state, scratch } = view;
  const editor = state.editors.council;
  const { draft = {}, faults = [], conflict } = editor ?? {};
  const isNew = scratch.place.item === 'new';
  const unit = unitOf(view);
  return form(view, 'council', {
    title: view.t(isNew ? 'council-new' : 'council-edit'),
    button: view.t(isNew ? 'council-found' : 'save'),
    back: { section: 'roll' },
    after: (id) => {
      if (isNew) view.open(id);
      return { section: 'roll' };
    },
    theirs:
      conflict &&
      (() =>
        html`<p>
            <b><bdi>${conflict.name}</bdi></b>
          </p>
          <p class="said">${conflict.words}</p>`),
    fields: () =>
      html`${isNew ? html`<p class="hint">${view.t('council-of', { name: unit })}</p>` : nothing}
      ${textField({
        id: 'council-name',
        label: view.t('council-name'),
        value: draft.name ?? '',
        max: 100,
        isNeeded: true,
        fault: faultAt(view, faults, 'name'),
        write: (name) => store.write('council', { name }),
      })}
      ${areaField({
        id: 'council-words',
        label: view.t('council-words') + view.t('optional'),
        hint: view.t('council-words-hint'),
        value: draft.words ?? '',
        max: 2000,
        fault: faultAt(view, faults, 'words'),
        write: (words) => store.write('council', { words: words === '' ? undefined : words }),
      })}
      ${
        isNew
          ? nothing
          : tickField(
              { id: 'council-ended', label: view.t('council-end'), hint: view.t('council-end-hint') },
              draft.ended ?? false,
              (ended) => store.write('council', { ended }),
            )
      }`,
  });
}

/** The name of the federation whose councils are shown. */
function unitOf({ state, member }: DeskView): string {
  const { report, federation } = state;
  return report?.federation.code === federation ? report.federation.name : member.federation.name;
}

/** What is shown to whose role has nothing to do with councils. */
export function notForYou(view: DeskView): TemplateResult | typeof nothing {
  return sectionsOf(view.member).length > 0
    ? nothing
    : html`<p class="saying" role="status">${view.t('not-your-role')}</p>`;
}
