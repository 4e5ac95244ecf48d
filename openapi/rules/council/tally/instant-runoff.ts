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

/** In more ways than these a tie is not followed to its ends, and the result says so; with up to ten options there are fewer. */
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
      if (typeof end === 'string') {
        const tie = { between: [...last], ...(end === 'too-many' && { unfollowed: true as const }) };
        return { ...found, winners: [], tie, open: true };
      }
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

/**
 * How the count ends among those that are left in whatever order tied ones go out; `differ` where it hangs on that, `too-many` where there
 * are more ways than are followed: as many in whatever order they stand and whatever they are called.
 */
function endOf(
  runoff: Runoff,
  left: readonly string[],
  ends: Map<string, End | 'differ' | 'too-many'>,
): End | 'differ' | 'too-many' {
  const key = [...left].sort().join(' ');
  const known = ends.get(key);
  if (known !== undefined) return known;
  if (ends.size >= mostWays) return 'too-many';
  // Entered at once: it is one of the ways, however it ends.
  ends.set(key, 'differ');
  const step = stepOf(runoff, standingsOf(runoff, left), undefined);
  let end: End | 'differ' | undefined;
  if (step.kind === 'end') end = { winner: step.winners[0] ?? '', reached: step.reached };
  else if (step.kind === 'out') {
    const ways = step.out.length > 0 ? [step.out] : step.last.map((option) => [option]);
    for (const out of ways) {
      const next = endOf(runoff, without(left, out), ends);
      if (next === 'too-many') return next;
      end = end === undefined ? next : bothOf(end, next);
    }
  }
  ends.set(key, end ?? 'differ');
  return end ?? 'differ';
}

/** What holds in either way. */
function bothOf(one: End | 'differ', other: End | 'differ'): End | 'differ' {
  if (one === 'differ' || other === 'differ' || one.winner !== other.winner) return 'differ';
  const pick = one.winner === '' ? Math.max : Math.min;
  return { winner: one.winner, reached: pick(one.reached, other.reached) };
}
