import { html, nothing, type TemplateResult } from 'lit';
import { categories, latOf, lngOf, worldX, worldY, type MapMarker } from '@fulian/sdk/stores/service-map';
import type { LayerState } from './service-map.layer.js';
import type { MapMarker as SurfaceMarker } from './service-map.markers.js';
import type { Session } from './service-map.session.js';
import type { MapSurface } from './service-map.surface.js';
import type { TileSource } from './service-map.tiles.js';
import type { MapView } from './service-map.viewport.js';

/** A name that the page puts on the map, in degrees GCJ-02. */
export interface MapLabel {
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
}

/** What the page gives to the map. */
export interface Page {
  readonly labels: readonly MapLabel[];
  /** What the layers inside give. */
  readonly layerStates: readonly LayerState[];
  /** List and map are side by side. */
  readonly isWide: boolean;
}

/** Longest scale bar, CSS px. */
const longestBar = 110;
type Surfaces = typeof import('./service-map.surface.js');

/**
 * The map beside the list. Its code is fetched while the points are; where it cannot be fetched or cannot draw, the list
 * says the same.
 */
export class MapPane {
  private surfaces: Surfaces | undefined;
  private bringing = false;
  private failed = false;
  private surface: MapSurface | undefined;
  /** Where the surface goes, and what tells how much room there is: nobody has to wait for a layout to know it. */
  private container: HTMLElement | undefined;
  private resizing: ResizeObserver | undefined;
  private room = { width: 0, height: 0 };
  /** The store's viewport that the surface shows. */
  private synced: unknown;
  /** What the surface was last drawn from. */
  private drawn: readonly unknown[] = [];
  /** The map has come near enough to tell places apart, where nobody knew at first where they are. */
  private found = false;
  /** The marker that was gone nearer to; the next ones are still on their way. */
  private lookedAt: string | undefined;
  private bar: { readonly metres: number; readonly pixels: number } | undefined;

  constructor(
    private readonly session: Session,
    private readonly page: Page,
  ) {}

  /** What is around the surface, which draws itself. */
  render(): TemplateResult {
    const { session } = this;
    return html`<div class="map-frame">
        ${
          this.failed
            ? html`<p class="hint" role="status">${session.t('map-failed')}</p>`
            : html`<div class="map" part="map" role="application" aria-label=${session.t('map-label')}></div>
                ${this.controls()} ${this.scale()}`
        }
        ${
          this.surface?.tilesStatus === 'failing'
            ? html`<p class="notice" role="status">${session.t('tiles-failed')}</p>`
            : nothing
        }
      </div>
      ${this.credits()}`;
  }

  /** After each drawing: makes the surface where there is room for it, and shows what the store says. */
  settle(root: ParentNode): void {
    const container = root.querySelector<HTMLElement>('.map') ?? undefined;
    if (container !== this.container) this.watch(container);
    if (!container) return;
    const { page, session } = this;
    const { state, scratch, store } = session;
    const isSeen = page.isWide || scratch.pane === 'map';
    // Both are on their way at the same time, the points and the code; the list is drawn as soon as it can be.
    if (!this.surfaces && isSeen && state.load !== 'error') void this.bring();
    // A page in the background is told of no sizes.
    if (this.room.width === 0 && isSeen && this.surfaces) this.room = roomIn(container);
    if (this.room.width === 0) return;
    // Known before the points come, it spares a second look at them.
    if (!state.viewport) store.setViewport(this.room);
    if (!this.surfaces) return;
    if (this.surface) this.follow();
    else if (state.load === 'complete') this.begin(container);
    const bar = root.querySelector<HTMLElement>('.scale');
    if (bar && this.bar) bar.style.width = `${Math.round(this.bar.pixels)}px`;
  }

  /** Takes the surface away; `settle` makes another. */
  stop(): void {
    this.surface?.stop();
    this.resizing?.disconnect();
    this.surface = this.resizing = this.container = undefined;
  }

  private watch(container: HTMLElement | undefined): void {
    this.stop();
    this.room = { width: 0, height: 0 };
    if (!container || typeof ResizeObserver !== 'function') return;
    this.container = container;
    this.resizing = new ResizeObserver(() => {
      const wasHidden = this.room.width === 0;
      this.room = roomIn(container);
      // Later and not at once, as in `measure` of the element.
      if (wasHidden && this.room.width > 0) setTimeout(() => this.session.redraw());
    });
    this.resizing.observe(container);
  }

  private async bring(): Promise<void> {
    if (this.bringing) return;
    this.bringing = true;
    try {
      this.surfaces = await import('./service-map.surface.js');
    } catch {
      this.failed = true;
    }
    this.bringing = false;
    this.session.redraw();
  }

  private begin(container: HTMLElement): void {
    try {
      this.surface = new this.surfaces!.MapSurface(
        container,
        {
          viewed: (view) => this.viewed(view),
          pressed: (key) => this.pressed(key),
          tilesChanged: () => this.session.redraw(),
        },
        this.wanted(),
      );
      this.surface.start();
    } catch {
      // No canvas, no ResizeObserver: the list is there.
      this.stop();
      this.failed = true;
      this.session.redraw();
    }
  }

  /** The store's viewport as a view; the surface knows whole zooms only, at which the squares of both sides are the same. */
  private wanted(): MapView {
    const { lng, lat, zoom } = this.session.state.viewport!;
    return { x: worldX(lng), y: worldY(lat), zoom: Math.floor(zoom), ...this.room };
  }

  /** Something was changed by others than the surface: where the map is, by `fit`; or what is on it. */
  private follow(): void {
    const { viewport } = this.session.state;
    if (viewport && viewport !== this.synced) {
      this.synced = viewport;
      this.surface!.move(this.wanted());
    }
    this.find();
    const sources = this.sources();
    if (sources.length !== this.drawn.length || sources.some((one, place) => one !== this.drawn[place])) this.show();
  }

  /** Where there is no table nobody knows where to begin: goes nearer as long as all stands in one marker. */
  private find(): void {
    const { mode, markers } = this.session.state;
    const [marker] = markers;
    if (this.found || mode === 'table' || !marker || marker.key === this.lookedAt) return;
    this.lookedAt = marker.key;
    this.found = markers.length > 1 || marker.item !== undefined || !this.session.store.fit(marker);
  }

  /** All that the drawing depends on, besides the view. */
  private sources(): readonly unknown[] {
    const { state, language } = this.session;
    const { labels, layerStates } = this.page;
    return [state.markers, state.me, state.selected, language, labels, ...layerStates];
  }

  private viewed(view: MapView): void {
    const { store, state } = this.session;
    const { x, y, zoom, width, height } = view;
    const { viewport } = state;
    const { x: wantedX, y: wantedY } = this.wanted();
    // What the store has asked for itself it need not look at again.
    const isThere = x === wantedX && y === wantedY && zoom === viewport!.zoom;
    if (!isThere || width !== viewport!.width || height !== viewport!.height)
      store.setViewport({ lng: lngOf(x), lat: latOf(y), zoom, width, height });
    this.synced = store.state.viewport;
    this.bar = this.surfaces!.scaleBar(view, longestBar);
    this.show();
    this.session.redraw();
  }

  private show(): void {
    const { session } = this;
    const { markers, me } = session.state;
    this.drawn = this.sources();
    this.surface?.show(
      markers.map((marker) => this.dressed(marker)),
      {
        labels: this.page.labels.map(({ name, lng, lat }) => ({ text: name, x: worldX(lng), y: worldY(lat) })),
        me: me && { x: worldX(me.lng), y: worldY(me.lat) },
        areas: markers.flatMap(({ item }) =>
          item?.areaRadius === undefined
            ? []
            : [{ x: worldX(item.lng), y: worldY(item.lat), radius: item.areaRadius, text: session.t('area') }],
        ),
        tiles: this.page.layerStates.flatMap((layer) => (layer.fault === undefined ? [sourceOf(layer)] : [])),
      },
    );
  }

  private dressed({ key, lng, lat, count, counts, item }: MapMarker): SurfaceMarker {
    const { session } = this;
    const place = { key, x: worldX(lng), y: worldY(lat) };
    if (!item) {
      const named = categories.flatMap((category, at) =>
        counts[at] ? [session.t('marker-count', { n: counts[at], category: session.t(`category-${category}`) })] : [],
      );
      const label = session.t('marker-cluster', { n: count, counts: named.join(session.t('list-comma')) });
      const size = count > 99 ? ' hundreds' : count > 9 ? ' tens' : '';
      return { ...place, look: `cluster${size}`, sign: shortCount(count), label, current: false };
    }
    const category = session.t(`category-${item.category}`);
    const name = item.name ?? category;
    const isArea = item.areaRadius !== undefined;
    const { selected } = session.state;
    const state = item.paused ? 'paused' : item.hours;
    const comma = session.t('list-comma');
    return {
      ...place,
      look: `${isArea ? 'area' : 'point'} ${item.category}`,
      sign: session.t(`sign-${item.category}`),
      label: isArea
        ? session.t('marker-area', { name })
        : `${session.t('marker-point', { name, category })}${comma}${session.t(state)}`,
      current: selected !== undefined && (selected.item?.row === item.row || selected.point?.id === item.id),
    };
  }

  private pressed(key: string): void {
    const { session } = this;
    const marker = session.state.markers.find((one) => one.key === key);
    if (!marker) return;
    if (marker.item) session.open(marker.item);
    else if (this.surface!.view.zoom >= this.surfaces!.zoomLimits.max || !session.store.fit(marker))
      session.showHere(marker);
  }

  private controls(): TemplateResult {
    const { session } = this;
    const button = (word: 'zoom-in' | 'zoom-out' | 'show-all', path: string, act: () => void) =>
      html`<button
        class="button"
        part="control"
        id=${word}
        type="button"
        aria-label=${session.t(word)}
        title=${session.t(word)}
        @click=${act}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>
      </button>`;
    return html`<div class="controls">
      ${button('zoom-in', 'M12 5v14M5 12h14', () => this.surface?.zoomBy(1))}
      ${button('zoom-out', 'M5 12h14', () => this.surface?.zoomBy(-1))}
      ${button('show-all', 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5', () => void session.store.fit())}
    </div>`;
  }

  private scale(): TemplateResult | typeof nothing {
    if (!this.bar) return nothing;
    const { metres } = this.bar;
    const words =
      metres < 1000 ? this.session.t('scale-m', { n: metres }) : this.session.t('scale-km', { n: metres / 1000 });
    return html`<div class="scale" part="scale">${words}</div>`;
  }

  /** Who made what is seen. What a layer lacks is said here, too, for whoever builds the page. */
  private credits(): TemplateResult {
    const { session, page } = this;
    const faults = page.layerStates.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));
    const lines = page.layerStates.flatMap((layer) =>
      layer.fault === undefined
        ? [session.t('credits-tiles', { number: layer.approvalNumber, source: layer.source })]
        : [],
    );
    return html`<p class="credits" part="credits">
        ${lines.length > 0 ? lines.map((line) => html`<span>${line}</span> `) : session.t('credits-base')}
      </p>
      ${faults.map((fault) => html`<p class="notice danger" role="alert" lang="en">${fault}</p>`)}`;
  }
}

function roomIn({ clientWidth: width, clientHeight: height }: Element) {
  return { width, height };
}

function shortCount(count: number): string {
  return count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
}

/** Pictures of a layer; those in WGS-84 lie a few hundred metres beside ours. */
function sourceOf(layer: Extract<LayerState, { readonly crs: string }>): TileSource {
  return {
    ...layer,
    shift: (point) => {
      if (!layer.convert) return point;
      const { lng, lat } = layer.convert({ lng: lngOf(point.x), lat: latOf(point.y) });
      return { x: worldX(lng), y: worldY(lat) };
    },
  };
}
