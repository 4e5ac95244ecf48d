/**
 * Words of the help form's frame and of its first question, which is asked before anything else is loaded. `{…}` is a
 * gap. A federation replaces a text by its key (`words` of its form).
 *
 * Keys: `<answer>-legend` is a question, `<answer>-hint` what is said below it, `<answer>-<value>` a choice and
 * `<answer>-<value>-hint` what is said below that, `<answer>-<code>` a fault that needs words of its own.
 */
export const words = {
  progress: 'Step {n} of {count}',
  continue: 'Continue',
  back: 'Back',
  'error-title': 'Something needs to be changed',
  'error-prefix': 'Please note: ',
  'fault-choose': 'Choose an answer: {question}',
  'fault-other': 'Look at this again: {question}',

  'safety-title': 'First, remember how to leave at once',
  'safety-touch': 'If somebody comes, tap “Leave this page”. What you wrote is wiped.',
  'safety-keys': 'On a computer, pressing Esc twice or Shift three times does the same.',
  'safety-history': 'The address of this page stays in the browser’s history. We cannot remove it.',

  'emergency-title': 'Keep yourself safe first and call now',
  'emergency-110': 'Police',
  'emergency-120': 'Ambulance',
  'emergency-12338': 'Women’s rights hotline',
  'hotline-now': 'If it cannot wait, call:',

  'danger-legend': 'Is anyone in danger right now?',
  'danger-hint': 'You, a child or anybody else.',
  'danger-yes': 'Yes, right now',
  'danger-no': 'Not right now',
  'danger-unknown': 'I am not sure',

  loading: 'Loading, please wait…',
  'load-failed': 'The next questions did not load',
  'load-failed-offline': 'The phone does not seem to be connected. If it fails again when it is, open this page anew.',
  'load-failed-service': 'The federation’s service does not work at the moment.',
  'load-failed-kept': 'What you wrote is still here, and nothing has been sent.',
  retry: 'Try again',

  closed: 'This page has been cleared.',
  'open-again': 'Open again',
} as const;
