import { describe, expect, it } from 'vitest';
import { stepOfCode } from './one-time-codes.js';

/** RFC 6238, appendix B, SHA-1; of its eight digits the last six. */
const secret = Buffer.from('12345678901234567890');
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;
const at = (seconds: number) => new Date(seconds * 1_000);

describe('one-time codes', () => {
  it.each(vectors)('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(stepOfCode(secret, code.slice(2), at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early and one step late, and belong to their own step', () => {
    const step = Math.floor(1_234_567_890 / 30);
    for (const [shift, found] of [
      [-60, undefined],
      [-30, step],
      [0, step],
      [30, step],
      [60, undefined],
    ] as const)
      expect(stepOfCode(secret, '005924', at(1_234_567_890 + shift))).toBe(found);
  });

  it('are none of another secret', () => {
    expect(stepOfCode(Buffer.from('12345678901234567891'), '005924', at(1_234_567_890))).toBeUndefined();
  });
});
