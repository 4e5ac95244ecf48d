import type { ScreenPoint } from './service-map.viewport.js';

/** What fingers, mouse and wheel do to a map. All places and movements are CSS px from the map's upper left corner. */
export interface GestureListener {
  /** A finger or a button is down: whatever moves by itself stops. */
  grabbed(): void;
  dragged(dx: number, dy: number): void;
  /** `factor` times as large, around `anchor`. */
  pinched(factor: number, anchor: ScreenPoint): void;
  /** All fingers are up; with the speed of the last moment, CSS px a millisecond. */
  released(vx: number, vy: number, anchor: ScreenPoint): void;
  /** One step nearer (1) or farther (-1). */
  stepped(step: 1 | -1, anchor: ScreenPoint): void;
}

/** Movement that is still a tap, px; and how long between two taps of a double tap, ms. */
const slack = 6;
const doubleTap = 320;
/** What a wheel has to turn for one step of zoom, px; and how long at least between two steps, ms. */
const wheelStep = 60;
const wheelPause = 160;
/** How far back the speed is measured, ms. */
const moment = 90;

interface Sample extends ScreenPoint {
  readonly time: number;
}

/**
 * Listens to pointers and the wheel on one element. A wheel belongs to the page until somebody has touched the map (or
 * holds Ctrl, which is also what a pinch on a touchpad sends); a portal must not get stuck in our map while it is scrolled.
 */
export class Gestures {
  private readonly fingers = new Map<number, ScreenPoint>();
  private samples: Sample[] = [];
  private travelled = 0;
  private lastTap: Sample | undefined;
  private turned = 0;
  /** Long ago: a page may be younger than the pause between two steps. */
  private lastTurn = Number.NEGATIVE_INFINITY;
  /** The wheel is ours. */
  private engaged = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly listener: GestureListener,
  ) {
    element.addEventListener('pointerdown', this.down);
    element.addEventListener('pointerleave', this.left);
    element.addEventListener('wheel', this.wheel, { passive: false });
    element.addEventListener('click', this.click, true);
  }

  /** Stops listening. */
  stop(): void {
    const { element } = this;
    element.removeEventListener('pointerdown', this.down);
    element.removeEventListener('pointerleave', this.left);
    element.removeEventListener('wheel', this.wheel);
    element.removeEventListener('click', this.click, true);
    this.fingers.clear();
    this.listenToWindow('removeEventListener');
  }

  private listenToWindow(verb: 'addEventListener' | 'removeEventListener'): void {
    window[verb]('pointermove', this.move as EventListener);
    window[verb]('pointerup', this.up as EventListener);
    window[verb]('pointercancel', this.up as EventListener);
  }

  private place({ clientX, clientY }: MouseEvent): ScreenPoint {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || this.fingers.size > 1) return;
    const point = this.place(event);
    if (this.fingers.size === 0) {
      this.travelled = 0;
      this.listenToWindow('addEventListener');
    }
    this.fingers.set(event.pointerId, point);
    this.samples = [{ ...point, time: event.timeStamp }];
    this.engaged = true;
    this.listener.grabbed();
  };

  private readonly move = (event: PointerEvent): void => {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const point = this.place(event);
    const middleBefore = this.middle();
    const spreadBefore = this.spread();
    this.fingers.set(event.pointerId, point);
    const middle = this.middle();
    const dx = middle.x - middleBefore.x;
    const dy = middle.y - middleBefore.y;
    this.travelled += Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
    this.samples = this.samples.filter(({ time }) => event.timeStamp - time < moment);
    this.samples.push({ ...middle, time: event.timeStamp });
    // The first few px are what a tap wobbles.
    if (this.travelled <= slack) return;
    this.listener.dragged(dx, dy);
    if (this.fingers.size > 1 && spreadBefore > 0) this.listener.pinched(this.spread() / spreadBefore, middle);
  };

  private readonly up = (event: PointerEvent): void => {
    if (!this.fingers.has(event.pointerId)) return;
    const middle = this.middle();
    this.fingers.delete(event.pointerId);
    if (this.fingers.size > 0) {
      // The other finger goes on from where it is.
      this.samples = [];
      return;
    }
    this.listenToWindow('removeEventListener');
    const recent = this.samples.filter(({ time }) => event.timeStamp - time < moment);
    const [first] = recent;
    const last = recent[recent.length - 1];
    const elapsed = first && last ? last.time - first.time : 0;
    const still = this.travelled <= slack || elapsed <= 0;
    this.listener.released(
      still ? 0 : (last!.x - first!.x) / elapsed,
      still ? 0 : (last!.y - first!.y) / elapsed,
      middle,
    );
    if (event.type === 'pointerup' && this.travelled <= slack) this.tap(event, middle);
  };

  /** Two taps on the bare map, one after the other and at one place, are one step nearer. */
  private tap(event: PointerEvent, point: ScreenPoint): void {
    const { lastTap } = this;
    this.lastTap = undefined;
    if ((event.composedPath()[0] as Element | undefined)?.closest?.('button')) return;
    const near = lastTap && Math.hypot(point.x - lastTap.x, point.y - lastTap.y) < 5 * slack;
    if (near && event.timeStamp - lastTap.time < doubleTap) this.listener.stepped(1, point);
    else this.lastTap = { ...point, time: event.timeStamp };
  }

  /** The click at the end of a drag that began on a marker is not meant for the marker. */
  private readonly click = (event: MouseEvent): void => {
    // A key has no travel; `detail` is 0 then.
    if (event.detail === 0 || this.travelled <= slack) return;
    event.stopPropagation();
    event.preventDefault();
  };

  private readonly left = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && this.fingers.size === 0) this.engaged = false;
  };

  private readonly wheel = (event: WheelEvent): void => {
    if (!this.engaged && !event.ctrlKey) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 30 : 1;
    // A touchpad's pinch counts in small numbers.
    this.turned += event.deltaY * lines * (event.ctrlKey && Math.abs(event.deltaY) < 30 ? 6 : 1);
    if (Math.abs(this.turned) < wheelStep || event.timeStamp - this.lastTurn < wheelPause) return;
    const step = this.turned < 0 ? 1 : -1;
    this.turned = 0;
    this.lastTurn = event.timeStamp;
    this.listener.stepped(step, this.place(event));
  };

  private middle(): ScreenPoint {
    let x = 0;
    let y = 0;
    this.fingers.forEach((finger) => {
      x += finger.x;
      y += finger.y;
    });
    const count = this.fingers.size || 1;
    return { x: x / count, y: y / count };
  }

  /** Distance between the two fingers; 0 for one. */
  private spread(): number {
    const [one, other] = [...this.fingers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }
}
