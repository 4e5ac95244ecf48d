import { type ErrorFacts, FulianError, isNamed } from './fulian-error.js';

/** The service did not answer in time. Whether it received the request is unknown. */
export class TimeoutError extends FulianError {
  constructor(call: string, milliseconds: number, facts?: ErrorFacts) {
    super('TimeoutError', `${call}: no answer within ${milliseconds} ms`, 'timeout', true, facts);
  }
}

/** Whether something thrown is a `TimeoutError`. */
export function isTimeoutError(value: unknown): value is TimeoutError {
  return isNamed(value, 'TimeoutError');
}
