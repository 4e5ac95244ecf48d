import { html, nothing, type TemplateResult } from 'lit';
import type { CaseChannel, CaseState, Grade, QueueFilters } from '@fulian/sdk/stores/case-desk';
import { gradeSigns } from './case-desk.row.js';
import type { DeskView } from './case-desk.view.js';
import type { DeskKey } from './case-desk.words.js';

const grades: readonly Grade[] = ['red', 'orange', 'pink', 'none'];
const states: readonly CaseState[] = [
  'submitted',
  'accepted',
  'in-progress',
  'reopened',
  'resolved',
  'followed-up',
  'closed',
  'declined',
  'withdrawn',
];
/** How a case comes, most often first. */
export const channels: readonly CaseChannel[] = [
  'web',
  'hotline-12338',
  'visit',
  'wechat',
  'letter',
  'hotline-12345',
  'grid',
  'police',
  'court',
  'federation',
];

/** The filters as they are before anybody chooses; the view and the order stay. */
const noFilters: Partial<QueueFilters> = {
  states: [],
  grades: [],
  categories: [],
  channels: [],
  worker: undefined,
  division: undefined,
};

/** How many conditions are set. */
export function filtersSet({ states: some, grades: levels, categories, channels: ways, ...one }: QueueFilters): number {
  const values = levels.length + some.length + categories.length + ways.length;
  return values + (one.worker ? 1 : 0) + (one.division ? 1 : 0);
}

/** Conditions besides the view, and the sets of them that the worker has named. */
export function filterPanel(view: DeskView): TemplateResult {
  const { store, state, scratch } = view;
  const { filters } = state.queue;
  const toggle = (grade: Grade) =>
    store.setFilters({ grades: grades.filter((one) => (one === grade) !== filters.grades.includes(one)) });
  const workers = typeof scratch.workers === 'object' ? scratch.workers : [];
  return html`<div class="filter-panel">
    <div class="views" role="group" aria-label=${view.t('filter-grade')}>
      ${grades.map(
        (grade) =>
          html`<button
            class="view ${grade}"
            type="button"
            data-grade=${grade}
            aria-pressed=${filters.grades.includes(grade) ? 'true' : 'false'}
            @click=${() => void toggle(grade)}
          >
            <span class="sign" aria-hidden="true">${gradeSigns[grade]}</span>${view.gradeName(grade)}
          </button>`,
      )}
    </div>
    <div class="filter-grid">
      ${several(
        view,
        'filter-state',
        filters.states,
        states.map((one) => [one, view.t(`state-${one}`)]),
        (values) => store.setFilters({ states: values }),
      )}
      ${several(
        view,
        'filter-category',
        filters.categories,
        (state.form?.categories ?? []).map(({ code, label }) => [code, view.localized(label)]),
        (values) => store.setFilters({ categories: values }),
      )}
      ${several(
        view,
        'filter-channel',
        filters.channels,
        channels.map((one) => [one, view.t(`channel-${one}`)]),
        (values) => store.setFilters({ channels: values }),
      )}
      ${choice(
        view,
        'filter-worker',
        filters.worker,
        workers.map(({ id, name }) => [id, name]),
        (value) => store.setFilters({ worker: value || undefined }),
      )}
      ${choice(
        view,
        'filter-division',
        filters.division,
        view.places.map(({ code, name }) => [code, name]),
        (value) => store.setFilters({ division: value || undefined }),
      )}
    </div>
    <div class="line">
      <button class="tool" id="filters-reset" type="button" @click=${() => void store.setFilters(noFilters)}>
        ${view.t('filters-reset')}
      </button>
    </div>
    ${saved(view)}
  </div>`;
}

/** Any number of values; folded, it says which, or how many. */
function several<Value extends string>(
  view: DeskView,
  key: DeskKey & `filter-${string}`,
  chosen: readonly Value[],
  options: readonly (readonly [value: Value, words: string])[],
  choose: (values: Value[]) => Promise<void>,
): TemplateResult {
  const [only] = options.filter(([value]) => chosen.includes(value));
  const shown =
    chosen.length === 0
      ? view.t('filter-any')
      : chosen.length === 1 && only
        ? only[1]
        : view.t('filter-several', { n: chosen.length });
  const toggle = (changed: Value) =>
    choose(options.map(([value]) => value).filter((one) => (one === changed) !== chosen.includes(one)));
  return html`<details class="several">
    <summary class="tool" id=${key}><span class="hint">${view.t(key)}</span> <bdi>${shown}</bdi></summary>
    <div class="radios" role="group" aria-labelledby=${key}>
      ${options.map(
        ([value, words]) =>
          html`<label class="radio"
            ><input
              type="checkbox"
              name=${key}
              data-value=${value}
              .value=${value}
              autocomplete="off"
              .checked=${chosen.includes(value)}
              @change=${() => void toggle(value)}
            /><span>${words}</span></label
          >`,
      )}
    </div>
  </details>`;
}

function choice(
  view: DeskView,
  key: DeskKey & `filter-${string}`,
  chosen: string | undefined,
  options: readonly (readonly [value: string, words: string])[],
  choose: (value: string) => Promise<void>,
): TemplateResult {
  return html`<label class="small-field"
    ><span class="hint">${view.t(key)}</span
    ><select
      class="input"
      id=${key}
      autocomplete="off"
      @change=${(event: Event) => void choose((event.target as HTMLSelectElement).value)}
    >
      <option value="">${view.t('filter-any')}</option>
      ${options.map(([value, words]) => html`<option .value=${value} .selected=${chosen === value}>${words}</option>`)}
    </select></label
  >`;
}

function saved(view: DeskView): TemplateResult {
  const { store, state } = view;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('filter-name') as HTMLInputElement;
    const words = field.value.trim();
    field.value = '';
    if (words) void store.saveFilter(words);
  };
  return html`<div class="saved">
    ${
      state.saved.length > 0
        ? html`<ul class="saved-list" aria-label=${view.t('saved-filters')}>
            ${state.saved.map(
              ({ name }) =>
                html`<li>
                  <button
                    class="tool"
                    type="button"
                    aria-label=${view.t('filter-use', { name })}
                    @click=${() => void store.useFilter(name)}
                  >
                    <bdi>${name}</bdi></button
                  ><button
                    class="tool"
                    type="button"
                    aria-label=${view.t('filter-remove', { name })}
                    @click=${() => void store.removeFilter(name)}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <form class="line" @submit=${save}>
      <label class="visually-hidden" for="filter-name">${view.t('filter-name')}</label>
      <input
        class="input"
        id="filter-name"
        name="filter-name"
        autocomplete="off"
        maxlength="40"
        placeholder=${view.t('filter-name')}
      />
      <button class="tool" type="submit">${view.t('filter-save')}</button>
    </form>
  </div>`;
}
