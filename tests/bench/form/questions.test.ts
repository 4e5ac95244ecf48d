import { beforeAll, describe, expect, it } from 'vitest';
import { wizardOf } from './formio-model.js';
import { markupOf } from './questions-markup.js';
import { readQuestions, type Questions } from './questions.js';
import { surveyOf } from './surveyjs-model.js';

let questions: Questions;
beforeAll(async () => {
  questions = await readQuestions();
});

describe('the questions that every subject asks', () => {
  it('are those of our form, step by step', () => {
    expect(questions.steps.map((step) => step.name)).toEqual([
      ...['danger', 'asker', 'category', 'age', 'risk', 'children', 'narrative', 'attachments', 'place', 'identity'],
      ...['contact', 'contact-safety', 'needs', 'exclusion', 'consent', 'check'],
    ]);
  });

  it('offer what the federation’s form offers', () => {
    const options = (name: string) =>
      questions.steps.flatMap((step) => step.fields).find((field) => field.name === name)!.options!;
    expect(options('category')).toHaveLength(12);
    expect(options('risks')).toHaveLength(8);
    expect(options('channel').map((option) => option.value)).toContain('none');
  });

  it('have an answer for every condition', () => {
    const fields = questions.steps.flatMap((step) => step.fields);
    const conditions = [...questions.steps, ...fields].flatMap((one) => one.when ?? []);
    expect(conditions.length).toBeGreaterThan(20);
    for (const { field, value } of conditions) {
      const asked = fields.find((one) => one.name === field);
      expect(
        asked?.options?.map((option) => option.value),
        `${field} = ${value}`,
      ).toContain(value);
    }
  });
});

describe.each([
  ['plain HTML', () => markupOf(questions, 'native')],
  ['Web Awesome', () => markupOf(questions, 'wa')],
  ['SurveyJS', () => JSON.stringify(surveyOf(questions))],
  ['Form.io', () => JSON.stringify(wizardOf(questions))],
])('the form of %s', (_, formOf) => {
  it('has the words of every question, choice and fault', () => {
    const form = formOf();
    for (const step of questions.steps)
      for (const field of step.fields) {
        const words = [step.title, field.label, field.missing, ...(field.options ?? []).map((option) => option.label)];
        // An open end of hours, which lists say in words of their own.
        for (const text of words) if (text !== undefined && text !== '都行') expect(form).toContain(text);
      }
  });
});
