import type { CountRound } from '../ballot-facts.js';
import { decimalOf } from './decimal.js';
import type { MethodCount, MethodInput } from './method.js';
import { drawnIn, eliminationOf } from './rounds.js';

/** Ballots that say the same; `worth` is what each of them still counts, in units of one vote divided by `Count.unit`. */
interface Parcel {
  readonly ranking: readonly string[];
  readonly ballots: bigint;
  worth: bigint;
}

const zero = BigInt(0);
const one = BigInt(1);

/** What a seat needs, as a fraction of integers: an integer where it comes from `droopQuota`. */
export interface Quota {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The Droop quota: the fewest votes that only as many as there are seats can have; ballots / (seats + 1), rounded down, plus one. */
export function droopQuota(ballots: number, seats: number): number {
  return Math.floor(ballots / (seats + 1)) + 1;
}

/**
 * V2, `stv`: the single transferable vote with Droop's quota and the weighted inclusive Gregory method.
 *
 * - Who reaches the quota in a round is elected; all surpluses of a round move on together, so that nothing hangs on which is first.
 * - All ballots of who is elected move on to the next preference that is neither elected nor out, at `worth × surplus / votes`. What names
 *   nobody any more is exhausted.
 * - Where nobody reaches the quota, the last one goes out, and her ballots move on at what they are worth.
 * - Where no more are left than there are seats, they are elected. An option that no ballot names is out from the beginning.
 *
 * As in the Scottish Local Government Elections Order 2007 (SSI 2007/42, schedule 1, rules 45–52), but with exact fractions where
 * that cuts after five decimals, and with several surpluses at once, as RCTab counts them ('multiple winners per round').
 */
export function countStv(input: MethodInput): MethodCount {
  const quota = droopQuota(input.choices.length, input.seats);
  return { ...countTransfers(input, { numerator: BigInt(quota), denominator: one }), droopQuota: quota };
}

/** The same with any quota that only as many as there are seats can reach; votes are exact fractions with one denominator for all. */
export function countTransfers({ options, choices, seats, lot }: MethodInput, quota: Quota): MethodCount {
  const parcels = parcelsOf(choices.map(({ ranking = [] }) => ranking));
  const named = new Set(choices.flatMap(({ ranking = [] }) => ranking));
  let unit = quota.denominator;
  for (const parcel of parcels) parcel.worth = unit;
  let seat = quota.numerator;

  const rounds: CountRound[] = [];
  const winners: string[] = [];
  const holding = new Set<string>();
  const unnamed = options.filter((option) => !named.has(option));
  let hopeful = options.filter((option) => named.has(option));
  for (;;) {
    const votes = votesOf(parcels, hopeful);
    const show = (option: string) => (holding.has(option) ? seat : (votes.get(option) ?? zero));
    const inRound =
      rounds.length === 0 ? options : options.filter((option) => holding.has(option) || votes.has(option));
    const counted = inRound.reduce((sum, option) => sum + show(option), zero);
    const round: CountRound = {
      counts: inRound.map((option) => ({ option, votes: decimalOf(show(option), unit) })),
      elected: [],
      eliminated: rounds.length === 0 ? unnamed : [],
      exhausted: decimalOf(BigInt(choices.length) * unit - counted, unit),
    };
    rounds.push(round);
    const found = { counts: rounds[0]!.counts, rounds, reached: 0, winners };
    const left = seats - winners.length;
    const most = (list: readonly string[]) => [...list].sort((a, b) => compare(votes.get(b)!, votes.get(a)!));

    const reaching = hopeful.filter((option) => votes.get(option)! >= seat);
    const isLast = hopeful.length <= left || reaching.length === left;
    round.elected = most(hopeful.length <= left ? hopeful : reaching);
    winners.push(...round.elected);
    if (isLast) return { ...found, ...drawnIn(rounds), open: false };

    if (reaching.length > 0) {
      for (const option of reaching) holding.add(option);
      const before = hopeful;
      hopeful = hopeful.filter((option) => !holding.has(option));
      // All that stays gets the new unit, what moves on its share of the surplus.
      const shares = new Map(reaching.map((option) => [option, votes.get(option)!]));
      const product = [...shares.values()].reduce((all, sum) => all * sum, one);
      for (const parcel of parcels) {
        const at = parcel.ranking.find((option) => before.includes(option)) ?? '';
        const sum = shares.get(at);
        parcel.worth *= sum === undefined ? product : (product / sum) * (sum - seat);
      }
      unit *= product;
      seat *= product;
      continue;
    }

    const standings = hopeful.map((option) => ({ option, votes: votes.get(option)! }));
    const together = (last: readonly string[]) => {
      const rest = hopeful.filter((option) => !last.includes(option));
      return rest.length >= left && [...votesOf(parcels, rest).values()].every((sum) => sum < seat);
    };
    const { last, out, drawn } = eliminationOf(standings, together, lot);
    if (out.length === 0) return { ...found, tie: { between: [...last] }, open: true };
    if (drawn) round.tied = [...last];
    round.eliminated = [...round.eliminated, ...out];
    hopeful = hopeful.filter((option) => !out.includes(option));
  }
}

function parcelsOf(rankings: readonly (readonly string[])[]): Parcel[] {
  const alike = new Map<string, Parcel>();
  for (const ranking of rankings) {
    const key = ranking.join(' ');
    const ballots = (alike.get(key)?.ballots ?? zero) + one;
    alike.set(key, { ranking, ballots, worth: one });
  }
  return [...alike.values()];
}

/** What each of `hopeful` has: the ballots that prefer it among them, at what they are worth. */
function votesOf(parcels: readonly Parcel[], hopeful: readonly string[]): Map<string, bigint> {
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
