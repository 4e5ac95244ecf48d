import { expect, test } from 'vitest';
import {
  beginnings,
  colourFrom,
  draftCss,
  draftFrom,
  draftTokens,
  halfCss,
  importTokens,
  sizeFrom,
  valueIn,
  withValue,
} from './draft.js';
import { readTokens } from './format.js';
import { presetCss } from './preset-css.js';

test.each(beginnings)('a theme from %s comes out as that preset', (name) => {
  const own = presetCss(name).split('@media (prefers-contrast')[0]!;
  const sorted = (css: string) =>
    css
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('--'))
      .sort();
  // Sizes are said once, for day and night.
  expect(new Set(sorted(draftCss(draftFrom(name))))).toEqual(new Set(sorted(own)));
});

test.each(beginnings)('what is given out of %s can be taken in again, changes and sizes included', (name) => {
  for (const half of ['day', 'night'] as const) {
    let draft = withValue(draftFrom(name), half, 'color.primary', '#123456');
    for (const path of ['font.size', 'font.size.elder', 'control.size', 'radius', 'space', 'focus.width'])
      draft = withValue(draft, half, path, '7px');
    const text = draftTokens(draft, half);
    expect(readTokens(JSON.parse(text)).faults).toEqual([]);
    const other = importTokens(draftFrom('plain'), half, text);
    expect(other.faults).toEqual([]);
    expect(other.draft[half]).toEqual(draft[half]);
    expect(other.draft.frame).toEqual(draft.frame);
  }
});

test('a colour belongs to day or night, a size to both, and the usual size is none of its own', () => {
  const draft = withValue(draftFrom('blue'), 'night', 'color.text', '#ffffff');
  expect(valueIn(draft, 'day', 'color.text')).toBe('#1b2733');
  expect(valueIn(draft, 'night', 'color.text')).toBe('#ffffff');
  expect(valueIn(draft, 'night', 'radius')).toBe('4px');
  const round = withValue(draft, 'day', 'radius', '12px');
  expect(valueIn(round, 'night', 'radius')).toBe('12px');
  expect(withValue(round, 'day', 'radius', '8px').frame.has('radius')).toBe(false);
  expect(draft.frame.get('radius'), 'the draft before').toBe('4px');
});

test('a theme dresses every fl-client, at night where the device asks for it; a half dresses what is looked at', () => {
  const css = draftCss(draftFrom('red'));
  expect(css).toMatch(/^fl-client \{/);
  expect(css.split('@media (prefers-color-scheme: dark)')[1]).toContain('--fl-scheme: dark;');
  expect(halfCss(draftFrom('red'), 'night', '#x')).not.toContain('@media');
});

test.each([
  ['#14549f', '#14549f'],
  ['14549F', '#14549f'],
  [' #FFF ', '#ffffff'],
  ['blue', undefined],
  ['#14549', undefined],
  ['', undefined],
])('%j typed as a colour is %j', (typed, colour) => expect(colourFrom(typed)).toBe(colour));

test.each([
  ['16', '16px'],
  ['16 px', '16px'],
  ['1.5px', '1.5px'],
  ['999', undefined],
  ['-4', undefined],
  ['1em', undefined],
])('%j typed as a size is %j', (typed, size) => expect(sizeFrom(typed)).toBe(size));

test.each([
  ['{ "color": ', 'not-json'],
  ['[]', 'not-an-object'],
  ['{}', 'nothing-ours'],
  ['{"brand":{"$type":"color","$value":"#fff"}}', 'unknown-token'],
  ['{"color":{"text":{"$type":"color","$value":"#00000080"}}}', 'not-opaque'],
  ['{"color":{"text":{"$type":"dimension","$value":"1px"}}}', 'unknown-token'],
  ['{"radius":{"$type":"dimension","$value":"900px"}}', 'bad-value'],
  [`{"a":"${'x'.repeat(500_000)}"}`, 'too-large'],
])('%.40s is refused with its reason, and nothing is lost', (text, kind) => {
  const draft = withValue(draftFrom('blue'), 'day', 'color.text', '#101010');
  const result = importTokens(draft, 'day', text);
  expect(result.faults.map((fault) => fault.kind)).toEqual([kind]);
  expect(result.taken).toBe(0);
  expect(result.draft).toBe(draft);
});

test('what is right in a document is taken, and what is wrong is named', () => {
  const text = JSON.stringify({
    color: { $type: 'color', primary: { $value: '#0a5a8a' }, text: { $value: 'black' }, border: { $value: '#777777' } },
  });
  const { draft, taken, faults } = importTokens(draftFrom('plain'), 'day', text);
  expect(taken).toBe(2);
  expect(valueIn(draft, 'day', 'color.primary')).toBe('#0a5a8a');
  expect(valueIn(draft, 'day', 'color.text')).toBe('#2a2220');
  expect(faults).toEqual([{ kind: 'bad-value', path: 'color.text', found: 'black' }]);
});
