import type { PropertyDeclarations } from 'lit';
import { MapLayer, type LayerState } from '../service-map/service-map.layer.js';

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
export class FlTileLayer extends MapLayer {
  static override properties: PropertyDeclarations = {
    preset: {},
    key: {},
    url: {},
    subdomains: {},
    maxZoom: { attribute: 'max-zoom', type: Number },
  };

  /** `tianditu`, with the site's own `key`. Default: none; give `url`. */
  preset: string | null = null;

  /** The site's own key at the maker of the preset's map. */
  key: string | null = null;

  /** Address of a picture with `{z}`, `{x}` and `{y}`, and `{s}` where there are several servers. */
  url: string | null = null;

  /** What `{s}` stands for, with commas between. Default: none. */
  subdomains: string | null = null;

  /** Nearest zoom that there are pictures of. Default: 18. */
  maxZoom = 18;

  protected override read(): LayerState {
    const { preset, key, url, maxZoom } = this;
    if (preset !== null && preset !== 'tianditu')
      return this.refuse(`there is no preset "${preset}"; there is "tianditu"`);
    if (preset && !key) return this.refuse('the site’s own key for Tianditu is missing; give it as key="…"');
    if (!preset && !(url && /\{z\}/.test(url) && /\{x\}/.test(url) && /\{y\}/.test(url)))
      return this.refuse('there is no address; give url="https://…/{z}/{x}/{y}.png" or preset="tianditu"');
    const credits = this.credits(preset ? { crs: 'WGS-84', source: 'tianditu.gov.cn' } : {});
    if ('fault' in credits) return credits;
    return {
      ...credits,
      templates: preset ? tianditu(key!) : [url!],
      subdomains: preset ? ['0', '1', '2', '3', '4', '5', '6', '7'] : (this.subdomains ?? '').split(','),
      maxZoom,
    };
  }
}
