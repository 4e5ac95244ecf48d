import type { Words } from '../../base/language.js';
import type { words as chinese } from '../zh-CN/quick-exit.js';

/** The words of `<fl-quick-exit>`. */
export const words: Words<keyof typeof chinese> = {
  leave: 'Leave this page',
  hintKeys: 'or press Esc twice',
  shiftTwoMore: 'Press Shift two more times to leave',
  shiftOneMore: 'Press Shift one more time to leave',
  escapeOneMore: 'Press Escape one more time to leave',
  timedOut: 'Not leaving',
};
