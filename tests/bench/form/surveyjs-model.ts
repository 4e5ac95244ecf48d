import type { Condition, Field, Option, Questions, Step } from './questions.js';

/** The form as SurveyJS's model: what its own designer would write into a file. */
export function surveyOf(questions: Questions): object {
  const { words, steps } = questions;
  return {
    pageNextText: words.next,
    pagePrevText: words.back,
    previewText: words.next,
    completeText: words.submit,
    editText: words.change,
    showPreviewBeforeComplete: 'showAnsweredQuestions',
    showTitle: false,
    showQuestionNumbers: 'off',
    showProgressBar: true,
    progressBarType: 'pages',
    focusFirstQuestionAutomatic: true,
    requiredMark: '',
    checkErrorsMode: 'onNextPage',
    completedHtml: ' ',
    pages: steps.filter((step) => step.name !== 'check').map((step) => pageOf(step, questions)),
  };
}

function pageOf(step: Step, { hotlines, words }: Questions): object {
  const calls = hotlines.map(({ value, label }) => `<a href="tel:${value}">${value} ${label}</a>`).join('');
  const emergency = { type: 'html', name: `emergency-${step.name}`, html: `<h2>${words.emergency}</h2>${calls}` };
  return {
    name: step.name,
    title: step.title,
    description: step.hint,
    ...visible(step.when),
    elements: [
      { ...emergency, visibleIf: "{danger} = 'yes'" },
      ...step.fields.flatMap((field) => questionsOf(field, step)),
    ],
  };
}

function questionsOf(field: Field, step: Step): object[] {
  const { name, label, hint, missing, maxLength } = field;
  const shared = {
    name,
    ...(label === step.title ? { titleLocation: 'hidden', title: label } : { title: label }),
    ...(hint !== undefined && { description: hint }),
    ...(missing !== undefined && { isRequired: true, requiredErrorText: missing }),
    ...visible(field.when),
  };
  const choices = (field.options ?? []).map(choiceOf);
  switch (field.kind) {
    case 'radio':
      return [{ ...shared, type: 'radiogroup', choices }];
    case 'checkbox':
      return [{ ...shared, type: 'checkbox', choices }];
    case 'text':
      return [{ ...shared, type: 'text', maxLength }];
    case 'long-text':
      return [{ ...shared, type: 'comment', rows: 8, maxLength }];
    case 'select':
      return [{ ...shared, type: 'dropdown', choices: choices.slice(1) }];
    case 'agree':
      return [
        { ...shared, title: hint, description: undefined, type: 'checkbox', choices: [{ value: 'yes', text: label }] },
      ];
    case 'file':
      return [
        {
          ...shared,
          type: 'file',
          allowMultiple: true,
          waitForUpload: true,
          storeDataAsText: false,
          maxSize: 20_971_520,
        },
      ];
    case 'place':
      return [
        { ...shared, type: 'dropdown', choicesByUrl: placesBelow('990101000000') },
        {
          type: 'dropdown',
          name: 'village',
          title: '选村、社区',
          visibleIf: '{division} notempty',
          choicesByUrl: placesBelow('{division}'),
        },
      ];
  }
}

const placesBelow = (code: string) => ({
  url: `/v1/federations/${code}/children`,
  path: 'items',
  valueName: 'code',
  titleName: 'name',
});

function choiceOf({ value, label, hint }: Option): object {
  const alone = value === 'none' || value === 'unknown';
  return { value, text: hint ? `${label}（${hint}）` : label, ...(alone && { isExclusive: true }) };
}

function visible(condition: Condition | undefined): object {
  if (condition === undefined) return {};
  const terms = condition.map(({ field, is, value }) => `{${field}} ${is === '=' ? '=' : '<>'} '${value}'`);
  return { visibleIf: terms.join(' or ') };
}
