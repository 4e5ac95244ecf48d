import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '@fulian/sdk/stores/council-desk';
import type { DeskView } from './council-desk.view.js';
import { fieldTime, timeOf } from './council-desk.time.js';

/** What all fields have. */
interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  readonly isNeeded?: boolean;
  readonly max?: number;
  readonly write: (value: string) => void;
}

type Faults = Editor['faults'];

/** What is wrong with one field of a form, in words; `where` without `body/`. */
export function faultAt(view: DeskView, faults: Faults, where: string): string | undefined {
  const found = faults.find((one) => one.where === `body/${where}` || one.where.startsWith(`body/${where}/`));
  return found && faultWords(view, found.code);
}

/** What a finding says, in words. */
export function faultWords(view: DeskView, code: string): string {
  const words = view.words('fault', code);
  return words === code ? view.t('fault-other', { code }) : words;
}

function frame(field: Omit<Field, 'value' | 'write'>, control: TemplateResult): TemplateResult {
  const { id, label, hint, fault } = field;
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    ${control} ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
  </div>`;
}

function described({ id, hint, fault }: Pick<Field, 'id' | 'hint' | 'fault'>): string | typeof nothing {
  const ids = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

const typed = (event: Event) => (event.target as HTMLInputElement).value;

/** One line of text. */
export function textField(field: Field, type: 'text' | 'search' | 'number' | 'date' = 'text'): TemplateResult {
  const { id, value, fault, max, isNeeded, write } = field;
  return frame(
    field,
    html`<input
      class="input"
      id=${id}
      type=${type}
      autocomplete="off"
      maxlength=${(type === 'text' && max) || nothing}
      min=${type === 'number' ? 0 : nothing}
      max=${(type === 'number' && max) || nothing}
      aria-required=${isNeeded ? 'true' : nothing}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${described(field)}
      .value=${value}
      @input=${(event: Event) => write(typed(event))}
    />`,
  );
}

/** Several lines of text. */
export function areaField(field: Field, rows = 4): TemplateResult {
  const { id, value, fault, max, isNeeded, write } = field;
  return frame(
    field,
    html`<textarea
      class="input"
      id=${id}
      rows=${rows}
      autocomplete="off"
      maxlength=${max ?? nothing}
      aria-required=${isNeeded ? 'true' : nothing}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${described(field)}
      .value=${value}
      @input=${(event: Event) => write(typed(event))}
    ></textarea>`,
  );
}

/** A day and an hour in China; what is no time is not written. */
export function timeField(
  field: Omit<Field, 'value' | 'write'> & {
    readonly value: string | undefined;
    readonly write: (iso: string | undefined) => void;
  },
): TemplateResult {
  const { id, value, fault, write } = field;
  return frame(
    field,
    html`<input
      class="input"
      id=${id}
      type="datetime-local"
      autocomplete="off"
      aria-required=${field.isNeeded ? 'true' : nothing}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${described(field)}
      .value=${fieldTime(value)}
      @change=${(event: Event) => write(timeOf(typed(event)))}
    />`,
  );
}

/** One of several, in a list that opens. */
export function selectField(
  field: Field,
  options: readonly { readonly value: string; readonly label: string }[],
): TemplateResult {
  const { id, value, fault, write } = field;
  return frame(
    field,
    html`<select
      class="input"
      id=${id}
      autocomplete="off"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${described(field)}
      @change=${(event: Event) => write(typed(event))}
    >
      ${options.map((one) => html`<option .value=${one.value} .selected=${one.value === value}>${one.label}</option>`)}
    </select>`,
  );
}

/** One of a few, all in sight. */
export function radioField(
  field: Omit<Field, 'isNeeded' | 'max'>,
  options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[],
  isShort = false,
): TemplateResult {
  const { id, label, value, fault, hint, write } = field;
  return html`<fieldset class="field" aria-describedby=${described(field)}>
    <legend class="label">${label}</legend>
    <div class="choices ${isShort ? 'short' : ''}">
      ${options.map(
        (one) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${id}
              id="${id}-${one.value}"
              .value=${one.value}
              .checked=${one.value === value}
              autocomplete="off"
              @change=${() => write(one.value)}
            /><span
              >${one.hint ? html`<b>${one.label}</b>` : one.label}${one.hint ? html`<span class="hint">${one.hint}</span>` : nothing}</span
            ></label
          >`,
      )}
    </div>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
  </fieldset>`;
}

/** Yes or no. */
export function tickField(
  { id, label, hint }: Pick<Field, 'id' | 'label' | 'hint'>,
  isOn: boolean,
  write: (isOn: boolean) => void,
): TemplateResult {
  return html`<label class="choice"
    ><input
      type="checkbox"
      id=${id}
      autocomplete="off"
      .checked=${isOn}
      @change=${(event: Event) => write((event.target as HTMLInputElement).checked)}
    /><span>${hint ? html`<b>${label}</b><span class="hint">${hint}</span>` : label}</span></label
  >`;
}

/** A button that is a step and not the main thing. */
export function tool(
  id: string,
  words: string,
  press: () => void,
  look: '' | 'risky' = '',
  isOpen?: boolean,
): TemplateResult {
  return html`<button
    class="tool ${look}"
    id=${id}
    type="button"
    aria-expanded=${isOpen === undefined ? nothing : isOpen ? 'true' : 'false'}
    @click=${press}
  >
    ${words}
  </button>`;
}
