/** What clients have in common that are made beside the core's: for the same service as another one, and with streams. */
import { type ClientOptions, made, methodsFor } from './client.js';
import type { Exchange } from './exchange.js';
import type { CallOptions, StreamEvent, StreamOperation, StreamOptions } from './operation-types.js';
import type { AnyInput, Operation } from './request.js';
import type { listen } from './stream.js';
import type { ReaderLike } from './wire.js';

/** What a client was made with, its defaults included. Throws where it was not made by this SDK. */
export function optionsOf(client: object): ClientOptions {
  const options = (client as { readonly [made]?: ClientOptions })[made];
  if (!options) throw new Error('@fulian/sdk: this client was not made by createClient, so its service is not known');
  return options;
}

/** Settings of the call that opens a connection. */
interface Connecting extends CallOptions {
  readonly lastEventId: string | undefined;
  reader?: ReaderLike;
}

/** What listens, see `stream.ts`; rejects with a `FulianError` where it has to be fetched and cannot be. */
export type Listener = typeof listen | Promise<typeof listen>;

/**
 * A method that listens to a stream. `prepare` adds to each connection what it adds to each call of `methodsFor`; `listener` is
 * asked for what listens with each stream.
 */
export function streamOf(
  client: object,
  id: StreamOperation,
  operation: Operation,
  prepare: (exchange: Exchange, options: CallOptions) => void,
  listener: () => Listener,
): (input?: AnyInput, options?: StreamOptions) => AsyncIterableIterator<StreamEvent> {
  // Of what answers a stream, a success is not read: its body is caught on its way.
  const catching = (exchange: Exchange, options: CallOptions) => {
    prepare(exchange, options);
    const connecting = options as Connecting;
    const { fetch } = exchange;
    const { headers } = exchange.init;
    headers['Accept'] = 'text/event-stream';
    if (connecting.lastEventId !== undefined) headers['Last-Event-ID'] = connecting.lastEventId;
    exchange.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (answer.status < 300) {
        // A page of something between us and the service, or an engine that reads no body piece by piece.
        const isStream = /^text\/event-stream\b/.test(answer.headers.get('Content-Type') ?? '');
        if (!isStream || !answer.body) throw new TypeError('no stream');
        connecting.reader = answer.body.getReader();
      }
      return answer;
    };
  };
  const options = { ...optionsOf(client), retry: { attempts: 1 } };
  const open = methodsFor(options, { [id]: operation }, catching)[id] as (
    input: AnyInput | undefined,
    options: Connecting,
  ) => Promise<void>;
  return async function* (input, { signal } = {}) {
    const listen = await listener();
    yield* listen(
      id,
      async (lastEventId) => {
        const connecting: Connecting = { lastEventId, signal };
        await open(input, connecting);
        return connecting.reader!;
      },
      signal,
    );
  };
}
