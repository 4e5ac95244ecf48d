import type { Questions } from './questions.js';
import type { Submission } from './service.js';
import type { Visitor } from './visitor.js';

/** What she types as her story while each key is timed: letters, so that no input method is in between. */
export function storyOf(length: number): string {
  return 'wo xiang wen yi xia cheng bao di de shi '
    .repeat(Math.ceil(length / 40))
    .slice(0, length)
    .trim();
}

/** The request that the journey must end in, whatever form it went through; the secret and the client's grade aside. */
export function expectedSubmission(story: string): Submission {
  return {
    category: 'land-rights',
    narrative: story,
    asker: { role: 'self' },
    identity: { kind: 'named', name: '王女士' },
    safeContact: {
      channel: 'phone',
      value: '000-0000-0001',
      days: ['mon'],
      mayLeaveMessage: false,
      maySayWhoCalls: false,
    },
    riskScreen: { answers: [{ question: 'immediate-danger', answer: 'no' }] },
    concernedPerson: { underFourteen: 'unknown' },
    childrenPresent: 'unknown',
    needs: { languages: ['mandarin'] },
    consents: [
      { kind: 'general', version: '1', givenBy: 'requester' },
      { kind: 'sensitive', version: '1', givenBy: 'requester' },
    ],
  };
}

/**
 * Says which fields of what arrived are not as expected; undefined where all are. What may differ between forms that ask
 * the same does not count: the random secret, and the grade that the service ignores.
 */
export function differenceFrom(expected: Submission, arrived: Submission | undefined): string | undefined {
  if (arrived === undefined) return 'nothing was submitted';
  const { grade: _, ...riskScreen } = arrived['riskScreen'] as Record<string, unknown>;
  const got: Submission = { ...arrived, riskScreen, receiptSecret: undefined };
  const text = (one: unknown) => JSON.stringify(sorted(one));
  const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  const wrong = names.filter((name) => text(expected[name]) !== text(got[name]));
  if (wrong.length === 0) return undefined;
  return `submitted ${wrong.map((name) => `${name} ${text(got[name])} and not ${text(expected[name])}`).join(', ')}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, sorted(one)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Goes through the form from its first question to the receipt. `story` is typed by `type` on the narrative's screen. */
export async function travel(visitor: Visitor, questions: Questions, type: () => Promise<void>): Promise<void> {
  const { steps, words } = questions;
  const title = (name: string) => steps.find((step) => step.name === name)!.title;
  const option = (name: string, value: string) =>
    steps
      .flatMap((step) => step.fields)
      .find((field) => field.name === name)!
      .options!.find((one) => one.value === value)!.label;
  const label = (name: string) => steps.flatMap((step) => step.fields).find((field) => field.name === name)!.label;
  const answer = async (step: string, action?: () => Promise<void>) => {
    await visitor.sees(title(step));
    await action?.();
    await visitor.click(words.next);
  };

  await answer('danger', () => visitor.click(option('danger', 'no')));
  await answer('asker', () => visitor.click(option('askerRole', 'self')));
  await answer('category', () => visitor.click(option('category', 'land-rights')));
  await answer('narrative', type);
  await answer('attachments');
  await answer('place');
  await answer('identity', async () => {
    await visitor.click(option('identity', 'named'));
    await visitor.sees(label('name'));
    await visitor.write('王女士');
  });
  await answer('contact', async () => {
    await visitor.click(option('channel', 'phone'));
    await visitor.sees(label('contactValue-phone'));
    await visitor.write('000-0000-0001');
  });
  await answer('contact-safety', async () => {
    await visitor.click(option('mayLeaveMessage', 'no'), 0);
    await visitor.click(option('maySayWhoCalls', 'no'), 1);
    await visitor.click(option('days', 'mon'));
  });
  await answer('needs', () => visitor.click(option('languages', 'mandarin')));
  await answer('exclusion', () => visitor.click(option('hasExclusion', 'no')));
  await answer('consent', async () => {
    await visitor.click(label('consentGeneral'), 0);
    await visitor.click(label('consentSensitive'), 1);
  });
  await visitor.click(words.submit);
  await visitor.sees(words.sent);
}
