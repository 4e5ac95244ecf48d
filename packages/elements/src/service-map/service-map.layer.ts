import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import type { Store } from '@fulian/sdk';
import { fromGcj02 } from '@fulian/sdk/stores/service-map';
import { FlElement } from '../base/element.js';
import type { Painter } from './service-map.tiles.js';

/** What a layer gives to the map around it: how it is drawn and its credits, or why nothing is drawn. */
export type LayerState =
  | {
      readonly fault?: undefined;
      /** Addresses of pictures with `{z}`, `{x}`, `{y}`, `{s}`; several lie on top of each other. */
      readonly templates: readonly string[];
      readonly subdomains: readonly string[];
      readonly crs: 'WGS-84' | 'GCJ-02';
      /** A place of the map in the layer's own coordinate system, where that is another one. */
      readonly convert?: (place: { readonly lng: number; readonly lat: number }) => { lng: number; lat: number };
      readonly maxZoom: number;
      readonly approvalNumber: string;
      readonly source: string;
      /** Draws by itself, where there are no addresses of pictures. */
      readonly painter?: Painter;
    }
  | {
      /** For whoever builds the page: what is missing and how to mend it. */
      readonly fault: string;
    };

/** What every layer must say, and a page may have forgotten. */
type Credits = Pick<Exclude<LayerState, { readonly fault: string }>, 'crs' | 'convert' | 'approvalNumber' | 'source'>;

/**
 * What the layers under an `<fl-service-map>` have in common: they are looked up by it, draw nothing themselves, and must
 * say by which approval, from which source and in which coordinate system they are.
 */
export abstract class MapLayer extends FlElement<never> implements Store<LayerState> {
  static override properties: PropertyDeclarations = {
    crs: {},
    approvalNumber: { attribute: 'approval-number' },
    source: {},
  };

  /** Coordinate system of the map: `WGS-84` or `GCJ-02`. Required, unless it is that of a preset. */
  crs: string | null = null;

  /** Approval number (审图号) of the map. Required. */
  approvalNumber: string | null = null;

  /** Who made the map. Required, unless it is that of a preset. */
  source: string | null = null;

  protected readonly catalogue = { has: () => true, say: () => '' };
  private readonly listeners = new Set<() => void>();
  private current: LayerState | undefined;

  /** What it gives; replaced after each change, never changed in place. */
  get state(): LayerState {
    return (this.current ??= this.read());
  }

  /** Calls `listener` after each change; the returned function undoes it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  protected abstract read(): LayerState;

  /** What it gives is old at once, and not at the next drawing: the map may ask before. */
  override requestUpdate(name?: PropertyKey, before?: unknown): void {
    super.requestUpdate(name, before);
    // The language of the page is nothing to a layer, and would begin it anew.
    if (name !== undefined && name !== 'locale' && name !== 'elder') this.current = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const listener of this.listeners) listener();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Why nothing is drawn. */
  protected refuse(missing: string): { readonly fault: string } {
    return { fault: `<${this.localName}>: nothing is drawn, because ${missing}.` };
  }

  /** What must be shown with the map, or what of it is missing; `known` is what a preset says. */
  protected credits(known: { readonly crs?: string; readonly source?: string } = {}): Credits | { fault: string } {
    const crs = known.crs ?? this.crs;
    const approvalNumber = this.approvalNumber?.trim();
    const source = this.source?.trim() || known.source;
    if (crs !== 'WGS-84' && crs !== 'GCJ-02')
      return this.refuse('the coordinate system is missing; give crs="WGS-84" or crs="GCJ-02"');
    if (!approvalNumber)
      return this.refuse('a map with boundaries needs its approval number; give it as approval-number="…"');
    if (!source) return this.refuse('the map’s source is missing; give source="…"');
    const facts = { crs, approvalNumber, source } as const;
    return crs === 'GCJ-02' ? facts : { ...facts, convert: (place) => fromGcj02(place, crs) };
  }
}
