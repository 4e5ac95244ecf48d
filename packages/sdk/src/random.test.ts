import { afterEach, describe, expect, test, vi } from 'vitest';
import { randomDigits, randomKey } from './random.js';

/** χ² of how often each symbol came, against all being equally likely. */
function chiSquare(symbols: Iterable<string>, kinds: number): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const symbol of symbols) {
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    total += 1;
  }
  const expected = total / kinds;
  const missing = (kinds - counts.size) * expected;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, missing);
}

/** Takes `crypto`'s place with bytes in order and loads the module anew, because it takes `crypto` when it loads. */
async function randomOf(bytes: () => number) {
  vi.resetModules();
  vi.stubGlobal('crypto', { getRandomValues: (array: Uint8Array) => array.map(bytes) });
  return import('./random.js');
}

afterEach(() => vi.unstubAllGlobals());

describe('S4 the secret of a receipt', () => {
  test('is 24 digits', () => {
    expect(randomDigits(24)).toMatch(/^\d{24}$/);
  });

  test('has digits that are equally likely: χ² over 240,000 stays below its 99.999 % bound for 9 degrees', () => {
    let digits = '';
    for (let count = 0; count < 10_000; count += 1) digits += randomDigits(24);
    expect(chiSquare(digits, 10)).toBeLessThan(39.4);
  });

  test('has pairs of neighbours that are equally likely: χ² below its 99.999 % bound for 99 degrees', () => {
    const pairs: string[] = [];
    for (let count = 0; count < 10_000; count += 1) pairs.push(...(randomDigits(24).match(/\d\d/g) ?? []));
    expect(chiSquare(pairs, 100)).toBeLessThan(170);
  });

  test('throws away the bytes from 250 up, with which 0 to 5 would come up more often', async () => {
    let next = 255;
    const random = await randomOf(() => (next = (next + 1) % 256));
    const digits = random.randomDigits(250);
    expect([...'0123456789'].map((digit) => digits.split(digit).length - 1)).toEqual(Array(10).fill(25));
  });

  test('the χ² of modulo without rejection would be found', () => {
    const biased: string[] = [];
    for (let byte = 0; byte < 256; byte += 1)
      for (let times = 0; times < 1000; times += 1) biased.push(String(byte % 10));
    expect(chiSquare(biased, 10)).toBeGreaterThan(39.4);
  });

  test('is not made where the platform has no source of randomness', async () => {
    vi.resetModules();
    vi.stubGlobal('crypto', undefined);
    const random = await import('./random.js');
    expect(() => random.randomDigits(24)).toThrow('getRandomValues');
  });
});

describe('a random key', () => {
  test('is 22 characters of base64url, each equally likely, and never twice the same', () => {
    const keys = Array.from({ length: 10_000 }, () => randomKey());
    expect(keys.every((key) => /^[A-Za-z0-9_-]{22}$/.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    expect(chiSquare(keys.join(''), 64)).toBeLessThan(130);
  });

  test('uses each random byte once', async () => {
    let next = -1;
    const random = await randomOf(() => (next += 1) % 64);
    const keys = Array.from({ length: 40 }, () => random.randomKey());
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    expect(keys.join('')).toBe(alphabet.repeat(14).slice(0, 40 * 22));
  });
});
