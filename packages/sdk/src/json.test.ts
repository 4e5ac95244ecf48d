import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { toJson } from './json.js';

interface Damaged {
  toJSON?: () => string;
}

afterEach(() => {
  delete (Array.prototype as Damaged).toJSON;
  delete (Object.prototype as Damaged).toJSON;
});

test('JSON is what the language says on a page that leaves it alone', () => {
  expect(toJson({ a: [1, undefined, 'x'], b: undefined })).toBe('{"a":[1,null,"x"]}');
});

test('JSON is the same where Prototype.js has given arrays and objects a toJSON of its own', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const wanted = JSON.stringify(value);
      (Array.prototype as Damaged).toJSON = () => 'damaged';
      (Object.prototype as Damaged).toJSON = () => 'damaged';
      const written = toJson(value);
      delete (Array.prototype as Damaged).toJSON;
      delete (Object.prototype as Damaged).toJSON;
      expect(written).toBe(wanted);
    }),
  );
});

test('fields and entries that are undefined are treated alike with and without Prototype.js', () => {
  const value = { a: [undefined, 1], b: undefined, c: { d: undefined } };
  const wanted = JSON.stringify(value);
  (Array.prototype as Damaged).toJSON = () => 'damaged';
  expect(toJson(value)).toBe(wanted);
});
