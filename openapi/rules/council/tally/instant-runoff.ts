import type { CountRound } from '../ballot-facts.js';
import { byLot, type MethodCount, type MethodInput } from './method.js';
import { drawnIn, eliminationOf, type Standing } from './rounds.js';

/** What does not change from round to round. */
interface Runoff {
  readonly rankings: readonly (readonly string[])[];
  readonly needed: number;
}

/** What follows from one round: the end, two that are alike to the end, or somebody goes out. */
type Step =
  | { readonly kind: 'end'; readonly winners: string[]; readonly reached: number }
  | { readonly kind: 'pair'; readonly between: string[] }
  | {
      readonly kind: 'out';
      readonly last: readonly string[];
      readonly out: readonly string[];
      readonly drawn: boolean;
    };

/** Who wins in whatever order tied options go out, '' where nobody does; and what she got at least, or the first of all at most. */
interface End {
  readonly winner: string;
  readonly reached: number;
}

/** In more ways than these a tie is not followed to its ends; with up to ten options there are fewer. */
const mostWays = 1_024;

/**
 * V2, `instant-runoff`: each ballot counts for the option that it prefers among those that are left. Who has more than half of the votes
 * that still count wins; until then the last one goes out, and its ballots move on. A ballot that names nobody who is left is exhausted.
 *
 * Where a threshold is not reached yet by who has more than half, the count goes on until it is or two are left; what she got then is what
 * counts. Where several are last and no lot was drawn, the count ends there: the same wins in whatever order they could go out ('parallel
 * universes' after Conitzer, Rognlie and Xia, IJCAI 2009), or it is a tie. Rounds as in Robert's Rules of Order Newly Revised (12th ed.),
 * 45:62–69 'preferential voting'.
 */
export function countInstantRunoff({ options, choices, needed = 1, lot }: MethodInput): MethodCount {
  const runoff = { rankings: choices.map(({ ranking = [] }) => ranking), needed };
  const rounds: CountRound[] = [];
  let left = options;
  for (;;) {
    const standings = standingsOf(runoff, left);
    const active = activeOf(standings);
    const round: CountRound = {
      counts: standings.map(({ option, votes }) => ({ option, votes: String(votes) })),
      elected: [],
      eliminated: [],
      exhausted: String(choices.length - active),
    };
    rounds.push(round);
    const reached = Math.max(...standings.map(({ votes }) => votes));
    const found = { counts: rounds[0]!.counts, rounds, reached };

    const step = stepOf(runoff, standings, lot);
    if (step.kind === 'end') {
      round.elected = step.winners;
      return { ...found, ...drawnIn(rounds), winners: step.winners, open: false };
    }
    if (step.kind === 'pair') {
      const { between } = step;
      if (lot === undefined) return { ...found, winners: [], tie: { between }, open: true };
      const [chosen = ''] = byLot(between, lot);
      round.elected = [chosen];
      return { ...found, winners: [chosen], tie: { between, chosen }, open: false };
    }
    const { last, out, drawn } = step;
    if (out.length === 0) {
      const end = endOf(runoff, left, new Map());
      if (end === undefined) return { ...found, winners: [], tie: { between: [...last] }, open: true };
      round.tied = [...last];
      round.elected = end.winner === '' ? [] : [end.winner];
      return { ...found, reached: end.reached, winners: round.elected, open: false };
    }
    if (drawn) round.tied = [...last];
    round.eliminated = [...out];
    left = without(left, out);
  }
}

function standingsOf({ rankings }: Runoff, left: readonly string[]): Standing<number>[] {
  const sums = new Map(left.map((option) => [option, 0]));
  for (const ranking of rankings) {
    const first = ranking.find((option) => sums.has(option));
    if (first !== undefined) sums.set(first, sums.get(first)! + 1);
  }
  return left.map((option) => ({ option, votes: sums.get(option)! }));
}

const activeOf = (standings: readonly Standing<number>[]) => standings.reduce((sum, { votes }) => sum + votes, 0);
const without = (left: readonly string[], out: readonly string[]) => left.filter((option) => !out.includes(option));

function stepOf({ needed }: Runoff, standings: readonly Standing<number>[], lot: readonly string[] | undefined): Step {
  const reached = Math.max(...standings.map(({ votes }) => votes));
  const first = standings.filter(({ votes }) => votes === reached).map(({ option }) => option);
  const isPair = standings.length <= 2;
  const hasMost = reached * 2 > activeOf(standings);
  if (hasMost && reached >= needed) return { kind: 'end', winners: first, reached };
  // Without any vote nobody has reached the one that everybody needs.
  if (reached === 0 || (isPair && (hasMost || reached < needed))) return { kind: 'end', winners: [], reached };
  if (isPair) return { kind: 'pair', between: first };
  // With a threshold it matters who the last two are; without, whether anybody is left.
  const rest = needed > 1 ? 2 : 1;
  return { kind: 'out', ...eliminationOf(standings, (last) => standings.length - last.length >= rest, lot) };
}

/** How the count ends among those that are left in whatever order tied ones go out; undefined where it hangs on that. */
function endOf(runoff: Runoff, left: readonly string[], ends: Map<string, End | undefined>): End | undefined {
  const key = left.join(' ');
  if (ends.has(key)) return ends.get(key);
  if (ends.size >= mostWays) return undefined;
  // Entered at once, so that the number of ways is the same in whatever order they are tried.
  ends.set(key, undefined);
  const step = stepOf(runoff, standingsOf(runoff, left), undefined);
  let end: End | undefined;
  if (step.kind === 'end') end = { winner: step.winners[0] ?? '', reached: step.reached };
  else if (step.kind === 'out') {
    const ways = step.out.length > 0 ? [step.out] : step.last.map((option) => [option]);
    for (const [at, out] of ways.entries()) {
      const next = endOf(runoff, without(left, out), ends);
      if (next === undefined || (at > 0 && next.winner !== end?.winner)) return undefined;
      const pick = next.winner === '' ? Math.max : Math.min;
      end = { winner: next.winner, reached: pick(next.reached, end?.reached ?? next.reached) };
    }
  }
  ends.set(key, end);
  return end;
}
