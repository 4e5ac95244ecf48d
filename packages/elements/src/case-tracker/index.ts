import { define } from '../base/define.js';
import { FlCaseTracker } from './case-tracker.js';

export { FlCaseTracker };

define('fl-case-tracker', FlCaseTracker);

declare global {
  interface HTMLElementTagNameMap {
    'fl-case-tracker': FlCaseTracker;
  }
}
