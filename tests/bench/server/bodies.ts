import { examples } from '@fulian/contract/examples';

/** Characters of the story in each of the bodies that are sent in turn; some people write nothing, some write pages. */
const storyLengths = [0, 12, 40, 80, 160, 320, 640, 1_280] as const;

/** What stands where each submit puts a secret of its own; as long as one. */
export const secretGap = '000000000000000000000000';

const sentence = '他昨晚又动手了，孩子也在旁边看着，我不知道该去哪里，想问问有没有人能帮我们。';

/** Requests for help of different lengths and kinds, as their requesters would send them: JSON with a gap for the secret. */
export function requestBodies(): readonly string[] {
  const { urgent, anonymous } = examples.submitHelpRequest.requests;
  return storyLengths.map((length, at) => {
    const narrative = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
    const request = at % 2 === 0 ? urgent : anonymous;
    return JSON.stringify({
      ...request,
      narrative: narrative === '' ? undefined : narrative,
      receiptSecret: secretGap,
    });
  });
}
