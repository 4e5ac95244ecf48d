import type { MethodCount, MethodInput } from './method.js';
import { countTransfers, type Quota } from './transfers.js';

/** More counts than these are not made to see whether a tie matters. */
const mostCounts = 64;

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
 * - Where several are last and no lot was drawn, the count ends there: the same are elected in whatever order they could go out, or it is a
 *   tie, as with instant runoff.
 *
 * As in the Scottish Local Government Elections Order 2007 (SSI 2007/42, schedule 1, rules 45–52), but with exact fractions where
 * that cuts after five decimals, and with several surpluses at once, as RCTab counts them ('multiple winners per round').
 */
export function countStv(input: MethodInput): MethodCount {
  const droop = droopQuota(input.choices.length, input.seats);
  const quota = { numerator: BigInt(droop), denominator: BigInt(1) };
  const { falling, ...found } = countTransfers(input, quota);
  const count = { ...found, droopQuota: droop };
  if (!found.tie || !found.open) return count;
  const sure = sureWinners(input, quota, [], { left: mostCounts });
  if (sure === 'too-many') return { ...count, tie: { ...found.tie, unfollowed: true } };
  if (sure === 'differ') return count;

  const { tie, ...rest } = count;
  const rounds = [...(found.rounds ?? [])];
  const round = rounds.pop()!;
  const elected = falling.filter((option) => sure.includes(option));
  rounds.push({ ...round, elected, tied: [...tie!.between] });
  return { ...rest, rounds, winners: [...found.winners, ...elected], open: false };
}

/**
 * Who wins in whatever order those go out who are tied after `goers` went, sorted; `differ` where it hangs on that, `too-many` where more
 * counts would be needed to follow all: as many in whatever order they stand and whatever they are called.
 */
function sureWinners(
  input: MethodInput,
  quota: Quota,
  goers: readonly string[],
  budget: { left: number },
): string[] | 'differ' | 'too-many' {
  if (--budget.left < 0) return 'too-many';
  const { tie, open, winners } = countTransfers(input, quota, goers);
  if (!tie || !open) return [...winners].sort();
  let same: string[] | 'differ' | undefined;
  for (const option of tie.between) {
    const next = sureWinners(input, quota, [...goers, option], budget);
    if (next === 'too-many') return next;
    same = same === undefined || String(same) === String(next) ? next : 'differ';
  }
  return same ?? 'differ';
}
