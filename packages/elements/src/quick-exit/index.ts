import { define } from '../base/define.js';
import { FlQuickExit } from './quick-exit.js';

export { FlQuickExit };

define('fl-quick-exit', FlQuickExit);

declare global {
  interface HTMLElementTagNameMap {
    'fl-quick-exit': FlQuickExit;
  }
}
