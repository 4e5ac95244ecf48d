import { byLot, type MethodCount, type MethodInput } from './method.js';

/**
 * V2: those with the most win, as many as there are seats, of those that have what is needed and anything at all. Where the last seats
 * hang on those with equally many, it is a tie between them.
 */
export function mostOf(sums: ReadonlyMap<string, number>, input: MethodInput): MethodCount {
  const { options, seats, needed = 1, lot } = input;
  const votesOf = (option: string) => sums.get(option) ?? 0;
  const counts = options.map((option) => ({ option, votes: String(votesOf(option)) }));
  const reached = Math.max(0, ...options.map(votesOf));

  const winners: string[] = [];
  const places = [...new Set(options.map(votesOf))].sort((one, other) => other - one);
  for (const votes of places) {
    if (votes < Math.max(1, needed)) break;
    const alike = options.filter((option) => votesOf(option) === votes);
    const left = seats - winners.length;
    if (left === 0) break;
    if (alike.length <= left) winners.push(...alike);
    else if (lot === undefined) return { counts, reached, winners, tie: { between: alike }, open: true };
    else {
      const chosen = byLot(alike, lot).slice(0, left);
      const tie = { between: alike, chosen: chosen[0]! };
      return { counts, reached, winners: [...winners, ...chosen], tie, open: false };
    }
  }
  return { counts, reached, winners, open: false };
}
