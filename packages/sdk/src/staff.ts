/** The client of who works for a federation; apart from the core, so that no visitor's phone loads it. */
import { operations, type OperationId, staffOperations } from '@fulian/contract/operations';
import { type ClientOptions, type Methods, methodsFor } from './client.js';
import type { FetchLike, HeadersLike } from './wire.js';

/** Settings of a staff client. */
export interface StaffClientOptions extends ClientOptions {
  /**
   * The staff token, or what is asked for it before each call. A credential: it travels in a header, to operations for staff
   * only, and is kept nowhere else.
   */
  readonly token: string | (() => string);
}

/** One method for every operation of the contract, and `pages` over those that list. */
export type StaffClient = Methods<OperationId>;

/** Makes a client with a staff token. Otherwise as `createClient`, whose operations it has, too. */
export function createStaffClient(options: StaffClientOptions): StaffClient {
  const { token } = options;
  return methodsFor(options, operations, (exchange, { onHeaders }) => {
    if (onHeaders) exchange.fetch = reading(exchange.fetch, onHeaders);
    if (!(exchange.id in staffOperations)) return;
    const { init } = exchange;
    Object.assign(init.headers, { Authorization: `Bearer ${typeof token === 'string' ? token : token()}` });
    Object.assign(init, { cache: 'no-store' });
  }) as unknown as StaffClient;
}

/** The same `fetch`, which shows the headers of each success. */
function reading(fetch: FetchLike, onHeaders: (headers: HeadersLike) => void): FetchLike {
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (answer.status < 300) onHeaders(answer.headers);
    return answer;
  };
}
