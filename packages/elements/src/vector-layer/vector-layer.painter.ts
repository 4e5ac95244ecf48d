import type { Painter, TileSource } from '../service-map/service-map.tiles.js';
import type { MapView } from '../service-map/service-map.viewport.js';
import {
  loadLibrary,
  openArchive,
  type VectorFailure,
  type VectorLibrary,
  type VectorLibrarySource,
  type VectorMap,
} from './vector-layer.library.js';
import { plainStyle, withArchive, type VectorStyle } from './vector-layer.plain.js';

/** What is drawn, and whom a failure is told to. */
export interface VectorPicture {
  readonly library: VectorLibrarySource;
  /** Address of a style, or the style; undefined for the plain one of an archive. */
  readonly style: string | object | undefined;
  /** Whole address of an archive. */
  readonly archive: string | undefined;
  failed(reason: VectorFailure, message: string): void;
}

/** How far is drawn beyond the view, CSS px: as far as the map's own base, so that a drag does not show the end at once. */
const margin = 160;
/** More than two dots a CSS px cost memory and are not seen. */
const mostDots = 2;
/** How long a picture may take once the library is there, ms; then it is said that there is none, and it may still come. */
const patience = 20_000;

/** One map of MapLibre under one of ours: it has no gestures, and shows what ours shows. */
export class VectorPainter implements Painter {
  private stage: HTMLElement | undefined;
  private map: VectorMap | undefined;
  private view: MapView | undefined;
  private drawn: MapView | undefined;
  private changed: () => void = () => undefined;
  private current: Painter['status'] = 'waiting';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly picture: VectorPicture) {}

  /** `shown` as soon as all of the first view is there; until then, and afterwards where it fails, the drawn base is seen. */
  get status(): Painter['status'] {
    return this.current;
  }

  paint(container: HTMLElement, view: MapView, shift: TileSource['shift'], changed: () => void): void {
    this.view = { ...view, ...shift(view) };
    this.changed = changed;
    if (!this.stage) {
      if (this.current === 'failing') return;
      this.stage = document.createElement('div');
      this.stage.setAttribute('aria-hidden', 'true');
      container.append(this.stage);
      void this.begin(this.stage);
    }
    this.follow();
  }

  leave(): void {
    this.clear();
    this.current = 'waiting';
  }

  /** Fetches what is needed. `stage` is also how it is found out that somebody has left meanwhile. */
  private async begin(stage: HTMLElement): Promise<void> {
    const { picture } = this;
    // Before half a megabyte is fetched for nothing.
    if (!hasWebGl()) return this.fail('webgl', 'this browser has no WebGL 2, or it is switched off');
    let library: VectorLibrary;
    try {
      library = await loadLibrary(picture.library, picture.archive !== undefined);
    } catch (error) {
      return this.failAt(stage, 'library', `the library did not come: ${messageOf(error)}`);
    }
    if (stage !== this.stage) return;
    let style: Style;
    try {
      style = await this.styleFor(library);
    } catch (error) {
      return this.failAt(stage, 'data', `the archive cannot be read: ${messageOf(error)}`);
    }
    if (stage !== this.stage) return;
    document.addEventListener('securitypolicyviolation', this.forbidden);
    this.timer = setTimeout(() => this.tell('late', `nothing is drawn after ${patience / 1000} s`), patience);
    try {
      this.open(library, stage, style);
    } catch (error) {
      this.failAt(stage, 'webgl', messageOf(error));
    }
  }

  private async styleFor(library: VectorLibrary): Promise<Style> {
    const { style, archive } = this.picture;
    if (archive === undefined) return { style: style! };
    const url = `pmtiles://${archive}`;
    const opened = openArchive(library, archive);
    if (style === undefined) return { style: plainStyle(url, await opened.getMetadata()) };
    return { style, transformStyle: (_, next) => withArchive(next, url) };
  }

  private open({ Map }: VectorLibrary, stage: HTMLElement, style: Style): void {
    this.lay(stage);
    const map = (this.map = new Map({
      ...style,
      container: stageInside(stage),
      ...this.camera(),
      interactive: false,
      attributionControl: false,
      // Ours tells it when it has another size, and there is one world.
      trackResize: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      pixelRatio: Math.min(mostDots, window.devicePixelRatio || 1),
    } as never));
    const listen = (verb: 'on' | 'off', type: string, listener: (event: MapFault) => void) =>
      map[verb](type as never, listener as never);
    const faults: string[] = [];
    let hasCome = false;
    const failed = ({ error, tile, sourceId }: MapFault) => {
      faults.push(messageOf(error));
      // No style; what is wrong with a source is known when the others have come.
      if (!tile && sourceId === undefined) this.failAt(stage, 'data', messageOf(error));
      // It says that all has come when it draws, and draws nothing for what has failed: that may have been the last.
      else map.triggerRepaint();
    };
    listen('on', 'error', failed);
    listen('on', 'data', ({ tile }: MapFault) => (hasCome = hasCome || tile?.state === 'loaded'));
    listen('on', 'load', () => {
      if (stage !== this.stage) return;
      // Some tiles that are missing are holes; where none has come there is no picture.
      if (faults.length > 0 && !hasCome) {
        this.failAt(stage, 'data', faults.join('; '));
        return;
      }
      // From now on MapLibre writes to the console itself.
      listen('off', 'error', failed);
      this.quieten();
      this.become('shown');
    });
    listen('on', 'webglcontextlost', () => stage === this.stage && this.become('waiting'));
    listen('on', 'webglcontextrestored', () => stage === this.stage && this.become('shown'));
    this.drawn = this.view;
  }

  /** Shows what the map above shows, in the same frame: a picture that came one frame later would jump. */
  private follow(): void {
    const { map, view, drawn, stage } = this;
    if (!map || !view || !stage) return;
    const isAsLarge = view.width === drawn?.width && view.height === drawn.height;
    if (isAsLarge && view.x === drawn.x && view.y === drawn.y && view.zoom === drawn.zoom) return;
    this.drawn = view;
    if (!isAsLarge) {
      this.lay(stage);
      map.resize();
    }
    map.jumpTo(this.camera());
    map.redraw();
  }

  private camera(): { center: [number, number]; zoom: number } {
    const { x, y, zoom } = this.view!;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
    // Its world is 512 px wide at zoom 0, ours 256.
    return { center: [x * 360 - 180, lat], zoom: zoom - 1 };
  }

  private lay({ style }: HTMLElement): void {
    const { width, height } = this.view!;
    style.position = 'absolute';
    style.left = style.top = `${-margin}px`;
    style.width = `${width + 2 * margin}px`;
    style.height = `${height + 2 * margin}px`;
    style.pointerEvents = 'none';
    style.opacity = this.current === 'shown' ? '1' : '0';
  }

  private readonly forbidden = ({ effectiveDirective, blockedURI, sample }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'worker-src' || sample.startsWith('Worker constructor'))
      this.fail('worker', `the page’s policy (${effectiveDirective}) forbids MapLibre’s worker ${blockedURI}`);
  };

  private failAt(stage: HTMLElement, reason: VectorFailure, message: string): void {
    if (stage === this.stage) this.fail(reason, message);
  }

  /** For good: takes all out again, so that the drawn base is alone. */
  private fail(reason: VectorFailure, message: string): void {
    this.clear();
    this.tell(reason, message);
  }

  private tell(reason: VectorFailure, message: string): void {
    this.become('failing');
    this.picture.failed(reason, message);
  }

  private become(status: Painter['status']): void {
    this.current = status;
    if (this.stage) this.stage.style.opacity = status === 'shown' ? '1' : '0';
    this.changed();
  }

  /** Stops listening for what could go wrong at the beginning. */
  private quieten(): void {
    clearTimeout(this.timer);
    document.removeEventListener('securitypolicyviolation', this.forbidden);
  }

  private clear(): void {
    this.quieten();
    const { map, stage } = this;
    this.map = this.stage = this.drawn = undefined;
    try {
      map?.remove();
    } catch {
      // Half made: what it has not begun cannot be ended.
    }
    stage?.remove();
  }
}

/** What a map of MapLibre is made of. */
interface Style {
  readonly style: string | object;
  readonly transformStyle?: (before: unknown, next: VectorStyle) => VectorStyle;
}

/** What MapLibre says of an error, or of data. */
interface MapFault {
  readonly error?: unknown;
  readonly tile?: { readonly state: string };
  readonly sourceId?: string;
}

/** A shadow root keeps MapLibre's classes and the map's styles apart. */
function stageInside(stage: HTMLElement): HTMLElement {
  const inside = document.createElement('div');
  inside.style.width = inside.style.height = '100%';
  stage.attachShadow({ mode: 'open' }).append(inside);
  return inside;
}

function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // A page has few of them; this one is given back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
