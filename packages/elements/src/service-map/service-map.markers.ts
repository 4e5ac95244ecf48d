import { toScreen, type MapView, type ScreenPoint } from './service-map.viewport.js';

/** One thing to press on the map: a point, several that lie close together, or the area of a confidential place. */
export interface MapMarker {
  /** The same for the same thing in the next view. */
  readonly key: string;
  /** World position. */
  readonly x: number;
  readonly y: number;
  /** How it looks: class names of the style sheet, such as `cluster` or `point nursing-room`. */
  readonly look: string;
  /** The few characters on it. */
  readonly sign: string;
  /** What it is called. */
  readonly label: string;
  /** Shown beside the list at this moment. */
  readonly current: boolean;
}

/** The four directions of the arrow keys, as steps on the screen. */
export const directions: Readonly<Record<string, ScreenPoint | undefined>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Which of `points` an arrow key leads to: the nearest within 45° of the direction, where a step to the side counts twice.
 * Undefined where there is none.
 */
export function nextInDirection<Point extends ScreenPoint>(
  from: ScreenPoint,
  direction: ScreenPoint,
  points: readonly Point[],
): Point | undefined {
  let best: Point | undefined;
  let least = Infinity;
  for (const point of points) {
    const dx = point.x - from.x;
    const dy = point.y - from.y;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y + dy * direction.x);
    const cost = ahead + 2 * aside;
    if (ahead > 0.5 && aside <= ahead && cost < least) {
      least = cost;
      best = point;
    }
  }
  return best;
}

interface Placed extends ScreenPoint {
  readonly key: string;
  readonly marker: MapMarker;
}

/**
 * The markers of a map: real buttons, which are used again for other markers instead of being made anew. One of them is a
 * tab stop, the arrow keys lead to the others.
 */
export class Markers {
  private readonly buttons = new Map<string, HTMLButtonElement>();
  /** What each button shows, so that only what is another is set. */
  private readonly worn = new WeakMap<HTMLButtonElement, Partial<MapMarker> & { transform?: string }>();
  private placed: Placed[] = [];
  /** Which marker is the tab stop. */
  private stop: string | undefined;

  constructor(
    private readonly container: HTMLElement,
    private readonly pressed: (key: string) => void,
  ) {
    container.addEventListener('click', this.click);
    container.addEventListener('focusin', this.focused);
  }

  /** How many are shown. */
  get count(): number {
    return this.placed.length;
  }

  /** Whether one of them has the keyboard. */
  get hasFocus(): boolean {
    return this.focusedButton !== undefined;
  }

  /** Shows these and no others. The keyboard stays on its marker, or goes to what is nearest to where that was. */
  show(markers: readonly MapMarker[], view: MapView): void {
    const { buttons, container, focusedButton } = this;
    const lost = focusedButton && this.placeOf(focusedButton.dataset.key!);
    // In reading order, from the upper left.
    this.placed = markers
      .map((marker) => ({ key: marker.key, marker, ...toScreen(view, marker.x, marker.y) }))
      .sort((one, other) => one.y - other.y || one.x - other.x);
    const wanted = new Set(markers.map(({ key }) => key));
    buttons.forEach((_, key) => wanted.has(key) || buttons.delete(key));
    const kept = new Set(buttons.values());
    const spare = new Set<HTMLButtonElement>();
    for (const button of container.children as HTMLCollectionOf<HTMLButtonElement>)
      if (!kept.has(button)) spare.add(button);
    let here = container.firstElementChild as HTMLButtonElement | null;
    for (const { key, marker, x, y } of this.placed) {
      let button = buttons.get(key);
      if (!button) {
        // One that stands here already need not be moved.
        button = here && spare.has(here) ? here : (spare.values().next().value ?? newButton());
        spare.delete(button);
        button.dataset.key = key;
        buttons.set(key, button);
      }
      if (button === here) here = here.nextElementSibling as HTMLButtonElement | null;
      // Moving a button that has the keyboard would take it away.
      else if (button !== focusedButton) container.insertBefore(button, here);
      this.dress(button, marker, `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-50%, -50%)`);
    }
    spare.forEach((button) => (button.hidden = true));
    this.moveStop(lost);
  }

  /** Puts the keyboard on the tab stop; false where there is no marker. */
  focus(): boolean {
    const button = this.stop === undefined ? undefined : this.buttons.get(this.stop);
    button?.focus({ preventScroll: true });
    return button !== undefined;
  }

  /** Goes to the next marker in a direction; false where there is none. */
  go(direction: ScreenPoint, among?: (point: ScreenPoint) => boolean): boolean {
    const from = this.stop === undefined ? undefined : this.placeOf(this.stop);
    const next = from && nextInDirection(from, direction, among ? this.placed.filter(among) : this.placed);
    if (!next) return false;
    this.stop = next.key;
    this.mark();
    return this.focus();
  }

  /** Where the tab stop is on the screen. */
  get place(): ScreenPoint | undefined {
    return this.stop === undefined ? undefined : this.placeOf(this.stop);
  }

  private get focusedButton(): HTMLButtonElement | undefined {
    const active = (this.container.getRootNode() as ShadowRoot | Document).activeElement;
    return active && this.container.contains(active) ? (active as HTMLButtonElement) : undefined;
  }

  private placeOf(key: string): Placed | undefined {
    return this.placed.find((one) => one.key === key);
  }

  private dress(button: HTMLButtonElement, { look, sign, label, current }: MapMarker, transform: string): void {
    const before = this.worn.get(button) ?? {};
    this.worn.set(button, { look, sign, label, current, transform });
    if (look !== before.look) button.className = `marker ${look}`;
    if (sign !== before.sign) button.textContent = sign;
    if (label !== before.label) {
      button.setAttribute('aria-label', label);
      button.title = label;
    }
    if (current !== before.current) {
      if (current) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    if (transform !== before.transform) button.style.transform = transform;
    if (button.hidden) button.hidden = false;
  }

  /** Keeps the tab stop where it was; else the marker that is nearest to there, else the first. */
  private moveStop(lost: ScreenPoint | undefined): void {
    const { placed } = this;
    if (this.stop === undefined || !this.buttons.has(this.stop)) {
      let nearest = placed[0];
      const distance = (one: ScreenPoint) => (lost ? Math.hypot(one.x - lost.x, one.y - lost.y) : 0);
      for (const one of placed) if (nearest && distance(one) < distance(nearest)) nearest = one;
      this.stop = nearest?.key;
    }
    this.mark();
    if (lost) this.focus();
  }

  private mark(): void {
    this.buttons.forEach((button, key) => {
      const index = key === this.stop ? 0 : -1;
      if (button.tabIndex !== index) button.tabIndex = index;
    });
  }

  private readonly click = (event: MouseEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('button')?.dataset.key;
    if (key !== undefined) this.pressed(key);
  };

  private readonly focused = (event: FocusEvent): void => {
    const { key } = (event.target as HTMLElement).dataset;
    if (key === undefined || key === this.stop) return;
    this.stop = key;
    this.mark();
  };
}

function newButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  // In a template: `part="marker"`.
  button.setAttribute('part', 'marker');
  return button;
}
