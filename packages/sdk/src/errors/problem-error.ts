import type { components } from '@fulian/contract/types';
import { type ErrorFacts, FulianError, hide, isNamed } from './fulian-error.js';

/** What the service says is wrong, after RFC 9457. */
export type Problem = components['schemas']['Problem'];

/** The service answered with a problem. `code` is the problem's. */
export class ProblemError extends FulianError {
  /** The whole problem. Neither JSON nor an inspector prints it. */
  declare readonly problem: Problem;
  /** Of HTTP. */
  declare readonly status: number;

  constructor(call: string, problem: Problem, facts?: ErrorFacts) {
    const { status, code } = problem;
    const passes = [408, 429].includes(status) || status >= 500 || code === 'idempotency-key-running';
    super('ProblemError', `${call}: ${status} ${code}`, code, passes, facts);
    hide(this, 'problem', problem);
    this.status = status;
  }
}

/** Whether something thrown is a problem that the service answered. */
export function isProblemError(value: unknown): value is ProblemError {
  return isNamed(value, 'ProblemError');
}
