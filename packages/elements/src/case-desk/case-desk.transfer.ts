import { html, nothing, type TemplateResult } from 'lit';
import type { CaseStepKind } from '@fulian/sdk/stores/case-desk';
import type { CaseView, Scratch } from './case-desk.view.js';

type Direction = Scratch['direction'];
interface Choice {
  readonly code: string;
  readonly name: string;
}

/** The division above one: the last part of its code that says anything becomes zeros. */
function above(code: string): string | undefined {
  const cut = [9, 6, 4, 2].find((at) => /[1-9]/.test(code.slice(at)));
  return cut === undefined ? undefined : code.slice(0, cut).padEnd(12, '0');
}

/** Units that may get a case of this one: neither its owner, nor who works on it, nor who she does not want (C9). */
function fits({ detail }: CaseView, { code }: Choice): boolean {
  const { summary, exclusion } = detail;
  return code !== summary.owner.code && !(exclusion?.units ?? []).includes(code);
}

/** Where a case goes: up, down, to another federation, or to a partner agency; for a consent only the last. */
export function targetField(shown: CaseView, kind: CaseStepKind): TemplateResult {
  const { view, selected, detail } = shown;
  const { scratch, store } = view;
  const { to } = selected.drafts[kind] ?? {};
  if (kind === 'consent') return partnerField(shown, kind);
  const parent = above(detail.summary.owner.code);
  const directions: readonly Direction[] = [
    ...(parent === undefined ? [] : ['up' as const]),
    'down',
    'side',
    'partner',
  ];
  const direction = directions.includes(scratch.direction) ? scratch.direction : 'down';
  const turn = (next: Direction) => {
    scratch.direction = next;
    store.write(kind, { to: next === 'up' && parent !== undefined ? { federation: parent } : undefined });
  };
  const below = view.places.filter((one) => above(one.code) === detail.summary.owner.code && fits(shown, one));
  return html`<fieldset class="field">
      <legend class="field-label">${view.t('field-to')}</legend>
      <div class="radios">
        ${directions.map(
          (one) =>
            html`<label class="radio"
              ><input
                type="radio"
                name="direction"
                id="direction-${one}"
                autocomplete="off"
                .checked=${direction === one}
                @change=${() => turn(one)}
              /><span>${view.t(`direction-${one}`)}</span></label
            >`,
        )}
      </div>
    </fieldset>
    ${direction === 'partner' ? partnerField(shown, kind) : nothing}
    ${
      direction === 'down'
        ? html`<label class="field small-field"
            ><span class="field-label">${view.t('transfer-below')}</span
            ><select
              class="input"
              id="to"
              autocomplete="off"
              @change=${(event: Event) => {
                const code = (event.target as HTMLSelectElement).value;
                store.write(kind, { to: code ? { federation: code } : undefined });
              }}
            >
              <option value="">${view.t(below.length > 0 ? 'choose' : 'nothing-below')}</option>
              ${below.map(
                ({ code, name }) => html`<option .value=${code} .selected=${to?.federation === code}>${name}</option>`,
              )}
            </select></label
          >`
        : nothing
    }
    ${
      direction === 'side'
        ? finder(shown, to?.federation, (code) => store.write(kind, { to: { federation: code } }))
        : nothing
    }`;
}

function partnerField({ view, selected }: CaseView, kind: CaseStepKind): TemplateResult {
  const chosen = selected.drafts[kind]?.to?.partner;
  return html`<label class="field small-field"
    ><span class="field-label">${view.t('transfer-partner')}</span
    ><select
      class="input"
      id="partner"
      autocomplete="off"
      @change=${(event: Event) => {
        const code = (event.target as HTMLSelectElement).value;
        view.store.write(kind, { to: code ? { partner: code } : undefined });
      }}
    >
      <option value="">${view.t('choose')}</option>
      ${(view.state.rules?.partners ?? []).map(
        ({ code, name }) => html`<option .value=${code} .selected=${chosen === code}>${view.localized(name)}</option>`,
      )}
    </select></label
  >`;
}

/** Which federation is invited, or leaves. */
export function unitField(shown: CaseView, kind: CaseStepKind): TemplateResult {
  const { view, selected, detail } = shown;
  const chosen = selected.drafts[kind]?.unit;
  const choose = (unit: string | undefined) => view.store.write(kind, { unit });
  if (kind === 'invite') return finder(shown, chosen, choose);
  return html`<label class="field small-field"
    ><span class="field-label">${view.t('field-unit')}</span
    ><select
      class="input"
      id="unit"
      autocomplete="off"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || undefined)}
    >
      <option value="">${view.t('choose')}</option>
      ${detail.joint.map(
        ({ code, name }) => html`<option .value=${code} .selected=${chosen === code}>${name}</option>`,
      )}
    </select></label
  >`;
}

/** A federation by its name. */
function finder(shown: CaseView, chosen: string | undefined, choose: (code: string) => void): TemplateResult {
  const { view } = shown;
  const { found, findFederation } = view.scratch;
  const offered = typeof found === 'object' ? found.filter((one) => fits(shown, one)) : [];
  return html`<div class="field">
    <label class="field-label" for="find-federation">${view.t('find-federation')}</label>
    <input
      class="input"
      id="find-federation"
      type="search"
      autocomplete="off"
      spellcheck="false"
      maxlength="50"
      .value=${findFederation}
      @input=${(event: Event) => view.findFederations((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
    <div class="found" role="status">
      ${
        found === 'pending'
          ? html`<span class="hint">${view.t('filling')}</span>`
          : found === 'error'
            ? html`<span class="fault">${view.t('part-failed')}</span>`
            : found && offered.length === 0
              ? html`<span class="hint">${view.t('nothing-found')}</span>`
              : nothing
      }
    </div>
    <div class="radios">
      ${offered.map(
        ({ code, name }) =>
          html`<label class="radio"
            ><input
              type="radio"
              name="federation"
              autocomplete="off"
              .checked=${chosen === code}
              @change=${() => choose(code)}
            /><bdi>${name}</bdi></label
          >`,
      )}
    </div>
  </div>`;
}
