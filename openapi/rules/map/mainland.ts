import type { LngLat } from './place.js';

/**
 * A coarse outline of ours around the places that GCJ-02 shifts. It follows the ground to some kilometres and exactly nobody's
 * border, runs far out at sea, is never drawn, and serves one question. Longitude and latitude by turns, each as the step from
 * the one before in 1/200 of a degree, because phones load it.
 */
const outline = [
  // From the mouth of the Yalu up the river and down the Tumen.
  24820, 7920, 46, 74, 11, 24, 73, 52, 60, 30, 130, 70, 80, 36, 40, 30, 60, 40, 30, 64, 36, 18, 54, -58, 170, -24, 40,
  8, -30, 112, 160, 8, 80, 66, 90, 18, 0, 62, 24, 40, 66, -10, 10, -50, 80, -48,
  // Up the Ussuri and the Amur, down the Argun.
  -10, 58, 100, 40, 40, 110, -10, 100, 10, 20, -12, 70, -48, 80, 100, 34, 80, 62, 210, -58, 110, 142, 110, 120, 40, 160,
  110, 130, 20, 120, -100, 14, -260, -54, -120, -78, -290, -8, -40, 126, -60, 104, -210, 110, -300, 40, -90, 96, -7, 29,
  -4, 5, -27, 8, -2, 78, -80, 130, -90, 140, -100, 140, -100, 70, -380, 96, -250, -16, -170, -28, -300, -112, 140, -120,
  -140, -120, -140, -200, -20, -100, -160, -50, -110, -60, -230, 64,
  // Along the steppe and the desert.
  -240, -334, 20, -90, 360, -30, 220, 70, 260, -190, -10, -70, -290, 14, -340, -84, -180, -170, -240, -10, -180, -124,
  -320, 64, -120, -140, 80, -140, 30, -2, -190, -58, -120, -130, -200, -60, -380, -10, -140, -20, -360, -140, -340, 60,
  -300, 140, -360, 20, -720, 20, -200, 300, -380, 140, -520, 50, 40, 270, -200, 250, -320, 110, -140, 156, -200, -16,
  -220, -130, -40, -270, -500, 30, -140, -340, 50, -70, -150, 30, -380, -80, 100, -70, -4, -90, 74, -190, -110, -200,
  -400, -220, -260, -10, -120, -130, -140, 50, -160, -30, -180, -150, -90, -70, 70, -160, 200, -40, 10, -230,
  // Over the mountains.
  110, -90, 140, -200, 340, -80, 40, -160, 140, -200, 100, -220, -160, -20, 80, -240, 440, -220, 260, -20, 360, -160,
  100, -120, 120, -70, 156, -60, 184, -10, 240, -20, 150, -110, 70, 100, 80, 80, 320, -30, 160, -200, 400, 20, 300, 160,
  360, 20, 160, -100, 120, -140, -20, -180, -180, -160, -40, -74, 10, -66, 40, -74, -26, -32, 116, 44, 130, 2, 10, -160,
  110, -70, -60, -160, 160, -24, 50, -116, 180, 50, 20, -90, 98, -13, 32, 3, -20, 110, -30, 90, 100, 36, 70, 64, 110,
  -54, 130, 64, 56, -49, 10, 3, 84, 40, 90, 36, 100, 80, 240, -80, 10, -100, 18, -87, 72, -29, 170, -57, 20, -1,
  // At sea, with Hainan and the Xisha.
  40, -26, 80, -120, -80, -300, 60, -280, 460, -460, 440, 0, 0, 980, 360, 220, 400, 220, 180, 120, 120, 160, 160, 120,
  180, 140, 40, 160, 140, 120, 100, 100, 160, 180, 120, 220, 80, 160, 0, 180, -120, 160, -40, 340, -180, 400, 300, 240,
  40, 160, -40, 200, 120, 60,
];

/** What lies inside the outline and is not shifted: Hong Kong, Macau, Kinmen, Matsu. The same in 1/2000 of a degree. */
const holes = [
  [
    227736, 44290, -66, 110, 0, 200, 70, 240, 140, 64, 70, 68, 110, 40, 60, 14, 26, 10, 24, 20, 30, 8, 26, -3, 24, 13,
    30, 10, 24, 30, 28, 6, 28, -8, 30, -6, 50, -2, 18, -8, 42, 10, 140, 28, 200, 0, 64, -34, 0, -120, 96, -180, 0, -510,
  ],
  [227060, 44390, 8, 34, 21, 9, 16, -2, 25, 3, 110, 0, 0, -274, -140, 40, 6, 50, -3, 30, -5, 30, -26, 40],
  [236430, 48740, 570, 0, 0, 320, -570, 0],
  [239740, 52200, 1460, 0, 0, 600, -1220, 0, -120, -220, -120, -80],
];

/** Whether a place in WGS-84 is one that GCJ-02 shifts. */
export function isMainland(place: LngLat): boolean {
  return isWithin(outline, 200, place) && !holes.some((hole) => isWithin(hole, 2000, place));
}

/** Counts the edges to the east of a place: it is within where their number is odd. */
function isWithin(steps: readonly number[], scale: number, place: LngLat): boolean {
  const [x, y] = [place.lng * scale, place.lat * scale];
  let inside = false;
  let [fromX, fromY] = [0, 0];
  const edge = (toX: number, toY: number) => {
    if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside;
    [fromX, fromY] = [toX, toY];
  };
  for (let at = 0; at < steps.length; at += 2) {
    const [toX, toY] = [fromX + steps[at]!, fromY + steps[at + 1]!];
    if (at > 0) edge(toX, toY);
    else [fromX, fromY] = [toX, toY];
  }
  edge(steps[0]!, steps[1]!);
  return inside;
}
