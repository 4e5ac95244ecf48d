import { html, type TemplateResult } from 'lit';
import type { CaseStep } from '@fulian/sdk/stores/case-desk';
import type { CaseView } from './case-desk.view.js';

type Plan = NonNullable<CaseStep['plan']>;
type Item = Plan['items'][number];
type Helper = NonNullable<CaseStep['helpers']>[number];

const roles: readonly Helper['role'][] = [
  'counsellor',
  'investigator',
  'mediator',
  'lawyer',
  'social-worker',
  'volunteer',
];
const mostItems = 20;
const mostHelpers = 10;

const textOf = (event: Event) => (event.target as HTMLInputElement).value;
/** A copy in which the one at `at` is another one, or is left out. */
function replaced<T>(list: readonly T[], at: number, ...by: readonly T[]): T[] {
  return [...list.slice(0, at), ...by, ...list.slice(at + 1)];
}

/** One household, one plan (一户一策): what is to come of it, and who does what until when. */
export function planField({ view, selected, detail }: CaseView): TemplateResult {
  const plan: Plan = selected.drafts.plan?.plan ?? detail.plan ?? { aim: '', items: [] };
  const write = (change: Partial<Plan>) => view.store.write('plan', { plan: { ...plan, ...change } });
  const change = (at: number, part: Partial<Item>) =>
    write({ items: replaced(plan.items, at, { ...plan.items[at]!, ...part }) });
  const add = () => {
    write({ items: [...plan.items, { what: '', who: '' }] });
    view.focus(`item-${plan.items.length}`);
  };
  return html`<div class="field">
      <label class="field-label" for="aim">${view.t('plan-aim')}</label>
      <textarea
        class="input"
        id="aim"
        rows="2"
        dir="auto"
        autocomplete="off"
        maxlength="2000"
        .value=${plan.aim}
        @input=${(event: Event) => write({ aim: textOf(event) })}
      ></textarea>
    </div>
    <ol class="plan-edit">
      ${plan.items.map(
        (item, at) =>
          html`<li class="plan-row">
            <label
              ><span class="visually-hidden">${view.t('plan-what')}</span
              ><input
                class="input"
                id="item-${at}"
                autocomplete="off"
                maxlength="500"
                placeholder=${view.t('plan-what')}
                .value=${item.what}
                @input=${(event: Event) => change(at, { what: textOf(event) })}
            /></label>
            <label
              ><span class="visually-hidden">${view.t('plan-who')}</span
              ><input
                class="input"
                autocomplete="off"
                maxlength="100"
                placeholder=${view.t('plan-who')}
                .value=${item.who}
                @input=${(event: Event) => change(at, { who: textOf(event) })}
            /></label>
            <label
              ><span class="visually-hidden">${view.t('plan-by')}</span
              ><input
                class="input"
                type="date"
                autocomplete="off"
                .value=${item.by ?? ''}
                @change=${(event: Event) => {
                  const { by: _, ...rest } = item;
                  const by = textOf(event);
                  write({ items: replaced(plan.items, at, by ? { ...rest, by } : rest) });
                }}
            /></label>
            <label class="radio"
              ><input
                type="checkbox"
                autocomplete="off"
                .checked=${item.done === true}
                @change=${(event: Event) => change(at, { done: (event.target as HTMLInputElement).checked })}
              /><span>${view.t('plan-done')}</span></label
            >
            <button
              class="tool"
              type="button"
              aria-label=${view.t('remove')}
              @click=${() => write({ items: replaced(plan.items, at) })}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>`,
      )}
    </ol>
    <button class="tool" id="plan-add" type="button" ?hidden=${plan.items.length >= mostItems} @click=${add}>
      ${view.t('plan-add')}
    </button>`;
}

/** The helper team (三大员 and others). */
export function helpersField({ view, selected, detail }: CaseView): TemplateResult {
  const helpers: readonly Helper[] = selected.drafts.assign?.helpers ?? detail.helpers;
  const write = (list: Helper[]) => view.store.write('assign', { helpers: list });
  const change = (at: number, part: Partial<Helper>) => write(replaced(helpers, at, { ...helpers[at]!, ...part }));
  const add = () => {
    write([...helpers, { role: 'mediator', name: '' }]);
    view.focus(`helper-${helpers.length}`);
  };
  return html`<fieldset class="field">
    <legend class="field-label">${view.t('field-helpers')}</legend>
    ${helpers.map(
      ({ role, name }, at) =>
        html`<div class="line helper">
          <label
            ><span class="visually-hidden">${view.t('helper-role')}</span
            ><select
              class="input"
              autocomplete="off"
              @change=${(event: Event) => change(at, { role: textOf(event) as Helper['role'] })}
            >
              ${roles.map(
                (one) => html`<option .value=${one} .selected=${one === role}>${view.t(`helper-${one}`)}</option>`,
              )}
            </select></label
          >
          <label
            ><span class="visually-hidden">${view.t('helper-name')}</span
            ><input
              class="input"
              id="helper-${at}"
              autocomplete="off"
              maxlength="50"
              placeholder=${view.t('helper-name')}
              .value=${name}
              @input=${(event: Event) => change(at, { name: textOf(event) })}
          /></label>
          <button
            class="tool"
            type="button"
            aria-label=${view.t('remove')}
            @click=${() => write(replaced(helpers, at))}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>`,
    )}
    <button class="tool" id="helper-add" type="button" ?hidden=${helpers.length >= mostHelpers} @click=${add}>
      ${view.t('helper-add')}
    </button>
  </fieldset>`;
}
