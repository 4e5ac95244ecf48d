import { graticule, metresPerPixel, toScreen, type MapView, type ScreenPoint } from './service-map.viewport.js';

/** A name that stands on the base, at a world position. */
export interface BaseLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** An area in which a confidential place is: its middle as a world position, its radius in metres, and what it is called. */
export interface BaseArea extends BaseLabel {
  readonly radius: number;
}

/** What the base shows besides its lines. It never draws anybody's boundary. */
export interface BaseScene {
  readonly labels: readonly BaseLabel[];
  /** Where she is, as a world position. */
  readonly me: { readonly x: number; readonly y: number } | undefined;
  readonly areas: readonly BaseArea[];
  /** Pictures lie under it, so that it draws no lines. */
  readonly tiled: boolean;
}

/** How far the base is drawn beyond the view, CSS px, so that a drag does not show its end at once. */
export const overscan = 160;

/** More than two dots a CSS px cost memory and are not seen. */
const mostDots = 2;

/** Draws the base on `canvas`, in the colours that hold for `canvas`. Does nothing where canvas is switched off. */
export function drawBase(canvas: HTMLCanvasElement, view: MapView, scene: BaseScene): void {
  const dots = Math.min(mostDots, window.devicePixelRatio || 1);
  const width = Math.round((view.width + 2 * overscan) * dots);
  const height = Math.round((view.height + 2 * overscan) * dots);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${width / dots}px`;
  canvas.style.height = `${height / dots}px`;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(dots, 0, 0, dots, overscan * dots, overscan * dots);
  context.clearRect(-overscan, -overscan, width / dots, height / dots);
  const colour = colours(canvas);
  for (const area of scene.areas) drawArea(context, view, area, colour);
  if (!scene.tiled) drawGraticule(context, view, colour);
  for (const { text, x, y } of scene.labels) drawText(context, text, toScreen(view, x, y), 14, colour);
  if (scene.me) drawMe(context, view, scene.me, colour);
}

interface Colours {
  readonly line: string;
  readonly muted: string;
  readonly ground: string;
  readonly me: string;
  readonly font: string;
}

/** The colours in force; where the system has colours of its own, those. */
function colours(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas);
  const forced = matchMedia('(forced-colors: active)').matches;
  const of = (name: string, system: string) => (forced ? system : style.getPropertyValue(name).trim() || system);
  return {
    line: of('--_line', 'GrayText'),
    muted: of('--_muted', 'CanvasText'),
    ground: of('--_ground', 'Canvas'),
    me: of('--_focus', 'Highlight'),
    font: style.fontFamily,
  };
}

function drawGraticule(context: CanvasRenderingContext2D, view: MapView, colour: Colours): void {
  const { step, meridians, parallels } = graticule(view, { margin: overscan });
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const right = view.width + overscan;
  const bottom = view.height + overscan;
  context.strokeStyle = colour.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const { offset } of meridians) {
    context.moveTo(Math.round(offset) + 0.5, -overscan);
    context.lineTo(Math.round(offset) + 0.5, bottom);
  }
  for (const { offset } of parallels) {
    context.moveTo(-overscan, Math.round(offset) + 0.5);
    context.lineTo(right, Math.round(offset) + 0.5);
  }
  context.stroke();
  context.fillStyle = colour.muted;
  context.font = `11px ${colour.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  const say = (degrees: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(degrees).toFixed(digits)}°${degrees < 0 ? negative : positive}`;
  for (const { offset, degrees } of meridians) context.fillText(say(degrees, ['E', 'W']), offset + 4, 6);
  // The scale bar stands in the lower corner.
  const lowest = view.height - 44;
  for (const { offset, degrees } of parallels)
    if (offset < lowest) context.fillText(say(degrees, ['N', 'S']), 6, offset + 4);
}

function drawArea(context: CanvasRenderingContext2D, view: MapView, area: BaseArea, colour: Colours): void {
  const { x, y } = toScreen(view, area.x, area.y);
  const radius = area.radius / metresPerPixel(view);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.globalAlpha = 0.06;
  context.fillStyle = colour.muted;
  context.fill();
  context.globalAlpha = 1;
  context.setLineDash([6, 6]);
  context.lineWidth = 1;
  context.strokeStyle = colour.muted;
  context.stroke();
  context.setLineDash([]);
  // At its lower edge, which is in sight when its middle is not.
  drawText(context, area.text, { x, y: y + radius - 14 }, 12, colour);
}

/** Text with a rim of the ground's colour, so that it can be read on lines and pictures. */
function drawText(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y }: ScreenPoint,
  size: number,
  colour: Colours,
): void {
  context.font = `600 ${size}px ${colour.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = colour.ground;
  context.strokeText(text, x, y);
  context.fillStyle = colour.muted;
  context.fillText(text, x, y);
}

function drawMe(
  context: CanvasRenderingContext2D,
  view: MapView,
  me: { readonly x: number; readonly y: number },
  colour: Colours,
): void {
  const { x, y } = toScreen(view, me.x, me.y);
  const disc = (radius: number, fill: string, alpha = 1) => {
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
  };
  // Some 100 m is all that we know of where she is.
  disc(Math.max(16, 100 / metresPerPixel(view)), colour.me, 0.18);
  disc(9, colour.ground);
  disc(6, colour.me);
}
