import { expect, test } from 'vitest';
import { colourValue, dimensionValue, parseTokens, propertyOf, readTokens } from './format.js';

const srgb = (...components: unknown[]) => ({ colorSpace: 'srgb', components });
const px = (value: number) => ({ value, unit: 'px' });

test('tokens of every type that we take become CSS', () => {
  const { tokens, faults } = readTokens({
    color: {
      $type: 'color',
      text: { $value: srgb(0.1647, 0.1333, 0.1255), $description: 'Words' },
      veil: { $value: { ...srgb(0, 0, 0), alpha: 0.5 } },
      none: { $value: srgb('none', 1, 1) },
    },
    radius: { $type: 'dimension', $value: px(8) },
    font: { $root: { $type: 'fontFamily', $value: ['system-ui', 'PingFang SC'] } },
    shadow: {
      $type: 'shadow',
      $value: { color: srgb(0, 0, 0), offsetX: px(0), offsetY: px(2), blur: px(12), spread: px(1), inset: true },
    },
  });
  expect(faults).toEqual([]);
  expect(tokens.map(({ path, css }) => [path, css])).toEqual([
    ['color.text', '#2a2220'],
    ['color.veil', '#00000080'],
    ['color.none', '#00ffff'],
    ['radius', '8px'],
    ['font', "system-ui, 'PingFang SC'"],
    ['shadow', 'inset 0 2px 12px 1px #000000'],
  ]);
  expect(tokens[0]).toMatchObject({ type: 'color', description: 'Words' });
});

test('what older drafts wrote as text is taken, too', () => {
  const { tokens, faults } = readTokens({
    a: { $type: 'color', $value: '#FFF' },
    b: { $type: 'dimension', $value: '1.5rem' },
    c: { $type: 'fontFamily', $value: 'Microsoft YaHei' },
  });
  expect([tokens.map(({ css }) => css), faults]).toEqual([['#ffffff', '1.5rem', "'Microsoft YaHei'"], []]);
});

test('an alias stands for another token, of a group, too, and inside a shadow', () => {
  const { tokens, faults } = readTokens({
    base: { $type: 'color', $root: { $value: srgb(1, 0, 0) }, soft: { $value: '{base.$root}' } },
    ring: { $value: '{base.soft}' },
    shadow: {
      $type: 'shadow',
      $value: { color: '{ring}', offsetX: px(0), offsetY: px(0), blur: px(1), spread: px(0) },
    },
  });
  expect(faults).toEqual([]);
  expect(tokens.map(({ css }) => css)).toEqual(['#ff0000', '#ff0000', '#ff0000', '0 0 1px #ff0000']);
});

test.each([
  ['a type that is missing', { a: { $value: 1 } }, 'no-type'],
  ['a type that we do not take', { a: { $type: 'duration', $value: { value: 1, unit: 's' } } }, 'other-type'],
  ['a component above 1', { a: { $type: 'color', $value: srgb(1.2, 0, 0) } }, 'bad-value'],
  ['two components', { a: { $type: 'color', $value: srgb(1, 0) } }, 'bad-value'],
  ['a veil above 1', { a: { $type: 'color', $value: { ...srgb(1, 0, 0), alpha: 2 } } }, 'bad-value'],
  ['a name of a colour', { a: { $type: 'color', $value: 'red' } }, 'bad-value'],
  [
    'colours of other spaces',
    { a: { $type: 'color', $value: { colorSpace: 'oklch', components: [0.5, 0.1, 20] } } },
    'other-colours',
  ],
  ['a length without a unit', { a: { $type: 'dimension', $value: 16 } }, 'bad-value'],
  ['a length in other units', { a: { $type: 'dimension', $value: { value: 1, unit: 'em' } } }, 'bad-value'],
  [
    'a typeface that ends its declaration',
    { a: { $type: 'fontFamily', $value: ['x; } body { display: none'] } },
    'bad-value',
  ],
  [
    'a shadow without a colour',
    { a: { $type: 'shadow', $value: { offsetX: px(0), offsetY: px(0), blur: px(0), spread: px(0) } } },
    'bad-value',
  ],
  ['an alias of nothing', { a: { $type: 'color', $value: '{b}' } }, 'missing-alias'],
  ['aliases in a circle', { a: { $type: 'color', $value: '{b}' }, b: { $type: 'color', $value: '{a}' } }, 'alias-loop'],
  ['a token that is none', { a: 'red' }, 'not-an-object'],
  ['a name with a dot', { 'a.b': { $type: 'color', $value: '#fff' } }, 'bad-name'],
  ['groups that extend others', { a: { $extends: '{b}' } }, 'not-supported'],
  ['a list', [], 'not-an-object'],
])('%s is named, and all else is taken', (_, document, kind) => {
  const { faults } = readTokens(document);
  expect(faults[0]?.kind).toBe(kind);
  if (!Array.isArray(document)) {
    const good = { $type: 'color', $value: '#123456' };
    expect(readTokens({ ...document, good }).tokens.map(({ path }) => path)).toContain('good');
  }
});

test('a colour of another space has a substitute in hex', () => {
  const value = { colorSpace: 'oklch', components: [0.5, 0.1, 20], hex: '#ABCDEF' };
  expect(readTokens({ a: { $type: 'color', $value: value } }).tokens[0]?.css).toBe('#abcdef');
});

test('text that is no JSON is said to be none, and a byte order mark is no fault', () => {
  expect(parseTokens('{').faults).toMatchObject([{ kind: 'not-json', path: '' }]);
  expect(parseTokens('\uFEFF{"a":{"$type":"color","$value":"#fff"}}').tokens).toHaveLength(1);
});

test('what is written can be read again', () => {
  for (const css of ['#2a2220', '#3c1e2838'])
    expect(readTokens({ a: { $type: 'color', $value: colourValue(css) } }).tokens[0]?.css).toBe(css);
  expect(readTokens({ a: { $type: 'dimension', $value: dimensionValue('1.5px') } }).tokens[0]?.css).toBe('1.5px');
  expect(propertyOf('color.on-primary')).toBe('--fl-color-on-primary');
});
