import { findFaults } from '@fulian/contract/rules';
import { submissionShape } from '@fulian/contract/submission-shape';
import { faultAt } from './places.js';
import { findingsIn } from './shape.js';
import type { Submission } from './submission.js';
import type { AnswerFault, AttachmentItem, Finding, HelpForm, HelpFormAnswers } from './types.js';

/** A telephone number is written in many ways; only what cannot be one is refused. */
const telephone = /^[+＋(（]?(?:[\d０-９][-－\s()（）]*){3,20}$/;
const shapes: { readonly [Channel in NonNullable<HelpFormAnswers['channel']>]?: RegExp } = {
  phone: telephone,
  sms: telephone,
  email: /^\S+@\S+$/,
};

/** Whether a number or an address can be one of its channel. The contract takes any text; a slip is better found here. */
export function contactFaults({ channel, contactValue }: Readonly<HelpFormAnswers>): AnswerFault[] {
  const shape = channel && shapes[channel];
  const typed = contactValue?.trim();
  return !shape || !typed || shape.test(typed) ? [] : [{ answer: 'contactValue', code: 'bad-format' }];
}

/** Files that would make the service refuse the request, where one of these states is among them. */
export function fileFaults(
  attachments: readonly AttachmentItem[],
  ...states: readonly AttachmentItem['status'][]
): AnswerFault[] {
  const open = attachments.some(({ status }) => states.includes(status));
  return open ? [{ answer: 'attachments', code: 'unfinished' }] : [];
}

/** What the shared rules find in a submission, as faults of answers. */
export function ruleFaults(form: HelpForm, submission: Submission): AnswerFault[] {
  return asFaults(findFaults(form, submission), submission);
}

/** The same, and what the contract's schema finds: lengths and formats. */
export function submissionFaults(form: HelpForm, submission: Submission): AnswerFault[] {
  return [...ruleFaults(form, submission), ...asFaults(findingsIn(submissionShape, submission, 'body'), submission)];
}

function asFaults(findings: readonly Finding[], submission: Submission): AnswerFault[] {
  return findings.flatMap((finding) => faultAt(finding, submission) ?? []);
}
