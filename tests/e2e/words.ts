/** The words that a person reads in `<fl-help-form>`, by their keys, so that a change of wording breaks no journey. */
import { examples } from '@fulian/contract/examples';
import { words as first } from '../../packages/elements/src/locales/zh-CN/help-form.js';
import { words as later } from '../../packages/elements/src/locales/zh-CN/help-form-later.js';
import { words as exit } from '../../packages/elements/src/locales/zh-CN/quick-exit.js';

const all = { ...first, ...later, ...exit };
type Key = keyof typeof all;

/** The Chinese words for a key, its gaps filled. */
export function say(key: Key, values: Record<string, string | number> = {}): string {
  return all[key].replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** The steps of the form, by the question that a person sees. */
export const steps = {
  [examples.getHelpForm.answers.standard.riskQuestions[0].label['zh-CN']]: 'danger',
  [say('danger-legend')]: 'danger',
  [say('askerRole-legend')]: 'asker',
  [say('category-legend')]: 'category',
  [say('underFourteen-legend')]: 'age',
  [say('risks-legend')]: 'risk',
  [say('childrenPresent-legend')]: 'children',
  [say('narrative-legend')]: 'narrative',
  [say('attachments-legend')]: 'attachments',
  [say('place-legend')]: 'place',
  [say('place-self')]: 'place',
  [say('identity-legend')]: 'identity',
  [say('channel-legend')]: 'contact',
  [say('contact-safety-legend')]: 'contact-safety',
  [say('needs-legend')]: 'needs',
  [say('hasExclusion-legend')]: 'exclusion',
  [say('consent-legend')]: 'consent',
  [say('check-legend')]: 'check',
} as const satisfies Record<string, string>;

/** One screen of the form. */
export type Step =
  | 'danger'
  | 'asker'
  | 'category'
  | 'age'
  | 'risk'
  | 'children'
  | 'narrative'
  | 'attachments'
  | 'place'
  | 'identity'
  | 'contact'
  | 'contact-safety'
  | 'needs'
  | 'exclusion'
  | 'consent'
  | 'check';

const { categories, riskQuestions, reporterBodies, languages, accessNeeds } = examples.getHelpForm.answers.standard;

/** What the federation of the tests calls a choice. */
export function labelOf(code: string): string {
  const all = [...categories, ...riskQuestions, ...reporterBodies, ...languages, ...accessNeeds];
  const found = all.find((one) => one.code === code);
  if (!found) throw new Error(`the form offers no ${code}`);
  return found.label['zh-CN'];
}
