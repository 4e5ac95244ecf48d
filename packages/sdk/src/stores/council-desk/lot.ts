import { randomDigits } from '../../random.js';

/** A random order, each as likely as any other; to be published before the ballot opens. */
export function drawLot(options: readonly string[], digits: (count: number) => string = randomDigits): string[] {
  const order = [...options];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, digits);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Uniform from 0 to `limit` - 1: what lies above the last whole multiple is thrown away. */
function below(limit: number, digits: (count: number) => string): number {
  for (;;) {
    const number = Number(digits(6));
    if (number < 1_000_000 - (1_000_000 % limit)) return number % limit;
  }
}
