import { define } from '../base/define.js';
import { FlCaseDesk } from './case-desk.js';

export { FlCaseDesk };

define('fl-case-desk', FlCaseDesk);

declare global {
  interface HTMLElementTagNameMap {
    'fl-case-desk': FlCaseDesk;
  }
}
