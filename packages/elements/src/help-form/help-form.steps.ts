import { html, nothing, type TemplateResult } from 'lit';
import type { StepId } from '@fulian/sdk/stores/help-form';
import { faultOf, questionOf } from './help-form.faults.js';
import { checkboxes, faultPart, fieldset, heading, hint, radios, textField, tick, ticks } from './help-form.field.js';
import { asked, optionsOf, questions, type AnswerName } from './help-form.questions.js';
import type { HelpFormView } from './help-form.view.js';

const keyboards: { readonly [channel: string]: 'tel' | 'email' | undefined } = {
  phone: 'tel',
  sms: 'tel',
  email: 'email',
  'other-person': 'tel',
};

/** One question with what is asked below its choices. */
function ask(view: HelpFormView, answer: AnswerName, isHeading = false): TemplateResult | typeof nothing {
  const { form, answers } = view.state;
  const { of, many, below, optional, long } = questions[answer]!;
  if (!of) {
    const inputmode = answer === 'contactValue' ? keyboards[answers.channel!] : undefined;
    return textField(view, answer, { heading: isHeading, optional, long, inputmode });
  }
  // Where the federation's lists cannot be loaded, Continue says so.
  if (typeof of === 'string' && !form) return html`<p class="hint" role="status">${view.t('loading')}</p>`;
  const options = optionsOf(view, answer).map((option) => {
    const more = below && below[String(option.value)];
    return more ? { ...option, reveal: () => more.map((one) => ask(view, one)) } : option;
  });
  if (options.length === 0) return nothing;
  return many ? checkboxes(view, answer, options) : radios(view, answer, options, { heading: isHeading });
}

/** The screen of a step as its questions say it: one question is the heading itself, several have one above them. */
export function questionStep(view: HelpFormView, step: StepId): TemplateResult {
  const [only, ...others] = asked[step]!;
  if (others.length === 0) return html`${ask(view, only!, true)}`;
  return html`<div>${heading(view.words(`${step}-legend`))} ${hint(view.words(`${step}-hint`))}</div>
    ${asked[step]!.map((answer) => (answer === 'from' || answer === 'to' ? nothing : ask(view, answer)))}
    ${step === 'contact-safety' ? hours(view) : nothing}`;
}

/** From when to when. */
function hours(view: HelpFormView): TemplateResult {
  return html`<fieldset class="field" part="field">
    <legend><span class="label">${view.t('hours-legend')}</span></legend>
    ${faultPart(view, 'from')}${faultPart(view, 'to')}
    <div class="hours">${hourList(view, 'from')}${hourList(view, 'to')}</div>
  </fieldset>`;
}

/** A list and not a time input: it looks and works the same in every old WebView. */
function hourList(view: HelpFormView, end: 'from' | 'to'): TemplateResult {
  const chosen = view.state.answers[end];
  const fault = faultOf(view, end);
  return html`<label
    ><span class="hint">${questionOf(view, end)}</span>
    <select
      class="input"
      id=${end}
      autocomplete="off"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${end}-fault` : nothing}
      @change=${(event: Event) => view.answer({ [end]: (event.target as HTMLSelectElement).value || undefined })}
    >
      <option value="">${view.t('any-time')}</option>
      ${optionsOf(view, end).map(
        ({ value, label }) => html`<option value=${value as string} .selected=${chosen === value}>${label}</option>`,
      )}
    </select></label
  >`;
}

/** The risk questions after the first, and two answers instead of them that exclude the others. */
export function riskStep(view: HelpFormView): TemplateResult {
  const instead = optionsOf(view, 'risksInstead').map((option) => {
    const value = option.value as 'none' | 'unknown';
    return tick({ ...option, id: value }, view.state.answers.risksInstead === value, (on) =>
      view.answer({ risks: undefined, risksInstead: on ? value : undefined }),
    );
  });
  const risks = ticks(view, 'risks', optionsOf(view, 'risks').slice(1), (chosen) =>
    view.answer({ risks: chosen, risksInstead: undefined }),
  );
  return fieldset(
    view,
    'risks',
    { heading: true },
    html`<div class="options">${risks}</div>
      <div class="options instead">${instead}</div>`,
  );
}

const consents = { general: 'consentGeneral', sensitive: 'consentSensitive', minor: 'consentMinor' } as const;

/** Each consent by itself, with its purpose and how long the data is kept (PIPL 14, 29, 31). */
export function consentStep(view: HelpFormView): TemplateResult {
  const { form, answers, steps } = view.state;
  const minor = answers.underFourteen === 'yes' && steps.includes('age');
  return html`<div>${heading(view.t('consent-legend'))} ${hint(view.t('consent-hint'))}</div>
    ${form!.consents
      .filter(({ kind }) => kind !== 'minor' || minor)
      .map(({ kind, purpose, retentionDays: days }) => {
        const answer = consents[kind];
        const years = days % 365 === 0;
        return fieldset(
          view,
          answer,
          {},
          html`<p>${view.localized(purpose)}</p>
            <p class="hint">
              ${view.t(years ? 'retention-years' : 'retention-days', { n: years ? days / 365 : days })}
            </p>
            <div class="options">
              ${tick({ value: true, label: view.t('agree'), id: answer }, answers[answer] || false, (on) =>
                view.answer({ [answer]: on || undefined }),
              )}
            </div>`,
        );
      })}
    ${
      // A guardian may be the one that harms: then duty or emergency takes the place of his consent (PIPL 13).
      minor && answers.askerRole !== 'mandatory-reporter' ? ask(view, 'minorConsentBy') : nothing
    }`;
}
