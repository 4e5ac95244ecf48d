import { byLot, type MethodCount, type MethodInput } from './method.js';

/**
 * V2, `schulze`: the method of Markus Schulze, 'A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method', Social Choice and Welfare 36 (2011), 267–303, with strength measured by winning votes (section 2.1).
 *
 * An option beats another where the strongest path from it is stronger than the one back. A path is as strong as its weakest link; a link is
 * there where more prefer the one than the other, and of two links that one is stronger which more prefer, and of those alike the one which
 * fewer oppose. Who is beaten by nobody is a potential winner; several of them are a tie. Options that a ballot leaves out come last on it,
 * all alike.
 */
export function countSchulze({ options, choices, lot }: MethodInput): MethodCount {
  const preferred = options.map(() => options.map(() => 0));
  for (const { ranking = [] } of choices) {
    const places = options.map((option) => (ranking.includes(option) ? ranking.indexOf(option) : ranking.length));
    places.forEach((place, one) =>
      places.forEach((below, other) => {
        if (place < below) preferred[one]![other]!++;
      }),
    );
  }
  const strongest = strongestPaths(preferred, choices.length + 1);
  const beats = (one: number, other: number) => strongest[one]![other]! > strongest[other]![one]!;

  const order: string[][] = [];
  let left = options.map((_, at) => at);
  while (left.length > 0) {
    const unbeaten = left.filter((one) => !left.some((other) => beats(other, one)));
    order.push(unbeaten.map((at) => options[at]!));
    left = left.filter((one) => !unbeaten.includes(one));
  }

  const found = {
    counts: options.map((option) => ({
      option,
      votes: String(choices.filter(({ ranking }) => ranking?.[0] === option).length),
    })),
    pairs: options.flatMap((option, one) =>
      options.flatMap((over, other) => (one === other ? [] : [{ option, over, votes: preferred[one]![other]! }])),
    ),
    order,
    reached: 0,
  };
  const best = choices.length > 0 ? order[0]! : [];
  if (best.length <= 1) return { ...found, winners: best, open: false };
  if (lot === undefined) return { ...found, winners: [], tie: { between: best }, open: true };
  const [chosen = ''] = byLot(best, lot);
  return { ...found, winners: [chosen], tie: { between: best, chosen }, open: false };
}

/**
 * How strong the strongest path between any two is (Floyd and Warshall; figure 2 of the paper); `many` is more than there are ballots. 0
 * where there is none.
 */
function strongestPaths(preferred: readonly (readonly number[])[], many: number): number[][] {
  const paths = preferred.map((row, one) =>
    row.map((votes, other) => {
      const against = preferred[other]![one]!;
      return votes > against ? votes * many - against : 0;
    }),
  );
  const indices = paths.map((_, at) => at);
  for (const by of indices)
    for (const from of indices)
      for (const to of indices) {
        const detour = Math.min(paths[from]![by]!, paths[by]![to]!);
        if (from !== to && detour > paths[from]![to]!) paths[from]![to] = detour;
      }
  return paths;
}
