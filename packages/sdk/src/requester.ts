/** The client of who holds a receipt, or reads the public statistics; apart from the core, so that no form loads it. */
import type { RequesterOperationId } from '@fulian/contract/operations';
import { requesterOperations } from '@fulian/contract/requester-operations';
import { type Client, type Methods, methodsFor } from './client.js';
import { optionsOf } from './derived.js';
import { NetworkError } from './errors/network-error.js';
import type { Exchange } from './exchange.js';

/** One method for each operation of the contract that a receipt opens, and those of the public statistics. */
export interface RequesterClient extends Methods<RequesterOperationId> {
  /** Forgets the token. */
  forget(): void;
}

/**
 * Comes with the first stream, when the case is on the screen. Whoever cannot fetch it has no stream, as on a network that lets
 * none through, and asks now and then.
 */
const loadStreams = () =>
  import('./stream.js').catch((cause: unknown) => {
    throw new NetworkError('watchOwnCase', { cause });
  });

/**
 * Makes a client for the same service as another one, with its settings. `openOwnCase` keeps the token in this client's memory
 * and nowhere else; all other calls carry it in a header until `forget`.
 */
export function requesterClientOf(client: Client): RequesterClient {
  let token: string | undefined;
  const prepare = ({ init }: Exchange) => {
    if (token !== undefined) init.headers['Fulian-Case'] = token;
    init.cache = 'no-store';
  };
  const methods = methodsFor(
    optionsOf(client),
    requesterOperations,
    prepare,
  ) as unknown as Methods<RequesterOperationId>;
  return {
    ...methods,
    openOwnCase: async (input, callOptions) => {
      const session = await methods.openOwnCase(input, callOptions);
      ({ token } = session);
      return session;
    },
    async *watchOwnCase(input, callOptions) {
      const { streamOf } = await loadStreams();
      yield* streamOf(methods, 'watchOwnCase', requesterOperations.watchOwnCase, prepare)(input, callOptions);
    },
    forget: () => void (token = undefined),
  };
}
