import type { Condition, Field, Option, Questions, Step } from './questions.js';

/** Which controls the markup is made of. */
export type Controls = 'native' | 'wa';

/**
 * The form as HTML, the way somebody writes it by hand: every step a section, every field a fieldset, nothing that a
 * script would have to make. `subjects/app/steps.js` gives it its behaviour.
 */
export function markupOf(questions: Questions, controls: Controls): string {
  const { words, hotlines, steps } = questions;
  const button = controls === 'native' ? 'button' : 'wa-button';
  const data = (['next', 'submit', 'change', 'number', 'secret', 'sent', 'progress'] as const).map(
    (name) => ` data-${name}="${text(words[name])}"`,
  );
  const calls = hotlines.map(({ value, label }) => `<a href="tel:${value}">${value} ${text(label)}</a>`);
  return `<a id="exit" href="/weather.html">快速离开</a>
<form novalidate autocomplete="off"${data.join('')}>
<div id="emergency" role="alert" hidden><h2>${text(words.emergency)}</h2>${calls.join('')}</div>
<p id="progress"></p>
<div id="errors" role="alert" tabindex="-1" hidden><h2>${text(words.errors)}</h2><ul></ul></div>
${steps.map((step) => sectionOf(step, controls)).join('\n')}
<p><${button} type="button" id="next">${text(words.next)}</${button}> <${button} type="button" id="back" hidden>${text(words.back)}</${button}></p>
</form>`;
}

function sectionOf(step: Step, controls: Controls): string {
  const first = step.name === 'danger' ? '' : ' hidden';
  const body =
    step.name === 'check'
      ? '<dl id="answers"></dl>'
      : step.fields.map((field) => fieldsetOf(field, step, controls)).join('\n');
  return `<section id="${step.name}"${whenOf(step.when)}${first}><h2 tabindex="-1">${text(step.title)}</h2>
${step.hint ? `<p>${text(step.hint)}</p>` : ''}${body}</section>`;
}

function fieldsetOf(field: Field, step: Step, controls: Controls): string {
  const missing = field.missing === undefined ? '' : ` data-missing="${text(field.missing)}"`;
  const control = controls === 'native' ? native(field, step) : webAwesome(field, step);
  return `<fieldset id="field-${field.name}"${missing}${whenOf(field.when)}>${control}<p class="error"></p></fieldset>`;
}

function native(field: Field, step: Step): string {
  const { name, label, hint, options = [] } = field;
  const legend = label === step.title ? '' : `<legend>${text(label)}</legend>`;
  const small = hint ? `<small>${text(hint)}</small>` : '';
  const length = field.maxLength === undefined ? '' : ` maxlength="${field.maxLength}"`;
  const boxes = (type: string) =>
    options
      .map((one) => `<label><input type="${type}" name="${name}" value="${one.value}"> ${labelOf(one)}</label>`)
      .join('');
  const select = (id: string, choices: readonly Option[]) =>
    `<select name="${id}" data-option="option">${choices.map((one) => `<option value="${one.value}">${text(one.label)}</option>`).join('')}</select>`;
  switch (field.kind) {
    case 'radio':
    case 'checkbox':
      return legend + small + boxes(field.kind);
    case 'text':
      return `<label>${text(label)}${small}<input name="${name}"${length}></label>`;
    case 'long-text':
      return `<textarea name="${name}" rows="8"${length} aria-label="${text(label)}"></textarea>${counter}`;
    case 'select':
      return `<label>${text(label)} ${select(name, options)}</label>`;
    case 'agree':
      return `${small}<label><input type="checkbox" name="${name}" value="yes"> ${text(label)}</label>`;
    case 'file':
      return `<label>${text(label)}${small}<input type="file" multiple></label><ul id="files"></ul>`;
    case 'place':
      return `<label>${text(label)} ${select(name, [anywhere])}</label><label>选村、社区 ${select('village', [anywhere])}</label>`;
  }
}

function webAwesome(field: Field, step: Step): string {
  const { name, label, hint, options = [] } = field;
  const facts = `name="${name}" ${label === step.title ? `aria-label` : 'label'}="${text(label)}"${hint ? ` hint="${text(hint)}"` : ''}`;
  const length = field.maxLength === undefined ? '' : ` maxlength="${field.maxLength}"`;
  const select = (attributes: string, choices: readonly Option[]) =>
    `<wa-select ${attributes} with-clear data-option="wa-option">${choices.map((one) => `<wa-option value="${one.value}">${text(one.label)}</wa-option>`).join('')}</wa-select>`;
  switch (field.kind) {
    case 'radio':
      return `<wa-radio-group ${facts}>${options.map((one) => `<wa-radio value="${one.value}">${labelOf(one)}</wa-radio>`).join('')}</wa-radio-group>`;
    case 'checkbox':
      return `<p>${text(label)}</p>${options.map((one) => `<wa-checkbox name="${name}" value="${one.value}">${labelOf(one)}</wa-checkbox>`).join('')}`;
    case 'text':
      return `<wa-input ${facts}${length}></wa-input>`;
    case 'long-text':
      return `<wa-textarea ${facts} rows="8"${length}></wa-textarea>${counter}`;
    case 'select':
      return select(facts, options.slice(1));
    case 'agree':
      return `<p>${text(hint ?? '')}</p><wa-checkbox name="${name}" value="yes">${text(label)}</wa-checkbox>`;
    case 'file':
      return native(field, step);
    case 'place':
      return select(facts, []) + select('name="village" label="选村、社区"', []);
  }
}

const counter = '<p id="left" data-words="还能写 {n} 个字"></p>';
const anywhere: Option = { value: '', label: '–' };

function labelOf({ label, hint }: Option): string {
  return `<span>${text(label)}</span>${hint ? ` <small>${text(hint)}</small>` : ''}`;
}

function whenOf(condition: Condition | undefined): string {
  if (condition === undefined) return '';
  return ` data-when="${condition.map(({ field, is, value }) => `${field}${is}${value}`).join('|')}"`;
}

function text(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
