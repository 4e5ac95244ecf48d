import { describe, expect, it } from 'vitest';
import { canonicalJson } from './idempotency.js';

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [{ d: null, c: '字' }] }, '{"a":[{"c":"字","d":null}],"b":1}'],
    [{ a: undefined, b: 'x"y' }, '{"b":"x\\"y"}'],
    [[3, 1, 2], '[3,1,2]'],
    ['a', '"a"'],
    [null, 'null'],
  ])('is the same whatever the order of the fields, and another where a value is: %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });
});
