import { randomBytes } from 'node:crypto';

/** A case number: 12 digits, uniform and random, never a sequence (S4). */
export function newCaseNumber(): string {
  for (;;) {
    const value = randomBytes(5).readUIntBE(0, 5);
    // 40 bits hold 1.0995e12 values; the few above the last number are drawn again, or small numbers came up more often.
    if (value < 1e12) return String(value).padStart(12, '0');
  }
}
