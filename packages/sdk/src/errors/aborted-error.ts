import { type ErrorFacts, FulianError, isNamed } from './fulian-error.js';

/** The caller's signal ended the call. Whether the service received the request is unknown. */
export class AbortedError extends FulianError {
  constructor(at: string, facts?: ErrorFacts) {
    super('AbortedError', `${at}: aborted by the caller`, 'aborted', false, facts);
  }
}

/** Whether something thrown is an `AbortedError`. */
export function isAbortedError(value: unknown): value is AbortedError {
  return isNamed(value, 'AbortedError');
}
