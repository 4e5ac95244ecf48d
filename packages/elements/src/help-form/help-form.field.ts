import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerFault, HelpFormAnswers } from '@fulian/sdk/stores/help-form';
import { faultOf, faultWords, questionOf } from './help-form.faults.js';
import type { HelpFormView } from './help-form.view.js';

type Part = TemplateResult | typeof nothing;
type Answer = AnswerFault['answer'];
type Key = keyof HelpFormAnswers;

/** One choice of a question. */
export interface Option {
  readonly value: unknown;
  readonly label: string | undefined;
  readonly hint?: string | undefined;
  /** Asked on below the choice, while it is chosen. */
  readonly reveal?: () => unknown;
}

/** How a question is put. Its words are in the catalogue, under `<answer>-legend` and `<answer>-hint`. */
export interface Asked {
  /** In the place of the catalogue's. */
  readonly hint?: string | undefined;
  /** It is the question of this screen: its words are the heading that takes the focus. */
  readonly heading?: boolean;
}

/** The heading of a screen; takes the focus when the screen appears. */
export function heading(words: unknown): TemplateResult {
  return html`<h2 class="heading" id="heading" part="heading" tabindex="-1">${words}</h2>`;
}

/** What else to say about the question of a screen. */
export function hint(words: string | undefined, id?: string): Part {
  return words === undefined ? nothing : html`<p class="hint" id=${id || nothing}>${words}</p>`;
}

/** What is wrong, beside the field. */
export function faultPart(view: HelpFormView, answer: Answer): Part {
  const fault = faultOf(view, answer);
  if (!fault) return nothing;
  return html`<p class="fault" id="${answer}-fault" part="fault">
    <span class="visually-hidden">${view.t('error-prefix')}</span>${faultWords(view, fault)}
  </p>`;
}

function hintOf(view: HelpFormView, answer: Answer, asked: Asked): string | undefined {
  return asked.hint || view.words(`${answer}-hint`);
}

function describedBy(view: HelpFormView, answer: Answer, asked: Asked): string | typeof nothing {
  const hinted = hintOf(view, answer, asked) === undefined ? '' : `${answer}-hint `;
  return `${hinted}${faultOf(view, answer) ? `${answer}-fault` : ''}`.trim() || nothing;
}

/** A group of controls under one question; every other field of choices is made of it. */
export function fieldset(view: HelpFormView, answer: Answer, asked: Asked, controls: unknown): TemplateResult {
  const legend = questionOf(view, answer);
  return html`<fieldset class="field" part="field" aria-describedby=${describedBy(view, answer, asked)}>
    <legend>${asked.heading ? heading(legend) : html`<span class="label">${legend}</span>`}</legend>
    ${hint(hintOf(view, answer, asked), `${answer}-hint`)}${faultPart(view, answer)}${controls}
  </fieldset>`;
}

/** One radio button (of a `group`) or checkbox with its words, as a large target. */
function choice(
  id: string,
  group: string | undefined,
  { label, hint: more, reveal }: Option,
  chosen: boolean,
  choose: (on: boolean) => void,
): TemplateResult {
  return html`<div>
    <label class="choice">
      <input
        type=${group ? 'radio' : 'checkbox'}
        id=${id}
        name=${group || nothing}
        autocomplete="off"
        .checked=${chosen}
        @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}
      />
      <span class="choice-text"
        >${label}${more === undefined ? nothing : html` <span class="hint">${more}</span>`}</span
      >
    </label>
    ${chosen && reveal ? html`<div class="reveal">${reveal()}</div>` : nothing}
  </div>`;
}

/** The first control has the answer's name as its id: the error summary leads to it. */
function idAt(answer: Key, at: number): string {
  return at === 0 ? answer : `${answer}-${at}`;
}

/** One of several. Follow-up questions open below the choice that they belong to. */
export function radios(view: HelpFormView, answer: Key, options: readonly Option[], asked: Asked): TemplateResult {
  const chosen = view.state.answers[answer];
  const choices = options.map((option, at) =>
    choice(idAt(answer, at), answer, option, chosen === option.value, () => view.answer({ [answer]: option.value })),
  );
  return fieldset(view, answer, asked, html`<div class="options">${choices}</div>`);
}

/** A checkbox that stands for itself. */
export function tick(
  option: Option & { readonly id: string },
  chosen: boolean,
  choose: (on: boolean) => void,
): TemplateResult {
  return choice(option.id, undefined, option, chosen, choose);
}

/** Any number of several; `chosen` in the order of the choices. */
export function ticks(
  view: HelpFormView,
  answer: Key,
  options: readonly Option[],
  choose: (chosen: string[] | undefined) => void = (chosen) => view.answer({ [answer]: chosen }),
): TemplateResult[] {
  const chosen = (view.state.answers[answer] || []) as readonly unknown[];
  return options.map((option, at) =>
    tick({ ...option, id: idAt(answer, at) }, chosen.includes(option.value), (on) => {
      const values = options.map(({ value }) => value as string);
      const next = values.filter((one) => (one === option.value ? on : chosen.includes(one)));
      choose(next.length > 0 ? next : undefined);
    }),
  );
}

/** A question with any number of answers. */
export function checkboxes(view: HelpFormView, answer: Key, options: readonly Option[]): TemplateResult {
  return fieldset(view, answer, {}, html`<div class="options ${answer}">${ticks(view, answer, options)}</div>`);
}

/** How a line or a page of text is asked for. */
export interface AskedText extends Asked {
  readonly optional?: boolean | undefined;
  /** Several lines. */
  readonly long?: boolean | undefined;
  readonly inputmode?: 'tel' | 'email' | undefined;
}

/**
 * A text. No `name`, and everything is off that a browser, a keyboard or a cloud might remember or learn from: history,
 * correction, spelling services, writing suggestions (S2).
 */
export function textField(view: HelpFormView, answer: Key, asked: AskedText = {}): TemplateResult {
  const text = view.state.answers[answer] || '';
  const invalid = faultOf(view, answer) ? 'true' : nothing;
  const described = describedBy(view, answer, asked);
  const keep = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    view.answer({ [answer]: value === '' ? undefined : value });
  };
  const label = html`<label class="label" for=${answer}
    >${questionOf(view, answer)}${asked.optional ? html` <span class="optional">${view.t('optional')}</span>` : nothing}</label
  >`;
  return html`<div class="field" part="field">
    ${asked.heading ? heading(label) : label}${hint(hintOf(view, answer, asked), `${answer}-hint`)}${faultPart(view, answer)}
    ${
      asked.long
        ? html`<textarea
            class="input"
            id=${answer}
            rows="7"
            autocomplete="off"
            autocorrect="off"
            spellcheck="false"
            writingsuggestions="false"
            aria-invalid=${invalid}
            aria-describedby=${described}
            .value=${text}
            @input=${keep}
          ></textarea>`
        : html`<input
            class="input"
            id=${answer}
            inputmode=${asked.inputmode || 'text'}
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            spellcheck="false"
            writingsuggestions="false"
            aria-invalid=${invalid}
            aria-describedby=${described}
            .value=${text}
            @input=${keep}
          />`
    }
  </div>`;
}
