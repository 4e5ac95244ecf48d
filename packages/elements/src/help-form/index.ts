import { define } from '../base/define.js';
import { FlHelpForm } from './help-form.js';

export { FlHelpForm };

define('fl-help-form', FlHelpForm);

declare global {
  interface HTMLElementTagNameMap {
    'fl-help-form': FlHelpForm;
  }
}
