import type { Guest } from './guest.js';
import { add, indexOf, listen, matches, wordsOf } from './pristine.js';

/** What somebody who is hurt and can be called answers, by the step. */
const answers: { readonly [Step in string]?: (one: Guest) => Promise<void> } = {
  danger: (one) => one.choose('danger', 0),
  asker: (one) => one.choose('askerRole', 0),
  category: (one) => one.choose('category', 0),
  age: (one) => one.choose('underFourteen', 1),
  risk: (one) => one.choose('risks', 0),
  children: (one) => one.choose('childrenPresent', 0),
  narrative: (one) => one.type('narrative', '他昨晚又动手了，“邻居”都听见了 <b>&amp;\\u0000</b>'),
  attachments: async (one) => {
    await one.attach('attachments', '伤情.jpg', 3000);
    await one.there('.file .done');
  },
  place: async (one) => {
    await one.press('.place');
    await one.there('.chosen-place');
  },
  identity: async (one) => {
    await one.choose('identity', 1);
    await one.type('name', '示例女士');
  },
  contact: async (one) => {
    await one.choose('channel', 0);
    await one.type('contactValue', '000-0000-0001');
  },
  'contact-safety': async (one) => {
    await one.choose('mayLeaveMessage', 1);
    await one.choose('maySayWhoCalls', 1);
    await one.type('coverWords', '社区体检回访');
  },
  needs: (one) => one.choose('languages', 1),
  exclusion: (one) => one.choose('hasExclusion', 0),
  consent: async (one) => {
    const kinds = ['consentGeneral', 'consentSensitive', 'consentMinor'];
    for (let at = 0; at < kinds.length; at++) if (one.has(`#${kinds[at]}`)) await one.choose(kinds[at]!, 0);
  },
};

/** From the first question to the receipt, one group of which is typed back. */
export async function walkHelpForm(one: Guest): Promise<void> {
  const seen: string[] = ['danger'];
  listen(one.element, 'fl-step', (event) => add(seen, (event as CustomEvent<{ step: string }>).detail.step));
  await one.there('#danger');
  await one.picture('first');
  for (let step = 'danger'; step !== 'check'; step = seen[seen.length - 1]!) {
    const answer = answers[step];
    if (!answer) throw new Error(`no answer for the screen '${step}'`);
    one.step(step);
    await answer(one);
    if (step === 'risk' || step === 'contact-safety') await one.picture(step);
    const { length } = seen;
    await one.press('[part~=continue]');
    await one.until(() => seen.length > length, `a screen after '${step}'`);
  }
  one.step('check');
  await one.picture('check');
  await one.press('.actions [part~=submit]');
  await one.there('[part=receipt]');
  one.step('receipt');
  const digits = one.all('.groups .digits');
  if (digits.length !== 9) throw new Error(`the receipt has ${digits.length} groups`);
  for (let at = 0; at < digits.length; at++)
    if (!matches(/^\d{4}$/, wordsOf(digits[at]!))) throw new Error('a group of the receipt is not four digits');
  const question = one.words('label[for=typed-group]');
  // Which of the secret's six groups is asked for; the number has three before them.
  let asked = -1;
  for (let n = 1; n <= 6; n++) if (indexOf(question, String(n)) >= 0) asked = n;
  await one.type('typed-group', wordsOf(digits[2 + asked]!));
  await one.press('[part=confirm]');
  await one.there('#confirmed');
  one.step('typed back');
  await one.press('[part=finish]');
  await one.until(() => !one.has('[part=receipt]'), 'the end of the receipt');
}
