import type { CountRound } from '../ballot-facts.js';
import { byLot, type MethodCount, type MethodInput } from './method.js';
import { drawnIn, eliminationOf } from './rounds.js';

/**
 * V2, `instant-runoff`: each ballot counts for the option that it prefers among those that are left. Who has more than half of the votes
 * that still count wins; until then the last one goes out, and its ballots move on. A ballot that names nobody who is left is exhausted.
 *
 * Where a threshold is not reached yet by who has more than half, the count goes on until it is or two are left; what she got then is what
 * counts. Rounds as in Robert's Rules of Order Newly Revised (12th ed.) 45:62–69 'preferential voting', and in `open-rcv-tests`.
 */
export function countInstantRunoff({ options, choices, needed = 1, lot }: MethodInput): MethodCount {
  const rankings = choices.map(({ ranking = [] }) => ranking);
  const rounds: CountRound[] = [];
  let left = options;
  for (;;) {
    const sums = new Map(left.map((option) => [option, 0]));
    for (const ranking of rankings) {
      const first = ranking.find((option) => sums.has(option));
      if (first !== undefined) sums.set(first, sums.get(first)! + 1);
    }
    const standings = left.map((option) => ({ option, votes: sums.get(option)! }));
    const active = standings.reduce((sum, { votes }) => sum + votes, 0);
    const round: CountRound = {
      counts: standings.map(({ option, votes }) => ({ option, votes: String(votes) })),
      elected: [],
      eliminated: [],
      exhausted: String(rankings.length - active),
    };
    rounds.push(round);

    const reached = Math.max(...standings.map(({ votes }) => votes));
    const first = standings.filter(({ votes }) => votes === reached).map(({ option }) => option);
    const found = { counts: rounds[0]!.counts, rounds, reached };
    const hasMost = reached * 2 > active && (reached >= needed || left.length <= 2);
    if (hasMost || (left.length === 2 && reached < needed) || active === 0) {
      const winners = reached >= needed ? first : [];
      round.elected = winners;
      return { ...found, ...drawnIn(rounds), winners, open: false };
    }
    if (left.length === 2) {
      if (lot === undefined) return { ...found, winners: [], tie: { between: first }, open: true };
      const [chosen = ''] = byLot(first, lot);
      round.elected = [chosen];
      return { ...found, winners: [chosen], tie: { between: first, chosen }, open: false };
    }

    // With a threshold it matters whom the last two are.
    const rest = needed > 1 ? 2 : 1;
    const { last, out, drawn } = eliminationOf(standings, (all) => left.length - all.length >= rest, lot);
    if (out.length === 0) return { ...found, winners: [], tie: { between: [...last] }, open: true };
    if (drawn) round.tied = [...last];
    round.eliminated = [...out];
    left = left.filter((option) => !out.includes(option));
  }
}
