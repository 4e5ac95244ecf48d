/**
 * The same random numbers and the same time on every page, so that what is sent and what is seen can be compared. Before any
 * other script: what a page does to `crypto` or `Date` later, it does to these.
 */
import { defineProperty, mapGet, mapSet, PristineMap } from './pristine.js';

const { imul } = Math;
const { construct } = Reflect;

/** A small generator of whole numbers (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** From now on `crypto.getRandomValues` gives the same bytes on every page. */
export function seedRandom(): void {
  // A row of numbers for each length, so that who asks for keys does not change the secrets of others.
  const rows: Map<number, () => number> = new PristineMap();
  defineProperty(Crypto.prototype, 'getRandomValues', {
    value<Values extends ArrayBufferView>(values: Values): Values {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      const next = mapGet(rows, bytes.length) ?? generator(20261122 + bytes.length);
      mapSet(rows, bytes.length, next);
      for (let at = 0; at < bytes.length; at++) bytes[at] = next() >>> 8;
      return values;
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** From now on it is `start`, milliseconds since 1970, and time goes on from there. */
export function setClock(start: number): void {
  const Real = Date;
  const realNow = Real.now;
  const offset = start - realNow();
  const now = () => realNow() + offset;
  function Shifted(...parts: unknown[]): Date | string {
    const date = construct(Real, parts.length > 0 ? parts : [now()], new.target ?? Real) as Date;
    return new.target ? date : String(date);
  }
  Shifted.prototype = Real.prototype;
  Shifted.now = now;
  Shifted.parse = Real.parse;
  Shifted.UTC = Real.UTC;
  const hidden = { writable: true, enumerable: false, configurable: true };
  defineProperty(Real.prototype, 'constructor', { ...hidden, value: Shifted });
  defineProperty(window, 'Date', { ...hidden, value: Shifted });
}
