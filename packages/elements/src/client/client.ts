import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import type { Client, Provider, ProviderState } from '../base/provider.js';
import { FlElement } from '../base/element.js';

/**
 * @summary Tells the elements inside it which service to talk to, for which federation, in which language and in which
 * colours. Shows nothing itself and calls nothing by itself.
 *
 * @attr {string} elder-when - A CSS selector. Elder mode is on while something on the page fits it, such as
 * `html.elder`, which the page's own elder mode sets.
 * @attr {string} dark-when - A CSS selector. The appearance is `dark` while something on the page fits it.
 * @attr {string} contrast-when - A CSS selector. The appearance is `contrast` while something on the page fits it; before `dark-when`.
 * @attr {'dark' | 'contrast'} mode - Set by the element itself while `dark-when` or `contrast-when` holds, for style sheets of the page.
 * @slot - The part of the page whose elements it serves.
 */
export class FlClient extends FlElement<never> implements Provider {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    federation: {},
    client: { attribute: false },
    appearance: {},
  };

  /** Address of the service; may be relative to the page. */
  baseUrl: string | null = null;

  /** 12-digit code of the federation that the page belongs to. */
  federation: string | null = null;

  /**
   * The colours of all inside: `plain` (ours), `blue` (a government portal's) and `red` (a Women's Federation's) follow the device
   * into the dark and into high contrast; `light`, `dark` and `contrast` are fixed. Default: ours, or those of what is around it.
   */
  declare appearance: 'plain' | 'light' | 'dark' | 'contrast' | 'blue' | 'red' | null;

  /** A client made by the page, in the place of one made from `baseUrl`. */
  client: Client | undefined;

  protected readonly catalogue = { has: () => true, say: () => '' };
  private readonly listeners = new Set<() => void>();
  private made: Client | undefined;
  private madeFrom: string | null | undefined;
  private current: Partial<ProviderState> = {};

  /** What it gives; replaced after each change, never changed in place. */
  get state(): ProviderState {
    const { current } = this;
    const next: ProviderState = {
      client: this.client || this.clientFromAddress(),
      federation: this.federation || undefined,
      locale: this.locale || this.provider?.state?.locale,
      elder: this.elder,
    };
    if ((Object.keys(next) as (keyof ProviderState)[]).some((key) => next[key] !== current[key])) this.current = next;
    return this.current as ProviderState;
  }

  /** Calls `listener` after each change; the returned function undoes it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Few pages ask for looks of their own or have modes to follow. Where it cannot be fetched all stays as it is.
    if (this.appearance || /-when/.test(this.getAttributeNames() as unknown as string))
      import('./client.looks.js').then((looks) => looks.follow(this), Boolean);
    for (const listener of this.listeners) listener();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  private clientFromAddress(): Client | undefined {
    if (this.madeFrom !== this.baseUrl) {
      this.madeFrom = this.baseUrl;
      this.made = undefined;
      try {
        if (this.baseUrl !== null) this.made = createClient({ baseUrl: new URL(this.baseUrl, document.baseURI).href });
      } catch {
        // Not an address: the elements inside say so, where whoever builds the page looks.
      }
    }
    return this.made;
  }
}
