export { scaleBar, zoomLimits } from './service-map.viewport.js';
import { drawBase, overscan, type BaseScene } from './service-map.base.js';
import { Gestures } from './service-map.gestures.js';
import { directions, Markers, type MapMarker } from './service-map.markers.js';
import { Tiles, type TileSource } from './service-map.tiles.js';
import {
  atRest,
  centred,
  clampZoom,
  moved,
  scaled,
  settled,
  worldSize,
  type MapView,
  type Placement,
  type ScreenPoint,
} from './service-map.viewport.js';

/** What a surface tells whoever made it. */
export interface SurfaceHost {
  /** Another view is drawn, or the same one in another size: its markers are wanted, with `show`. */
  viewed(view: MapView): void;
  /** Somebody pressed a marker. */
  pressed(key: string): void;
  /** Whether pictures come has become known. */
  tilesChanged(status: Tiles['status']): void;
}

/** What a surface draws besides the markers. */
export interface SurfaceScene extends Omit<BaseScene, 'tiled'> {
  readonly tiles: readonly TileSource[];
}

/** How long a view takes to glide to its place, ms. */
const glideTime = 200;
/** How fast a thrown map comes to rest: its speed falls to 1/e in so many ms. */
const glide = 325;
/** Slower than this it stands still, px a ms. */
const standstill = 0.02;
/** What an arrow key moves the map by where no marker lies in its direction: a part of the view. */
const stride = 0.35;

/**
 * The map itself, without the SDK and without Lit: a base on canvas, pictures under it, markers on it. Everything lies on one
 * plane that is drawn for one view; while it is moved only the plane's CSS transform changes.
 */
export class MapSurface {
  private readonly plane = piece('div', 'plane');
  private readonly pictures = piece('div', 'tiles');
  private readonly canvas = piece('canvas', 'base-lines');
  private readonly holder = piece('div', 'markers');
  private readonly markers = new Markers(this.holder, (key) => this.host.pressed(key));
  private readonly tiles = new Tiles(this.pictures, () => this.tilesKnown());
  private readonly gestures: Gestures;
  private readonly resizing: ResizeObserver;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly forced = matchMedia('(forced-colors: active)');
  private scene: SurfaceScene = { labels: [], me: undefined, areas: [], tiles: [] };
  private placement: Placement = atRest;
  private frame = 0;
  private gliding: Animation | undefined;
  /** What the base was drawn from. */
  private drawn = '';
  /** The direction in which an arrow key has moved the map on, until the markers there are known. */
  private wanting: ScreenPoint | undefined;

  constructor(
    private readonly container: HTMLElement,
    private readonly host: SurfaceHost,
    private shown: MapView,
  ) {
    this.shown = { ...shown, zoom: clampZoom(shown.zoom) };
    this.canvas.setAttribute('aria-hidden', 'true');
    this.plane.append(this.pictures, this.canvas, this.holder);
    container.append(this.plane);
    container.addEventListener('keydown', this.keyed);
    this.forced.addListener(this.redraw);
    container.addEventListener('transitionend', this.recoloured);
    this.gestures = new Gestures(container, {
      grabbed: () => this.grab(),
      dragged: (dx, dy) => this.drag(dx, dy),
      pinched: (factor, anchor) => this.place(scaled(this.placement, factor, anchor)),
      released: (vx, vy, anchor) => this.release(vx, vy, anchor),
      stepped: (step, anchor) => this.zoomBy(step, anchor),
    });
    this.resizing = new ResizeObserver(() => this.resize());
  }

  /** Draws the first view. Apart from the constructor, so that `viewed` can be answered with `show`. */
  start(): void {
    this.resizing.observe(this.container);
    this.commit(this.shown);
  }

  /** What is drawn now. */
  get view(): MapView {
    return this.shown;
  }

  /** Whether pictures come. */
  get tilesStatus(): Tiles['status'] {
    return this.tiles.status;
  }

  /** Puts markers and the rest into the view. */
  show(markers: readonly MapMarker[], scene: SurfaceScene): void {
    this.scene = scene;
    // First, because it asks for colours: those of what is not changed yet need no looking up.
    this.draw();
    this.markers.show(markers, this.shown);
    // Where there is nothing to go to with the keyboard, the map itself can be moved with it.
    const index = this.markers.count > 0 ? -1 : 0;
    if (this.container.getAttribute('tabindex') !== String(index)) this.container.tabIndex = index;
    this.goOn();
  }

  /** Shows another view; comes gliding where it is near. */
  move(view: Pick<MapView, 'x' | 'y' | 'zoom'>): void {
    this.grab();
    const before = this.shown;
    const next = { ...centred(before, view.x, view.y), zoom: clampZoom(view.zoom) };
    if (next.x === before.x && next.y === before.y && next.zoom === before.zoom) return;
    const scale = 2 ** (before.zoom - next.zoom);
    const size = worldSize(before.zoom);
    const from = {
      scale,
      x: (next.x - before.x) * size + before.width / 2 - (scale * next.width) / 2,
      y: (next.y - before.y) * size + before.height / 2 - (scale * next.height) / 2,
    };
    const near = Math.abs(from.x) < 2 * before.width && Math.abs(from.y) < 2 * before.height;
    this.commit(next, near && scale <= 4 && scale >= 0.25 ? from : undefined);
  }

  /** One step nearer or farther, around a place on the screen or the middle. */
  zoomBy(step: number, anchor?: ScreenPoint): void {
    this.grab();
    const zoom = clampZoom(this.shown.zoom + step);
    if (zoom === this.shown.zoom) return;
    const { width, height } = this.shown;
    const middle = anchor ?? { x: width / 2, y: height / 2 };
    const { view } = settled(this.shown, scaled(this.placement, 2 ** (zoom - this.shown.zoom), middle), middle);
    const back = scaled(atRest, 2 ** (this.shown.zoom - zoom), middle);
    this.commit(view, back);
  }

  /** Puts the keyboard on the map. */
  focus(): void {
    if (!this.markers.focus()) this.container.focus();
  }

  /** Takes everything out of the container again. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    this.gliding?.cancel();
    this.resizing.disconnect();
    this.gestures.stop();
    this.forced.removeListener(this.redraw);
    this.container.removeEventListener('transitionend', this.recoloured);
    this.container.removeEventListener('keydown', this.keyed);
    this.tiles.show(this.shown, []);
    this.plane.remove();
  }

  /** Draws the base again, in the colours that hold now. */
  private readonly redraw = (): void => {
    this.drawn = '';
    this.draw();
  };

  /** Its colours have changed, whoever changed them, device or page: they come in a transition of next to no time. */
  private readonly recoloured = ({ target }: Event): void => {
    if (target === this.container) this.redraw();
  };

  /** Draws what lies under the markers, as far as it is another than before. */
  private draw(): void {
    const { tiles, ...scene } = this.scene;
    this.tiles.show(this.shown, tiles);
    const base: BaseScene = { ...scene, tiled: this.tiles.status === 'shown' };
    const drawn = JSON.stringify([this.shown, base]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    drawBase(this.canvas, this.shown, base);
  }

  private tilesKnown(): void {
    this.draw();
    this.host.tilesChanged(this.tiles.status);
  }

  /** Draws a view. With `from` the plane lies there at first and glides to its place. */
  private commit(view: MapView, from?: Placement): void {
    this.shown = view;
    this.place(atRest);
    // Whoever made us answers at once, with `show`: markers of the view before would lie in wrong places.
    this.host.viewed(view);
    if (!from || this.still.matches || (from.scale === 1 && from.x === 0 && from.y === 0)) return;
    const transform = [from, atRest].map(transformOf);
    this.gliding = this.plane.animate({ transform }, { duration: glideTime, easing: 'ease-out' });
  }

  private place(placement: Placement): void {
    this.placement = placement;
    this.plane.style.transform = transformOf(placement);
  }

  private grab(): void {
    cancelAnimationFrame(this.frame);
    this.gliding?.cancel();
    if (this.placement !== atRest) this.settle();
  }

  private drag(dx: number, dy: number): void {
    this.place(moved(this.placement, dx, dy));
    const { x, y, scale } = this.placement;
    // Nearly at the end of what is drawn.
    if (scale === 1 && Math.max(Math.abs(x), Math.abs(y)) > overscan * 0.8) this.settle();
  }

  private release(vx: number, vy: number, anchor: ScreenPoint): void {
    if (this.placement === atRest && vx === 0 && vy === 0) return;
    if (this.still.matches || this.placement.scale !== 1 || Math.hypot(vx, vy) < standstill * 5) {
      this.settle(anchor);
      return;
    }
    let before = performance.now();
    let speed = { x: vx, y: vy };
    const next = (now: number) => {
      const elapsed = Math.min(64, Math.max(0, now - before));
      before = now;
      this.drag(speed.x * elapsed, speed.y * elapsed);
      const left = Math.exp(-elapsed / glide);
      speed = { x: speed.x * left, y: speed.y * left };
      if (Math.hypot(speed.x, speed.y) < standstill) this.settle();
      else this.frame = requestAnimationFrame(next);
    };
    this.frame = requestAnimationFrame(next);
  }

  private settle(anchor?: ScreenPoint): void {
    const { view, from } = settled(this.shown, this.placement, anchor);
    this.commit(view, from);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.container;
    if (width === 0 || (width === this.shown.width && height === this.shown.height)) return;
    this.commit({ ...this.shown, width, height });
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    const step = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0;
    if (!direction && step === 0) return;
    event.preventDefault();
    if (step !== 0) {
      this.zoomBy(step, this.markers.hasFocus ? this.markers.place : undefined);
      return;
    }
    if (this.markers.hasFocus && this.markers.go(direction!, (point) => this.isInView(point))) return;
    this.walk(direction!);
  };

  private isInView({ x, y }: ScreenPoint): boolean {
    return x >= 0 && y >= 0 && x <= this.shown.width && y <= this.shown.height;
  }

  /** Moves the map on; the keyboard goes on to a marker that comes into sight in that direction. */
  private walk(direction: ScreenPoint): void {
    const { width, height } = this.shown;
    const dx = direction.x * width * stride;
    const dy = direction.y * height * stride;
    const size = worldSize(this.shown.zoom);
    if (this.markers.hasFocus) this.wanting = direction;
    this.move({ x: this.shown.x + dx / size, y: this.shown.y + dy / size, zoom: this.shown.zoom });
  }

  private goOn(): void {
    const { wanting } = this;
    this.wanting = undefined;
    if (wanting && this.markers.hasFocus) this.markers.go(wanting, (point) => this.isInView(point));
  }
}

function transformOf({ x, y, scale }: Placement): string {
  return `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
}

function piece<Name extends 'div' | 'canvas'>(name: Name, look: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = look;
  return element;
}
