/**
 * Ways through `<fl-help-form>`, written as what a person answers on which screen. The harnesses of the end-to-end and
 * the safety tests take any of them.
 */
import { until, type Visitor } from './visitor.js';
import { labelOf, say, steps, type Step } from './words.js';

/** What somebody does on a page; anything that a harness can watch. */
export type Journey<Result = void> = (visitor: Visitor) => Promise<Result>;

/** What she does on each screen that she meets. Continue is pressed by whoever walks. */
export type Plan = { readonly [Screen in Step]?: Journey };

/** What stands on the receipt. */
export interface Receipt {
  /** 12 digits. */
  number: string;
  /** 24 digits. */
  secret: string;
}

const nothing: Journey = () => Promise.resolve();

const safeToCall: Journey = async (visitor) => {
  await visitor.choose(say('any-false'), say('mayLeaveMessage-legend'));
  await visitor.choose(say('any-false'), say('maySayWhoCalls-legend'));
};

const consent: Journey = async (visitor) => {
  await visitor.choose(say('agree'), say('consentGeneral-legend'));
  await visitor.choose(say('agree'), say('consentSensitive-legend'));
};

/** The shortest way: no danger, no name, no contact, nothing that may be left out. */
export const anonymous: Plan = {
  danger: (visitor) => visitor.choose(say('danger-no')),
  asker: (visitor) => visitor.choose(say('askerRole-self')),
  category: (visitor) => visitor.choose(labelOf('land-rights')),
  children: (visitor) => visitor.choose(say('any-no')),
  narrative: nothing,
  attachments: nothing,
  // Looks at the list, and says nothing.
  place: async (visitor) => void (await visitor.find('button', '柳桥镇')),
  identity: (visitor) => visitor.choose(say('identity-anonymous')),
  contact: (visitor) => visitor.choose(say('channel-none')),
  needs: nothing,
  exclusion: (visitor) => visitor.choose(say('hasExclusion-false')),
  consent,
};

/** Words of the full request: none of them may be found where it does not belong. */
export const fullWords = {
  narrative: '他昨晚喝了酒又动手打我，桂花巷的邻居都听见了。我怕他今晚再来。',
  name: '示例桂花女士',
  phone: '000-2718-2818',
  coverWords: '桂花社区体检回访',
  needsNote: '桂花开的晚上不方便',
  exclusionNote: '他表哥在桂花村委会上班',
};

/** Everything that can be answered is; with the files that are given. */
export const full = (files: string[]): Plan => ({
  danger: (visitor) => visitor.choose(say('danger-no')),
  asker: (visitor) => visitor.choose(say('askerRole-self')),
  category: (visitor) => visitor.choose(labelOf('domestic-violence')),
  risk: async (visitor) => {
    await visitor.choose(labelOf('injury'));
    await visitor.choose(labelOf('escalation'));
  },
  children: (visitor) => visitor.choose(say('any-yes')),
  narrative: (visitor) => visitor.write(say('narrative-legend'), fullWords.narrative),
  attachments: async (visitor) => {
    if (files.length === 0) return;
    await visitor.attach(say('attachments-add'), ...files);
    await until(
      'all files to arrive',
      async () => (await visitor.reads()).split(say('file-stored')).length - 1 === files.length,
    );
  },
  place: async (visitor) => {
    await visitor.press('柳桥镇');
    await visitor.press('荷塘村');
  },
  identity: async (visitor) => {
    await visitor.choose(say('identity-named'));
    await visitor.write(say('name-legend'), fullWords.name);
  },
  contact: async (visitor) => {
    await visitor.choose(say('channel-phone'));
    await visitor.write(say('contactValue-phone'), fullWords.phone);
  },
  'contact-safety': async (visitor) => {
    await safeToCall(visitor);
    await visitor.write(say('coverWords-legend'), fullWords.coverWords);
    await visitor.choose('周一');
    await visitor.choose('周三');
    await visitor.pick(say('from-legend'), '09:00');
    await visitor.pick(say('to-legend'), '11:30');
  },
  needs: async (visitor) => {
    await visitor.choose(labelOf('local-dialect'));
    await visitor.choose(labelOf('read-aloud'));
    await visitor.write(say('needsNote-legend'), fullWords.needsNote);
  },
  exclusion: async (visitor) => {
    await visitor.choose(say('hasExclusion-true'));
    await visitor.choose(say('unit', { name: '柳桥镇' }));
    await visitor.write(say('exclusionNote-legend'), fullWords.exclusionNote);
  },
  consent,
});

/** Somebody is in danger now. */
export const red: Plan = {
  ...anonymous,
  danger: (visitor) => visitor.choose(say('danger-yes')),
  category: (visitor) => visitor.choose(labelOf('domestic-violence')),
  risk: (visitor) => visitor.choose(labelOf('choking')),
};

/** A school reports for a child under 14. */
export const child: Plan = {
  ...anonymous,
  asker: async (visitor) => {
    await visitor.choose(say('askerRole-mandatory-reporter'));
    await visitor.choose(labelOf('school'));
    await visitor.write(say('reporterBodyName-legend'), '示例小学');
  },
  category: (visitor) => visitor.choose(labelOf('child-harm')),
  age: (visitor) => visitor.choose(say('underFourteen-yes')),
  risk: (visitor) => visitor.choose(labelOf('injury')),
  children: (visitor) => visitor.choose(say('any-yes')),
  consent: async (visitor) => {
    await consent(visitor);
    await visitor.choose(say('agree'), say('consentMinor-legend'));
  },
};

/** Called on every screen before she answers and, where she does, before she goes on. */
export type OnStep = (step: Step, visitor: Visitor, answered: boolean) => Promise<void>;

/** Answers question after question until the check page, or until the screen `last` is there. */
export async function fillIn(visitor: Visitor, plan: Plan, onStep?: OnStep, last: Step = 'check'): Promise<void> {
  let before: Step | undefined;
  for (;;) {
    const step = await nextStep(visitor, before);
    await onStep?.(step, visitor, false);
    if (step === last) return;
    const answer = plan[step];
    if (!answer) throw new Error(`the plan has no answer for the screen ${step}`);
    await answer(visitor);
    await onStep?.(step, visitor, true);
    await visitor.press(say('continue'));
    before = step;
  }
}

/** The screen that is there now; undefined between two of them. */
export async function stepOf(visitor: Visitor): Promise<Step | undefined> {
  const question = await visitor.question();
  return question === undefined ? undefined : (steps as Record<string, Step>)[question];
}

/** The screen after `before`; fails with what the form says where it does not let her go on. */
async function nextStep(visitor: Visitor, before: Step | undefined): Promise<Step> {
  return until(
    `a screen after “${before ?? 'nothing'}”`,
    async () => {
      const step = await stepOf(visitor);
      if (step === before && (await visitor.reads()).includes(say('error-title')))
        throw new Error(`the form does not go on from “${before}”: ${(await visitor.reads()).slice(0, 1500)}`);
      return step !== before && step;
    },
    () => visitor.reads(),
  );
}

/** Waits for the receipt and reads it as a person would: group by group. */
export async function readReceipt(visitor: Visitor): Promise<Receipt> {
  await visitor.sees(say('receipt'));
  const groups = await visitor.page.evaluate(() =>
    [...document.querySelector('fl-help-form')!.shadowRoot!.querySelectorAll('[part=receipt] .groups .digits')].map(
      (one) => one.textContent ?? '',
    ),
  );
  return { number: groups.slice(0, 3).join(''), secret: groups.slice(3).join('') };
}

/** The whole way, from the first question to the receipt. */
export const walk =
  (plan: Plan, onStep?: OnStep): Journey<Receipt> =>
  async (visitor) => {
    await fillIn(visitor, plan, onStep);
    await visitor.press(say('submit'));
    return readReceipt(visitor);
  };
