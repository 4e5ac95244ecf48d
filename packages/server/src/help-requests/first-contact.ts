import type { Grade } from '@fulian/contract/rules';
import type { components } from '@fulian/contract/types';
import { endOfWorkingDay } from './working-days.js';

/**
 * Until when somebody makes contact: a red request within hours, day and night; any other by the end of office hours of
 * a Chinese working day after it came.
 */
export function firstContactBy(
  submittedAt: Date,
  grade: Grade,
  limits: components['schemas']['FirstContactLimits'],
): Date {
  return grade === 'red'
    ? new Date(submittedAt.getTime() + limits.redHours * 3_600_000)
    : endOfWorkingDay(submittedAt, limits.otherWorkingDays);
}
