import { type ErrorFacts, FulianError, isNamed } from './fulian-error.js';

/**
 * No answer of the service arrived: off line, a broken connection, or a gateway that answered in its place. Whether the
 * service received the request is unknown.
 */
export class NetworkError extends FulianError {
  constructor(call: string, facts?: ErrorFacts, what = 'no answer; check the connection and the base URL') {
    super('NetworkError', `${call}: ${what}`, 'network', true, facts);
  }
}

/** Whether something thrown is a `NetworkError`. */
export function isNetworkError(value: unknown): value is NetworkError {
  return isNamed(value, 'NetworkError');
}
