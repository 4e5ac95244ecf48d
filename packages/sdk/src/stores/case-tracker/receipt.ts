import { type FulianError, isProblemError } from '../../errors.js';
import type { ReceiptFault, TypedReceipt } from './types.js';

const lengths = { number: 12, secret: 24 } as const;

/** Digits as they were typed or pasted: full-width ones count, and what people write between groups does not. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2010-\u2015\u2212\u2060\ufeff.,、·_/-]/g, '');
}

/** What is wrong with a number and a secret, one fault a field. */
export function receiptFaults(typed: TypedReceipt): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  for (const field of ['number', 'secret'] as const) {
    const digits = digitsOf(typed[field]);
    const code = !digits
      ? 'missing'
      : /\D/.test(digits)
        ? 'digits'
        : digits.length < lengths[field]
          ? 'too-short'
          : digits.length > lengths[field]
            ? 'too-long'
            : undefined;
    if (code) faults.push({ field, code });
  }
  return faults;
}

/** Whether the half hour that a receipt opened is over. */
export function isTokenRefused(error: unknown): error is FulianError {
  return isProblemError(error) && error.code === 'case-token-refused';
}
