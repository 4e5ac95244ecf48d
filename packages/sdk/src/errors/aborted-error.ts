import { type ErrorFacts, FulianError, isNamed } from './fulian-error.js';

/** The caller's signal ended the call. Whether the service received the request is unknown. */
export class AbortedError extends FulianError {
  constructor(call: string, facts?: ErrorFacts) {
    super('AbortedError', `${call}: aborted by the caller`, 'aborted', false, facts);
  }
}

/** Whether something thrown is an `AbortedError`. */
export function isAbortedError(value: unknown): value is AbortedError {
  return isNamed(value, 'AbortedError');
}
