import { expect, it } from 'vitest';
import { newCaseNumber } from './case-number.js';

it('S4 case numbers are 12 digits, each digit as likely as any other in every place', () => {
  const counts = Array.from({ length: 12 }, () => Array<number>(10).fill(0));
  const samples = 20_000;
  for (let at = 0; at < samples; at += 1) {
    const number = newCaseNumber();
    expect(number).toMatch(/^\d{12}$/);
    [...number].forEach((digit, place) => (counts[place]![Number(digit)]! += 1));
  }
  // Chi squared with 9 degrees of freedom; 45 is passed by chance once in a million places.
  const expected = samples / 10;
  for (const place of counts) {
    const chi = place.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(45);
  }
});
