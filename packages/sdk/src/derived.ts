/** What clients have in common that are made beside the core's: for the same service as another one. */
import { type ClientOptions, made } from './client.js';

/** What a client was made with, its defaults included. Throws where it was not made by this SDK. */
export function optionsOf(client: object): ClientOptions {
  const options = (client as { readonly [made]?: ClientOptions })[made];
  if (!options) throw new Error('@fulian/sdk: no client of createClient');
  return options;
}
