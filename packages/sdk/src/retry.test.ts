import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkError, ProblemError } from './errors.js';
import { delayBefore, retryAfterSeconds, retrySettings } from './retry.js';

const settings = retrySettings();
const noAnswer = new NetworkError('x');
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempt = fc.integer({ min: 1, max: 40 });

describe('the wait before a retry', () => {
  test('is full jitter: anywhere from 0 to a limit that doubles from 0.5 s and ends at 5 s', () => {
    fc.assert(
      fc.property(attempt, share, (attempt, share) => {
        const limit = Math.min(5000, 500 * 2 ** (attempt - 1));
        expect(delayBefore(settings, attempt, noAnswer, () => share)).toBe(share * limit);
      }),
    );
  });

  test('is never shorter than Retry-After, nor longer than that and the first limit', () => {
    fc.assert(
      fc.property(attempt, share, fc.integer({ min: 1, max: 30 }), (attempt, share, retryAfter) => {
        const wait = delayBefore(settings, attempt, new NetworkError('x', { retryAfter }), () => share)!;
        expect(wait).toBeGreaterThanOrEqual(retryAfter * 1000);
        expect(wait).toBeLessThanOrEqual(retryAfter * 1000 + 500);
      }),
    );
  });

  test('is not waited where Retry-After is longer than the cap', () => {
    const error = new NetworkError('x', { retryAfter: 31 });
    expect(delayBefore(settings, 1, error)).toBeUndefined();
    expect(delayBefore({ ...settings, maxRetryAfter: 31_000 }, 1, error)).toBeDefined();
  });

  test.each([
    [400, 'invalid-request', false],
    [404, 'federation-unknown', false],
    [408, 'request-timeout', true],
    [409, 'idempotency-key-running', true],
    [409, 'offset-mismatch', false],
    [422, 'idempotency-key-reused', false],
    [429, 'rate-limited', true],
    [500, 'internal', false],
    [503, 'unavailable', true],
  ] as const)('after a %i %s: %s', (status, code, isTried) => {
    const error = new ProblemError('x', { type: '', title: '', status, code });
    expect(delayBefore(settings, 1, error) !== undefined).toBe(isTried);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-20T03:15:00Z');

  test.each([
    ['0', 0],
    ['120', 120],
    ['Fri, 20 Nov 2026 03:15:30 GMT', 30],
    ['Fri, 20 Nov 2026 03:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %s seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});
