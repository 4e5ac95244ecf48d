import type { PropertyDeclarations } from 'lit';
import { MapLayer, type LayerState } from '../service-map/service-map.layer.js';
import type { VectorFailure, VectorLibrarySource } from './vector-layer.library.js';
import { VectorPainter } from './vector-layer.painter.js';

/**
 * @summary Draws vector tiles with the site's own MapLibre GL JS 6 under an `<fl-service-map>`; stands inside it. Such a map
 * draws boundaries, so its approval number (审图号) and source must be given and are always shown; without them nothing is drawn.
 *
 * Nothing is fetched before the map is seen. Where there is no WebGL, no library, no worker or no data, the map goes on on its
 * drawn base. The page's policy must allow the library (`script-src`), its worker (`worker-src`) and the data (`connect-src`).
 * Whoever serves the tiles sees which part of the map somebody looks at.
 *
 * @slot - Nothing is shown.
 * @fires {CustomEvent<{ reason: VectorFailure, message: string }>} fl-layer-failed - Nothing is drawn, and why: `webgl`,
 * `library`, `worker`, `data`, or `late`, after which it may still come. `message` is for whoever builds the page.
 */
export class FlVectorLayer extends MapLayer {
  static override properties: PropertyDeclarations = {
    library: {},
    mapStyle: { attribute: 'map-style' },
    pmtiles: {},
  };

  /**
   * The site's MapLibre GL JS 6: address of a module, or a function that fetches one. With `pmtiles` it must have `PMTiles` and
   * `Protocol` of pmtiles 4, too. Required.
   */
  library: VectorLibrarySource | null = null;

  /** A style of MapLibre, or its address. Default: a plain one of ours, for `pmtiles` only. */
  mapStyle: string | object | null = null;

  /**
   * Address of an archive of tiles (PMTiles). It is the source of each vector source in the style that has no address of its
   * own. Default: none; then `map-style` is required.
   */
  pmtiles: string | null = null;

  protected override read(): LayerState {
    const { library, mapStyle, pmtiles } = this;
    if (!library)
      return this.refuse('MapLibre is missing; give library="/maplibre-gl.mjs", or a function that imports it');
    if (!mapStyle && !pmtiles) return this.refuse('there is no map; give map-style="…" or pmtiles="…"');
    const credits = this.credits();
    if ('fault' in credits) return credits;
    const painter = new VectorPainter({
      library,
      style: mapStyle || undefined,
      archive: pmtiles ? new URL(pmtiles, document.baseURI).href : undefined,
      failed: (reason, message) => this.tell(reason, message),
    });
    return { ...credits, templates: [], subdomains: [], maxZoom: 0, painter };
  }

  private tell(reason: VectorFailure, message: string): void {
    // oxlint-disable-next-line no-console -- addressed to whoever builds the page; a visitor reads that the base is plain
    console.warn(`<fl-vector-layer>: nothing is drawn, because ${message}.`);
    this.dispatchEvent(
      new CustomEvent('fl-layer-failed', { bubbles: true, composed: true, detail: { reason, message } }),
    );
  }
}
