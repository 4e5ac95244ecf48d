import type { Client, Provider } from './provider.js';

/**
 * What an element of a council talks to: its own `client`, else that of the nearest `<fl-client>`. A text instead says, for whoever
 * builds the page, what is missing and how to mend it; `undefined` means that a provider is there and not awake yet.
 */
export function councilPlace(
  element: HTMLElement & { readonly client?: Client | undefined },
  provider: Provider | undefined,
  needed: Readonly<Record<string, string | null>>,
): Client | string | undefined {
  const tag = element.localName;
  const [missing] = Object.keys(needed).filter((name) => !needed[name]);
  if (missing) return `<${tag}>: no ${missing} to show. To mend it, give it the id of one: <${tag} ${missing}="…">.`;
  const given = provider?.state;
  const client = element.client ?? given?.client;
  if (client || (provider && !given)) return client;
  const mend = provider
    ? 'give the <fl-client> around it a valid base-url'
    : 'put it inside <fl-client base-url="https://…">';
  return `<${tag}>: no service to ask. To mend it, ${mend}, or set its \`client\` property.`;
}
