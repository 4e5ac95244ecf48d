import { describe, expect, it } from 'vitest';
import { examples } from '../generated/examples.js';
import type { components } from '../generated/types.js';
import { gradeOf, worseGrade, type Grade } from './grade.js';

type Schemas = components['schemas'];
type Answer = Schemas['Answer'];

const form: Schemas['HelpForm'] = examples.getHelpForm.answers.standard as unknown as Schemas['HelpForm'];
const grades: Grade[] = ['none', 'pink', 'orange', 'red'];

/** What the county's form says, written down a second time: the table that counsel and case workers agreed on. */
const categories: [category: string, base: Grade][] = [
  ['domestic-violence', 'orange'],
  ['family-dispute', 'none'],
  ['child-harm', 'orange'],
  ['sexual-harassment', 'orange'],
  ['land-rights', 'none'],
  ['work-rights', 'none'],
  ['hardship', 'pink'],
  ['psychological-support', 'pink'],
  ['legal-advice', 'none'],
  ['health-aid', 'pink'],
  ['suggestion', 'none'],
  ['other', 'none'],
];
const questions: [question: string, yes: Grade, unknown: Grade][] = [
  ['immediate-danger', 'red', 'orange'],
  ['injury', 'orange', 'none'],
  ['weapon', 'red', 'none'],
  ['threat-to-kill', 'red', 'none'],
  ['choking', 'red', 'none'],
  ['escalation', 'orange', 'none'],
  ['suicidal-thoughts', 'red', 'none'],
];

/** The more urgent one, said in another way than the rule says it. */
const worse = (a: Grade, b: Grade): Grade => grades[Math.max(grades.indexOf(a), grades.indexOf(b))]!;

const everyAnswer = categories.flatMap(([category, base]) =>
  questions.flatMap(([question, yes, unknown]) =>
    (
      [
        ['yes', yes],
        ['unknown', unknown],
        ['no', 'none'],
      ] as [Answer, Grade][]
    ).map(([answer, said]) => [category, question, answer, worse(base, said)] as const),
  ),
);

describe('G1 gradeOf', () => {
  it('knows every category and every question of the form', () => {
    expect(form.categories.map((one) => one.code)).toEqual(categories.map(([code]) => code));
    expect(form.riskQuestions.map((one) => one.code)).toEqual(questions.map(([code]) => code));
  });

  it.each(categories)('gives %s without an answer its base grade %s', (category, base) => {
    expect(gradeOf(form, category, [])).toBe(base);
  });

  it.each(everyAnswer)('grades %s with %s: %s as %s', (category, question, answer, grade) => {
    expect(gradeOf(form, category, [{ question, answer }])).toBe(grade);
  });

  it.each<[string, [string, Answer][], Grade]>([
    [
      'orange and then red',
      [
        ['injury', 'yes'],
        ['weapon', 'yes'],
      ],
      'red',
    ],
    [
      'red and then orange',
      [
        ['weapon', 'yes'],
        ['injury', 'yes'],
      ],
      'red',
    ],
    [
      'red and then no',
      [
        ['weapon', 'yes'],
        ['injury', 'no'],
        ['escalation', 'unknown'],
      ],
      'red',
    ],
    [
      'nothing but no',
      [
        ['immediate-danger', 'no'],
        ['injury', 'no'],
        ['weapon', 'no'],
      ],
      'none',
    ],
    [
      'she does not know of danger, and no',
      [
        ['immediate-danger', 'unknown'],
        ['weapon', 'no'],
      ],
      'orange',
    ],
    [
      'the same question with no behind yes',
      [
        ['choking', 'yes'],
        ['choking', 'no'],
      ],
      'red',
    ],
  ])('takes the most urgent answer whatever the order: %s', (_, given, grade) => {
    const answers = given.map(([question, answer]) => ({ question, answer }));
    expect(gradeOf(form, 'family-dispute', answers)).toBe(grade);
    expect(
      gradeOf(
        form,
        'family-dispute',
        answers.map((_, at) => answers.at(-1 - at)!),
      ),
    ).toBe(grade);
  });

  it('never grades below the category, whatever is denied', () => {
    const denied = questions.map(([question]) => ({ question, answer: 'no' as const }));
    expect(gradeOf(form, 'domestic-violence', denied)).toBe('orange');
  });

  it('ignores answers to questions that the form does not ask', () => {
    expect(gradeOf(form, 'legal-advice', [{ question: 'no-such-question', answer: 'yes' }])).toBe('none');
  });

  it('gives a category that the form does not offer no grade of its own, and the answers theirs', () => {
    expect(gradeOf(form, 'no-such-category', [])).toBe('none');
    expect(gradeOf(form, 'no-such-category', [{ question: 'weapon', answer: 'yes' }])).toBe('red');
  });

  it('follows what a county sets, not what the standard form says', () => {
    const own = {
      categories: form.categories.map((one) => ({
        ...one,
        baseGrade: one.code === 'hardship' ? ('red' as const) : one.baseGrade,
      })),
      riskQuestions: form.riskQuestions.map((one) => ({ ...one, gradeWhenUnknown: 'pink' as const })),
    };
    expect(gradeOf(own, 'hardship', [])).toBe('red');
    expect(gradeOf(own, 'legal-advice', [{ question: 'injury', answer: 'unknown' }])).toBe('pink');
  });

  it('changes neither the form nor the answers', () => {
    const answers = Object.freeze([Object.freeze({ question: 'weapon', answer: 'yes' as const })]);
    expect(gradeOf(Object.freeze({ ...form }), 'other', answers)).toBe('red');
  });
});

describe('worseGrade', () => {
  it.each(grades.flatMap((a, at) => grades.map((b, to) => [a, b, grades[Math.max(at, to)]!] as const)))(
    'of %s and %s is %s',
    (a, b, expected) => {
      expect(worseGrade(a, b)).toBe(expected);
    },
  );
});
