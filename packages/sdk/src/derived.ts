/** What clients have in common that are made beside the core's: for the same service as another one, and with streams. */
import { type ClientOptions, made } from './client.js';
import type { Exchange } from './exchange.js';
import type { CallOptions, StreamEvent, StreamOperation, StreamOptions } from './operation-types.js';
import { addressOf, type AnyInput, cutPath, initOf, type Operation } from './request.js';
import { listen } from './stream.js';

/** What a client was made with, its defaults included. Throws where it was not made by this SDK. */
export function optionsOf(client: object): ClientOptions {
  const options = (client as { readonly [made]?: ClientOptions })[made];
  if (!options) throw new Error('@fulian/sdk: this client was not made by createClient, so its service is not known');
  return options;
}

/** A method that listens to a stream. `prepare` adds to each connection what it adds to each call of `methodsFor`. */
export function streamOf(
  client: object,
  id: StreamOperation,
  operation: Operation,
  prepare: (exchange: Exchange, options: CallOptions) => void,
): (input?: AnyInput, options?: StreamOptions) => AsyncIterableIterator<StreamEvent> {
  const { baseUrl, fetch, check } = optionsOf(client);
  const call = `${id} ${operation.method} ${operation.path}`;
  const pieces = cutPath(operation.path);
  return (input = {}, { signal } = {}) =>
    listen((lastEventId) => {
      const init = initOf(operation, input);
      init.headers['Accept'] = 'text/event-stream';
      if (lastEventId !== undefined) init.headers['Last-Event-ID'] = lastEventId;
      const url = addressOf(call, baseUrl.replace(/\/+$/, ''), pieces, input);
      const exchange: Exchange = { id, operation, call, url, init, fetch: fetch!, check: check || undefined };
      prepare(exchange, {});
      return exchange;
    }, signal);
}
