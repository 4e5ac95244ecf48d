/**
 * Pure rules of a case, shared by the service, the SDK's stores and tests: L1 to L6 say what is due when, C1 to C9 what may be done
 * and what becomes of it. Time and holidays come in; nothing is read from the machine.
 */
export { applyOverdue, applyOwnStep, ownActOf, type OwnStep } from './apply-own-step.js';
export { applyStep, type StaffStepContext, type StepContext } from './apply-step.js';
export { callAllowed, type CallWindow } from './call-hours.js';
export type * from './case-facts.js';
export {
  limitRuleOf,
  limitsOf,
  meet,
  outlookOf,
  overdueLevel,
  type LimitContext,
  type LimitOutlook,
} from './limits.js';
export { nextOf } from './next.js';
export { reaches } from './reach.js';
export { fieldsOf, findStepFaults, findStepMisfits, type StepFacing, type StepFaultCode } from './step-faults.js';
export {
  accessUnits,
  endedStates,
  erasableFrom,
  mayAnswerOffer,
  ownActsAllowed,
  reopenUntil,
  seesCase,
  seesCases,
  standingOf,
  stepKinds,
  stepsAllowed,
  waitingOf,
  type OwnAct,
  type Standing,
} from './steps.js';
export { isReadByHer, isShown, ownEventOf, type CaseEventRecord } from './timeline.js';
export {
  addDays,
  addMonths,
  addWorkingDays,
  chinaDay,
  endOfDay,
  endOfWorkingDay,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.js';
