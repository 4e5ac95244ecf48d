import { html, nothing, type TemplateResult } from 'lit';
import type { HelpFormAnswers } from '@fulian/sdk/stores/help-form';
import {
  checkboxes,
  coded,
  faultPart,
  fieldset,
  heading,
  hint,
  radios,
  textField,
  tick,
  ticks,
} from './help-form.field.js';
import { faultOf, questionOf } from './help-form.faults.js';
import type { HelpFormView } from './help-form.view.js';
import { dayWords, hourWords } from './help-form.time.js';

const asHeading = { heading: true };

function values(...list: readonly string[]): { value: string }[] {
  return list.map((value) => ({ value }));
}

/** For whom, and who asks. The lists that it opens come from the federation. */
export function askerStep(view: HelpFormView): TemplateResult {
  const { form } = view.state;
  // Where they cannot be loaded, Continue says so.
  const list = (draw: () => TemplateResult) => () =>
    form ? draw() : html`<p class="hint" role="status">${view.t('loading')}</p>`;
  return radios(
    view,
    'askerRole',
    [
      { value: 'self' },
      { value: 'other', reveal: list(() => radios(view, 'relation', coded(view, form!.relations))) },
      { value: 'witness' },
      {
        value: 'mandatory-reporter',
        reveal: list(
          () =>
            html`${radios(view, 'reporterBody', coded(view, form!.reporterBodies))}
            ${textField(view, 'reporterBodyName', { optional: true })}`,
        ),
      },
    ],
    asHeading,
  );
}

/** What it is about. The list is the federation's. */
export function categoryStep(view: HelpFormView): TemplateResult {
  return radios(view, 'category', coded(view, view.state.form!.categories), asHeading);
}

/** Whether the person who needs help is under 14: the law then asks for a separate consent. */
export function ageStep(view: HelpFormView): TemplateResult {
  return radios(view, 'underFourteen', values('yes', 'no', 'unknown'), asHeading);
}

/** The risk questions after the first, and two answers instead of them that exclude the others. */
export function riskStep(view: HelpFormView): TemplateResult {
  const { form, answers } = view.state;
  const instead = values('none', 'unknown').map((option) =>
    tick(view, 'risksInstead', { ...option, id: option.value }, answers.risksInstead === option.value, (on) =>
      view.answer({
        risks: undefined,
        risksInstead: on ? (option.value as NonNullable<HelpFormAnswers['risksInstead']>) : undefined,
      }),
    ),
  );
  return fieldset(
    view,
    'risks',
    asHeading,
    html`<div class="options">
        ${ticks(view, 'risks', coded(view, form!.riskQuestions.slice(1)), (risks) =>
          view.answer({ risks, risksInstead: undefined }),
        )}
      </div>
      <div class="options instead">${instead}</div>`,
  );
}

/** Whether children are there. */
export function childrenStep(view: HelpFormView): TemplateResult {
  const options = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: view.t(value) }));
  return radios(view, 'childrenPresent', options, asHeading);
}

/** Whether she gives a name. */
export function identityStep(view: HelpFormView): TemplateResult {
  const options = [{ value: 'anonymous' }, { value: 'named', reveal: () => textField(view, 'name') }];
  return radios(view, 'identity', options, asHeading);
}

type Channel = NonNullable<HelpFormAnswers['channel']>;

/** The way that is safe, and the number or address for it. */
export function contactStep(view: HelpFormView): TemplateResult {
  const address = (channel: Channel) => {
    const keyboard = channel === 'email' ? 'email' : channel === 'wechat' ? undefined : 'tel';
    return textField(view, 'contactValue', keyboard ? { inputmode: keyboard } : {});
  };
  const reveals: { readonly [Name in Channel]?: () => TemplateResult } = {
    'other-person': () =>
      html`${textField(view, 'otherPersonName')} ${textField(view, 'otherPersonRelation', { optional: true })}
      ${address('other-person')}`,
  };
  const options = view.state.form!.channels.map((value) => ({
    value,
    reveal: value === 'none' ? undefined : (reveals[value] ?? (() => address(value))),
  }));
  return radios(view, 'channel', options, asHeading);
}

/** When and how contact does not give her away. What she does not allow is not done. */
export function contactSafetyStep(view: HelpFormView): TemplateResult {
  const may = { value: true, label: view.t('may') };
  const mayNot = { value: false, label: view.t('may-not') };
  return html`<div>${heading(view.t('contact-safety-legend'))} ${hint(view.t('contact-safety-hint'))}</div>
    ${radios(view, 'mayLeaveMessage', [may, mayNot])}
    ${radios(view, 'maySayWhoCalls', [
      may,
      { ...mayNot, reveal: () => textField(view, 'coverWords', { optional: true }) },
    ])}
    ${checkboxes(
      view,
      'days',
      (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((value) => ({
        value,
        label: dayWords(view, value),
      })),
      'compact',
    )}
    <fieldset class="field" part="field">
      <legend><span class="label">${view.t('hours-legend')}</span></legend>
      ${faultPart(view, 'from')}${faultPart(view, 'to')}
      <div class="hours">${hourList(view, 'from')}${hourList(view, 'to')}</div>
    </fieldset>`;
}

/** Every half hour, from 5 in the morning, because a day begins there. */
const halfHours = [...Array(48).keys()].map((at) => {
  const minutes = (at * 30 + 300) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`;
});

/** A list and not a time input: it looks and works the same in every old WebView. */
function hourList(view: HelpFormView, end: 'from' | 'to'): TemplateResult {
  const chosen = view.state.answers[end] ?? '';
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
      <option value="" .selected=${chosen === ''}>${view.t('any-time')}</option>
      ${halfHours.map(
        (time) => html`<option value=${time} .selected=${chosen === time}>${hourWords(view, time)}</option>`,
      )}
    </select></label
  >`;
}

/** What makes talking possible. */
export function needsStep(view: HelpFormView): TemplateResult {
  const { languages, accessNeeds } = view.state.form!;
  return html`<div>${heading(view.t('needs-legend'))} ${hint(view.t('needs-hint'))}</div>
    ${languages.length > 0 ? checkboxes(view, 'languages', coded(view, languages)) : nothing}
    ${accessNeeds.length > 0 ? checkboxes(view, 'accessNeeds', coded(view, accessNeeds)) : nothing}
    ${textField(view, 'needsNote', { optional: true })}`;
}

/** Units that must not see the request, because somebody there is involved. */
export function exclusionStep(view: HelpFormView): TemplateResult {
  const units = view.state.form!.units.map(({ code, name }) => ({ value: code, label: view.t('unit', { name }) }));
  const named = () =>
    html`${checkboxes(view, 'excludedUnits', units)} ${textField(view, 'exclusionNote', { optional: true })}`;
  const options = [
    { value: false, label: view.t('no') },
    { value: true, label: view.t('yes'), reveal: named },
  ];
  return radios(view, 'hasExclusion', options, asHeading);
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
              ${tick(view, answer, { value: true, label: view.t('agree') }, answers[answer] ?? false, (on) =>
                view.answer({ [answer]: on || undefined }),
              )}
            </div>`,
        );
      })}
    ${
      // A guardian may be the one that harms: then duty or emergency takes the place of his consent (PIPL 13).
      minor && answers.askerRole !== 'mandatory-reporter'
        ? radios(view, 'minorConsentBy', values('guardian', 'statutory-duty'))
        : nothing
    }`;
}
