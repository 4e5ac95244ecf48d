import { expect, test } from 'vitest';
import { holidaysAround } from './holidays.js';

test('the days of a public holiday are off, its weekend days included, and make-up days are worked', () => {
  const calendar = holidaysAround(new Date('2026-11-20T02:00:00Z'));
  expect(Object.keys(calendar)).toEqual(expect.arrayContaining(['2025', '2026']));
  const { off, work } = calendar[2026]!;
  // 3 and 4 October 2026 are a Saturday and a Sunday.
  for (const day of ['10-01', '10-03', '10-04', '10-07', '02-17']) expect(off).toContain(day);
  expect(off).not.toContain('10-08');
  expect(off).not.toContain('11-21');
  expect(work).toEqual(expect.arrayContaining(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']));
  expect(work.every((day) => !off.includes(day))).toBe(true);
});

test('the year is that of China, and one without a notice is left out', () => {
  expect(Object.keys(holidaysAround(new Date('2025-12-31T17:00:00Z')))).toContain('2026');
  expect(holidaysAround(new Date('2090-06-01T00:00:00Z'))).toEqual({});
});
