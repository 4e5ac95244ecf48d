import { distance } from '@fulian/contract/rules/map';
import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { areaOf, cellMetres, cellOf, shiftMetres } from './area.js';

const key = randomBytes(32);
const places = fc.record({
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 54, noNaN: true }),
});
const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('the area of a confidential place', () => {
  it('S5 has it inside and never near its middle: 3.1 to 8.9 km away', () => {
    fc.assert(
      fc.property(places, seeds, (place, seed) => {
        const metres = distance(areaOf(key, seed, place), place);
        expect(metres).toBeGreaterThan(3_100);
        expect(metres).toBeLessThan(8_900);
      }),
      { numRuns: 2_000 },
    );
  });

  it('S5 is the same for every place of the square of 4 km, which is as large as it says', () => {
    const seed = randomBytes(16);
    const middle = { lng: 118.3, lat: 27.9 };
    const cells = new Map<string, Set<string>>();
    const count = new Map<string, number>();
    for (let step = 0; step < 20_000; step += 1) {
      const place = { lng: middle.lng + (step % 141) * 0.001, lat: middle.lat + Math.floor(step / 141) * 0.001 };
      const cell = JSON.stringify(cellOf(key, seed, place));
      if (!cells.has(cell)) cells.set(cell, new Set());
      cells.get(cell)!.add(JSON.stringify(areaOf(key, seed, place)));
      count.set(cell, (count.get(cell) ?? 0) + 1);
    }
    for (const areas of cells.values()) expect(areas.size).toBe(1);
    // A whole square holds 16 km² of some 98 m × 111 m each.
    const whole = 16e6 / (0.001 * 111_195 * 0.001 * 111_195 * Math.cos((27.97 * Math.PI) / 180));
    expect(Math.max(...count.values())).toBeGreaterThan(whole * 0.9);
    expect(Math.max(...count.values())).toBeLessThan(whole * 1.1);
  });

  it('S5 lies in no direction more often than in another, for other seeds and for other keys', () => {
    const place = { lng: 118.3, lat: 27.9 };
    const quarters = [0, 0, 0, 0];
    for (let draw = 0; draw < 4_000; draw += 1) {
      const area = areaOf(draw % 2 === 0 ? key : randomBytes(32), randomBytes(16), place);
      quarters[(area.lng > place.lng ? 1 : 0) + (area.lat > place.lat ? 2 : 0)]! += 1;
    }
    // Twenty standard deviations would be 550.
    for (const one of quarters) expect(Math.abs(one - 1_000)).toBeLessThan(200);
  });

  it('S5 does not give its square away to who knows how it was made and looks for squares 6 km from its middle', () => {
    const errors: number[] = [];
    for (let draw = 0; draw < 500; draw += 1) {
      const place = { lng: 118 + (draw % 23) * 0.037, lat: 27 + (draw % 19) * 0.041 };
      const area = areaOf(key, randomBytes(16), place);
      errors.push(distance(guessedFrom(area), place));
    }
    errors.sort((a, b) => a - b);
    // With one lattice for all that everybody knows, every single error would be below 2.9 km.
    expect(errors[250]).toBeGreaterThan(5_000);
    expect(errors.filter((error) => error < 2_900).length).toBeLessThan(125);
  });
});

/** The middle of the square that lies most exactly 6 km away, were squares counted from the equator and Greenwich. */
function guessedFrom(area: { lng: number; lat: number }): { lng: number; lat: number } {
  const side = cellMetres / 111_195;
  const [row, column] = [Math.floor(area.lat / side), (lat: number) => area.lng / (side / cosine(lat))];
  let best = { off: Infinity, lng: 0, lat: 0 };
  for (let y = row - 3; y <= row + 3; y += 1) {
    const lat = (y + 0.5) * side;
    const middle = Math.floor(column(lat));
    for (let x = middle - 3; x <= middle + 3; x += 1) {
      const lng = (x + 0.5) * (side / cosine(lat));
      const off = Math.abs(distance(area, { lng, lat }) - shiftMetres);
      if (off < best.off) best = { off, lng, lat };
    }
  }
  return best;
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
