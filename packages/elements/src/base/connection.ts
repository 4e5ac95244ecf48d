import type { Client, Schemas, Store } from '@fulian/sdk';

export type { Client };

/** A text of the service's in each of its languages; Chinese is always there. */
export type LocalizedText = Schemas['LocalizedText'];

/** What an `<fl-client>` gives to the elements inside it. */
export interface ProviderState {
  /** Absent while the provider has no usable address. */
  readonly client: Client | undefined;
  /** 12-digit code of the federation that the page belongs to. */
  readonly federation: string | undefined;
  readonly locale: string | undefined;
  readonly elder: boolean;
}

/** What elements know of an `<fl-client>`, whichever copy of our script defined it. */
export interface Provider extends HTMLElement, Store<ProviderState> {}

/** Where an element sends its calls, and for which federation. */
export interface Connection {
  readonly client: Client;
  readonly federation: string;
}

/** One step up in what is on the screen: through slots and out of shadow roots. */
function above(node: Node): Node | null {
  return (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
}

/** The nearest `<fl-client>` around `element`, even one that is not upgraded yet. */
export function nearestProvider(element: Node): Provider | undefined {
  for (let node = above(element); node; node = above(node))
    if ((node as Element).localName === 'fl-client') return node as Provider;
  return undefined;
}

/** The `lang` that holds where `element` stands; unlike `closest`, it looks out of shadow roots. */
export function nearestLang(element: Node): string | undefined {
  for (let node: Node | null = element; node; node = above(node)) {
    const lang = (node as Partial<HTMLElement>).lang;
    if (lang) return lang;
  }
  return undefined;
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
  const client = element.client ?? given?.client;
  const federation = element.federation ?? given?.federation;
  if (client && federation) return { client, federation };
  if (provider && !given) return undefined;
  const missing = client ? 'federation' : 'base-url';
  const mend = provider
    ? `give the <fl-client> around it a valid ${missing}`
    : `put it inside <fl-client base-url="https://…" federation="990101000000">`;
  return `<${tag}>: no ${client ? 'federation' : 'service'} to send a request to. To mend it, ${mend}, or set its \`${client ? 'federation' : 'client'}\` property.`;
}
