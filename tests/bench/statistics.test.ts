import { describe, expect, it } from 'vitest';
import { median, noise, percentile, shuffled } from './statistics.js';

describe('median', () => {
  it('is the middle of an odd number of values in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
  it('is the mean of the two middle ones of an even number', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });
  it('is NaN for no values, so that a gap cannot pass for a figure', () => {
    expect(median([])).toBeNaN();
  });
  it('sorts by number and not by text, and leaves its input alone', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  it('takes the nearest rank', () => {
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
  });
  it('is the largest of few values', () => {
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });
  it('is NaN for no values', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('noise', () => {
  it('is the median absolute deviation over the median', () => {
    expect(noise([98, 100, 102, 90, 110])).toBeCloseTo(0.02);
  });
  it('is not moved by one wild value', () => {
    expect(noise([100, 101, 99, 100, 100_000])).toBeCloseTo(0.01);
  });
  it('is 0 where nothing varies, zeros included', () => {
    expect(noise([7, 7, 7])).toBe(0);
    expect(noise([0, 0])).toBe(0);
  });
});

describe('shuffled', () => {
  it('keeps every item once and leaves its input alone', () => {
    const items = ['a', 'b', 'c', 'd'];
    expect(shuffled(items, Math.random).sort()).toEqual(items);
    expect(items).toEqual(['a', 'b', 'c', 'd']);
  });
  it('gives every order the same chance', () => {
    const counts = new Map<string, number>();
    let state = 1;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 6_000; round++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});
