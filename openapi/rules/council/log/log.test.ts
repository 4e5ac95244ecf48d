import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, entryText, firstHash, headText, isCanonicalJson, receiptOfVote, sealEntry } from './index.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('G1 canonical JSON sorts names by their UTF-16 units, as the example of RFC 8785 does, and escapes what it escapes', () => {
  const names = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
  expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  expect(
    canonicalJson({
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000F\nA\'B"\\\\"/',
      literals: [null, true, false],
    }),
  ).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('G1 canonical JSON says what JSON says, in one text for one value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(isCanonicalJson(text)).toBe(true);
      expect(isCanonicalJson(`${text} `)).toBe(false);
    }),
  );
  expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  for (const text of ['{"b":1,"a":2}', '{"a":1,"a":1}', '1.0', '"\\u0041"', '', '{'])
    expect(isCanonicalJson(text), text).toBe(false);
  for (const value of [undefined, [undefined], Number.NaN, 'half \uD800', '\uDC00', { '\uD800': 1 }, () => 1])
    expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('G1 an entry is hashed with the hash before it and everything it says', () => {
  const council = '990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24';
  const at = '2026-01-10T02:00:00.000Z';
  const created = { council, seq: 1, at, kind: 'council-created', body: { name: '荷塘村妇女议事会' } } as const;
  expect(entryText(firstHash, created)).toBe(
    `${'0'.repeat(64)}\n{"at":"${at}","body":{"name":"荷塘村妇女议事会"},"council":"${council}","kind":"council-created","seq":1}`,
  );
  const first = sealEntry(sha256, firstHash, created);
  // By `printf … | sha256sum`.
  expect(first.hash).toBe('dcdb50f38b5b1db9db70033407a1ea570a231d62250f0fa3fc43ff8014faee52');
  // The hash itself is not among what is hashed, wherever a caller got the entry from.
  expect(sealEntry(sha256, firstHash, first)).toEqual(first);
  expect(sealEntry(sha256, first.hash, created).hash).not.toBe(first.hash);
});

test('G3 a head is signed over five lines', () => {
  expect(headText({ council: 'c', seq: 7, hash: 'ab', at: '2026-11-20T02:00:00Z' })).toBe(
    'fulian-log-head\nc\n7\nab\n2026-11-20T02:00:00Z',
  );
});

test('G2 the receipt of an open vote hangs on salt, member and choice', () => {
  const receipt = receiptOfVote(sha256, 'aa', 'Zk3q9TtV0bWm5rXy7uLc2A', { picks: ['yes'] });
  expect(receipt).toBe(sha256('aa\nZk3q9TtV0bWm5rXy7uLc2A\n{"picks":["yes"]}'));
  expect(receiptOfVote(sha256, 'ab', 'Zk3q9TtV0bWm5rXy7uLc2A', { picks: ['yes'] })).not.toBe(receipt);
});
