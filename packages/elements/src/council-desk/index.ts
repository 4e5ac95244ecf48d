import { define } from '../base/define.js';
import { FlCouncilDesk } from './council-desk.js';

export { FlCouncilDesk };

define('fl-council-desk', FlCouncilDesk);

declare global {
  interface HTMLElementTagNameMap {
    'fl-council-desk': FlCouncilDesk;
  }
}
