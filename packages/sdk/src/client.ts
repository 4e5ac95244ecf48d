import type { OperationId, PublicOperationId } from '@fulian/contract/operations';
import { publicOperations } from '@fulian/contract/public-operations';
import { defaultCheck } from '#default-check';
import { AbortedError } from './errors/aborted-error.js';
import type { FulianError } from './errors/fulian-error.js';
import { type AnswerCheck, type Exchange, pause, tryOnce } from './exchange.js';
import type { Answer, CallOptions, Input, ListOperation, Method } from './operation-types.js';
import { addressOf, type AnyInput, cutPath, initOf, type Operation } from './request.js';
import { delayBefore, type RetrySettings, retrySettings } from './retry.js';
import type { FetchLike } from './wire.js';

declare const fetch: FetchLike | undefined;

// Taken when the module loads: a script that wraps `fetch` later does not read her request.
const platformFetch = typeof fetch === 'function' ? fetch : undefined;

/** Where a client keeps what it was made with, so that others can be made for the same service; see `optionsOf`. */
export const made = Symbol.for('fulian.client');

/** Settings of a client. */
export interface ClientOptions {
  /** Where the service is, without `/v1`. `''` is the page's own origin. */
  readonly baseUrl: string;
  /** Default: the platform's, as it was when this module loaded. */
  readonly fetch?: FetchLike;
  /** Milliseconds for each try, reading the answer included. Default 15000. */
  readonly timeout?: number;
  /** Default: 3 tries, see `RetrySettings`. */
  readonly retry?: RetrySettings;
  /** Checks answers against the contract. Default: on under the `development` condition, off in production. */
  readonly check?: AnswerCheck | false;
}

/** One method for each of these operations, `pages` over those that list, and where the service is. */
export type Methods<Ids extends OperationId> = { readonly [Id in Ids]: Method<Id> } & {
  /** Where the service is, without a slash at its end: for addresses that a page asks for itself, such as those of photos. */
  readonly baseUrl: string;
  /** All pages of a listing, one request each, as far as one reads. */
  pages<Id extends ListOperation<Ids>>(
    id: Id,
    input: Input<Id>,
    options?: CallOptions,
  ): AsyncIterableIterator<Answer<Id>>;
};

/** One method for each operation that everybody may call, and `pages` over those that list. */
export type Client = Methods<PublicOperationId>;

/**
 * Makes a client. It sends nothing by itself, keeps no credential and stores nothing; receipts and drafts are given with
 * each call and travel in headers only.
 *
 * Every method rejects with a `FulianError` and nothing else. A call is tried again where that is safe (GET, DELETE, a
 * keyed POST, a piece of a file by its offset) and the fault may pass: no answer, 408, 429, 502 to 504, or a first try
 * that still runs (409).
 */
export function createClient(options: ClientOptions): Client {
  return methodsFor(options, publicOperations) as unknown as Client;
}

/** The methods of a table of operations. `prepare` may add to each call before its first try. */
export function methodsFor(
  options: ClientOptions,
  table: { readonly [Id in OperationId]?: Operation },
  prepare?: (exchange: Exchange, options: CallOptions) => void,
): Record<string, unknown> {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const send = options.fetch ?? platformFetch;
  if (!send) throw new Error('no fetch here; give one as `fetch`');
  const { timeout: usualTimeout = 15_000, check = defaultCheck } = options;
  const retry = retrySettings(options.retry);
  let budget = retry.budget;

  const methodOf = (id: OperationId, operation: Operation) => {
    const call = `${id} ${operation.method} ${operation.path}`;
    const pieces = cutPath(operation.path);
    const { method, keyed, body } = operation;
    const attempts = method === 'GET' || method === 'DELETE' || keyed || body === 'bytes' ? retry.attempts : 1;

    return async (input: AnyInput = {}, callOptions: CallOptions = {}): Promise<unknown> => {
      const { signal, timeout = usualTimeout } = callOptions;
      const exchange: Exchange = {
        id,
        operation,
        call,
        url: addressOf(call, baseUrl, pieces, input),
        init: initOf(operation, input),
        fetch: send,
        check: check || undefined,
      };
      if (prepare) prepare(exchange, callOptions);
      for (let attempt = 1, used = 0; ; attempt += 1) {
        if (signal && signal.aborted) throw new AbortedError(call);
        let wait: number | undefined;
        try {
          const answer = await tryOnce(exchange, timeout, signal);
          budget = Math.min(retry.budget, budget + used + 0.1);
          return answer;
        } catch (thrown) {
          const error = thrown as FulianError;
          if (attempt < attempts && budget >= 1) wait = delayBefore(retry, attempt, error);
          if (wait === undefined) throw error;
        }
        budget -= 1;
        used += 1;
        await pause(call, wait, signal);
      }
    };
  };

  const client: Record<PropertyKey, unknown> = {
    [made]: { ...options, fetch: send, check },
    baseUrl,
    async *pages(id: ListOperation, input: AnyInput, callOptions?: CallOptions) {
      const list = client[id] as (input: AnyInput, options?: CallOptions) => Promise<{ nextCursor?: string }>;
      let cursor = input.query && input.query.cursor;
      do {
        const page = await list({ ...input, query: { ...input.query, cursor } }, callOptions);
        yield page;
        cursor = page.nextCursor;
      } while (cursor !== undefined);
    },
  };
  for (const id of Object.keys(table) as OperationId[]) client[id] = methodOf(id, table[id]!);
  return client;
}
