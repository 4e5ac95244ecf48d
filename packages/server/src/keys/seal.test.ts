import { describe, expect, it } from 'vitest';
import { deriveKeys, macOf } from './keyring.js';
import { newKey, open, seal, SealBroken } from './seal.js';

const key = newKey();
const place = ['help_requests', 'narrative', '990101000000', 'id'];

describe('sealed bytes', () => {
  it.each(['', '他昨晚又动手了', 'x'.repeat(100_000)])('S8 open again for the same key and place', (text) => {
    expect(open(key, place, seal(key, place, text)).toString('utf8')).toBe(text);
  });

  it('S8 are never the same twice', () => {
    expect(seal(key, place, 'a').equals(seal(key, place, 'a'))).toBe(false);
  });

  it.each(place.map((_, at) => at))('S8 do not open in another place (part %i)', (at) => {
    const elsewhere = place.map((part, index) => (index === at ? `${part}x` : part));
    expect(() => open(key, elsewhere, seal(key, place, 'a'))).toThrow(SealBroken);
  });

  it('S8 do not open with another key, nor with any bit changed, nor cut short', () => {
    const sealed = seal(key, place, 'narrative');
    expect(() => open(newKey(), place, sealed)).toThrow(SealBroken);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => open(key, place, changed)).toThrow(SealBroken);
      expect(() => open(key, place, sealed.subarray(0, at))).toThrow(SealBroken);
    }
  });
});

describe('derived keys', () => {
  it('are one a purpose, and always the same for a master key', () => {
    const keys = Object.values(deriveKeys(Buffer.alloc(32, 7))).map((one: Buffer) => one.toString('hex'));
    expect(new Set(keys).size).toBe(keys.length);
    // What is stored depends on this value: it must never change.
    expect(keys[0]).toBe('b993de96acde89ea1854ec5800a8efe16e7667581810808ade6e07dc836b9235'); // not-a-secret
    expect(keys[0]).not.toBe(deriveKeys(Buffer.alloc(32, 8)).wrapping.toString('hex'));
  });

  it('make MACs that tell lists of parts apart', () => {
    expect(macOf(key, 'ab', 'c').equals(macOf(key, 'a', 'bc'))).toBe(false);
    expect(macOf(key, 'ab', 'c').equals(macOf(key, Buffer.from('ab'), 'c'))).toBe(true);
  });
});
