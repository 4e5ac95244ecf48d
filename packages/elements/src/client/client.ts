import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { createClient } from '@fulian/sdk';
import type { Client, Provider, ProviderState } from '../base/provider.js';
import { FlElement } from '../base/element.js';

/**
 * @summary Tells the elements inside it which service to talk to, for which federation, and in which language. Shows
 * nothing itself and calls nothing by itself.
 *
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
  };

  /** Address of the service; may be relative to the page. */
  baseUrl: string | null = null;

  /** 12-digit code of the federation that the page belongs to. */
  federation: string | null = null;

  /** A client made by the page, in the place of one made from `baseUrl`. */
  client: Client | undefined;

  protected readonly catalogue = { has: () => true, say: () => '' };
  private readonly listeners = new Set<() => void>();
  private made: { from: string | null; client: Client | undefined } | undefined;
  private current: ProviderState | undefined;

  /** What it gives; replaced after each change, never changed in place. */
  get state(): ProviderState {
    const next: ProviderState = {
      client: this.client ?? this.clientFromAddress(),
      federation: this.federation ?? undefined,
      locale: this.locale ?? this.provider?.state?.locale,
      elder: this.elder,
    };
    const { current } = this;
    if (
      current &&
      current.client === next.client &&
      current.federation === next.federation &&
      current.locale === next.locale &&
      current.elder === next.elder
    )
      return current;
    this.current = next;
    return next;
  }

  /** Calls `listener` after each change; the returned function undoes it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const listener of this.listeners) listener();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  private clientFromAddress(): Client | undefined {
    if (this.made?.from !== this.baseUrl || !this.made) {
      let client: Client | undefined;
      if (this.baseUrl !== null) {
        try {
          client = createClient({ baseUrl: new URL(this.baseUrl, document.baseURI).href });
        } catch {
          // Not an address: the elements inside say so, where whoever builds the page looks.
        }
      }
      this.made = { from: this.baseUrl, client };
    }
    return this.made.client;
  }
}
