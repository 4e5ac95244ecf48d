/** The few statistics that proofs of safety need. */

/**
 * Welch's t of two samples: how far their means lie apart, in standard errors. Beyond 4.5 a difference counts as found (the
 * threshold of the tests for side channels in ISO/IEC 17825).
 */
export function welchT(a: readonly number[], b: readonly number[]): number {
  const [one, two] = [momentsOf(a), momentsOf(b)];
  return (one.mean - two.mean) / Math.sqrt(one.variance / a.length + two.variance / b.length);
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

/** Both samples without what is above the same quantile of them together: pauses of the machine say nothing of either. */
export function trimmedEqually(a: readonly number[], b: readonly number[], keep: number): [number[], number[]] {
  const all = [...a, ...b].sort((one, two) => one - two);
  const most = all[Math.floor((all.length - 1) * keep)]!;
  return [a.filter((one) => one <= most), b.filter((one) => one <= most)];
}

/** Pearson's chi-square of counts against equal shares. */
export function chiSquareOf(counts: readonly number[]): number {
  const expected = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  return counts.reduce((sum, one) => sum + (one - expected) ** 2 / expected, 0);
}

/**
 * How likely a chi-square of at least this size is by chance, by the approximation of Wilson and Hilferty; good to a
 * tenth for the degrees of freedom used here (9 and more).
 */
export function chanceOf(chiSquare: number, freedom: number): number {
  const share = 2 / (9 * freedom);
  return normalTail((Math.cbrt(chiSquare / freedom) - (1 - share)) / Math.sqrt(share));
}

/** The upper tail of the normal distribution (Abramowitz and Stegun 7.1.26 in its form for erfc; relative error < 1.2e-7). */
function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const exponent = terms.reduceRight((sum, one) => sum * t + one, 0);
  const erfc = t * Math.exp(-x * x + exponent);
  return z >= 0 ? erfc / 2 : 1 - erfc / 2;
}
