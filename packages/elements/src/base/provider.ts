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

/** One step up in what is on the screen: through slots and out of shadow roots. */
export function above(node: Node): Node | undefined {
  return (node as Element).assignedSlot || node.parentNode || (node as ShadowRoot).host;
}

/** The nearest `<fl-client>` around `element`, even one that is not upgraded yet. */
export function nearestProvider(element: Node): Provider | undefined {
  for (let node = above(element); node; node = above(node))
    if ((node as Element).localName === 'fl-client') return node as Provider;
  return undefined;
}

/** The `lang` that holds where `element` stands; unlike `closest`, it looks out of shadow roots. */
export function nearestLang(element: Node): string | undefined {
  for (let node: Node | undefined = element; node; node = above(node)) {
    const lang = (node as Partial<HTMLElement>).lang;
    if (lang) return lang;
  }
  return undefined;
}
