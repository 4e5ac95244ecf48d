import type { Words } from '../../base/language.js';
import type { words as chinese } from '../zh-CN/case-tracker-more.js';

/** The words of what she does with her case in the tracker. */
export const words: Words<keyof typeof chinese> = {
  'write-hint': 'For what is not urgent. In danger, call 110.',
  send: 'Send',
  sent: 'It has arrived.',
  'add-files': 'Add photos, recordings or files',
  'draft-missing': 'Please write a few words first',
  'draft-too-long': 'This is too long; 5000 characters at most',
  'draft-unfinished': 'A file is still on its way, please wait',
  'draft-failed': 'A file did not arrive. Try it again, or remove it',
  'draft-unavailable': 'The connection failed and nothing was sent. Please try again',
  'out-sending': 'Sending…',
  'out-unknown': 'No answer came, so we do not know whether it arrived. We send it again; it counts once.',
  'out-refused': 'It did not arrive.',
  'take-back': 'Take back and change',
  'action-sending': 'Please wait…',
  'action-unknown': 'No answer came, so we do not know whether it was done. Press again: it counts once.',

  consent: 'Please decide: may we give your data to {unit}?',
  'consent-hint': 'That is who you are and how to reach you. If you say no, we go on all the same.',
  'consent-yes': 'Yes',
  'consent-no': 'No',

  rate: 'Are you satisfied?',
  'rate-until': 'If not: say so before {when}, and we begin again.',
  'rate-yes': 'Satisfied',
  'rate-no': 'Not satisfied',
  'rated-yes': 'You said that you are satisfied.',
  'rated-no': 'You said that you are not satisfied.',
  'rate-change': 'I am not satisfied after all',
  'rate-words': 'What is not good? (optional)',
  'rate-send': 'Not satisfied: begin again',
  'rate-send-late': 'Say that I am not satisfied',
  back: 'Back',

  'file-uploading': '{percent}% sent',
  'file-stored': 'Sent',
  'file-attachment-too-large': 'The file is too large.',
  'file-attachment-too-many': '10 files at most.',
  'file-attachment-type-refused': 'We cannot take this kind of file. Photos, recordings, videos and documents will do.',
  'file-attachment-damaged': 'The file cannot be opened. Please take another.',
  'file-empty': 'The file is empty. Please take another.',
  'file-network': 'The connection broke.',
  'file-other': 'It did not arrive.',
  remove: 'Remove',
  'files-kept': 'The file itself stays on your phone; we cannot delete it.',
  'file-save': 'Save to this phone',
  'file-nameless': 'File {n}',

  'download-warn':
    'The file stays on this phone, and whoever has the phone can find it. Do not save it where others use the phone.',
  'download-wechat': 'WeChat cannot save it: open this page in the phone’s own browser.',
  'download-go': 'I understand, save it',
  'download-done': 'Handed to the phone to save. Delete it from “Downloads” when you need it no more.',
  'download-name': 'Notes',
  'download-wrote': 'What you wrote',
  'download-all': 'Everything',

  'withdraw-means':
    'The federation will stop working on it and will not contact you again. What was written is kept. You can ask for help again at any time.',
  'withdraw-go': 'Withdraw it',

  'erase-means':
    'What you wrote, what the federation wrote and all files: nobody can read them any more, and nothing brings them back. Number and code stop working.',
  'erase-group': 'Type the last group of your number (4 digits)',
  'erase-wrong': 'That is not it. Please look at the last 4 digits of your number',
  'erase-go': 'Delete for good',
  cancel: 'No, go back',
};
