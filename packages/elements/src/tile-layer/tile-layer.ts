import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Store } from '@fulian/sdk';
import { FlElement } from '../base/element.js';

/** What a layer gives to the map around it: addresses of pictures and their credits, or why it gives none. */
export type TileLayerState =
  | {
      readonly fault?: undefined;
      /** Addresses with `{z}`, `{x}`, `{y}`, `{s}`; several lie on top of each other. */
      readonly templates: readonly string[];
      readonly subdomains: readonly string[];
      readonly crs: 'WGS-84' | 'GCJ-02';
      readonly maxZoom: number;
      readonly approvalNumber: string;
      readonly source: string;
    }
  | {
      /** For whoever builds the page: what is missing and how to mend it. */
      readonly fault: string;
    };

/** Tianditu's street map and its labels, as its documentation gives them. CGCS2000, which is WGS-84 to a few centimetres. */
const tianditu = (key: string) =>
  ['vec', 'cva'].map(
    (layer) =>
      `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
      `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
  );

/**
 * @summary Puts map pictures from a server that the page chooses under an `<fl-service-map>`; stands inside it. Such a map draws
 * boundaries, so its approval number (审图号) and source must be given and are always shown; without them nothing is drawn.
 *
 * The page's policy must allow the pictures (`img-src`). Whoever serves them sees which part of the map somebody looks at.
 *
 * @slot - Nothing is shown.
 */
export class FlTileLayer extends FlElement<never> implements Store<TileLayerState> {
  static override properties: PropertyDeclarations = {
    preset: {},
    key: {},
    url: {},
    subdomains: {},
    crs: {},
    maxZoom: { attribute: 'max-zoom', type: Number },
    approvalNumber: { attribute: 'approval-number' },
    source: {},
  };

  /** `tianditu`, with the site's own `key`. Default: none; give `url`. */
  preset: string | null = null;

  /** The site's own key at the maker of the preset's map. */
  key: string | null = null;

  /** Address of a picture with `{z}`, `{x}` and `{y}`, and `{s}` where there are several servers. */
  url: string | null = null;

  /** What `{s}` stands for, with commas between. Default: none. */
  subdomains: string | null = null;

  /** Coordinate system of the pictures: `WGS-84` or `GCJ-02`. Required with `url`. */
  crs: string | null = null;

  /** Nearest zoom that there are pictures of. Default: 18. */
  maxZoom = 18;

  /** Approval number (审图号) of the map. Required. */
  approvalNumber: string | null = null;

  /** Who made the map. Required; Tianditu's is known. */
  source: string | null = null;

  protected readonly catalogue = { has: () => true, say: () => '' };
  private readonly listeners = new Set<() => void>();
  private current: TileLayerState | undefined;

  /** What it gives; replaced after each change, never changed in place. */
  get state(): TileLayerState {
    return (this.current ??= this.read());
  }

  /** Calls `listener` after each change; the returned function undoes it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.current = undefined;
    for (const listener of this.listeners) listener();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  private read(): TileLayerState {
    const { preset, key, url, maxZoom } = this;
    const approvalNumber = this.approvalNumber?.trim();
    const refuse = (missing: string) => ({ fault: `<fl-tile-layer>: nothing is drawn, because ${missing}.` });
    if (preset !== null && preset !== 'tianditu') return refuse(`there is no preset "${preset}"; there is "tianditu"`);
    if (preset && !key) return refuse('the site’s own key for Tianditu is missing; give it as key="…"');
    if (!preset && !(url && /\{z\}/.test(url) && /\{x\}/.test(url) && /\{y\}/.test(url)))
      return refuse('there is no address; give url="https://…/{z}/{x}/{y}.png" or preset="tianditu"');
    const crs = preset ? 'WGS-84' : this.crs;
    if (crs !== 'WGS-84' && crs !== 'GCJ-02')
      return refuse('the coordinate system is missing; give crs="WGS-84" or crs="GCJ-02"');
    if (!approvalNumber)
      return refuse('a map with boundaries needs its approval number; give it as approval-number="…"');
    const source = this.source?.trim() || (preset && 'tianditu.gov.cn');
    if (!source) return refuse('the map’s source is missing; give source="…"');
    return {
      templates: preset ? tianditu(key!) : [url!],
      subdomains: preset ? ['0', '1', '2', '3', '4', '5', '6', '7'] : (this.subdomains ?? '').split(','),
      crs,
      maxZoom,
      approvalNumber,
      source,
    };
  }
}
