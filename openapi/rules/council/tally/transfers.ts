import type { CountRound } from '../ballot-facts.js';
import { decimalOf } from './decimal.js';
import type { MethodCount, MethodInput } from './method.js';
import { drawnIn, eliminationOf } from './rounds.js';

const zero = BigInt(0);
const one = BigInt(1);

/** What a seat needs, as a fraction of integers. */
export interface Quota {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Ballots that say the same; `worth` is what each of them still counts, in parts of a vote. */
interface Parcel {
  readonly ranking: readonly string[];
  readonly ballots: bigint;
  worth: bigint;
}

/** All votes are integers of one size, so that they can be compared as they are: `unit` of them are one vote, `seat` of them the quota. */
interface Heap {
  readonly parcels: readonly Parcel[];
  unit: bigint;
  seat: bigint;
}

/** A count that ends where it is decided, or at a tie for the last place. */
export interface TransferCount extends MethodCount {
  /** At a tie: who is left, the first one first. */
  readonly falling: readonly string[];
}

/**
 * Counts transferable votes with any quota that only as many as there are seats can reach. `goers` says who goes out at the first ties
 * that the count comes to, one each.
 */
export function countTransfers(
  { options, choices, seats, lot }: MethodInput,
  quota: Quota,
  goers: readonly string[] = [],
): TransferCount {
  const heap = heapOf(
    choices.map(({ ranking = [] }) => ranking),
    quota,
  );
  const named = new Set(choices.flatMap(({ ranking = [] }) => ranking));
  const rounds: CountRound[] = [];
  const winners: string[] = [];
  const holding = new Set<string>();
  let hopeful = options.filter((option) => named.has(option));
  let ties = 0;
  for (;;) {
    const votes = votesOf(heap, hopeful);
    const isFirst = rounds.length === 0;
    const shown = options
      .filter((option) => isFirst || holding.has(option) || votes.has(option))
      .map((option) => ({ option, votes: holding.has(option) ? heap.seat : (votes.get(option) ?? zero) }));
    const counted = shown.reduce((sum, { votes: got }) => sum + got, zero);
    const round: CountRound = {
      counts: shown.map(({ option, votes: got }) => ({ option, votes: decimalOf(got, heap.unit) })),
      elected: [],
      eliminated: isFirst ? options.filter((option) => !named.has(option)) : [],
      exhausted: decimalOf(BigInt(choices.length) * heap.unit - counted, heap.unit),
    };
    rounds.push(round);
    const falling = [...hopeful].sort((a, b) => compare(votes.get(b)!, votes.get(a)!));
    const found = { counts: rounds[0]!.counts, rounds, reached: 0, winners, falling };

    const left = seats - winners.length;
    const reaching = falling.filter((option) => votes.get(option)! >= heap.seat);
    round.elected = hopeful.length <= left ? falling : reaching;
    winners.push(...round.elected);
    if (hopeful.length <= left || reaching.length === left) return { ...found, ...drawnIn(rounds), open: false };

    if (reaching.length > 0) {
      moveSurpluses(heap, votes, hopeful, reaching);
      for (const option of reaching) holding.add(option);
      hopeful = hopeful.filter((option) => !holding.has(option));
      continue;
    }

    const standings = hopeful.map((option) => ({ option, votes: votes.get(option)! }));
    const together = (last: readonly string[]) => {
      const rest = hopeful.filter((option) => !last.includes(option));
      return rest.length >= left && [...votesOf(heap, rest).values()].every((sum) => sum < heap.seat);
    };
    const { last, out, drawn } = eliminationOf(standings, together, lot);
    const going = out.length === 0 ? goers.slice(ties, ++ties) : out;
    if (going.length === 0) return { ...found, tie: { between: [...last] }, open: true };
    if (drawn) round.tied = [...last];
    round.eliminated.push(...going);
    hopeful = hopeful.filter((option) => !going.includes(option));
  }
}

/** All ballots of those who reached the quota keep of their worth the share that is surplus; who reached it keeps the quota. */
function moveSurpluses(
  heap: Heap,
  votes: ReadonlyMap<string, bigint>,
  hopeful: readonly string[],
  reaching: readonly string[],
): void {
  const sums = new Map(reaching.map((option) => [option, votes.get(option)!]));
  // The new unit is smaller by all their sums, so that each share is an integer again.
  const smaller = [...sums.values()].reduce((product, sum) => product * sum, one);
  for (const parcel of heap.parcels) {
    const at = parcel.ranking.find((option) => hopeful.includes(option)) ?? '';
    const sum = sums.get(at);
    parcel.worth *= sum === undefined ? smaller : (smaller / sum) * (sum - heap.seat);
  }
  heap.unit *= smaller;
  heap.seat *= smaller;
}

function heapOf(rankings: readonly (readonly string[])[], quota: Quota): Heap {
  const alike = new Map<string, Parcel>();
  for (const ranking of rankings) {
    const key = ranking.join(' ');
    const ballots = (alike.get(key)?.ballots ?? zero) + one;
    alike.set(key, { ranking, ballots, worth: quota.denominator });
  }
  return { parcels: [...alike.values()], unit: quota.denominator, seat: quota.numerator };
}

/** What each of `hopeful` has: the ballots that prefer it among them, at what they are worth. */
function votesOf({ parcels }: Heap, hopeful: readonly string[]): Map<string, bigint> {
  const votes = new Map(hopeful.map((option) => [option, zero]));
  for (const { ranking, ballots, worth } of parcels) {
    const at = ranking.find((option) => votes.has(option));
    if (at !== undefined) votes.set(at, votes.get(at)! + ballots * worth);
  }
  return votes;
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
