import type { components } from '@fulian/contract/types';
import { type ErrorFacts, FulianError, hide, isNamed } from './fulian-error.js';

/** What the service says is wrong, after RFC 9457. */
export type Problem = components['schemas']['Problem'];

/** Whether a status of HTTP says that the same call may succeed later. */
export const passes = (status: number): boolean => [408, 429].includes(status) || status >= 500;

/** The service answered with a problem. `code` is the problem's. */
export class ProblemError extends FulianError {
  /** The whole problem. Neither JSON nor an inspector prints it. */
  declare readonly problem: Problem;
  /** Of HTTP. */
  declare readonly status: number;

  constructor(call: string, problem: Problem, facts?: ErrorFacts) {
    const { status, code } = problem;
    const isRunning = code === 'idempotency-key-running';
    super('ProblemError', `${call}: ${status} ${code}`, code, isRunning || passes(status), facts);
    hide(this, 'problem', problem);
    this.status = status;
  }
}

/** Whether something thrown is a problem that the service answered. */
export function isProblemError(value: unknown): value is ProblemError {
  return isNamed(value, 'ProblemError');
}
