import { define } from '../base/define.js';
import { FlCouncil } from './council.js';

export { FlCouncil };

define('fl-council', FlCouncil);

declare global {
  interface HTMLElementTagNameMap {
    'fl-council': FlCouncil;
  }
}
