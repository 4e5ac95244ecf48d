import { expect, test } from 'vitest';
import { colourPairs, contrast, faintPairs, luminance } from '../../packages/elements/tokens/contrast.js';
import { palettes, presets, tokens, type PaletteName, type Preset } from '../../packages/elements/tokens/presets.js';
import { sourcesEnding } from './sources.js';

const names = Object.keys(palettes) as PaletteName[];

test.each(names)('the colours of %s can be told apart as WCAG asks', (name) => {
  const level = name === 'contrast' ? 'AAA' : 'AA';
  expect(faintPairs((path) => palettes[name].get(path), level)).toEqual([]);
});

test.each(names)('%s has every colour that light has', (name) => {
  const missing = [...palettes.light.keys()].filter((path) => !palettes[name].has(path));
  expect(missing).toEqual([]);
});

test('every preset names palettes that are there, and every palette is worn by one', () => {
  const worn = Object.values(presets as Record<string, Preset>).flatMap(({ day, night, contrast: high }) => [
    day,
    ...(night ? [night] : []),
    ...(high ? [high] : []),
  ]);
  expect([...new Set(worn)].sort()).toEqual([...names].sort());
});

test('every pair is one of tokens that there are, and every ink of words is looked at', () => {
  const paths = tokens.map(({ path }) => path);
  const named = colourPairs.flatMap(({ ink, ground }) => [ink, ground]);
  expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  const unseen = paths.filter((path) => path.startsWith('color.') && !named.includes(path));
  // A line only divides: nothing is lost with it.
  expect(unseen).toEqual(['color.line']);
});

test('the signs of the map bear white characters in high contrast, too', () => {
  const [{ text } = { text: '' }] = sourcesEnding('service-map/service-map.styles.ts');
  const signs = [...text.matchAll(/--_[\w-]+: (#[0-9a-f]{6});/g)].map(([, colour = '']) => colour);
  expect(signs.length).toBeGreaterThan(5);
  expect(signs.filter((colour) => contrast(colour, '#fff') < 7)).toEqual([]);
});

test('a pair that is too faint is found, with what it reaches', () => {
  const faint = (text: string, level: 'AA' | 'AAA') =>
    faintPairs((path) => (path === 'color.text' ? text : path === 'color.surface' ? '#ffffff' : undefined), level);
  expect(faint('#777777', 'AA')).toEqual([
    { ink: 'color.text', ground: 'color.surface', kind: 'words', ratio: 4.47, least: 4.5 },
  ]);
  expect(faint('#767676', 'AA')).toEqual([]);
  expect(faint('#767676', 'AAA')).toHaveLength(1);
});

test('contrast is computed as WCAG says', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  expect(() => luminance('red')).toThrow('not a colour');
});
