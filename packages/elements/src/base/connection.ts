import type { Client, Provider } from './provider.js';

export type { Client };

/** Where an element sends its calls, and for which federation. */
export interface Connection {
  readonly client: Client;
  readonly federation: string;
}

/**
 * What an element talks to: its own `client` and `federation` where they are set, else those of the nearest
 * `<fl-client>`. A text instead says, for whoever builds the page, what is missing and how to mend it; `undefined`
 * means that a provider is there and not awake yet.
 */
export function connectionOf(
  element: HTMLElement & { readonly client?: Client | undefined; readonly federation?: string | null },
  provider: Provider | undefined,
): Connection | string | undefined {
  const tag = element.localName;
  const given = provider?.state;
  const client = element.client || given?.client;
  const federation = element.federation || given?.federation;
  if (client && federation) return { client, federation };
  if (provider && !given) return undefined;
  const missing = client ? 'federation' : 'base-url';
  const mend = provider
    ? `give the <fl-client> around it a valid ${missing}`
    : `put it inside <fl-client base-url="https://…" federation="990101000000">`;
  return `<${tag}>: no ${client ? 'federation' : 'service'} to send a request to. To mend it, ${mend}, or set its \`${client ? 'federation' : 'client'}\` property.`;
}
