/** The client of who works for a federation; apart from the core, so that no visitor's phone loads it. */
import { ballotOperations } from '@fulian/contract/ballot-operations';
import { councilOperations } from '@fulian/contract/council-operations';
import { imageOperations } from '@fulian/contract/image-operations';
import type { OperationId } from '@fulian/contract/operations';
import { publicOperations } from '@fulian/contract/public-operations';
import { requesterOperations } from '@fulian/contract/requester-operations';
import { staffOperations } from '@fulian/contract/staff-operations';
import { type Client, type ClientOptions, type Methods, methodsFor } from './client.js';
import { optionsOf } from './derived.js';
import type { Exchange } from './exchange.js';
import type { CallOptions } from './operation-types.js';
import { streamOf } from './stream.js';
import type { FetchLike, HeadersLike } from './wire.js';

/** Settings of a staff client. */
export interface StaffClientOptions extends ClientOptions {
  /**
   * The staff token, or what is asked for it before each call; without one (`''`, while nobody has signed in) no token is sent.
   * A credential: it travels in a header, to operations for staff only, and is kept nowhere else.
   */
  readonly token: string | (() => string);
}

/** One method for every operation of the contract, and `pages` over those that list. */
export type StaffClient = Methods<OperationId>;

/** Makes a client with a staff token. Otherwise as `createClient`, whose operations it has, too. */
export function createStaffClient(options: StaffClientOptions): StaffClient {
  const { token } = options;
  // Put together here and not taken from the contract's table of all, which no file of a visitor's may import.
  const operations = {
    ...publicOperations,
    ...requesterOperations,
    ...councilOperations,
    ...ballotOperations,
    ...staffOperations,
    ...imageOperations,
  };
  const prepare = (exchange: Exchange, { onHeaders }: CallOptions) => {
    if (onHeaders) exchange.fetch = reading(exchange.fetch, onHeaders);
    if (!(exchange.id in staffOperations)) return;
    const { init } = exchange;
    const given = typeof token === 'string' ? token : token();
    if (given !== '') init.headers['Authorization'] = `Bearer ${given}`;
    init.cache = 'no-store';
  };
  const methods = methodsFor(options, operations, prepare);
  for (const id of ['watchCases', 'watchOwnCase'] as const)
    methods[id] = streamOf(methods, id, operations[id], prepare);
  return methods as unknown as StaffClient;
}

/** A staff client for the same service as another client, with its settings. */
export function staffClientOf(client: Client, token: StaffClientOptions['token']): StaffClient {
  return createStaffClient({ ...optionsOf(client), token });
}

/** The same `fetch`, which shows the headers of each success. */
function reading(fetch: FetchLike, onHeaders: (headers: HeadersLike) => void): FetchLike {
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (answer.status < 300) onHeaders(answer.headers);
    return answer;
  };
}
