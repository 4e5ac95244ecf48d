const decimals = 9;
const shown = BigInt(10 ** decimals);

/** A fraction as a decimal text, cut (not rounded) after nine decimals, without zeros at the end: `7.25`, `0.333333333`. */
export function decimalOf(numerator: bigint, denominator: bigint): string {
  const digits = ((numerator * shown) / denominator).toString().padStart(decimals + 1, '0');
  const [whole, rest] = [digits.slice(0, -decimals), digits.slice(-decimals).replace(/0+$/, '')];
  return rest === '' ? whole : `${whole}.${rest}`;
}
