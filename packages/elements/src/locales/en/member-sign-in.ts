import type { Words } from '../../base/language.js';
import type { words as chinese } from '../zh-CN/member-sign-in.js';

/** Words of signing in as a member of a council, with a printed card. */
export const words: Words<keyof typeof chinese> = {
  'sign-in': 'Sign in with your card',
  'sign-in-hint': 'There are 16 digits on the card, in four groups. Spaces do not matter.',
  code: 'Digits on the card',
  stay: 'Stay signed in on this phone',
  'stay-hint': 'Only on a phone that nobody else uses: for 30 days, whoever opens this page is you.',
  'sign-in-go': 'Sign in',
  'sign-in-wait': 'Signing in…',
  'sign-in-ended': 'Your session has ended. Please sign in with your card again.',
  'sign-out': 'Sign out',
  'code-missing': 'Please type the digits on the card',
  'code-digits': 'There are only digits on the card, please look again',
  'code-too-short': 'Digits are missing, there are 16',
  'code-too-long': 'Too many digits, there are 16',
  'sign-in-refused':
    'This card does not open it. Please compare the digits; a card that was used or is too old does not work either: ask the organiser for a new one.',
  'sign-in-limited': 'Too many tries. Please try again in {n} seconds.',
  'sign-in-network': 'There seems to be no connection. Try again once there is.',
  'sign-in-failed': 'The service does not work now. Please try again later.',
};
