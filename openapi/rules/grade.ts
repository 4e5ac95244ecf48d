import type { components } from '../generated/types.js';

type Schemas = components['schemas'];
/** Urgency, from the least to the most: `none`, `pink`, `orange`, `red`. */
export type Grade = Schemas['Grade'];

const order: readonly Grade[] = ['none', 'pink', 'orange', 'red'];

/** The more urgent of two grades. */
export function worseGrade(a: Grade, b: Grade): Grade {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/**
 * The grade of a request: the most urgent of its category's base grade and of what the risk answers say (rule G1).
 *
 * Pure; runs in the browser to show what matters at once and again on the service, whose result alone counts. Answers to
 * questions that the form does not ask are ignored here; `findFaults` refuses them.
 */
export function gradeOf(
  form: Pick<Schemas['HelpForm'], 'categories' | 'riskQuestions'>,
  category: string,
  answers: readonly Schemas['RiskAnswer'][],
): Grade {
  let grade: Grade = form.categories.find((one) => one.code === category)?.baseGrade ?? 'none';
  for (const { question, answer } of answers) {
    const asked = form.riskQuestions.find((one) => one.code === question);
    if (answer === 'yes') grade = worseGrade(grade, asked?.gradeWhenYes ?? 'none');
    if (answer === 'unknown') grade = worseGrade(grade, asked?.gradeWhenUnknown ?? 'none');
  }
  return grade;
}
