import { expect, it } from 'vitest';
import { chainOf, depthOf, levelOf, receiverOf } from './tree.js';

it.each([
  ['990000000000', ['990000000000']],
  ['990100000000', ['990000000000', '990100000000']],
  ['990101000000', ['990000000000', '990100000000', '990101000000']],
  ['990101001000', ['990000000000', '990100000000', '990101000000', '990101001000']],
  ['990101001001', ['990000000000', '990100000000', '990101000000', '990101001000', '990101001001']],
  ['000000000000', ['000000000000']],
])('the chain of %s goes from the province down to itself', (code, chain) => {
  expect(chainOf(code)).toEqual(chain);
});

it('levels and depths are the same thing', () => {
  expect([1, 2, 3, 4, 5].map(levelOf).map(depthOf)).toEqual([1, 2, 3, 4, 5]);
  expect(() => levelOf(6)).toThrow(RangeError);
});

it.each([
  [[], '3'],
  [['3'], '2'],
  [['2'], '3'],
  [['3', '2'], '1'],
  [['3', '2', '1'], undefined],
])('whoever is nearest receives what excludes %j', (excluded, receiver) => {
  expect(receiverOf([{ code: '1' }, { code: '2' }, { code: '3' }], excluded)?.code).toBe(receiver);
});
