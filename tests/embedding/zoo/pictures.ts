/** Pictures of elements, and how much of them differs. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { PictureWanted } from '../journeys/service.js';

/** What a window shows within a box of CSS pixels; no more than there is. */
export function crop(window: Uint8Array, [left, top, right, bottom]: PictureWanted['box']): PNG {
  const whole = PNG.sync.read(Buffer.from(window));
  const x = Math.round(left);
  const y = Math.round(top);
  const width = Math.min(Math.round(right), whole.width) - x;
  const height = Math.min(Math.round(bottom), whole.height) - y;
  if (width < 1 || height < 1) throw new Error(`nothing is seen of ${left}, ${top}, ${right}, ${bottom}`);
  const part = new PNG({ width, height });
  PNG.bitblt(whole, part, x, y, width, height, 0, 0);
  return part;
}

/** The share of pixels that differ, 0 to 1, and a picture of where; other sizes are another picture. */
export function compare(one: PNG, other: PNG): { readonly share: number; readonly where?: PNG } {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return { share: 1 };
  const where = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, where.data, width, height, { threshold: 0.1, includeAA: true });
  return { share: count / (width * height), where };
}
