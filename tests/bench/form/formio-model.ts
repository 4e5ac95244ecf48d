import type { Condition, Field, Questions, Step } from './questions.js';

/** The form as Form.io's definition of a wizard: what its own builder would save. */
export function wizardOf(questions: Questions): object {
  return { display: 'wizard', components: questions.steps.map((step) => panelOf(step, questions)) };
}

function panelOf(step: Step, { hotlines, words }: Questions): object {
  const calls = hotlines.map(({ value, label }) => `<a href="tel:${value}">${value} ${label}</a>`).join(' ');
  const title = { tag: 'h2', content: step.title };
  return {
    type: 'panel',
    key: `page-${step.name}`,
    title: step.title,
    breadcrumbClickable: false,
    ...shown(step.when),
    components: [
      {
        type: 'htmlelement',
        key: `emergency-${step.name}`,
        tag: 'div',
        content: `<h2>${words.emergency}</h2>${calls}`,
        ...shown([{ field: 'danger', is: '=', value: 'yes' }]),
      },
      { type: 'htmlelement', key: `title-${step.name}`, ...title },
      ...(step.hint ? [{ type: 'htmlelement', key: `hint-${step.name}`, tag: 'p', content: step.hint }] : []),
      ...(step.name === 'check'
        ? [{ type: 'htmlelement', key: 'answers', tag: 'div', attrs: [{ attr: 'id', value: 'answers' }] }]
        : []),
      ...step.fields.flatMap((field) => componentsOf(field, step)),
    ],
  };
}

function componentsOf(field: Field, step: Step): object[] {
  const { name, label, hint, missing, maxLength } = field;
  const shared = {
    key: name,
    label,
    input: true,
    hideLabel: label === step.title,
    ...(hint !== undefined && { description: hint }),
    validate: {
      ...(missing !== undefined && { required: true, customMessage: missing }),
      ...(maxLength !== undefined && { maxLength }),
    },
    ...shown(field.when),
  };
  const values = (field.options ?? []).map((one) => ({
    value: one.value,
    label: one.hint ? `${one.label}（${one.hint}）` : one.label,
  }));
  switch (field.kind) {
    case 'radio':
      return [{ ...shared, type: 'radio', values }];
    case 'checkbox':
      return [{ ...shared, type: 'selectboxes', values }];
    case 'text':
      return [{ ...shared, type: 'textfield' }];
    case 'long-text':
      return [{ ...shared, type: 'textarea', rows: 8, showCharCount: true }];
    case 'select':
      return [{ ...shared, type: 'select', dataSrc: 'values', data: { values: values.slice(1) } }];
    case 'agree':
      return [{ ...shared, type: 'checkbox', hideLabel: false }];
    case 'file':
      return [{ ...shared, type: 'file', storage: 'base64', multiple: true, fileMaxSize: '20MB' }];
    case 'place':
      return [
        { ...shared, ...placesBelow('990101000000') },
        {
          key: 'village',
          label: '选村、社区',
          input: true,
          refreshOn: 'division',
          ...placesBelow('{{ data.division }}'),
        },
      ];
  }
}

const placesBelow = (code: string) => ({
  type: 'select',
  dataSrc: 'url',
  data: { url: `/v1/federations/${code}/children` },
  lazyLoad: true,
  selectValues: 'items',
  valueProperty: 'code',
  template: '<span>{{ item.name }}</span>',
  disableLimit: true,
});

function shown(condition: Condition | undefined): object {
  if (condition === undefined) return {};
  const conditions = condition.map(({ field, is, value }) => ({
    component: field,
    operator: is === '=' ? 'isEqual' : 'isNotEqual',
    value,
  }));
  return { conditional: { show: true, conjunction: 'any', conditions } };
}
