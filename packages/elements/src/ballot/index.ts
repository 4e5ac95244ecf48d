import { define } from '../base/define.js';
import { FlBallot } from './ballot.js';

export { FlBallot };

define('fl-ballot', FlBallot);

declare global {
  interface HTMLElementTagNameMap {
    'fl-ballot': FlBallot;
  }
}
