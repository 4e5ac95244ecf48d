/** Pure domain rules that the SDK and the service share, so that neither can drift from the other. */
export { gradeOf, worseGrade, type Grade } from './grade.js';
export { findFaults, type FaultCode } from './help-request.js';
