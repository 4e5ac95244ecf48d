import { latOf, lngOf, metresPerPixel as metresAt, worldX, worldY } from '@fulian/sdk/stores/service-map';

/**
 * What a map shows. Its middle is in world coordinates: spherical Mercator, 0 to 1 from the west and from the north. One
 * step of zoom doubles everything; at zoom 0 the world is 256 px wide. Width and height are CSS px.
 */
export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** A place on the screen, CSS px from the map's upper left corner, or a movement there. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** How a plane that was drawn for one view lies on the screen while it is moved: `screen = scale · drawn + (x, y)`. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A plane where it was drawn. */
export const atRest: Placement = { x: 0, y: 0, scale: 1 };

/** The farthest and the nearest that a map goes: a part of the continent, and a courtyard. */
export const zoomLimits = { min: 4, max: 18 } as const;

/** Width of the whole world at this zoom, CSS px. */
export function worldSize(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Where a world position is on the screen. */
export function toScreen(view: MapView, x: number, y: number): ScreenPoint {
  const size = worldSize(view.zoom);
  return { x: (x - view.x) * size + view.width / 2, y: (y - view.y) * size + view.height / 2 };
}

/** Which world position is at a place on the screen. */
export function toWorld(view: MapView, point: ScreenPoint): ScreenPoint {
  const size = worldSize(view.zoom);
  return { x: (point.x - view.width / 2) / size + view.x, y: (point.y - view.height / 2) / size + view.y };
}

/** A zoom within the limits. */
export function clampZoom(zoom: number): number {
  return Math.min(zoomLimits.max, Math.max(zoomLimits.min, zoom));
}

/** The view with its middle moved to a world position, never off the world. */
export function centred(view: MapView, x: number, y: number): MapView {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return { ...view, x: within(x), y: within(y) };
}

/** Moves a placement by so many px. */
export function moved({ x, y, scale }: Placement, dx: number, dy: number): Placement {
  return { x: x + dx, y: y + dy, scale };
}

/** Makes a placement `factor` times as large; what is at `anchor` stays there. */
export function scaled({ x, y, scale }: Placement, factor: number, anchor: ScreenPoint): Placement {
  return {
    x: (x - anchor.x) * factor + anchor.x,
    y: (y - anchor.y) * factor + anchor.y,
    scale: scale * factor,
  };
}

/**
 * The view to draw for what a moved plane shows, at the whole zoom that is next to it; and how the newly drawn plane has to
 * lie at first so that nothing jumps. What is at `anchor` stays there.
 */
export function settled(
  view: MapView,
  placement: Placement,
  anchor: ScreenPoint = { x: view.width / 2, y: view.height / 2 },
): { readonly view: MapView; readonly from: Placement } {
  const zoom = clampZoom(view.zoom + Math.round(Math.log2(placement.scale)));
  const wanted = scaled(placement, 2 ** (zoom - view.zoom) / placement.scale, anchor);
  const middle = toWorld(view, {
    x: (view.width / 2 - wanted.x) / wanted.scale,
    y: (view.height / 2 - wanted.y) / wanted.scale,
  });
  const next = { ...centred(view, middle.x, middle.y), zoom };
  const scale = placement.scale / wanted.scale;
  return { view: next, from: { x: placement.x - scale * wanted.x, y: placement.y - scale * wanted.y, scale } };
}

/** Metres that one CSS px is wide in the middle of the view. */
export function metresPerPixel(view: MapView): number {
  return metresAt(latOf(view.y), view.zoom);
}

/** The longest round length (1, 2 or 5 times a power of ten metres) that fits into `longest` px. */
export function scaleBar(view: MapView, longest: number): { readonly metres: number; readonly pixels: number } {
  const perPixel = metresPerPixel(view);
  const most = perPixel * longest;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((digit) => digit * power).find((length) => length <= most) ?? power;
  return { metres, pixels: metres / perPixel };
}

/** One line of the graticule: its degrees, and where it is on the screen. */
export interface GraticuleLine {
  readonly degrees: number;
  /** CSS px from the left (a meridian) or from the top (a parallel). */
  readonly offset: number;
}

/** Distances between lines that are offered, degrees. */
const steps = [20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** The meridians and parallels of a view and of `margin` px around it, at least `apart` px from each other. */
export function graticule(
  view: MapView,
  { margin = 0, apart = 140 } = {},
): { readonly step: number; readonly meridians: GraticuleLine[]; readonly parallels: GraticuleLine[] } {
  const first = degreesAt(view, { x: -margin, y: -margin });
  const last = degreesAt(view, { x: view.width + margin, y: view.height + margin });
  const perDegree = worldSize(view.zoom) / 360;
  let step = steps[0]!;
  for (const candidate of steps) if (candidate * perDegree >= apart) step = candidate;
  const lines = (from: number, to: number, place: (degrees: number) => number) => {
    const found: GraticuleLine[] = [];
    for (let n = Math.ceil(from / step); n * step <= to; n += 1)
      found.push({ degrees: n * step, offset: place(n * step) });
    return found;
  };
  return {
    step,
    meridians: lines(first.lng, last.lng, (lng) => toScreen(view, worldX(lng), 0).x),
    parallels: lines(last.lat, first.lat, (lat) => toScreen(view, 0, worldY(lat)).y),
  };
}

function degreesAt(view: MapView, point: ScreenPoint): { readonly lng: number; readonly lat: number } {
  const { x, y } = toWorld(view, point);
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return { lng: lngOf(within(x)), lat: latOf(within(y)) };
}
