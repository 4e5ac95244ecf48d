import { expect, test } from 'vitest';
import { tokensIn } from '../../stories/guides/tokens.js';
import { sourcesEnding } from './sources.js';

const tokens = tokensIn(
  sourcesEnding('.styles.ts')
    .filter(({ path }) => path.startsWith('packages/elements/src/base/'))
    .map(({ text }) => text),
);

/** Relative luminance by WCAG 2.2; of `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) throw new Error(`'${colour}' is not a colour in hex`);
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(pairs.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'raised', 'soft', 'danger-soft', 'success-soft'];
const pairs: [ink: string, ground: string, least: number][] = [
  ...grounds.map((ground): [string, string, number] => ['text', ground, 4.5]),
  ...['surface', 'raised', 'soft'].flatMap((ground): [string, string, number][] => [
    ['muted', ground, 4.5],
    ['primary', ground, 4.5],
    ['primary-strong', ground, 4.5],
    ['focus', ground, 3],
  ]),
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-strong', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'raised', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['success', 'success-soft', 4.5],
  ['border', 'surface', 3],
  ['border', 'raised', 3],
];

test.each(['light', 'dark'] as const)('the colours of %s can be told apart as WCAG asks', (scheme) => {
  const value = (name: string) => {
    const token = tokens.find((one) => one.name === `--fl-color-${name}`);
    return (scheme === 'dark' ? token?.dark : undefined) ?? token?.light ?? '';
  };
  const faint = pairs
    .map(([ink, ground, least]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(value(ink), value(ground)), least }))
    .filter(({ ratio, least }) => ratio < least);
  expect(faint).toEqual([]);
});

test('contrast is computed as WCAG says', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  expect(() => contrast('red', '#fff')).toThrow('not a colour');
});
