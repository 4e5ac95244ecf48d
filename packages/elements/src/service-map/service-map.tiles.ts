import { worldSize, type MapView, type ScreenPoint } from './service-map.viewport.js';

/** Pictures that lie under a map, as an `<fl-tile-layer>` describes them. */
export interface TileSource {
  /** Addresses with `{z}`, `{x}`, `{y}` and `{s}`; several lie on top of each other. */
  readonly templates: readonly string[];
  /** What `{s}` stands for, one after the other. */
  readonly subdomains: readonly string[];
  /** Nearest zoom that there are pictures of; beyond it they are drawn larger. */
  readonly maxZoom: number;
  /** Where a world position of the map is in the pictures' own coordinate system. */
  shift(point: ScreenPoint): ScreenPoint;
  /** Draws by itself. */
  readonly painter?: Painter | undefined;
}

/** Draws what lies under a map by itself, such as that of an `<fl-vector-layer>`. */
export interface Painter {
  readonly status: Tiles['status'];
  /**
   * Draws `view`, moved by `shift` to the painter's own coordinate system, into `container`, whose upper left corner is that
   * of the view; calls `changed` when `status` has become another. Called often; does nothing where the view is the same.
   */
  paint(container: HTMLElement, view: MapView, shift: TileSource['shift'], changed: () => void): void;
  /** Takes all of it out again; `paint` begins anew. */
  leave(): void;
}

/** One picture of a view: where it is fetched from, and where it lies on the screen. */
export interface Tile extends ScreenPoint {
  readonly url: string;
  /** Edge on the screen, CSS px. */
  readonly size: number;
}

/** The pictures that cover a view, the nearest to its middle first. */
export function tilesOf(view: MapView, source: TileSource): Tile[] {
  const zoom = Math.min(view.zoom, source.maxZoom);
  const size = 256 * 2 ** (view.zoom - zoom);
  const count = 2 ** zoom;
  // Two systems differ by a few hundred metres, and by the same everywhere in one view.
  const middle = source.shift({ x: view.x, y: view.y });
  const left = middle.x * worldSize(view.zoom) - view.width / 2;
  const top = middle.y * worldSize(view.zoom) - view.height / 2;
  const tiles: Tile[] = [];
  for (let row = Math.floor(top / size); row * size < top + view.height; row += 1)
    for (let column = Math.floor(left / size); column * size < left + view.width; column += 1) {
      if (row < 0 || column < 0 || row >= count || column >= count) continue;
      const subdomain = source.subdomains[(row + column) % source.subdomains.length] ?? '';
      for (const template of source.templates) {
        const values: Readonly<Record<string, string | number>> = { z: zoom, x: column, y: row, s: subdomain };
        const url = template.replace(/\{([zxys])\}/g, (_, name: string) => String(values[name]));
        tiles.push({ url, x: column * size - left, y: row * size - top, size });
      }
    }
  const far = (tile: Tile) => Math.hypot(tile.x + size / 2 - view.width / 2, tile.y + size / 2 - view.height / 2);
  return tiles.sort((one, other) => far(one) - far(other));
}

/** Fetches the pictures of one view after the other into a container. */
export class Tiles {
  private readonly images = new Map<string, HTMLImageElement>();
  private painters: readonly Painter[] = [];
  private arrived = 0;
  private failed = 0;

  /** `changed` is called when it becomes known whether pictures come at all. */
  constructor(
    private readonly container: HTMLElement,
    private readonly changed: () => void,
  ) {}

  /** `shown` once a picture has come; `failing` where three did not and none did. */
  get status(): 'waiting' | 'shown' | 'failing' {
    const painted = this.painters.map(({ status }) => status);
    if (this.arrived > 0 || painted.includes('shown')) return 'shown';
    return this.failed > 2 || painted.includes('failing') ? 'failing' : 'waiting';
  }

  /** Shows the pictures of a view, those of a later source above the others. */
  show(view: MapView, sources: readonly TileSource[]): void {
    const tiles = sources.flatMap((source) => tilesOf(view, source));
    const wanted = new Set(tiles.map(({ url }) => url));
    this.images.forEach((image, url) => {
      if (wanted.has(url)) return;
      this.images.delete(url);
      image.remove();
      // Stops what is still under way.
      image.removeAttribute('src');
    });
    const painters = sources.flatMap(({ painter = [] }) => painter);
    for (const one of this.painters) if (!painters.includes(one)) one.leave();
    this.painters = painters;
    for (const { painter, shift } of sources) painter?.paint(this.container, view, shift, this.changed);
    if (sources.length === 0) this.arrived = this.failed = 0;
    for (const { url, x, y, size } of tiles) {
      const image = this.images.get(url) ?? this.order(url);
      image.width = image.height = size;
      image.style.transform = `translate(${x}px, ${y}px)`;
    }
  }

  private order(url: string): HTMLImageElement {
    const image = new Image();
    this.images.set(url, image);
    image.alt = '';
    image.decoding = 'async';
    image.draggable = false;
    // The map's maker checks the site that the key belongs to; the page's path is none of its business (S3).
    image.referrerPolicy = 'strict-origin';
    image.className = 'tile';
    image.addEventListener('load', () => {
      image.className = 'tile come';
      this.count(true);
    });
    image.addEventListener('error', () => {
      if (!image.hasAttribute('src')) return;
      this.count(false);
    });
    image.src = url;
    this.container.append(image);
    return image;
  }

  private count(come: boolean): void {
    const before = this.status;
    if (come) this.arrived += 1;
    else this.failed += 1;
    if (this.status !== before) this.changed();
  }
}
