import { define } from '../base/define.js';
import { FlCaseReport } from './case-report.js';

export { FlCaseReport };

define('fl-case-report', FlCaseReport);

declare global {
  interface HTMLElementTagNameMap {
    'fl-case-report': FlCaseReport;
  }
}
