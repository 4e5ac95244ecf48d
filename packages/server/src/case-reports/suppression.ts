/**
 * What may be published of counts, so that nobody learns a small one (R1 to R4).
 *
 * - **R1** A count from 1 to 4 is not told.
 * - **R2** Nor are others of the same sum, as many as it takes so that the sum does not tell it.
 * - **R3** The tables of one county and one month are the only ones that this is decided for. Longer periods and federations above
 *   are sums of them: a sum is told where each of its parts is, and so tells nothing that the parts do not.
 * - **R4** Below the county only a township's total is told, as its county tells it.
 */

/** The counts of one county and one month. Each of `parts` adds up to `total`; `others` do not. */
export interface CountTable {
  readonly total: number;
  /** By dimension and code; every code there is, zeros included. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly others: Readonly<Record<string, number>>;
}

/** The same with what may be told; undefined is what may not. */
export interface ToldTable {
  readonly total: number | undefined;
  readonly parts: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;
  readonly others: Readonly<Record<string, number | undefined>>;
}

/** The smallest count above zero that is told. */
export const smallestTold = 5;
/** By so much the sum of what is not told exceeds the number of its counts: each of them may then be anything from 1 to 6. */
const leastSlack = 5;

const isSmall = (count: number) => count > 0 && count < smallestTold;

/** R1 and R2 for one table. */
export function toldOf({ total, parts, others }: CountTable): ToldTable {
  const isHidden = isSmall(total);
  return {
    total: isHidden ? undefined : total,
    parts: mapValues(parts, (counts) => toldPart(counts, isHidden)),
    others: mapValues(others, (count) => (isHidden || isSmall(count) ? undefined : count)),
  };
}

function toldPart(counts: Readonly<Record<string, number>>, all: boolean): Record<string, number | undefined> {
  const hidden = all ? new Set(Object.keys(counts)) : hiddenOf(counts);
  return Object.fromEntries(
    Object.entries(counts).map(([code, count]) => [code, hidden.has(code) ? undefined : count]),
  );
}

/** The codes of one sum, which itself is told, that must not be. */
function hiddenOf(counts: Readonly<Record<string, number>>): ReadonlySet<string> {
  const entries = Object.entries(counts);
  const hidden = new Set(entries.filter(([, count]) => isSmall(count)).map(([code]) => code));
  if (hidden.size === 0) return hidden;
  let sum = entries.reduce((all, [code, count]) => all + (hidden.has(code) ? count : 0), 0);
  // The smallest of the others first: as little as possible is lost.
  const rest = entries.filter(([code, count]) => !hidden.has(code) && count > 0).sort(([, a], [, b]) => a - b);
  for (const [code, count] of rest) {
    if (hidden.size >= 2 && sum - hidden.size >= leastSlack) return hidden;
    hidden.add(code);
    sum += count;
  }
  // Where even all of them leave too little doubt, nobody must know which of the codes have none.
  return hidden.size >= 2 && sum - hidden.size >= leastSlack ? hidden : new Set(entries.map(([code]) => code));
}

/** R3: the sum of what is told; undefined where a part of it is not. */
export function toldSum(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

function mapValues<From, To>(from: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, map(value)]));
}
